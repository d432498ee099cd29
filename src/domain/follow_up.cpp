#include "domain/follow_up.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace barometer {
namespace {

constexpr std::size_t short_question = 14;    // words
constexpr std::size_t too_short_to_open = 4;  // words

constexpr auto opening_phrases = std::to_array<std::string_view>({"tell me about a",
                                                                  "tell me about the time",
                                                                  "tell me about an",
                                                                  "tell me about your",
                                                                  "tell me about some",
                                                                  "tell me about someone",
                                                                  "tell me about somebody",
                                                                  "tell me about something",
                                                                  "tell us about",
                                                                  "describe a",
                                                                  "describe an",
                                                                  "describe the",
                                                                  "give me an example",
                                                                  "give us an example",
                                                                  "walk me through a",
                                                                  "share a",
                                                                  "have you ever",
                                                                  "suppose",
                                                                  "imagine",
                                                                  "next question",
                                                                  "let's move on",
                                                                  "talk about a time",
                                                                  "an example of",
                                                                  "a time when",
                                                                  "a time you",
                                                                  "lately",
                                                                  "recently",
                                                                  "when did you last",
                                                                  "the last time",
                                                                  "your biggest",
                                                                  "your greatest",
                                                                  "do you have any questions",
                                                                  "questions for me",
                                                                  "questions for us"});
constexpr auto opening_words = std::to_array<std::string_view>({"and", "so", "but", "then", "or"});
constexpr auto back_words = std::to_array<std::string_view>(
    {"it", "itself", "him", "her", "he", "she", "these", "else", "again", "now", "exactly",
     "afterwards", "afterward", "differently", "later", "there", "instead", "meanwhile"});
// Of something done, or thought through to its end.
constexpr auto past_words = std::to_array<std::string_view>(
    {"did", "was", "were", "had", "been", "didn't", "wasn't", "weren't", "made", "kept", "came",
     "went", "changed", "happened", "stood", "caused", "would", "could"});
// What stands before a "that" which is a thing said, not the start of a clause.
constexpr auto before_that = std::to_array<std::string_view>(
    {"with", "about", "of",  "to",  "from", "after", "before", "by",
     "for",  "on",    "in",  "at",  "into", "over",  "behind", "like",
     "than", "do",    "did", "say", "is",   "was",   "hearing"});

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Lower-case words joined by one space; a typographic apostrophe is a plain one.
std::string plain(std::string_view text) {
  constexpr std::string_view apostrophe = "\xE2\x80\x99";
  std::string words;
  bool gap = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char byte = text[i];
    if (text.substr(i).starts_with(apostrophe)) {
      byte = '\'';
      i += apostrophe.size() - 1;
    }
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
    const bool word = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
                      byte == '\'' || static_cast<unsigned char>(byte) >= 0x80;
    if (!word) {
      gap = true;
      continue;
    }
    if (gap && !words.empty()) words += ' ';
    gap = false;
    words += byte;
  }
  return words;
}

std::vector<std::string_view> words_of(std::string_view plain_text) {
  std::vector<std::string_view> words;
  while (!plain_text.empty()) {
    const auto end = std::min(plain_text.find(' '), plain_text.size());
    words.push_back(plain_text.substr(0, end));
    plain_text.remove_prefix(std::min(end + 1, plain_text.size()));
  }
  return words;
}

// Whole words of `text`.
bool has_phrase(std::string_view text, std::string_view phrase) {
  for (auto at = text.find(phrase); at != std::string_view::npos; at = text.find(phrase, at + 1)) {
    const auto end = at + phrase.size();
    if ((at == 0 || text[at - 1] == ' ') && (end == text.size() || text[end] == ' ')) return true;
  }
  return false;
}

// Is one of `known`, or ends with one behind words such as "I see".
bool ends_with_one(std::string_view text, const std::set<std::string, std::less<>>& known) {
  while (!known.contains(text)) {
    const auto next = text.find(' ');
    if (next == std::string_view::npos) return false;
    text.remove_prefix(next + 1);
  }
  return true;
}

bool refers_back(const std::vector<std::string_view>& words) {
  if (contains(opening_words, words.front())) return true;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (contains(back_words, words[i]) || contains(past_words, words[i])) return true;
    if (words[i] != "that") continue;
    if (i + 1 == words.size() || (i > 0 && contains(before_that, words[i - 1]))) return true;
  }
  return false;
}

}  // namespace

FollowUps::FollowUps(const Pack* pack) {
  if (pack == nullptr) return;
  for (const Principle& principle : pack->principles) {
    for (const Question& question : principle.questions) openers_.insert(plain(question.text));
    for (const Probe& probe : principle.probes) probes_.insert(plain(probe.text));
  }
}

bool FollowUps::is_probe(std::string_view question) const {
  const std::string text = plain(question);
  const auto words = words_of(text);
  if (words.empty()) return true;
  if (ends_with_one(text, openers_)) return false;
  if (probes_.contains(text)) return true;
  const bool opens = std::any_of(opening_phrases.begin(), opening_phrases.end(),
                                 [&](std::string_view phrase) { return has_phrase(text, phrase); });
  if (opens) return false;
  if (ends_with_one(text, probes_)) return true;
  if (words.size() > short_question) return false;
  return words.size() <= too_short_to_open || refers_back(words);
}

}  // namespace barometer
