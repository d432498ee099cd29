// Speech: what was said as words with their places, and phrases to look for in it.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/byte_span.hpp"

namespace barometer {

struct SpokenWord {
  std::string text;  // lower case, typographic apostrophes made plain
  ByteSpan span;     // of Speech::text
  std::size_t sentence = 0;
  bool opens_clause = false;  // first of a sentence, or behind punctuation
  bool capital = false;       // starts with an upper-case letter
  bool number = false;        // starts with a digit
};

struct Speech {
  std::string text;  // verbatim
  std::vector<SpokenWord> words;
  std::vector<ByteSpan> sentences;

  // The bytes from the first to the last of the words [first, end). Precondition: first < end.
  ByteSpan span(std::size_t first, std::size_t end) const {
    return {words[first].span.begin, words[end - 1].span.end};
  }
  bool asks() const;  // ends with a question mark
};

Speech speech_of(std::string_view text);

// Words [first, end) of a speech.
struct PhraseMatch {
  std::size_t first = 0;
  std::size_t end = 0;
};

// Phrases by pattern: words divided by spaces, where "a|b" is either, "a~" may be missing, "a-" is
// any word that starts so, "#" a number, "*" up to three words, "^" the beginning and "$" the end
// of the speech. A phrase lies within one sentence.
class Phrases {
 public:
  Phrases(std::initializer_list<std::string_view> patterns);

  std::optional<PhraseMatch> find(const Speech& speech, std::size_t from = 0) const;
  bool in(const Speech& speech) const { return find(speech).has_value(); }
  // Matches that do not overlap, in order.
  std::vector<PhraseMatch> all(const Speech& speech) const;

 private:
  struct Part {
    enum class Kind : unsigned char { Word, Gap, Begin, End } kind = Kind::Word;
    std::vector<std::string> words;  // either of these; a trailing '-' stands for any ending
    bool optional = false;
  };
  using Pattern = std::vector<Part>;

  static std::optional<std::size_t> match(const Speech& speech, const Pattern& pattern,
                                          std::size_t part, std::size_t at, std::size_t sentence);

  std::vector<Pattern> patterns_;
};

// True for the words of a language that carry no content of their own ("the", "would", "because").
bool is_function_word(std::string_view lower_word);

// The first letters that words of one family share ("measured" and "measures"); for comparison
// only.
std::string stem(std::string_view lower_word);

}  // namespace barometer
