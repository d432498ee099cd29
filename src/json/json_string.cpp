#include "json/json_string.hpp"

#include <cstddef>
#include <optional>

#include "core/json_escape.hpp"
#include "core/utf8.hpp"

namespace barometer {

std::optional<JsonStringPiece> JsonStringPieces::next() {
  if (rest_.empty()) return std::nullopt;
  const auto text = slice(source_, rest_);
  if (const auto escape = json_escape_at(text)) {
    JsonStringPiece piece{{rest_.begin, rest_.begin + escape->length}, {}};
    utf8::append(piece.unescaped, escape->code_point);
    rest_.begin = piece.source.end;
    return piece;
  }
  auto length = text.find('\\', 1);
  while (length != std::string_view::npos && !json_escape_at(text.substr(length))) {
    length = text.find('\\', length + 1);
  }
  JsonStringPiece piece{rest_, {}};
  if (length != std::string_view::npos) piece.source.end = rest_.begin + length;
  rest_.begin = piece.source.end;
  return piece;
}

std::string json_string_text(std::string_view source, ByteSpan literal) {
  return without_json_escapes(slice(source, literal));
}

}  // namespace barometer
