#include "json/json_string.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

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

struct Escape {
  std::size_t length = 0;
  char32_t code_point = 0;
};

bool is_high_surrogate(std::uint32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low_surrogate(std::uint32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

std::optional<Escape> unicode_escape_at(std::string_view text) {
  const auto unit = unit_at(text);
  if (!unit) return std::nullopt;
  if (is_high_surrogate(*unit)) {
    const auto low = unit_at(text.substr(6));
    if (low && is_low_surrogate(*low)) {
      return Escape{12,
                    static_cast<char32_t>(0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00))};
    }
    return Escape{6, replacement};
  }
  if (is_low_surrogate(*unit) || *unit == 0) return Escape{6, replacement};
  return Escape{6, static_cast<char32_t>(*unit)};
}

// The escape that starts with the backslash at the start of `text`.
std::optional<Escape> escape_at(std::string_view text) {
  if (text.size() < 2) return std::nullopt;
  switch (text[1]) {
    case '"':
    case '\\':
    case '/':
      return Escape{2, static_cast<char32_t>(text[1])};
    case 'b':
      return Escape{2, U'\b'};
    case 'f':
      return Escape{2, U'\f'};
    case 'n':
      return Escape{2, U'\n'};
    case 'r':
      return Escape{2, U'\r'};
    case 't':
      return Escape{2, U'\t'};
    case 'u':
      return unicode_escape_at(text);
    default:
      return std::nullopt;
  }
}

}  // namespace

std::vector<JsonStringPiece> json_string_pieces(std::string_view source, ByteSpan literal) {
  std::vector<JsonStringPiece> pieces;
  const auto text = slice(source, literal);
  const auto add_plain = [&](std::size_t begin, std::size_t end) {
    if (begin < end) pieces.push_back({{literal.begin + begin, literal.begin + end}, {}});
  };
  std::size_t plain_begin = 0;
  std::size_t offset = text.find('\\');
  while (offset != std::string_view::npos) {
    const auto escape = escape_at(text.substr(offset));
    if (!escape) {
      offset = text.find('\\', offset + 1);
      continue;
    }
    add_plain(plain_begin, offset);
    const bool follows_escape = plain_begin == offset && !pieces.empty();
    if (!follows_escape) pieces.push_back({{literal.begin + offset, literal.begin + offset}, {}});
    utf8::append(pieces.back().unescaped, escape->code_point);
    offset += escape->length;
    pieces.back().source.end = literal.begin + offset;
    plain_begin = offset;
    offset = text.find('\\', offset);
  }
  add_plain(plain_begin, text.size());
  return pieces;
}

std::string json_string_text(std::string_view source, ByteSpan literal) {
  std::string text;
  for (const JsonStringPiece& piece : json_string_pieces(source, literal)) {
    if (piece.unescaped.empty()) {
      text += slice(source, piece.source);
    } else {
      text += piece.unescaped;
    }
  }
  return text;
}

}  // namespace barometer
