// WhisperX as VTT, SRT and TXT: "[SPEAKER_00]: speech". Its VTT leaves out hours.
#include <algorithm>

#include "transcript/cues.hpp"
#include "transcript/importer.hpp"

namespace barometer {
namespace {

constexpr std::string_view vtt_format = "whisperx_vtt";
constexpr std::string_view srt_format = "whisperx_srt";
constexpr std::string_view txt_format = "whisperx_txt";

// Segments that it could not give to anybody have no label.
constexpr CueSpeakers speakers{.whisperx = true};

bool has_labels(const SourceFile& file, CueSyntax syntax) {
  return openings_of(file.text(), cues_of(file, syntax), syntax).whisperx > 0;
}

bool recognises_vtt(const SourceFile& file) {
  return is_vtt(file) && has_labels(file, CueSyntax::Vtt);
}

bool recognises_srt(const SourceFile& file) {
  return is_srt(file) && has_labels(file, CueSyntax::Srt);
}

bool recognises_txt(const SourceFile& file) {
  const auto lines = lines_of(file);
  return std::any_of(lines.begin(), lines.end(), [&file](const Line& line) {
    return whisperx_prefix(slice(file.text(), line.span)).has_value();
  });
}

Result<Transcript> read_vtt(const SourceFile& file, const ImportLimits& limits) {
  return read_cues(file, limits, vtt_format, CueSyntax::Vtt, speakers);
}

Result<Transcript> read_srt(const SourceFile& file, const ImportLimits& limits) {
  return read_cues(file, limits, srt_format, CueSyntax::Srt, speakers);
}

// One segment a line.
Result<Transcript> read_txt(const SourceFile& file, const ImportLimits& limits) {
  TranscriptBuilder builder(std::string(txt_format), file.bytes, limits);
  for (const Line& line : lines_of(file)) {
    const auto prefix = whisperx_prefix(slice(file.text(), line.span));
    builder.begin_turn(prefix ? prefix->label : std::string_view{});
    add_joined(builder, {line.span.begin + (prefix ? prefix->text_begin : 0), line.span.end});
  }
  return std::move(builder).finish();
}

}  // namespace

extern const Importer whisperx_vtt_importer = {vtt_format, "WhisperX (.vtt)", recognises_vtt,
                                               read_vtt};
extern const Importer whisperx_srt_importer = {srt_format, "WhisperX (.srt)", recognises_srt,
                                               read_srt};
extern const Importer whisperx_txt_importer = {txt_format, "WhisperX (.txt)", recognises_txt,
                                               read_txt};

}  // namespace barometer
