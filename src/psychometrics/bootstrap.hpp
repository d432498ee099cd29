// Bootstrap over groups: intervals for figures on cases that come in groups (persons, families).
//
// Efron & Tibshirani (1993), percentile intervals; whole groups are drawn, with all their cases
// (Field & Welsh 2007, cluster bootstrap): cases of one person are alike, and drawing them singly
// would make every interval too narrow.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <random>
#include <span>
#include <vector>

#include "domain/statistic.hpp"

namespace barometer {

// Uniform in [0, count), the same on every machine (standard distributions are not). Precondition:
// count > 0.
std::size_t random_below(std::mt19937_64& random, std::size_t count);

// Gives several figures for a sample, always in the same order; none where the sample cannot say.
// `cases` are indexes; one occurs as often as its group was drawn.
using SampleFigures =
    std::function<std::vector<std::optional<double>>(std::span<const std::size_t> cases)>;

struct BootstrapOptions {
  std::size_t draws = 1000;
  std::uint64_t seed = 1;
  double confidence = 0.95;
  // A figure that fewer of the draws can give has no interval: what is left would be too narrow.
  double least_defined = 0.9;
  std::function<void(double)> progress;  // share done, in [0, 1]; may be empty
};

// One interval for each figure, all from the same draws. `group_of` names the group of each case,
// by any numbers. No intervals for fewer than two groups.
std::vector<std::optional<Interval>> bootstrap_intervals(std::span<const std::size_t> group_of,
                                                         const SampleFigures& figures,
                                                         const BootstrapOptions& options);

// The value below which `share` of `values` lie, interpolated (Hyndman & Fan 1996, type 7).
// Preconditions: not empty; 0 <= share <= 1.
double quantile(std::vector<double> values, double share);

}  // namespace barometer
