#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "interviewer/wording_list.hpp"

namespace barometer {
namespace {

using Words = std::unordered_set<std::string_view>;

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

void add_amounts(WordingList& out, const Speech& speech, const std::vector<NounPhrase>& nouns,
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
                                "lowered",  "decreased", "shortened", "doubled",
                                "halved",   "grew",      "boosted"};
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
    const bool denied = i > 0 && speech.words[i - 1].text == "no";  // "no more nails"
    const bool fewer = !denied && (word == "fewer" || word == "more" || word == "less") &&
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

void add_figure_origin(WordingList& out, const Speech& speech, double weight) {
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

void add_nouns(WordingList& out, const Speech& speech, const std::vector<NounPhrase>& nouns,
               double weight) {
  const bool past = out.view.tense == Tense::Past;
  for (const NounPhrase& noun : nouns) {
    // "Which improvements?" is a question; "which cents?" and "which stairs?" are none.
    const bool open_kind = is_abstract_plural(noun.head) && (noun.vague || noun.indefinite);
    if (noun.plural && !noun.counted && !noun.listed && !noun.people && open_kind) {
      out.add(Gap::Specifics, "Which " + noun.words + ", exactly?",
              noun_fit * weight * (noun.vague ? 1.0 : 0.93));
      // "Various measures" calls for it, whatever was told before.
      out.found.back().takes_up = past && noun.vague && weight >= 1.0;
    }
    if (past && !noun.plural && !noun.listed && noun.indefinite && is_vague_head(noun.head))
      out.add(Gap::Specifics, "What exactly was the " + noun.words + "?", noun_fit * weight);
    // The object of the candidate's own making, named as new: it is what came of the story.
    if (past && noun.made && noun.indefinite && !noun.plural && !noun.people && !noun.counted &&
        noun.sentence < speech.sentences.size() && is_usable_thing(noun.head) &&
        !is_place_or_person(noun.head) && made_by_me(speech, noun) &&
        noun.span.begin >= speech.sentences.back().begin)
      out.add(Gap::Result, "What became of the " + noun.words + "?", noun_fit * weight);
  }
}

// "I fixed stuff": what was fixed stays open. The verb is the candidate's own.
void add_vague_object(WordingList& out, const Speech& speech, double weight) {
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

}  // namespace

bool made_by_me(const Speech& speech, const NounPhrase& noun) {
  static const Words verbs = {"wrote",   "built",      "made",     "designed",
                              "created", "drew",       "proposed", "developed",
                              "drafted", "programmed", "invented", "introduced"};
  std::size_t at = 0;
  while (at < speech.words.size() && speech.words[at].span.begin < noun.span.begin) ++at;
  return at >= 3 && verbs.contains(speech.words[at - 2].text) &&
         (speech.words[at - 3].text == "i" || (at >= 4 && speech.words[at - 4].text == "i"));
}

void add_noun_wordings(WordingList& out, const Speech& speech, const std::vector<NounPhrase>& nouns,
                       double weight) {
  add_nouns(out, speech, nouns, weight);
  add_vague_object(out, speech, weight);
  add_amounts(out, speech, nouns, weight);
  add_figure_origin(out, speech, weight);
}

}  // namespace barometer
