// Kappa: agreement of two raters beyond what their margins would give by chance.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace barometer {

// What a disagreement over a distance of i places in the list of categories counts.
enum class KappaWeights : std::uint8_t { None, Linear, Quadratic };

// Cohen (1960), and with weights Cohen (1968): 1 - sum(w o) / sum(w e) over observed and expected
// shares, w 0 or 1, |i - j| or (i - j)^2. `categories` is the full list in its order, with those
// that nobody used: without them the distances would change. Preconditions: both of one length,
// every value is a category. None where there is nothing to compare or no disagreement is expected.
std::optional<double> cohen_kappa(std::span<const int> first, std::span<const int> second,
                                  std::span<const int> categories, KappaWeights weights);

// Quadratic weights for scores between the categories, such as means of raters (ETS, RSMTool
// documentation; Haberman 2019): 1 - E[(M-H)^2] / (Var H + Var M + (mean M - mean H)^2) with
// population variances, which for categories is Cohen's. Precondition: both of one length.
std::optional<double> quadratic_kappa(std::span<const double> machine,
                                      std::span<const double> human);

}  // namespace barometer
