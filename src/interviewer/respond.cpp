// Which sort of turn gets which reaction, and how topics and interviews end.
#include <cassert>

#include "interviewer/choice.hpp"
#include "interviewer/phrasebook.hpp"
#include "interviewer/reaction.hpp"

namespace barometer {

std::vector<Utterance> Reaction::to(std::string_view text, const ExchangeReading* reading,
                                    std::int64_t at_ms) {
  const Speech speech = speech_of(text);
  const Heard heard = listen(speech, open_.level > 0);
  CandidateTurn turn;
  turn.text = text;
  turn.kind = heard.kind;
  turn.topic = practice_.topic;
  turn.level = topic().level;
  turn.gap = open_.gap;
  turn.at_ms = at_ms;
  if (heard.kind != TurnKind::Silence) topic().silences = 0;
  if (heard.kind == TurnKind::Answer && practice_.support_offered &&
      on_support_answer(heard.kind, speech)) {
    turn.kind = TurnKind::Pause;  // no account, only a wish
    practice_.entries.push_back({std::nullopt, turn});
  } else if (heard.kind == TurnKind::Answer) {
    on_answer(turn, speech, reading, heard.wish);
  } else {
    if (is_account(turn)) take_in(topic(), turn, speech, practice_.entries.size());
    practice_.entries.push_back({std::nullopt, turn});
    if (!on_support_answer(heard.kind, speech)) on_turn(heard, speech);
  }
  for (const Utterance& one : said_) practice_.entries.push_back({one, std::nullopt});
  return std::move(said_);
}

// Anything but an answer.
void Reaction::on_turn(const Heard& heard, const Speech& speech) {
  switch (heard.kind) {
    case TurnKind::Answer:
      break;
    case TurnKind::NothingMore:
      if (heard.wish == Wish::Finish && !view().answers.empty())
        return end_topic(TopicEnd::NothingNew);
      if (heard.wish == Wish::SaidAlready) return on_said_already();
      return on_nothing(heard.kind);
    case TurnKind::DontKnow:
      return on_nothing(heard.kind);
    case TurnKind::Declined:
      return on_declined(heard.wish, speech);
    case TurnKind::Repeat:
    case TurnKind::Rephrase:
      return on_repeat(heard.kind);
    case TurnKind::Pause:
      return say(UtteranceKind::Wait, phrasebook::wait(true, times(UtteranceKind::Wait)),
                 "time was asked for");
    case TurnKind::Silence:
      return on_silence();
    case TurnKind::OffTopic:
      return on_astray(true);
    case TurnKind::Instruction:  // only an answer, and one that tells nothing
      if (open_.level > 0) ++topic().futile;
      return own_case();
    case TurnKind::Abuse:
      return on_abuse(heard.wish);
    case TurnKind::Distress:
    case TurnKind::SelfHarm:
      return on_distress(heard.kind, heard.wish);
    case TurnKind::Foreign:
      return on_foreign(heard.language);
    case TurnKind::AsksFeedback:
    case TurnKind::AsksAnswer:
    case TurnKind::AsksScope:
    case TurnKind::AsksWho:
      return on_own_question(heard);
    case TurnKind::Skip:
      return end_topic(TopicEnd::Left);
    case TurnKind::End:
      return end_interview(TopicEnd::Left, phrasebook::close(TopicEnd::Left, true),
                           "the candidate ended it");
  }
}

std::string reason_of(TopicEnd end) {
  switch (end) {
    case TopicEnd::Complete:
      return "nothing that is worth asking is open";
    case TopicEnd::Deep:
      return "as deep as was agreed";
    case TopicEnd::NothingNew:
      return "follow-ups bring nothing new";
    case TopicEnd::NoExample:
      return "no example";
    case TopicEnd::Left:
      return "the candidate wants to move on";
    case TopicEnd::Broken:
      return "no answer to work with";
    case TopicEnd::RanOut:
      return "no answer came any more";
    case TopicEnd::Open:
      break;
  }
  return {};
}

void Reaction::end_topic(TopicEnd end) {
  topic().end = end;
  if (practice_.topic + 1 == practice_.topics.size()) {
    practice_.finished = true;
    return say(UtteranceKind::Close,
               phrasebook::close(end == TopicEnd::Broken ? TopicEnd::RanOut : end, false),
               reason_of(end));
  }
  say(UtteranceKind::Transition, phrasebook::transition(times(UtteranceKind::Transition)),
      reason_of(end));
  ++practice_.topic;
  say(UtteranceKind::Question, topic().question, "opens " + principle().name);
}

void Reaction::end_interview(TopicEnd end, std::string text, std::string reason) {
  topic().end = end;
  practice_.finished = true;
  say(UtteranceKind::Close, std::move(text), std::move(reason));
}

std::vector<Utterance> respond(Practice& practice, const Pack& pack, std::string_view text,
                               const ExchangeReading* reading, std::int64_t at_ms) {
  assert(!practice.finished);
  return Reaction(practice, pack).to(text, reading, at_ms);
}

std::vector<Utterance> close_practice(Practice& practice) {
  if (practice.finished) return {};
  Topic& topic = practice.topics[practice.topic];
  topic.end = TopicEnd::RanOut;
  practice.finished = true;
  Utterance one;
  one.kind = UtteranceKind::Close;
  one.text = phrasebook::close(TopicEnd::RanOut, false);
  one.reason = reason_of(TopicEnd::RanOut);
  one.topic = practice.topic;
  one.level = topic.level;
  practice.entries.push_back({one, std::nullopt});
  return {one};
}

}  // namespace barometer
