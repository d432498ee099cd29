#include "report/markdown_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "report/report.hpp"
#include "support/sample_report.hpp"

namespace barometer::report {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string shown(const InterviewReport& report) {
  return render(ReportFormat::Markdown, report, test::sample_pack());
}

// Undoes what markdown_text does, as a program that shows Markdown would.
std::string read_back(std::string_view markdown) {
  std::string text;
  for (std::size_t i = 0; i < markdown.size(); ++i) {
    if (markdown[i] == '\\') ++i;
    if (markdown.substr(i, 3) == "\u2060") {
      i += 2;
      continue;
    }
    text += markdown[i];
  }
  return text;
}

TEST(MarkdownText, LeavesPlainSpeechAlone) {
  const std::string speech = "I said: yes, it cost 3.5 (or so) - we'd \"lost\" 1. place; v1.0.0!";
  EXPECT_EQ(markdown_text(speech), speech);
}

TEST(MarkdownText, EscapesMarkup) {
  EXPECT_EQ(markdown_text("*a* _b_ `c` [d](e) <i> & | ~~f~~ $g$"),
            "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<i\\> \\& \\| \\~\\~f\\~\\~ \\$g\\$");
  EXPECT_EQ(markdown_text("![image](x)"), "!\\[image\\](x)");
  EXPECT_EQ(markdown_text("a\\b"), "a\\\\b");
}

TEST(MarkdownText, EscapesWhatOnlyCountsAtTheStart) {
  EXPECT_EQ(markdown_text("- a - b"), "\\- a - b");
  EXPECT_EQ(markdown_text("+ a"), "\\+ a");
  EXPECT_EQ(markdown_text("12. a 3. b"), "12\\. a 3. b");
  EXPECT_EQ(markdown_text("1) a"), "1\\) a");
  EXPECT_EQ(markdown_text("==="), "\\===");
  EXPECT_EQ(markdown_text("    code"), "code");
  EXPECT_EQ(markdown_text("a\n# b"), "a \\# b");
}

TEST(MarkdownText, MakesNoLinkOfABareAddress) {
  EXPECT_EQ(markdown_text("https://example.org"), "https\\://example\\.org");
  EXPECT_EQ(markdown_text("www.example.org"), "www\\.example\\.org");
  EXPECT_EQ(markdown_text("a@example.org @team"), "a@\u2060example\\.org @\u2060team");
}

TEST(MarkdownText, ReadsBackAsItWasSaid) {
  std::mt19937 random(17);
  for (int round = 0; round < 3000; ++round) {
    std::string text = "x";
    for (std::size_t i = random() % 30; i > 0; --i) {
      text += static_cast<char>(' ' + static_cast<char>(random() % 95));
    }
    const std::string escaped = markdown_text(text);
    ASSERT_EQ(read_back(escaped), text);
    for (std::size_t i = 0; i < escaped.size(); ++i) {
      if (escaped[i] == '\\') {
        ++i;
        continue;
      }
      ASSERT_EQ(std::string_view("`*_[]<>&|~#$").find(escaped[i]), std::string_view::npos)
          << escaped;
    }
  }
}

TEST(MarkdownReport, KeepsEveryPartOnItsLine) {
  const std::string text = shown(test::hostile_report());
  EXPECT_THAT(text, HasSubstr("> “1\\. That is all.”"));
  EXPECT_THAT(text, HasSubstr("https\\://example\\.org/path"));
  EXPECT_THAT(text, Not(HasSubstr("<script>")));
  EXPECT_THAT(text, Not(HasSubstr("\x1b")));
}

TEST(MarkdownReport, HoldsGridQuotesAndTranscript) {
  const std::string text = shown(test::nurse_report());
  EXPECT_THAT(text, HasSubstr("| Ownership | 3 | 1 | strong |"));
  EXPECT_THAT(text, HasSubstr("| Think Big | 0 | 0 | not assessed |"));
  EXPECT_THAT(text, HasSubstr("*(at 3:01, [exchange 3](#exchange-3); did it; 71\u00A0% sure)*"));
  EXPECT_THAT(text, HasSubstr("**Maren Oduya:** I gave a wrong answer to a family. The daughter"));
  EXPECT_THAT(text, HasSubstr("- **Task:** not told"));
  EXPECT_THAT(text, HasSubstr(std::string(report_disclaimer)));
}

TEST(MarkdownReport, DoesNotJudgeWhatFailedTheGate) {
  const std::string text = shown(test::gate_failed_report());
  EXPECT_THAT(text, HasSubstr("## Not judged"));
  EXPECT_THAT(text, Not(HasSubstr("## Summary")));
  EXPECT_THAT(text, Not(HasSubstr("**Ask next")));
}

}  // namespace
}  // namespace barometer::report
