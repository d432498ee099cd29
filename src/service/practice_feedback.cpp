#include "service/practice_feedback.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <utility>

#include "interviewer/account.hpp"
#include "interviewer/choice.hpp"
#include "interviewer/listening.hpp"

namespace barometer {
namespace {

constexpr double told_enough = 0.5;
constexpr std::size_t most_gaps = 6;     // shown
constexpr std::size_t most_quotes = 4;   // of one sign
constexpr double sure_quote = 0.3;       // probability
constexpr std::size_t least_words = 20;  // of an account that is judged at all
constexpr std::size_t fewest_part_words = 1;

// A row per Gap, in its order: what to do next time, and the open question in a rebuilt answer.
struct GapWords {
  std::string_view work_on;
  std::string_view question;
  StoryPart part;
};
constexpr std::array<GapWords, gap_count> gap_words = {{
    {"Say who lived with the outcome in the end, and what they needed.",
     "Who was it for in the end?", StoryPart::Situation},
    {"Say what you did yourself, apart from the group.", "What did you do yourself?",
     StoryPart::Action},
    {"Tell one case with its names, numbers and dates.", "Which one was it, where and when?",
     StoryPart::Situation},
    {"Give the measure: how much before, how much after.", "How much was it, before and after?",
     StoryPart::Result},
    {"Tell how it ended.", "How did it end?", StoryPart::Result},
    {"Say how you knew: what you saw, asked or counted.", "How did you know?", StoryPart::Action},
    {"Name what else could have been done, and why you left it.", "What else could have been done?",
     StoryPart::Action},
    {"Go on to what happened in the months after.", "What happened after that?", StoryPart::Result},
    {"Say what is different since then.", "What is different since then?", StoryPart::Result},
    {"Give your reasons at the moment of decision.", "What was the reason?", StoryPart::Action},
    {"Say who else felt it, and what you did about that.", "Who else felt it?", StoryPart::Result},
    {"Say what it took, and what you made do with.", "What did it take?", StoryPart::Action},
    {"Say what kept you from acting.", "What stood in the way?", StoryPart::Task},
    {"Say what others got or learnt from it.", "What did others get from it?", StoryPart::Result},
    {"Say what you would still change, by your own measure.", "What would you still change?",
     StoryPart::Result},
    {"Say what you would have done in that place.", "What would you have done?", StoryPart::Action},
    {"Go into the side that this question is about.", "What else belongs to it?",
     StoryPart::Action},
}};

const GapWords& words_of(Gap gap) { return gap_words[static_cast<std::size_t>(gap)]; }

bool counts(const CandidateTurn& turn, std::size_t topic) {
  return turn.topic == topic && turn.kind == TurnKind::Answer && !turn.elsewhere;
}

template <typename Visit>
void each_answer(const Practice& practice, std::size_t topic, Visit visit) {
  for (std::size_t i = 0; i < practice.entries.size(); ++i) {
    const auto& answer = practice.entries[i].answer;
    if (answer && counts(*answer, topic)) visit(i, *answer);
  }
}

PrincipleVerdict widened(Verdict verdict) {
  switch (verdict) {
    case Verdict::Insufficient:
      return PrincipleVerdict::Insufficient;
    case Verdict::Weak:
      return PrincipleVerdict::Weak;
    case Verdict::Mixed:
      return PrincipleVerdict::Mixed;
    case Verdict::Strong:
      return PrincipleVerdict::Strong;
  }
  return PrincipleVerdict::Insufficient;
}

// The reader's verdict over the answers that told something, weighted by their words: a short last
// answer does not undo a long first one.
void judge(const Practice& practice, const AccountSigns& signs, TopicFeedback& feedback) {
  const Topic& topic = practice.topics[feedback.topic];
  const double done = signs.own_deeds + static_cast<double>(signs.our_deeds);
  if (topic.end == TopicEnd::NoExample || feedback.all_words < least_words ||
      done + static_cast<double>(signs.would) < 1.0)
    return;
  double words = 0.0;
  double verdicts = 0.0;
  double rated = 0.0;
  double ratings = 0.0;
  each_answer(practice, feedback.topic, [&](std::size_t, const CandidateTurn& answer) {
    if (!answer.brought || !answer.verdict) return;
    const auto weight = static_cast<double>(speech_of(answer.text).words.size());
    words += weight;
    verdicts += weight * static_cast<double>(*answer.verdict);
    if (!answer.rating) return;
    rated += weight;
    ratings += weight * *answer.rating;
  });
  if (words == 0.0) return;
  auto verdict = static_cast<Verdict>(std::lround(verdicts / words));
  // Plans speak, but less than deeds, and the group's deeds less than one's own.
  if (signs.own_deeds < 1.0) verdict = std::min(verdict, Verdict::Mixed);
  feedback.verdict = widened(verdict);
  if (verdict == Verdict::Insufficient || rated == 0.0) return;
  static constexpr std::array<std::pair<int, int>, 4> bands = {{{1, 1}, {1, 2}, {3, 3}, {4, 5}}};
  const auto band = bands[static_cast<std::size_t>(verdict)];
  feedback.rating =
      std::clamp(static_cast<int>(std::lround(ratings / rated)), band.first, band.second);
}

// The surest of each sign; a sentence that seems to do both stands where it is surer.
void quote(const Practice& practice, TopicFeedback& feedback) {
  std::vector<FeedbackQuote> found;
  each_answer(practice, feedback.topic, [&](std::size_t entry, const CandidateTurn& answer) {
    for (const FoundEvidence& one : answer.evidence)
      found.push_back(
          {entry, one.span, one.indicator, one.polarity, one.mode, one.agency, one.probability});
  });
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.probability > b.probability; });
  const Polarity leading =
      feedback.verdict == PrincipleVerdict::Weak ? Polarity::Contradicts : Polarity::Supports;
  std::array<std::size_t, 2> counts{};
  for (const FeedbackQuote& one : found) {
    std::size_t& count = counts[static_cast<std::size_t>(one.polarity)];
    const bool sure = one.probability >= sure_quote || (one.polarity == leading && count == 0);
    const bool taken = std::any_of(feedback.quotes.begin(), feedback.quotes.end(),
                                   [&](const FeedbackQuote& other) {
                                     return other.entry == one.entry && other.span == one.span;
                                   });
    if (!sure || taken || count == most_quotes) continue;
    ++count;
    feedback.quotes.push_back(one);
  }
  std::stable_sort(
      feedback.quotes.begin(), feedback.quotes.end(), [](const auto& a, const auto& b) {
        return std::tie(a.polarity, a.entry, a.span) < std::tie(b.polarity, b.entry, b.span);
      });
}

