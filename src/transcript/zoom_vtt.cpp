// Zoom cloud recordings: numbered cues, "Display Name: speech" inside each. The name may be
// missing, and then nobody knows whose words they are.
#include "transcript/cues.hpp"
#include "transcript/importer.hpp"

namespace barometer {
namespace {

constexpr std::string_view format = "zoom_vtt";

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// Most cues are numbered, and most begin with a name: generic files number cues, too, but name
// speakers on change, or put two voices into one cue.
bool recognises(const SourceFile& file) {
  if (!is_vtt(file)) return false;
  const auto source = file.text();
  const auto cues = cues_of(file, CueSyntax::Vtt);
  const auto census = openings_of(source, cues, CueSyntax::Vtt).census;
  std::size_t numbered = 0;
  std::size_t named = 0;
  for (const Cue& cue : cues.cues) {
    numbered += is_number(cue.id) ? 1U : 0U;
    if (cue.lines.empty()) continue;
    const auto first_line = slice(source, trimmed_span(source, cue.lines.front().span));
    named += census.colon_label(first_line) ? 1U : 0U;
  }
  const auto half = cues.cues.size() / 2;
  return numbered > half && named > 0 && named >= half;
}

Result<Transcript> read(const SourceFile& file, const ImportLimits& limits) {
  CueSpeakers speakers;
  speakers.names = true;
  return read_cues(file, limits, format, CueSyntax::Vtt, speakers);
}

}  // namespace

extern const Importer zoom_vtt_importer = {format, "Zoom cloud recording (.vtt)", recognises, read};

}  // namespace barometer
