// Contradictions: two parts of an account that do not go together. They are laid side by side, in
// the candidate's words and without a verdict.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/practice.hpp"
#include "interviewer/speech.hpp"

namespace barometer {

struct Contradiction {
  std::string before;        // verbatim, of an earlier answer
  std::string now;           // verbatim, of the last answer
  Gap gap = Gap::Specifics;  // OwnPart: who did or decided it; Specifics: how much, or whether
};

// Between the last of `answers` and one before it; none in doubt.
std::optional<Contradiction> contradiction_in(const std::vector<Speech>& answers);

}  // namespace barometer
