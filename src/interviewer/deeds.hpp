// Deeds: who did something, by the subjects and past verbs of an account.
#pragma once

#include <cstddef>

#include "interviewer/speech.hpp"

namespace barometer {

struct Deeds {
  double own = 0.0;  // present forms and dropped subjects count less than one
  std::size_t ours = 0;
  std::size_t other = 0;
};

// `present`: what "I go there and ask" counts for; nothing where habits are told.
Deeds deeds_in(const Speech& speech, double present);

}  // namespace barometer
