#include "json/located_json.hpp"

#include <fmt/format.h>
#include <json/reader.h>
#include <json/value.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <exception>
#include <utility>
#include <vector>

#include "core/utf8.hpp"
#include "json/decimal.hpp"
#include "json/json_string.hpp"

namespace barometer {
namespace {

Error cut_off(std::string_view source, std::string_view what) {
  return invalid_input(
      fmt::format("The JSON is cut off at {}: {}. Export or download the file again.",
                  place_of(source, source.size()), what));
}

Error malformed(std::string_view source, std::size_t offset, std::string_view what) {
  return invalid_input(
      fmt::format("The JSON is not valid at {}: {}. Export the file again, and do not edit it.",
                  place_of(source, offset), what));
}

// Sees what jsoncpp would report without a place, or not at all: texts that end too soon, nesting,
// and more values than memory should hold.
class StructureCheck {
 public:
  StructureCheck(std::string_view source, std::size_t begin, const JsonLimits& limits)
      : source_(source), offset_(begin), limits_(limits) {}

  std::optional<Error> run() {
    for (; offset_ < source_.size(); ++offset_) {
      if (auto error = step()) return error;
    }
    if (!open_.empty()) {
      const auto& [bracket, begin] = open_.back();
      return cut_off(source_,
                     fmt::format("the {} that opens at {} is never closed",
                                 bracket == '{' ? "object" : "array", place_of(source_, begin)));
    }
    return std::nullopt;
  }

 private:
  std::optional<Error> step() {
    switch (source_[offset_]) {
      case '"':
        return skip_string();
      case '{':
      case '[':
        open_.emplace_back(source_[offset_], offset_);
        if (open_.size() > limits_.max_depth) {
          return invalid_input(fmt::format(
              "The JSON is nested deeper than the limit of {} levels, at {}. Transcripts are flat: "
              "check that this is the right file.",
              limits_.max_depth, place_of(source_, offset_)));
        }
        return count_value();
      case '}':
      case ']':
        return close();
      case ',':
        return count_value();
      case '\0':
        return malformed(source_, offset_, "a zero byte");
      default:
        return std::nullopt;
    }
  }

  std::optional<Error> skip_string() {
    const auto begin = offset_;
    ++offset_;
    while (true) {
      offset_ = source_.find_first_of("\"\\", offset_);
      if (offset_ == std::string_view::npos) {
        offset_ = source_.size();
        return cut_off(source_, fmt::format("the string that opens at {} has no closing quote",
                                            place_of(source_, begin)));
      }
      if (source_[offset_] == '"') return std::nullopt;
      offset_ = std::min(offset_ + 2, source_.size());
    }
  }

  std::optional<Error> close() {
    const char opening = source_[offset_] == '}' ? '{' : '[';
    if (open_.empty() || open_.back().first != opening) {
      return malformed(source_, offset_, "a closing bracket that fits no opening one");
    }
    open_.pop_back();
    return std::nullopt;
  }

  std::optional<Error> count_value() {
    if (++values_ <= limits_.max_values) return std::nullopt;
    return invalid_input(fmt::format(
        "The JSON holds more than the limit of {} values. Split the recording, or export "
        "without single words.",
        limits_.max_values));
  }

  std::string_view source_;
  std::size_t offset_;
  const JsonLimits& limits_;
  std::vector<std::pair<char, std::size_t>> open_;
  std::size_t values_ = 0;
};

Json::CharReaderBuilder strict_reader(const JsonLimits& limits) {
  Json::CharReaderBuilder builder;
  Json::CharReaderBuilder::strictMode(&builder.settings_);
  builder["collectComments"] = false;
  builder["skipBom"] = false;
  builder["allowSpecialFloats"] = true;
  builder["stackLimit"] = static_cast<Json::UInt>(limits.max_depth + 1);
  return builder;
}

// Where jsoncpp's first message points: it counts lines and bytes from 1 and takes "\r", "\n" and
// "\r\n" for one line end.
std::size_t offset_of_message(std::string_view json, const std::string& messages) {
  int line = 1;
  int column = 1;
  if (std::sscanf(messages.c_str(), "* Line %d, Column %d", &line, &column) != 2) return 0;
  std::size_t offset = 0;
  for (int passed = 1; passed < line; ++passed) {
    offset = json.find_first_of("\r\n", offset);
    if (offset == std::string_view::npos) return json.size();
    offset += json.substr(offset, 2) == "\r\n" ? 2 : 1;
  }
  return std::min(offset + static_cast<std::size_t>(std::max(column, 1) - 1), json.size());
}

// jsoncpp's messages may quote the text; these do not.
std::string_view what_is_wrong(const std::string& messages) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 12> known = {{
      {"Missing ',' or '}'", "a comma or a closing brace is missing"},
      {"Missing ',' or ']'", "a comma or a closing bracket is missing"},
      {"Missing ':'", "a colon is missing after a key"},
      {"Missing '}' or object member name", "a key or a closing brace is missing"},
      {"surrogate pair", "half of a surrogate pair"},
      {"Bad escape sequence", "an escape that does not exist"},
      {"Empty escape sequence", "an escape that does not exist"},
      {"Bad unicode escape", "a broken \\u escape"},
      {"Extra non-whitespace", "more text after the end"},
      {"Duplicate key", "a key that the same object already has"},
      {"is not a number", "a number that cannot be read"},
      {"value, object or array expected", "a value is missing"},
  }};
  for (const auto& [sign, meaning] : known) {
    if (messages.find(sign) != std::string::npos) return meaning;
  }
  return "it cannot be read from here";
}

Json::ArrayIndex array_index(std::size_t index) { return static_cast<Json::ArrayIndex>(index); }

}  // namespace

