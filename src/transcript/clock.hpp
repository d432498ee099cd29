// Clock: the times that transcripts write, as milliseconds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace barometer {

// A time read from the start of a text.
struct ClockText {
  std::int64_t ms = 0;
  std::size_t length = 0;        // bytes
  int fields = 0;                // 2: M:SS, 3: H:MM:SS
  std::size_t first_digits = 0;  // digits of the first field: 2 in "00:03"
  char fraction_mark = '\0';     // '.' or ',' where a fraction follows
};

// Reads M:SS or H:MM:SS, with an optional fraction of one to three digits, at the start of `text`.
// Minutes behind hours, and seconds, have two digits and stay below 60.
std::optional<ClockText> read_clock(std::string_view text);

// The time that `text` is, and nothing else; white space around it is allowed.
std::optional<ClockText> whole_clock(std::string_view text);

// A time, or a range, in brackets or parentheses at the start of a line: "[00:03:10]", "(0:12)",
// "[00:00:00.000 --> 00:00:05.000]".
struct BracketedClock {
  std::int64_t start_ms = 0;
  std::optional<std::int64_t> end_ms;
  std::size_t length = 0;  // with brackets and the blanks behind them
};
std::optional<BracketedClock> read_bracketed_clock(std::string_view line);

// Turns times of day into times since the first one. One midnight is allowed; a time that lies
// before the first one for another reason is none.
class WallClock {
 public:
  std::optional<std::int64_t> since_first(std::int64_t time_of_day_ms);

 private:
  std::optional<std::int64_t> first_ms_;
  std::int64_t last_ms_ = 0;
  bool past_midnight_ = false;
};

}  // namespace barometer
