#include "interviewer/wording.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "interviewer/contradictions.hpp"
#include "interviewer/plain_words.hpp"
#include "interviewer/wording_list.hpp"

namespace barometer {
namespace {

void add_plain(WordingList& out) {
  const auto& table = plain_words();
  for (std::size_t i = 0; i < table.size(); ++i) {
    const std::span<const std::string_view> variants =
        out.view.tense == Tense::Past    ? std::span<const std::string_view>(table[i].past)
        : out.view.tense == Tense::Would ? table[i].would
                                         : std::span<const std::string_view>(table[i].present);
    double fit = plain_fit;
    for (const std::string_view text : variants) {
      if (!text.empty()) out.add(static_cast<Gap>(i), std::string(text), fit);
      fit *= second_choice;
    }
  }
}

// From habits, opinions and plans to one case: having done it counts for more.
void add_one_case(WordingList& out) {
  const AccountView& view = out.view;
  const bool past_wanted = view.topic.kind == QuestionKind::Past;
  const bool told_case = view.signs.own_deeds + static_cast<double>(view.signs.our_deeds) >= 2.0 &&
                         view.signs.past >= 3;
  if (told_case || view.topic.supposed || view.tense == Tense::Past) return;
  if (view.tense == Tense::Would) {
    out.add(Gap::Specifics, "When did you face something like that yourself?",
            past_wanted ? 2.5 : 0.9, false, {}, "plans only, no case of the candidate's own");
  } else {
    out.add(Gap::Specifics,
            past_wanted ? "Which one time do you have in mind?" : "When did you last do that?",
            past_wanted ? 2.5 : 1.3, false, {}, "a habit or an opinion, no single case");
  }
  out.found.back().one_case = true;
}

// Nothing of the candidate's own is told yet, or one act only: what was done next.
void add_next_act(WordingList& out) {
  const AccountSigns& signs = out.view.signs;
  if (out.view.tense != Tense::Past || signs.our_deeds > 0 || signs.inaction) return;
  if (signs.own_deeds < 0.5) {
    const bool scene = signs.past >= 2 && signs.words >= 8;
    out.add(Gap::OwnPart, scene ? "What did you do then?" : "What did you do yourself?", noun_fit);
  } else if (signs.own_deeds < 2.0 && signs.words < 45) {
    out.add(Gap::OwnPart, "What did you do then?", 2.0, false, {},
            "one act is told, and not the next");
  }
}

// Two parts that do not go together are taken up before anything else, and without a verdict.
void add_contradiction(WordingList& out) {
  if (out.view.tense != Tense::Past || out.view.topic.quoted >= 2) return;
  const auto found = contradiction_in(out.view.answers);
  if (!found) return;
  const auto asked_with = [&](std::string_view words) {
    return std::any_of(out.view.asked.begin(), out.view.asked.end(), [&](const std::string& asked) {
      return asked.find(words) != std::string::npos;
    });
  };
  if (asked_with(found->before)) return;
  const std::string text = asked_with("How do the two go together?")
                               ? "Before, it was \"" + found->before + "\", and now it is \"" +
                                     found->now + "\". What explains the difference?"
                               : "Earlier you said \"" + found->before + "\", and now \"" +
                                     found->now + "\". How do the two go together?";
  out.add(found->gap, text, 3.0, true, {}, "two parts of the account do not go together");
  out.found.back().takes_up = true;
}

// A full account gets more interesting further down, and no account is done with one follow-up:
// asked when nothing better is open.
void add_deepening(WordingList& out) {
  constexpr std::size_t full = 80;  // words
  const AccountView& view = out.view;
  const std::size_t deep_enough = view.signs.words >= full && view.signs.own_deeds >= 2.0 ? 3 : 2;
  if (view.tense != Tense::Past || view.grave || view.signs.past == 0 ||
      view.topic.level >= deep_enough)
    return;
  out.add(Gap::Specifics, "What was the hardest part of it?", 0.29, false, {},
          "nothing else is open; one level deeper");
  out.found.back().takes_up = true;
  out.add(Gap::OwnStandard, "What would you do differently now?", 0.28, false, {},
          "nothing else is open; one level deeper");
  out.found.back().takes_up =
      !view.topic.gaps[static_cast<std::size_t>(Gap::OwnStandard)].asked &&
      view.topic.gaps[static_cast<std::size_t>(Gap::OwnStandard)].told < 0.5;
}

bool sound(const Wording& one, const AccountView& view) {
  if (one.text.size() > 160 || std::count(one.text.begin(), one.text.end(), '?') != 1) return false;
  if (std::any_of(view.said.begin(), view.said.end(), [&](const std::string& said) {
        return said == one.text || said.ends_with(" " + one.text);
      }))
    return false;
  return !repeats(one.text, view.asked);
}

}  // namespace

std::vector<Wording> wordings(const AccountView& view) {
  WordingList out{view, {}};
  std::vector<std::vector<NounPhrase>> nouns;
  bool thing = false;
  for (const Speech& answer : view.answers) {
    nouns.push_back(noun_phrases(answer));
    for (const NounPhrase& noun : nouns.back()) thing = thing || made_by_me(answer, noun);
  }
  add_one_case(out);
  add_next_act(out);
  add_contradiction(out);
  for (std::size_t back = 0; back < view.answers.size() && back < 3; ++back) {
    const std::size_t i = view.answers.size() - 1 - back;
    const double weight = back == 0 ? 1.0 : older;
    add_noun_wordings(out, view.answers[i], nouns[i], weight);
    add_echo_wordings(out, view.answers[i], weight);
  }
  add_pack_wordings(out, thing);
  add_plain(out);
  add_deepening(out);
  std::vector<Wording> kept;
  for (Wording& one : out.found) {
    if (sound(one, view)) kept.push_back(std::move(one));
  }
  return kept;
}

}  // namespace barometer
