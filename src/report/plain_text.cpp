#include "report/plain_text.hpp"

#include "core/utf8.hpp"

namespace barometer::report {
namespace {

bool breaks_line_or_tabs(char32_t point) {
  return (point >= U'\t' && point <= U'\r') || point == 0x85 || point == 0x2028 || point == 0x2029;
}

bool steers_direction(char32_t point) {
  return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

bool is_no_character(char32_t point) {
  return (point >= 0x80 && point < 0xA0) || (point >= 0xFFF9 && point <= 0xFFFB) ||
         (point >= 0xFDD0 && point <= 0xFDEF) || (point & 0xFFFE) == 0xFFFE;
}

}  // namespace

std::string harmless(std::string_view text) {
  std::string masked;
  if (utf8::first_invalid(text)) {
    masked = utf8::with_invalid_bytes_masked(text);
    text = masked;
  }
  std::string shown;
  shown.reserve(text.size());
  std::size_t offset = 0;
  while (offset < text.size()) {
    const std::size_t begin = offset;
    const char32_t point = utf8::next(text, offset);
    if (breaks_line_or_tabs(point)) {
      shown += ' ';
    } else if (point < 0x20) {
      utf8::append(shown, 0x2400 + point);  // the block "Control Pictures", in the order of ASCII
    } else if (point == 0x7F) {
      utf8::append(shown, 0x2421);
    } else if (steers_direction(point) || is_no_character(point)) {
      utf8::append(shown, 0xFFFD);
    } else {
      shown.append(text.substr(begin, offset - begin));
    }
  }
  return shown;
}

}  // namespace barometer::report
