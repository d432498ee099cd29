#include "psychometrics/krippendorff.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace barometer {
namespace {

using Units = std::vector<std::vector<double>>;

// One word for each unit, one digit for each rater, '*' where a rater said nothing.
Units units_of(const std::string& text) {
  Units units(1);
  for (const char c : text) {
    if (c == ' ') units.emplace_back();
    if (c >= '0' && c <= '9') units.back().push_back(c - '0');
  }
  return units;
}

// Lines are raters here, columns units.
Units columns_of(const std::vector<std::string>& raters) {
  Units units(raters.front().size());
  for (const std::string& rater : raters)
    for (std::size_t i = 0; i < rater.size(); ++i)
      if (rater[i] != '*') units[i].push_back(rater[i] - '0');
  return units;
}

constexpr double printed = 5e-7;  // six digits

// The data of Krippendorff (2011), example C, as in the help of the R package irr.
TEST(KrippendorffAlpha, GivesThePublishedValuesOfExampleC) {
  const Units units = units_of("11*1 2232 3333 3333 2222 1234 4444 1121 2222 *555 **11 **3*");
  EXPECT_NEAR(*krippendorff_alpha(units, Metric::Nominal), 0.743421, printed);
  EXPECT_NEAR(*krippendorff_alpha(units, Metric::Ordinal), 0.815388, printed);
  EXPECT_NEAR(*krippendorff_alpha(units, Metric::Interval), 0.849107, printed);
  EXPECT_NEAR(*krippendorff_alpha(units, Metric::Ratio), 0.797403, printed);
}

// The worked example of the encyclopaedia article: most of it missing.
TEST(KrippendorffAlpha, GivesThePublishedValuesWhereMostIsMissing) {
  const Units units = columns_of({"*****34121133*3", "1*213343*******", "**21344*21133*4"});
  EXPECT_NEAR(*krippendorff_alpha(units, Metric::Nominal), 0.691358, printed);
  EXPECT_NEAR(*krippendorff_alpha(units, Metric::Interval), 0.810845, printed);
  EXPECT_NEAR(*krippendorff_alpha(units, Metric::Ordinal), 0.806721, printed);
  EXPECT_NEAR(*krippendorff_alpha(units, Metric::Ratio), 0.808944, printed);
}

// The data set "anxiety" of the R package irr: 20 persons by 3 raters.
TEST(KrippendorffAlpha, GivesTheValuesOfTheAnxietyData) {
  const Units units =
      units_of("332 361 344 464 523 542 221 346 531 231 221 632 133 533 221 221 113 233 432 342");
  EXPECT_NEAR(*krippendorff_alpha(units, Metric::Ordinal), 0.228387, printed);
  EXPECT_NEAR(*krippendorff_alpha(units, Metric::Interval), 0.170099, printed);
  EXPECT_NEAR(*krippendorff_alpha(units, Metric::Nominal), -0.023725, printed);
}

// By hand: n(1) = 3, n(2) = 1, N = 4, one disagreement counted twice:
// 1 - 3 * 2 / (2 * 3 * 1) = 0.
TEST(KrippendorffAlpha, CountsByHand) {
  EXPECT_NEAR(*krippendorff_alpha(Units{{1, 1}, {1, 2}}, Metric::Nominal), 0.0, 1e-12);
}

TEST(KrippendorffAlpha, IsOneWhereAllAgree) {
  for (const Metric metric : {Metric::Nominal, Metric::Ordinal, Metric::Interval, Metric::Ratio})
    EXPECT_DOUBLE_EQ(*krippendorff_alpha(Units{{1, 1}, {2, 2, 2}, {0, 0}}, metric), 1.0);
}

TEST(KrippendorffAlpha, SaysNothingWhereNothingCanBeCompared) {
  EXPECT_FALSE(krippendorff_alpha(Units{}, Metric::Nominal));
  EXPECT_FALSE(krippendorff_alpha(Units{{1}, {2}, {}}, Metric::Nominal));
  EXPECT_FALSE(krippendorff_alpha(Units{{3, 3}, {3, 3}}, Metric::Interval)) << "no variation";
}

TEST(KrippendorffAlpha, DependsNeitherOnOrderNorOnLoneValues) {
  std::mt19937 random(4);
  for (int round = 0; round < 50; ++round) {
    Units units(12);
    for (auto& unit : units)
      for (std::size_t i = random() % 5; i > 0; --i)
        unit.push_back(static_cast<double>(random() % 4));
    const auto before = krippendorff_alpha(units, Metric::Ordinal);
    for (auto& unit : units) std::reverse(unit.begin(), unit.end());
    std::rotate(units.begin(), units.begin() + 5, units.end());
    units.push_back({9});
    const auto after = krippendorff_alpha(units, Metric::Ordinal);
    ASSERT_EQ(before.has_value(), after.has_value());
    if (before) {
      ASSERT_NEAR(*before, *after, 1e-12);
    }
  }
}

}  // namespace
}  // namespace barometer
