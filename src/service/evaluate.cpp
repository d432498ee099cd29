#include "service/evaluate.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "service/evaluation_figures.hpp"
#include "service/perturbation.hpp"
#include "service/robustness.hpp"

namespace barometer {
namespace {

constexpr std::size_t passes_at_least = 2;  // told and not told
// One for each, one for where introductions start from, two for deletions.
constexpr std::size_t passes_of_robustness = perturbations.size() + 3;
constexpr double share_of_reading = 0.9;  // of the work, roughly; the rest is the bootstrap

// Reads in passes, and tells how far the whole work is.
class Passes {
 public:
  Passes(const Reader& reader, std::size_t count, const EvaluateOptions& options)
      : reader_(reader), count_(static_cast<double>(count)), options_(options) {}

  Result<std::vector<ExchangeReading>> read(std::span<const Exchange> exchanges,
                                            std::string_view detail) {
    ReadOptions read_options;
    if (options_.progress) {
      read_options.progress = [this, detail](double share) {
        options_.progress(share_of_reading * (done_ + share) / count_, detail);
      };
    }
    auto readings = exchanges.empty() ? Result(std::vector<ExchangeReading>())
                                      : reader_.read(exchanges, read_options);
    done_ += 1.0;
    return readings;
  }

 private:
  const Reader& reader_;
  double count_;
  double done_ = 0.0;
  const EvaluateOptions& options_;
};

// Groups by number; a person may stand in several parts.
std::vector<std::size_t> group_numbers(std::span<const LabelledExchange> exchanges) {
  std::map<std::string_view, std::size_t> numbers;
  std::vector<std::size_t> result;
  for (const LabelledExchange& one : exchanges)
    result.push_back(numbers.try_emplace(one.group, numbers.size()).first->second);
  return result;
}

std::vector<std::string> part_names(std::span<const LabelledExchange> exchanges) {
  std::vector<std::string> names;
  for (const LabelledExchange& one : exchanges) {
    if (std::find(names.begin(), names.end(), one.part) == names.end()) names.push_back(one.part);
  }
  return names;
}

// Everything together, then each part where there are several or one that has a name.
std::vector<PartEvaluation> evaluate_parts(std::span<const LabelledExchange> exchanges,
                                           std::span<const EvaluatedExchange> rows,
                                           const EvaluateOptions& options) {
  const auto names = part_names(exchanges);
  const std::size_t single = names.size() > 1 ? names.size() : 0;
  const auto count = static_cast<double>(single + 1);
  std::vector<PartEvaluation> parts;
  BootstrapOptions bootstrap;
  bootstrap.seed = options.seed;
  bootstrap.draws = options.draws;
  if (options.progress) {
    bootstrap.progress = [&options, &parts, count](double share) {
      const double done = (static_cast<double>(parts.size()) + share) / count;
      options.progress(share_of_reading + (1.0 - share_of_reading) * done, "intervals");
    };
  }
  parts.push_back(evaluate_part("all", rows, bootstrap));
  for (std::size_t part = 0; part < single; ++part) {
    std::vector<EvaluatedExchange> own;
    for (std::size_t i = 0; i < exchanges.size(); ++i)
      if (exchanges[i].part == names[part]) own.push_back(rows[i]);
    parts.push_back(evaluate_part(names[part].empty() ? "other" : names[part], own, bootstrap));
  }
  return parts;
}

}  // namespace

std::optional<PrincipleId> principle_of(const LabelledExchange& labelled) {
  if (labelled.exchange.principle) return labelled.exchange.principle;
  std::optional<PrincipleId> chosen;
  std::ptrdiff_t most = 0;
  for (const HumanRating& rating : labelled.ratings) {
    if (!rating.principle) continue;
    const auto votes = std::count_if(
        labelled.ratings.begin(), labelled.ratings.end(),
        [&](const HumanRating& other) { return other.principle == rating.principle; });
    if (votes > most) {
      most = votes;
      chosen = rating.principle;
    }
  }
  return chosen;
}

Result<EvaluationReport> evaluate(std::string name, std::span<const LabelledExchange> exchanges,
                                  const Pack& pack, const Reader& reader,
                                  const EvaluateOptions& options) {
  if (exchanges.empty()) {
    return invalid_input(
        "There is no exchange to evaluate on. Give one JSON object a line, with labels.");
  }
  std::vector<Exchange> told;
  std::vector<Exchange> untold;
  for (const LabelledExchange& one : exchanges) {
    told.push_back(one.exchange);
    told.back().principle = principle_of(one);
    untold.push_back(one.exchange);
    untold.back().principle.reset();
  }
  const bool robust = options.robustness == Robustness::Measure;
  Passes passes(reader, passes_at_least + (robust ? passes_of_robustness : 0), options);
  const auto told_readings = passes.read(told, "verdicts");
  if (!told_readings) return told_readings.error();
  const auto untold_readings = passes.read(untold, "principles");
  if (!untold_readings) return untold_readings.error();

  const auto groups = group_numbers(exchanges);
  std::vector<EvaluatedExchange> rows;
  for (std::size_t i = 0; i < exchanges.size(); ++i) {
    rows.push_back(evaluated(exchanges[i], groups[i], told[i].principle, (*told_readings)[i],
                             (*untold_readings)[i]));
  }
  EvaluationReport report;
  report.name = std::move(name);
  report.pack_id = pack.id;
  report.pack_version = pack.version;
  report.reader_version = reader.version();
  report.seed = options.seed;
  report.draws = options.draws;
  if (robust) {
    BootstrapOptions bootstrap;
    bootstrap.seed = options.seed;
    bootstrap.draws = options.draws;
    const BaseReadings base{told, *told_readings, groups};
    const ReadAgain again = [&passes](std::span<const Exchange> changed, std::string_view detail) {
      return passes.read(changed, detail);
    };
    auto robustness = measure_robustness(base, again, bootstrap);
    if (!robustness) return robustness.error();
    report.robustness = *std::move(robustness);
    auto faithfulness = measure_faithfulness(base, again, bootstrap);
    if (!faithfulness) return faithfulness.error();
    report.faithfulness = *std::move(faithfulness);
  }
  report.parts = evaluate_parts(exchanges, rows, options);
  return report;
}

}  // namespace barometer
