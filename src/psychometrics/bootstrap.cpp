#include "psychometrics/bootstrap.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <map>

namespace barometer {

std::size_t random_below(std::mt19937_64& random, std::size_t count) {
  assert(count > 0);
  // The last, incomplete run of `count` numbers would favour the small ones.
  const std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
  const std::uint64_t limit = most - most % count;
  std::uint64_t drawn = random();
  while (drawn >= limit) drawn = random();
  return static_cast<std::size_t>(drawn % count);
}

double quantile(std::vector<double> values, double share) {
  assert(!values.empty());
  std::sort(values.begin(), values.end());
  const double place = share * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(std::floor(place));
  const std::size_t above = std::min(below + 1, values.size() - 1);
  return values[below] + (place - std::floor(place)) * (values[above] - values[below]);
}

std::vector<std::optional<Interval>> bootstrap_intervals(std::span<const std::size_t> group_of,
                                                         const SampleFigures& figures,
                                                         const BootstrapOptions& options) {
  std::map<std::size_t, std::vector<std::size_t>> cases_of;
  std::vector<std::size_t> sample;
  for (std::size_t i = 0; i < group_of.size(); ++i) {
    cases_of[group_of[i]].push_back(i);
    sample.push_back(i);
  }
  std::vector<std::vector<double>> values(figures(sample).size());
  std::vector<std::optional<Interval>> intervals(values.size());
  if (cases_of.size() < 2 || options.draws == 0) return intervals;
  std::vector<const std::vector<std::size_t>*> groups;
  groups.reserve(cases_of.size());
  for (const auto& [name, cases] : cases_of) groups.push_back(&cases);

  std::mt19937_64 random(options.seed);
  for (std::size_t draw = 0; draw < options.draws; ++draw) {
    sample.clear();
    for (std::size_t i = 0; i < groups.size(); ++i) {
      const auto& group = *groups[random_below(random, groups.size())];
      sample.insert(sample.end(), group.begin(), group.end());
    }
    const auto drawn = figures(sample);
    for (std::size_t i = 0; i < values.size(); ++i)
      if (drawn[i]) values[i].push_back(*drawn[i]);
    if (options.progress)
      options.progress(static_cast<double>(draw + 1) / static_cast<double>(options.draws));
  }
  const double tail = (1.0 - options.confidence) / 2.0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto least = options.least_defined * static_cast<double>(options.draws);
    if (values[i].empty() || static_cast<double>(values[i].size()) < least) continue;
    intervals[i] = Interval{quantile(values[i], tail), quantile(values[i], 1.0 - tail)};
  }
  return intervals;
}

}  // namespace barometer
