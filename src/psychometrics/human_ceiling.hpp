// Human ceiling: how well a machine agrees with raters, beside how well they agree with each other.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace barometer {

struct RatedCase {
  double machine = 0.0;
  std::vector<double> ratings;  // a rater has the same place in all cases
};

// One rater left out: both kappas (quadratic_kappa) are with the mean of the other raters, over the
// same cases.
struct HumanCeiling {
  double human = 0.0;    // of the rater
  double machine = 0.0;  // of the machine
};

// One entry for each rater who can be compared, in order. Cases with one rating count nowhere. A
// machine that copies a rater gets exactly that rater's agreement in that rater's entry; more than
// that would mean that the rater leaked into the mean.
std::vector<HumanCeiling> human_ceilings(std::span<const RatedCase> cases);

// Means over the raters. None where no rater can be compared.
std::optional<HumanCeiling> human_ceiling(std::span<const RatedCase> cases);

}  // namespace barometer
