#include "psychometrics/bootstrap.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace barometer {
namespace {

// The mean of `values` over a sample.
SampleFigures mean_of(const std::vector<double>& values) {
  return [values](std::span<const std::size_t> cases) {
    double sum = 0.0;
    for (const std::size_t i : cases) sum += values[i];
    return std::vector<std::optional<double>>{sum / static_cast<double>(cases.size())};
  };
}

TEST(Quantile, InterpolatesBetweenNeighbours) {
  EXPECT_DOUBLE_EQ(quantile({4, 1, 3, 2}, 0.5), 2.5);
  EXPECT_DOUBLE_EQ(quantile({4, 1, 3, 2}, 0.025), 1.075);
  EXPECT_DOUBLE_EQ(quantile({4, 1, 3, 2}, 1.0), 4.0);
  EXPECT_DOUBLE_EQ(quantile({7}, 0.3), 7.0);
}

TEST(RandomBelow, IsEvenAndTheSameEverywhere) {
  std::mt19937_64 random(1);
  std::vector<int> counts(3, 0);
  for (int i = 0; i < 30000; ++i) ++counts[random_below(random, 3)];
  for (const int count : counts) EXPECT_NEAR(count, 10000, 400);
  std::mt19937_64 again(1);
  EXPECT_EQ(random_below(again, 1000), std::mt19937_64(1)() % 1000);
}

// Two groups, 0 and 1: a draw has the mean 0 (in 1/4), 1/2 (in 1/2) or 1 (in 1/4).
TEST(BootstrapIntervals, DrawsWholeGroups) {
  const std::vector<double> values = {0, 0, 0, 0, 1, 1, 1, 1};
  const std::vector<std::size_t> groups = {7, 7, 7, 7, 9, 9, 9, 9};
  const auto intervals = bootstrap_intervals(groups, mean_of(values), {});
  ASSERT_EQ(intervals.size(), 1U);
  EXPECT_EQ(intervals[0], (Interval{0.0, 1.0}));

  std::vector<std::size_t> rows(8);
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  const auto over_rows = bootstrap_intervals(rows, mean_of(values), {});
  EXPECT_GT(over_rows[0]->low, 0.0) << "rows would make it too narrow";
  EXPECT_LT(over_rows[0]->high, 1.0);
}

TEST(BootstrapIntervals, CoverTheMeanAsOftenAsTheySay) {
  std::mt19937_64 random(12);
  int covered = 0;
  constexpr int rounds = 300;
  for (int round = 0; round < rounds; ++round) {
    std::vector<double> values;
    std::vector<std::size_t> groups;
    for (std::size_t group = 0; group < 40; ++group) {
      const auto common = static_cast<double>(random_below(random, 100));
      for (int i = 0; i < 3; ++i) {
        values.push_back(common + static_cast<double>(random_below(random, 20)));
        groups.push_back(group);
      }
    }
    BootstrapOptions options;
    options.draws = 200;
    options.seed = static_cast<std::uint64_t>(round);
    const auto interval = bootstrap_intervals(groups, mean_of(values), options)[0];
    constexpr double truth = 49.5 + 9.5;
    if (interval->low <= truth && truth <= interval->high) ++covered;
  }
  EXPECT_NEAR(static_cast<double>(covered) / rounds, 0.94, 0.04);
}

TEST(BootstrapIntervals, AreTheSameForTheSameSeed) {
  const std::vector<double> values = {3, 1, 4, 1, 5, 9, 2, 6};
  const std::vector<std::size_t> groups = {1, 2, 3, 4, 5, 6, 7, 8};
  BootstrapOptions options;
  options.seed = 5;
  const auto once = bootstrap_intervals(groups, mean_of(values), options);
  EXPECT_EQ(once, bootstrap_intervals(groups, mean_of(values), options));
  options.seed = 6;
  EXPECT_NE(once, bootstrap_intervals(groups, mean_of(values), options));
}

TEST(BootstrapIntervals, LeavesOutWhatTooFewDrawsCanSay) {
  // Only samples with group 3 can say: 1 - (2/3)^3 of the draws.
  const std::vector<std::size_t> groups = {1, 2, 3};
  const SampleFigures rare = [](std::span<const std::size_t> cases) {
    std::vector<std::optional<double>> figures(1);
    for (const std::size_t i : cases)
      if (i == 2) figures[0] = 1.0;
    return figures;
  };
  EXPECT_FALSE(bootstrap_intervals(groups, rare, {})[0]);
  BootstrapOptions generous;
  generous.least_defined = 0.5;
  EXPECT_TRUE(bootstrap_intervals(groups, rare, generous)[0]);
}

TEST(BootstrapIntervals, NeedsTwoGroups) {
  const std::vector<std::size_t> groups = {4, 4, 4};
  EXPECT_FALSE(bootstrap_intervals(groups, mean_of({1, 2, 3}), {})[0]);
}

TEST(BootstrapIntervals, TellsHowFarItIs) {
  double last = 0.0;
  BootstrapOptions options;
  options.draws = 10;
  options.progress = [&last](double share) {
    EXPECT_GT(share, last);
    last = share;
  };
  const std::vector<std::size_t> groups = {1, 2};
  (void)bootstrap_intervals(groups, mean_of({1, 2}), options);
  EXPECT_DOUBLE_EQ(last, 1.0);
}

}  // namespace
}  // namespace barometer
