#include "interviewer/readiness.hpp"

#include <algorithm>

#include "interviewer/clauses.hpp"
#include "interviewer/prompting.hpp"

namespace barometer {
namespace {

constexpr double probed = 0.8;     // an asked gap counts as told this far
constexpr double plain_fit = 1.0;  // up to here a wording takes up nothing of the account
constexpr double pack_fit = 1.1;
constexpr double least_call_of_the_pack = 0.75;

bool is_past(const AccountView& view) { return view.tense == Tense::Past; }

bool is_plain(const Wording& one) { return one.fit <= plain_fit; }

// Of the pack or plain: in words that were not made for this account.
bool is_ready_made(const Wording& one) { return one.fit <= pack_fit; }

double told_or_asked(Gap gap, const AccountView& view) {
  const GapState& state = view.topic.gaps[static_cast<std::size_t>(gap)];
  return std::max(state.told, state.asked ? probed : 0.0);
}

bool any_answer_has(const Phrases& phrases, const AccountView& view) {
  return std::any_of(view.answers.begin(), view.answers.end(),
                     [&](const Speech& answer) { return phrases.in(answer); });
}

bool nobody_acted(const AccountView& view) {
  return is_past(view) && view.signs.own_deeds + static_cast<double>(view.signs.our_deeds) < 1.0;
}

// As long as nobody has done anything, what came of it cannot be asked.
double after_the_deed(const Wording& one, const AccountView& view) {
  if (!nobody_acted(view) || one.quotes || one.gap == Gap::OwnPart || one.gap == Gap::Specifics ||
      one.gap == Gap::Obstacle || one.gap == Gap::Intent)
    return 1.0;
  const double due = told_or_asked(Gap::OwnPart, view) < 0.5 ? 0.4 : 0.5;
  return one.gap == Gap::Reasoning ? 0.3 * due : due;
}

// What followed comes when the outcome is told; "a year later" when the story itself is.
double after_the_outcome(const Wording& one, const AccountView& view) {
  static const Phrases far_off{"year|months|weeks later|after", "today", "now", "following year",
                               "moved on"};
  if (!is_past(view)) return 1.0;
  double ready = 1.0;
  const GapState& outcome = view.topic.gaps[static_cast<std::size_t>(Gap::Result)];
  const double result = std::max(outcome.told, outcome.asked ? 0.5 : 0.0);
  const bool later = one.gap == Gap::Afterwards || one.gap == Gap::WhatChanged;
  if (later && result < 0.65) ready *= 0.5;
  if (later && view.topic.level == 0) ready *= 0.6;
  const bool thin = view.signs.words < 45 && told_or_asked(Gap::Specifics, view) < 0.6;
  if ((thin || result < 0.4) && far_off.in(speech_of(one.text))) ready *= 0.55;
  return ready;
}

double result_readiness(const AccountView& view) {
  return is_past(view) && told_or_asked(Gap::OwnPart, view) > 0.4 ? 1.15 : 1.0;
}

// An effect without its size is what a person asks about first.
double measure_readiness(const Wording& one, const AccountView& view) {
  static const Phrases change{
      "more|less|fewer|faster|slower|better|worse|higher|lower|longer|shorter|cheaper",
      "improved|reduced|increased|dropped|saved|grew|fell|rose|cut|doubled|halved", "success-",
      "impact", "quality"};
  static const Phrases effect{
      "faster|slower|better|worse|fewer|cheaper|shorter|happier|quicker",
      "improved|reduced|increased|dropped|saved|grew|fell|rose|doubled|halved|decreased"};
  if (!is_ready_made(one) || !is_past(view)) return 1.0;
  double ready = told_or_asked(Gap::Result, view) < 0.3 ? 0.6 : 1.0;
  if (view.signs.figure) ready *= 0.3;
  if (!any_answer_has(change, view)) ready *= 0.25;
  if (!view.signs.figure && any_answer_has(effect, view)) ready *= 2.2;
  return ready;
}

// A bare "how did you know?" needs a claim to point at.
double how_known_readiness(const Wording& one, const AccountView& view) {
  double ready = view.signs.words < 12 ? 0.7 : 1.0;
  if (is_plain(one) && is_past(view))
    ready *= view.answers.empty() || claims(view.answers.back()).empty() ? 0.2 : 0.8;
  return ready;
}

// Who acted is asked first where it is open; the rest hangs on it.
double own_part_readiness(const Wording& one, const AccountView& view) {
  if (!is_past(view)) return 1.0;
  const AccountSigns& signs = view.signs;
  // Nobody else acted, so that there is nothing to tell apart.
  if (is_ready_made(one) && signs.own_deeds >= 1.0 && signs.our_deeds == 0 &&
      static_cast<double>(signs.other_deeds) <= signs.own_deeds)
    return 0.4;
  const double ours = static_cast<double>(signs.our_deeds);
  double ready = ours > 1.5 * signs.own_deeds ? 1.25 : 1.0;
  if (signs.own_deeds < 1.0 && signs.our_deeds + signs.other_deeds >= 1) ready *= 2.0;
  // Not to have acted is told already; what the reason was is not.
  if (signs.inaction && signs.own_deeds < 1.5 && told_or_asked(Gap::Obstacle, view) < 0.5)
    ready *= 0.5;
  return ready;
}

// Other ways are a matter of some depth, and no opening.
double alternatives_readiness(const Wording& one, const AccountView& view) {
  if (!is_past(view)) return 1.0;
  static const Phrases choices{
      "decided|chose|refused|picked|preferred|instead|option|options|either",
      "risk|dilemma|plan|idea"};
  const double choice = is_plain(one) && !any_answer_has(choices, view) ? 0.4 : 1.0;
  return choice * (view.topic.level < 2 ? 0.6 : 0.85) * (view.signs.words < 30 ? 0.7 : 1.0);
}

// "Step by step" is for what was told in one breath.
double specifics_readiness(const Wording& one, const AccountView& view) {
  const double deeds = view.signs.own_deeds + static_cast<double>(view.signs.our_deeds);
  if (!is_past(view) || !is_plain(one) || one.one_case) return 1.0;
  if (deeds >= 3.0 || view.signs.words >= 60) return 0.45;
  // Nor for an answer without an act, behind a story that has some.
  const AccountSigns latest = view.answers.empty() ? AccountSigns{} : signs_of(view.answers.back());
  const bool act = latest.own_deeds + static_cast<double>(latest.our_deeds) >= 0.5;
  return !act && deeds >= 1.0 ? 0.45 : 1.0;
}

// Looks back, when there is something to look back on.
double own_standard_readiness(const AccountView& view) {
  if (!is_past(view)) return 1.0;
  // "I count twice now" is half an answer to it.
  const bool changed = view.topic.gaps[static_cast<std::size_t>(Gap::WhatChanged)].told >= 0.5;
  return (view.topic.level < 3 ? 0.5 : 1.0) * (changed ? 0.75 : 1.0) *
         (told_or_asked(Gap::Result, view) < 0.4 ? 0.6 : 1.0);
}

double gap_readiness(const Wording& one, const AccountView& view) {
  switch (one.gap) {
    case Gap::Result:
      return result_readiness(view);
    case Gap::Measure:
      return measure_readiness(one, view);
    case Gap::Specifics:
      return specifics_readiness(one, view);
    case Gap::HowKnown:
      return how_known_readiness(one, view);
    case Gap::OwnPart:
      return own_part_readiness(one, view);
    case Gap::Alternatives:
      return alternatives_readiness(one, view);
    case Gap::OwnStandard:
      return own_standard_readiness(view);
    case Gap::Obstacle:
      return view.signs.inaction ? 2.1 : 1.0;
    case Gap::SideEffects:
      return view.signs.words < 12 ? 0.6 : 1.0;
    default:
      return 1.0;
  }
}

}  // namespace

double readiness(const Wording& one, const AccountView& view) {
  // The pack knows what its principle turns on, whatever was said last.
  const bool of_the_pack = one.fit == pack_fit && one.gap == Gap::WhatChanged;
  double called =
      view.answers.empty() || !is_past(view) ? 1.0 : prompted(one.gap, view.answers.back());
  if (of_the_pack) called = std::max(called, least_call_of_the_pack);
  return called * after_the_deed(one, view) * after_the_outcome(one, view) *
         gap_readiness(one, view);
}

}  // namespace barometer
