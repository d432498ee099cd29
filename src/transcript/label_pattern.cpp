#include "transcript/label_pattern.hpp"

#include <unicode/regex.h>
#include <unicode/utext.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

#include "core/utf8.hpp"
#include "transcript/clock.hpp"

namespace barometer {
namespace {

using Clock = std::chrono::steady_clock;

// In steps of ICU, each about ten thousand tries: some milliseconds. A label that needs more is no
// label. Counted, not timed, so that the same file gives the same answer on any machine.
constexpr std::int32_t most_steps = 20;
constexpr std::int32_t most_stack = 1 << 20;  // bytes of backtracking
// The last net, for millions of lines that each stay below.
constexpr auto most_time = std::chrono::seconds(20);

std::string_view what_is_wrong(UErrorCode code) {
  switch (code) {
    case U_REGEX_MISMATCHED_PAREN:
      return "a parenthesis is not closed, or closes nothing";
    case U_REGEX_MISSING_CLOSE_BRACKET:
      return "a bracket is not closed";
    case U_REGEX_BAD_ESCAPE_SEQUENCE:
      return "this escape does not exist";
    case U_REGEX_PROPERTY_SYNTAX:
      return "this property does not exist";
    case U_REGEX_BAD_INTERVAL:
    case U_REGEX_MAX_LT_MIN:
    case U_REGEX_NUMBER_TOO_BIG:
      return "this repetition is not valid";
    case U_REGEX_INVALID_RANGE:
      return "this range runs backwards";
    case U_REGEX_INVALID_CAPTURE_GROUP_NAME:
      return "this group has no valid name, or the name of another one";
    case U_REGEX_INVALID_BACK_REF:
      return "this refers to a group that does not exist";
    case U_REGEX_LOOK_BEHIND_LIMIT:
      return "what is looked behind for has no fixed length";
    case U_REGEX_UNIMPLEMENTED:
      return "this is not supported";
    default:
      return "this is not valid";
  }
}

Error wrong_at(std::int32_t place, std::string_view what) {
  return invalid_input("The label pattern is wrong at character " +
                       std::to_string(std::max(place, 1)) + ": " + std::string(what) + ".");
}

// 0 where there is none.
std::int32_t group_named(const icu::RegexPattern& regex, const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  const auto number = regex.groupNumberFromName(name, -1, status);
  return U_SUCCESS(status) ? number : 0;
}

// A time as people write it: "03:10", "[00:03:10]", "(3:10)".
std::optional<std::int64_t> time_of(std::string_view text) {
  if (const auto clock = read_bracketed_clock(text)) return clock->start_ms;
  if (const auto clock = read_clock(text)) return clock->ms;
  return std::nullopt;
}

Error too_long() {
  return invalid_input(
      "The label pattern takes too long. Make it simpler: no repetition within a repetition, as in "
      "'(a+)+'.");
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

}  // namespace

struct LabelPattern::Compiled {
  std::unique_ptr<const icu::RegexPattern> regex;
  std::int32_t speaker = 0;  // numbers of groups; 0: none
  std::int32_t time = 0;
};

Result<LabelPattern> make_label_pattern(std::string_view regex) {
  if (regex.size() > LabelPattern::max_size) {
    return invalid_input("The label pattern has " + std::to_string(regex.size()) +
                         " bytes; the limit is " + std::to_string(LabelPattern::max_size) + ".");
  }
  if (utf8::first_invalid(regex)) return invalid_input("The label pattern is not valid UTF-8.");
  UErrorCode status = U_ZERO_ERROR;
  UParseError place{};
  const auto source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(regex.data(), static_cast<std::int32_t>(regex.size())));
  LabelPattern::Compiled compiled;
  compiled.regex.reset(icu::RegexPattern::compile(source, 0, place, status));
  if (U_FAILURE(status)) return wrong_at(place.offset, what_is_wrong(status));
  compiled.time = group_named(*compiled.regex, "time");
  compiled.speaker = group_named(*compiled.regex, "speaker");
  UErrorCode counted = U_ZERO_ERROR;
  const std::unique_ptr<icu::RegexMatcher> matcher(compiled.regex->matcher(counted));
  const auto groups = U_SUCCESS(counted) ? matcher->groupCount() : 0;
  if (compiled.speaker == 0) compiled.speaker = compiled.time == 1 ? 2 : 1;
  if (compiled.speaker > groups) {
    return invalid_input(
        "The label pattern has no group for the speaker. Put the name in parentheses, as in "
        "'(\\w+)> ' or '(?<speaker>[^|]+)\\| '.");
  }
  return LabelPattern(std::make_shared<const LabelPattern::Compiled>(std::move(compiled)));
}

struct LabelMatcher::State {
  const LabelPattern::Compiled* pattern = nullptr;
  std::unique_ptr<icu::RegexMatcher> matcher;
  UText text = UTEXT_INITIALIZER;
  Clock::duration spent{};

  // The part of `line` that the group holds.
  std::string_view group(std::string_view line, std::int32_t number) const {
    UErrorCode status = U_ZERO_ERROR;
    const auto begin = matcher->start64(number, status);
    const auto end = matcher->end64(number, status);
    if (U_FAILURE(status) || begin < 0 || end < begin) return {};
    return line.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
  }
};

LabelMatcher::LabelMatcher(const LabelPattern& pattern) : state_(std::make_unique<State>()) {
  UErrorCode status = U_ZERO_ERROR;
  state_->pattern = &pattern.compiled();
  state_->matcher.reset(state_->pattern->regex->matcher(status));
  if (U_FAILURE(status) || !state_->matcher) {
    state_->matcher.reset();
    return;
  }
  state_->matcher->setTimeLimit(most_steps, status);
  state_->matcher->setStackLimit(most_stack, status);
}

LabelMatcher::~LabelMatcher() { utext_close(&state_->text); }

Result<std::optional<OwnLabel>> LabelMatcher::match(std::string_view line) {
  if (!state_->matcher) return Error{ErrorCode::Unavailable, "No memory for the label pattern."};
  if (state_->spent > most_time) return too_long();
  auto size = std::min(line.size(), LabelPattern::max_line);
  while (!utf8::is_boundary(line, size)) --size;
  line = line.substr(0, size);
  const auto started = Clock::now();
  UErrorCode status = U_ZERO_ERROR;
  utext_openUTF8(&state_->text, line.data(), static_cast<std::int64_t>(line.size()), &status);
  state_->matcher->reset(&state_->text);
  const bool fits = state_->matcher->lookingAt(status) != 0;
  state_->spent += Clock::now() - started;
  if (U_FAILURE(status)) return too_long();
  const auto whole = fits ? state_->group(line, 0) : std::string_view();
  if (whole.empty()) return std::optional<OwnLabel>();
  OwnLabel found;
  found.label = trimmed(state_->group(line, state_->pattern->speaker));
  if (state_->pattern->time > 0)
    found.start_ms = time_of(trimmed(state_->group(line, state_->pattern->time)));
  found.text_begin = whole.size();
  return std::optional<OwnLabel>(found);
}

}  // namespace barometer
