#include "domain/follow_up.hpp"

#include <gtest/gtest.h>

#include "support/pack.hpp"

namespace barometer {
namespace {

TEST(FollowUps, AreProbesIntoWhatWasSaid) {
  const FollowUps follow_ups;
  for (const char* question :
       {"What else?", "Why?", "Which ones exactly?", "What was your part?",
        "How did you measure it?", "How do you know?", "And what did you do with that?",
        "What did the charts tell you?", "Who was all of this for, in the end?",
        "What would you do differently now?", "What\xE2\x80\x99s the number?",
        "How did you know that passing was good enough?", "And once it was decided?",
        "Tell me more about that.", "So who paid for that?"}) {
    EXPECT_TRUE(follow_ups.is_probe(question)) << question;
  }
}

TEST(FollowUps, AreNotQuestionsThatOpenASubject) {
  const FollowUps follow_ups;
  for (const char* question :
       {"Tell me about a goal you missed.", "TELL ME ABOUT A GOAL.", "Give me an example.",
        "What did you learn lately that has nothing to do with your work?",
        "Have you ever disagreed with it?", "How do you make sure that the work is good?",
        "Suppose it were yours.", "Do you have questions for me?",
        "What was it like, on a long day with forty people in the queue and nobody to help you?",
        "Next question. What was your part?"}) {
    EXPECT_FALSE(follow_ups.is_probe(question)) << question;
  }
}

TEST(FollowUps, KnowTheWordsOfThePack) {
  Pack pack = test::small_pack();
  pack.principles[0].questions[0].text = "What was it you changed?";
  pack.principles[0].probes[0].text = "Can you take me one level deeper?";
  const FollowUps with(&pack);
  const FollowUps without;
  EXPECT_FALSE(with.is_probe("Tell me about a rule you broke. Can you take me one level deeper?"));
  EXPECT_TRUE(with.is_probe("I see. Can you take me one level deeper"));
  EXPECT_FALSE(without.is_probe("I see. Can you take me one level deeper"));
  EXPECT_FALSE(with.is_probe("Thank you. what was it you changed?"));
  EXPECT_TRUE(without.is_probe("Thank you. what was it you changed?"));
}

TEST(FollowUps, TakeNoWordsForAProbe) {
  EXPECT_TRUE(FollowUps().is_probe(""));
  EXPECT_TRUE(FollowUps().is_probe("?!"));
}

}  // namespace
}  // namespace barometer
