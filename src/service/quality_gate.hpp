// Quality gate: whether a transcript is fit to be judged. A failed gate means "not enough
// evidence", never a low rating.
#pragma once

#include <string_view>
#include <vector>

#include "domain/interview.hpp"
#include "domain/transcript.hpp"

namespace barometer {

// Limits. Label coverage is a published limit of another tool; the others are ours, to be measured
// on labelled data.
struct GateLimits {
  double least_label_coverage = 0.8;     // share of words under a label: below, flagged
  double blocking_label_coverage = 0.4;  // below, not judged
  double most_low_confidence = 0.2;      // share of words the recogniser doubted: above, flagged
  double blocking_low_confidence = 0.5;
  std::size_t least_words = 150;  // of the candidate: below, flagged
  std::size_t blocking_words = 8;
  std::size_t least_words_for_language = 25;
};

// All checks, in order, passed or not. Needs roles.
std::vector<GateCheck> check_quality(const Transcript& transcript,
                                     const std::vector<InterviewExchange>& exchanges,
                                     std::string_view language, const GateLimits& limits = {});

bool blocks(const std::vector<GateCheck>& checks);

}  // namespace barometer
