// Transcript: what was said, by whom, and exactly where it stands in the file it came from.
// Plain data; no I/O, no JSON.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/byte_span.hpp"

namespace barometer {

// Unknown is never the candidate. Other holds people and things that are not part of the interview
// (bots, "X's Presentation").
enum class Role : std::uint8_t { Unknown, Candidate, Interviewer, Other };

std::string_view to_string(Role role);
std::optional<Role> role_from(std::string_view name);

struct Speaker {
  std::string name;  // the label as written, without its punctuation; empty if there was none
  Role role = Role::Unknown;
};

// A stretch of Turn::text that is the same bytes as a stretch of the source or, one character of
// it, what a JSON escape in the source stands for.
struct SourceRun {
  std::size_t text_begin = 0;
  std::size_t source_begin = 0;
  std::size_t length = 0;         // of the text
  std::size_t escape_length = 0;  // of the escape in the source; 0: the same bytes

  std::size_t text_end() const { return text_begin + length; }
  std::size_t source_end() const {
    return source_begin + (escape_length > 0 ? escape_length : length);
  }
  auto operator<=>(const SourceRun&) const = default;
};

// One cue, sentence or segment, in spoken order.
struct Turn {
  std::size_t speaker = 0;               // index into Transcript::speakers
  std::optional<std::int64_t> start_ms;  // from the start of the recording; absent if unknown
  std::optional<std::int64_t> end_ms;
  std::string text;  // verbatim, UTF-8; only the format's own escapes are undone
  ByteSpan source;   // covers the text in Transcript::source
  // Ascending, not overlapping. What they leave out is nowhere in the source as it reads: joints,
  // entities. It is shown, but cannot be quoted.
  std::vector<SourceRun> runs;
};

// Something dropped or guessed. `code` is stable and lower_snake_case (the list is in
// src/transcript/README.md); `message` says where and how often, and never repeats the speech.
struct Warning {
  std::string code;
  std::string message;
};

struct Transcript {
  std::string format;             // id of the importer, such as "zoom_vtt"
  std::string source;             // the file, byte for byte; for docx its extracted text
  std::vector<Speaker> speakers;  // in order of appearance; one entry per label
  std::vector<Turn> turns;
  std::vector<Warning> warnings;
  double low_confidence_share =
      0.0;  // share of words the recogniser was unsure of, where the format tells; in [0, 1]
};

// A part of a turn that is one stretch of bytes of the source, or (for formats built from single
// words) several, joined by one space or, before punctuation, by nothing.
struct Passage {
  std::size_t turn = 0;
  ByteSpan span;      // of Turn::text
  std::string quote;  // the bytes that `span` covers
  // Where it stands in Transcript::source, in order. Of a JSON transcript, these bytes are the
  // quote once the escapes in them are undone (json_escape_at); of every other, as they are.
  std::vector<ByteSpan> source;
};

// Cuts `span` of one turn's text where an entity was undone or lines were joined, so that every
// passage is verbatim. A JSON escape cuts nothing: its bytes prove the character. Passages without
// a letter or digit are left out. Precondition: the span lies within the text.
std::vector<Passage> verbatim_passages(const Transcript& transcript, std::size_t turn,
                                       ByteSpan span);

// Faults in `transcript` against the rules above (offsets, order, roles); empty when sound.
// Importer tests and fuzz targets call it.
std::vector<std::string> faults(const Transcript& transcript);

}  // namespace barometer
