// whisper.cpp with --diarize: "<v Speaker0>" in front of each cue, never closed; "<v Speaker?>"
// where it could not tell.
#include "transcript/cues.hpp"
#include "transcript/importer.hpp"

namespace barometer {
namespace {

constexpr std::string_view format = "whisper_cpp_vtt";

bool recognises(const SourceFile& file) {
  return is_vtt(file) && file.text().find("<v Speaker") != std::string_view::npos &&
         file.text().find("</v>") == std::string_view::npos;
}

Result<Transcript> read(const SourceFile& file, const ImportLimits& limits) {
  CueSpeakers speakers;
  speakers.voices = true;
  return read_cues(file, limits, format, CueSyntax::Vtt, speakers);
}

}  // namespace

extern const Importer whisper_cpp_vtt_importer = {format, "whisper.cpp (.vtt)", recognises, read};

}  // namespace barometer
