#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "core/utf8.hpp"
#include "report/columns.hpp"
#include "report/digest.hpp"
#include "report/plain_text.hpp"
#include "report/wording.hpp"

namespace barometer::report {
namespace {

using testing::ElementsAre;

// Up to `length` code points of the kinds that hurt: letters, spaces, wide, combining, controls.
std::string random_text(std::mt19937& random, std::size_t length) {
  static const std::vector<char32_t> alphabet = {
      U'a',   U'b',   U'z',    U' ',  U' ',   U'-',    U'.',    0xE9,   0x301,
      0x5B57, 0x6F22, 0x1F600, 0xFF,  0x200D, 0x5D0,   0x627,   0x1B,   0x9B,
      0x202E, 0x2066, 0x0A,    0x0D,  0x09,   0x7F,    0xAD,    0xFE0F, 0x1100,
      0x1161, 0x2028, 0xFFFE,  0x300, 0xA0,   0x1F1E9, 0x1F1EA, 0xE01,  U'1'};
  std::string text;
  const std::size_t points = random() % (length + 1);
  for (std::size_t i = 0; i < points; ++i) utf8::append(text, alphabet[random() % alphabet.size()]);
  return text;
}

TEST(Harmless, ShowsControlCharactersInsteadOfObeyingThem) {
  EXPECT_EQ(harmless("a\x1b[31mb\x07"), "a␛[31mb␇");
  EXPECT_EQ(harmless("c1 \xC2\x9B"
                     "31m del \x7F"),
            "c1 \uFFFD31m del ␡");
  EXPECT_EQ(harmless(std::string_view("nul\0here", 8)), "nul␀here");
}

TEST(Harmless, TurnsEveryLineBreakIntoASpace) {
  EXPECT_EQ(harmless("a\nb\rc\td\u2028e\u0085f"), "a b c d e f");
}

TEST(Harmless, TakesTheReadingDirectionOutOfForeignHands) {
  EXPECT_EQ(harmless("\u202Egnp.exe\u2069"), "\uFFFDgnp.exe\uFFFD");
}

TEST(Harmless, LeavesSpeechOfEveryScriptAlone) {
  const std::string speech =
      "Décidé — “so”, שלום, 我决定了, नमस्ते, 👩‍⚕️.";
  EXPECT_EQ(harmless(speech), speech);
}

TEST(Harmless, MasksBytesThatAreNoText) { EXPECT_EQ(harmless("a\xFFz"), "a?z"); }

TEST(Harmless, LeavesNoControlInRandomText) {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    const std::string shown = harmless(random_text(random, 40));
    ASSERT_FALSE(utf8::first_invalid(shown));
    std::size_t offset = 0;
    while (offset < shown.size()) {
      const char32_t point = utf8::next(shown, offset);
      ASSERT_TRUE(point >= 0x20 && !(point >= 0x7F && point < 0xA0)) << static_cast<int>(point);
    }
  }
}

TEST(Columns, CountWideAndCombiningCharacters) {
  EXPECT_EQ(columns("abc"), 3U);
  EXPECT_EQ(columns("漢字"), 4U);
  EXPECT_EQ(columns("e\u0301"), 1U);
  EXPECT_EQ(columns("é – “x”"), 7U);
  EXPECT_EQ(columns("\U0001F600"), 2U);
  EXPECT_EQ(columns("■■◐"), 3U);
  EXPECT_EQ(columns("\u1112\u1161\u11AB"), 2U);
}

TEST(Wrapped, BreaksBetweenWords) {
  EXPECT_THAT(wrapped("I drove out to the depot", 11),
              ElementsAre("I drove out", "to the", "depot"));
  EXPECT_THAT(wrapped("", 11), ElementsAre(""));
  EXPECT_THAT(wrapped("   ", 11), ElementsAre(""));
}

TEST(Wrapped, BreaksWordsThatAreWiderThanALine) {
  EXPECT_THAT(wrapped("abcdefghij kl", 4), ElementsAre("abcd", "efgh", "ij", "kl"));
  EXPECT_THAT(wrapped("e\u0301e\u0301e\u0301", 2), ElementsAre("e\u0301e\u0301", "e\u0301"));
}

TEST(Wrapped, BreaksBetweenWideCharacters) {
  EXPECT_THAT(wrapped("我一个人决定", 5), ElementsAre("我一", "个人", "决定"));
}

std::string without_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

TEST(Wrapped, LosesNothingAndKeepsTheWidth) {
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    const std::string text = harmless(random_text(random, 120));
    const std::size_t width = 10 + random() % 60;
    std::string together;
    for (const std::string& line : wrapped(text, width)) {
      ASSERT_LE(columns(line), width) << line;
      together += line;
    }
    ASSERT_EQ(without_spaces(together), without_spaces(text));
  }
}

TEST(Shortened, KeepsWhatFitsAndMarksTheRest) {
  EXPECT_EQ(shortened("I drove", 10), "I drove");
  EXPECT_EQ(shortened("I drove out to the depot", 10), "I drove …");
  std::mt19937 random(13);
  for (int round = 0; round < 500; ++round) {
    const std::string text = harmless(random_text(random, 80));
    ASSERT_LE(columns(shortened(text, 12)), 12U) << text;
  }
}

TEST(Wording, TellsTimesAsOnAClock) {
  EXPECT_EQ(clock(0), "0:00");
  EXPECT_EQ(clock(252'999), "4:12");
  EXPECT_EQ(clock(3'852'000), "1:04:12");
  EXPECT_EQ(duration(95'000), "95 seconds");
  EXPECT_EQ(duration(1'000), "1 second");
  EXPECT_EQ(duration(31 * 60'000 + 20'000), "31 minutes");
}

TEST(Wording, GivesScoresASignUnlessTheyAreNothing) {
  EXPECT_EQ(signed_score(0.424), "+0.42");
  EXPECT_EQ(signed_score(-0.1), "−0.10");
  EXPECT_EQ(signed_score(-0.001), "0.00");
  EXPECT_EQ(percent(0.871), "87\u00A0%");
}

TEST(Wording, SaysWhoseActItWas) {
  EXPECT_EQ(words(Mode::Did, Agency::Mine), "did it");
  EXPECT_EQ(words(Mode::Would, Agency::Ours), "would do it together");
  EXPECT_EQ(words(Mode::Did, Agency::Other), "somebody else did it");
  EXPECT_EQ(words(Mode::Says, Agency::Other), "says so");
}

TEST(Wording, HasASentenceForEveryAbstention) {
  for (int i = 1; i <= static_cast<int>(Abstention::NotVerbatim); ++i) {
    EXPECT_FALSE(sentence(static_cast<Abstention>(i)).empty()) << i;
  }
}

TEST(Wording, ListsAndCounts) {
  EXPECT_EQ(listed({}), "");
  EXPECT_EQ(listed({"a"}), "a");
  EXPECT_EQ(listed({"a", "b", "c"}), "a, b and c");
  EXPECT_EQ(counted(1, "quote"), "1 quote");
  EXPECT_EQ(counted(0, "quote"), "0 quotes");
}

// FIPS 180-2, appendix B.1, and the digest of the empty message.
TEST(Digest, IsSha256) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_base64(""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
}

}  // namespace
}  // namespace barometer::report
