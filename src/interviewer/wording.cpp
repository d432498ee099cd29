#include "interviewer/wording.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "interviewer/plain_words.hpp"

namespace barometer {
namespace {

using Words = std::unordered_set<std::string_view>;

constexpr double plain_fit = 0.85;
constexpr double second_choice = 0.985;
constexpr double pack_fit = 1.1;
constexpr double noun_fit = 1.4;
constexpr double quote_fit = 1.3;
constexpr double older = 0.85;  // for nouns of an earlier answer

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
      "often",        "time",     "surprised",   "procedure",   "need",     "needed",
      "mattered",     "moment",   "point",       "based",       "base",     "meanwhile",
      "cost",         "costs",    "case",        "cases",       "call",     "turn",
      "yourself",     "could",    "would",       "improve",     "improved", "improvement",
      "half",         "level",    "deeper",      "idea",        "main",     "first",
      "back",         "held",     "stop",        "stopped",     "drew",     "ordinary",
      "criteria",     "kept",     "keep",        "acting",      "act",      "stood",
      "stand",        "mind",     "contributed", "account",     "describe", "added",
      "add",          "words",    "thing",       "things",      "someone",  "people",
      "person",       "noticed",  "notice"};
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
bool needs_a_thing(std::string_view text) { return mentions(text, {"used it", "uses it"}); }

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

struct Builder {
  const AccountView& view;
  std::vector<Wording> found;

