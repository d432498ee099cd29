#include "service/robustness.hpp"

#include <cmath>
#include <set>
#include <string>
#include <utility>

#include "service/perturbation.hpp"

namespace barometer {
namespace {

constexpr std::uint64_t faithfulness_stream = 100;  // apart from those of the perturbations

// A stream of its own for each exchange and use: FNV-1a over the id, started from the seed.
std::mt19937_64 random_for(std::uint64_t seed, std::uint64_t stream, std::string_view id) {
  std::uint64_t hash = 14695981039346656037ULL;
  const auto mix = [&hash](std::uint64_t byte) {
    hash ^= byte & 0xFFU;
    hash *= 1099511628211ULL;
  };
  for (int shift = 0; shift < 64; shift += 8) mix(seed >> shift);
  mix(stream);
  for (const char byte : id) mix(static_cast<unsigned char>(byte));
  return std::mt19937_64(hash);
}

// A number for each exchange that took part; the caller names what is made of them.
struct Measured {
  std::vector<std::size_t> groups;
  std::vector<std::vector<double>> columns;

  explicit Measured(std::size_t count) : columns(count) {}

  void add(std::size_t group, const std::vector<double>& values) {
    groups.push_back(group);
    for (std::size_t i = 0; i < columns.size(); ++i) columns[i].push_back(values[i]);
  }

  // The mean of every column.
  std::vector<std::optional<double>> means(std::span<const std::size_t> cases) const {
    std::vector<std::optional<double>> result;
    for (const auto& column : columns) {
      double sum = 0.0;
      for (const std::size_t i : cases) sum += column[i];
      result.push_back(cases.empty() ? std::nullopt
                                     : std::optional(sum / static_cast<double>(cases.size())));
    }
    return result;
  }

  // Each column's mean as a figure, with `names` (id, label) in the order of the columns.
  std::vector<Figure> figures(const std::vector<std::pair<std::string, std::string>>& names,
                              const BootstrapOptions& bootstrap) const {
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < groups.size(); ++i) all.push_back(i);
    const auto values = means(all);
    const auto intervals = bootstrap_intervals(
        groups, [this](std::span<const std::size_t> cases) { return means(cases); }, bootstrap);
    std::vector<Figure> result;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      result.push_back({names[i].first, names[i].second, values[i], intervals[i], groups.size(),
                        std::set(groups.begin(), groups.end()).size()});
    }
    return result;
  }
};

double score_of(const ExchangeReading& reading) { return reading.readings.front().score; }

}  // namespace

Result<std::vector<RobustnessEvaluation>> measure_robustness(const BaseReadings& base,
                                                             const ReadAgain& read_again,
                                                             const BootstrapOptions& bootstrap) {
  std::vector<RobustnessEvaluation> evaluations;
  for (const PerturbationRow& row : perturbations) {
    std::vector<Exchange> exchanges;
    std::vector<Exchange> starting_points;  // of those that do not start from the answer as it was
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < base.exchanges.size(); ++i) {
      auto random =
          random_for(bootstrap.seed, static_cast<std::uint64_t>(row.kind), base.exchanges[i].id);
      auto answer = perturbed(row.kind, base.exchanges[i].answer, random);
      if (!answer) continue;
      exchanges.push_back(base.exchanges[i]);
      exchanges.back().answer = std::move(answer->after);
      places.push_back(i);
      if (!answer->before) continue;
      starting_points.push_back(base.exchanges[i]);
      starting_points.back().answer = *std::move(answer->before);
    }
    const auto readings = read_again(exchanges, row.label);
    if (!readings) return readings.error();
    Result starts = std::vector<ExchangeReading>();
    if (row.kind == Perturbation::Introduction) starts = read_again(starting_points, row.label);
    if (!starts) return starts.error();
    if (exchanges.empty()) continue;
    Measured measured(4);
    for (std::size_t i = 0; i < places.size(); ++i) {
      const ExchangeReading& before = starts->empty() ? base.readings[places[i]] : (*starts)[i];
      const Verdict was = before.readings.front().verdict;
      const Verdict is = (*readings)[i].readings.front().verdict;
      const double change = score_of((*readings)[i]) - score_of(before);
      measured.add(base.groups[places[i]],
                   {is == was ? 1.0 : 0.0, is > was ? 1.0 : 0.0, change, std::abs(change)});
    }
    auto figures = measured.figures({{"unchanged", "verdicts unchanged"},
                                     {"raised", "verdicts raised"},
                                     {"mean_change", "mean change of the score"},
                                     {"absolute_change", "mean size of the change"}},
                                    bootstrap);
    evaluations.push_back({std::string(row.id), std::string(row.label), std::move(figures[0]),
                           std::move(figures[1]), std::move(figures[2]), std::move(figures[3])});
  }
  return evaluations;
}

Result<std::optional<FaithfulnessEvaluation>> measure_faithfulness(
    const BaseReadings& base, const ReadAgain& read_again, const BootstrapOptions& bootstrap) {
  std::vector<Exchange> without_cited;
  std::vector<Exchange> without_random;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < base.exchanges.size(); ++i) {
    const Exchange& exchange = base.exchanges[i];
    std::vector<ByteSpan> cited;
    for (const Evidence& evidence : base.readings[i].readings.front().evidence)
      cited.push_back(evidence.span);
    if (cited.empty()) continue;
    auto random = random_for(bootstrap.seed, faithfulness_stream, exchange.id);
    const auto elsewhere = spans_elsewhere(exchange.answer, cited, random);
    if (!elsewhere) continue;
    places.push_back(i);
    without_cited.push_back(exchange);
    without_cited.back().answer = without(exchange.answer, cited);
    without_random.push_back(exchange);
    without_random.back().answer = without(exchange.answer, *elsewhere);
  }
  const auto cited = read_again(without_cited, "quotes deleted");
  if (!cited) return cited.error();
  const auto random = read_again(without_random, "other words deleted");
  if (!random) return random.error();
  if (places.empty()) return std::optional<FaithfulnessEvaluation>();
  Measured measured(4);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const double before = score_of(base.readings[places[i]]);
    const double by_cited = std::abs(score_of((*cited)[i]) - before);
    const double by_random = std::abs(score_of((*random)[i]) - before);
    measured.add(base.groups[places[i]],
                 {by_cited, by_random, by_cited - by_random, by_cited > by_random ? 1.0 : 0.0});
  }
  auto figures = measured.figures({{"cited", "move of the score without its quotes"},
                                   {"random", "without as many words elsewhere"},
                                   {"difference", "how much more the quotes move it"},
                                   {"share", "share where the quotes move it more"}},
                                  bootstrap);
  return std::optional(FaithfulnessEvaluation{std::move(figures[0]), std::move(figures[1]),
                                              std::move(figures[2]), std::move(figures[3])});
}

}  // namespace barometer
