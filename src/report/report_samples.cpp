// Writes the sample reports in every format into a folder, to look at and for tests/browser.
#include <cstdio>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "core/file.hpp"
#include "report/report.hpp"
#include "support/sample_report.hpp"

int main(int count, char** arguments) {
  using namespace barometer;
  if (count != 2) {
    std::fprintf(stderr, "Usage: report_samples FOLDER\n");
    return 2;
  }
  const std::filesystem::path folder = arguments[1];
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  const Pack pack = test::sample_pack();
  const std::vector<std::pair<std::string, InterviewReport (*)()>> samples = {
      {"sample", test::nurse_report},
      {"gate-failed", test::gate_failed_report},
      {"no-evidence", test::no_evidence_report},
      {"hostile", test::hostile_report},
      {"empty", test::empty_report}};
  const std::vector<std::pair<ReportFormat, std::string>> formats = {
      {ReportFormat::Terminal, ".txt"},
      {ReportFormat::Html, ".html"},
      {ReportFormat::Json, ".json"},
      {ReportFormat::Jsonl, ".jsonl"},
      {ReportFormat::Markdown, ".md"}};
  for (const auto& [name, make] : samples) {
    const InterviewReport report = make();
    for (const auto& [format, ending] : formats) {
      const auto written = write_file(folder / (name + ending), render(format, report, pack));
      if (!written) {
        std::fprintf(stderr, "%s\n", written.error().message.c_str());
        return 1;
      }
    }
  }
  return 0;
}
