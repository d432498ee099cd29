#include "interviewer/choice.hpp"

#include <algorithm>
#include <array>

#include "interviewer/readiness.hpp"

namespace barometer {
namespace {

constexpr double told_enough = 0.6;  // beyond this a gap is not asked after
constexpr double hinted_enough =
    0.38;  // the same for what people hear as said at its first mention
constexpr double reader_weight = 1.25;           // for the reader's own next probe
constexpr double noise = 0.04;                   // between equals
constexpr double evaded = 0.25;                  // the same where the answer goes round it
constexpr std::size_t most_probes_of_a_gap = 2;  // by what takes up a passage
constexpr double probed = 0.8;                   // how far an answer to a follow-up fills its gap

// A row per Gap, in its order: for a past event, for a plan, for a habit.
struct GapWorth {
  double past;
  double would;
  double present;
};
constexpr std::array<GapWorth, gap_count> worth = {{
    {0.30, 0.50, 0.50},  // ForWhom
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
      return 0.27;
    case Probing::Hard:
      return 0.12;
  }
  return 0.2;
}

// Nobody closes a topic after one follow-up for want of a perfect second one.
double least_gain(Probing probing, const AccountView& view) {
  constexpr std::size_t enough = 3;  // follow-ups
  constexpr std::size_t thin = 40;   // words
  const double share = view.topic.level >= enough ? 1.0 : view.signs.words < thin ? 0.5 : 0.75;
  return share * least_gain(probing);
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
                         gap == Gap::WhatChanged || gap == Gap::Alternatives ||
                         gap == Gap::Others || gap == Gap::Reasoning;
  const bool light = gap == Gap::OwnPart || gap == Gap::Reasoning || gap == Gap::OwnStandard ||
                     gap == Gap::Alternatives || gap == Gap::Specifics;
  if (view.grave && !light) return false;
  if (said_once && told > hinted_enough) return false;
  if (view.tense != Tense::Past) return true;
  // One act of the candidate's own rules out that nothing was done.
  const bool idle = signs.inaction && signs.own_deeds < 1.0;
  if (gap == Gap::Obstacle) return idle;
  if (gap == Gap::Intent) return idle || (signs.own_deeds < 1.0 && signs.other_deeds > 1);
  return true;
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
  if ((gap == Gap::OfThePack || gap == Gap::Means) && count == 0) return 0.0;
  if (gap == Gap::OfThePack) return base;
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
    const auto gap = static_cast<std::size_t>(one.gap);
    const GapState& state = view.topic.gaps[gap];
    if (view.probed[gap] >= most_probes_of_a_gap) continue;
    if (one.takes_up) {
      const double gain = one.fit;
      ranked.push_back({std::move(one), gain});
      continue;
    }
    if (state.asked || !applies(one.gap, view)) continue;
    const double open = one.one_case ? 1.0 : 1.0 - state.told;
    if (open < 1.0 - told_enough) continue;
    double gain = gap_value(one.gap, view.principle, kind) * open * one.fit * readiness(one, view);
    if (!reader_probe.empty() && one.probe_kind == reader_probe) gain *= reader_weight;
    if (close_to_asked(one.gap, view.topic)) gain *= 0.5;
    if (gain >= least_gain(probing, view)) ranked.push_back({std::move(one), gain});
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
    case Gap::Result:  // more deeds, and no end
      return signs.own_deeds < 1.0 || told.strength[static_cast<std::size_t>(Gap::Result)] >= 0.3;
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
    tell(Gap::Result, 0.3, *turn.star.result);
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
