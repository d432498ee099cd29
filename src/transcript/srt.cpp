// SRT of any maker, that of whisper.cpp with its "(speaker 0)" included.
#include "transcript/cues.hpp"
#include "transcript/importer.hpp"

namespace barometer {
namespace {

constexpr std::string_view format = "srt";

Result<Transcript> read(const SourceFile& file, const ImportLimits& limits) {
  CueSpeakers speakers;
  speakers.voices = true;
  speakers.names = true;
  speakers.brackets = true;
  speakers.dashes = true;
  speakers.carried = true;
  return read_cues(file, limits, format, CueSyntax::Srt, speakers);
}

}  // namespace

extern const Importer srt_importer = {format, "SubRip captions (.srt)", is_srt, read};

}  // namespace barometer
