#include "reader/words.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "core/utf8.hpp"
#include "text/segment.hpp"

namespace barometer {
namespace {

constexpr std::array<std::string_view, 11> hesitations = {"um",  "umm", "uh",  "uhh", "uhm", "er",
                                                          "erm", "hm",  "hmm", "mm",  "mhm"};

// What Python's str.isalnum() holds for, so that both sides cut alike.
bool is_word_character(char32_t code_point) {
  const auto value = static_cast<UChar32>(code_point);
  switch (u_charType(value)) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_DECIMAL_DIGIT_NUMBER:
    case U_LETTER_NUMBER:
    case U_OTHER_NUMBER:
      return true;
    default:
      return false;
  }
}

bool is_apostrophe(char32_t code_point) { return code_point == U'\'' || code_point == U'\u2019'; }

bool all_digits(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char byte) { return byte >= '0' && byte <= '9'; });
}

std::string heard(std::string_view spoken) {
  std::string word = lower(spoken);
  for (auto at = word.find("\xe2\x80\x99"); at != std::string::npos; at = word.find("\xe2\x80\x99"))
    word.replace(at, 3, "'");
  return word;
}

}  // namespace

std::vector<HeardWord> heard_words(std::string_view text) {
  std::vector<HeardWord> found;
  std::size_t offset = 0;
  while (offset < text.size()) {
    std::size_t begin = offset;
    if (!is_word_character(utf8::next(text, offset))) continue;
    std::size_t end = offset;
    while (offset < text.size()) {
      const char32_t code_point = utf8::next(text, offset);
      if (is_word_character(code_point)) {
        end = offset;
      } else if (!is_apostrophe(code_point) || end != offset - (code_point == U'\'' ? 1U : 3U)) {
        break;
      }
    }
    offset = end;
    HeardWord word{heard(slice(text, {begin, end})), {begin, end}};
    const bool hesitation =
        std::find(hesitations.begin(), hesitations.end(), word.text) != hesitations.end();
    const bool repeated =
        !found.empty() && found.back().text == word.text && !all_digits(word.text);
    if (!hesitation && !repeated) found.push_back(std::move(word));
  }
  return found;
}

}  // namespace barometer
