// Krippendorff's alpha: agreement of any number of raters who may each have left something out.
//
// Krippendorff (2011), Computing Krippendorff's Alpha-Reliability: a unit with m >= 2 values adds
// 1/(m-1) to the coincidence o(c,k) of every ordered pair of its values; with n(c) the row sums and
// N their total,
//   alpha = 1 - (N-1) * sum o(c,k) d(c,k) / sum n(c) n(k) d(c,k).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace barometer {

// The difference d(c,k) that a disagreement counts. Ratio needs values that are not negative.
enum class Metric : std::uint8_t {
  Nominal,   // 0 or 1
  Ordinal,   // (n(c) + ... + n(k) - (n(c) + n(k)) / 2)^2
  Interval,  // (c - k)^2
  Ratio,     // ((c - k) / (c + k))^2
};

// `units` holds the values that each unit was given, in any order; what is missing is left out.
// None where nothing can be compared, or all values are the same.
std::optional<double> krippendorff_alpha(std::span<const std::vector<double>> units, Metric metric);

}  // namespace barometer
