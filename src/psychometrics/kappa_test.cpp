#include "psychometrics/kappa.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

#include "psychometrics/human_ceiling.hpp"

namespace barometer {
namespace {

// The data set "anxiety" of the R package irr: 20 persons by 3 raters, 1 to 6.
constexpr const char* anxiety =
    "332 361 344 464 523 542 221 346 531 231 221 632 133 533 221 221 113 233 432 342";
constexpr std::array<int, 6> one_to_six = {1, 2, 3, 4, 5, 6};
constexpr double printed = 5e-7;

std::vector<int> rater(std::size_t number) {
  std::vector<int> ratings;
  for (std::size_t i = number; i < std::string(anxiety).size(); i += 4)
    ratings.push_back(anxiety[i] - '0');
  return ratings;
}

std::vector<double> as_scores(const std::vector<int>& ratings) {
  return {ratings.begin(), ratings.end()};
}

TEST(CohenKappa, GivesTheValuesOfTheAnxietyData) {
  const auto kappa = [](std::size_t a, std::size_t b, KappaWeights weights) {
    return *cohen_kappa(rater(a), rater(b), one_to_six, weights);
  };
  EXPECT_NEAR(kappa(0, 1, KappaWeights::None), 0.119497, printed);
  EXPECT_NEAR(kappa(0, 1, KappaWeights::Linear), 0.189189, printed);
  EXPECT_NEAR(kappa(0, 1, KappaWeights::Quadratic), 0.296765, printed);
  EXPECT_NEAR(kappa(0, 2, KappaWeights::Quadratic), 0.069507, printed);
  EXPECT_NEAR(kappa(1, 2, KappaWeights::Quadratic), 0.229798, printed);
}

// Observed 3/4, expected 1/2 * 1/4 + 1/2 * 3/4 = 1/2.
TEST(CohenKappa, CountsByHand) {
  const std::vector<int> first = {1, 1, 2, 2};
  const std::vector<int> second = {1, 2, 2, 2};
  const std::array<int, 2> categories = {1, 2};
  EXPECT_NEAR(*cohen_kappa(first, second, categories, KappaWeights::None), 0.5, 1e-12);
  EXPECT_NEAR(*cohen_kappa(first, second, categories, KappaWeights::Linear), 0.5, 1e-12)
      << "with two categories the weights are all the same";
}

TEST(CohenKappa, NeedsTheCategoriesThatNobodyUsed) {
  const std::vector<int> first = {1, 2, 4, 4, 1};
  const std::vector<int> second = {1, 4, 4, 2, 2};
  const std::array<int, 4> full = {1, 2, 3, 4};
  const std::array<int, 3> used = {1, 2, 4};
  EXPECT_NE(cohen_kappa(first, second, full, KappaWeights::Quadratic),
            cohen_kappa(first, second, used, KappaWeights::Quadratic));
}

TEST(CohenKappa, SaysNothingWhereNoDisagreementIsExpected) {
  const std::vector<int> same = {2, 2, 2};
  EXPECT_FALSE(cohen_kappa(same, same, one_to_six, KappaWeights::None));
  EXPECT_FALSE(cohen_kappa({}, {}, one_to_six, KappaWeights::None));
}

TEST(QuadraticKappa, IsCohensForCategories) {
  EXPECT_NEAR(*quadratic_kappa(as_scores(rater(0)), as_scores(rater(1))), 0.296765, printed);
  std::mt19937 random(8);
  for (int round = 0; round < 100; ++round) {
    std::vector<int> first;
    std::vector<int> second;
    for (int i = 0; i < 30; ++i) {
      first.push_back(1 + static_cast<int>(random() % 6));
      second.push_back(1 + static_cast<int>(random() % 6));
    }
    ASSERT_NEAR(*quadratic_kappa(as_scores(first), as_scores(second)),
                *cohen_kappa(first, second, one_to_six, KappaWeights::Quadratic), 1e-12);
  }
}

// M = 0 1 2, H = 0.5 1 1.5: error 1/6, variances 2/3 and 1/6, no bias: 1 - (1/6) / (5/6).
TEST(QuadraticKappa, TakesScoresBetweenCategories) {
  EXPECT_NEAR(*quadratic_kappa(std::vector<double>{0, 1, 2}, std::vector<double>{0.5, 1, 1.5}), 0.8,
              1e-12);
}

TEST(QuadraticKappa, CountsABias) {
  // Both vary alike, one lies 2 above: 1 - 4 / (2/3 + 2/3 + 4).
  EXPECT_NEAR(*quadratic_kappa(std::vector<double>{0, 1, 2}, std::vector<double>{2, 3, 4}), 0.25,
              1e-12);
  EXPECT_FALSE(quadratic_kappa(std::vector<double>{1, 1}, std::vector<double>{1, 1}));
  EXPECT_FALSE(quadratic_kappa({}, {}));
}

TEST(HumanCeiling, GivesACopyOfARaterExactlyThatRatersAgreement) {
  for (std::size_t copied = 0; copied < 3; ++copied) {
    std::vector<RatedCase> cases;
    for (std::size_t i = 0; i < rater(0).size(); ++i) {
      RatedCase one;
      for (std::size_t j = 0; j < 3; ++j) one.ratings.push_back(rater(j)[i]);
      one.machine = one.ratings[copied];
      cases.push_back(one);
    }
    const auto ceilings = human_ceilings(cases);
    ASSERT_EQ(ceilings.size(), 3U);
    EXPECT_EQ(ceilings[copied].machine, ceilings[copied].human);
  }
}

TEST(HumanCeiling, HoldsTwoRatersAgainstEachOther) {
  std::vector<RatedCase> cases;
  for (std::size_t i = 0; i < rater(0).size(); ++i)
    cases.push_back({static_cast<double>(rater(2)[i]),
                     {static_cast<double>(rater(0)[i]), static_cast<double>(rater(1)[i])}});
  cases.push_back({1.0, {6.0}});  // one rating: counts nowhere
  const auto ceiling = human_ceiling(cases);
  ASSERT_TRUE(ceiling);
  EXPECT_NEAR(ceiling->human, 0.296765, printed);
  EXPECT_NEAR(ceiling->machine, (0.069507 + 0.229798) / 2.0, printed);
}

TEST(HumanCeiling, NeedsTwoRaters) {
  EXPECT_FALSE(human_ceiling({}));
  EXPECT_FALSE(human_ceiling(std::vector<RatedCase>{{1, {1}}, {2, {3}}}));
}

}  // namespace
}  // namespace barometer
