#include "transcript/clock.hpp"

#include <algorithm>

namespace barometer {
namespace {

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
bool is_space(char byte) { return byte == ' ' || byte == '\t' || byte == '\r'; }

// The number at `at`, which moves behind it. None without a digit, or with more than `most`.
std::optional<std::int64_t> read_number(std::string_view text, std::size_t& at, std::size_t most) {
  const auto begin = at;
  std::int64_t value = 0;
  while (at < text.size() && is_digit(text[at])) {
    if (at - begin == most) return std::nullopt;
    value = value * 10 + (text[at] - '0');
    ++at;
  }
  if (at == begin) return std::nullopt;
  return value;
}

// ":SS" at `at`: two digits below 60.
std::optional<std::int64_t> read_sixtieth(std::string_view text, std::size_t& at) {
  if (at + 3 > text.size() || text[at] != ':' || !is_digit(text[at + 1]) ||
      !is_digit(text[at + 2])) {
    return std::nullopt;
  }
  const std::int64_t value = (text[at + 1] - '0') * 10 + (text[at + 2] - '0');
  if (value >= 60) return std::nullopt;
  at += 3;
  return value;
}

std::int64_t fraction_ms(std::string_view digits) {
  std::int64_t ms = 0;
  for (std::size_t i = 0; i < 3; ++i) ms = ms * 10 + (i < digits.size() ? digits[i] - '0' : 0);
  return ms;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

}  // namespace

std::optional<ClockText> read_clock(std::string_view text) {
  ClockText clock;
  std::size_t at = 0;
  const auto first = read_number(text, at, 5);
  if (!first) return std::nullopt;
  clock.first_digits = at;
  const auto second = read_sixtieth(text, at);
  if (!second) return std::nullopt;
  const auto third = read_sixtieth(text, at);
  clock.fields = third ? 3 : 2;
  const auto seconds = third ? (*first * 60 + *second) * 60 + *third : *first * 60 + *second;
  clock.ms = seconds * 1000;
  if (at + 1 < text.size() && (text[at] == '.' || text[at] == ',') && is_digit(text[at + 1])) {
    auto end = at + 1;
    while (end < text.size() && is_digit(text[end]) && end - at <= 3) ++end;
    clock.ms += fraction_ms(text.substr(at + 1, end - at - 1));
    clock.fraction_mark = text[at];
    at = end;
  }
  clock.length = at;
  return clock;
}

std::optional<ClockText> whole_clock(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  const auto clock = read_clock(text);
  if (!clock || clock->length != text.size()) return std::nullopt;
  return clock;
}

std::optional<BracketedClock> read_bracketed_clock(std::string_view line) {
  auto at = skip_spaces(line, 0);
  if (at >= line.size() || (line[at] != '[' && line[at] != '(')) return std::nullopt;
  const char closing = line[at] == '[' ? ']' : ')';
  const auto start = read_clock(line.substr(at = skip_spaces(line, at + 1)));
  if (!start) return std::nullopt;
  BracketedClock clock{start->ms, std::nullopt, 0};
  at = skip_spaces(line, at + start->length);
  for (const std::string_view arrow : {"-->", "->", "-", "\xE2\x80\x93"}) {
    if (!line.substr(at).starts_with(arrow)) continue;
    at = skip_spaces(line, at + arrow.size());
    const auto end = read_clock(line.substr(at));
    if (!end) return std::nullopt;
    clock.end_ms = end->ms;
    at = skip_spaces(line, at + end->length);
    break;
  }
  if (at >= line.size() || line[at] != closing) return std::nullopt;
  clock.length = skip_spaces(line, at + 1);
  return clock;
}

std::optional<std::int64_t> WallClock::since_first(std::int64_t time_of_day_ms) {
  constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;
  if (!first_ms_) first_ms_ = time_of_day_ms;
  auto since = time_of_day_ms - *first_ms_ + (past_midnight_ ? day_ms : 0);
  if (!past_midnight_ && last_ms_ - since > day_ms / 2) {
    past_midnight_ = true;
    since += day_ms;
  } else if (past_midnight_ && since - last_ms_ > day_ms / 2) {
    since -= day_ms;  // a late line of the evening before
  }
  if (since < 0) return std::nullopt;
  last_ms_ = since;
  return since;
}

}  // namespace barometer
