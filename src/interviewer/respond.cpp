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
      "another|different|second time|example|story|situation|case|occasion|instance",
      "reminds me",
      "^ also|and~ once",
      "there was also|another * time|example|story|situation|case|occasion|incident|project",
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

  void on_answer(CandidateTurn& turn, const Speech& speech, const ExchangeReading* reading,
                 Wish wish);
  void on_turn(const Heard& heard, const Speech& speech);
  void on_own_question(const Heard& heard);
  void on_nothing(TurnKind kind);
  void on_silence();
  void on_astray(bool understood);
  void on_abuse(Wish wish);
  void on_distress(TurnKind kind, Wish wish);
  void on_foreign(std::string_view language);
  void on_repeat(TurnKind kind);
  bool on_support_answer(TurnKind kind, const Speech& speech);
  void on_declined(Wish wish, const Speech& speech);
  void replace_story();
  bool asks_own_part_again();

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
    on_answer(turn, speech, reading, heard.wish);
  } else {
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

// The candidate asks something that is not about the wording of the question.
void Reaction::on_own_question(const Heard& heard) {
  const std::size_t before = times(UtteranceKind::Redirect);
  if (heard.kind == TurnKind::AsksFeedback)
    return say(UtteranceKind::Redirect, phrasebook::feedback_later(before), "asked for feedback");
  if (heard.kind == TurnKind::AsksAnswer)
    return say(UtteranceKind::Redirect, phrasebook::own_words(before),
               "asked for what is looked for");
  if (heard.kind == TurnKind::AsksWho)
    return say(UtteranceKind::Redirect, phrasebook::who_i_am(before),
               "asked about the interviewer");
  if (heard.wish == Wish::OtherStory) {
    replace_story();
    return say(UtteranceKind::Redirect, phrasebook::another_story(before),
               "another story is offered, and taken");
  }
  say(UtteranceKind::Redirect, phrasebook::your_choice(before), "asked what may be told");
}

// What was told before does not count any more: another story takes its place.
void Reaction::replace_story() {
  for (PracticeEntry& entry : practice_.entries) {
    if (entry.answer && entry.answer->topic == practice_.topic) entry.answer->elsewhere = true;
  }
  for (GapState& gap : topic().gaps) {
    gap.told = 0.0;
    gap.entry.reset();
    gap.span = {};
  }
  topic().futile = 0;
}

// A gap that may not be told is closed; the first follow-up behind it says so.
void Reaction::on_declined(Wish wish, const Speech& speech) {
  static const Phrases amounts{"figure-", "number-", "amount-", "exact", "price-", "sum|sums"};
  if (amounts.in(speech)) topic().gaps[static_cast<std::size_t>(Gap::Measure)].asked = true;
  topic().gaps[static_cast<std::size_t>(Gap::Specifics)].asked = true;
  const bool deep = topic().level >= most_levels(practice_.settings.probing);
  if (wish == Wish::LeaveSubject && !view().answers.empty() && !deep) {
    replace_story();
    return say(UtteranceKind::Redirect, phrasebook::subject_left(),
               "this story is refused; another one is asked for");
  }
  on_nothing(TurnKind::Declined);
  if (!said_.empty() && said_.front().kind == UtteranceKind::Probe) {
    const auto refused = static_cast<std::size_t>(std::count_if(
        practice_.entries.begin(), practice_.entries.end(),
        [](const auto& one) { return one.answer && one.answer->kind == TurnKind::Declined; }));
    said_.front().text = phrasebook::left_out(refused - 1) + " " + said_.front().text;
  }
}

void Reaction::on_answer(CandidateTurn& turn, const Speech& speech, const ExchangeReading* reading,
                         Wish wish) {
  practice_.support_offered = false;
  if (wish == Wish::OtherStory) replace_story();
  const Speech clean = speech_of(without_instructions(speech));
  const std::size_t fresh = new_content(clean);
  turn.brought = fresh >= thin_answer;
  turn.elsewhere = topic().level > 0 && wish != Wish::OtherStory && !view().answers.empty() &&
                   starts_another_story(clean);
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
  one.text = phrasebook::own_case(would, practice_.topic);
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
  if (asks_own_part_again()) return;
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

// A question for the own part that the answer went round is put once more, in other words.
bool Reaction::asks_own_part_again() {
  if (open_.kind != UtteranceKind::Probe || open_.gap != Gap::OwnPart) return false;
  const auto& last = practice_.entries.back().answer;
  if (!last || last->kind != TurnKind::Answer || last->elsewhere) return false;
  static const Phrases myself{"i|i'd|i'm|i've|me|my|mine|myself|alone"};
  const AccountView seen = view();
  if (seen.answers.empty() || seen.signs.inaction || seen.signs.own_deeds >= 1.0) return false;
  if (myself.in(seen.answers.back()) && signs_of(seen.answers.back()).our_deeds == 0 &&
      signs_of(seen.answers.back()).other_deeds == 0)
    return false;
  const std::size_t asked = static_cast<std::size_t>(
      std::count_if(practice_.entries.begin(), practice_.entries.end(), [&](const auto& entry) {
        return entry.utterance && entry.utterance->topic == practice_.topic &&
               entry.utterance->gap == Gap::OwnPart;
      }));
  if (asked > 1) return false;
  // Never in words that were used on an earlier question.
  std::string words;
  for (std::size_t i = 0; i < 3 && words.empty(); ++i) {
    const std::string next = own_part_again(seen.tense, i);
    if (std::find(seen.said.begin(), seen.said.end(), next) == seen.said.end()) words = next;
  }
  if (words.empty()) return false;
  Utterance one;
  one.kind = UtteranceKind::Probe;
  one.text = words;
  one.reason = "the question for the own part was gone round; once more in other words";
  one.gap = Gap::OwnPart;
  one.probe_kind = probe_kind_of(Gap::OwnPart);
  one.topic = practice_.topic;
  one.level = ++topic().level;
  said_.push_back(std::move(one));
  return true;
}

void Reaction::on_nothing(TurnKind kind) {
  // Behind plans only, the question itself is what stays open.
  const bool at_question = open_.kind == UtteranceKind::Question ||
                           (open_.kind == UtteranceKind::Hint && !open_.gap) ||
                           (topic().kind == QuestionKind::Past && view().tense == Tense::Would);
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

void Reaction::on_abuse(Wish wish) {
  // To scold a question insults nobody.
  if (wish == Wish::CalmDown) {
    const bool before =
        std::any_of(practice_.entries.begin(), practice_.entries.end(), [](const auto& entry) {
          return entry.utterance && entry.utterance->text == phrasebook::calm();
        });
    if (!before)
      return say(UtteranceKind::Boundary, phrasebook::calm(),
                 "the question is scolded, nobody else");
    return end_topic(TopicEnd::Left);
  }
  if (++practice_.abuse == 1)
    return say(UtteranceKind::Boundary, phrasebook::boundary(), "an insult; a calm line once");
  const bool last = practice_.topic + 1 == practice_.topics.size();
  if (practice_.abuse == 2 && !last) return end_topic(TopicEnd::Broken);
  end_interview(TopicEnd::Broken, phrasebook::close(TopicEnd::Broken, false), "insults go on");
}

void Reaction::on_distress(TurnKind kind, Wish wish) {
  if (kind == TurnKind::SelfHarm) {
    practice_.support_offered = true;
    return say(UtteranceKind::Support, phrasebook::safety(), "somebody may be in danger");
  }
  const bool offered =
      std::any_of(practice_.entries.begin(), practice_.entries.end(), [](const auto& entry) {
        return entry.utterance && entry.utterance->kind == UtteranceKind::Support &&
               entry.utterance->text != phrasebook::condolence();
      });
  if (offered)
    return end_interview(TopicEnd::Left, phrasebook::farewell(), "the candidate is not well");
  practice_.support_offered = true;
  if (wish == Wish::Mourn)
    return say(UtteranceKind::Support, phrasebook::condolence(), "somebody died");
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
  // Two in a row after the first: no common language is found.
  std::size_t in_a_row = 0;
  for (auto entry = practice_.entries.rbegin(); entry != practice_.entries.rend(); ++entry) {
    if (!entry->answer) continue;
    if (entry->answer->kind != TurnKind::Foreign) break;
    ++in_a_row;
  }
  ++topic().foreign;
  if (in_a_row > 2 || topic().foreign > 4) return end_topic(TopicEnd::Broken);
  say(UtteranceKind::Language, phrasebook::language(language, topic().foreign - 1),
      "another language than the pack's");
}

void Reaction::on_repeat(TurnKind kind) {
  if (kind == TurnKind::Repeat)
    return say(UtteranceKind::Repeat, open_.text, "asked to hear it again");
  const bool question = open_.kind == UtteranceKind::Question || !open_.gap;
  const std::string reworded = question ? phrasebook::reworded_question(open_.text, topic().kind)
                                        : open_.text + " " + phrasebook::reworded_probe(*open_.gap);
  const bool before = std::any_of(
      practice_.entries.begin(), practice_.entries.end(),
      [&](const auto& entry) { return entry.utterance && entry.utterance->text == reworded; });
  say(UtteranceKind::Repeat,
      before && question ? open_.text + " " + phrasebook::simplest(topic().kind) : reworded,
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
