// Intraclass correlation: how much of the spread of ratings is between the rated.
//
// Shrout & Fleiss (1979), Psychological Bulletin 86, 420-428; McGraw & Wong (1996), Psychological
// Methods 1, 30-46. With the mean squares B (between targets), W (within), J (between raters),
// E (residual) of n targets by k raters:
//   form            one rater                       mean of k raters
//   1 OneWay        (B-W) / (B+(k-1)W)              (B-W) / B
//   2 Agreement     (B-E) / (B+(k-1)E+k(J-E)/n)     (B-E) / (B+(J-E)/n)
//   3 Consistency   (B-E) / (B+(k-1)E)              (B-E) / B
// OneWay is for targets that had different raters each, Agreement for the same raters where their
// severity counts, Consistency where it does not.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "domain/statistic.hpp"

namespace barometer {

struct Icc {
  // At most 1. Negative where targets differ less than by chance; minus infinity where nothing is
  // left to be a share of.
  double value = 0.0;
  std::optional<Interval> limits;  // 95 %; none where the F distribution cannot say
};

// F = B over the form's error, with its degrees of freedom.
struct IccForm {
  Icc single;
  Icc mean;
  double f = 0.0;  // infinite where there is no error
  double f_df1 = 0.0;
  double f_df2 = 0.0;
};

struct IccTable {
  std::size_t targets = 0;
  std::size_t raters = 0;
  double between_targets = 0.0;  // mean squares
  double within_targets = 0.0;
  double between_raters = 0.0;
  double residual = 0.0;
  IccForm one_way;
  IccForm agreement;
  IccForm consistency;
};

// `ratings` has one row for each target, with the same raters in the same order, none missing.
// None for fewer than two targets or raters, rows of different lengths, or ratings all alike.
std::optional<IccTable> icc(std::span<const std::vector<double>> ratings);

}  // namespace barometer
