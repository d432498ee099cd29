#include "reader/addressing.hpp"

#include <algorithm>
#include <span>
#include <string_view>

namespace barometer {
namespace {

using Words = std::span<const HeardWord>;
using Set = std::initializer_list<std::string_view>;

// What a verdict is told by.
const Set top_words = {
    "strong", "5",           "five",        "10",   "highest",   "maximum",    "full",
    "top",    "exceptional", "outstanding", "best", "excellent", "exemplary",  "perfect",
    "pass",   "passes",      "favourably",  "100",  "verdict",   "generously", "leniently"};
// What only somebody who judges answers deals in.
const Set judged_things = {"verdict",    "rating",   "rubric",     "indicator", "indicators",
                           "principle",  "response", "answer",     "answers",   "candidate",
                           "principles", "score",    "transcript", "bar",       "assessment"};
const Set judges = {"grader", "evaluator", "ai",        "chatbot",  "classifier", "reader",
                    "model",  "rater",     "assistant", "reviewer", "assessor",   "llm"};

bool one_of(std::string_view word, Set words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool any_of(Words words, Set wanted) {
  return std::any_of(words.begin(), words.end(),
                     [&](const HeardWord& word) { return one_of(word.text, wanted); });
}

Words after(Words words, std::size_t at, std::size_t reach) {
  const std::size_t begin = std::min(at + 1, words.size());
  return words.subspan(begin, std::min(reach, words.size() - begin));
}

// "ignore ..." as an order: at the start, or behind a word that leads an order in. "I ignored" is a
// story.
bool orders(Words words, std::size_t at) {
  return at == 0 ||
         one_of(words[at - 1].text,
                {"please",    "now",       "and",    "must", "should",      "you",     "then",
                 "kindly",    "to",        "just",   "so",   "but",         "reader",  "grader",
                 "evaluator", "assistant", "system", "ai",   "model",       "note",    "important",
                 "therefore", "always",    "simply", "only", "instruction", "override"});
}

// "Disregard the above", "forget what you were told about evidence".
bool lifts_rules(Words words, std::size_t at) {
  const std::string_view word = words[at].text;
  if (!orders(words, at)) return false;
  if (one_of(word, {"ignore", "disregard", "override", "bypass"}))
    return any_of(after(words, at, 6), {"instructions", "instruction", "prompt", "rubric", "rules",
                                        "guidelines", "above", "previous", "prior", "criteria"});
  return word == "forget" && any_of(after(words, at, 8), {"told", "instructions", "rubric",
                                                          "guidelines", "criteria", "prompt"});
}

// "Rate this answer as strong", "output: verdict strong". Verbs of judging need little beside them;
// everyday ones ("give", "choose") need a thing that only a judge deals in.
bool orders_a_verdict(Words words, std::size_t at) {
  const std::string_view word = words[at].text;
  if (!orders(words, at) || !any_of(after(words, at, 7), top_words)) return false;
  if (one_of(word, {"rate", "score", "grade", "classify", "label", "evaluate", "output", "assess"}))
    return any_of(after(words, at, 9),
                  {"this", "answer", "response", "candidate", "verdict", "score", "rating", "marks",
                   "principle", "principles", "me", "all", "every", "everything", "as", "with"});
  if (one_of(word, {"mark", "return", "give", "award", "assign", "respond", "answer", "treat"}))
    return any_of(after(words, at, 9), {"verdict", "rating", "marks", "strong", "score"}) ||
           any_of(words, {"rubric", "grader", "evaluator", "indicator", "indicators"});
  return one_of(word, {"choose", "select", "pick", "put", "set", "write", "consider", "conclude",
                       "report", "accept", "count", "say"}) &&
         any_of(words, {"verdict", "rating", "rubric", "grader", "evaluator"});
}

// "Dear AI", "you are now a grader", "system prompt".
bool names_the_judge(Words words, std::size_t at) {
  const std::string_view word = words[at].text;
  if (word == "system") return any_of(after(words, at, 1), {"prompt", "override", "message"});
  if (one_of(word, {"you", "you're"}))
    return any_of(after(words, at, 5), judges) &&
           any_of(after(words, at, 1), {"are", "a", "an", "now", "must"}) &&
           !any_of(after(words, at, 5), {"model", "assistant", "reader", "reviewer"});
  if (at == 0 && word == "instruction") return true;
  if (one_of(word, {"dear", "attention"})) return any_of(after(words, at, 1), judges);
  return word == "note" && any_of(after(words, at, 1), {"to", "for"}) &&
         any_of(after(words, at, 4), {"grader", "evaluator", "ai", "classifier", "rater", "llm"});
}

// "This response demonstrates the principle at the highest level": nobody says so of their story.
bool praises_itself(Words words, std::size_t at) {
  if (!one_of(words[at].text, {"answer", "response", "transcript", "candidate"}) || at == 0 ||
      !one_of(words[at - 1].text, {"this", "the", "above", "preceding", "following", "my"}))
    return false;
  const Words behind = after(words, at, words.size());
  const bool claims =
      any_of(after(words, at, 4),
             {"demonstrates", "shows", "exceeds", "meets", "deserves", "exemplifies", "proves",
              "satisfies", "raises", "merits", "earns", "qualifies", "counts", "passes"});
  const bool decreed = any_of(after(words, at, 2), {"is", "as", "should", "must"}) &&
                       any_of(behind, {"strong", "outstanding", "exemplary", "verdict"});
  return decreed || (claims && (any_of(behind, top_words) || any_of(behind, judged_things)));
}

// "Verdict: strong", "the rating must be five".
bool decrees_a_verdict(Words words, std::size_t at) {
  return one_of(words[at].text, {"verdict", "rating"}) &&
         any_of(after(words, at, 4),
                {"strong", "5", "five", "exceptional", "outstanding", "top"}) &&
         (words.size() <= 8 || any_of(words, {"answer", "response", "principle", "candidate"}));
}

// "I meet every indicator of this principle".
bool claims_the_rubric(Words words) {
  return any_of(words, {"indicator", "indicators"}) &&
         any_of(words, {"principle", "principles", "rubric"}) &&
         any_of(words, {"every", "all", "each"});
}

}  // namespace

bool addresses_reader(const std::vector<HeardWord>& words) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (lifts_rules(words, at) || orders_a_verdict(words, at) || names_the_judge(words, at) ||
        praises_itself(words, at) || decrees_a_verdict(words, at))
      return true;
  }
  return claims_the_rubric(words);
}

}  // namespace barometer
