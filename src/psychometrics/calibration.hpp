// Calibration: whether a probability means what it says, and whether doubt falls where errors are.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "domain/statistic.hpp"

namespace barometer {

struct Forecast {
  double probability = 0.0;  // in [0, 1]
  double outcome = 0.0;      // 0 or 1, or the share of raters who said so
};

// Brier (1950): mean of (probability - outcome)^2. In [0, 1], less is better; none when empty.
std::optional<double> brier_score(std::span<const Forecast> forecasts);

// At most `bins` bins of about the same number of forecasts, ascending; equal probabilities are
// never parted, so that the order of the input does not matter. Precondition: bins > 0.
std::vector<ReliabilityPoint> reliability(std::span<const Forecast> forecasts, std::size_t bins);

// Expected calibration error over those bins (Naeini et al. 2015; bins of equal mass as in Nguyen &
// O'Connor 2015): sum of n/N |observed - predicted|. In [0, 1]; it is above 0 by chance alone, more
// so with many bins and few forecasts.
std::optional<double> calibration_error(std::span<const Forecast> forecasts, std::size_t bins);

struct Decision {
  double confidence = 0.0;
  double loss = 0.0;  // 0 right, 1 wrong, or between
};

// Risk against coverage (El-Yaniv & Wiener 2010): for every confidence that occurs, descending, the
// decisions that are at least as sure. The last point covers all.
std::vector<CoveragePoint> coverage_risk(std::span<const Decision> decisions);

// Mean loss of the surest `coverage` of the decisions (at least one); those that are equally sure
// stand for each other. None when empty. Precondition: 0 < coverage <= 1.
std::optional<double> risk_at(std::span<const Decision> decisions, double coverage);

// Area under the curve of risk against coverage (Geifman, Uziel & El-Yaniv 2019): mean over k of
// the risk of the k surest decisions. None when empty.
std::optional<double> area_under_coverage_risk(std::span<const Decision> decisions);

}  // namespace barometer
