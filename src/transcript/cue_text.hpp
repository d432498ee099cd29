// Cue text: the words of a cue, with the markup and escapes of VTT and SRT undone.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/byte_span.hpp"
#include "domain/transcript.hpp"
#include "transcript/cues.hpp"
#include "transcript/transcript_builder.hpp"

namespace barometer {

// Text, and which stretches of it stand in the source as they are.
struct DecodedText {
  std::string text;
  std::vector<SourceRun> runs;

  void add_source(std::string_view source, ByteSpan span);
  void add_text(std::string_view added) { text += added; }
};

// One line of a cue, or the part of it that one <v> voice spoke.
struct CueLine {
  std::optional<std::string> voice;  // the name in the <v> tag in force
  DecodedText said;
};

// Undoes tags, and the entities of VTT. What is no known markup stays as text. Lines without text
// are left out.
std::vector<CueLine> decoded_lines(std::string_view source, const Cue& cue, CueSyntax syntax);

// Adds decoded.text from `begin` on to the open turn, joined by a space to what is there.
void add_decoded(TranscriptBuilder& builder, const DecodedText& decoded, std::size_t begin);

}  // namespace barometer
