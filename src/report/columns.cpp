#include "report/columns.hpp"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cstdint>
#include <memory>

#include "core/utf8.hpp"

namespace barometer::report {
namespace {

enum class Break : std::uint8_t { Line, Character };

// ICU wants one iterator per thread, and making one is slow.
icu::BreakIterator* iterator(Break kind) {
  thread_local std::unique_ptr<icu::BreakIterator> lines;
  thread_local std::unique_ptr<icu::BreakIterator> characters;
  auto& slot = kind == Break::Line ? lines : characters;
  if (!slot) {
    UErrorCode status = U_ZERO_ERROR;
    slot.reset(kind == Break::Line
                   ? icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status)
                   : icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status) != 0) slot.reset();
  }
  return slot.get();
}

// The pieces between allowed breaks; all of them together are the text.
std::vector<std::string_view> pieces(std::string_view text, Break kind) {
  if (text.empty()) return {};
  icu::BreakIterator* breaks = iterator(kind);
  UErrorCode status = U_ZERO_ERROR;
  UText* view = breaks == nullptr ? nullptr
                                  : utext_openUTF8(nullptr, text.data(),
                                                   static_cast<std::int64_t>(text.size()), &status);
  if (view == nullptr || U_FAILURE(status) != 0) return {text};
  breaks->setText(view, status);
  std::vector<std::string_view> found;
  auto begin = breaks->first();
  for (auto end = breaks->next(); end != icu::BreakIterator::DONE;
       begin = end, end = breaks->next()) {
    found.push_back(
        text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin)));
  }
  utext_close(view);
  return found;
}

std::size_t columns_of(char32_t point) {
  const auto value = static_cast<UChar32>(point);
  constexpr char32_t emoji_selector = 0xFE0F;  // makes the character before it two columns wide
  if (point == emoji_selector) return 1;
  if (point == 0xAD) return 1;  // soft hyphen: a format character that terminals draw
  switch (u_charType(value)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
      return 0;
    default:
      break;
  }
  if (point >= 0x1160 && point <= 0x11FF) return 0;  // vowels and finals join the Hangul before
  const auto width = u_getIntPropertyValue(value, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::string_view without_trailing_spaces(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

}  // namespace

std::size_t columns(std::string_view text) {
  std::size_t sum = 0;
  std::size_t offset = 0;
  while (offset < text.size()) sum += columns_of(utf8::next(text, offset));
  return sum;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  const auto new_line = [&] {
    lines.back() = without_trailing_spaces(lines.back());
    lines.emplace_back();
    used = 0;
  };
  for (const std::string_view piece : pieces(text, Break::Line)) {
    const std::string_view word = without_trailing_spaces(piece);
    const std::size_t word_width = columns(word);
    if (used > 0 && used + word_width > width) new_line();
    if (word_width <= width) {
      if (used == 0 && word.empty()) continue;  // spaces never open a line
      lines.back() += piece;
      used += columns(piece);
      continue;
    }
    for (const std::string_view character : pieces(word, Break::Character)) {
      const std::size_t character_width = columns(character);
      if (used > 0 && used + character_width > width) new_line();
      lines.back() += character;
      used += character_width;
    }
    lines.back() += piece.substr(word.size());
    used += piece.size() - word.size();
  }
  lines.back() = without_trailing_spaces(lines.back());
  if (lines.size() > 1 && lines.back().empty()) lines.pop_back();
  return lines;
}

std::string shortened(std::string_view text, std::size_t width) {
  if (columns(text) <= width) return std::string(text);
  return wrapped(text, std::max<std::size_t>(width, 3) - 2).front() + " …";
}

std::string padded(std::string_view text, std::size_t width) {
  std::string filled(text);
  const std::size_t used = columns(text);
  if (used < width) filled.append(width - used, ' ');
  return filled;
}

}  // namespace barometer::report
