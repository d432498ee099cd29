#include "psychometrics/correlation.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace barometer {
namespace {

double mean(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

}  // namespace

std::optional<double> correlation(std::span<const double> x, std::span<const double> y) {
  assert(x.size() == y.size());
  if (x.size() < 2) return std::nullopt;
  const double x_mean = mean(x);
  const double y_mean = mean(y);
  double xx = 0.0;
  double yy = 0.0;
  double xy = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xx += (x[i] - x_mean) * (x[i] - x_mean);
    yy += (y[i] - y_mean) * (y[i] - y_mean);
    xy += (x[i] - x_mean) * (y[i] - y_mean);
  }
  if (xx <= 0.0 || yy <= 0.0) return std::nullopt;
  return std::clamp(xy / std::sqrt(xx * yy), -1.0, 1.0);
}

std::optional<double> partial_correlation(std::span<const double> x, std::span<const double> y,
                                          std::span<const double> held) {
  const auto xy = correlation(x, y);
  const auto xz = correlation(x, held);
  const auto yz = correlation(y, held);
  if (!xy || !xz || !yz) return std::nullopt;
  const double rest = (1.0 - *xz * *xz) * (1.0 - *yz * *yz);
  if (rest <= 1e-12) return std::nullopt;
  return std::clamp((*xy - *xz * *yz) / std::sqrt(rest), -1.0, 1.0);
}

}  // namespace barometer
