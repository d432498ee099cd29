#include "psychometrics/krippendorff.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace barometer {
namespace {

// The distinct values with their margins n(c), ascending.
struct Scale {
  std::vector<double> values;
  std::vector<double> margins;
  std::vector<double> margins_below;  // sum of the margins before this one

  std::size_t index(double value) const {
    return static_cast<std::size_t>(std::lower_bound(values.begin(), values.end(), value) -
                                    values.begin());
  }

  double difference(std::size_t c, std::size_t k, Metric metric) const {
    if (c == k) return 0.0;
    if (c > k) std::swap(c, k);
    double root = 1.0;
    switch (metric) {
      case Metric::Nominal:
        break;
      case Metric::Ordinal:
        root = margins_below[k] + margins[k] - margins_below[c] - (margins[c] + margins[k]) / 2.0;
        break;
      case Metric::Interval:
        root = values[k] - values[c];
        break;
      case Metric::Ratio:
        root = (values[k] - values[c]) / (values[k] + values[c]);
        break;
    }
    return root * root;
  }
};

// Values of units with a single value cannot be paired and count nowhere.
Scale scale_of(std::span<const std::vector<double>> units) {
  Scale scale;
  for (const auto& unit : units)
    if (unit.size() > 1) scale.values.insert(scale.values.end(), unit.begin(), unit.end());
  std::sort(scale.values.begin(), scale.values.end());
  scale.values.erase(std::unique(scale.values.begin(), scale.values.end()), scale.values.end());
  scale.margins.assign(scale.values.size(), 0.0);
  for (const auto& unit : units) {
    if (unit.size() < 2) continue;
    for (const double value : unit) scale.margins[scale.index(value)] += 1.0;
  }
  double sum = 0.0;
  for (const double margin : scale.margins) {
    scale.margins_below.push_back(sum);
    sum += margin;
  }
  return scale;
}

}  // namespace

std::optional<double> krippendorff_alpha(std::span<const std::vector<double>> units,
                                         Metric metric) {
  const Scale scale = scale_of(units);
  double observed = 0.0;  // sum o(c,k) d(c,k)
  double total = 0.0;     // N
  std::vector<std::size_t> indexes;
  for (const auto& unit : units) {
    if (unit.size() < 2) continue;
    indexes.clear();
    for (const double value : unit) indexes.push_back(scale.index(value));
    double pairs = 0.0;  // each once, so twice for both orders
    for (std::size_t i = 0; i < indexes.size(); ++i) {
      for (std::size_t j = i + 1; j < indexes.size(); ++j)
        pairs += scale.difference(indexes[i], indexes[j], metric);
    }
    observed += 2.0 * pairs / static_cast<double>(unit.size() - 1);
    total += static_cast<double>(unit.size());
  }
  double expected = 0.0;  // sum n(c) n(k) d(c,k)
  for (std::size_t c = 0; c < scale.values.size(); ++c) {
    for (std::size_t k = c + 1; k < scale.values.size(); ++k)
      expected += 2.0 * scale.margins[c] * scale.margins[k] * scale.difference(c, k, metric);
  }
  if (expected <= 0.0) return std::nullopt;
  return 1.0 - (total - 1.0) * observed / expected;
}

}  // namespace barometer
