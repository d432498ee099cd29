#include "json/json_string.hpp"

#include "transcript/transcript_builder.hpp"

namespace barometer {

void add_json_string(TranscriptBuilder& builder, ByteSpan literal) {
  for (const JsonStringPiece& piece : json_string_pieces(builder.source(), literal)) {
    if (piece.unescaped.empty()) {
      builder.add_source(piece.source);
    } else {
      builder.add_escaped(piece.source, piece.unescaped);
    }
  }
}

}  // namespace barometer
