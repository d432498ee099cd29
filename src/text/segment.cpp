#include "text/segment.hpp"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <memory>

namespace barometer {
namespace {

// ICU wants one iterator per thread; making one costs about a millisecond, so each thread keeps its
// own.
icu::BreakIterator* iterator(bool of_words) {
  thread_local std::unique_ptr<icu::BreakIterator> word_iterator;
  thread_local std::unique_ptr<icu::BreakIterator> sentence_iterator;
  auto& slot = of_words ? word_iterator : sentence_iterator;
  if (!slot) {
    UErrorCode status = U_ZERO_ERROR;
    slot.reset(of_words
                   ? icu::BreakIterator::createWordInstance(icu::Locale::getEnglish(), status)
                   : icu::BreakIterator::createSentenceInstance(icu::Locale::getEnglish(), status));
    if (U_FAILURE(status) != 0) slot.reset();
  }
  return slot.get();
}

// Calls `visit(begin, end, rule_status)` for every piece between two breaks.
template <typename Visit>
void for_each_piece(std::string_view text, bool of_words, Visit visit) {
  icu::BreakIterator* breaks = iterator(of_words);
  if (breaks == nullptr || text.empty()) return;
  UErrorCode status = U_ZERO_ERROR;
  UText* view =
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  if (U_FAILURE(status) != 0) return;
  breaks->setText(view, status);
  auto begin = breaks->first();
  for (auto end = breaks->next(); end != icu::BreakIterator::DONE;
       begin = end, end = breaks->next()) {
    visit(static_cast<std::size_t>(begin), static_cast<std::size_t>(end), breaks->getRuleStatus());
  }
  utext_close(view);
}

bool is_space(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

ByteSpan trimmed(std::string_view text, ByteSpan span) {
  while (span.begin < span.end && is_space(text[span.begin])) ++span.begin;
  while (span.end > span.begin && is_space(text[span.end - 1])) --span.end;
  return span;
}

bool opens_clause(std::string_view word) {
  static constexpr std::array<std::string_view, 13> openers = {
      "and",    "so",    "but", "then", "because", "when", "after",
      "before", "which", "i",   "we",   "that's",  "it"};
  return std::find(openers.begin(), openers.end(), word) != openers.end();
}

}  // namespace

std::vector<ByteSpan> words(std::string_view text) {
  std::vector<ByteSpan> found;
  for_each_piece(text, true, [&](std::size_t begin, std::size_t end, std::int32_t rule) {
    if (rule >= UBRK_WORD_NONE_LIMIT) found.push_back({begin, end});
  });
  return found;
}

std::size_t count_words(std::string_view text) { return words(text).size(); }

std::string lower(std::string_view text) {
  std::string lowered;
  icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())))
      .toLower(icu::Locale::getRoot())
      .toUTF8String(lowered);
  return lowered;
}

std::vector<ByteSpan> sentences(std::string_view text, std::size_t max_words) {
  std::vector<ByteSpan> found;
  for_each_piece(text, false, [&](std::size_t begin, std::size_t end, std::int32_t) {
    const ByteSpan sentence = trimmed(text, {begin, end});
    if (sentence.empty()) return;
    const auto inside = words(slice(text, sentence));
    if (inside.empty()) return;
    if (inside.size() <= max_words) {
      found.push_back(sentence);
      return;
    }
    // Speech without full stops: cut into even pieces, each cut moved to the nearest clause opener.
    const std::size_t pieces = (inside.size() + max_words * 3 / 4 - 1) / (max_words * 3 / 4);
    const std::size_t step = inside.size() / pieces;
    std::size_t first = 0;
    for (std::size_t piece = 1; piece <= pieces; ++piece) {
      std::size_t cut = piece == pieces ? inside.size() : piece * step;
      if (piece < pieces) {
        const std::size_t reach = std::max<std::size_t>(step / 3, 1);
        for (std::size_t away = 0; away <= reach; ++away) {
          const auto opens = [&](std::size_t index) {
            return opens_clause(lower(slice(
                text, {sentence.begin + inside[index].begin, sentence.begin + inside[index].end})));
          };
          if (cut - away > first && opens(cut - away)) {
            cut -= away;
            break;
          }
          if (cut + away < inside.size() && opens(cut + away)) {
            cut += away;
            break;
          }
        }
      }
      if (cut <= first) continue;
      const std::size_t begin_byte =
          first == 0 ? sentence.begin : sentence.begin + inside[first].begin;
      const std::size_t end_byte =
          cut == inside.size() ? sentence.end : sentence.begin + inside[cut].begin;
      found.push_back(trimmed(text, {begin_byte, end_byte}));
      first = cut;
    }
  });
  return found;
}

}  // namespace barometer
