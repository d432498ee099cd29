// Labels: what counts as the name of a speaker, and which names tell the role.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/transcript.hpp"

namespace barometer {

// The role that a label tells by itself ("Candidate", "Interviewer 2", "Q"), else Unknown.
Role role_of_label(std::string_view label);

// Sets the role of every speaker whose label tells it. "A" is the candidate beside a "Q" only, and
// neither tells anything where single letters are merely numbers ("A", "B", "C").
void set_telling_roles(std::vector<Speaker>& speakers);

// True for what may stand before a colon as a name: one to four words besides what stands in
// parentheses, no lower-case start, no sentence, not the opening of one ("One thing", "Result").
bool looks_like_name(std::string_view text);

// The speaker's prefix of a line.
struct Prefix {
  std::string_view label;      // without its punctuation
  std::size_t text_begin = 0;  // where the speech begins, counted from the start of the line
};

// What stands before the first colon of `line` if it is at most six words long and followed by a
// space or the end of the line: "Dana Osei: Why?", and "One thing: cost", too. Look at the label
// before believing it.
std::optional<Prefix> colon_opening(std::string_view line);

// "Name: speech" with a label that looks like a name.
std::optional<Prefix> name_prefix(std::string_view line);

// "[Name]: speech", "[Name] speech", "{Name} speech", "(speaker 0) speech"; the colon is optional,
// and so is the speech.
// Sounds ("[laughs]", "[Music]") are no names. The label of "(speaker ?)" is empty.
std::optional<Prefix> bracket_prefix(std::string_view line);

// "**Name:** speech" or "**Name**: speech", as Markdown writes it.
std::optional<Prefix> markdown_prefix(std::string_view line);

// "#Name: speech" or "@Name: speech", lower case allowed.
std::optional<Prefix> tagged_prefix(std::string_view line);

// "[SPEAKER_00]: speech", as WhisperX writes it.
std::optional<Prefix> whisperx_prefix(std::string_view line);

// What the lines of a whole file open with, so that a colon or a bracket in speech is not taken
// for a speaker. Show it every line first, then ask about each.
class LabelCensus {
 public:
  void add(std::string_view line);

  // "Name:". Nothing where other "word:" openings are as common. A lower-case opening counts as a
  // name where it opens a fifth of the lines.
  std::optional<Prefix> colon_label(std::string_view line) const;
  // "[Name]". Without a colon behind it, only a label that returns, or in a file where every second
  // line has one.
  std::optional<Prefix> bracket_label(std::string_view line) const;

  std::size_t lines() const { return lines_; }
  std::size_t names() const { return names_; }
  // True where names stand in the file but are no more common than other openings.
  bool names_doubtful() const { return names_ > 0 && names() <= others(); }

 private:
  using Counts = std::map<std::string, std::size_t, std::less<>>;

  bool is_frequent(std::string_view label) const;
  std::size_t others() const;

  std::size_t lines_ = 0;
  std::size_t names_ = 0;
  std::size_t bracketed_ = 0;
  Counts others_;
  Counts brackets_;
  mutable std::optional<std::size_t> other_lines_;  // what others() found, until the next line
};

}  // namespace barometer
