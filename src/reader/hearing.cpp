#include "reader/hearing.hpp"

#include <algorithm>
#include <array>

#include "reader/addressing.hpp"
#include "text/segment.hpp"

namespace barometer {
namespace {

constexpr std::size_t run_length = 4;
constexpr std::size_t longest_sentence = 28;  // words; a quote stays readable
constexpr double echo_share = 0.7;            // of a sentence: more is a repetition of the rubric
constexpr std::size_t shortest_echo = 6;      // words; shorter ones match by chance

std::uint64_t hash_run(const std::vector<HeardWord>& words, std::size_t begin) {
  std::uint64_t hash = 1469598103934665603ULL;  // FNV-1a, 64 bits
  for (std::size_t i = begin; i < begin + run_length; ++i) {
    for (const char byte : words[i].text)
      hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
    hash = (hash ^ 0x20U) * 1099511628211ULL;
  }
  return hash;
}

void add_runs(std::string_view text, std::unordered_set<std::uint64_t>& runs) {
  const auto words = heard_words(text);
  for (std::size_t begin = 0; begin + run_length <= words.size(); ++begin)
    runs.insert(hash_run(words, begin));
}

bool has_vowel(std::string_view word) {
  return word.find_first_of("aeiouy") != std::string_view::npos;
}

// The longest run of consonants; English stays under six ("strengths" has five in a row at most).
std::size_t consonant_run(std::string_view word) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char letter : word) {
    const bool consonant = letter >= 'a' && letter <= 'z' &&
                           std::string_view("aeiouy").find(letter) == std::string_view::npos;
    run = consonant ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

bool looks_like_a_word(const std::string& word) {
  const auto first = static_cast<unsigned char>(word.front());
  if (first >= 0x80 || (first >= '0' && first <= '9'))
    return true;  // names, numbers, other scripts
  return word.size() < 3 || (has_vowel(word) && consonant_run(word) < 6 && word.size() < 30);
}

}  // namespace

RubricEcho::RubricEcho(const Pack& pack) {
  for (const Principle& principle : pack.principles) {
    add_runs(principle.summary, runs_);
    for (const Indicator& indicator : principle.indicators) add_runs(indicator.text, runs_);
    for (const std::string& anchor : principle.anchors) add_runs(anchor, runs_);
  }
}

double RubricEcho::share(const std::vector<HeardWord>& words, std::string_view question) const {
  if (words.size() < run_length) return 0.0;
  std::unordered_set<std::uint64_t> asked;
  add_runs(question, asked);
  std::vector<bool> covered(words.size(), false);
  for (std::size_t begin = 0; begin + run_length <= words.size(); ++begin) {
    const auto hash = hash_run(words, begin);
    if (!runs_.contains(hash) && !asked.contains(hash)) continue;
    for (std::size_t i = begin; i < begin + run_length; ++i) covered[i] = true;
  }
  return static_cast<double>(std::count(covered.begin(), covered.end(), true)) /
         static_cast<double>(words.size());
}

bool is_gibberish(const std::vector<HeardWord>& words) {
  if (words.empty()) return false;
  const auto strange = std::count_if(words.begin(), words.end(), [](const HeardWord& word) {
    return !looks_like_a_word(word.text);
  });
  return 2 * static_cast<std::size_t>(strange) > words.size() ||
         (words.size() >= 6 && 3 * static_cast<std::size_t>(strange) > words.size());
}

Hearing hear(const Exchange& exchange, const RubricEcho& echo) {
  Hearing hearing;
  std::unordered_set<std::string> said;
  bool instructed = false;
  bool echoed = false;
  for (const ByteSpan span : sentences(exchange.answer, longest_sentence)) {
    auto words = heard_words(slice(exchange.answer, span));
    HeardSentence sentence{span, hearing.words.size(), hearing.words.size(), Muted::No};
    std::string whole;
    for (const HeardWord& word : words) whole += word.text + ' ';
    if (addresses_reader(words)) {
      sentence.muted = Muted::Instruction;
      instructed = true;
    } else if (words.size() >= shortest_echo &&
               echo.share(words, exchange.question) >= echo_share) {
      sentence.muted = Muted::Echo;
      echoed = true;
    } else if (words.size() >= 4 && !said.insert(whole).second) {
      sentence.muted = Muted::Repetition;
    } else {
      for (HeardWord& word : words) {
        // A repetition counts once, also where a recogniser put a full stop between.
        if (&word == &words.front() && !hearing.words.empty() &&
            hearing.words.back().text == word.text)
          continue;
        word.span.begin += span.begin;
        word.span.end += span.begin;
        hearing.words.push_back(std::move(word));
      }
      sentence.end_word = hearing.words.size();
    }
    hearing.sentences.push_back(sentence);
  }
  if (hearing.words.empty()) {
    hearing.abstention = instructed ? Abstention::Instruction
                         : echoed   ? Abstention::Echo
                                    : Abstention::TooShort;
  } else if (is_gibberish(hearing.words)) {
    hearing.abstention = Abstention::Gibberish;
  }
  return hearing;
}

}  // namespace barometer
