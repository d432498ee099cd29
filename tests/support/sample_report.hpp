// Sample reports for the report tests and for looking at: an invented interview of a ward nurse,
// and the same page in its unhappy states.
#pragma once

#include <string>

#include "domain/interview.hpp"
#include "domain/pack.hpp"

namespace barometer::test {

// Sixteen principles, five of them with indicators, anchors and probes.
Pack sample_pack();

// Five exchanges, every kind of verdict, a quote that speaks for one principle and against another,
// an answer too short to judge, a check with a warning.
InterviewReport nurse_report();
// Two speakers could not be told apart: nothing is judged.
InterviewReport gate_failed_report();
// Passed every check, and held nothing.
InterviewReport no_evidence_report();
// Names, questions and answers full of markup, control characters, right-to-left text and long
// words.
InterviewReport hostile_report();
// A file without speech.
InterviewReport empty_report();

}  // namespace barometer::test
