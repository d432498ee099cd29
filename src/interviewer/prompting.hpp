// Prompting: how far the latest answer itself calls for a follow-up into a gap. A decision calls
// for its reasons, a finding for how it was found, a change for those who felt it.
#pragma once

#include "domain/practice.hpp"
#include "interviewer/speech.hpp"

namespace barometer {

// 1: neither here nor there; in [0.3, 1.5].
double prompted(Gap gap, const Speech& latest);

}  // namespace barometer
