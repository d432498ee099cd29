#include "domain/practice.hpp"

#include <algorithm>
#include <utility>

#include "domain/feedback.hpp"

namespace barometer {
namespace {

// A row per enumerator, in its order.
constexpr std::array<std::pair<std::string_view, std::string_view>, gap_count> gap_table = {{
    {"for-whom", "end-customer"},
    {"own-part", "own-part"},
    {"specifics", "which-details"},
    {"measure", "how-measured"},
    {"result", "result"},
    {"how-known", "how-do-you-know"},
    {"alternatives", "what-else"},
    {"what-happened-after", "after-the-decision"},
    {"what-changed", "what-changed"},
    {"reasoning", "how-do-you-know"},
    {"side-effects", "side-effects"},
    {"means", "with-less"},
    {"obstacle", "what-stopped-you"},
    {"others", "help-others"},
    {"own-standard", "better-than-accepted"},
    {"intent", "what-would-you-do"},
    {"of-the-pack", ""},
}};

constexpr std::array<std::string_view, 11> utterance_kinds = {
    "question", "probe",   "hint",     "repeat",     "wait", "redirect",
    "boundary", "support", "language", "transition", "close"};

constexpr std::array<std::string_view, turn_kind_count> turn_kinds = {
    "answer",        "nothing-more", "dont-know",   "declined", "repeat",   "rephrase",  "pause",
    "silence",       "off-topic",    "instruction", "abuse",    "distress", "self-harm", "foreign",
    "asks-feedback", "asks-answer",  "asks-scope",  "asks-who", "skip",     "end"};

constexpr std::array<std::string_view, 8> topic_ends = {
    "open", "complete", "deep", "nothing-new", "no-example", "left", "broken", "ran-out"};
constexpr std::array<std::string_view, 3> probings = {"gentle", "usual", "hard"};
constexpr std::array<std::string_view, 3> lengths = {"short", "usual", "long"};

template <typename Enum, std::size_t size>
std::optional<Enum> named(const std::array<std::string_view, size>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

}  // namespace

std::string_view to_string(Gap gap) { return gap_table[static_cast<std::size_t>(gap)].first; }

std::optional<Gap> gap_from(std::string_view name) {
  for (std::size_t i = 0; i < gap_table.size(); ++i) {
    if (gap_table[i].first == name) return static_cast<Gap>(i);
  }
  return std::nullopt;
}

Gap gap_of(std::string_view probe_kind) {
  for (std::size_t i = 0; i < gap_table.size(); ++i) {
    if (!probe_kind.empty() && gap_table[i].second == probe_kind) return static_cast<Gap>(i);
  }
  return Gap::OfThePack;
}

std::string_view probe_kind_of(Gap gap) { return gap_table[static_cast<std::size_t>(gap)].second; }

std::string_view to_string(UtteranceKind kind) {
  return utterance_kinds[static_cast<std::size_t>(kind)];
}
std::optional<UtteranceKind> utterance_kind_from(std::string_view name) {
  return named<UtteranceKind>(utterance_kinds, name);
}

std::string_view to_string(TurnKind kind) { return turn_kinds[static_cast<std::size_t>(kind)]; }
std::optional<TurnKind> turn_kind_from(std::string_view name) {
  return named<TurnKind>(turn_kinds, name);
}

std::string_view to_string(TopicEnd end) { return topic_ends[static_cast<std::size_t>(end)]; }
std::optional<TopicEnd> topic_end_from(std::string_view name) {
  return named<TopicEnd>(topic_ends, name);
}

std::string_view to_string(Probing probing) { return probings[static_cast<std::size_t>(probing)]; }
std::optional<Probing> probing_from(std::string_view name) {
  return named<Probing>(probings, name);
}

std::string_view to_string(PracticeLength length) {
  return lengths[static_cast<std::size_t>(length)];
}
std::optional<PracticeLength> practice_length_from(std::string_view name) {
  return named<PracticeLength>(lengths, name);
}

std::string_view to_string(StoryPart part) {
  static constexpr std::array<std::string_view, story_part_count> names = {"situation", "task",
                                                                           "action", "result"};
  return names[static_cast<std::size_t>(part)];
}

std::string_view to_string(GapStanding standing) {
  static constexpr std::array<std::string_view, 4> names = {"told", "on-asking", "missing",
                                                            "not-asked"};
  return names[static_cast<std::size_t>(standing)];
}

}  // namespace barometer
