// What follows an answer, or the lack of one: the next follow-up, or the end of the topic.
#include <algorithm>

#include "interviewer/choice.hpp"
#include "interviewer/contradictions.hpp"
#include "interviewer/manner.hpp"
#include "interviewer/phrasebook.hpp"
#include "interviewer/reaction.hpp"
#include "interviewer/wording.hpp"

namespace barometer {
namespace {

constexpr std::size_t thin_answer = 2;  // content words: fewer bring nothing

constexpr std::string_view said_already_reason = "; the one before was answered already";

// Anything that took place, as opposed to opinions and habits.
bool tells_a_story(const AccountView& seen) {
  const AccountSigns& signs = seen.signs;
  if (seen.tense == Tense::Would) return false;
  const double deeds = signs.own_deeds + static_cast<double>(signs.our_deeds + signs.other_deeds);
  return signs.past >= 4 || (signs.past >= 2 && deeds >= 1.0) || signs.inaction ||
         signs.words < 20 || deeds >= 2.0 || signs_of(seen.answers.back()).past >= 3 ||
         std::any_of(seen.answers.begin(), seen.answers.end(), manner::learner);
}

bool starts_another_story(const Speech& speech) {
  static const Phrases hops{
      "another|different|second time|example|story|situation|case|occasion|instance",
      "reminds me",
      "^ also|and~ once",
      "there was also|another * time|example|story|situation|case|occasion|incident|project",
      "similar|same thing happened at|in|when|with",
      "on another|a|one occasion|different",
      "at|in my previous|last|first|other|old job|company|role|school",
      "another thing was|is|happened"};
  const auto match = hops.find(speech);
  return match && match->first < 12;
}

}  // namespace

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
      say_before(phrasebook::first_story(topic().hops++));
      said_.front().reason += "; another story was begun";
    }
  }
}

// What was told before does not count any more: another story takes its place.
void Reaction::replace_story() {
  for (PracticeEntry& entry : practice_.entries) {
    if (entry.answer && entry.answer->topic == practice_.topic) entry.answer->elsewhere = true;
  }
  for (GapState& gap : topic().gaps) {
    gap.told = 0.0;
    gap.asked = false;
    gap.entry.reset();
    gap.span = {};
  }
  topic().futile = 0;
}

// A follow-up that is not chosen among others.
void Reaction::say_probe(Gap gap, std::string text, std::string reason) {
  Utterance one;
  one.kind = UtteranceKind::Probe;
  one.text = std::move(text);
  one.gap = gap;
  one.probe_kind = probe_kind_of(gap);
  one.reason = std::move(reason);
  one.topic = practice_.topic;
  one.level = ++topic().level;
  said_.push_back(std::move(one));
}

// In front of the follow-up, if one comes.
void Reaction::say_before(const std::string& words) {
  if (!said_.empty() && said_.front().kind == UtteranceKind::Probe)
    said_.front().text = words + " " + said_.front().text;
}

// A turn that tells nothing of the candidate's own: asks for one case, then for what is open.
void Reaction::own_case() {
  if (!view().answers.empty() || topic().level >= most_levels(practice_.settings.probing)) {
    probe_or_end({});
    return;
  }
  if (topic().supposed) return on_astray(true);
  const bool would = topic().kind == QuestionKind::Hypothetical;
  topic().supposed = true;
  const Gap gap = would ? Gap::Intent : Gap::Specifics;
  topic().gaps[static_cast<std::size_t>(gap)].asked = would;
  say_probe(gap, phrasebook::own_case(would, practice_.topic),
            "nothing of the candidate's own was told");
}

// After one request for a single case, nothing but opinions again: once more, in other words.
bool Reaction::asks_for_a_case() {
  const AccountView seen = view();
  if (topic().kind != QuestionKind::Past || !topic().supposed || seen.answers.size() < 2 ||
      tells_a_story(seen))
    return false;
  const std::string words = phrasebook::own_case(false, practice_.topic + 2);
  const bool before = std::find(seen.said.begin(), seen.said.end(), words) != seen.said.end();
  if (before || seen.probed[static_cast<std::size_t>(Gap::Specifics)] >= 2) {
    end_topic(TopicEnd::NothingNew);
  } else {
    say_probe(Gap::Specifics, words, "opinions and habits again, no single case");
  }
  return true;
}

void Reaction::probe_or_end(const std::string& reader_probe) {
  const Probing probing = practice_.settings.probing;
  if (topic().futile >= most_futile(probing)) return end_topic(TopicEnd::NothingNew);
  if (topic().level >= most_levels(probing)) return end_topic(TopicEnd::Deep);
  if (asks_for_a_case()) return;
  const AccountView seen = view();
  if (!contradiction_in(seen.answers) && asks_own_part_again()) return;
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
  static const Phrases speaks_of_others{
      "we|we're|we've|us|our|they|he|she|team|everyone|everybody|all"};
  const AccountView seen = view();
  if (seen.answers.empty() || seen.signs.inaction || seen.signs.own_deeds >= 1.0) return false;
  // "From a book" goes round nothing: somebody else must stand in the candidate's place.
  const AccountSigns latest = signs_of(seen.answers.back());
  if (latest.our_deeds == 0 && latest.other_deeds == 0 &&
      (myself.in(seen.answers.back()) || !speaks_of_others.in(seen.answers.back())))
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
  say_probe(Gap::OwnPart, words,
            "the question for the own part was gone round; once more in other words");
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
  const auto refused = static_cast<std::size_t>(std::count_if(
      practice_.entries.begin(), practice_.entries.end(),
      [](const auto& one) { return one.answer && one.answer->kind == TurnKind::Declined; }));
  say_before(phrasebook::left_out(refused - 1));
}

// "You asked me that": it is no answer, and no fault of the candidate's either.
void Reaction::on_said_already() {
  const auto before = static_cast<std::size_t>(
      std::count_if(practice_.entries.begin(), practice_.entries.end(), [](const auto& one) {
        return one.utterance && one.utterance->reason.ends_with(said_already_reason);
      }));
  if (view().answers.empty()) return on_repeat(TurnKind::Rephrase);
  probe_or_end({});
  if (said_.empty() || said_.front().kind != UtteranceKind::Probe) return;
  say_before(phrasebook::noted(before));
  said_.front().reason += said_already_reason;
}

}  // namespace barometer
