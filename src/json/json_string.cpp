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

// The escape at the start of `text`, if there is one.
std::optional<Escape> escape_at(std::string_view text) {
  if (text.size() < 2 || text[0] != '\\') return std::nullopt;
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

std::optional<JsonStringPiece> JsonStringPieces::next() {
  if (rest_.empty()) return std::nullopt;
  const auto text = slice(source_, rest_);
  if (escape_at(text)) return take_escapes();
  auto length = text.find('\\', 1);
  while (length != std::string_view::npos && !escape_at(text.substr(length))) {
    length = text.find('\\', length + 1);
  }
  JsonStringPiece piece{rest_, {}};
  if (length != std::string_view::npos) piece.source.end = rest_.begin + length;
  rest_.begin = piece.source.end;
  return piece;
}

JsonStringPiece JsonStringPieces::take_escapes() {
  JsonStringPiece piece{rest_, {}};
  while (const auto escape = escape_at(slice(source_, rest_))) {
    utf8::append(piece.unescaped, escape->code_point);
    rest_.begin += escape->length;
  }
  piece.source.end = rest_.begin;
  return piece;
}

std::string json_string_text(std::string_view source, ByteSpan literal) {
  std::string text;
  JsonStringPieces pieces(source, literal);
  while (const auto piece = pieces.next()) {
    if (piece->unescaped.empty()) {
      text += slice(source, piece->source);
    } else {
      text += piece->unescaped;
    }
  }
  return text;
}

}  // namespace barometer
