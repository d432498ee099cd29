#include <algorithm>
#include <unordered_set>

#include "interviewer/account.hpp"
#include "interviewer/wording.hpp"

namespace barometer {
namespace {

using Words = std::unordered_set<std::string_view>;

bool contains(const std::vector<std::string>& stems, const std::string& one) {
  return std::find(stems.begin(), stems.end(), one) != stems.end();
}

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
  if (mine.size() >= 2 && 4 * shared >= 3 * std::max(mine.size(), theirs.size())) return true;
  // "What did you weigh at that point?" behind "What did you weigh when you closed it?"
  return contains(mine, stem("weigh")) && contains(theirs, stem("weigh"));
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

}  // namespace barometer
