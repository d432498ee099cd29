// The interviewer's reactions: one function for each sort of turn.
#include <algorithm>
#include <cassert>
#include <utility>

#include "interviewer/choice.hpp"
#include "interviewer/interviewer.hpp"
#include "interviewer/phrasebook.hpp"
#include "interviewer/wording.hpp"

namespace barometer {
namespace {

constexpr std::size_t thin_answer = 2;  // content words: fewer bring nothing

bool starts_another_story(const Speech& speech) {
  static const Phrases hops{
      "another|other|different|second time|example|story|situation|case|occasion|instance",
      "reminds me",
      "^ also|and~ once",
      "there was also|another",
      "similar|same thing happened at|in|when|with",
      "on another|a|one occasion|different",
      "at|in my previous|last|first|other|old job|company|role|school",
      "another one|thing was|is|happened"};
  const auto match = hops.find(speech);
  return match && match->first < 12;
}

class Reaction {
 public:
  Reaction(Practice& practice, const Pack& pack)
      : practice_(practice), pack_(pack), open_(open_question(practice)) {}

  std::vector<Utterance> to(std::string_view text, const ExchangeReading* reading,
                            std::int64_t at_ms);

 private:
  Topic& topic() { return practice_.topics[practice_.topic]; }
  const Principle& principle() { return *pack_.find(topic().principle); }

  void say(UtteranceKind kind, std::string text, std::string reason) {
    Utterance one;
    one.kind = kind;
    one.text = std::move(text);
    one.reason = std::move(reason);
    one.topic = practice_.topic;
    one.level = topic().level;
    said_.push_back(std::move(one));
  }
  std::size_t times(UtteranceKind kind) const {
    return static_cast<std::size_t>(std::count_if(
        practice_.entries.begin(), practice_.entries.end(),
        [&](const auto& entry) { return entry.utterance && entry.utterance->kind == kind; }));
  }

  AccountView view() const { return view_of(practice_, pack_); }
  std::size_t new_content(const Speech& speech) const;

  void on_answer(CandidateTurn& turn, const Speech& speech, const ExchangeReading* reading);
  void on_nothing(TurnKind kind);
  void on_silence();
  void on_astray(bool understood);
  void on_abuse();
  void on_distress(TurnKind kind);
  void on_foreign(std::string_view language);
  void on_repeat(TurnKind kind);
  bool on_support_answer(TurnKind kind, const Speech& speech);

  void probe_or_end(const std::string& reader_probe);
  void own_case();
  void end_topic(TopicEnd end);
  void end_interview(TopicEnd end, std::string text, std::string reason);

  Practice& practice_;
  const Pack& pack_;
  Utterance open_;
  std::vector<Utterance> said_;
};

// Content words, numbers and names that the topic did not have yet.
std::size_t Reaction::new_content(const Speech& speech) const {
  const AccountView before = view();
  std::size_t fresh = 0;
  for (const std::string& one : content_stems(speech)) {
    if (std::find(before.stems.begin(), before.stems.end(), one) == before.stems.end()) ++fresh;
  }
  // "Twelve." or "Dana." is a full answer to "which?" and "how many?".
  const Told told = told_by(speech);
  if (fresh >= 1 && told.strength[static_cast<std::size_t>(Gap::Specifics)] > 0.15) ++fresh;
  return fresh;
}

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
    on_answer(turn, speech, reading);
  } else {
    practice_.entries.push_back({std::nullopt, turn});
    if (!on_support_answer(heard.kind, speech)) {
      switch (heard.kind) {
        case TurnKind::Answer:
          break;
        case TurnKind::NothingMore:
        case TurnKind::DontKnow:
        case TurnKind::Declined:
          on_nothing(heard.kind);
          break;
        case TurnKind::Repeat:
        case TurnKind::Rephrase:
          on_repeat(heard.kind);
          break;
        case TurnKind::Pause:
          say(UtteranceKind::Wait, phrasebook::wait(true, times(UtteranceKind::Wait)),
              "time was asked for");
          break;
        case TurnKind::Silence:
          on_silence();
          break;
        case TurnKind::OffTopic:
          on_astray(true);
          break;
        case TurnKind::Instruction:  // only an answer, and one that tells nothing
          if (open_.level > 0) ++topic().futile;
          own_case();
          break;
        case TurnKind::Abuse:
          on_abuse();
          break;
        case TurnKind::Distress:
        case TurnKind::SelfHarm:
          on_distress(heard.kind);
          break;
        case TurnKind::Foreign:
          on_foreign(heard.language);
          break;
        case TurnKind::AsksFeedback:
          say(UtteranceKind::Redirect, phrasebook::feedback_later(times(UtteranceKind::Redirect)),
              "asked for feedback");
          break;
        case TurnKind::AsksAnswer:
          say(UtteranceKind::Redirect, phrasebook::own_words(times(UtteranceKind::Redirect)),
              "asked for what is looked for");
          break;
        case TurnKind::AsksScope:
          say(UtteranceKind::Redirect, phrasebook::your_choice(times(UtteranceKind::Redirect)),
              "asked what may be told");
          break;
        case TurnKind::AsksWho:
          say(UtteranceKind::Redirect, phrasebook::who_i_am(), "asked about the interviewer");
          break;
        case TurnKind::Skip:
          end_topic(TopicEnd::Left);
          break;
        case TurnKind::End:
          end_interview(TopicEnd::Left, phrasebook::close(TopicEnd::Left, true),
                        "the candidate ended it");
          break;
      }
    }
  }
  for (const Utterance& one : said_) practice_.entries.push_back({one, std::nullopt});
  return std::move(said_);
}

