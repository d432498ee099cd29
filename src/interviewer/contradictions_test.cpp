#include "interviewer/contradictions.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace barometer {
namespace {

// "before | now", or nothing.
std::string contradiction(const std::vector<std::string>& answers) {
  std::vector<Speech> speeches;
  for (const std::string& one : answers) speeches.push_back(speech_of(one));
  const auto found = contradiction_in(speeches);
  return found ? found->before + " | " + found->now : "";
}

TEST(Contradictions, LieInNumbers) {
  EXPECT_EQ(contradiction({"There were three people in the kitchen.", "All five of us stayed."}),
            "There were three people in the kitchen | All five of us stayed");
  EXPECT_EQ(contradiction({"It took three weeks.", "I ordered a pump.", "It took six weeks."}),
            "It took three weeks | It took six weeks");
  EXPECT_EQ(contradiction({"It took two months to train them.", "It took five months."}),
            "It took two months to train them | It took five months");
}

TEST(Contradictions, LieInWhoDecided) {
  EXPECT_EQ(contradiction({"I decided to close the pool.", "My manager told me to close it."}),
            "I decided to close the pool | My manager told me to close it");
  EXPECT_EQ(contradiction({"It was my boss's idea.", "It was my own idea, really."}),
            "It was my boss's idea | It was my own idea");
}

TEST(Contradictions, LieInWhetherItWasAskedFor) {
  EXPECT_EQ(contradiction(
                {"Nobody asked me, I collected them.", "The head nurse asked me to repair them."}),
            "Nobody asked me | The head nurse asked me to repair them");
}

TEST(Contradictions, LieInWhoseIdeaItWas) {
  EXPECT_EQ(
      contradiction({"It was my idea to let him run it.", "The owner's idea was to do that."}),
      "It was my idea to let him run it | The owner's idea");
  EXPECT_EQ(contradiction({"I came up with the card.", "It was the owner who came up with it."}),
            "I came up with the card | It was the owner who came up with it");
}

TEST(Contradictions, LieInWhoDidIt) {
  EXPECT_EQ(contradiction({"I wrote the script in a night.", "Tom wrote the script, he is good."}),
            "I wrote the script in a night | Tom wrote the script");
  EXPECT_EQ(contradiction({"I did it all alone from videos.", "My teacher helped me a lot."}),
            "I did it all alone from videos | My teacher helped me");
  EXPECT_EQ(contradiction({"I told the director.", "I never said anything to the director."}),
            "I told the director | I never said anything to the director");
}

TEST(Contradictions, LieInTheOutcome) {
  EXPECT_EQ(contradiction({"There have been no stops at all.", "It still stops twice a month."}),
            "There have been no stops at all | It still stops twice a month");
}

TEST(Contradictions, AreNotSeenWhereBothCanBeTrue) {
  const std::vector<std::vector<std::string>> stories = {
      {"There were three people in the kitchen.", "Two more joined, so there were five of us."},
      {"My manager asked me to look at the pumps and I decided to change one.",
       "I decided to change the others as well."},
      {"Complaints went from 40 to 12.", "Then they went from 12 to 3."},
      {"I wrote the script.", "Tom wrote the manual."},
      {"I decided to close the pool.", "My manager called me and asked what had happened."},
      {"I told the director.", "I never told the staff that I was against it."},
      {"No complaints since then.", "We still count them every week."},
      {"I decided to paint the wall.", "My boss told me to write a report."},
      {"I decided to show him the list.", "He decided to go ahead in May."},
      {"It took three weeks.", "The paint took two weeks to dry."},
      {"I did the drawings alone.", "I met the builder on Monday."},
      {"I told him.", "He told me to sit down."}};
  for (const auto& story : stories) EXPECT_EQ(contradiction(story), "") << story.back();
}

TEST(Contradictions, NeedTwoAnswers) {
  EXPECT_EQ(contradiction({}), "");
  EXPECT_EQ(contradiction({"I decided to close it and then my manager told me to close it."}), "");
}

}  // namespace
}  // namespace barometer
