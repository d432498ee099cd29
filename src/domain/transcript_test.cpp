#include "domain/transcript.hpp"

#include <gtest/gtest.h>

#include "core/json_escape.hpp"
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

TEST(VerbatimPassages, AreCutWhereAnEntityWasUndone) {
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

// "d\u00e9cid\u00e9 seul", as a recogniser writes it that keeps to ASCII.
Transcript escaped() {
  Transcript said;
  said.source = R"({"text":"d\u00e9cid\u00e9 seul"})";
  said.speakers = {{"spk_0", Role::Candidate}};
  Turn turn;
  turn.text =
      "d\xC3\xA9"
      "cid\xC3\xA9 seul";
  turn.source = {9, 30};
  turn.runs = {{0, 9, 1}, {1, 10, 2, 6}, {3, 16, 3}, {6, 19, 2, 6}, {8, 25, 5}};
  said.turns = {turn};
  return said;
}

TEST(VerbatimPassages, RunOnOverAJsonEscape) {
  const auto said = escaped();
  ASSERT_TRUE(faults(said).empty()) << faults(said).front();
  const auto passages = verbatim_passages(said, 0, {0, said.turns[0].text.size()});
  ASSERT_EQ(passages.size(), 1U);
  EXPECT_EQ(passages[0].quote, said.turns[0].text);
  ASSERT_EQ(passages[0].source, (std::vector<ByteSpan>{{9, 30}}));
  EXPECT_EQ(without_json_escapes(slice(said.source, passages[0].source[0])), passages[0].quote);
}

TEST(VerbatimPassages, CoverTheBytesOfAnEscapeAtTheirEnds) {
  const auto said = escaped();
  const auto passages = verbatim_passages(said, 0, {1, 8});
  ASSERT_EQ(passages.size(), 1U);
  EXPECT_EQ(slice(said.source, passages[0].source[0]), R"(\u00e9cid\u00e9)");
}

TEST(VerbatimPassages, NeverHoldHalfACharacter) {
  EXPECT_EQ(quotes(escaped(), 0, {2, 7}), std::vector<std::string>{"cid"});
}

TEST(Faults, SeeAnEscapeThatStandsForSomethingElse) {
  auto said = escaped();
  said.source[15] = 'a';  // "\u00ea"
  EXPECT_FALSE(faults(said).empty());
  said = escaped();
  said.turns[0].runs[1].escape_length = 5;
  EXPECT_FALSE(faults(said).empty());
}

TEST(Faults, SeeATurnThatStandsNowhere) {
  auto said = escaped();
  said.turns[0].runs.clear();
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
