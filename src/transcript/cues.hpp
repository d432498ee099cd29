// Cues: the timed blocks that VTT and SRT files are made of, and how speakers are found in them.
// The formats differ in where the speaker's name stands; each format file says which of the places
// to believe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "domain/transcript.hpp"
#include "transcript/importer.hpp"
#include "transcript/labels.hpp"
#include "transcript/lines.hpp"

namespace barometer {

struct Cue {
  std::size_t line = 0;                  // of the timing
  std::string_view id;                   // the line above the timing; empty if there is none
  std::optional<std::int64_t> start_ms;  // absent where the timing cannot be read
  std::optional<std::int64_t> end_ms;
  std::vector<Line> lines;  // of text, none of them blank
  bool has_gap = false;     // a blank line stood inside the text
};

// The blocks of a file. Views point into the source.
struct CueFile {
  std::vector<Cue> cues;
  std::vector<Line> skipped;  // header text, NOTE, STYLE and REGION blocks, ids without a cue
  bool dotted = false;        // "." before the milliseconds, in the first timing
};

enum class CueSyntax : std::uint8_t { Vtt, Srt };
CueFile cues_of(const SourceFile& file, CueSyntax syntax);

// "3f0c9a52-77d1-4c1e-9b0a-2d5e8c6a1f40/12-0"
bool is_teams_cue_id(std::string_view text);

bool is_vtt(const SourceFile& file);
// True when a timing line of SRT stands among the first lines.
bool is_srt(const SourceFile& file);

// Where a format writes its speakers.
struct CueSpeakers {
  bool voices = false;    // <v Name>
  bool names = false;     // "Name: "
  bool brackets = false;  // "[Name] ", "(Name)", "(speaker 0) "
  bool whisperx = false;  // "[SPEAKER_00]: "
  bool dashes = false;    // "- " for another voice in the same cue
  bool carried = false;   // named only on change
};

// Reads a file of cues: one turn for each voice of each cue.
Result<Transcript> read_cues(const SourceFile& file, const ImportLimits& limits,
                             std::string_view format, CueSyntax syntax,
                             const CueSpeakers& speakers);

// What the cues open with, for recognising a format.
struct CueOpenings {
  LabelCensus census;
  std::size_t whisperx = 0;  // "[SPEAKER_00]:"
};
CueOpenings openings_of(std::string_view source, const CueFile& file, CueSyntax syntax);

}  // namespace barometer
