// Statistic: what a calculation gives to be shown. Plain data.
#pragma once

#include <cstddef>

namespace barometer {

struct Interval {
  double low = 0.0;
  double high = 0.0;

  friend bool operator==(const Interval&, const Interval&) = default;
};

// One bin of a reliability plot: forecasts of like size, and what came true of them.
struct ReliabilityPoint {
  double predicted = 0.0;  // mean forecast, in [0, 1]
  double observed = 0.0;   // mean outcome, in [0, 1]
  std::size_t n = 0;

  friend bool operator==(const ReliabilityPoint&, const ReliabilityPoint&) = default;
};

// Of the surest decisions: how many they are, and how often they are wrong.
struct CoveragePoint {
  double coverage = 0.0;    // share of the decisions that are kept, in (0, 1]
  double risk = 0.0;        // mean loss of those that are kept
  double confidence = 0.0;  // of the least sure one that is kept

  friend bool operator==(const CoveragePoint&, const CoveragePoint&) = default;
};

}  // namespace barometer
