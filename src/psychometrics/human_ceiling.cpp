#include "psychometrics/human_ceiling.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

#include "psychometrics/kappa.hpp"

namespace barometer {

std::vector<HumanCeiling> human_ceilings(std::span<const RatedCase> cases) {
  std::size_t raters = 0;
  for (const RatedCase& one : cases) raters = std::max(raters, one.ratings.size());
  std::vector<HumanCeiling> ceilings;
  std::vector<double> own;
  std::vector<double> machine;
  std::vector<double> others;
  for (std::size_t rater = 0; rater < raters; ++rater) {
    own.clear();
    machine.clear();
    others.clear();
    for (const RatedCase& one : cases) {
      if (one.ratings.size() < 2 || rater >= one.ratings.size()) continue;
      const double all = std::accumulate(one.ratings.begin(), one.ratings.end(), 0.0);
      own.push_back(one.ratings[rater]);
      machine.push_back(one.machine);
      others.push_back((all - one.ratings[rater]) / static_cast<double>(one.ratings.size() - 1));
    }
    const auto with_own = quadratic_kappa(own, others);
    const auto with_machine = quadratic_kappa(machine, others);
    if (with_own && with_machine) ceilings.push_back({*with_own, *with_machine});
  }
  return ceilings;
}

std::optional<HumanCeiling> human_ceiling(std::span<const RatedCase> cases) {
  const auto ceilings = human_ceilings(cases);
  if (ceilings.empty()) return std::nullopt;
  HumanCeiling mean;
  for (const HumanCeiling& one : ceilings) {
    mean.human += one.human / static_cast<double>(ceilings.size());
    mean.machine += one.machine / static_cast<double>(ceilings.size());
  }
  return mean;
}

}  // namespace barometer
