#include "interviewer/account_view.hpp"

#include <algorithm>
#include <utility>

#include "interviewer/clauses.hpp"
#include "interviewer/listening.hpp"
#include "interviewer/manner.hpp"
#include "interviewer/phrasebook.hpp"

namespace barometer {
namespace {

void note_utterance(AccountView& seen, const Utterance& one, std::size_t topic) {
  seen.said.push_back(one.text);
  if (one.topic != topic) return;
  if (makes_room_for_another_story(one)) seen.probed.fill(0);
  seen.grave = seen.grave || one.text == phrasebook::condolence();
  if (one.kind == UtteranceKind::Question || one.kind == UtteranceKind::Probe ||
      one.kind == UtteranceKind::Hint)
    seen.asked.push_back(one.text);
  if (one.kind == UtteranceKind::Probe && one.gap)
    ++seen.probed[static_cast<std::size_t>(*one.gap)];
}

void note_answer(AccountView& seen, const CandidateTurn& turn) {
  Speech speech = speech_of(without_instructions(speech_of(turn.text)));
  seen.signs.add(signs_of(speech));
  for (std::string& one : content_stems(speech)) {
    if (std::find(seen.stems.begin(), seen.stems.end(), one) == seen.stems.end())
      seen.stems.push_back(std::move(one));
  }
  seen.answers.push_back(std::move(speech));
}

double deeds(const AccountSigns& signs) {
  return signs.own_deeds + static_cast<double>(signs.our_deeds);
}

bool tells_one_case(const Speech& answer) {
  const AccountSigns signs = signs_of(answer);
  return signs.would == 0 && signs.past >= 2 && (signs.own_deeds >= 1.0 || signs.past >= 4);
}

bool is_mostly_plans(const AccountSigns& signs) {
  return signs.would >= 1 && static_cast<double>(signs.would) >= deeds(signs) &&
         2 * signs.would >= signs.past;
}

// Plans first and a case later: the case counts.
bool tells_an_event(const AccountView& seen) {
  return deeds(seen.signs) >= 2.0 ||
         std::any_of(seen.answers.begin(), seen.answers.end(), tells_one_case) ||
         (seen.signs.past >= 3 && !is_mostly_plans(seen.signs));
}

bool tells_habits_only(const AccountView& seen) {
  const bool learner = std::any_of(seen.answers.begin(), seen.answers.end(), manner::learner);
  const AccountSigns& signs = seen.signs;
  static const Phrases somebody{"i|i'm|we|we're|you|one"};  // "Leg ulcers." is no habit
  const bool in_general = signs.past <= (signs.words >= 20 ? 1U : 0U) && signs.words >= 8 &&
                          std::any_of(seen.answers.begin(), seen.answers.end(),
                                      [](const Speech& answer) { return somebody.in(answer); });
  return !seen.topic.supposed && !learner && deeds(signs) < 1.5 &&
         ((signs.habits >= 1 && signs.past < 3) || in_general);
}

Tense tense_of(const AccountView& seen) {
  const AccountSigns& signs = seen.signs;
  const bool plans = is_mostly_plans(signs);
  const bool event = tells_an_event(seen);
  switch (seen.topic.kind) {
    case QuestionKind::Past:
      if (plans && !event) return Tense::Would;
      return tells_habits_only(seen) ? Tense::Present : Tense::Past;
    case QuestionKind::Hypothetical:
      // A plan, and then a case: follow the case until plans come back.
      if (!seen.answers.empty() && signs_of(seen.answers.back()).would == 0 &&
          std::any_of(seen.answers.begin(), seen.answers.end(), tells_one_case))
        return Tense::Past;
      return (event && !plans) || (signs.would == 0 && deeds(signs) >= 1.0) ? Tense::Past
                                                                            : Tense::Would;
    case QuestionKind::Direct:
      return signs.habits == 0 && signs.past >= 2 && deeds(signs) >= 1.0 ? Tense::Past
                                                                         : Tense::Present;
  }
  return Tense::Past;
}

}  // namespace

bool is_account(const CandidateTurn& turn) {
  return turn.kind == TurnKind::Answer ||
         (turn.kind == TurnKind::Distress && !own_acts(speech_of(turn.text)).empty());
}

bool makes_room_for_another_story(const Utterance& one) {
  return one.kind == UtteranceKind::Redirect && one.reason.find("story") != std::string::npos;
}

AccountView view_of(const Practice& practice, const Pack& pack) {
  const Topic& topic = practice.topics[practice.topic];
  AccountView seen{*pack.find(topic.principle), topic, Tense::Past, {}, {}, {}, {}, false, {}, {}};
  seen.stems = content_stems(speech_of(topic.question));
  for (const PracticeEntry& entry : practice.entries) {
    if (entry.utterance) note_utterance(seen, *entry.utterance, practice.topic);
    const bool account = entry.answer && entry.answer->topic == practice.topic &&
                         is_account(*entry.answer) && !entry.answer->elsewhere;
    if (account) note_answer(seen, *entry.answer);
  }
  seen.tense = tense_of(seen);
  return seen;
}

}  // namespace barometer
