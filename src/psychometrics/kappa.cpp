#include "psychometrics/kappa.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <vector>

namespace barometer {
namespace {

double weight(std::size_t i, std::size_t j, KappaWeights weights) {
  const double distance = std::abs(static_cast<double>(i) - static_cast<double>(j));
  switch (weights) {
    case KappaWeights::None:
      return i == j ? 0.0 : 1.0;
    case KappaWeights::Linear:
      return distance;
    case KappaWeights::Quadratic:
      return distance * distance;
  }
  return 0.0;
}

}  // namespace

std::optional<double> cohen_kappa(std::span<const int> first, std::span<const int> second,
                                  std::span<const int> categories, KappaWeights weights) {
  assert(first.size() == second.size());
  const auto place = [&](int value) {
    const auto found = std::find(categories.begin(), categories.end(), value);
    assert(found != categories.end());
    return static_cast<std::size_t>(found - categories.begin());
  };
  std::vector<double> first_count(categories.size(), 0.0);
  std::vector<double> second_count(categories.size(), 0.0);
  double observed = 0.0;
  for (std::size_t i = 0; i < first.size(); ++i) {
    const std::size_t a = place(first[i]);
    const std::size_t b = place(second[i]);
    first_count[a] += 1.0;
    second_count[b] += 1.0;
    observed += weight(a, b, weights);
  }
  double expected = 0.0;
  for (std::size_t a = 0; a < categories.size(); ++a) {
    for (std::size_t b = 0; b < categories.size(); ++b)
      expected += first_count[a] * second_count[b] * weight(a, b, weights);
  }
  if (expected <= 0.0) return std::nullopt;
  return 1.0 - observed * static_cast<double>(first.size()) / expected;
}

std::optional<double> quadratic_kappa(std::span<const double> machine,
                                      std::span<const double> human) {
  assert(machine.size() == human.size());
  if (machine.empty()) return std::nullopt;
  const auto n = static_cast<double>(machine.size());
  double machine_mean = 0.0;
  double human_mean = 0.0;
  for (std::size_t i = 0; i < machine.size(); ++i) {
    machine_mean += machine[i] / n;
    human_mean += human[i] / n;
  }
  double machine_variance = 0.0;
  double human_variance = 0.0;
  double error = 0.0;
  for (std::size_t i = 0; i < machine.size(); ++i) {
    machine_variance += (machine[i] - machine_mean) * (machine[i] - machine_mean) / n;
    human_variance += (human[i] - human_mean) * (human[i] - human_mean) / n;
    error += (machine[i] - human[i]) * (machine[i] - human[i]) / n;
  }
  const double bias = machine_mean - human_mean;
  const double expected = machine_variance + human_variance + bias * bias;
  if (expected <= 1e-15) return std::nullopt;  // both constant and equal, but for rounding
  return 1.0 - error / expected;
}

}  // namespace barometer
