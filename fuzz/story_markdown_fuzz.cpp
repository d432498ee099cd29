// Stories from Markdown that somebody edited by hand: what is taken comes back as it was, what is
// not names its line.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "service/stories.hpp"

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
  const auto stories = barometer::stories_from_markdown(text);
  if (!stories) {
    require(stories.error().code == barometer::ErrorCode::InvalidInput, "another error");
    require(!stories.error().message.empty(), "an error that says nothing");
    return 0;
  }
  const std::string written = barometer::stories_markdown(*stories);
  const auto again = barometer::stories_from_markdown(written);
  require(static_cast<bool>(again), "what was written is not read");
  require(barometer::stories_markdown(*again) == written, "what is read again is different");
  return 0;
}
