// Evaluation figures: from labelled exchanges and their readings, as numbers, to figures with
// intervals. Pure functions.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/evaluation.hpp"
#include "psychometrics/bootstrap.hpp"
#include "psychometrics/span_agreement.hpp"

namespace barometer {

// The least mean rating (insufficient 0, weak 1, mixed 2, strong 3) that counts as mixed or better,
// and as strong: the bounds of rounding.
inline constexpr double mixed_from = 1.5;
inline constexpr double strong_from = 2.5;

// One labelled exchange with what the reader said of it.
struct EvaluatedExchange {
  std::size_t group = 0;
  std::vector<double> ratings;  // verdicts, 0 to 3, by rater
  double human = 0.0;           // their mean
  double better_share = 0.0;    // share of the raters who say mixed or better

  // Of the reading for the principle that was asked about.
  int verdict = 0;
  double score = 0.0;
  double probability = 0.0;
  std::size_t words = 0;  // of the answer

  // Of the reading that was not told the principle: its place by relevance, from 0.
  std::optional<std::size_t> principle_rank;
  std::optional<bool> raters_name_one_principle;  // the first two who name any, not told it

  // Against each rater who looked for spans under this principle, in the raters' places.
  std::vector<std::optional<SpanCounts>> reader_spans;
  std::optional<SpanCounts> rater_spans;  // all ordered pairs of such raters

  std::optional<bool> probe_as_any;            // as at least one rater's
  std::optional<double> probe_as_each;         // share of the raters' probes
  std::optional<double> probe_between_raters;  // share of ordered pairs of raters with the same
};

EvaluatedExchange evaluated(const LabelledExchange& labelled, std::size_t group,
                            const std::optional<PrincipleId>& principle,
                            const ExchangeReading& told, const ExchangeReading& untold);

// Figures of one part. `options.progress` is called while intervals are made.
PartEvaluation evaluate_part(std::string name, std::span<const EvaluatedExchange> exchanges,
                             const BootstrapOptions& options);

}  // namespace barometer
