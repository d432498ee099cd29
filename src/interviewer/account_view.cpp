#include "interviewer/account_view.hpp"

#include <algorithm>
#include <utility>

#include "interviewer/listening.hpp"
#include "interviewer/manner.hpp"

namespace barometer {

AccountView view_of(const Practice& practice, const Pack& pack) {
  const Topic& topic = practice.topics[practice.topic];
  AccountView seen{*pack.find(topic.principle), topic, Tense::Past, {}, {}, {}, {}, false, {}};
  Speech question = speech_of(topic.question);
  seen.stems = content_stems(question);
  bool learner = false;
  for (const PracticeEntry& entry : practice.entries) {
    if (entry.utterance) seen.said.push_back(entry.utterance->text);
    seen.grave = seen.grave || (entry.utterance && entry.utterance->topic == practice.topic &&
                                entry.utterance->kind == UtteranceKind::Support);
    if (entry.utterance && entry.utterance->topic == practice.topic &&
        (entry.utterance->kind == UtteranceKind::Question ||
         entry.utterance->kind == UtteranceKind::Probe ||
         entry.utterance->kind == UtteranceKind::Hint))
      seen.asked.push_back(entry.utterance->text);
    if (!entry.answer || entry.answer->topic != practice.topic ||
        entry.answer->kind != TurnKind::Answer || entry.answer->elsewhere)
      continue;
    Speech speech = speech_of(without_instructions(speech_of(entry.answer->text)));
    seen.signs.add(signs_of(speech));
    learner = learner || manner::learner(speech);
    for (std::string& one : content_stems(speech)) {
      if (std::find(seen.stems.begin(), seen.stems.end(), one) == seen.stems.end())
        seen.stems.push_back(std::move(one));
    }
    seen.answers.push_back(std::move(speech));
  }
  const AccountSigns& signs = seen.signs;
  const double deeds = signs.own_deeds + static_cast<double>(signs.our_deeds);
  const bool mostly_would = signs.would >= 1 && static_cast<double>(signs.would) >= deeds &&
                            2 * signs.would >= signs.past;
  // Plans first and a case at last: the case counts.
  bool case_at_last = false;
  if (!seen.answers.empty()) {
    const AccountSigns last = signs_of(seen.answers.back());
    case_at_last = last.would == 0 && last.past >= 2 && last.own_deeds >= 1.0;
  }
  const bool told_event = deeds >= 2.0 || case_at_last || (signs.past >= 3 && !mostly_would);
  switch (topic.kind) {
    case QuestionKind::Past:
      if (mostly_would && !told_event) {
        seen.tense = Tense::Would;
      } else if (!topic.supposed && !learner && deeds < 1.5 &&
                 ((signs.habits >= 1 && signs.past < 3) || (signs.past == 0 && signs.words >= 8))) {
        seen.tense = Tense::Present;
      }
      break;
    case QuestionKind::Hypothetical:
      seen.tense = (told_event && !mostly_would) || (signs.would == 0 && deeds >= 1.0)
                       ? Tense::Past
                       : Tense::Would;
      break;
    case QuestionKind::Direct:
      seen.tense =
          signs.habits == 0 && signs.past >= 2 && deeds >= 1.0 ? Tense::Past : Tense::Present;
      break;
  }
  return seen;
}

}  // namespace barometer
