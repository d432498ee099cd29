// Exchange lines with labels: whatever comes in, quotes lie in the answer and errors name the line.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/utf8.hpp"
#include "property.hpp"
#include "report/labelled_exchange_json.hpp"

namespace {

using barometer::fuzz::require;
const barometer::Pack& pack() {
  static const barometer::Pack one = [] {
    barometer::Pack made;
    made.id = "small";
    made.version = "1.0.0";
    made.principles.resize(2);
    made.principles[0].id = {"ownership"};
    made.principles[1].id = {"dive-deep"};
    return made;
  }();
  return one;
}

}  // namespace

// The name is libFuzzer's. NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view line(reinterpret_cast<const char*>(data), size);
  const auto labelled = barometer::parse_labelled_exchange(line, 7, pack());
  if (!labelled) {
    require(labelled.error().code == barometer::ErrorCode::InvalidInput, "another error");
    require(labelled.error().message.starts_with("Line 7: "), "an error that names no line");
    return 0;
  }
  const std::string& answer = labelled->exchange.answer;
  require(!barometer::utf8::first_invalid(answer), "an answer that is not UTF-8");
  require(!labelled->group.empty() && !labelled->ratings.empty(), "no group or no rating");
  for (const barometer::HumanRating& rating : labelled->ratings) {
    if (rating.principle) require(pack().find(*rating.principle) != nullptr, "a strange principle");
    if (!rating.spans) continue;
    for (const barometer::MarkedSpan& mark : *rating.spans) {
      require(mark.span.begin < mark.span.end && mark.span.end <= answer.size(), "a span outside");
      require(barometer::utf8::is_boundary(answer, mark.span.begin) &&
                  barometer::utf8::is_boundary(answer, mark.span.end),
              "a span that cuts a character");
    }
  }
  return 0;
}