  void add(Gap gap, std::string text, double fit, bool quotes = false, std::string_view kind = {},
           std::string_view reason = {}) {
    Wording one;
    one.gap = gap;
    one.probe_kind = kind.empty() ? std::string(probe_kind_of(gap)) : std::string(kind);
    one.text = std::move(text);
    one.reason = reason.empty() ? std::string(gap_reason(gap)) : std::string(reason);
    one.fit = fit;
    one.quotes = quotes;
    found.push_back(std::move(one));
  }
};

bool is_vague_head(const std::string& head) {
  static const Words words = {"problem",   "issue",      "mistake",     "change",   "idea",
                              "plan",      "process",    "decision",    "conflict", "error",
                              "fault",     "solution",   "approach",    "method",   "proposal",
                              "task",      "project",    "goal",        "concern",  "risk",
                              "complaint", "request",    "suggestion",  "target",   "difficulty",
                              "challenge", "initiative", "improvement", "feature",  "tool",
                              "system",    "report",     "bug",         "incident", "disagreement",
                              "objection", "trick",      "experiment",  "trial",    "procedure"};
  return words.contains(head);
}

// "Which pallets?" is no question; "which problems?" is one.
bool is_abstract_plural(const std::string& head) {
  static const Words words = {
      "problems",   "issues",      "changes",  "meetings",     "tools",        "options",
      "ideas",      "errors",      "mistakes", "processes",    "systems",      "reports",
      "tests",      "measures",    "features", "improvements", "requirements", "concerns",
      "risks",      "goals",       "tasks",    "complaints",   "results",      "metrics",
      "projects",   "initiatives", "methods",  "rules",        "actions",      "challenges",
      "solutions",  "parts",       "things",   "incidents",    "bugs",         "suggestions",
      "techniques", "topics",      "skills",   "criteria",     "priorities",   "targets",
      "obstacles",  "conflicts",   "requests", "products",     "services",     "stakeholders"};
  return words.contains(head);
}

bool is_usable_thing(const std::string& head) {
  static const Words words = {
      "change",  "changes", "decision", "decisions",   "suggestion", "mistake",      "mistakes",
      "call",    "calls",   "meeting",  "meetings",    "difference", "deal",         "progress",
      "team",    "group",   "point",    "attempt",     "complaint",  "request",      "error",
      "errors",  "company", "habit",    "appointment", "argument",   "conversation", "offer",
      "promise", "idea",    "proposal", "effort"};
  return !words.contains(head);
}

bool is_figure_word(const std::string& word) {
  static const Words words = {"faster",  "slower", "cheaper", "quicker", "shorter", "longer",
                              "smaller", "larger", "higher",  "lower",   "bigger"};
  return words.contains(word);
}

void add_amounts(Builder& out, const Speech& speech, const std::vector<NounPhrase>& nouns,
                 double weight) {
  for (const NounPhrase& noun : nouns) {
    if (noun.many && noun.plural && out.view.tense == Tense::Past)
      out.add(Gap::Measure, "How many " + noun.words + " were there?", noun_fit * weight);
  }
  if (out.view.tense != Tense::Past) return;
  static const Phrases moved{"went|came down|up", "fell",    "dropped", "rose", "decreased",
                             "increased",         "doubled", "halved",  "grew", "shrank"};
  for (const PhraseMatch& match : moved.all(speech)) {
    if (match.first == 0 || speech.words[match.first].opens_clause) continue;
    const SpokenWord& subject = speech.words[match.first - 1];
    if (!is_plural(subject.text) || is_private_word(subject.text) || is_unkind_word(subject.text) ||
        is_function_word(subject.text))
      continue;
    out.add(Gap::Measure,
            "How many " + std::string(slice(speech.text, subject.span)) +
                " were there, before and after?",
            noun_fit * weight * 1.05);
  }
  static const Words changes = {"improved", "reduced",   "increased", "raised",
                                "lowered",  "decreased", "cut",       "shortened",
                                "doubled",  "halved",    "grew",      "boosted"};
  for (std::size_t i = 0; i + 1 < speech.words.size(); ++i) {
    const std::string& word = speech.words[i].text;
    if (is_figure_word(word)) {
      out.add(Gap::Measure, "How much " + word + ", in figures?", noun_fit * weight);
      continue;
    }
    for (const NounPhrase& noun : nouns) {
      const bool right_behind = noun.span.begin > speech.words[i].span.end &&
                                noun.span.begin - speech.words[i].span.end <= 6;
      if (!right_behind || noun.counted) continue;
      if (changes.contains(word) && !noun.people) {
        out.add(Gap::Measure,
                (noun.plural ? "What were the " : "What was the ") + noun.words +
                    ", before and after, in figures?",
                noun_fit * weight);
      }
    }
    const bool fewer = (word == "fewer" || word == "more" || word == "less") &&
                       !speech.words[i + 1].opens_clause && is_plural(speech.words[i + 1].text) &&
                       !is_private_word(speech.words[i + 1].text) &&
                       !is_unkind_word(speech.words[i + 1].text);
    if (fewer) {
      out.add(Gap::Measure,
              "How many " + std::string(slice(speech.text, speech.words[i + 1].span)) +
                  " were there, before and after?",
              noun_fit * weight);
    }
  }
}

void add_figure_origin(Builder& out, const Speech& speech, double weight) {
  if (out.view.signs.measuring || out.view.tense != Tense::Past) return;
  for (std::size_t i = 0; i < speech.words.size(); ++i) {
    const SpokenWord& word = speech.words[i];
    if (!word.number) continue;
    std::size_t end = word.span.end;
    while (end < speech.text.size() && speech.text[end] == ' ') ++end;
    const bool sign = end < speech.text.size() && speech.text[end] == '%';
    const bool spoken = i + 1 < speech.words.size() && speech.words[i + 1].text == "percent";
    if (!sign && !spoken) continue;
    const ByteSpan span{word.span.begin, sign ? end + 1 : speech.words[i + 1].span.end};
    out.add(Gap::HowKnown,
            "Where does the " + std::string(slice(speech.text, span)) + " come from?",
            noun_fit * weight);
    return;
  }
}

// "I wrote a checklist": nothing but the article between verb and noun, and "I" before the verb.
bool made_by_me(const Speech& speech, const NounPhrase& noun) {
  static const Words verbs = {"wrote",   "built",      "made",     "designed",
                              "created", "drew",       "proposed", "developed",
                              "drafted", "programmed", "invented", "introduced"};
  std::size_t at = 0;
  while (at < speech.words.size() && speech.words[at].span.begin < noun.span.begin) ++at;
  return at >= 3 && verbs.contains(speech.words[at - 2].text) &&
         (speech.words[at - 3].text == "i" || (at >= 4 && speech.words[at - 4].text == "i"));
}

void add_nouns(Builder& out, const Speech& speech, const std::vector<NounPhrase>& nouns,
               double weight) {
  const bool past = out.view.tense == Tense::Past;
  for (const NounPhrase& noun : nouns) {
    // "Which improvements?" is a question; "which cents?" and "which stairs?" are none.
    const bool open_kind = is_abstract_plural(noun.head) && (noun.vague || noun.indefinite);
    if (noun.plural && !noun.counted && !noun.listed && !noun.people && open_kind)
      out.add(Gap::Specifics, "Which " + noun.words + ", exactly?",
              noun_fit * weight * (noun.vague ? 1.0 : 0.93));
    if (past && !noun.plural && !noun.listed && noun.indefinite && is_vague_head(noun.head))
      out.add(Gap::Specifics, "What exactly was the " + noun.words + "?", noun_fit * weight);
    // The object of the candidate's own making, named as new: it is what came of the story.
    if (past && noun.made && noun.indefinite && !noun.plural && !noun.people && !noun.counted &&
        noun.sentence < speech.sentences.size() && is_usable_thing(noun.head) &&
        !is_place_or_person(noun.head) && made_by_me(speech, noun))
      out.add(Gap::Result, "What became of the " + noun.words + "?", noun_fit * weight);
  }
}

// "I fixed stuff": what was fixed stays open. The verb is the candidate's own.
void add_vague_object(Builder& out, const Speech& speech, double weight) {
  static const std::unordered_map<std::string_view, std::string_view> base = {
      {"fixed", "fix"},
      {"changed", "change"},
      {"made", "make"},
      {"improved", "improve"},
      {"did", "do"},
      {"built", "build"},
      {"moved", "move"},
      {"replaced", "replace"},
      {"organised", "organise"},
      {"organized", "organize"},
      {"wrote", "write"},
      {"created", "create"},
      {"solved", "solve"},
      {"handled", "handle"},
      {"checked", "check"},
      {"helped", "help"},
      {"bought", "buy"},
      {"cut", "cut"},
      {"cleaned", "clean"},
      {"tried", "try"},
      {"learned", "learn"},
      {"learnt", "learn"},
      {"taught", "teach"},
      {"sorted", "sort"},
      {"decided", "decide"},
      {"suggested", "suggest"},
      {"asked", "ask"}};
  static const Phrases vague{
      "i|we *~ fixed|changed|made|improved|did|built|moved|replaced|organised|organized|"
      "wrote|created|solved|handled|checked|bought|cut|cleaned|tried|learned|learnt|"
      "taught|sorted|decided|suggested|asked some~ stuff|things|something|everything|"
      "improvements|changes|work"};
  if (out.view.tense != Tense::Past) return;
  for (const PhraseMatch& match : vague.all(speech)) {
    for (std::size_t i = match.first; i < match.end; ++i) {
      const auto verb = base.find(speech.words[i].text);
      if (verb == base.end()) continue;
      out.add(Gap::Specifics, "What did you " + std::string(verb->second) + ", exactly?",
              noun_fit * weight);
      return;
    }
  }
}

void add_quotes(Builder& out, const Speech& speech, double weight) {
  if (out.view.tense == Tense::Would) return;
  const auto quoted = [](const Clause& clause, std::string_view question) {
    return "You said \"" + clause.words + "\". " + std::string(question);
  };
  const auto ours = we_clauses(speech);
  if (!ours.empty() && out.view.tense == Tense::Past &&
      static_cast<double>(out.view.signs.our_deeds) >= out.view.signs.own_deeds)
    out.add(Gap::OwnPart, quoted(ours.front(), "What did you do yourself?"), quote_fit * weight,
            true);
  const auto claimed = claims(speech);
  if (!claimed.empty())
    out.add(Gap::HowKnown,
            quoted(claimed.front(),
                   out.view.tense == Tense::Past ? "How did you know?" : "How do you know?"),
            quote_fit * weight, true);
}

void add_plain(Builder& out) {
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
void add_one_case(Builder& out) {
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
            past_wanted ? "Which one time do you have in mind?"
                        : "What was the last time you did that?",
            past_wanted ? 2.5 : 1.3, false, {}, "a habit or an opinion, no single case");
  }
  out.found.back().one_case = true;
}

