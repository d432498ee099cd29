// Gap cues: the phrases by which an account tells what a gap asks for. A table, no rules.
#pragma once

#include <vector>

#include "domain/practice.hpp"
#include "interviewer/speech.hpp"

namespace barometer {

// How strongly one match of a phrase tells that a gap is filled.
struct GapCue {
  Gap gap;
  double strength;  // in (0, 1)
  Phrases phrases;
};

const std::vector<GapCue>& gap_cues();

}  // namespace barometer
