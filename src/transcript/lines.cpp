#include "transcript/lines.hpp"

#include <algorithm>

namespace barometer {
namespace {

bool is_space(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

}  // namespace

std::vector<Line> lines_of(const SourceFile& file) {
  const std::string_view text = file.text();
  std::vector<Line> lines;
  std::size_t begin = file.text_begin;
  while (begin < text.size()) {
    const auto end = std::min(text.find_first_of("\r\n", begin), text.size());
    lines.push_back({{begin, end}, lines.size() + 1});
    const bool pair = text.substr(end, 2) == "\r\n";
    begin = end + (pair ? 2 : 1);
  }
  return lines;
}

std::string place_of(const Line& line) { return "line " + std::to_string(line.number); }

bool is_blank(std::string_view line) { return std::all_of(line.begin(), line.end(), is_space); }

ByteSpan trimmed_span(std::string_view text, ByteSpan span) {
  while (span.begin < span.end && is_space(text[span.begin])) ++span.begin;
  while (span.end > span.begin && is_space(text[span.end - 1])) --span.end;
  return span;
}

void add_joined(TranscriptBuilder& builder, ByteSpan span, Joint joint) {
  span = trimmed_span(builder.source(), span);
  if (span.empty()) return;
  if (builder.turn_has_text()) builder.add_text(joint == Joint::Space ? " " : "\n");
  builder.add_source(span);
}

}  // namespace barometer
