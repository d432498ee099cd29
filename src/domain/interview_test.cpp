#include "domain/interview.hpp"

#include <gtest/gtest.h>

#include "support/script.hpp"

namespace barometer {
namespace {

TEST(Exchanges, JoinTheCuesOfOneAnswer) {
  const auto said = test::transcript(
      "I: Why?\nC: Because the\nC: pumps failed.\nI: What did you do then?\nC: I drove.\n");
  const auto found = exchanges_of(said);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].exchange.question, "Why?");
  EXPECT_EQ(found[0].exchange.answer, "Because the pumps failed.");
  EXPECT_EQ(found[1].exchange.answer, "I drove.");
}

TEST(Exchanges, AreNotCutByAListeningNoise) {
  const auto said = test::transcript("I: Why?\nC: We lost it.\nI: Mm-hm.\nC: So I called.\n");
  const auto found = exchanges_of(said);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].exchange.answer, "We lost it. So I called.");
}

TEST(Exchanges, KeepTheTopicOfAFollowUp) {
  const auto said = test::transcript(
      "I: Tell me about a time when you had to deliver something with much less than you had asked "
      "for.\nC: Once.\n"
      "I: What else?\nC: That's it.\n");
  const auto found = exchanges_of(said);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_TRUE(found[1].follow_up);
  ASSERT_EQ(found[1].exchange.context.size(), 1U);
  EXPECT_EQ(found[1].exchange.context[0].second, "Once.");
}

TEST(Exchanges, StartANewTopicWithAShortQuestionThatOpensOne) {
  const auto said = test::transcript(
      "I: Tell me about a promise you made to a customer.\nC: Once.\nI: Tell me about a target you "
      "missed.\nC: May.\n");
  const auto found = exchanges_of(said);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_FALSE(found[1].follow_up);
  EXPECT_TRUE(found[1].exchange.context.empty());
}

TEST(Exchanges, LeaveOutUnknownSpeakers) {
  const auto said = test::transcript("I: Why?\nC: I left.\n?: noise from the door\n");
  EXPECT_EQ(exchanges_of(said)[0].exchange.answer, "I left.");
}

TEST(PassagesOf, FindBothSidesOfACueBreak) {
  const auto said = test::transcript("I: Why?\nC: I drove out\nC: to the depot.\n");
  const auto exchange = exchanges_of(said).front();
  const auto begin = exchange.exchange.answer.find("drove");
  const auto found = passages_of(said, exchange, {begin, exchange.exchange.answer.size()});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].quote, "drove out");
  EXPECT_EQ(found[1].quote, "to the depot.");
  for (const Passage& passage : found) {
    ASSERT_EQ(passage.source.size(), 1U);
    EXPECT_EQ(slice(said.source, passage.source[0]), passage.quote);
  }
}

}  // namespace
}  // namespace barometer
