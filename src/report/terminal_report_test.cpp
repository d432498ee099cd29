#include "report/terminal_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "core/utf8.hpp"
#include "report/columns.hpp"
#include "support/sample_report.hpp"

namespace barometer {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::vector<InterviewReport> all_samples() {
  return {test::nurse_report(), test::gate_failed_report(), test::no_evidence_report(),
          test::hostile_report(), test::empty_report()};
}

std::string shown(const InterviewReport& report, std::size_t width = 80,
                  Colour colour = Colour::Off) {
  return render(ReportFormat::Terminal, report, test::sample_pack(), {width, colour});
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

// Words with one space between, so that a test does not depend on where lines break.
std::string unwrapped(const std::string& text) {
  std::string joined;
  std::istringstream stream(text);
  for (std::string word; stream >> word;) joined += (joined.empty() ? "" : " ") + word;
  return joined;
}

std::string without_colour(const std::string& text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 2, "\x1b[") == 0) {
      const auto end = text.find_first_not_of("0123456789", i + 2);
      if (end != std::string::npos && end > i + 2 && text[end] == 'm') {
        i = end;
        continue;
      }
    }
    plain += text[i];
  }
  return plain;
}

TEST(TerminalReport, FitsEveryWidth) {
  for (const InterviewReport& report : all_samples()) {
    for (std::size_t width = 40; width <= 120; ++width) {
      for (const std::string& line : lines_of(shown(report, width))) {
        ASSERT_LE(report::columns(line), width) << line;
      }
    }
  }
}

TEST(TerminalReport, BringsOtherWidthsIntoRange) {
  const auto report = test::nurse_report();
  EXPECT_EQ(shown(report, 1), shown(report, 40));
  EXPECT_EQ(shown(report, 1000), shown(report, 120));
}

TEST(TerminalReport, HoldsNoEscapeSequenceWithoutColour) {
  for (const InterviewReport& report : all_samples()) {
    const std::string text = shown(report);
    EXPECT_THAT(text, Not(HasSubstr("\x1b")));
    EXPECT_FALSE(utf8::first_invalid(text));
  }
}

TEST(TerminalReport, ColourAddsOnlyColour) {
  for (const InterviewReport& report : all_samples()) {
    for (const std::size_t width : {40U, 80U, 120U}) {
      const std::string inked = shown(report, width, Colour::On);
      EXPECT_THAT(inked, HasSubstr("\x1b[1m"));
      EXPECT_EQ(without_colour(inked), shown(report, width));
    }
  }
}

TEST(TerminalReport, ObeysNoControlOfTheInterview) {
  for (const char byte : shown(test::hostile_report())) {
    EXPECT_TRUE(byte == '\n' || static_cast<unsigned char>(byte) >= 0x20);
  }
  EXPECT_THAT(shown(test::hostile_report()), HasSubstr("␛[31mred␛[0m␇"));
}

TEST(TerminalReport, StartsWithWhatItIsNot) {
  for (const InterviewReport& report : all_samples()) {
    const std::string text = unwrapped(shown(report, 120));
    EXPECT_THAT(text, StartsWith("Interview report: "));
    EXPECT_LT(text.find(report_disclaimer), 500U);  // behind the name and a rule of 360 bytes
  }
}

TEST(TerminalReport, SaysVerdictsInWords) {
  const std::string text = shown(test::nurse_report());
  for (const char* words : {"● strong", "◐ mixed", "○ weak", "◌ insufficient evidence",
                            "Not assessed: Learn and Be Curious"}) {
    EXPECT_THAT(text, HasSubstr(words));
  }
}

TEST(TerminalReport, ShowsQuotesWithTimeGapAndProbe) {
  const std::string text = unwrapped(shown(test::nurse_report()));
  EXPECT_THAT(text,
              HasSubstr("+ “I rang her the same afternoon, before the doctor did, and told her "
                        "that I had been wrong and that it was me.” Names an own mistake "
                        "plainly, to those it hit. at 3:22, exchange 3; did it; 96\u00A0% sure"));
  EXPECT_THAT(text,
              HasSubstr("Missing What was changed so that it cannot happen again. Ask next What "
                        "did you change afterwards?"));
  EXPECT_THAT(text, HasSubstr("Result not told"));
  EXPECT_THAT(text, HasSubstr("Pack: Sixteen sample principles (sample-16 1.0.0). Reader: encoder "
                              "1.0.0."));
}

TEST(TerminalReport, DoesNotJudgeWhatFailedTheGate) {
  const std::string text = unwrapped(shown(test::gate_failed_report()));
  EXPECT_THAT(text, HasSubstr("because the check “Speaker labels” failed"));
  EXPECT_THAT(text, HasSubstr("Export the transcript again with speaker names"));
  EXPECT_THAT(text, Not(HasSubstr("Summary")));
  EXPECT_THAT(text, Not(HasSubstr("Rating")));
}

}  // namespace
}  // namespace barometer
