// JSON with offsets: every value lies in the text, every string says what stands there.
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/utf8.hpp"
#include "json/json_path.hpp"
#include "json/json_string.hpp"
#include "json/located_json.hpp"
#include "property.hpp"

namespace {

using barometer::JsonValue;
using barometer::fuzz::require;

void check_string(std::string_view source, const JsonValue& value) {
  const auto literal = value.literal();
  require(literal.has_value(), "a string without a literal");
  std::size_t covered = literal->begin;
  barometer::JsonStringPieces pieces(source, *literal);
  while (const auto piece = pieces.next()) {
    require(piece->source.begin == covered && !piece->source.empty(), "pieces with a gap");
    covered = piece->source.end;
  }
  require(covered == literal->end, "pieces that do not reach the end");
  require(!barometer::utf8::first_invalid(value.text()), "a text that is not UTF-8");
}

// Everything the importers may ask of a value.
void check_value(std::string_view source, const JsonValue& value) {
  const auto span = value.span();
  require(span.begin <= span.end && span.end <= source.size(), "a span outside the text");
  if (value.is_string()) check_string(source, value);
  if (value.is_number()) require(!span.empty(), "a number that stands nowhere");
  value.number();
  value.scaled(3);
  value.label();
}

}  // namespace

// The name is libFuzzer's. NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto source = barometer::utf8::with_invalid_bytes_masked(bytes);
  const std::size_t begin = source.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  const bool has_key = barometer::has_json_path(std::string_view(source).substr(begin), {"a"});
  const auto json = barometer::parse_located_json(source, begin);
  if (!json) {
    require(json.error().code == barometer::ErrorCode::InvalidInput, "another error");
    return 0;
  }
  const auto root = json->root();
  if (root.is_object() && root["a"]) require(has_key, "a key that the quick look does not see");
  std::vector<JsonValue> open = {root};
  while (!open.empty()) {
    const auto value = open.back();
    open.pop_back();
    check_value(source, value);
    for (const JsonValue element : barometer::JsonElements(value)) open.push_back(element);
    for (const char* key : {"a", "b", "segments", "words", "results"}) {
      if (const auto member = value[key]) open.push_back(member);
    }
  }
  return 0;
}
