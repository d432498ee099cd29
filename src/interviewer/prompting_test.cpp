#include "interviewer/prompting.hpp"

#include <gtest/gtest.h>

namespace barometer {
namespace {

double call(Gap gap, const char* answer) { return prompted(gap, speech_of(answer)); }

TEST(Prompting, FollowsWhatWasJustSaid) {
  const char* decision = "I refused the order and picked the smaller firm.";
  const char* finding = "It turned out that the seal was perished.";
  const char* change = "I moved the late shift to Tuesdays.";
  const char* lesson = "I taught the new people on Mondays.";
  EXPECT_GT(call(Gap::Reasoning, decision), call(Gap::Reasoning, finding));
  EXPECT_GT(call(Gap::Alternatives, decision), call(Gap::Alternatives, lesson));
  EXPECT_GT(call(Gap::HowKnown, finding), call(Gap::HowKnown, change));
  EXPECT_GT(call(Gap::SideEffects, change), call(Gap::SideEffects, finding));
  EXPECT_GT(call(Gap::Others, lesson), call(Gap::Others, decision));
}

TEST(Prompting, DoesNotAskForReasonsThatWereGiven) {
  EXPECT_LT(call(Gap::Reasoning, "I chose the smaller firm because it had a crane."),
            call(Gap::Reasoning, "I chose the smaller firm."));
}

}  // namespace
}  // namespace barometer
