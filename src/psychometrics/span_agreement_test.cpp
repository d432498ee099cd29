#include "psychometrics/span_agreement.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace barometer {
namespace {

using Marks = std::vector<MarkedSpan>;

MarkedSpan supports(std::size_t begin, std::size_t end) {
  return {{begin, end}, Polarity::Supports};
}
MarkedSpan contradicts(std::size_t begin, std::size_t end) {
  return {{begin, end}, Polarity::Contradicts};
}

TEST(Agree, NeedsHalfOfTheShorterOne) {
  EXPECT_TRUE(agree(supports(0, 10), supports(5, 30)));
  EXPECT_FALSE(agree(supports(0, 10), supports(6, 30)));
  EXPECT_TRUE(agree(supports(0, 100), supports(40, 44))) << "the shorter lies inside";
  EXPECT_FALSE(agree(supports(0, 10), supports(10, 20))) << "touching is not sharing";
}

TEST(Agree, NeedsOnePolarity) { EXPECT_FALSE(agree(supports(0, 10), contradicts(0, 10))); }

TEST(CompareSpans, CountsBothDirections) {
  const Marks given = {supports(0, 10), supports(2, 9), contradicts(40, 50)};
  const Marks sought = {supports(0, 8), supports(20, 30)};
  SpanCounts counts = compare_spans(given, sought);
  EXPECT_EQ(counts.given, 3U);
  EXPECT_EQ(counts.right, 2U);
  EXPECT_EQ(counts.sought, 2U);
  EXPECT_EQ(counts.found, 1U);
  counts += compare_spans({}, sought);
  EXPECT_EQ(counts.given, 3U);
  EXPECT_EQ(counts.sought, 4U);
  EXPECT_EQ(counts.found, 1U);
}

}  // namespace
}  // namespace barometer
