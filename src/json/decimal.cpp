#include "json/decimal.hpp"

#include <cstddef>
#include <limits>
#include <string>

namespace barometer {
namespace {

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

// More digits than this never fit; an exponent beyond it leaves nothing or overflows.
constexpr std::int64_t most_places = 400;

// An exponent after its "e". `text` must end behind it.
std::optional<std::int64_t> exponent_of(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  if (text.empty()) return std::nullopt;
  std::int64_t value = 0;
  for (const char byte : text) {
    if (!is_digit(byte)) return std::nullopt;
    if (value < most_places) value = value * 10 + (byte - '0');
  }
  return negative ? -value : value;
}

// The digits of a number and where its point stands among them.
struct Digits {
  bool negative = false;
  std::string digits;
  std::int64_t point = 0;  // digits before the point; may be negative or beyond the last
};

std::optional<Digits> digits_of(std::string_view text) {
  Digits number;
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    number.negative = text.front() == '-';
    text.remove_prefix(1);
  }
  std::size_t offset = 0;
  while (offset < text.size() && is_digit(text[offset])) number.digits += text[offset++];
  number.point = static_cast<std::int64_t>(number.digits.size());
  if (offset < text.size() && text[offset] == '.') {
    ++offset;
    while (offset < text.size() && is_digit(text[offset])) number.digits += text[offset++];
  }
  if (number.digits.empty()) return std::nullopt;
  if (offset < text.size() && (text[offset] == 'e' || text[offset] == 'E')) {
    const auto exponent = exponent_of(text.substr(offset + 1));
    if (!exponent) return std::nullopt;
    number.point += *exponent;
    offset = text.size();
  }
  if (offset != text.size()) return std::nullopt;
  return number;
}

}  // namespace

std::optional<std::int64_t> scaled_decimal(std::string_view decimal, int places) {
  const auto number = digits_of(decimal);
  if (!number) return std::nullopt;
  const auto whole_digits = number->point + places;
  const auto digit_at = [&](std::int64_t index) {
    const bool inside = index >= 0 && index < static_cast<std::int64_t>(number->digits.size());
    return inside ? number->digits[static_cast<std::size_t>(index)] - '0' : 0;
  };
  constexpr auto largest = std::numeric_limits<std::int64_t>::max();
  std::int64_t value = 0;
  for (std::int64_t i = 0; i < whole_digits; ++i) {
    // Nothing but zeros follows the last digit.
    if (value == 0 && i >= static_cast<std::int64_t>(number->digits.size())) break;
    const int digit = digit_at(i);
    if (value > (largest - digit) / 10) return std::nullopt;
    value = value * 10 + digit;
  }
  if (whole_digits >= 0 && digit_at(whole_digits) >= 5) {
    if (value == largest) return std::nullopt;
    ++value;
  }
  return number->negative ? -value : value;
}

}  // namespace barometer
