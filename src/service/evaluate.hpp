// Evaluating a reader: labelled exchanges in, figures with intervals out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/result.hpp"
#include "domain/evaluation.hpp"
#include "domain/pack.hpp"
#include "reader/reader.hpp"

namespace barometer {

enum class Robustness : std::uint8_t { Skip, Measure };

struct EvaluateOptions {
  Robustness robustness = Robustness::Skip;  // reads everything a dozen times more
  std::uint64_t seed = 1;                    // of the bootstrap and of the perturbations
  std::size_t draws = 1000;                  // of the bootstrap
  // The share of the work that is done, in [0, 1], and what it is at; may be empty.
  std::function<void(double, std::string_view)> progress;
};

// The principle that a labelled exchange is judged under: the one it was asked for or, where the
// line does not say, the one that most raters name, the first of them where they differ.
std::optional<PrincipleId> principle_of(const LabelledExchange& labelled);

// Reads every exchange twice: told the principle (verdicts, spans, probes, calibration), and not
// told it (whether it is found). The same input, seed and draws give the same report. InvalidInput
// for no exchanges; else what the reader fails with. Precondition: `reader` reads by `pack`.
Result<EvaluationReport> evaluate(std::string name, std::span<const LabelledExchange> exchanges,
                                  const Pack& pack, const Reader& reader,
                                  const EvaluateOptions& options = {});

}  // namespace barometer
