// Otter: "Name  0:00  " above each paragraph, and a footer. With names off the header is a time.
#include <algorithm>

#include "transcript/importer.hpp"
#include "transcript/lines.hpp"
#include "transcript/speaker_header.hpp"

namespace barometer {
namespace {

constexpr std::string_view format = "otter_txt";
constexpr std::string_view footer = "Transcribed by https://otter.ai";

bool recognises(const SourceFile& file) { return has_header(file, is_otter_header); }

// The footer as the last words of the file; anywhere else it was said, or made up by a recogniser.
std::size_t footer_index(std::string_view text, const std::vector<Line>& lines) {
  for (auto i = lines.size(); i > 0; --i) {
    const auto line = slice(text, trimmed_span(text, lines[i - 1].span));
    if (!line.empty()) return line == footer ? i - 1 : lines.size();
  }
  return lines.size();
}

Result<Transcript> read(const SourceFile& file, const ImportLimits& limits) {
  TranscriptBuilder builder(std::string(format), file.bytes, limits);
  const auto lines = lines_of(file);
  const auto end = footer_index(file.text(), lines);
  bool in_turn = false;
  auto joint = Joint::Space;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto line = slice(file.text(), lines[i].span);
    if (is_blank(line)) {
      joint = Joint::Paragraph;
      continue;
    }
    const auto header = read_speaker_header(line);
    if (header && is_otter_header(*header)) {
      builder.begin_turn(header->name, header->clock.ms);
      in_turn = true;
    } else if (in_turn && i != end) {
      add_joined(builder, lines[i].span, joint);
    } else {
      builder.warn("lines_skipped", "Lines that are no speech were left out", place_of(lines[i]));
    }
    joint = Joint::Space;
  }
  return std::move(builder).finish();
}

}  // namespace

extern const Importer otter_txt_importer = {format, "Otter (.txt)", recognises, read};

}  // namespace barometer
