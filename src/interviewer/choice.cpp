#include "interviewer/choice.hpp"

#include <algorithm>
#include <array>

namespace barometer {
namespace {

constexpr double told_enough = 0.6;  // beyond this a gap is not asked after
constexpr double hinted_enough =
    0.38;  // the same for what people hear as said at its first mention
constexpr double reader_weight = 1.25;  // for the reader's own next probe
constexpr double noise = 0.04;          // between equals
constexpr double evaded = 0.25;         // the same where the answer goes round it
constexpr double probed = 0.8;          // how far an answer to a follow-up fills its gap

// A row per Gap, in its order: for a past event, for a plan, for a habit.
struct GapWorth {
  double past;
  double would;
  double present;
};
constexpr std::array<GapWorth, gap_count> worth = {{
    {0.45, 0.50, 0.50},  // ForWhom
    {1.00, 0.60, 0.70},  // OwnPart
    {0.90, 0.80, 1.00},  // Specifics
    {0.75, 0.55, 0.65},  // Measure
    {0.90, 0.30, 0.70},  // Result
    {0.75, 0.60, 0.75},  // HowKnown
    {0.60, 1.00, 0.75},  // Alternatives
    {0.45, 0.35, 0.30},  // Afterwards
    {0.60, 0.20, 0.50},  // WhatChanged
    {0.60, 0.75, 0.60},  // Reasoning
    {0.45, 0.60, 0.45},  // SideEffects
    {0.25, 0.35, 0.25},  // Means
    {0.70, 0.45, 0.30},  // Obstacle
    {0.35, 0.30, 0.35},  // Others
    {0.40, 0.30, 0.45},  // OwnStandard
    {0.50, 0.50, 0.45},  // Intent
    {0.75, 0.60, 0.60},  // OfThePack
}};

double least_gain(Probing probing) {
  switch (probing) {
    case Probing::Gentle:
      return 0.35;
    case Probing::Usual:
      return 0.2;
    case Probing::Hard:
      return 0.12;
  }
  return 0.2;
}

std::size_t count_of(const Principle& principle, Gap gap) {
  return static_cast<std::size_t>(
      std::count_if(principle.probes.begin(), principle.probes.end(), [gap](const Probe& probe) {
        return gap == Gap::Reasoning ? false : gap_of(probe.kind) == gap;
      }));
}

// Whether asking after `gap` makes sense at all in this account.
bool applies(Gap gap, const AccountView& view) {
  const AccountSigns& signs = view.signs;
  const double told = view.topic.gaps[static_cast<std::size_t>(gap)].told;
  const bool said_once = gap == Gap::Result || gap == Gap::SideEffects || gap == Gap::ForWhom ||
                         gap == Gap::WhatChanged || gap == Gap::Alternatives || gap == Gap::Others;
  const bool light = gap == Gap::OwnPart || gap == Gap::Reasoning || gap == Gap::OwnStandard ||
                     gap == Gap::Alternatives || gap == Gap::Specifics;
  if (view.grave && !light) return false;
  if (said_once && told > hinted_enough) return false;
  if (view.tense != Tense::Past) return true;
  // One act of the candidate's own rules out that nothing was done.
  const bool idle = signs.inaction && signs.own_deeds < 1.0;
  if (gap == Gap::Obstacle) return idle;
  if (gap == Gap::Intent)
    return idle || static_cast<double>(signs.other_deeds) > signs.own_deeds + 1.0;
  return true;
}

// Some gaps come later: what changed since is asked when it is known what came of it.
double readiness(const Wording& one, const AccountView& view) {
  const auto told = [&](Gap gap) {
    const GapState& state = view.topic.gaps[static_cast<std::size_t>(gap)];
    return std::max(state.told, state.asked ? probed : 0.0);
  };
  double ready = 1.0;
  const AccountSigns& signs = view.signs;
  const bool past = view.tense == Tense::Past;
  const bool no_deed = past && signs.own_deeds + static_cast<double>(signs.our_deeds) < 1.0;
  // As long as nobody has done anything, what came of it cannot be asked.
  if (no_deed && one.gap != Gap::OwnPart && one.gap != Gap::Specifics && !one.quotes &&
      one.gap != Gap::Obstacle && one.gap != Gap::Intent)
    ready *= told(Gap::OwnPart) < 0.5 ? 0.4 : 0.5;
  if (past && (one.gap == Gap::Afterwards || one.gap == Gap::WhatChanged) &&
      told(Gap::Result) < 0.65)
    ready *= 0.5;
  // "A year later" and "today" come when the story itself is told.
  static const Phrases far_off{"year|months|weeks later|after", "today", "now", "following year",
                               "moved on"};
  const bool thin = signs.words < 45 && told(Gap::Specifics) < 0.6;
  if (past && far_off.in(speech_of(one.text)) && (thin || told(Gap::Result) < 0.4)) ready *= 0.55;
  if (past && one.gap == Gap::Result && told(Gap::OwnPart) > 0.4) ready *= 1.15;
  if (one.gap == Gap::Measure && one.fit <= 1.0 && past) {
    if (told(Gap::Result) < 0.3) ready *= 0.6;
    if (signs.figure) ready *= 0.5;
    static const Phrases change{
        "more|less|fewer|faster|slower|better|worse|higher|lower|longer|shorter|cheaper",
        "improved|reduced|increased|dropped|saved|grew|fell|rose|cut|doubled|halved",
        "up|down",
        "worked",
        "success-",
        "impact",
        "satisfied|happy|happier",
        "quality"};
    const bool changed = std::any_of(view.answers.begin(), view.answers.end(),
                                     [](const Speech& answer) { return change.in(answer); });
    // An effect without its size is what a person asks about first.
    static const Phrases sure{
        "faster|slower|better|worse|fewer|cheaper|shorter|happier|quicker",
        "improved|reduced|increased|dropped|saved|grew|fell|rose|doubled|halved|decreased"};
    const bool effect = std::any_of(view.answers.begin(), view.answers.end(),
                                    [](const Speech& answer) { return sure.in(answer); });
    if (!changed) ready *= 0.6;
    if (effect && !signs.figure) ready *= 2.2;
  }
  // A bare "how did you know?" needs a claim to point at.
  if (one.gap == Gap::HowKnown && one.fit <= 1.0 && view.tense == Tense::Past) {
    ready *= view.answers.empty() || claims(view.answers.back()).empty() ? 0.2 : 0.8;
  }
  if (one.gap == Gap::HowKnown && view.signs.words < 12) ready *= 0.7;
  // Who acted is asked first where it is open; the rest hangs on it.
  if (one.gap == Gap::OwnPart && view.tense == Tense::Past &&
      static_cast<double>(view.signs.our_deeds) > 1.5 * view.signs.own_deeds)
    ready *= 1.25;
  // A story of the group, or of somebody else's deeds: nothing comes before the own part.
  if (one.gap == Gap::OwnPart && past && signs.own_deeds < 1.0 &&
      signs.our_deeds + signs.other_deeds >= 1)
    ready *= 2.0;
  if (one.gap == Gap::Reasoning && no_deed) ready *= 0.3;
  // Other ways are a matter of some depth, and no opening.
  if (one.gap == Gap::Alternatives && past) {
    ready *= view.topic.level < 2 ? 0.6 : 0.85;
    if (signs.words < 30) ready *= 0.7;
  }
  // Not to have acted is told already; what the reason was is not.
  if (one.gap == Gap::OwnPart && past && signs.inaction && signs.own_deeds < 1.5 &&
      told(Gap::Obstacle) < 0.5)
    ready *= 0.5;
  if (one.gap == Gap::Obstacle && view.signs.inaction) ready *= 2.1;
  if (one.gap == Gap::SideEffects && view.signs.words < 12) ready *= 0.6;
  return ready;
}

// Nearly the same as one that was asked: what a claim rests on, and why.
bool close_to_asked(Gap gap, const Topic& topic) {
  const auto asked = [&](Gap other) { return topic.gaps[static_cast<std::size_t>(other)].asked; };
  switch (gap) {
    case Gap::HowKnown:
      return asked(Gap::Reasoning);
    case Gap::Reasoning:
      return asked(Gap::HowKnown);
    case Gap::Afterwards:
      return asked(Gap::WhatChanged) || asked(Gap::Result);
    case Gap::WhatChanged:
      return asked(Gap::Afterwards);
    case Gap::Result:
      return asked(Gap::Afterwards);
    default:
      return false;
  }
}

}  // namespace

double gap_value(Gap gap, const Principle& principle, QuestionKind kind) {
  const GapWorth& row = worth[static_cast<std::size_t>(gap)];
  const double base = kind == QuestionKind::Past           ? row.past
                      : kind == QuestionKind::Hypothetical ? row.would
                                                           : row.present;
  const auto count = count_of(principle, gap);
  // Few packs ask who the end customer was; those that do mean it.
  if (gap == Gap::ForWhom && count > 0) return 1.1;
  if (gap == Gap::OfThePack) return count > 0 ? base : 0.0;
  const double wanted =
      gap == Gap::Reasoning ? 1.0 : static_cast<double>(std::min<std::size_t>(count, 3));
  return base * (0.8 + 0.15 * wanted);
}

std::vector<ChosenProbe> rank_probes(const AccountView& view, Probing probing,
                                     const std::string& reader_probe) {
  const QuestionKind kind = view.tense == Tense::Past    ? QuestionKind::Past
                            : view.tense == Tense::Would ? QuestionKind::Hypothetical
                                                         : QuestionKind::Direct;
  std::vector<ChosenProbe> ranked;
  for (Wording& one : wordings(view)) {
    const GapState& state = view.topic.gaps[static_cast<std::size_t>(one.gap)];
    if (state.asked || !applies(one.gap, view)) continue;
    const double open = one.one_case ? 1.0 : 1.0 - state.told;
    if (open < 1.0 - told_enough) continue;
    double gain = gap_value(one.gap, view.principle, kind) * open * one.fit * readiness(one, view);
    if (!reader_probe.empty() && one.probe_kind == reader_probe) gain *= reader_weight;
    if (close_to_asked(one.gap, view.topic)) gain *= 0.5;
    if (gain >= least_gain(probing)) ranked.push_back({std::move(one), gain});
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const ChosenProbe& a, const ChosenProbe& b) { return a.gain > b.gain; });
  return ranked;
}

