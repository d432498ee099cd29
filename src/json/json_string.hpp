// JSON string literals: what they say, piece by piece, and where each piece stands in the source.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/byte_span.hpp"

namespace barometer {

// A stretch of a literal. Without escapes its text is the bytes of the source; else `unescaped` is
// what they stand for.
struct JsonStringPiece {
  ByteSpan source;
  std::string unescaped;  // empty where the source is the text
};

// Cuts source[literal] (what stands between the quotes) at its escapes, in order and without gaps.
// Every escape is a piece of its own, so that each stands for one character; see
// core/json_escape.hpp. A backslash that escapes nothing known stays as it is. Offsets count in
// `source`, which must outlive the pieces.
class JsonStringPieces {
 public:
  JsonStringPieces(std::string_view source, ByteSpan literal) : source_(source), rest_(literal) {}

  // None at the end.
  std::optional<JsonStringPiece> next();

 private:
  std::string_view source_;
  ByteSpan rest_;
};

// The whole text of the literal.
std::string json_string_text(std::string_view source, ByteSpan literal);

}  // namespace barometer