void weigh_gaps(const Practice& practice, const Principle& principle, TopicFeedback& feedback) {
  const Topic& topic = practice.topics[feedback.topic];
  std::vector<std::pair<double, GapOutcome>> weighed;
  for (std::size_t i = 0; i < gap_count; ++i) {
    const auto gap = static_cast<Gap>(i);
    const GapState& state = topic.gaps[i];
    GapOutcome outcome;
    outcome.gap = gap;
    if (state.told >= told_enough) outcome.told = state.entry;
    for (std::size_t at = 0; at < practice.entries.size(); ++at) {
      const auto& said = practice.entries[at].utterance;
      if (said && said->topic == feedback.topic && said->gap == gap && !outcome.asked)
        outcome.asked = at;
    }
    const bool told = state.told >= told_enough;
    outcome.standing = told && outcome.asked ? GapStanding::OnAsking
                       : told                ? GapStanding::Told
                       : outcome.asked       ? GapStanding::Missing
                                             : GapStanding::NotAsked;
    const bool side =
        gap == Gap::Obstacle || gap == Gap::Intent || gap == Gap::OfThePack || gap == Gap::Means;
    if (side && !outcome.asked) continue;
    weighed.emplace_back(gap_value(gap, principle, topic.kind), outcome);
  }
  std::stable_sort(weighed.begin(), weighed.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  for (const auto& [value, outcome] : weighed) {
    if (feedback.gaps.size() < most_gaps || outcome.asked) feedback.gaps.push_back(outcome);
  }
  // One thing: the dearest that was asked after in vain, else the dearest that is open.
  for (const GapStanding standing : {GapStanding::Missing, GapStanding::NotAsked}) {
    for (const GapOutcome& outcome : feedback.gaps) {
      if (feedback.work_on.empty() && outcome.standing == standing)
        feedback.work_on = words_of(outcome.gap).work_on;
    }
  }
}

// Which part of a story a sentence tells, by its own words; none where they do not say.
std::optional<StoryPart> part_of(const Speech& sentence, bool acted) {
  static const Phrases task{"i|we had|needed|wanted to", "my|our job|task|role|goal|target was|is",
                            "was|were supposed|asked|told to", "the goal|aim|task was",
                            "i was responsible"};
  const AccountSigns signs = signs_of(sentence);
  const Told told = told_by(sentence);
  const bool deed = signs.own_deeds + static_cast<double>(signs.our_deeds) >= 0.7;
  const double result = told.strength[static_cast<std::size_t>(Gap::Result)];
  if (task.in(sentence) && !acted) return StoryPart::Task;
  if (acted && result >= 0.4 && signs.own_deeds < 1.0) return StoryPart::Result;
  if (deed || signs.would > 0) return StoryPart::Action;
  if (acted && result >= 0.4) return StoryPart::Result;
  if (!acted) return StoryPart::Situation;
  return std::nullopt;
}

void rebuild(const Practice& practice, TopicFeedback& feedback) {
  std::array<std::vector<RebuiltPiece>, story_part_count> parts;
  bool acted = false;
  each_answer(practice, feedback.topic, [&](std::size_t entry, const CandidateTurn& answer) {
    if (!answer.brought && answer.level > 0) return;
    const std::string clean = without_instructions(speech_of(answer.text));
    StoryPart last = acted ? StoryPart::Action : StoryPart::Situation;
    for (const ByteSpan span : speech_of(clean).sentences) {
      const Speech sentence = speech_of(slice(clean, span));
      if (sentence.words.empty()) continue;
      auto part = part_of(sentence, acted);
      // The reader's own marks come first.
      if (answer.star.result == span && answer.star.situation != span && acted)
        part = StoryPart::Result;
      if (!part && answer.gap) part = words_of(*answer.gap).part;
      const StoryPart chosen = part.value_or(last);
      acted = acted || chosen == StoryPart::Action;
      last = chosen;
      parts[static_cast<std::size_t>(chosen)].push_back({chosen, entry, span, {}});
      feedback.words[static_cast<std::size_t>(chosen)] += sentence.words.size();
    }
  });
  const bool anything =
      std::any_of(parts.begin(), parts.end(), [](const auto& pieces) { return !pieces.empty(); });
  if (!anything || feedback.verdict == PrincipleVerdict::Insufficient) return;
  for (std::size_t i = 0; i < story_part_count; ++i) {
    for (RebuiltPiece& piece : parts[i]) feedback.rebuilt.push_back(std::move(piece));
    const auto part = static_cast<StoryPart>(i);
    for (const GapOutcome& outcome : feedback.gaps) {
      const bool open =
          outcome.standing == GapStanding::Missing || outcome.standing == GapStanding::NotAsked;
      if (open && words_of(outcome.gap).part == part)
        feedback.rebuilt.push_back({part, 0, {}, std::string(words_of(outcome.gap).question)});
    }
    if (part == StoryPart::Result && feedback.words[i] < fewest_part_words &&
        (feedback.rebuilt.empty() || feedback.rebuilt.back().part != StoryPart::Result))
      feedback.rebuilt.push_back({part, 0, {}, "How did it end?"});
  }
}

void count(const Practice& practice, TopicFeedback& feedback, AccountSigns& signs) {
  static const Phrases own{"i|i'd|i'm|i've|i'll|me|my|mine|myself"};
  static const Phrases ours{"we|we'd|we're|we've|we'll|us|our|ours|ourselves"};
  each_answer(practice, feedback.topic, [&](std::size_t, const CandidateTurn& answer) {
    const Speech speech = speech_of(without_instructions(speech_of(answer.text)));
    feedback.all_words += speech.words.size();
    feedback.said_i += own.all(speech).size();
    feedback.said_we += ours.all(speech).size();
    signs.add(signs_of(speech));
  });
  for (const PracticeEntry& entry : practice.entries) {
    if (!entry.utterance || entry.utterance->topic != feedback.topic) continue;
    feedback.follow_ups += entry.utterance->kind == UtteranceKind::Probe ? 1U : 0U;
    feedback.hints += entry.utterance->kind == UtteranceKind::Hint ? 1U : 0U;
  }
}

}  // namespace

