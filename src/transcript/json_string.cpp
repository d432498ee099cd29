#include "json/json_string.hpp"

#include "transcript/transcript_builder.hpp"

namespace barometer {

void add_json_string(TranscriptBuilder& builder, ByteSpan literal) {
  JsonStringPieces pieces(builder.source(), literal);
  while (const auto piece = pieces.next()) {
    if (piece->unescaped.empty()) {
      builder.add_source(piece->source);
    } else {
      builder.add_json_escape(piece->source, piece->unescaped);
    }
  }
}

}  // namespace barometer
