// Amounts: numbers that say how much, and not when.
#pragma once

#include <cstddef>
#include <string_view>

#include "interviewer/speech.hpp"

namespace barometer {

// "seven", "dozen", "half".
bool is_number_word(std::string_view lower_word);

// Whether the word at `i` is an amount: "40 %", "12 complaints", "three hours"; no date, no clock.
bool is_amount(const Speech& speech, std::size_t i);

}  // namespace barometer
