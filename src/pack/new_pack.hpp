// Starting a pack: a commented skeleton that the checker leads through.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "core/result.hpp"

namespace barometer {

// The principles of the skeleton: one complete, one with everything to fill in.
inline constexpr std::string_view example_principle = "keep-the-promise";
inline constexpr std::string_view blank_principle = "your-next-principle";

// Writes pack.yaml and two principles into `folder`, which is made or empty, and returns the files.
// The example principle passes check_pack(); every fault in pack.yaml and in the blank principle
// names something that the author has to fill in. InvalidInput for an id that is no id, Conflict
// for a folder that holds something.
Result<std::vector<std::filesystem::path>> new_pack(const std::filesystem::path& folder,
                                                    std::string_view id);

}  // namespace barometer
