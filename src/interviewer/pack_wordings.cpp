// The pack's own probes, where the account bears them.
#include <algorithm>
#include <unordered_set>
#include <vector>

#include "interviewer/amounts.hpp"
#include "interviewer/clauses.hpp"
#include "interviewer/wording_list.hpp"

namespace barometer {
namespace {

using Words = std::unordered_set<std::string_view>;

bool contains(const std::vector<std::string>& stems, const std::string& one) {
  return std::find(stems.begin(), stems.end(), one) != stems.end();
}

// Words of a probe that suppose nothing about the story.
bool is_neutral(const std::string& word) {
  static const Words words = {
      "exactly",      "happened", "happen",      "happens",     "know",     "known",
      "knew",         "find",     "found",       "come",        "came",     "comes",
      "become",       "became",   "change",      "changed",     "done",     "did",
      "learn",        "learnt",   "learned",     "look",        "looked",   "tell",
      "told",         "show",     "think",       "judge",       "judged",   "choose",
      "decide",       "decided",  "weigh",       "compare",     "compared", "measure",
      "measured",     "follow",   "followed",    "followed",    "start",    "begin",
      "take",         "took",     "work",        "works",       "achieve",  "left",
      "leave",        "used",     "use",         "uses",        "role",     "part",
      "share",        "view",     "number",      "figures",     "figure",   "numbers",
      "result",       "outcome",  "end",         "ended",       "options",  "option",
      "ways",         "step",     "steps",       "year",        "weeks",    "later",
      "today",        "place",    "different",   "differently", "closely",  "remember",
      "contribution", "affected", "effects",     "effect",      "large",    "long",
      "often",        "time",     "surprised",   "procedure",   "moment",   "point",
      "based",        "base",     "meanwhile",   "cost",        "costs",    "case",
      "cases",        "call",     "turn",        "yourself",    "could",    "would",
      "improve",      "improved", "improvement", "half",        "level",    "deeper",
      "idea",         "main",     "first",       "back",        "held",     "stop",
      "stopped",      "drew",     "ordinary",    "criteria",    "kept",     "keep",
      "acting",       "act",      "stood",       "stand",       "mind",     "contributed",
      "account",      "describe", "added",       "add",         "words",    "thing",
      "things",       "someone",  "people",      "person",      "noticed",  "notice"};
  return words.contains(word) || is_function_word(word);
}

bool mentions(std::string_view text, std::initializer_list<std::string_view> any) {
  return std::any_of(any.begin(), any.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

// What the pack says about when a probe fits, as far as rules can tell.
bool when_holds(std::string_view when, const AccountSigns& signs) {
  const double we = static_cast<double>(signs.our_deeds);
  if (mentions(when, {"we throughout", "group", "team's", "team acts", "together", "the team",
                      "crew", "office", "all trades", "organisation decided"}) &&
      we <= signs.own_deeds)
    return false;
  // Suppose more than was told: another mistake, a change of mind that did not take place.
  if (mentions(when, {"harmless", "could have shown"})) return false;
  // Supposes that the candidate left, which hardly anybody tells.
  if (mentions(when, {"left behind"})) return false;
  if (mentions(when, {"unclear who", "whose idea"}) && signs.own_deeds >= 0.5) return false;
  if (mentions(when, {"somebody else", "someone else", "another person", "others act", "superior",
                      "specialist", "subordinate", "officer", "by others", "from above",
                      "another crew", "only the failings"}) &&
      static_cast<double>(signs.other_deeds) <= signs.own_deeds)
    return false;
  if (mentions(when, {"waited", "not taken", "kept quiet", "left alone", "and left", "not tried",
                      "dropped", "not reported", "held back", "did not ask", "ended early",
                      "never begun", "not supported", "flaw was left", "search ended", "passed on",
                      "put down to", "reason for not"}) &&
      !(signs.inaction && signs.own_deeds < 1.0))
    return false;
  if (mentions(when, {"approval", "accepted", "inspection", "called finished", "called settled"}) &&
      !signs.acceptance)
    return false;
  if (mentions(when, {"disagree", "objection", "opposed", "other side's", "persuade"}) &&
      !signs.disagreement)
    return false;
  if (mentions(when, {"without a measure", "without any measure", "in words", "without an amount",
                      "without a figure", "without times", "no names, numbers", "size of the"}) &&
      signs.figure)
    return false;
  if (mentions(when, {"no action follows"}) && signs.own_deeds > 0.5) return false;
  if (mentions(when, {"only the reporting"}) && signs.own_deeds > 1.0) return false;
  if (mentions(when, {"without a lesson", "admitted and nothing"}) && signs.own_deeds < 0.5)
    return false;
  if (mentions(when, {"figure is given", "count is given", "change in a figure"}) && !signs.figure)
    return false;
  return true;
}

// Whether rules could see that `when` is true, so that it may be given as the reason.
bool when_is_checked(std::string_view when) {
  return mentions(when, {"we throughout", "waited", "kept quiet", "left alone", "figure is given"});
}

// Asks who uses a thing: there must be one that the candidate made.
bool needs_a_thing(std::string_view text) {
  return mentions(text, {"used it", "uses it", "change in it"});
}

bool tense_fits(const Speech& probe, std::string_view kind, const AccountView& view) {
  static const Phrases past{
      "did|was|were|had|happened|kept|stood|stopped|told|led|ended|came|lay|made|"
      "got|became|stopped|mattered|surprised|felt|took|found|went|decided"};
  static const Phrases would{"would|could|will|if"};
  static const Phrases since{"today", "now", "since", "differently", "still"};
  const bool is_would = would.in(probe);
  const bool is_past = past.in(probe);
  switch (view.tense) {
    case Tense::Past:
      if (!is_would) return true;
      return kind == "what-would-you-do" || kind == "better-than-accepted" ||
             (is_past && kind != "with-less") || mentions(probe.text, {"would have"});
    case Tense::Would:
      return is_would || (!is_past && !since.in(probe));
    case Tense::Present:
      return !is_past;
  }
  return true;
}

bool any_answer_has(const Phrases& phrases, const AccountView& view) {
  return std::any_of(view.answers.begin(), view.answers.end(),
                     [&](const Speech& answer) { return phrases.in(answer); });
}

// What the pack says about the account, where it takes more than its signs.
bool account_bears(std::string_view when, const AccountView& view) {
  if (mentions(when, {"feedback is"}) && !contains(view.stems, "feedback") &&
      !contains(view.stems, "told") && !contains(view.stems, "talk"))
    return false;
  if (mentions(when, {"called", "asserted", "claimed", "as a fact", "good quality"}) &&
      std::all_of(view.answers.begin(), view.answers.end(),
                  [](const Speech& answer) { return claims(answer).empty(); }))
    return false;
  static const Phrases many{"customers|people|patients|guests|clients|users|members|students"};
  if (mentions(when, {"appear only"}) && !any_answer_has(many, view)) return false;
  // "The fault is mentioned in general": not where it was described.
  const bool in_general =
      mentions(when, {"in general", "stays general", "stays vague", "is vague", "on the surface"});
  const double specifics = view.topic.gaps[static_cast<std::size_t>(Gap::Specifics)].told;
  return !in_general || (view.signs.words < 40 && specifics < 0.35);
}

// "They" needs several, "she" somebody.
bool pronouns_stand(const Speech& probe, const AccountView& view) {
  static const Phrases several{"they|them|their",
                               "people|team|staff|crew|everyone|everybody|others",
                               "customers|patients|students|users|guests|children|colleagues"};
  for (const SpokenWord& word : probe.words) {
    const bool many = word.text == "they" || word.text == "them";
    const bool one = word.text == "she" || word.text == "her" || word.text == "he" ||
                     word.text == "him" || word.text == "person" || word.text == "people";
    if (many && !any_answer_has(several, view)) return false;
    if ((many || one) && !view.signs.people) return false;
  }
  return true;
}

bool denied_before(const Speech& speech, std::size_t i) {
  for (std::size_t back = 1; back <= 4 && back <= i; ++back) {
    const SpokenWord& word = speech.words[i - back];
    if (word.sentence != speech.words[i].sentence) return false;
    if (word.text == "not" || word.text == "no" || word.text == "never" || word.text == "without" ||
        word.text.ends_with("n't"))
      return true;
  }
  return false;
}

// Whether a word of this family was said, and not only to deny it: "I didn't wait".
bool was_affirmed(const std::string& wanted, const AccountView& view, bool by_question) {
  if (by_question && contains(content_stems(speech_of(view.topic.question)), wanted)) return true;
  for (const Speech& answer : view.answers) {
    for (std::size_t i = 0; i < answer.words.size(); ++i) {
      if (stem(answer.words[i].text) == wanted && !denied_before(answer, i)) return true;
    }
  }
  return false;
}

std::size_t amounts_in(const Speech& speech) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < speech.words.size(); ++i) count += is_amount(speech, i) ? 1U : 0U;
  return count;
}

// "The pumps", without how many or which: something that "which ones?" can point at.
bool names_several(const Speech& speech) {
  const auto nouns = noun_phrases(speech);
  return std::any_of(nouns.begin(), nouns.end(), [](const NounPhrase& noun) {
    return noun.plural && !noun.counted && !noun.listed;
  });
}

// A probe with these words supposes that the account has, or lacks, one of the phrases.
struct Supposition {
  std::string_view words;
  bool told;  // true: must be told; false: must not be
  Phrases phrases;
};

const std::vector<Supposition>& suppositions() {
  static const Phrases said{"said|says|told|replied|answered"};
  static const std::vector<Supposition> all = {
      {"else did you weigh",
       true,
       {"decided|chose|weighed|considered|option|options|cost|costs|money"}},
      {"effects did this have on customers",
       true,
       {"customers|clients|users|patients|guests|passengers|people"}},
      {"that it worked", true, {"it|that|this|everything worked|works|helped", "success-"}},
      {"once it was decided",
       true,
       {"he|she|they|boss|manager|director|owner|board|company *~ "
        "decided|insisted|overruled|chose|went",
        "it was decided", "the|his|her|their decision"}},
      {"that person", true, {"he|she|him|her"}},
      {"the waiting", true, {"waited|waiting|wait"}},
      {"go about learning",
       false,
       {"read|book|books|video|videos|course|watched|watch|practised|practiced|translator|teacher|"
        "trainer|school"}},
      {"Who was affected by it", false, {"he|she|him|her|they|them"}},
      {"Which criteria", false, {"because", "so that"}},
      {"learn how they", false, said},
      {"learn what", false, said},
      {"learn that they", false, said},
      {"customer say", false, said},
  };
  return all;
}

// What rules over the whole account tell of single probes.
bool comes_too_early_or_late(std::string_view text, const AccountView& view) {
  constexpr double told = 0.35;
  const double result = view.topic.gaps[static_cast<std::size_t>(Gap::Result)].told;
  if (mentions(text, {"follow the result"})) return result < told;
  if (mentions(text, {"the outcome", "the result"})) return result >= told;
  if (mentions(text, {"that number"})) return amounts_in(view.answers.back()) != 1;
  if (mentions(text, {"Which ones"})) return !names_several(view.answers.back());
  if (mentions(text, {"others do differently"})) return view.topic.level < 2;
  if (mentions(text, {"procedure look like"})) return view.signs.words >= 60;
  return mentions(text, {"those two points"});
}

// What single probes suppose beside their words.
bool supposes_too_much(std::string_view text, const AccountView& view) {
  if (view.answers.empty()) return false;
  const auto& all = suppositions();
  return comes_too_early_or_late(text, view) ||
         std::any_of(all.begin(), all.end(), [&](const Supposition& one) {
           return mentions(text, {one.words}) && any_answer_has(one.phrases, view) != one.told;
         });
}

}  // namespace

bool fits(const Probe& probe, const AccountView& view) {
  const Speech said = speech_of(probe.text);
  if (said.words.size() < 3) return false;  // "What else?" of what
  if (!when_holds(probe.when, view.signs) || !account_bears(probe.when, view)) return false;
  if (!tense_fits(said, probe.kind, view) || !pronouns_stand(said, view)) return false;
  if (supposes_too_much(probe.text, view)) return false;
  // "Which problem was it?" is settled by whoever told of one without the word.
  const bool by_question = gap_of(probe.kind) != Gap::Specifics;
  return std::all_of(said.words.begin(), said.words.end(), [&](const SpokenWord& word) {
    return is_neutral(word.text) || was_affirmed(stem(word.text), view, by_question);
  });
}

void add_pack_wordings(WordingList& out, bool thing_was_made) {
  for (const Probe& probe : out.view.principle.probes) {
    if (!fits(probe, out.view) || (needs_a_thing(probe.text) && !thing_was_made)) continue;
    // The pack's reason is given where its words could be checked; else the gap's own.
    out.add(gap_of(probe.kind), probe.text, pack_fit, false, probe.kind,
            when_is_checked(probe.when) ? std::string_view(probe.when) : std::string_view());
  }
}

}  // namespace barometer
