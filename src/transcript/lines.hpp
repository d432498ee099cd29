// Lines: a text cut into lines, each with its place in the file.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/byte_span.hpp"
#include "transcript/importer.hpp"
#include "transcript/transcript_builder.hpp"

namespace barometer {

struct Line {
  ByteSpan span;           // without its ending
  std::size_t number = 0;  // from 1
};

// Every line behind the byte-order mark. LF, CR LF and CR end a line.
std::vector<Line> lines_of(const SourceFile& file);

// "line 12"
std::string place_of(const Line& line);

bool is_blank(std::string_view line);

// The part of `span` without white space at both ends.
ByteSpan trimmed_span(std::string_view text, ByteSpan span);

// Adds `span` to the open turn, joined to what is there by a space, or by a line break where a
// paragraph ended. Does nothing for a blank span.
enum class Joint { Space, Paragraph };
void add_joined(TranscriptBuilder& builder, ByteSpan span, Joint joint = Joint::Space);

}  // namespace barometer
