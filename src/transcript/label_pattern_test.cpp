#include "transcript/label_pattern.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <string>
#include <vector>

#include "transcript/importer.hpp"

namespace barometer {
namespace {

using testing::HasSubstr;

// What the pattern takes for the label of `line`, so that a failing test prints words.
std::string label(std::string_view regex, std::string_view line) {
  const auto pattern = make_label_pattern(regex);
  if (!pattern) return "error: " + pattern.error().message;
  LabelMatcher matcher(*pattern);
  const auto found = matcher.match(line);
  if (!found) return "error: " + found.error().message;
  return *found ? std::string((*found)->label) : "none";
}

// "Dana: Why?" for every turn.
std::vector<std::string> turns(std::string_view regex, const std::string& text,
                               std::optional<std::string_view> format = std::nullopt) {
  const auto pattern = make_label_pattern(regex);
  if (!pattern) return {"error: " + pattern.error().message};
  const auto read = import_transcript(text, format, {}, &*pattern);
  if (!read) return {"error: " + read.error().message};
  std::vector<std::string> found = faults(*read);
  for (const Turn& turn : read->turns) {
    std::string time = turn.start_ms ? std::to_string(*turn.start_ms) + " " : "";
    found.push_back(time + read->speakers[turn.speaker].name + ": " + turn.text);
  }
  return found;
}

TEST(LabelPattern, TakesTheNamedGroupOrTheFirst) {
  EXPECT_EQ(label(R"((\w+)> )", "Dana> Why?"), "Dana");
  EXPECT_EQ(label(R"((\d+) \| (?<speaker>[^|]+)\|)", "3 | Dana Osei | Why?"), "Dana Osei");
  EXPECT_EQ(label(R"((?<time>[\d:]+) (\w+)> )", "0:12 Dana> Why?"), "Dana");
  EXPECT_EQ(label(R"((?:Speaker )?(\w+)> )", "Speaker 1> Why?"), "1");
  EXPECT_EQ(label(R"((\p{Lu}\w+) → )", "Åsa → Why?"), "Åsa");
}

TEST(LabelPattern, FitsAtTheStartOfALineOnly) {
  EXPECT_EQ(label(R"((\w+)> )", "and Dana> Why?"), "none");
  EXPECT_EQ(label(R"((\w+)> )", ""), "none");
  EXPECT_EQ(label(R"((x)?)", "Why?"), "none") << "nothing was taken";
}

TEST(LabelPattern, SaysWhereItIsWrong) {
  EXPECT_THAT(label("(\\w+> ", "x"), HasSubstr("at character 6: a parenthesis is not closed"));
  EXPECT_THAT(label("(a)[b", "x"), HasSubstr("a bracket is not closed"));
  EXPECT_THAT(label("(a)*{2}", "x"), HasSubstr("at character 5"));
  EXPECT_THAT(label("(a)\\p{Nowhere}", "x"), HasSubstr("this property does not exist"));
  EXPECT_THAT(label("(a){3,1}", "x"), HasSubstr("this repetition is not valid"));
  EXPECT_THAT(label("(?<1x>a)", "x"), HasSubstr("at character 4"));
  EXPECT_THAT(label("(?<a>x)(?<a>y)", "x"), HasSubstr("the name of another one"));
  EXPECT_THAT(label("\\w+> ", "x"), HasSubstr("no group for the speaker"));
  EXPECT_THAT(label("", "x"), HasSubstr("no group for the speaker"));
  EXPECT_THAT(label("(?<time>\\d+) ", "x"), HasSubstr("no group for the speaker"));
  EXPECT_THAT(label("(\xff)", "x"), HasSubstr("UTF-8"));
  EXPECT_THAT(label(std::string(2'000, '('), "x"), HasSubstr("the limit is 1000"));
}

TEST(LabelPattern, EndsHostileMatches) {
  const std::string line(LabelPattern::max_line * 50, 'a');
  for (const char* regex : {"((a+)+)>", "(a|aa)+>", "((a|a?)+)+>", "(.*.*.*.*.*.*)>", "(\\w*)*>",
                            "((?:a{1,200}){1,200})>", "(a*)*b|(?=(a+)+c)x"}) {
    const auto before = std::chrono::steady_clock::now();
    EXPECT_THAT(label(regex, line), testing::AnyOf("none", HasSubstr("takes too long"))) << regex;
    EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(5)) << regex;
  }
  EXPECT_THAT(label("((a+)+)>", line), HasSubstr("takes too long"));
}

TEST(LabelPattern, EndsHostileMatchesInAFileAndNamesTheLine) {
  std::string text = "Dana> Why?\n";
  for (int i = 0; i < 1'000; ++i) text += std::string(300, 'a') + "\n";
  EXPECT_THAT(turns("((a+)+|\\w+)>", text),
              testing::ElementsAre(testing::AllOf(HasSubstr("takes too long"), HasSubstr("line 2"),
                                                  testing::Not(HasSubstr("aaa")))));
}

// Whatever the pattern is, it is refused or it matches; and what it gives lies in the line.
TEST(LabelPattern, IsSoundForRandomPatterns) {
  std::mt19937 random(7);
  const std::vector<std::string> pieces = {
      "(",     ")",        "[",      "]", "a", "\\w", "+",    "*",           "?",
      "{2,3}", "|",        "^",      "$", ".", "\\",  "(?:",  "(?<speaker>", "(?=",
      "(?<!",  "\xC3\xA9", "\\p{L}", ">", " ", "\\1", "(?i)", "\\Q",         "(?#"};
  const std::string line = "D\xC3\xA9na \xF0\x9F\x98\x80> aaa: Why?";
  for (int round = 0; round < 5'000; ++round) {
    std::string regex;
    for (auto left = 1 + random() % 12; left > 0; --left) regex += pieces[random() % pieces.size()];
    const auto pattern = make_label_pattern(regex);
    if (!pattern) {
      ASSERT_EQ(pattern.error().code, ErrorCode::InvalidInput) << regex;
      continue;
    }
    LabelMatcher matcher(*pattern);
    const auto found = matcher.match(line);
    if (!found || !*found) continue;
    ASSERT_LE((*found)->text_begin, line.size()) << regex;
    ASSERT_NE(line.find((*found)->label), std::string::npos) << regex;
  }
}

TEST(OwnLabels, OpenTurnsThatGoOnUntilTheNext) {
  EXPECT_EQ(
      turns(R"((\w+)> )",
            "Dana> Why?\nIlya> We promised: two days\nand took five.\n\nI left.\n- Dana> So?\n"),
      (std::vector<std::string>{"Dana: Why?", "Ilya: We promised: two days and took five.\nI left.",
                                "Dana: So?"}));
}

TEST(OwnLabels, KeepTimes) {
  const std::vector<std::string> said = {"190000 Dana: Who?", "192500 Ilya: Me."};
  EXPECT_EQ(turns(R"((\w+)> )", "[00:03:10] Dana> Who?\n[00:03:12.500] Ilya> Me.\n"), said);
  EXPECT_EQ(turns(R"(<(?<time>[\d:.]+)\|(?<speaker>\w+)>)",
                  "<00:03:10|Dana> Who?\n<00:03:12.500|Ilya> Me.\n"),
            said);
}

TEST(OwnLabels, TakeThePlaceOfKnownForms) {
  EXPECT_EQ(
      turns(R"((\w+) -- )", "Note: one\nDana -- Goal: what was it?\nIlya -- Q: none.\n"),
      (std::vector<std::string>{": Note: one", "Dana: Goal: what was it?", "Ilya: Q: none."}));
}

TEST(OwnLabels, AreForTextOnly) {
  const std::string vtt = "WEBVTT\n\n00:01.000 --> 00:02.000\nDana> Why?\n";
  EXPECT_THAT(turns(R"((\w+)> )", vtt), testing::ElementsAre(HasSubstr("is for text")));
  EXPECT_THAT(turns(R"((\w+)> )", R"({"segments":[{"body":"We","speaker":"Dana"}]})"),
              testing::ElementsAre(HasSubstr("podcasting_json")));
  EXPECT_THAT(turns(R"((\w+)> )", "Dana> Why?\n", "srt"),
              testing::ElementsAre(HasSubstr("is for text")));
  EXPECT_EQ(turns(R"((\w+)> )", "Dana> Why?\n", "plain_text"),
            std::vector<std::string>{"Dana: Why?"});
}

TEST(OwnLabels, SayThatTheyFitNothing) {
  EXPECT_THAT(turns(R"((\w+)> )", "Dana: secret words\n"),
              testing::ElementsAre(testing::AllOf(HasSubstr("fits none of the 1 lines"),
                                                  testing::Not(HasSubstr("secret")))));
}

}  // namespace
}  // namespace barometer
