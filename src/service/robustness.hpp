// Robustness and faithfulness: what becomes of a reading when the answer changes in ways that
// should not matter, and when the quoted words go.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "domain/evaluation.hpp"
#include "psychometrics/bootstrap.hpp"
#include "reader/reader.hpp"

namespace barometer {

// Exchanges as they were read, told their principle, with the readings and the group of each.
struct BaseReadings {
  std::span<const Exchange> exchanges;
  std::span<const ExchangeReading> readings;
  std::span<const std::size_t> groups;
};

// Reads exchanges and shows progress; the caller's.
using ReadAgain = std::function<Result<std::vector<ExchangeReading>>(std::span<const Exchange>,
                                                                     std::string_view detail)>;

// One for each perturbation that changes at least one answer. `bootstrap.seed` also seeds the
// perturbations, which depend on an exchange's id but not on its place in the file.
Result<std::vector<RobustnessEvaluation>> measure_robustness(const BaseReadings& base,
                                                             const ReadAgain& read_again,
                                                             const BootstrapOptions& bootstrap);

// Over the exchanges that have quotes and room to delete as many words elsewhere; none where there
// are no such.
Result<std::optional<FaithfulnessEvaluation>> measure_faithfulness(
    const BaseReadings& base, const ReadAgain& read_again, const BootstrapOptions& bootstrap);

}  // namespace barometer
