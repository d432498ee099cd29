// The text of a Microsoft Teams transcript document: "Name   0:03" and the speech, on the next
// lines or on the same one, under a title and a date that tell no usable time.
#include "transcript/importer.hpp"
#include "transcript/lines.hpp"
#include "transcript/speaker_header.hpp"

namespace barometer {
namespace {

constexpr std::string_view format = "teams_docx";

bool recognises(const SourceFile& file) { return has_header(file, is_teams_header); }

enum class Notice : std::uint8_t { None, Started, Stopped };

// "Dana Osei started transcription". A sentence that ends so would have a full stop.
Notice notice_of(std::string_view line) {
  constexpr std::size_t longest = 120;
  if (line.size() > longest) return Notice::None;
  if (line.ends_with(" started transcription")) return Notice::Started;
  return line.ends_with(" stopped transcription") ? Notice::Stopped : Notice::None;
}

Result<Transcript> read(const SourceFile& file, const ImportLimits& limits) {
  TranscriptBuilder builder(std::string(format), file.bytes, limits);
  bool in_turn = false;
  auto joint = Joint::Space;
  for (const Line& line : lines_of(file)) {
    const auto text = slice(file.text(), line.span);
    if (is_blank(text)) {
      joint = Joint::Paragraph;
      continue;
    }
    const auto header = read_speaker_header(text);
    const auto notice = notice_of(slice(file.text(), trimmed_span(file.text(), line.span)));
    if (header && is_teams_header(*header)) {
      builder.begin_turn(header->name, header->clock.ms);
      add_joined(builder, {line.span.begin + header->text_begin, line.span.end});
      in_turn = true;
    } else if (in_turn && notice == Notice::None) {
      add_joined(builder, line.span, joint);
    } else {
      builder.warn("lines_skipped", "Lines that are no speech were left out", place_of(line));
    }
    if (notice == Notice::Stopped) {
      builder.warn("format_doubtful", "A \"stopped transcription\" line was taken for a notice",
                   place_of(line));
    }
    joint = Joint::Space;
  }
  return std::move(builder).finish();
}

}  // namespace

extern const Importer teams_docx_importer = {format, "Microsoft Teams document (.docx, as text)",
                                             recognises, read};

}  // namespace barometer
