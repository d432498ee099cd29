// Packs on disk: reading and checking a folder with pack.yaml and principles/<id>.yaml. The format
// is described in README.md beside this file.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "core/result.hpp"
#include "domain/pack.hpp"
#include "pack/pack_lookup.hpp"

namespace barometer {

// What keeps a pack from being used, and where to mend it.
struct PackFault {
  std::filesystem::path file;
  std::size_t line = 1;    // from 1
  std::size_t column = 1;  // from 1, in characters
  std::string message;
};

// "file:line:column: message", which editors and terminals make a link of.
std::string to_string(const PackFault& fault);

// No more than this many faults are kept; the last one then says so.
inline constexpr std::size_t max_pack_faults = 1000;

// Every fault of the pack in `folder`, by file and place; none for a pack that load_pack() takes. A
// pack that it extends is looked for beside `folder`, then in `search`. A file with a syntax fault
// gives that one fault, as nothing can be said about its content.
std::vector<PackFault> check_pack(
    const std::filesystem::path& folder,
    const std::vector<std::filesystem::path>& search = pack_folders());

// NotFound without a pack.yaml; InvalidInput for a pack with faults, naming the first and how many.
Result<Pack> load_pack(const std::filesystem::path& folder,
                       const std::vector<std::filesystem::path>& search = pack_folders());

}  // namespace barometer
