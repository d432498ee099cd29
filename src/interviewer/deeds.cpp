#include "interviewer/deeds.hpp"

#include <algorithm>
#include <unordered_set>

#include "interviewer/noun_phrases.hpp"

namespace barometer {
namespace {

bool is_stative(std::string_view word) {
  static const std::unordered_set<std::string_view> states = {
      "was",     "had",    "thought",  "felt",     "knew",       "believed",   "wanted",
      "liked",   "needed", "hoped",    "guessed",  "could",      "would",      "should",
      "can",     "will",   "may",      "might",    "must",       "have",       "been",
      "used",    "loved",  "hated",    "wished",   "feared",     "supposed",   "joined",
      "noticed", "saw",    "realised", "realized", "found",      "discovered", "observed",
      "got",     "worked", "lived",    "heard",    "remembered", "learned",    "liked",
      "stayed",  "need"};
  return states.contains(word);
}

bool is_adverb(std::string_view word) {
  static const std::unordered_set<std::string_view> adverbs = {
      "then",  "also",      "first", "just",  "even", "only", "myself", "later",
      "never", "always",    "still", "once",  "soon", "had",  "all",    "both",
      "again", "therefore", "now",   "often", "next", "and"};
  return adverbs.contains(word) || (word.size() > 4 && word.ends_with("ly"));
}

// "I had the roof taken down": what others did on somebody's word.
bool has_it_done(const Speech& speech, std::size_t verb) {
  static const std::unordered_set<std::string_view> done = {"taken",   "done",    "made", "built",
                                                            "put",     "written", "cut",  "sent",
                                                            "brought", "given",   "drawn"};
  if (verb >= speech.words.size() || speech.words[verb].text != "had") return false;
  for (std::size_t i = verb + 2; i < std::min(verb + 5, speech.words.size()); ++i) {
    const std::string& word = speech.words[i].text;
    if (speech.words[i].opens_clause || word == "i" || word == "we") return false;
    if (done.contains(word) || (word.size() > 4 && word.ends_with("ed"))) return true;
  }
  return false;
}

// The verb behind "I", over adverbs; the end of the speech when there is none.
std::size_t verb_behind(const Speech& speech, std::size_t subject) {
  std::size_t at = subject + 1;
  while (at < speech.words.size() && at <= subject + 3 && !has_it_done(speech, at) &&
         is_adverb(speech.words[at].text))
    ++at;
  return at;
}

enum class Who : unsigned char { Nobody, Own, Ours, Other };

Who subject_of(std::string_view word) {
  static const std::unordered_set<std::string_view> others = {
      "he",         "she",      "they",     "manager", "boss",       "supervisor",
      "colleague",  "lead",     "director", "team",    "engineer",   "colleagues",
      "management", "somebody", "someone",  "company", "department", "vendor"};
  if (word == "i") return Who::Own;
  if (word == "we") return Who::Ours;
  return others.contains(word) ? Who::Other : Who::Nobody;
}

}  // namespace

Deeds deeds_in(const Speech& speech, double present) {
  Deeds deeds;
  Who who = Who::Nobody;
  for (std::size_t i = 0; i < speech.words.size(); ++i) {
    const std::string& word = speech.words[i].text;
    const Who subject = subject_of(word);
    const bool opens = speech.words[i].opens_clause;
    const bool sentence_start = i == 0 || speech.words[i - 1].sentence != speech.words[i].sentence;
    if (opens && subject == Who::Nobody && is_past_verb(word)) {
      if (is_stative(word)) continue;
      // "I rewrote it, tested it, shipped it", and "Looked at the log." without a subject.
      if (sentence_start || who == Who::Own) deeds.own += sentence_start ? 0.7 : 1.0;
      if (!sentence_start && who == Who::Ours) ++deeds.ours;
      continue;
    }
    if (opens && subject == Who::Nobody && word != "and" && word != "then") who = Who::Nobody;
    std::size_t verb = speech.words.size();
    if (subject != Who::Nobody) {
      verb = verb_behind(speech, i);
      who = subject;
    } else if ((word == "and" || word == "then") && who != Who::Nobody) {
      verb = verb_behind(speech, i);  // "I went there and counted"
    }
    if (verb >= speech.words.size()) continue;
    if (has_it_done(speech, verb)) {
      if (who == Who::Own) deeds.own += 1.0;
      if (who == Who::Ours) ++deeds.ours;
      continue;
    }
    const std::string& doing = speech.words[verb].text;
    const bool past = is_past_verb(doing) && !is_stative(doing);
    if (who == Who::Own) {
      if (past) {
        deeds.own += 1.0;
      } else if (subject == Who::Own && !is_function_word(doing) && !is_stative(doing) &&
                 !doing.ends_with("n't")) {
        deeds.own += present;  // "I go there and ask", as many tell a story
      }
    }
    if (who == Who::Ours && past) ++deeds.ours;
    if (who == Who::Other && past) ++deeds.other;
  }
  return deeds;
}

}  // namespace barometer
