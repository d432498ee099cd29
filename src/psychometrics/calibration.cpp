#include "psychometrics/calibration.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace barometer {
namespace {

// Surest first. Decisions that are equally sure get their mean loss each: their order says nothing.
std::vector<Decision> by_confidence(std::span<const Decision> decisions) {
  std::vector<Decision> sorted(decisions.begin(), decisions.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const Decision& a, const Decision& b) {
    return a.confidence > b.confidence;
  });
  for (std::size_t begin = 0; begin < sorted.size();) {
    std::size_t end = begin;
    double sum = 0.0;
    for (; end < sorted.size() && sorted[end].confidence == sorted[begin].confidence; ++end)
      sum += sorted[end].loss;
    const double mean = sum / static_cast<double>(end - begin);
    for (; begin < end; ++begin) sorted[begin].loss = mean;
  }
  return sorted;
}

}  // namespace

std::optional<double> brier_score(std::span<const Forecast> forecasts) {
  if (forecasts.empty()) return std::nullopt;
  double sum = 0.0;
  for (const Forecast& one : forecasts)
    sum += (one.probability - one.outcome) * (one.probability - one.outcome);
  return sum / static_cast<double>(forecasts.size());
}

std::vector<ReliabilityPoint> reliability(std::span<const Forecast> forecasts, std::size_t bins) {
  assert(bins > 0);
  std::vector<Forecast> sorted(forecasts.begin(), forecasts.end());
  std::sort(sorted.begin(), sorted.end(),
            [](const Forecast& a, const Forecast& b) { return a.probability < b.probability; });
  std::vector<ReliabilityPoint> points;
  std::size_t begin = 0;
  for (std::size_t bin = 1; bin <= bins && begin < sorted.size(); ++bin) {
    std::size_t end = std::max(sorted.size() * bin / bins, begin);
    while (end > begin && end < sorted.size() &&
           sorted[end].probability == sorted[end - 1].probability)
      ++end;
    if (end == begin) continue;
    ReliabilityPoint point;
    point.n = end - begin;
    for (std::size_t i = begin; i < end; ++i) {
      point.predicted += sorted[i].probability / static_cast<double>(point.n);
      point.observed += sorted[i].outcome / static_cast<double>(point.n);
    }
    points.push_back(point);
    begin = end;
  }
  return points;
}

std::optional<double> calibration_error(std::span<const Forecast> forecasts, std::size_t bins) {
  if (forecasts.empty()) return std::nullopt;
  double error = 0.0;
  for (const ReliabilityPoint& point : reliability(forecasts, bins))
    error += static_cast<double>(point.n) * std::abs(point.observed - point.predicted);
  return error / static_cast<double>(forecasts.size());
}

std::vector<CoveragePoint> coverage_risk(std::span<const Decision> decisions) {
  const auto sorted = by_confidence(decisions);
  std::vector<CoveragePoint> points;
  double loss = 0.0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    loss += sorted[i].loss;
    if (i + 1 < sorted.size() && sorted[i + 1].confidence == sorted[i].confidence) continue;
    const auto kept = static_cast<double>(i + 1);
    points.push_back(
        {kept / static_cast<double>(sorted.size()), loss / kept, sorted[i].confidence});
  }
  return points;
}

std::optional<double> risk_at(std::span<const Decision> decisions, double coverage) {
  if (decisions.empty()) return std::nullopt;
  const auto sorted = by_confidence(decisions);
  const auto wanted = std::lround(coverage * static_cast<double>(sorted.size()));
  const auto kept = std::clamp<std::size_t>(static_cast<std::size_t>(wanted), 1, sorted.size());
  double loss = 0.0;
  for (std::size_t i = 0; i < kept; ++i) loss += sorted[i].loss;
  return loss / static_cast<double>(kept);
}

std::optional<double> area_under_coverage_risk(std::span<const Decision> decisions) {
  if (decisions.empty()) return std::nullopt;
  double loss = 0.0;
  double area = 0.0;
  double kept = 0.0;
  for (const Decision& one : by_confidence(decisions)) {
    loss += one.loss;
    kept += 1.0;
    area += loss / kept;
  }
  return area / kept;
}

}  // namespace barometer
