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

std::vector<std::string> content_of(const Speech& speech) {
  auto stems = content_stems(speech);
  std::erase(stems, stem("exactly"));
  return stems;
}

// Three quarters of the words that carry content are the same ones.
bool same_content(const std::vector<std::string>& mine, const std::vector<std::string>& theirs) {
  const auto shared = static_cast<std::size_t>(std::count_if(
      mine.begin(), mine.end(), [&](const std::string& one) { return contains(theirs, one); }));
  if (mine.size() >= 2 && 4 * shared >= 3 * std::max(mine.size(), theirs.size())) return true;
  // "What did you weigh at that point?" behind "What did you weigh when you closed it?"
  return contains(mine, stem("weigh")) && contains(theirs, stem("weigh"));
}

// The stems of all words but the smallest.
std::vector<std::string> heard_in(const Speech& speech) {
  static const Words smallest = {"you", "the", "did", "it", "was", "that", "of", "in"};
  std::vector<std::string> stems;
  for (const SpokenWord& word : speech.words)
    if (!smallest.contains(word.text)) stems.push_back(stem(word.text));
  return stems;
}

bool asks_about_later(const Speech& speech) {
  static const Words time_words = {"later", "afterwards", "months", "year",
                                   "weeks", "since",      "today"};
  return speech.words.size() < 14 &&
         std::any_of(speech.words.begin(), speech.words.end(),
                     [](const SpokenWord& word) { return time_words.contains(word.text); });
}

}  // namespace

bool repeats(const std::string& text, const std::vector<std::string>& others) {
  const Speech speech = speech_of(text);
  const auto mine = heard_in(speech);
  if (mine.empty()) return false;
  const auto content = content_of(speech);
  const bool later = asks_about_later(speech);
  return std::any_of(others.begin(), others.end(), [&](const std::string& other) {
    if (other == text) return true;
    const Speech asked = speech_of(other);
    const auto theirs = heard_in(asked);
    const auto shared = static_cast<std::size_t>(std::count_if(
        mine.begin(), mine.end(), [&](const std::string& one) { return contains(theirs, one); }));
    return (3 * shared >= 2 * mine.size() && theirs.size() <= 2 * mine.size() + 2) ||
           (later && asks_about_later(asked)) || same_content(content, content_of(asked));
  });
}

}  // namespace barometer
