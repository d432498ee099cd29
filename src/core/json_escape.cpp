#include "core/json_escape.hpp"

#include <algorithm>
#include <cstdint>

#include "core/utf8.hpp"

namespace barometer {
namespace {

constexpr char32_t replacement = 0xFFFD;

std::optional<std::uint32_t> hex_digit(char byte) {
  if (byte >= '0' && byte <= '9') return static_cast<std::uint32_t>(byte - '0');
  if (byte >= 'a' && byte <= 'f') return static_cast<std::uint32_t>(byte - 'a' + 10);
  if (byte >= 'A' && byte <= 'F') return static_cast<std::uint32_t>(byte - 'A' + 10);
  return std::nullopt;
}

// The UTF-16 unit of a "\uXXXX" at the start of `text`.
std::optional<std::uint32_t> unit_at(std::string_view text) {
  if (text.size() < 6 || text[0] != '\\' || text[1] != 'u') return std::nullopt;
  std::uint32_t unit = 0;
  for (std::size_t i = 2; i < 6; ++i) {
    const auto digit = hex_digit(text[i]);
    if (!digit) return std::nullopt;
    unit = unit * 16 + *digit;
  }
  return unit;
}

bool is_high_surrogate(std::uint32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low_surrogate(std::uint32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

std::optional<JsonEscape> unicode_escape_at(std::string_view text) {
  const auto unit = unit_at(text);
  if (!unit) return std::nullopt;
  if (is_high_surrogate(*unit)) {
    const auto low = unit_at(text.substr(6));
    if (low && is_low_surrogate(*low)) {
      return JsonEscape{
          12, static_cast<char32_t>(0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00))};
    }
    return JsonEscape{6, replacement};
  }
  if (is_low_surrogate(*unit) || *unit == 0) return JsonEscape{6, replacement};
  return JsonEscape{6, static_cast<char32_t>(*unit)};
}

}  // namespace

std::optional<JsonEscape> json_escape_at(std::string_view text) {
  if (text.size() < 2 || text[0] != '\\') return std::nullopt;
  switch (text[1]) {
    case '"':
    case '\\':
    case '/':
      return JsonEscape{2, static_cast<char32_t>(text[1])};
    case 'b':
      return JsonEscape{2, U'\b'};
    case 'f':
      return JsonEscape{2, U'\f'};
    case 'n':
      return JsonEscape{2, U'\n'};
    case 'r':
      return JsonEscape{2, U'\r'};
    case 't':
      return JsonEscape{2, U'\t'};
    case 'u':
      return unicode_escape_at(text);
    default:
      return std::nullopt;
  }
}

std::string without_json_escapes(std::string_view text) {
  std::string meaning;
  while (!text.empty()) {
    if (const auto escape = json_escape_at(text)) {
      utf8::append(meaning, escape->code_point);
      text.remove_prefix(escape->length);
      continue;
    }
    const auto length = std::min(text.find('\\', 1), text.size());
    meaning += text.substr(0, length);
    text.remove_prefix(length);
  }
  return meaning;
}

}  // namespace barometer
