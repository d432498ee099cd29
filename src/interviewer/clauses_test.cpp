#include "interviewer/clauses.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/random.hpp"

namespace barometer {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> acts(const std::string& text) {
  std::vector<std::string> words;
  for (const OwnAct& one : own_acts(speech_of(text))) words.push_back(one.words);
  return words;
}

std::vector<std::string> words_of(const std::vector<Clause>& clauses) {
  std::vector<std::string> words;
  for (const Clause& one : clauses) words.push_back(one.words);
  return words;
}

TEST(OwnActs, AreSaidInTheSecondPerson) {
  EXPECT_THAT(acts("I moved my shift to Friday."), ElementsAre("moved your shift to Friday"));
  EXPECT_THAT(acts("Then I repaired the gate myself."), ElementsAre("repaired the gate yourself"));
}

TEST(OwnActs, GoOnBehindAnd) {
  EXPECT_THAT(acts("I swept the track and put a mat down."),
              ElementsAre("swept the track", "put a mat down"));
  EXPECT_THAT(acts("So I swept it and put a mat down."), ElementsAre("put a mat down"));
  EXPECT_THAT(acts("I swept the track and she put a mat down."), ElementsAre("swept the track"));
}

TEST(OwnActs, EndWhereAnotherClauseBegins) {
  EXPECT_THAT(acts("so i took apart the loose ones and i found that one cell was gone"),
              ElementsAre("took apart the loose ones"));
  EXPECT_THAT(acts("none after i dug the pipe out myself took two days"),
              ElementsAre("dug the pipe out yourself"));
  EXPECT_THAT(acts("I phoned the baker who has the large oven."), ElementsAre("phoned the baker"));
}

TEST(OwnActs, LeaveOutWhatCannotBeGivenBack) {
  for (const char* text :
       {"I was happy.", "I burned ninety.", "I showed him on paper.", "I noticed the smell of gas.",
        "I moved it.", "I moved our desks.", "I never checked the list.",
        "I delivered impactful outcomes.", "He moved the desks.", "I helped my sick mother.",
        "We moved the desks.", "I think the desks moved."})
    EXPECT_THAT(acts(text), IsEmpty()) << text;
}

TEST(OwnActs, KnowDecisionsAndReasons) {
  const auto decided = own_acts(speech_of("I decided to close the pool because it smelled."));
  ASSERT_EQ(decided.size(), 1U);
  EXPECT_TRUE(decided[0].decision);
  EXPECT_TRUE(decided[0].explained);
  const auto moved = own_acts(speech_of("I moved the count to Friday."));
  ASSERT_EQ(moved.size(), 1U);
  EXPECT_TRUE(moved[0].change);
  EXPECT_FALSE(moved[0].explained);
}

TEST(Clauses, AreVagueWhereNothingCouldBeSeen) {
  EXPECT_THAT(words_of(vague_acts(speech_of("I supported him all along."))),
              ElementsAre("I supported him all along"));
  EXPECT_THAT(words_of(vague_acts(speech_of("I drove a culture transformation."))),
              ElementsAre("I drove a culture transformation"));
  EXPECT_THAT(words_of(vague_acts(speech_of("I drove the van to Kent."))), IsEmpty());
}

TEST(Clauses, TellWhoWasAgainstIt) {
  EXPECT_THAT(words_of(oppositions(speech_of("The finance director was against it at first."))),
              ElementsAre("The finance director was against it at first"));
  EXPECT_THAT(words_of(oppositions(speech_of("I was against it."))), IsEmpty());
}

// Whatever the input, an act lies on words that were said.
TEST(OwnActs, KeepTheirPlacesInRandomText) {
  const std::vector<std::string> parts = {
      "I ",  "moved ", "decided to ", "my ", "the count ", ", ",  ". ",      "and ",
      "we ", "it ",    "caf\u00E9s ", "to ", "not ",       "on ", "Friday ", "?"};
  Random random{11};
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (std::size_t i = 0; i < 24; ++i) text += parts[random.below(parts.size())];
    const Speech speech = speech_of(text);
    for (const OwnAct& one : own_acts(speech)) {
      EXPECT_LT(one.span.begin, one.span.end) << text;
      EXPECT_LE(one.span.end, text.size()) << text;
    }
    for (const auto& clauses : {we_clauses(speech), vague_acts(speech), oppositions(speech)}) {
      for (const Clause& one : clauses) EXPECT_EQ(slice(text, one.span), one.words) << text;
    }
  }
}

}  // namespace
}  // namespace barometer
