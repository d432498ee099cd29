// Session files, which people pass around and edit: what is taken comes back as it was, what is not
// names the place and none of the text.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "report/practice_json.hpp"

namespace {

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "property broken: %s\n", what);
  std::abort();
}

}  // namespace

// The name is libFuzzer's. NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto practice = barometer::practice_from_json(text);
  if (!practice) {
    require(practice.error().code == barometer::ErrorCode::InvalidInput, "another error");
    require(!practice.error().message.empty(), "an error that says nothing");
    return 0;
  }
  const std::string written = barometer::practice_json(*practice);
  const auto again = barometer::practice_from_json(written);
  require(static_cast<bool>(again), "what was written is not read");
  require(barometer::practice_json(*again) == written, "what is read again is different");
  return 0;
}
