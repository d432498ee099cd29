// What follows a turn that is no account: silence, insults, distress, questions of the candidate's.
#include <algorithm>

#include "interviewer/phrasebook.hpp"
#include "interviewer/reaction.hpp"

namespace barometer {
namespace {

constexpr std::size_t most_offers = 2;  // to stop or go on, for somebody who is not well

}  // namespace

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
  const auto offered = static_cast<std::size_t>(
      std::count_if(practice_.entries.begin(), practice_.entries.end(), [](const auto& entry) {
        return entry.utterance && entry.utterance->kind == UtteranceKind::Support &&
               entry.utterance->text != phrasebook::condolence();
      }));
  if (offered >= most_offers)
    return end_interview(TopicEnd::Left, phrasebook::farewell(), "the candidate is not well");
  practice_.support_offered = true;
  if (wish == Wish::Mourn)
    return say(UtteranceKind::Support, phrasebook::condolence(), "somebody died");
  say(UtteranceKind::Support, phrasebook::support(offered), "the candidate is not well");
}

// What the candidate wants after the offer to stop or move on.
bool Reaction::on_support_answer(TurnKind kind, const Speech& speech) {
  if (!practice_.support_offered) return false;
  static const Phrases stop{"stop", "end", "quit", "enough", "not today", "no"};
  static const Phrases move{"another", "next", "other", "different", "move on", "skip"};
  static const Phrases go_on{
      "continue",   "go on|ahead", "i'm|i am~ fine|ok|okay|ready|good|better",
      "yes",        "ok",          "okay",
      "pause",      "all right",   "alright",
      "can|may ask"};
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
    // Who told the story already is not asked to begin again.
    if (open_.kind == UtteranceKind::Question && !view().answers.empty()) {
      probe_or_end({});
    } else {
      say(UtteranceKind::Repeat, open_.text, "goes on; the question once more");
    }
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

}  // namespace barometer
