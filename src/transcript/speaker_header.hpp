// Speaker header: the line "Dana Osei  0:03" that Otter and Teams put above what somebody said.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "transcript/clock.hpp"
#include "transcript/importer.hpp"

namespace barometer {

struct SpeakerHeader {
  std::string_view name;  // empty where the line is only a time
  ClockText clock;
  std::size_t gap = 0;         // blanks between name and time
  std::size_t text_begin = 0;  // behind the time
  std::size_t trailing = 0;    // blanks behind the time
  bool whole_line = false;     // nothing but blanks behind the time
};

// A name (or none), at least two blanks, a time.
std::optional<SpeakerHeader> read_speaker_header(std::string_view line);

// Otter: two spaces; a lone time has two more behind it, or no second digit for hours or minutes.
bool is_otter_header(const SpeakerHeader& header);
// Teams: three spaces. Speech may follow on the line.
bool is_teams_header(const SpeakerHeader& header);

// True when a header of the kind stands among the first lines.
bool has_header(const SourceFile& file, bool (*is_header)(const SpeakerHeader& header));

}  // namespace barometer
