// Microsoft Teams: "<v Name>speech</v>", over one or more lines, under ids that are no speech.
#include <algorithm>

#include "transcript/cues.hpp"
#include "transcript/importer.hpp"

namespace barometer {
namespace {

constexpr std::string_view format = "teams_vtt";

bool recognises(const SourceFile& file) {
  if (!is_vtt(file)) return false;
  const bool closed_voices = file.text().find("<v ") != std::string_view::npos &&
                             file.text().find("</v>") != std::string_view::npos;
  if (closed_voices) return true;
  const auto cues = cues_of(file, CueSyntax::Vtt).cues;
  return std::any_of(cues.begin(), cues.end(),
                     [](const Cue& cue) { return is_teams_cue_id(cue.id); });
}

// Forms that are told of but not known from a real file.
bool is_variant(const SourceFile& file, const Transcript& transcript) {
  if (file.text().find("\nNOTE ") != std::string_view::npos) return true;
  return std::any_of(transcript.speakers.begin(), transcript.speakers.end(),
                     [](const Speaker& speaker) { return speaker.name.ends_with("(Guest)"); });
}

Result<Transcript> read(const SourceFile& file, const ImportLimits& limits) {
  CueSpeakers speakers;
  speakers.voices = true;
  auto transcript = read_cues(file, limits, format, CueSyntax::Vtt, speakers);
  if (transcript && is_variant(file, *transcript)) {
    transcript->warnings.push_back(
        {"format_doubtful", "Guests and NOTE blocks in Teams files are not documented"});
  }
  return transcript;
}

}  // namespace

extern const Importer teams_vtt_importer = {format, "Microsoft Teams (.vtt)", recognises, read};

}  // namespace barometer
