#include "interviewer/speech.hpp"

#include <algorithm>
#include <unordered_set>

#include "text/segment.hpp"

namespace barometer {
namespace {

constexpr std::size_t widest_gap = 3;  // words that "*" may stand for

// U+2019 and U+02BC become "'", so that a pattern has one apostrophe.
std::string with_plain_apostrophes(std::string text) {
  for (const std::string_view curly : {"\u2019", "\u02BC"}) {
    for (auto at = text.find(curly); at != std::string::npos; at = text.find(curly, at))
      text.replace(at, curly.size(), "'");
  }
  return text;
}

bool breaks_clause(std::string_view between) {
  return between.find_first_of(".,;:!?()\"\n") != std::string_view::npos ||
         between.find("\u2014") != std::string_view::npos ||
         between.find("\u2013") != std::string_view::npos ||
         between.find("\u201C") != std::string_view::npos ||
         between.find("\u201D") != std::string_view::npos ||
         between.find(" - ") != std::string_view::npos;
}

bool fits(const SpokenWord& word, const std::string& wanted) {
  if (wanted == "#") return word.number;
  if (wanted.size() > 1 && wanted.back() == '-')
    return word.text.starts_with(std::string_view(wanted).substr(0, wanted.size() - 1));
  return word.text == wanted;
}

}  // namespace

bool Speech::asks() const {
  const auto last = text.find_last_not_of(" \t\r\n\"')");
  return last != std::string::npos && text[last] == '?';
}

Speech speech_of(std::string_view text) {
  Speech speech;
  speech.text = text;
  speech.sentences = sentences(text, 400);
  std::size_t behind = 0;
  std::size_t sentence = 0;
  for (const ByteSpan span : words(text)) {
    SpokenWord word;
    word.span = span;
    word.text = with_plain_apostrophes(lower(slice(text, span)));
    const char first = text[span.begin];
    word.capital = first >= 'A' && first <= 'Z';
    word.number = first >= '0' && first <= '9';
    const std::size_t before = sentence;
    while (sentence + 1 < speech.sentences.size() && speech.sentences[sentence].end <= span.begin)
      ++sentence;
    word.sentence = sentence;
    word.opens_clause = speech.words.empty() || sentence != before ||
                        breaks_clause(text.substr(behind, span.begin - behind));
    behind = span.end;
    speech.words.push_back(std::move(word));
  }
  return speech;
}

Phrases::Phrases(std::initializer_list<std::string_view> patterns) {
  for (const std::string_view text : patterns) {
    Pattern pattern;
    std::size_t begin = 0;
    while (begin < text.size()) {
      const std::size_t end = std::min(text.find(' ', begin), text.size());
      std::string token(text.substr(begin, end - begin));
      begin = end + 1;
      Part part;
      if (token == "*") {
        part.kind = Part::Kind::Gap;
      } else if (token == "^") {
        part.kind = Part::Kind::Begin;
      } else if (token == "$") {
        part.kind = Part::Kind::End;
      } else {
        if (token.back() == '~') {
          part.optional = true;
          token.pop_back();
        }
        for (std::size_t at = 0; at <= token.size();) {
          const std::size_t bar = std::min(token.find('|', at), token.size());
          part.words.push_back(token.substr(at, bar - at));
          at = bar + 1;
        }
      }
      pattern.push_back(std::move(part));
    }
    patterns_.push_back(std::move(pattern));
  }
}

std::optional<std::size_t> Phrases::match(const Speech& speech, const Pattern& pattern,
                                          std::size_t part, std::size_t at, std::size_t sentence) {
  if (part == pattern.size()) return at;
  const Part& wanted = pattern[part];
  switch (wanted.kind) {
    case Part::Kind::Begin:
      return at == 0 ? match(speech, pattern, part + 1, at, sentence) : std::nullopt;
    case Part::Kind::End:
      return at == speech.words.size() ? match(speech, pattern, part + 1, at, sentence)
                                       : std::nullopt;
    case Part::Kind::Gap:
      for (std::size_t skipped = 0; skipped <= widest_gap; ++skipped) {
        if (const auto end = match(speech, pattern, part + 1, at + skipped, sentence)) return end;
      }
      return std::nullopt;
    case Part::Kind::Word:
      break;
  }
  if (at < speech.words.size() && speech.words[at].sentence == sentence) {
    const bool here = std::any_of(wanted.words.begin(), wanted.words.end(),
                                  [&](const auto& word) { return fits(speech.words[at], word); });
    if (here) {
      if (const auto end = match(speech, pattern, part + 1, at + 1, sentence)) return end;
    }
  }
  return wanted.optional ? match(speech, pattern, part + 1, at, sentence) : std::nullopt;
}

std::optional<PhraseMatch> Phrases::find(const Speech& speech, std::size_t from) const {
  for (std::size_t first = from; first < speech.words.size(); ++first) {
    for (const Pattern& pattern : patterns_) {
      const auto end = match(speech, pattern, 0, first, speech.words[first].sentence);
      if (end && *end > first) return PhraseMatch{first, *end};
    }
  }
  return std::nullopt;
}

std::vector<PhraseMatch> Phrases::all(const Speech& speech) const {
  std::vector<PhraseMatch> found;
  for (auto next = find(speech); next; next = find(speech, next->end)) found.push_back(*next);
  return found;
}

bool is_function_word(std::string_view lower_word) {
  static const std::unordered_set<std::string_view> function_words = {
      "a",       "about",   "above",    "after",      "again",      "against",   "all",
      "almost",  "along",   "already",  "also",       "although",   "always",    "am",
      "an",      "and",     "another",  "any",        "anyone",     "anything",  "are",
      "aren't",  "around",  "as",       "at",         "away",       "back",      "be",
      "because", "been",    "before",   "being",      "below",      "between",   "both",
      "but",     "by",      "can",      "can't",      "cannot",     "could",     "couldn't",
      "did",     "didn't",  "do",       "does",       "doesn't",    "doing",     "don't",
      "down",    "during",  "each",     "either",     "else",       "enough",    "even",
      "ever",    "every",   "everyone", "everything", "few",        "first",     "for",
      "from",    "further", "get",      "gets",       "getting",    "go",        "goes",
      "going",   "gonna",   "got",      "had",        "hadn't",     "has",       "hasn't",
      "have",    "haven't", "having",   "he",         "her",        "here",      "hers",
      "herself", "him",     "himself",  "his",        "how",        "however",   "i",
      "i'd",     "i'll",    "i'm",      "i've",       "if",         "in",        "into",
      "is",      "isn't",   "it",       "it's",       "its",        "itself",    "just",
      "kind",    "last",    "least",    "less",       "let",        "like",      "lot",
      "lots",    "made",    "make",     "many",       "may",        "maybe",     "me",
      "might",   "mine",    "more",     "most",       "much",       "must",      "my",
      "myself",  "never",   "next",     "no",         "nobody",     "none",      "nor",
      "not",     "nothing", "now",      "of",         "off",        "often",     "oh",
      "ok",      "okay",    "on",       "once",       "one",        "only",      "onto",
      "or",      "other",   "others",   "our",        "ours",       "ourselves", "out",
      "over",    "own",     "per",      "perhaps",    "quite",      "rather",    "really",
      "said",    "same",    "say",      "see",        "several",    "shall",     "she",
      "should",  "since",   "so",       "some",       "someone",    "something", "sometimes",
      "soon",    "sort",    "still",    "such",       "than",       "that",      "that's",
      "the",     "their",   "theirs",   "them",       "themselves", "then",      "there",
      "there's", "these",   "they",     "they're",    "thing",      "things",    "this",
      "those",   "though",  "through",  "thus",       "till",       "to",        "too",
      "toward",  "towards", "under",    "until",      "up",         "upon",      "us",
      "very",    "was",     "wasn't",   "way",        "we",         "we'd",      "we'll",
      "we're",   "we've",   "well",     "went",       "were",       "weren't",   "what",
      "when",    "where",   "whether",  "which",      "while",      "who",       "whole",
      "whom",    "whose",   "why",      "will",       "with",       "within",    "without",
      "won't",   "would",   "wouldn't", "yeah",       "yes",        "yet",       "you",
      "you'd",   "you're",  "you've",   "your",       "yours",      "yourself"};
  return function_words.contains(lower_word);
}

std::string stem(std::string_view lower_word) {
  std::string word(lower_word);
  if (word.size() > 2 && word.ends_with("'s")) word.resize(word.size() - 2);
  const auto cut = [&word](std::string_view ending, std::string_view instead) {
    if (word.size() < ending.size() + 3 || !word.ends_with(ending)) return false;
    word.resize(word.size() - ending.size());
    word += instead;
    return true;
  };
  if (cut("ies", "y") || cut("ied", "y")) return word;
  if (!cut("ing", "") && !cut("ed", "") && !cut("es", "") && !word.ends_with("ss")) cut("s", "");
  if (word.size() > 3 && word[word.size() - 1] == word[word.size() - 2]) word.pop_back();
  if (word.size() > 3 && word.back() == 'e') word.pop_back();
  return word;
}

}  // namespace barometer