PracticeFeedback feedback_on(const Practice& practice, const Pack& pack) {
  PracticeFeedback all;
  std::array<std::size_t, gap_count> missing{};
  for (std::size_t i = 0; i < practice.topics.size(); ++i) {
    const bool answered =
        std::any_of(practice.entries.begin(), practice.entries.end(),
                    [i](const auto& entry) { return entry.answer && entry.answer->topic == i; });
    const Principle* principle = pack.find(practice.topics[i].principle);
    if (!answered || principle == nullptr) continue;
    TopicFeedback feedback;
    feedback.topic = i;
    AccountSigns signs;
    count(practice, feedback, signs);
    judge(practice, signs, feedback);
    if (feedback.verdict != PrincipleVerdict::Insufficient) quote(practice, feedback);
    weigh_gaps(practice, *principle, feedback);
    rebuild(practice, feedback);
    if (feedback.verdict == PrincipleVerdict::Insufficient)
      feedback.work_on =
          "Tell one event that you took part in: where it was, what you did, how it ended.";
    for (const GapOutcome& outcome : feedback.gaps)
      missing[static_cast<std::size_t>(outcome.gap)] +=
          outcome.standing == GapStanding::Missing    ? 2U
          : outcome.standing == GapStanding::NotAsked ? 1U
                                                      : 0U;
    all.topics.push_back(std::move(feedback));
  }
  if (all.topics.empty()) return all;
  const bool nothing = std::all_of(all.topics.begin(), all.topics.end(), [](const auto& topic) {
    return topic.verdict == PrincipleVerdict::Insufficient;
  });
  const auto most = std::max_element(missing.begin(), missing.end());
  all.work_on =
      nothing || all.topics.size() == 1 || *most == 0
          ? all.topics.front().work_on
          : std::string(gap_words[static_cast<std::size_t>(most - missing.begin())].work_on);
  return all;
}

}  // namespace barometer
