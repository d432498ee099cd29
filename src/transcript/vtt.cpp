// VTT of any other maker: speakers in every place that is in use, and perhaps only on change.
#include "transcript/cues.hpp"
#include "transcript/importer.hpp"

namespace barometer {
namespace {

constexpr std::string_view format = "vtt";

Result<Transcript> read(const SourceFile& file, const ImportLimits& limits) {
  CueSpeakers speakers;
  speakers.voices = true;
  speakers.names = true;
  speakers.brackets = true;
  speakers.dashes = true;
  speakers.carried = true;
  return read_cues(file, limits, format, CueSyntax::Vtt, speakers);
}

}  // namespace

extern const Importer vtt_importer = {format, "WebVTT captions (.vtt)", is_vtt, read};

}  // namespace barometer
