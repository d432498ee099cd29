// Feedback on a practice interview: from what the reader and the interviewer kept, and from nothing
// else. Pure.
#pragma once

#include "domain/feedback.hpp"
#include "domain/pack.hpp"
#include "domain/practice.hpp"

namespace barometer {

// Precondition: practice.finished, and `pack` is the one it was held under. Rubbish, orders to the
// reader and big words without an event are insufficient, whatever was found in them.
PracticeFeedback feedback_on(const Practice& practice, const Pack& pack);

}  // namespace barometer
