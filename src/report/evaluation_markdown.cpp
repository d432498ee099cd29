// What a model card includes.
#include <fmt/format.h>

#include <algorithm>

#include "report/evaluation_report.hpp"
#include "report/markdown_report.hpp"

namespace barometer::report {
namespace {

const Figure* find_figure(const PartEvaluation& part, const std::string& id) {
  for (const FigureSection& section : part.sections)
    for (const Figure& figure : section.figures)
      if (figure.id == id) return &figure;
  return nullptr;
}

std::string joined(const std::string& value, const std::string& rest) {
  return rest.empty() ? value : value + " " + rest;
}

// "0.81 [0.77, 0.85]", and its n where it rests on fewer exchanges than the part has.
std::string cell(const PartEvaluation& part, const std::string& id) {
  const Figure* figure = find_figure(part, id);
  if (figure == nullptr) return "–";
  std::string text = joined(figure_value(*figure), figure_interval(*figure));
  if (figure->n != part.n) text += fmt::format(" (n {}, {} groups)", figure->n, figure->groups);
  return text;
}

std::string row(const std::string& first, const std::vector<std::string>& cells) {
  std::string line = "| " + first + " |";
  for (const std::string& one : cells) line += " " + one + " |";
  return line + "\n";
}

// A part need not have every figure: rows are those of any part, in the order of the first.
std::vector<FigureSection> all_sections(const EvaluationReport& report) {
  std::vector<FigureSection> sections;
  for (const PartEvaluation& part : report.parts) {
    for (const FigureSection& section : part.sections) {
      auto known = std::find_if(sections.begin(), sections.end(),
                                [&](const FigureSection& one) { return one.id == section.id; });
      if (known == sections.end()) {
        sections.push_back(section);
        continue;
      }
      for (const Figure& figure : section.figures) {
        if (std::none_of(known->figures.begin(), known->figures.end(),
                         [&](const Figure& one) { return one.id == figure.id; }))
          known->figures.push_back(figure);
      }
    }
  }
  return sections;
}

template <typename Cell>
std::vector<std::string> cells_of(const EvaluationReport& report, Cell make) {
  std::vector<std::string> cells;
  for (const PartEvaluation& part : report.parts) cells.push_back(make(part));
  return cells;
}

std::string figures_table(const EvaluationReport& report) {
  std::string text =
      row("Figure",
          cells_of(report, [](const PartEvaluation& part) { return markdown_text(part.name); }));
  text += row("---", std::vector<std::string>(report.parts.size(), "---"));
  text += row("exchanges (groups)", cells_of(report, [](const PartEvaluation& part) {
                return fmt::format("{} ({})", part.n, part.groups);
              }));
  text += row("insufficient, weak, mixed, strong", cells_of(report, [](const PartEvaluation& part) {
                return fmt::format("{}", fmt::join(part.verdicts, ", "));
              }));
  for (const FigureSection& section : all_sections(report)) {
    text += row("**" + section.title + "**", std::vector<std::string>(report.parts.size()));
    for (const Figure& figure : section.figures) {
      text += row(figure.label, cells_of(report, [&figure](const PartEvaluation& part) {
                    return cell(part, figure.id);
                  }));
    }
  }
  return text + "\n";
}

std::string reliability_table(const PartEvaluation& part) {
  std::string text = "| Forecast | Observed | n |\n| ---: | ---: | ---: |\n";
  for (const ReliabilityPoint& point : part.reliability)
    text += fmt::format("| {:.2f} | {:.2f} | {} |\n", point.predicted, point.observed, point.n);
  text += "\n| Surest share kept | Wrong about mixed or better |\n| ---: | ---: |\n";
  for (const CoveragePoint& point : part.coverage)
    text += fmt::format("| {:.0f} % | {:.2f} |\n", 100.0 * point.coverage, point.risk);
  return text + "\n";
}

std::string shown(const Figure& figure) {
  return joined(figure_value(figure), figure_interval(figure));
}

std::string robustness_table(const EvaluationReport& report) {
  std::string text =
      "| Change | n (groups) | verdicts unchanged | raised | mean change of the score | mean size "
      "|\n| --- | ---: | --- | --- | --- | --- |\n";
  for (const RobustnessEvaluation& one : report.robustness) {
    text += row(one.label, {fmt::format("{} ({})", one.unchanged.n, one.unchanged.groups),
                            shown(one.unchanged), shown(one.raised), shown(one.mean_change),
                            shown(one.absolute_change)});
  }
  return text + "\n";
}

}  // namespace

std::string markdown_evaluation(const EvaluationReport& report) {
  std::string text = fmt::format("## Figures on {}\n\n", markdown_text(report.name));
  text += fmt::format("Reader {}, pack {} {}.\n\n", markdown_text(report.reader_version),
                      markdown_text(report.pack_id), markdown_text(report.pack_version));
  text += figures_table(report);
  text += "### Reliability and coverage, all\n\n" + reliability_table(report.parts.front());
  if (!report.robustness.empty()) text += "### Robustness\n\n" + robustness_table(report);
  if (report.faithfulness) {
    const FaithfulnessEvaluation& one = *report.faithfulness;
    text += fmt::format(
        "### Faithfulness\n\nOver {} exchanges of {} groups. Deleting the quoted spans moves the "
        "score by {}, deleting as many words elsewhere by {}: {} more. The quotes move it more in "
        "a share of {}.\n\n",
        one.cited.n, one.cited.groups, shown(one.cited), shown(one.random), shown(one.difference),
        shown(one.share));
  }
  text += "### How to read this\n\n";
  for (const std::string& note : evaluation_notes(report)) text += "- " + note + "\n";
  return text;
}

}  // namespace barometer::report
