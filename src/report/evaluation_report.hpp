// The evaluation of a reader as text: for the terminal, for a model card (Markdown), for programs
// (JSON, schemas/evaluation-1.schema.json). Every figure stands beside its interval and its n.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "domain/evaluation.hpp"
#include "report/report.hpp"

namespace barometer {

// Precondition: `format` is Terminal, Markdown or Json. `options` are for the terminal only.
std::string render_evaluation(ReportFormat format, const EvaluationReport& report,
                              const RenderOptions& options = {});

namespace report {

std::string terminal_evaluation(const EvaluationReport& report, const RenderOptions& options);
std::string markdown_evaluation(const EvaluationReport& report);
std::string json_evaluation(const EvaluationReport& report);

// How the figures were made, one sentence each: the same in every format for people.
std::vector<std::string> evaluation_notes(const EvaluationReport& report);

// "0.81", "−0.02"; "–" for none.
std::string figure_value(const Figure& figure);
// "[0.77, 0.85]"; "" for none.
std::string figure_interval(const Figure& figure);

// A square of characters: what came true against what was forecast, with the diagonal of a perfect
// forecaster. Lines without their breaks; `width` columns at most, at least 30.
std::vector<std::string> reliability_plot(const std::vector<ReliabilityPoint>& points,
                                          std::size_t width);

}  // namespace report

}  // namespace barometer