JsonValue::operator bool() const { return value_ != nullptr && !value_->isNull(); }
bool JsonValue::is_object() const { return value_ != nullptr && value_->isObject(); }
bool JsonValue::is_array() const { return value_ != nullptr && value_->isArray(); }
bool JsonValue::is_string() const { return value_ != nullptr && value_->isString(); }
bool JsonValue::is_number() const { return value_ != nullptr && value_->isNumeric(); }

JsonValue JsonValue::operator[](std::string_view key) const {
  if (!is_object()) return {};
  const auto* member = value_->find(key.data(), key.data() + key.size());
  return member == nullptr ? JsonValue() : JsonValue(source_, begin_, member);
}

std::size_t JsonValue::size() const { return is_array() ? value_->size() : 0; }

JsonValue JsonValue::at(std::size_t index) const {
  if (index >= size()) return {};
  return {source_, begin_, &(*value_)[array_index(index)]};
}

ByteSpan JsonValue::span() const {
  if (value_ == nullptr) return {};
  const ByteSpan span{begin_ + static_cast<std::size_t>(value_->getOffsetStart()),
                      begin_ + static_cast<std::size_t>(value_->getOffsetLimit())};
  return span.begin <= span.end && span.end <= source_.size() ? span : ByteSpan{};
}

std::optional<ByteSpan> JsonValue::literal() const {
  if (!is_string()) return std::nullopt;
  const auto quoted = span();
  // The offsets are jsoncpp's; a span that is not a string would prove a quote with the wrong
  // bytes.
  if (quoted.size() < 2 || source_[quoted.begin] != '"' || source_[quoted.end - 1] != '"') {
    return std::nullopt;
  }
  return ByteSpan{quoted.begin + 1, quoted.end - 1};
}

std::string JsonValue::text() const {
  const auto inside = literal();
  return inside ? json_string_text(source_, *inside) : std::string();
}

bool JsonValue::has_text() const {
  const auto inside = literal();
  return inside && !inside->empty();
}

std::string JsonValue::label() const {
  if (is_string()) return text();
  if (is_number() || (value_ != nullptr && value_->isBool())) {
    return std::string(slice(source_, span()));
  }
  return {};
}

std::string JsonValue::numeral() const {
  if (is_number()) return std::string(slice(source_, span()));
  auto text = this->text();
  constexpr std::string_view blanks = " \t\r\n";
  const auto begin = text.find_first_not_of(blanks);
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::optional<double> JsonValue::number() const {
  // Six places are more than any confidence needs; a plain integer never drifts.
  constexpr int places = 6;
  const auto millionths = scaled(places);
  if (!millionths) return std::nullopt;
  return static_cast<double>(*millionths) / std::pow(10.0, places);
}

std::optional<std::int64_t> JsonValue::scaled(int places) const {
  return scaled_decimal(numeral(), places);
}

LocatedJson::LocatedJson(std::string_view source, std::size_t begin,
                         std::unique_ptr<Json::Value> root)
    : source_(source), begin_(begin), root_(std::move(root)) {}
LocatedJson::LocatedJson(LocatedJson&&) noexcept = default;
LocatedJson& LocatedJson::operator=(LocatedJson&&) noexcept = default;
LocatedJson::~LocatedJson() = default;

Result<LocatedJson> parse_located_json(std::string_view source, std::size_t begin,
                                       const JsonLimits& limits) {
  if (auto error = StructureCheck(source, begin, limits).run()) return *error;
  const auto json = source.substr(begin);
  try {
    const std::unique_ptr<Json::CharReader> reader(strict_reader(limits).newCharReader());
    auto root = std::make_unique<Json::Value>();
    std::string messages;
    if (!reader->parse(json.data(), json.data() + json.size(), root.get(), &messages)) {
      return malformed(source, begin + offset_of_message(json, messages), what_is_wrong(messages));
    }
    return LocatedJson(source, begin, std::move(root));
  } catch (const std::exception&) {
    return invalid_input(
        "The JSON cannot be read: too deep or too large. Check that this is the right file.");
  }
}

std::string place_of(std::string_view source, std::size_t offset) {
  const auto before = source.substr(0, offset);
  std::size_t line = 1;
  std::size_t line_begin = before.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i] != '\n' && !(before[i] == '\r' && source.substr(i, 2) != "\r\n")) continue;
    ++line;
    line_begin = i + 1;
  }
  return fmt::format("line {}, column {}", line,
                     utf8::count_code_points(before.substr(line_begin)) + 1);
}

}  // namespace barometer
