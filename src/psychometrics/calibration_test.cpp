#include "psychometrics/calibration.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace barometer {
namespace {

using Forecasts = std::vector<Forecast>;
using Decisions = std::vector<Decision>;

TEST(BrierScore, IsTheMeanSquare) {
  EXPECT_NEAR(*brier_score(Forecasts{{0.8, 1}, {0.3, 0}}), (0.04 + 0.09) / 2.0, 1e-12);
  EXPECT_DOUBLE_EQ(*brier_score(Forecasts{{0.5, 0.5}}), 0.0) << "a share of raters";
  EXPECT_FALSE(brier_score(Forecasts{}));
}

TEST(Reliability, HasBinsOfEqualMass) {
  const auto points = reliability(Forecasts{{0.9, 1}, {0.1, 0}, {0.2, 1}, {0.8, 1}}, 2);
  ASSERT_EQ(points.size(), 2U);
  EXPECT_NEAR(points[0].predicted, 0.15, 1e-12);
  EXPECT_NEAR(points[0].observed, 0.5, 1e-12);
  EXPECT_NEAR(points[1].predicted, 0.85, 1e-12);
  EXPECT_NEAR(points[1].observed, 1.0, 1e-12);
  EXPECT_EQ(points[1].n, 2U);
}

TEST(Reliability, NeverPartsEqualForecasts) {
  const auto points = reliability(Forecasts{{0.5, 0}, {0.5, 1}, {0.5, 1}, {0.9, 1}}, 2);
  ASSERT_EQ(points.size(), 2U);
  EXPECT_EQ(points[0].n, 3U);
  EXPECT_EQ(points[1].n, 1U);
  EXPECT_EQ(reliability(Forecasts{{0.5, 0}, {0.5, 1}}, 10).size(), 1U);
  EXPECT_TRUE(reliability(Forecasts{}, 3).empty());
}

TEST(Reliability, HoldsEveryForecastOnceWhateverTheOrder) {
  std::mt19937 random(3);
  for (int round = 0; round < 100; ++round) {
    Forecasts forecasts;
    for (std::size_t i = random() % 40; i > 0; --i)
      forecasts.push_back(
          {static_cast<double>(random() % 8) / 8.0, static_cast<double>(random() % 2)});
    const auto points = reliability(forecasts, 5);
    std::reverse(forecasts.begin(), forecasts.end());
    EXPECT_EQ(points.size(), reliability(forecasts, 5).size());
    std::size_t n = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
      n += points[i].n;
      if (i > 0) {
        EXPECT_LT(points[i - 1].predicted, points[i].predicted);
      }
    }
    EXPECT_EQ(n, forecasts.size());
    EXPECT_LE(points.size(), 5U);
  }
}

TEST(CalibrationError, WeighsTheGapsOfTheBins) {
  // |.5 - .15| and |1 - .85|, half of the forecasts each.
  EXPECT_NEAR(*calibration_error(Forecasts{{0.1, 0}, {0.2, 1}, {0.8, 1}, {0.9, 1}}, 2), 0.25,
              1e-12);
  EXPECT_NEAR(*calibration_error(Forecasts{{0.5, 0}, {0.5, 1}}, 4), 0.0, 1e-12);
  EXPECT_FALSE(calibration_error(Forecasts{}, 2));
}

TEST(CoverageRisk, KeepsTheSurestFirst) {
  const Decisions decisions = {{0.6, 1}, {0.9, 0}, {0.7, 0}, {0.8, 1}};
  const auto points = coverage_risk(decisions);
  ASSERT_EQ(points.size(), 4U);
  EXPECT_EQ(points[0], (CoveragePoint{0.25, 0.0, 0.9}));
  EXPECT_EQ(points[1], (CoveragePoint{0.5, 0.5, 0.8}));
  EXPECT_NEAR(points[2].risk, 1.0 / 3.0, 1e-12);
  EXPECT_EQ(points[3], (CoveragePoint{1.0, 0.5, 0.6}));
  EXPECT_NEAR(*area_under_coverage_risk(decisions), (0.0 + 0.5 + 1.0 / 3.0 + 0.5) / 4.0, 1e-12);
  EXPECT_DOUBLE_EQ(*risk_at(decisions, 0.5), 0.5);
  EXPECT_DOUBLE_EQ(*risk_at(decisions, 1.0), 0.5);
  EXPECT_DOUBLE_EQ(*risk_at(decisions, 0.01), 0.0) << "at least one is kept";
}

TEST(CoverageRisk, LetsEquallySureOnesStandForEachOther) {
  const Decisions one = {{0.5, 1}, {0.5, 0}};
  const Decisions other = {{0.5, 0}, {0.5, 1}};
  EXPECT_EQ(coverage_risk(one).size(), 1U);
  EXPECT_DOUBLE_EQ(*area_under_coverage_risk(one), 0.5);
  EXPECT_DOUBLE_EQ(*area_under_coverage_risk(other), 0.5);
  EXPECT_DOUBLE_EQ(*risk_at(one, 0.5), 0.5);
  EXPECT_DOUBLE_EQ(*risk_at(other, 0.5), 0.5);
}

TEST(CoverageRisk, SaysNothingOfNothing) {
  EXPECT_TRUE(coverage_risk({}).empty());
  EXPECT_FALSE(area_under_coverage_risk({}));
  EXPECT_FALSE(risk_at({}, 0.5));
}

}  // namespace
}  // namespace barometer
