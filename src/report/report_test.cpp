#include "report/report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "support/sample_report.hpp"

namespace barometer {
namespace {

TEST(ReportFormat, HasANameBothWays) {
  for (const ReportFormat format : report_formats) {
    EXPECT_EQ(report_format_from(to_string(format)), format);
  }
  EXPECT_FALSE(report_format_from("pdf"));
}

TEST(Render, GivesTheSameBytesTwice) {
  for (const ReportFormat format : report_formats) {
    EXPECT_EQ(render(format, test::nurse_report(), test::sample_pack()),
              render(format, test::nurse_report(), test::sample_pack()));
  }
}

TEST(Render, EndsInOneLineBreak) {
  for (const ReportFormat format : report_formats) {
    for (const auto& report : {test::nurse_report(), test::gate_failed_report(),
                               test::no_evidence_report(), test::empty_report()}) {
      const std::string text = render(format, report, test::sample_pack());
      ASSERT_GE(text.size(), 2U);
      EXPECT_EQ(text.back(), '\n') << to_string(format);
      EXPECT_NE(text[text.size() - 2], '\n') << to_string(format);
    }
  }
}

// A copied or moved report must not be read through the old one: quotes are views into their turns.
TEST(Render, TakesQuotesFromTheReportItWasGiven) {
  for (const ReportFormat format : report_formats) {
    auto original = std::make_unique<InterviewReport>(test::hostile_report());
    const InterviewReport copy = *original;
    const std::string before = render(format, *original, test::sample_pack());
    for (Turn& turn : original->transcript.turns) turn.text.assign(turn.text.size(), '#');
    original.reset();
    EXPECT_EQ(render(format, copy, test::sample_pack()), before);
  }
}

// BAROMETER_ACCEPT=1 writes what is rendered as the new expectation; look at the difference.
TEST(Render, ShowsTheCaseAsAgreed) {
  const std::string folder = std::string(BAROMETER_SOURCE_DIR) + "/tests/cases/report/ward-nurse/";
  for (const auto& [format, name] : {std::pair{ReportFormat::Terminal, "expected.txt"},
                                     {ReportFormat::Markdown, "expected.md"}}) {
    const std::string text = render(format, test::nurse_report(), test::sample_pack());
    if (std::getenv("BAROMETER_ACCEPT") != nullptr) std::ofstream(folder + name) << text;
    std::ifstream file(folder + name);
    EXPECT_EQ(text, std::string(std::istreambuf_iterator<char>(file), {})) << name;
  }
}

}  // namespace
}  // namespace barometer
