#include "text/segment.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "core/utf8.hpp"

namespace barometer {
namespace {

std::vector<std::string> pieces(std::string_view text, std::size_t max_words = 40) {
  std::vector<std::string> found;
  for (const ByteSpan span : sentences(text, max_words)) found.emplace_back(slice(text, span));
  return found;
}

TEST(Sentences, FollowPunctuation) {
  EXPECT_EQ(pieces("I called her. She said no! Then?"),
            (std::vector<std::string>{"I called her.", "She said no!", "Then?"}));
}

TEST(Sentences, CutSpeechWithoutPunctuationAtClauses) {
  const auto found =
      pieces("we had no pumps left and i drove out to the depot so we could start before noon", 10);
  ASSERT_GT(found.size(), 1U);
  for (std::size_t i = 1; i < found.size(); ++i)
    EXPECT_TRUE(found[i].starts_with("and") || found[i].starts_with("so") ||
                found[i].starts_with("i "))
        << found[i];
}

TEST(Words, KeepContractionsWhole) {
  const std::string text = "I don't, uh, 3.5 -- ok";
  std::vector<std::string> found;
  for (const ByteSpan span : words(text)) found.emplace_back(slice(text, span));
  EXPECT_EQ(found, (std::vector<std::string>{"I", "don't", "uh", "3.5", "ok"}));
}

// Property: whatever the text, sentences are in order, on boundaries, and cover every word.
TEST(Sentences, CoverEveryWordOfRandomText) {
  std::mt19937 random(20261124);
  const std::vector<std::string> parts = {"I",
                                          "we",
                                          " ",
                                          " ",
                                          "\n",
                                          ". ",
                                          "d\xc3\xa9j\xc3\xa0",
                                          "\xf0\x9f\x98\x80",
                                          "?",
                                          "and",
                                          "...",
                                          "\"",
                                          "\xe4\xbd\xa0",
                                          "\r\n",
                                          "-"};
  for (int round = 0; round < 300; ++round) {
    std::string text;
    const auto length = random() % 200;
    for (std::size_t i = 0; i < length; ++i) text += parts[random() % parts.size()];
    std::size_t before = 0;
    std::size_t covered = 0;
    for (const ByteSpan span : sentences(text, 8)) {
      ASSERT_LE(before, span.begin);
      ASSERT_LT(span.begin, span.end);
      ASSERT_TRUE(utf8::is_boundary(text, span.begin) && utf8::is_boundary(text, span.end));
      covered += count_words(slice(text, span));
      before = span.end;
    }
    EXPECT_EQ(covered, count_words(text)) << text;
  }
}

}  // namespace
}  // namespace barometer
