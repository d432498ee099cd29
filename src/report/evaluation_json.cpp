#include <utility>

#include "report/evaluation_report.hpp"
#include "report/json_value.hpp"

namespace barometer::report {
namespace {

Json number_or_null(const std::optional<double>& value) {
  return value ? Json(rounded(*value)) : Json(nullptr);
}

Json figure_json(const Figure& figure) {
  return {{"id", figure.id},
          {"label", figure.label},
          {"value", number_or_null(figure.value)},
          {"interval", figure.interval ? Json::array({rounded(figure.interval->low),
                                                      rounded(figure.interval->high)})
                                       : Json(nullptr)},
          {"n", figure.n},
          {"groups", figure.groups}};
}

Json sections_json(const std::vector<FigureSection>& sections) {
  Json list = Json::array();
  for (const FigureSection& section : sections) {
    Json figures = Json::array();
    for (const Figure& figure : section.figures) figures.push_back(figure_json(figure));
    list.push_back({{"id", section.id}, {"title", section.title}, {"figures", std::move(figures)}});
  }
  return list;
}

Json part_json(const PartEvaluation& part) {
  Json reliability = Json::array();
  for (const ReliabilityPoint& point : part.reliability) {
    reliability.push_back({{"predicted", rounded(point.predicted)},
                           {"observed", rounded(point.observed)},
                           {"n", point.n}});
  }
  Json coverage = Json::array();
  for (const CoveragePoint& point : part.coverage) {
    coverage.push_back({{"coverage", rounded(point.coverage)},
                        {"risk", rounded(point.risk)},
                        {"confidence", rounded(point.confidence)}});
  }
  return {{"name", part.name},
          {"n", part.n},
          {"groups", part.groups},
          {"verdicts",
           {{"insufficient", part.verdicts[0]},
            {"weak", part.verdicts[1]},
            {"mixed", part.verdicts[2]},
            {"strong", part.verdicts[3]}}},
          {"sections", sections_json(part.sections)},
          {"reliability", std::move(reliability)},
          {"coverage", std::move(coverage)}};
}

}  // namespace

std::string json_evaluation(const EvaluationReport& report) {
  Json parts = Json::array();
  for (const PartEvaluation& part : report.parts) parts.push_back(part_json(part));
  Json robustness = Json::array();
  for (const RobustnessEvaluation& one : report.robustness) {
    robustness.push_back({{"id", one.id},
                          {"label", one.label},
                          {"unchanged", figure_json(one.unchanged)},
                          {"raised", figure_json(one.raised)},
                          {"mean_change", figure_json(one.mean_change)},
                          {"absolute_change", figure_json(one.absolute_change)}});
  }
  Json faithfulness = nullptr;
  if (report.faithfulness) {
    faithfulness = {{"cited", figure_json(report.faithfulness->cited)},
                    {"random", figure_json(report.faithfulness->random)},
                    {"difference", figure_json(report.faithfulness->difference)},
                    {"share", figure_json(report.faithfulness->share)}};
  }
  const Json object = {{"schema", "barometer.evaluation/1"},
                       {"name", report.name},
                       {"pack", {{"id", report.pack_id}, {"version", report.pack_version}}},
                       {"reader", {{"version", report.reader_version}}},
                       {"seed", report.seed},
                       {"draws", report.draws},
                       {"parts", std::move(parts)},
                       {"robustness", std::move(robustness)},
                       {"faithfulness", std::move(faithfulness)}};
  return dumped(object, 2) + "\n";
}

}  // namespace barometer::report