void Reaction::on_answer(CandidateTurn& turn, const Speech& speech,
                         const ExchangeReading* reading) {
  practice_.support_offered = false;
  const Speech clean = speech_of(without_instructions(speech));
  const std::size_t fresh = new_content(clean);
  turn.brought = fresh >= thin_answer;
  turn.elsewhere = topic().level > 0 && starts_another_story(clean);
  Abstention abstention = Abstention::None;
  if (reading != nullptr) {
    abstention = reading->abstention;
    turn.reader_probe = reading->probe.kind;
    turn.star = reading->star;
    for (const PrincipleReading& one : reading->readings) {
      if (one.principle != topic().principle) continue;
      turn.verdict = one.verdict;
      turn.rating = one.rating;
      for (const Evidence& each : one.evidence)
        turn.evidence.push_back(
            {each.span, each.indicator, each.polarity, each.mode, each.agency, each.probability});
    }
  }
  if (abstention == Abstention::Echo || abstention == Abstention::Instruction ||
      abstention == Abstention::Gibberish)
    turn.brought = false;
  if (abstention != Abstention::Gibberish) take_in(topic(), turn, clean, practice_.entries.size());
  const bool follow_up = topic().level > 0;
  if (turn.brought) {
    topic().futile = 0;
    topic().astray = 0;
  } else if (follow_up) {
    ++topic().futile;
  }
  const std::string reader_probe = turn.reader_probe;
  const bool elsewhere = turn.elsewhere;
  practice_.entries.push_back({std::nullopt, std::move(turn)});
  if (abstention == Abstention::Gibberish) {
    on_astray(false);
  } else if (abstention == Abstention::Echo || abstention == Abstention::Instruction) {
    own_case();
  } else {
    probe_or_end(reader_probe);
    if (elsewhere && topic().hops < 2 && !said_.empty() &&
        said_.front().kind == UtteranceKind::Probe) {
      said_.front().text = phrasebook::first_story(topic().hops++) + " " + said_.front().text;
      said_.front().reason += "; another story was begun";
    }
  }
}

// A turn that tells nothing of the candidate's own: asks for one case, then for what is open.
void Reaction::own_case() {
  if (!view().answers.empty() || topic().level >= most_levels(practice_.settings.probing)) {
    probe_or_end({});
    return;
  }
  if (topic().supposed) return on_astray(true);
  const bool would = topic().kind == QuestionKind::Hypothetical;
  Utterance one;
  one.kind = UtteranceKind::Probe;
  one.text = would ? "What would you do first, in your own words?"
                   : "What is one case from your own work?";
  topic().supposed = true;
  one.gap = would ? Gap::Intent : Gap::Specifics;
  one.probe_kind = probe_kind_of(*one.gap);
  one.reason = "nothing of the candidate's own was told";
  one.topic = practice_.topic;
  one.level = ++topic().level;
  topic().gaps[static_cast<std::size_t>(*one.gap)].asked = would;
  said_.push_back(std::move(one));
}

void Reaction::probe_or_end(const std::string& reader_probe) {
  const Probing probing = practice_.settings.probing;
  if (topic().futile >= most_futile(probing)) return end_topic(TopicEnd::NothingNew);
  if (topic().level >= most_levels(probing)) return end_topic(TopicEnd::Deep);
  const AccountView seen = view();
  const auto chosen = choose_probe(seen, probing, reader_probe, practice_.random);
  if (!chosen) return end_topic(TopicEnd::Complete);
  // After plans and habits only, "which one case?" and later "which pumps?" are two things.
  if (chosen->wording.one_case) {
    topic().supposed = true;
  } else {
    topic().gaps[static_cast<std::size_t>(chosen->wording.gap)].asked = true;
  }
  if (chosen->wording.quotes) ++topic().quoted;
  Utterance one;
  one.kind = UtteranceKind::Probe;
  one.text = chosen->wording.text;
  one.reason = chosen->wording.reason;
  one.gap = chosen->wording.gap;
  one.probe_kind = chosen->wording.probe_kind;
  one.topic = practice_.topic;
  one.level = ++topic().level;
  said_.push_back(std::move(one));
}

