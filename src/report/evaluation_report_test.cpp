#include "report/evaluation_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "report/columns.hpp"
#include "support/schema_check.hpp"

namespace barometer {
namespace {

using nlohmann::json;
using report::figure_interval;
using report::figure_value;
using report::reliability_plot;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

Figure figure(const std::string& id, double value, double low, double high, std::size_t n) {
  return {id, "label of " + id, value, Interval{low, high}, n, n / 2};
}

PartEvaluation part(const std::string& name, std::size_t n) {
  PartEvaluation one;
  one.name = name;
  one.n = n;
  one.groups = n / 2;
  one.verdicts = {1, 2, 3, n - 6};
  one.sections = {
      {"verdict",
       "Verdict",
       {figure("auc_strong", 0.8123, 0.7, 0.9, n),
        {"macro_f1", "macro-F1", std::nullopt, std::nullopt, n, n / 2}}},
      {"agreement", "Agreement with raters", {figure("kappa", -0.041, -0.1, 0.004, 12)}}};
  one.reliability = {{0.1, 0.2, 20}, {0.5, 0.5, 20}, {0.9, 0.7, 20}};
  one.coverage = {{1.0, 0.3, 0.01}, {0.5, 0.1, 0.4}};
  return one;
}

EvaluationReport sample() {
  EvaluationReport report;
  report.name = "a|b.jsonl";
  report.pack_id = "small";
  report.pack_version = "1.0.0";
  report.reader_version = "cue-reader 1";
  report.seed = 4;
  report.draws = 1000;
  report.parts = {part("all", 60), part("typed", 20)};
  report.robustness = {{"padding", "padding around it", figure("unchanged", 0.9, 0.8, 1, 60),
                        figure("raised", 0.05, 0, 0.1, 60),
                        figure("mean_change", -0.02, -0.1, 0, 60),
                        figure("absolute_change", 0.1, 0.05, 0.2, 60)}};
  report.faithfulness = FaithfulnessEvaluation{
      figure("cited", 0.4, 0.3, 0.5, 30), figure("random", 0.1, 0, 0.2, 30),
      figure("difference", 0.3, 0.2, 0.4, 30), figure("share", 0.8, 0.7, 0.9, 30)};
  return report;
}

TEST(EvaluationFigure, IsShownWithTwoDecimals) {
  EXPECT_EQ(figure_value(figure("x", 0.8163, 0, 1, 2)), "0.82");
  EXPECT_EQ(figure_value(figure("x", -0.041, 0, 1, 2)), "−0.04");
  EXPECT_EQ(figure_value(figure("x", -0.001, 0, 1, 2)), "0.00");
  EXPECT_EQ(figure_value({}), "–");
  EXPECT_EQ(figure_interval(figure("x", 0, -0.1, 0.004, 2)), "[−0.10, 0.00]");
  EXPECT_EQ(figure_interval({}), "");
}

TEST(EvaluationTerminal, HasTheIntervalAndNBesideEveryFigure) {
  const std::string text = render_evaluation(ReportFormat::Terminal, sample(), {});
  EXPECT_THAT(text, ContainsRegex("label of auc_strong +0.81  \\[0.70, 0.90\\] +60 \\(30\\)\n"));
  EXPECT_THAT(text, ContainsRegex("macro-F1 +– +60 \\(30\\)\n"));
  EXPECT_THAT(text, ContainsRegex("label of kappa +−0.04  \\[−0.10, 0.00\\] +12 \\(6\\)\n"));
  EXPECT_THAT(text,
              HasSubstr("60 exchanges of 30 groups: 1 insufficient, 2 weak, 3 mixed, 54 strong"));
  EXPECT_THAT(text, HasSubstr("fewer than 20 groups"));
  EXPECT_THAT(text, HasSubstr("Padding around it"));
  EXPECT_THAT(text, HasSubstr("Faithfulness"));
}

TEST(EvaluationTerminal, KeepsToTheWidth) {
  for (const std::size_t width : {40U, 60U, 76U, 80U, 120U}) {
    RenderOptions options;
    options.width = width;
    std::istringstream lines(render_evaluation(ReportFormat::Terminal, sample(), options));
    for (std::string line; std::getline(lines, line);)
      EXPECT_LE(report::columns(line), width) << line;
  }
}

TEST(EvaluationMarkdown, IsATableOfPartsForTheModelCard) {
  const std::string text = render_evaluation(ReportFormat::Markdown, sample(), {});
  EXPECT_THAT(text, HasSubstr("## Figures on a\\|b\\.jsonl\n"));
  EXPECT_THAT(text, HasSubstr("| Figure | all | typed |\n| --- | --- | --- |\n"));
  EXPECT_THAT(text, HasSubstr("| exchanges (groups) | 60 (30) | 20 (10) |\n"));
  EXPECT_THAT(text, HasSubstr("| label of auc_strong | 0.81 [0.70, 0.90] | 0.81 [0.70, 0.90] |\n"));
  EXPECT_THAT(text, HasSubstr("| label of kappa | −0.04 [−0.10, 0.00] (n 12, 6 groups) |"));
  EXPECT_THAT(text, HasSubstr("| 0.90 | 0.70 | 20 |\n"));
  EXPECT_THAT(text, HasSubstr("| padding around it | 60 (30) | 0.90 [0.80, 1.00] |"));
  EXPECT_THAT(text, HasSubstr("seed 4"));
}

TEST(EvaluationMarkdown, HasRowsThatOnlyAPartHas) {
  EvaluationReport report = sample();
  report.parts[1].sections[1].figures.push_back(figure("alpha", 0.5, 0.4, 0.6, 20));
  report.parts[1].sections.push_back({"probe", "Next probe", {figure("probe", 0.5, 0.4, 0.6, 20)}});
  const std::string text = render_evaluation(ReportFormat::Markdown, report, {});
  EXPECT_THAT(text, HasSubstr("| label of alpha | – | 0.50 [0.40, 0.60] |\n"));
  EXPECT_THAT(text, HasSubstr("| label of probe | – | 0.50 [0.40, 0.60] |\n"));
}

TEST(EvaluationJson, IsWrittenAsPublished) {
  const json shown = json::parse(render_evaluation(ReportFormat::Json, sample(), {}));
  EXPECT_EQ(test::differences(test::published_schema("evaluation-1"), shown),
            std::vector<std::string>{});
  EXPECT_EQ(shown["parts"][0]["sections"][0]["figures"][0]["value"].dump(), "0.8123");
  EXPECT_TRUE(shown["parts"][0]["sections"][0]["figures"][1]["interval"].is_null());
  EXPECT_EQ(shown["robustness"][0]["unchanged"]["n"], 60);
  EvaluationReport plain = sample();
  plain.robustness.clear();
  plain.faithfulness.reset();
  EXPECT_TRUE(json::parse(report::json_evaluation(plain))["faithfulness"].is_null());
}

TEST(ReliabilityPlot, PutsForecastsWhereTheyCameTrue) {
  const auto lines = reliability_plot({{0.0, 1.0, 5}, {1.0, 0.0, 5}}, 30);
  ASSERT_EQ(lines.size(), 14U);
  EXPECT_EQ(lines[0], "observed");
  EXPECT_THAT(lines[1], testing::StartsWith("  1.0 ┤●"));
  EXPECT_THAT(lines[11], testing::StartsWith("  0.0 ┤·"));
  EXPECT_THAT(lines[11], testing::EndsWith("●"));
  for (const auto& line : lines) EXPECT_LE(report::columns(line), 30U);
  EXPECT_THAT(reliability_plot({{0.5, 0.5, 5}}, 80)[6], HasSubstr("●"));
}

TEST(ReliabilityPlot, BearsNoPoints) {
  for (const auto& line : reliability_plot({}, 30)) EXPECT_THAT(line, Not(HasSubstr("●")));
}

}  // namespace
}  // namespace barometer
