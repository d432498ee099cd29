#include "psychometrics/classification.hpp"

#include <algorithm>
#include <cassert>
#include <map>
#include <tuple>
#include <vector>

namespace barometer {
namespace {

// Pairs of a positive with a negative case: all of them, and those in the right order.
struct Pairs {
  double all = 0.0;
  double right = 0.0;
};

// Over the cases of one stratum, ascending by score.
void count_pairs(std::span<const ScoredCase> sorted, Pairs& pairs) {
  double negatives_below = 0.0;
  double positives = 0.0;
  for (std::size_t begin = 0; begin < sorted.size();) {
    double tied_positives = 0.0;
    double tied_negatives = 0.0;
    std::size_t end = begin;
    for (; end < sorted.size() && sorted[end].score == sorted[begin].score; ++end)
      (sorted[end].positive ? tied_positives : tied_negatives) += 1.0;
    pairs.right += tied_positives * (negatives_below + tied_negatives / 2.0);
    negatives_below += tied_negatives;
    positives += tied_positives;
    begin = end;
  }
  pairs.all += positives * negatives_below;
}

// Cases, hits and calls of each class.
struct ClassCount {
  double cases = 0.0;
  double calls = 0.0;
  double hits = 0.0;
};

std::map<int, ClassCount> count_classes(std::span<const int> truth, std::span<const int> called) {
  assert(truth.size() == called.size());
  std::map<int, ClassCount> counts;
  for (std::size_t i = 0; i < truth.size(); ++i) {
    counts[truth[i]].cases += 1.0;
    counts[called[i]].calls += 1.0;
    if (truth[i] == called[i]) counts[truth[i]].hits += 1.0;
  }
  return counts;
}

}  // namespace

std::optional<double> auc_within_strata(std::span<const ScoredCase> cases) {
  std::vector<ScoredCase> sorted(cases.begin(), cases.end());
  std::sort(sorted.begin(), sorted.end(), [](const ScoredCase& a, const ScoredCase& b) {
    return std::tie(a.stratum, a.score) < std::tie(b.stratum, b.score);
  });
  Pairs pairs;
  for (auto begin = sorted.begin(); begin != sorted.end();) {
    const auto end = std::find_if(
        begin, sorted.end(), [&](const ScoredCase& one) { return one.stratum != begin->stratum; });
    count_pairs({begin, end}, pairs);
    begin = end;
  }
  if (pairs.all <= 0.0) return std::nullopt;
  return pairs.right / pairs.all;
}

std::optional<double> auc(std::span<const ScoredCase> cases) {
  std::vector<ScoredCase> sorted(cases.begin(), cases.end());
  std::sort(sorted.begin(), sorted.end(),
            [](const ScoredCase& a, const ScoredCase& b) { return a.score < b.score; });
  Pairs pairs;
  count_pairs(sorted, pairs);
  if (pairs.all <= 0.0) return std::nullopt;
  return pairs.right / pairs.all;
}

std::optional<double> balanced_accuracy(std::span<const int> truth, std::span<const int> called) {
  double sum = 0.0;
  double classes = 0.0;
  for (const auto& [name, count] : count_classes(truth, called)) {
    if (count.cases <= 0.0) continue;
    sum += count.hits / count.cases;
    classes += 1.0;
  }
  if (classes < 2.0) return std::nullopt;
  return sum / classes;
}

std::optional<double> macro_f1(std::span<const int> truth, std::span<const int> called) {
  const auto counts = count_classes(truth, called);
  if (counts.empty()) return std::nullopt;
  double sum = 0.0;
  for (const auto& [name, count] : counts) sum += 2.0 * count.hits / (count.cases + count.calls);
  return sum / static_cast<double>(counts.size());
}

std::optional<double> top_k(std::span<const std::size_t> ranks, std::size_t k) {
  if (ranks.empty()) return std::nullopt;
  const auto found =
      std::count_if(ranks.begin(), ranks.end(), [k](std::size_t rank) { return rank < k; });
  return static_cast<double>(found) / static_cast<double>(ranks.size());
}

}  // namespace barometer
