#include "psychometrics/classification.hpp"

#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "psychometrics/correlation.hpp"

namespace barometer {
namespace {

using Cases = std::vector<ScoredCase>;

TEST(Auc, CountsPairsInTheRightOrder) {
  // .9 > .4, .9 > .1, .4 = .4 counts half, .4 > .1: 3.5 of 4.
  EXPECT_DOUBLE_EQ(*auc(Cases{{0.9, true}, {0.4, true}, {0.4, false}, {0.1, false}}), 0.875);
  EXPECT_DOUBLE_EQ(*auc(Cases{{1, true}, {1, false}}), 0.5);
  EXPECT_DOUBLE_EQ(*auc(Cases{{1, true}, {2, false}}), 0.0);
}

TEST(Auc, NeedsBothClasses) {
  EXPECT_FALSE(auc(Cases{}));
  EXPECT_FALSE(auc(Cases{{0.3, true}, {0.4, true}}));
  EXPECT_FALSE(auc_within_strata(Cases{{0.3, true, 0}, {0.4, false, 1}}));
}

TEST(Auc, IsTheShareOfPairsOneByOne) {
  std::mt19937 random(6);
  for (int round = 0; round < 200; ++round) {
    Cases cases;
    for (std::size_t i = 2 + random() % 20; i > 0; --i)
      cases.push_back(
          {static_cast<double>(random() % 5), random() % 2 == 0, static_cast<int>(random() % 3)});
    for (const bool strata : {false, true}) {
      double pairs = 0.0;
      double right = 0.0;
      for (const ScoredCase& a : cases) {
        for (const ScoredCase& b : cases) {
          if (!a.positive || b.positive || (strata && a.stratum != b.stratum)) continue;
          pairs += 1.0;
          right += a.score > b.score ? 1.0 : a.score == b.score ? 0.5 : 0.0;
        }
      }
      const auto found = strata ? auc_within_strata(cases) : auc(cases);
      ASSERT_EQ(found.has_value(), pairs > 0.0);
      if (found) {
        ASSERT_NEAR(*found, right / pairs, 1e-12);
      }
    }
  }
}

TEST(Auc, LeavesOutPairsOfDifferentStrata) {
  const Cases cases = {{0.2, true, 0}, {0.1, false, 0}, {0.8, true, 1}, {0.7, false, 1}};
  EXPECT_DOUBLE_EQ(*auc(cases), 0.75);
  EXPECT_DOUBLE_EQ(*auc_within_strata(cases), 1.0);
}

TEST(BalancedAccuracy, IsTheMeanOfTheRecalls) {
  const std::vector<int> truth = {1, 1, 1, 0};
  const std::vector<int> called = {1, 1, 0, 0};
  EXPECT_NEAR(*balanced_accuracy(truth, called), (2.0 / 3.0 + 1.0) / 2.0, 1e-12);
  EXPECT_NEAR(*balanced_accuracy(truth, std::vector<int>{1, 1, 1, 1}), 0.5, 1e-12)
      << "saying the same always is chance";
  EXPECT_FALSE(balanced_accuracy(std::vector<int>{1, 1}, std::vector<int>{0, 1}));
}

TEST(MacroF1, CountsEveryClassThatOccursAlike) {
  // Class 0: 2/3; class 1: 2/4; class 2 never called: 0.
  const std::vector<int> truth = {0, 0, 1, 2};
  const std::vector<int> called = {0, 1, 1, 1};
  EXPECT_NEAR(*macro_f1(truth, called), (2.0 / 3.0 + 0.5) / 3.0, 1e-12);
  EXPECT_NEAR(*macro_f1(std::vector<int>{0, 0}, std::vector<int>{0, 3}), (2.0 / 3.0) / 2.0, 1e-12)
      << "a class that is only called counts, too";
  EXPECT_FALSE(macro_f1({}, {}));
}

TEST(TopK, CountsTheFirstK) {
  const std::vector<std::size_t> ranks = {0, 2, 3, 0};
  EXPECT_DOUBLE_EQ(*top_k(ranks, 1), 0.5);
  EXPECT_DOUBLE_EQ(*top_k(ranks, 3), 0.75);
  EXPECT_FALSE(top_k({}, 1));
}

TEST(Correlation, CountsByHand) {
  // Deviations -1 0 1 and -1 1 0: 1 / sqrt(2 * 2).
  EXPECT_NEAR(*correlation(std::vector<double>{1, 2, 3}, std::vector<double>{1, 3, 2}), 0.5, 1e-12);
  EXPECT_NEAR(*correlation(std::vector<double>{1, 2, 3}, std::vector<double>{6, 4, 2}), -1.0,
              1e-12);
  EXPECT_FALSE(correlation(std::vector<double>{1, 2}, std::vector<double>{4, 4}));
  EXPECT_FALSE(correlation(std::vector<double>{1}, std::vector<double>{4}));
}

TEST(PartialCorrelation, TakesOutWhatIsHeld) {
  // x = z + a and y = z - a with a and z unrelated: .0 - .5 over .5.
  const std::vector<double> z = {-1, -1, 1, 1};
  const std::vector<double> x = {-2, 0, 0, 2};
  const std::vector<double> y = {0, -2, 2, 0};
  EXPECT_NEAR(*correlation(x, y), 0.0, 1e-12);
  EXPECT_NEAR(*partial_correlation(x, y, z), -1.0, 1e-12);
  EXPECT_FALSE(partial_correlation(z, y, z)) << "held determines one of them";
}

}  // namespace
}  // namespace barometer
