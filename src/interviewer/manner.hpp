// Manner: what a turn of the candidate wants beside its kind, heard before anything else is made of
// it.
#pragma once

#include "interviewer/speech.hpp"

namespace barometer::manner {

// Wants to stop, in any wording; of a short turn.
bool wants_to_stop(const Speech& speech);
// Cannot or does not want to go on with this story.
bool leaves_story(const Speech& speech);
// Would rather not tell more about somebody or something, so that the story is over.
bool leaves_subject(const Speech& speech);
// Has said everything: no other gap is worth the asking.
bool finished(const Speech& speech);
// Complains that this was asked or told before.
bool said_already(const Speech& speech);
// Wants to carry on after all: an answer to no question.
bool goes_on(const Speech& speech);
// Breaks off, whatever was told in the same breath.
bool needs_a_moment(const Speech& speech);
// Puts another story in the place of the first one.
bool brings_another_story(const Speech& speech);
// Scolds the question or the interview, and nobody.
bool scolds(const Speech& speech);
// Tells of a death near the candidate.
bool mourns(const Speech& speech);
// A question about the question: "to do what?", "which part do you mean?".
bool asks_back(const Speech& speech);
// Tells a past event in the present, as learners of English do: "he say", "I not like".
bool learner(const Speech& speech);

}  // namespace barometer::manner
