// Stories from Markdown that somebody edited by hand: what is taken comes back as it was, what is
// not names its line.
#include <cstddef>
#include <cstdint>

#include "property.hpp"
#include "service/stories.hpp"

// The name is libFuzzer's. NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  barometer::fuzz::check_round_trip({reinterpret_cast<const char*>(data), size},
                                    barometer::stories_from_markdown, barometer::stories_markdown);
  return 0;
}
