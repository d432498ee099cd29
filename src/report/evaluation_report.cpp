#include "report/evaluation_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace barometer {
namespace report {
namespace {

constexpr std::size_t plot_rows = 11;  // one for each tenth, both ends included
constexpr std::size_t few_groups = 20;

std::string two_decimals(double value) {
  const std::string digits = fmt::format("{:.2f}", std::abs(value));
  return (value < 0 && digits != "0.00" ? "−" : "") + digits;
}

std::size_t place(double share, std::size_t count) {
  const double scaled = std::clamp(share, 0.0, 1.0) * static_cast<double>(count - 1);
  return static_cast<std::size_t>(std::lround(scaled));
}

}  // namespace

std::string figure_value(const Figure& figure) {
  return figure.value ? two_decimals(*figure.value) : "–";
}

std::string figure_interval(const Figure& figure) {
  if (!figure.interval) return "";
  return fmt::format("[{}, {}]", two_decimals(figure.interval->low),
                     two_decimals(figure.interval->high));
}

std::vector<std::string> evaluation_notes(const EvaluationReport& report) {
  std::vector<std::string> notes = {
      fmt::format("In brackets: 95 % intervals, percentile bootstrap over groups, {} draws, seed "
                  "{}. \"–\": the material cannot say, such as one class only. No interval: fewer "
                  "than two groups, or a class too rare to be in nine of ten draws.",
                  report.draws, report.seed),
      "Verdicts count insufficient 0, weak 1, mixed 2, strong 3. A mean rating from 1.5 on is "
      "mixed or better, from 2.5 on strong. AUC goes by the reader's score.",
      "Verdicts, spans, probes and calibration come from a reading that was told the principle; "
      "whether the principle is found, from one that was not.",
      "Two spans agree when they have one polarity and share at least half of the bytes of the "
      "shorter. They are held against raters who looked under the same principle.",
      "Calibration: the reader's probability against the share of raters who say mixed or better, "
      "in bins of equal mass. Like length: fifths by number of words."};
  if (std::any_of(report.parts.begin(), report.parts.end(),
                  [](const PartEvaluation& part) { return part.groups < few_groups; })) {
    notes.push_back(fmt::format(
        "Intervals from fewer than {} groups come out too narrow: doubt more than they say.",
        few_groups));
  }
  return notes;
}

std::vector<std::string> reliability_plot(const std::vector<ReliabilityPoint>& points,
                                          std::size_t width) {
  constexpr std::size_t axis = 6;  // "  1.0 ┤"
  const std::size_t columns = std::clamp<std::size_t>(width, 30, 56) - axis - 1;
  std::vector<std::vector<std::string_view>> grid(plot_rows,
                                                  std::vector<std::string_view>(columns, " "));
  for (std::size_t column = 0; column < columns; ++column) {
    const double share = static_cast<double>(column) / static_cast<double>(columns - 1);
    grid[place(share, plot_rows)][column] = "·";
  }
  for (const ReliabilityPoint& point : points)
    grid[place(point.observed, plot_rows)][place(point.predicted, columns)] = "●";
  std::vector<std::string> lines = {"observed"};
  for (std::size_t row = plot_rows; row-- > 0;) {
    std::string line =
        row % 5 == 0 ? fmt::format("{:>5.1f} ┤", static_cast<double>(row) / 10.0) : "      │";
    for (const std::string_view cell : grid[row]) line += cell;
    line.erase(line.find_last_not_of(' ') + 1);
    lines.push_back(line);
  }
  std::string floor = "      └";
  for (std::size_t column = 0; column < columns; ++column) floor += "─";
  lines.push_back(floor);
  lines.push_back(fmt::format("       0.0{:^{}}1.0", "forecast", columns - 6));
  return lines;
}

}  // namespace report

std::string render_evaluation(ReportFormat format, const EvaluationReport& report,
                              const RenderOptions& options) {
  switch (format) {
    case ReportFormat::Json:
    case ReportFormat::Jsonl:
      return report::json_evaluation(report);
    case ReportFormat::Markdown:
      return report::markdown_evaluation(report);
    case ReportFormat::Terminal:
    case ReportFormat::Html:
      break;
  }
  return report::terminal_evaluation(report, options);
}

}  // namespace barometer
