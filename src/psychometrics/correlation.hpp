// Correlation: whether two measures go together, also with a third held constant.
#pragma once

#include <optional>
#include <span>

namespace barometer {

// Pearson's r, in [-1, 1]. None where one of them does not vary. Precondition: both of one length.
std::optional<double> correlation(std::span<const double> x, std::span<const double> y);

// Of `x` and `y` with `held` constant (Yule 1907): (xy - xz yz) / sqrt((1 - xz^2)(1 - yz^2)). None
// where one does not vary or `held` determines one of them. Precondition: all of one length.
std::optional<double> partial_correlation(std::span<const double> x, std::span<const double> y,
                                          std::span<const double> held);

}  // namespace barometer
