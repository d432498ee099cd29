#include "psychometrics/icc.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <string>

namespace barometer {
namespace {

using Ratings = std::vector<std::vector<double>>;

void expect_icc(const Icc& found, double value, double low, double high, double tolerance) {
  EXPECT_NEAR(found.value, value, tolerance);
  ASSERT_TRUE(found.limits);
  EXPECT_NEAR(found.limits->low, low, tolerance);
  EXPECT_NEAR(found.limits->high, high, tolerance);
}

// Shrout & Fleiss (1979), table 2: 6 targets by 4 judges; they print .17 .29 .71 .44 .62 .91.
TEST(Icc, GivesTheValuesOfShroutAndFleiss) {
  const Ratings ratings = {{9, 2, 5, 8}, {6, 1, 3, 2},  {8, 4, 6, 8},
                           {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}};
  const auto table = icc(ratings);
  ASSERT_TRUE(table);
  EXPECT_NEAR(table->between_targets, 11.24167, 5e-6);
  EXPECT_NEAR(table->within_targets, 6.26389, 5e-6);
  EXPECT_NEAR(table->between_raters, 32.48611, 5e-6);
  EXPECT_NEAR(table->residual, 1.01944, 5e-6);
  constexpr double printed = 1e-5;
  expect_icc(table->one_way.single, 0.165742, -0.132932, 0.722560, printed);
  expect_icc(table->agreement.single, 0.289764, 0.018787, 0.761084, printed);
  expect_icc(table->consistency.single, 0.714841, 0.342465, 0.945858, printed);
  expect_icc(table->one_way.mean, 0.442797, -0.884442, 0.912420, printed);
  expect_icc(table->agreement.mean, 0.620051, 0.071137, 0.927232, printed);
  expect_icc(table->consistency.mean, 0.909316, 0.675675, 0.985892, printed);
}

// The data set "anxiety" of the R package irr, whose documentation prints .198 and F(19, 39.7) =
// 1.83.
TEST(Icc, GivesTheValuesOfTheAnxietyData) {
  const std::string text =
      "332 361 344 464 523 542 221 346 531 231 221 632 133 533 221 221 113 233 432 342";
  Ratings ratings;
  for (std::size_t i = 0; i < text.size(); i += 4)
    ratings.push_back({static_cast<double>(text[i] - '0'), static_cast<double>(text[i + 1] - '0'),
                       static_cast<double>(text[i + 2] - '0')});
  const auto table = icc(ratings);
  ASSERT_TRUE(table);
  constexpr double printed = 5e-7;
  expect_icc(table->agreement.single, 0.197998, -0.038911, 0.493574, printed);
  EXPECT_NEAR(table->agreement.f, 1.826772, printed);
  EXPECT_EQ(table->agreement.f_df1, 19.0);
  EXPECT_NEAR(table->agreement.f_df2, 39.7, 0.05);
  EXPECT_NEAR(table->consistency.single.value, 0.216049, printed);
  EXPECT_NEAR(table->one_way.single.value, 0.175022, printed);
  EXPECT_NEAR(table->agreement.mean.value, 0.425499, printed);
  EXPECT_NEAR(table->consistency.mean.value, 0.452586, printed);
}

TEST(Icc, IsOneWhereAllAgree) {
  const auto table = icc(Ratings{{1, 1}, {2, 2}, {4, 4}});
  ASSERT_TRUE(table);
  for (const IccForm* form : {&table->one_way, &table->agreement, &table->consistency}) {
    EXPECT_DOUBLE_EQ(form->single.value, 1.0);
    EXPECT_DOUBLE_EQ(form->mean.value, 1.0);
    EXPECT_EQ(form->single.limits, (Interval{1.0, 1.0}));
    EXPECT_TRUE(std::isinf(form->f));
  }
}

// One rater a point above the other: B = 2, J = 1.5, E = 0, so 2 / (2 + 2 * 1.5 / 3) by agreement.
TEST(Icc, CountsSeverityInAgreementOnly) {
  const auto table = icc(Ratings{{1, 2}, {2, 3}, {3, 4}});
  ASSERT_TRUE(table);
  EXPECT_DOUBLE_EQ(table->consistency.single.value, 1.0);
  EXPECT_NEAR(table->agreement.single.value, 2.0 / 3.0, 1e-12);
  ASSERT_TRUE(table->agreement.single.limits);
  EXPECT_LT(table->agreement.single.limits->low, 2.0 / 3.0);
  EXPECT_GT(table->agreement.single.limits->high, 2.0 / 3.0);
}

TEST(Icc, NeedsTwoTargetsTwoRatersAndVariation) {
  EXPECT_FALSE(icc(Ratings{}));
  EXPECT_FALSE(icc(Ratings{{1, 2}}));
  EXPECT_FALSE(icc(Ratings{{1}, {2}}));
  EXPECT_FALSE(icc(Ratings{{1, 2}, {1, 2, 3}}));
  EXPECT_FALSE(icc(Ratings{{3, 3}, {3, 3}}));
}

TEST(Icc, KeepsItsLimitsAroundItsValue) {
  std::mt19937 random(2);
  for (int round = 0; round < 200; ++round) {
    Ratings ratings(2 + random() % 8);
    const std::size_t raters = 2 + random() % 4;
    for (auto& row : ratings)
      for (std::size_t j = 0; j < raters; ++j) row.push_back(static_cast<double>(random() % 5));
    const auto table = icc(ratings);
    if (!table) continue;
    for (const IccForm* form : {&table->one_way, &table->agreement, &table->consistency}) {
      for (const Icc* one : {&form->single, &form->mean}) {
        EXPECT_LE(one->value, 1.0 + 1e-12);
        if (!one->limits || !std::isfinite(one->value)) continue;
        EXPECT_TRUE(std::isfinite(one->limits->low) && std::isfinite(one->limits->high));
      }
    }
    // Without severity the F distribution is exact, so the limits surround the value.
    const Icc& exact = table->consistency.single;
    if (exact.limits) {
      EXPECT_LE(exact.limits->low, exact.value + 1e-12);
      EXPECT_GE(exact.limits->high, exact.value - 1e-12);
    }
  }
}

}  // namespace
}  // namespace barometer
