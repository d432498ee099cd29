#include "interviewer/noun_phrases.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/random.hpp"
#include "interviewer/clauses.hpp"

namespace barometer {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> nouns(const std::string& text) {
  std::vector<std::string> words;
  for (const NounPhrase& one : noun_phrases(speech_of(text))) words.push_back(one.words);
  return words;
}

std::vector<std::string> ours(const std::string& text) {
  std::vector<std::string> words;
  for (const Clause& one : we_clauses(speech_of(text))) words.push_back(one.words);
  return words;
}

std::vector<std::string> claimed(const std::string& text) {
  std::vector<std::string> words;
  for (const Clause& one : claims(speech_of(text))) words.push_back(one.words);
  return words;
}

TEST(NounPhrases, AreTheCandidatesOwnWords) {
  EXPECT_THAT(nouns("We replaced the pumps in the old mill."), Contains("pumps"));
  EXPECT_THAT(nouns("I wrote a night roster for the relief porters."),
              ElementsAre("night roster", "relief porters"));
}

TEST(NounPhrases, EndBeforeVerbs) {
  EXPECT_THAT(nouns("The pumps leak when it rains."), ElementsAre("pumps"));
  EXPECT_THAT(nouns("That reminds me of something."), IsEmpty());
  EXPECT_THAT(nouns("to drive impactful outcomes"), IsEmpty());
}

TEST(NounPhrases, LeaveOutWhatIsPrivateOrUnkind) {
  EXPECT_THAT(nouns("I helped the pregnant women and the sick colleagues."), IsEmpty());
  EXPECT_THAT(nouns("The stupid roster was theirs."), Not(Contains("stupid roster")));
  EXPECT_THAT(nouns("My mother and the union came."), IsEmpty());
}

TEST(NounPhrases, KnowWhatWasMadeAndWhatIsMany) {
  const auto made = noun_phrases(speech_of("I built a small tracker."));
  ASSERT_EQ(made.size(), 1U);
  EXPECT_TRUE(made[0].made);
  const auto many = noun_phrases(speech_of("There were many complaints."));
  ASSERT_EQ(many.size(), 1U);
  EXPECT_TRUE(many[0].many);
}

TEST(NounPhrases, QuoteWhatTheGroupDidAndWhatIsClaimed) {
  EXPECT_THAT(ours("We moved the servers, and it worked."), ElementsAre("We moved the servers"));
  EXPECT_THAT(ours("We were happy."), IsEmpty());
  EXPECT_THAT(claimed("Customers were happier."), ElementsAre("Customers were happier"));
  EXPECT_THAT(claimed("He was not pleased."), IsEmpty());
}

// Whatever the input, spans lie on the words that they name.
TEST(NounPhrases, KeepTheirPlacesInRandomText) {
  const std::vector<std::string> parts = {
      "the ",   "pumps ", "we ", "moved ",  "caf\u00E9s ", ", ",    ". ", "a ",
      "\u201C", "my ",    "12 ", "roster ", "of ",         "many ", "\n", "?"};
  Random random{7};
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (std::size_t i = 0; i < 20; ++i) text += parts[random.below(parts.size())];
    for (const NounPhrase& one : noun_phrases(speech_of(text)))
      EXPECT_EQ(slice(text, one.span), one.words) << text;
    for (const Clause& one : we_clauses(speech_of(text)))
      EXPECT_EQ(slice(text, one.span), one.words) << text;
  }
}

}  // namespace
}  // namespace barometer