void Reaction::on_nothing(TurnKind kind) {
  const bool at_question =
      open_.kind == UtteranceKind::Question || (open_.kind == UtteranceKind::Hint && !open_.gap);
  const bool deep = topic().level >= most_levels(practice_.settings.probing);
  if (kind == TurnKind::DontKnow && topic().hints == 0 && !deep) {
    ++topic().hints;
    Utterance one;
    one.kind = UtteranceKind::Hint;
    one.topic = practice_.topic;
    one.level = ++topic().level;
    if (at_question) {
      one.text = question_hint(topic().kind);
      one.reason = "no example came to mind; a wider field is offered";
      one.gap = Gap::Specifics;
    } else {
      one.text = hint_text(open_.gap.value_or(Gap::Specifics), view().tense);
      one.reason = "the candidate does not know; a side beside it is offered";
      one.gap = open_.gap;
    }
    one.probe_kind = probe_kind_of(*one.gap);
    said_.push_back(std::move(one));
    return;
  }
  const bool told_anything = !view().answers.empty();
  if (!told_anything) return end_topic(TopicEnd::NoExample);
  if (kind != TurnKind::Declined) ++topic().futile;
  probe_or_end({});
}

void Reaction::on_silence() {
  switch (++topic().silences) {
    case 1:
      return say(UtteranceKind::Wait, phrasebook::wait(false, times(UtteranceKind::Wait)),
                 "silence");
    case 2:
      return say(UtteranceKind::Repeat, open_.text, "silence again; the question once more");
    default:
      return end_topic(TopicEnd::Broken);
  }
}

void Reaction::on_astray(bool understood) {
  if (++topic().astray > 1) return end_topic(TopicEnd::Broken);
  if (!understood)
    return say(UtteranceKind::Redirect, phrasebook::not_understood(), "no words to make out");
  say(UtteranceKind::Redirect, phrasebook::redirect(topic().kind, times(UtteranceKind::Redirect)),
      "off the topic");
}

void Reaction::on_abuse() {
  if (++practice_.abuse == 1)
    return say(UtteranceKind::Boundary, phrasebook::boundary(), "an insult; a calm line once");
  const bool last = practice_.topic + 1 == practice_.topics.size();
  if (practice_.abuse == 2 && !last) return end_topic(TopicEnd::Broken);
  end_interview(TopicEnd::Broken, phrasebook::close(TopicEnd::Broken, false), "insults go on");
}

void Reaction::on_distress(TurnKind kind) {
  if (kind == TurnKind::SelfHarm) {
    practice_.support_offered = true;
    return say(UtteranceKind::Support, phrasebook::safety(), "somebody may be in danger");
  }
  if (times(UtteranceKind::Support) > 0)
    return end_interview(TopicEnd::Left, phrasebook::farewell(), "the candidate is not well");
  practice_.support_offered = true;
  say(UtteranceKind::Support, phrasebook::support(), "the candidate is not well");
}

// What the candidate wants after the offer to stop or move on.
bool Reaction::on_support_answer(TurnKind kind, const Speech& speech) {
  if (!practice_.support_offered) return false;
  static const Phrases stop{"stop", "end", "quit", "enough", "not today", "no"};
  static const Phrases move{"another", "next", "other", "different", "move on", "skip"};
  static const Phrases go_on{"continue", "go on|ahead", "i'm|i am~ fine|ok|okay|ready|good|better",
                             "yes",      "ok",          "okay",
                             "pause"};
  if (kind == TurnKind::Distress || kind == TurnKind::SelfHarm || kind == TurnKind::Abuse ||
      kind == TurnKind::Silence || speech.words.size() > 16)
    return false;
  practice_.support_offered = false;
  if (move.in(speech)) {
    end_topic(TopicEnd::Left);
  } else if (kind == TurnKind::End || stop.in(speech)) {
    end_interview(TopicEnd::Left, phrasebook::close(TopicEnd::Left, true),
                  "the candidate ended it");
  } else if (go_on.in(speech)) {
    say(UtteranceKind::Repeat, open_.text, "goes on; the question once more");
  } else {
    return false;
  }
  return true;
}

void Reaction::on_foreign(std::string_view language) {
  if (++topic().foreign > 2) return end_topic(TopicEnd::Broken);
  say(UtteranceKind::Language, phrasebook::language(language, topic().foreign - 1),
      "another language than the pack's");
}

void Reaction::on_repeat(TurnKind kind) {
  if (kind == TurnKind::Repeat)
    return say(UtteranceKind::Repeat, open_.text, "asked to hear it again");
  const bool question = open_.kind == UtteranceKind::Question || !open_.gap;
  say(UtteranceKind::Repeat,
      question ? phrasebook::reworded_question(open_.text, topic().kind)
               : open_.text + " " + phrasebook::reworded_probe(*open_.gap),
      "not understood; said more plainly");
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

}  // namespace

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
