#include "interviewer/clauses.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "interviewer/amounts.hpp"
#include "interviewer/noun_phrases.hpp"

namespace barometer {
namespace {

using Words = std::unordered_set<std::string_view>;

constexpr std::size_t longest_clause = 9;  // words
constexpr std::size_t shortest_clause = 3;
constexpr std::size_t longest_act = 9;
constexpr std::size_t longest_quote = 70;  // bytes

bool joins_clauses(std::string_view word) {
  static const Words joints = {"and",   "but",    "so",    "because", "which", "that",     "when",
                               "after", "before", "until", "then",    "while", "although", "since",
                               "who",   "or",     "where", "if",      "as",    "though"};
  return joints.contains(word);
}

bool is_subject_pronoun(std::string_view word) {
  static const Words subjects = {"i", "we", "he", "she", "they", "there"};
  return subjects.contains(word);
}

bool quotable(const Speech& speech, std::size_t first, std::size_t end) {
  if (end - first < shortest_clause || end - first > longest_clause) return false;
  const auto text = slice(speech.text, speech.span(first, end));
  if (text.find_first_of("\"\n?") != std::string_view::npos || text.size() > longest_quote)
    return false;
  return std::none_of(
      speech.words.begin() + static_cast<std::ptrdiff_t>(first),
      speech.words.begin() + static_cast<std::ptrdiff_t>(end), [](const SpokenWord& word) {
        return is_private_word(word.text) || (is_unkind_word(word.text) && word.text != "better" &&
                                              word.text != "right" && word.text != "wrong");
      });
}

Clause clause_of(const Speech& speech, std::size_t first, std::size_t end) {
  const ByteSpan span = speech.span(first, end);
  return {std::string(slice(speech.text, span)), span, speech.words[first].sentence};
}

// One past the last word of the clause that begins at `first`.
std::size_t clause_end(const Speech& speech, std::size_t first) {
  std::size_t end = first + 1;
  while (end < speech.words.size() && !speech.words[end].opens_clause &&
         !joins_clauses(speech.words[end].text))
    ++end;
  return end;
}

bool is_negation(const std::string& word) {
  return word == "not" || word == "no" || word == "never" || word == "nobody" ||
         word.ends_with("n't");
}

bool denies(const Speech& speech, std::size_t first, std::size_t end) {
  return std::any_of(speech.words.begin() + static_cast<std::ptrdiff_t>(first),
                     speech.words.begin() + static_cast<std::ptrdiff_t>(end),
                     [](const SpokenWord& word) { return is_negation(word.text); });
}

// Forms of the past that tell no act: states, perceptions, and what stands before another verb.
bool tells_no_act(std::string_view verb) {
  static const Words states = {
      "was",      "were",       "had",        "did",       "thought",  "felt",       "knew",
      "believed", "wanted",     "liked",      "needed",    "hoped",    "guessed",    "used",
      "loved",    "hated",      "wished",     "feared",    "supposed", "noticed",    "saw",
      "realised", "realized",   "found",      "heard",     "got",      "lived",      "remembered",
      "learned",  "learnt",     "worked",     "said",      "meant",    "understood", "expected",
      "told",     "explained",  "described",  "mentioned", "stated",   "claimed",    "failed",
      "forgot",   "lost",       "missed",     "went",      "came",     "became",     "kept",
      "let",      "sat",        "stood",      "lay",       "slept",    "read",       "discovered",
      "stayed",   "started",    "began",      "tried",     "managed",  "ended",      "agreed",
      "admitted", "apologised", "apologized", "felt",      "cried",    "left",       "hurt",
      "assumed",  "joined",     "figured",    "ran",       "set",      "experienced"};
  return states.contains(verb);
}

bool is_vague_verb(std::string_view verb) {
  static const Words verbs = {
      "supported",   "helped",     "led",       "handled",      "ensured",     "facilitated",
      "coordinated", "leveraged",  "aligned",   "dealt",        "contributed", "engaged",
      "empowered",   "championed", "fostered",  "enabled",      "optimised",   "optimized",
      "streamlined", "influenced", "oversaw",   "spearheaded",  "encouraged",  "motivated",
      "guided",      "managed",    "navigated", "orchestrated", "unlocked",    "promoted"};
  return verbs.contains(verb);
}

// "drove a culture change", "delivered outcomes": nothing that one could have watched.
bool is_abstract_act(const Speech& speech, std::size_t verb, std::size_t end) {
  static const Words abstract = {"transformation", "growth",      "culture",     "outcomes",
                                 "engagement",     "improvement", "adoption",    "synergies",
                                 "excellence",     "alignment",   "impact",      "value",
                                 "innovation",     "efficiency",  "stakeholders"};
  const bool named =
      std::any_of(speech.words.begin() + static_cast<std::ptrdiff_t>(verb),
                  speech.words.begin() + static_cast<std::ptrdiff_t>(end),
                  [](const SpokenWord& word) { return abstract.contains(word.text); });
  return named || is_vague_verb(speech.words[verb].text);
}

bool is_decision_verb(std::string_view verb) {
  static const Words verbs = {"decided",   "chose",    "refused", "insisted", "picked",  "rejected",
                              "cancelled", "canceled", "dropped", "stopped",  "switched"};
  return verbs.contains(verb);
}

// To count and to ask needs no reason.
bool is_looking_verb(std::string_view verb) {
  static const Words verbs = {"counted", "measured", "timed",  "checked", "looked",
                              "watched", "asked",    "called", "rang",    "phoned",
                              "met",     "drove",    "walked", "visited"};
  return verbs.contains(verb);
}

// Others feel an act of this sort.
bool is_change_verb(std::string_view verb) {
  static const Words verbs = {"moved",   "changed",     "closed",      "stopped",   "introduced",
                              "removed", "replaced",    "cut",         "cancelled", "canceled",
                              "refused", "reorganised", "reorganized", "swapped",   "banned",
                              "merged",  "switched",    "scrapped",    "shortened", "rejected",
                              "rewrote", "redesigned"};
  return verbs.contains(verb);
}

bool is_particle(std::string_view word) {
  static const Words particles = {"up",       "down", "out",  "off",     "back",  "away", "apart",
                                  "together", "in",   "over", "through", "aside", "on"};
  return particles.contains(word);
}

bool is_adverb(std::string_view word) {
  static const Words adverbs = {"then",     "also",      "first",  "just",    "even",
                                "only",     "myself",    "later",  "finally", "once",
                                "still",    "therefore", "simply", "quickly", "immediately",
                                "actually", "basically"};
  return adverbs.contains(word);
}

// Where an act of too many words can be cut, so that a whole sentence is left.
bool opens_adjunct(std::string_view word) {
  static const Words openers = {"on",     "at",     "in",    "for",   "during",
                                "from",   "with",   "by",    "until", "without",
                                "within", "around", "about", "into",  "onto"};
  return openers.contains(word);
}

// The last word that an act can end with: content, a number, a pronoun or a particle.
bool can_end_act(const SpokenWord& word) {
  static const Words pronouns = {"it",        "them",       "him",    "her",   "everyone",
                                 "everybody", "everything", "myself", "one",   "all",
                                 "both",      "again",      "others", "first", "away"};
  return !is_function_word(word.text) || pronouns.contains(word.text) || is_particle(word.text);
}

// "dug the pipe out myself took two days": a second verb, and no mark between.
bool runs_on(const Speech& speech, std::size_t verb, std::size_t at) {
  const std::string& word = speech.words[at].text;
  return at > verb + 1 && is_past_verb(word) && !word.ends_with("ed");
}

// One past the last word of the act whose verb stands at `verb`.
std::size_t act_end(const Speech& speech, std::size_t verb) {
  std::size_t end = verb + 1;
  while (end < speech.words.size() && !speech.words[end].opens_clause &&
         speech.words[end].sentence == speech.words[verb].sentence &&
         !joins_clauses(speech.words[end].text) && !is_subject_pronoun(speech.words[end].text) &&
         !runs_on(speech, verb, end))
    ++end;
  while (end - verb > longest_act) {
    std::size_t cut = end - 1;
    while (cut > verb + 3 && !opens_adjunct(speech.words[cut].text)) --cut;
    if (cut <= verb + 3) return verb;
    end = cut;
  }
  while (end > verb + 1 && !can_end_act(speech.words[end - 1])) --end;
  return end;
}

// "moved my shift" -> "moved your shift". Empty where a word cannot be turned round.
std::string in_second_person(const Speech& speech, std::size_t first, std::size_t end) {
  static const std::unordered_map<std::string_view, std::string_view> turned = {
      {"my", "your"}, {"me", "you"}, {"myself", "yourself"}, {"mine", "yours"}};
  static const Words unturned = {"we",   "us",    "our",    "ours", "ourselves", "you",
                                 "your", "yours", "that's", "i'm",  "i'd",       "i've"};
  std::string words;
  std::size_t behind = speech.words[first].span.begin;
  for (std::size_t i = first; i < end; ++i) {
    const SpokenWord& word = speech.words[i];
    if (unturned.contains(word.text)) return {};
    words += speech.text.substr(behind, word.span.begin - behind);
    const auto other = turned.find(word.text);
    words += other == turned.end() ? std::string(slice(speech.text, word.span))
                                   : std::string(other->second);
    behind = word.span.end;
  }
  return words;
}

bool is_explained(const Speech& speech, std::size_t end) {
  static const Phrases reason{"because", "so|in that|order", "so it|they|we|nobody|i|he|she",
                              "since i|we|the|it|they|he|she", "to avoid|keep|prevent|make|show"};
  if (end >= speech.words.size()) return false;
  const auto match = reason.find(speech, end);
  return match && match->first <= end + 1 &&
         speech.words[match->first].sentence == speech.words[end - 1].sentence;
}

bool fit_for_ears(const Speech& speech, std::size_t first, std::size_t end) {
  const auto text = slice(speech.text, speech.span(first, end));
  if (text.find_first_of("\"\n?!(") != std::string_view::npos || text.size() > longest_quote)
    return false;
  return std::none_of(
      speech.words.begin() + static_cast<std::ptrdiff_t>(first),
      speech.words.begin() + static_cast<std::ptrdiff_t>(end), [](const SpokenWord& word) {
        return is_private_word(word.text) || is_unkind_word(word.text) || is_negation(word.text);
      });
}

// An act needs an object with a name: "moved it" alone could be anything, and so could "showed him
// on paper".
bool has_object(const Speech& speech, std::size_t verb, std::size_t end) {
  for (std::size_t i = verb + 1; i < end; ++i) {
    const SpokenWord& word = speech.words[i];
    if (i > verb + 1 && opens_adjunct(word.text)) return false;
    if (!word.number && !is_number_word(word.text) && !is_function_word(word.text) &&
        !is_adverb(word.text) && word.text.size() > 2)
      return true;
  }
  return false;
}

std::optional<OwnAct> act_at(const Speech& speech, std::size_t verb) {
  const std::string& doing = speech.words[verb].text;
  if (!is_past_verb(doing) || tells_no_act(doing)) return std::nullopt;
  const std::size_t end = act_end(speech, verb);
  if (end < verb + 2 || !has_object(speech, verb, end) || !fit_for_ears(speech, verb, end) ||
      is_abstract_act(speech, verb, end))
    return std::nullopt;
  // A second past verb in it: words of a recogniser that run on.
  const auto second = std::any_of(
      speech.words.begin() + static_cast<std::ptrdiff_t>(verb + 1),
      speech.words.begin() + static_cast<std::ptrdiff_t>(end), [](const SpokenWord& word) {
        static const Words verbs = {"was", "were", "is", "are", "had", "has", "said", "did"};
        return verbs.contains(word.text);
      });
  if (second) return std::nullopt;
  OwnAct act;
  act.words = in_second_person(speech, verb, end);
  if (act.words.empty()) return std::nullopt;
  act.span = speech.span(verb, end);
  act.decision = is_decision_verb(doing);
  act.change = is_change_verb(doing);
  act.look = is_looking_verb(doing);
  act.explained = is_explained(speech, end);
  return act;
}

}  // namespace

std::vector<OwnAct> own_acts(const Speech& speech) {
  std::vector<OwnAct> found;
  bool mine = false;  // "I swept it and put a mat down": the second act has no subject of its own
  for (std::size_t i = 0; i + 2 < speech.words.size(); ++i) {
    const std::string& word = speech.words[i].text;
    if (i > 0 && speech.words[i].sentence != speech.words[i - 1].sentence) mine = false;
    const bool goes_on = mine && (word == "and" || word == "then");
    const bool subject_it =
        word == "it" && (speech.words[i].opens_clause || joins_clauses(speech.words[i - 1].text));
    if (is_subject_pronoun(word) || subject_it || word == "who" || word == "which")
      mine = word == "i";
    if (word != "i" && !goes_on) continue;
    std::size_t verb = i + 1;
    while (verb + 1 < speech.words.size() && verb < i + 3 && is_adverb(speech.words[verb].text))
      ++verb;
    if (auto act = act_at(speech, verb)) found.push_back(*std::move(act));
  }
  return found;
}

std::optional<Clause> clause_around(const Speech& speech, std::size_t first, std::size_t end,
                                    std::size_t most) {
  std::size_t begin = first;
  while (begin > 0 && !speech.words[begin].opens_clause &&
         (!joins_clauses(speech.words[begin - 1].text) || speech.words[begin].text == "then"))
    --begin;
  std::size_t stop = std::max(end, clause_end(speech, end - 1));
  if (stop - begin > most) {  // first the tail goes, from a preposition on
    for (std::size_t cut = std::min(begin + most, stop); cut >= end && cut > begin; --cut) {
      if (cut < stop && !opens_adjunct(speech.words[cut].text)) continue;
      stop = cut;
      break;
    }
  }
  if (stop - begin > most) {  // then the words in front, but not the article of the subject
    static const Words articles = {"my", "our", "the", "his", "her", "a", "an", "their"};
    const bool article = first > begin && articles.contains(speech.words[first - 1].text);
    begin = article ? first - 1 : first;
  }
  if (end - begin > most) return std::nullopt;
  stop = std::min(stop, begin + most);
  while (stop > end && !can_end_act(speech.words[stop - 1])) --stop;
  if (!quotable(speech, begin, stop)) return std::nullopt;
  return clause_of(speech, begin, stop);
}

std::vector<Clause> we_clauses(const Speech& speech) {
  static const Words states = {"were",    "had",     "was",      "got",      "knew",   "felt",
                               "thought", "needed",  "could",    "would",    "can",    "will",
                               "have",    "are",     "should",   "lost",     "missed", "saw",
                               "found",   "noticed", "failed",   "learned",  "learnt", "wanted",
                               "liked",   "heard",   "realised", "realized", "worked", "finished"};
  std::vector<Clause> found;
  for (std::size_t i = 0; i + 1 < speech.words.size(); ++i) {
    if (speech.words[i].text != "we") continue;
    const std::string& verb = speech.words[i + 1].text;
    if (!is_past_verb(verb) || states.contains(verb)) continue;
    const std::size_t end = clause_end(speech, i);
    if (quotable(speech, i, end) && !denies(speech, i, end))
      found.push_back(clause_of(speech, i, end));
  }
  return found;
}

std::vector<Clause> vague_acts(const Speech& speech) {
  std::vector<Clause> found;
  for (std::size_t i = 0; i + 1 < speech.words.size(); ++i) {
    if (speech.words[i].text != "i") continue;
    const std::size_t end = clause_end(speech, i);
    if (is_past_verb(speech.words[i + 1].text) && is_abstract_act(speech, i + 1, end) &&
        quotable(speech, i, end) && !denies(speech, i, end))
      found.push_back(clause_of(speech, i, end));
  }
  return found;
}

std::vector<Clause> claims(const Speech& speech) {
  static const Phrases marks{
      "was|were|is|are|became|got|felt~ very|really|so|much|more|quite|all~ "
      "happy|happier|satisfied|"
      "pleased|delighted|better|important|successful|clear|obvious|useful|"
      "easier|"
      "relieved|reliable|safe|safer",
      "liked|loved|trusted|appreciated|hated|needed|wanted|preferred",
      "it|that|this worked|helped",
      "went well",
      "the problem|cause|reason|issue was",
      "improved|increased|decreased|dropped|reduced"};
  static const Words no_claimants = {"he",  "she", "i",   "i'm",  "they",  "we",
                                     "you", "if",  "who", "what", "which", "to"};
  std::vector<Clause> found;
  for (const PhraseMatch& mark : marks.all(speech)) {
    std::size_t first = mark.first;
    while (first > 0 && !speech.words[first].opens_clause && mark.first - first < 5) {
      const std::string& before = speech.words[first - 1].text;
      if (before == "and" || before == "but" || before == "so" || before == "because" ||
          before == "that" || before == "when" || before == "since" || before == "as")
        break;
      --first;
    }
    static const Words wishes = {"liked", "loved",  "trusted", "appreciated",
                                 "hated", "needed", "wanted",  "preferred"};
    if (wishes.contains(speech.words[mark.first].text) &&
        (first == mark.first || !is_plural(speech.words[mark.first - 1].text)))
      continue;  // what one person wanted is an event
    const bool starts_clean =
        speech.words[first].opens_clause ||
        (first > 0 && is_function_word(speech.words[first - 1].text) && mark.first - first < 5);
    const std::size_t end = clause_end(speech, mark.end - 1);
    if (!starts_clean || !quotable(speech, first, end) || denies(speech, first, end) ||
        no_claimants.contains(speech.words[first].text))
      continue;
    found.push_back(clause_of(speech, first, end));
  }
  return found;
}

std::vector<Clause> oppositions(const Speech& speech) {
  static const Phrases marks{
      "was|were|is|are at~ first~ against it|this|that|me|us|the",
      "was|were|is angry|furious|annoyed|unhappy|sceptical|skeptical|upset|livid|cross|offended",
      "did|didn't not~ believe|agree|like|want|trust me|it|that|this|us|to|$",
      "refused to|it|that|$",
      "objected|protested",
      "said no|it|that * would|will|won't|can't|cannot|never|impossible"};
  static const Words own = {"i",    "i'm",  "i'd", "we",    "you",  "it",
                            "that", "this", "who", "which", "some", "one"};
  std::vector<Clause> found;
  for (const PhraseMatch& mark : marks.all(speech)) {
    const auto clause = clause_around(speech, mark.first, mark.end, longest_clause);
    if (!clause || clause->span.begin == speech.words[mark.first].span.begin) continue;
    std::size_t first = mark.first;
    while (speech.words[first].span.begin > clause->span.begin) --first;
    if (own.contains(speech.words[first].text)) continue;
    found.push_back(*clause);
  }
  return found;
}

}  // namespace barometer
