#include "domain/transcript.hpp"

#include <gtest/gtest.h>

#include "support/script.hpp"

namespace barometer {
namespace {

std::vector<std::string> quotes(const Transcript& transcript, std::size_t turn, ByteSpan span) {
  std::vector<std::string> found;
  for (const Passage& passage : verbatim_passages(transcript, turn, span))
    found.emplace_back(passage.quote);
  return found;
}

TEST(VerbatimPassages, AreOneForPlainText) {
  const auto said = test::transcript(
      "I: Why?\nC: J'ai d\xc3\xa9"
      "cid\xc3\xa9 seul.\n");
  EXPECT_EQ(quotes(said, 1, {0, said.turns[1].text.size()}),
            (std::vector<std::string>{"J'ai d\xc3\xa9"
                                      "cid\xc3\xa9 seul."}));
}

TEST(VerbatimPassages, AreCutWhereAnEscapeWasUndone) {
  Transcript said;
  said.source = "the R&amp;D team left";
  said.speakers = {{"Dana", Role::Candidate}};
  Turn turn;
  turn.text = "the R&D team left";
  turn.source = {0, said.source.size()};
  turn.runs = {{0, 0, 5}, {6, 10, 11}};
  said.turns = {turn};
  ASSERT_TRUE(faults(said).empty());
  EXPECT_EQ(quotes(said, 0, {0, turn.text.size()}),
            (std::vector<std::string>{"the R", "D team left"}));
}

TEST(VerbatimPassages, JoinSingleWordsOfARecogniser) {
  Transcript said;
  said.source = R"(["I","left"])";
  said.speakers = {{"spk_0", Role::Candidate}};
  Turn turn;
  turn.text = "I left";
  turn.source = {2, 10};
  turn.runs = {{0, 2, 1}, {2, 6, 4}};
  said.turns = {turn};
  ASSERT_TRUE(faults(said).empty());
  EXPECT_EQ(quotes(said, 0, {0, 6}), (std::vector<std::string>{"I left"}));
}

TEST(VerbatimPassages, KeepPunctuationThatARecogniserListsApart) {
  Transcript said;
  said.source = R"(["Yes",".","I","left"])";
  said.speakers = {{"spk_0", Role::Candidate}};
  Turn turn;
  turn.text = "Yes. I left";
  turn.source = {2, 20};
  turn.runs = {{0, 2, 3}, {3, 8, 1}, {5, 12, 1}, {7, 16, 4}};
  said.turns = {turn};
  ASSERT_TRUE(faults(said).empty());
  const auto passages = verbatim_passages(said, 0, {0, turn.text.size()});
  ASSERT_EQ(passages.size(), 1U);
  EXPECT_EQ(passages[0].quote, "Yes. I left");
  EXPECT_EQ(passages[0].source.size(), 4U);
}

TEST(Faults, AllowATextThatTheSourceHoldsInEscapedFormOnly) {
  Transcript said;
  said.source = R"("\u3042")";
  said.speakers = {{"spk_0", Role::Candidate}};
  Turn turn;
  turn.text = "\xE3\x81\x82";
  turn.source = {1, 7};
  said.turns = {turn};
  EXPECT_TRUE(faults(said).empty());
  EXPECT_TRUE(quotes(said, 0, {0, turn.text.size()}).empty());
  said.turns[0].source = {};
  EXPECT_FALSE(faults(said).empty());
}

TEST(Faults, SeeATextThatIsNotInTheSource) {
  auto said = test::transcript("C: I left.\n");
  said.turns[0].text = "I stayd";
  EXPECT_FALSE(faults(said).empty());
}

}  // namespace
}  // namespace barometer
