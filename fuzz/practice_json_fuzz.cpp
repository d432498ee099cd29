// Session files, which people pass around and edit: what is taken comes back as it was, what is not
// names the place and none of the text.
#include <cstddef>
#include <cstdint>

#include "property.hpp"
#include "report/practice_json.hpp"

// The name is libFuzzer's. NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  barometer::fuzz::check_round_trip({reinterpret_cast<const char*>(data), size},
                                    barometer::practice_from_json, barometer::practice_json);
  return 0;
}
