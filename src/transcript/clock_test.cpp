#include "transcript/clock.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace barometer {
namespace {

std::optional<std::int64_t> ms(std::string_view text) {
  const auto clock = whole_clock(text);
  return clock ? std::optional(clock->ms) : std::nullopt;
}

TEST(Clock, ReadsEveryWayTranscriptsWriteTimes) {
  EXPECT_EQ(ms("0:03"), 3'000);
  EXPECT_EQ(ms("75:03"), 4'503'000);
  EXPECT_EQ(ms("1:02:03"), 3'723'000);
  EXPECT_EQ(ms("00:02:24.720"), 144'720);
  EXPECT_EQ(ms("00:00:04,1"), 4'100);
  EXPECT_EQ(ms(" 59:59.500 "), 3'599'500);
}

TEST(Clock, RefusesWhatIsNoTime) {
  for (const auto* text : {"", ":", "3", "3:4", "3:60", "00:00:60", "1:2:03", "00:00:04.1234",
                           "123456:00", "-0:03", "0:03x", "00:00:xx"}) {
    EXPECT_EQ(ms(text), std::nullopt) << text;
  }
}

TEST(Clock, SaysHowMuchOfTheTextIsATime) {
  const auto clock = read_clock("0:0912 people");
  ASSERT_TRUE(clock);
  EXPECT_EQ(clock->length, 4U);
  EXPECT_EQ(clock->ms, 9'000);
}

TEST(Clock, ReadsBackAnyTimeItIsShown) {
  std::mt19937 random(7);
  std::uniform_int_distribution<std::int64_t> any(0, 359'999'999);
  for (int i = 0; i < 1'000; ++i) {
    const auto time = any(random);
    char text[32];
    std::snprintf(text, sizeof text, "%02d:%02d:%02d.%03d", static_cast<int>(time / 3'600'000),
                  static_cast<int>(time / 60'000 % 60), static_cast<int>(time / 1'000 % 60),
                  static_cast<int>(time % 1'000));
    EXPECT_EQ(ms(text), time) << text;
  }
}

TEST(Clock, ReadsARangeInBrackets) {
  const auto clock = read_bracketed_clock("[00:00:00.000 --> 00:00:05.250]   Why?");
  ASSERT_TRUE(clock);
  EXPECT_EQ(clock->start_ms, 0);
  EXPECT_EQ(clock->end_ms, 5'250);
  EXPECT_EQ(clock->length, 34U);
  EXPECT_FALSE(read_bracketed_clock("[00:03:10 Dana"));
  EXPECT_FALSE(read_bracketed_clock("(laughs)"));
}

TEST(WallClock, CountsFromTheFirstTime) {
  WallClock clock;
  EXPECT_EQ(clock.since_first(10'000'000), 0);
  EXPECT_EQ(clock.since_first(10'007'000), 7'000);
  EXPECT_EQ(clock.since_first(9'999'000), std::nullopt);
  EXPECT_EQ(clock.since_first(10'008'000), 8'000);
}

TEST(WallClock, PassesOneMidnight) {
  constexpr std::int64_t day_ms = 86'400'000;
  WallClock clock;
  EXPECT_EQ(clock.since_first(day_ms - 10'000), 0);
  EXPECT_EQ(clock.since_first(4'000), 14'000);
  EXPECT_EQ(clock.since_first(day_ms - 2'000), 8'000);  // a late line
  EXPECT_EQ(clock.since_first(60'000), 70'000);
}

}  // namespace
}  // namespace barometer
