// Plain words: follow-ups and hints that suppose nothing, for every gap and tense.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "domain/practice.hpp"

namespace barometer {

// Empty: nothing neutral can be asked in that tense.
struct PlainWords {
  std::string_view reason;
  std::array<std::string_view, 4> past;  // several, so that none is said twice in an interview
  std::array<std::string_view, 3> would;
  std::array<std::string_view, 3> present;
  std::string_view hint;  // a neighbouring angle
  std::string_view would_hint;
};

// A row per Gap, in its order.
const std::array<PlainWords, gap_count>& plain_words();

}  // namespace barometer
