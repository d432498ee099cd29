// Pack: a versioned set of principles with their indicators, anchors, questions and probes. Plain
// data; the pack module reads and checks it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/id.hpp"

namespace barometer {

using PrincipleId = Id<struct PrincipleTag>;
using IndicatorId = Id<struct IndicatorTag>;  // "<principle>.<name>", unique within a pack

enum class Polarity : std::uint8_t { Supports, Contradicts };
enum class QuestionKind : std::uint8_t { Past, Hypothetical, Direct };
enum class Level : std::uint8_t { Junior, Senior, Manager };

std::string_view to_string(Polarity polarity);
std::string_view to_string(QuestionKind kind);
std::string_view to_string(Level level);

// One observable behaviour under a principle.
struct Indicator {
  IndicatorId id;
  Polarity polarity = Polarity::Supports;
  std::string text;
};

struct Question {
  std::string id;
  QuestionKind kind = QuestionKind::Past;
  Level level = Level::Junior;
  std::string text;
};

// A neutral follow-up. `when` says what an answer lacks for this probe to fit.
struct Probe {
  std::string kind;  // one of builtin_probe_kinds or of Pack::probe_kinds
  std::string when;
  std::string text;
};

struct Principle {
  PrincipleId id;
  std::string name;
  std::string summary;
  std::vector<Indicator> indicators;
  std::array<std::string, 5> anchors;  // of ratings 1 to 5
  std::vector<Question> questions;
  std::vector<Probe> probes;
};

struct ProbeKind {
  std::string id;
  std::string meaning;
};

struct Pack {
  std::string id;
  std::string version;  // semantic version; travels with everything made under the pack
  std::string title;
  std::string summary;
  std::string language;  // BCP 47
  std::string license;   // SPDX
  std::array<std::string, 5> rating_scale;
  std::vector<ProbeKind> probe_kinds;  // beyond the built-in ones
  std::vector<Principle> principles;   // in order of display

  const Principle* find(const PrincipleId& principle) const;
  const Indicator* find(const IndicatorId& indicator) const;
};

// The probe kinds that every pack may use.
inline constexpr std::array<std::string_view, 15> builtin_probe_kinds = {
    "what-else",    "end-customer",       "how-do-you-know",      "which-details",
    "own-part",     "how-measured",       "better-than-accepted", "help-others",
    "side-effects", "after-the-decision", "what-would-you-do",    "result",
    "what-changed", "with-less",          "what-stopped-you",
};

}  // namespace barometer