// Nothing of the candidate's own is told yet, or one act only: what was done next.
void add_next_act(Builder& out) {
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

// "I did it all alone" and later "with a teacher": taken up as it is, without a verdict.
void add_contradiction(Builder& out) {
  static const Phrases alone{"all alone", "completely|entirely on my own", "all by myself",
                             "i was the only"};
  static const Phrases together{"with a|my|our|the teacher|colleague|team|coach|partner|friend",
                                "my|our colleague|friend|partner|team * and i",
                                "he|she|they learnt|did|built|wrote|made it too|as"};
  if (out.view.tense != Tense::Past || out.view.topic.quoted >= 2) return;
  const auto& answers = out.view.answers;
  if (answers.size() < 2 || !together.in(answers.back())) return;
  for (std::size_t i = 0; i + 1 < answers.size(); ++i) {
    const auto match = alone.find(answers[i]);
    if (!match) continue;
    const ByteSpan span = answers[i].sentences[answers[i].words[match->first].sentence];
    std::string words(slice(answers[i].text, span));
    while (!words.empty() && (words.back() == '.' || words.back() == ' ')) words.pop_back();
    if (words.size() > 70 || words.find_first_of("\"\n?!") != std::string::npos) continue;
    out.add(Gap::HowKnown, "You said \"" + words + "\". How does that go together with the rest?",
            3.0, true, {}, "two parts of the account do not go together");
    return;
  }
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

namespace {

// Three quarters of the words that carry content are the same ones.
bool same_content(const std::string& a, const std::string& b) {
  const auto content = [](const std::string& text) {
    auto stems = content_stems(speech_of(text));
    std::erase(stems, stem("exactly"));
    return stems;
  };
  const auto mine = content(a);
  const auto theirs = content(b);
  const auto shared = static_cast<std::size_t>(std::count_if(
      mine.begin(), mine.end(), [&](const std::string& one) { return contains(theirs, one); }));
  return mine.size() >= 2 && 4 * shared >= 3 * std::max(mine.size(), theirs.size());
}

}  // namespace

bool repeats(const std::string& text, const std::vector<std::string>& others) {
  static const Words time_words = {"later", "afterwards", "months", "year",
                                   "weeks", "since",      "today"};
  const auto heard = [](const std::string& said) {
    std::vector<std::string> stems;
    for (const SpokenWord& word : speech_of(said).words) {
      if (word.text == "you" || word.text == "the" || word.text == "did" || word.text == "it" ||
          word.text == "was" || word.text == "that" || word.text == "of" || word.text == "in")
        continue;
      stems.push_back(stem(word.text));
    }
    return stems;
  };
  const auto at_time = [](const std::string& said) {
    const Speech speech = speech_of(said);
    return speech.words.size() < 14 &&
           std::any_of(speech.words.begin(), speech.words.end(),
                       [](const SpokenWord& word) { return time_words.contains(word.text); });
  };
  const auto mine = heard(text);
  if (mine.empty()) return false;
  for (const std::string& other : others) {
    if (other == text) return true;
    const auto theirs = heard(other);
    const auto shared = static_cast<std::size_t>(std::count_if(
        mine.begin(), mine.end(), [&](const std::string& one) { return contains(theirs, one); }));
    if (3 * shared >= 2 * std::max<std::size_t>(mine.size(), 1) &&
        theirs.size() <= 2 * mine.size() + 2)
      return true;
    if (at_time(text) && at_time(other)) return true;
    if (same_content(text, other)) return true;
  }
  return false;
}

bool fits(const Probe& probe, const AccountView& view) {
  if (!when_holds(probe.when, view.signs)) return false;
  if (mentions(probe.when, {"feedback is"}) && !contains(view.stems, "feedback") &&
      !contains(view.stems, "told") && !contains(view.stems, "talk"))
    return false;
  if (mentions(probe.when, {"called", "asserted", "claimed", "as a fact", "good quality"}) &&
      std::all_of(view.answers.begin(), view.answers.end(),
                  [](const Speech& answer) { return claims(answer).empty(); }))
    return false;
  static const Phrases many{"customers|people|patients|guests|clients|users|members|students"};
  if (mentions(probe.when, {"appear only"}) &&
      std::none_of(view.answers.begin(), view.answers.end(),
                   [](const Speech& answer) { return many.in(answer); }))
    return false;
  const Speech said = speech_of(probe.text);
  if (said.words.size() < 3) return false;  // "What else?" of what
  if (!tense_fits(said, probe.kind, view)) return false;
  for (const SpokenWord& word : said.words) {
    const bool stands_for_people =
        word.text == "they" || word.text == "them" || word.text == "she" || word.text == "her" ||
        word.text == "he" || word.text == "him" || word.text == "person" || word.text == "people";
    if (stands_for_people && !view.signs.people) return false;
    if (is_neutral(word.text)) continue;
    if (!contains(view.stems, stem(word.text))) return false;
  }
  return true;
}

std::vector<Wording> wordings(const AccountView& view) {
  Builder out{view, {}};
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
    add_nouns(out, view.answers[i], nouns[i], weight);
    add_vague_object(out, view.answers[i], weight);
    add_amounts(out, view.answers[i], nouns[i], weight);
    add_figure_origin(out, view.answers[i], weight);
    if (view.topic.quoted < 2) add_quotes(out, view.answers[i], weight);
  }
  for (const Probe& probe : view.principle.probes) {
    if (!fits(probe, view) || (needs_a_thing(probe.text) && !thing)) continue;
    // The pack's reason is given where its words could be checked; else the gap's own.
    out.add(gap_of(probe.kind), probe.text, pack_fit, false, probe.kind,
            when_is_checked(probe.when) ? std::string_view(probe.when) : std::string_view());
  }
  add_plain(out);
  std::vector<Wording> kept;
  for (Wording& one : out.found) {
    if (sound(one, view)) kept.push_back(std::move(one));
  }
  return kept;
}

}  // namespace barometer
