// A label pattern of a person's own: how the lines of a text name their speakers, where no known
// form fits ("Dana> Why?", "#3 | Dana | Why?").
//
// The regular expression (the syntax of ICU, near that of Perl) is held against the start of each
// line. Where it fits (and takes at least one character), the line opens a turn: the group named
// `speaker` (or else the first group) is the label, a group named `time` is the time, and what
// follows the match is speech. All other lines go on with the turn above.
//
// Patterns and files may be hostile. A pattern has at most `max_size` bytes, sees at most
// `max_line` bytes of a line, and each match and each file has a limit of work; passing one is an
// InvalidInput, never a hang.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "core/result.hpp"

namespace barometer {

// Compiled once, shared by threads and files. Copies are cheap.
class LabelPattern {
 public:
  static constexpr std::size_t max_size = 1'000;
  static constexpr std::size_t max_line = 400;

  struct Compiled;

  const Compiled& compiled() const { return *compiled_; }

 private:
  friend Result<LabelPattern> make_label_pattern(std::string_view regex);
  explicit LabelPattern(std::shared_ptr<const Compiled> compiled)
      : compiled_(std::move(compiled)) {}

  std::shared_ptr<const Compiled> compiled_;
};

// InvalidInput with the place in the pattern, or that it has no group.
Result<LabelPattern> make_label_pattern(std::string_view regex);

// What a line opens with. Offsets count from the start of the line.
struct OwnLabel {
  std::string_view label;  // trimmed; empty: a turn of nobody
  std::optional<std::int64_t> start_ms;
  std::size_t text_begin = 0;
};

// Holds the lines of one file, in any order, against a pattern. For one thread. `pattern` must
// outlive it.
class LabelMatcher {
 public:
  explicit LabelMatcher(const LabelPattern& pattern);
  ~LabelMatcher();
  LabelMatcher(const LabelMatcher&) = delete;
  LabelMatcher& operator=(const LabelMatcher&) = delete;

  // None where the pattern does not fit. `line` is valid UTF-8. InvalidInput when the pattern takes
  // too long; the message does not repeat the line.
  Result<std::optional<OwnLabel>> match(std::string_view line);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace barometer