std::optional<ChosenProbe> choose_probe(const AccountView& view, Probing probing,
                                        const std::string& reader_probe, Random& random) {
  std::optional<ChosenProbe> best;
  for (ChosenProbe& one : rank_probes(view, probing, reader_probe)) {
    one.gain *= 1.0 + noise * (random.unit() - 0.5);
    if (!best || one.gain > best->gain) best = std::move(one);
  }
  return best;
}

namespace {

// Whether an answer to a follow-up goes into its gap at all, or round it.
bool meets(Gap gap, const Speech& speech, const Told& told) {
  static const Phrases myself{"i|i'd|i'm|i've|me|my|mine|myself|alone"};
  const AccountSigns signs = signs_of(speech);
  switch (gap) {
    case Gap::OwnPart:
      return myself.in(speech);
    case Gap::Measure:
      return signs.figure || signs.measuring;
    case Gap::Specifics:
      return signs.own_deeds + static_cast<double>(signs.our_deeds) >= 1.0 || signs.figure ||
             told.strength[static_cast<std::size_t>(Gap::Specifics)] >= 0.15;
    default:
      return true;
  }
}

}  // namespace

void take_in(Topic& topic, const CandidateTurn& turn, const Speech& speech, std::size_t entry) {
  Told told = told_by(speech);
  const auto tell = [&told](Gap gap, double strength, ByteSpan span) {
    const auto i = static_cast<std::size_t>(gap);
    told.strength[i] = 1.0 - (1.0 - told.strength[i]) * (1.0 - strength);
    if (told.span[i].empty()) told.span[i] = span;
  };
  // What the reader saw beyond the rules.
  // One sentence for situation and result says little of either.
  if (turn.star.result && turn.star.result != turn.star.situation)
    tell(Gap::Result, speech.sentences.size() >= 4 ? 0.45 : 0.3, *turn.star.result);
  for (const FoundEvidence& one : turn.evidence) {
    if (one.mode == Mode::Did && one.agency == Agency::Mine && one.probability >= 0.5 &&
        one.polarity == Polarity::Supports)
      tell(Gap::OwnPart, 0.2, one.span);
  }
  if (turn.gap && turn.brought)
    tell(*turn.gap, meets(*turn.gap, speech, told) ? probed : evaded, {0, turn.text.size()});
  for (std::size_t i = 0; i < gap_count; ++i) {
    GapState& state = topic.gaps[i];
    if (told.strength[i] <= 0.0) continue;
    state.told = 1.0 - (1.0 - state.told) * (1.0 - told.strength[i]);
    if (!state.entry && !told.span[i].empty()) {
      state.entry = entry;
      state.span = told.span[i];
    }
  }
}

}  // namespace barometer
