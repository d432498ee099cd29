#include "service/evaluation_figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <set>
#include <utility>

#include "psychometrics/calibration.hpp"
#include "psychometrics/classification.hpp"
#include "psychometrics/correlation.hpp"
#include "psychometrics/human_ceiling.hpp"
#include "psychometrics/kappa.hpp"
#include "psychometrics/krippendorff.hpp"

namespace barometer {
namespace {

constexpr int length_strata = 5;
constexpr std::size_t least_per_bin = 20;  // with fewer, a bin's error is mostly chance
constexpr std::size_t least_bins = 2;
constexpr std::size_t most_bins = 10;

// An exchange with what depends on the part it is looked at in.
struct Row {
  const EvaluatedExchange* exchange = nullptr;
  int length_stratum = 0;
};
using Sample = std::vector<Row>;

// How a figure is made: whom it is about, and the number itself.
struct FigureRule {
  std::string id;
  std::string label;
  std::function<bool(const EvaluatedExchange&)> applies;
  std::function<std::optional<double>(const Sample&)> value;
};

struct SectionRule {
  std::string id;
  std::string title;
  std::vector<FigureRule> rules;
};

bool any_exchange(const EvaluatedExchange&) { return true; }
bool has_two_raters(const EvaluatedExchange& one) { return one.ratings.size() > 1; }

int rounded_verdict(const EvaluatedExchange& one) {
  return static_cast<int>(std::floor(one.human + 0.5));
}

template <typename Value>
auto column(const Sample& sample, Value value) {
  std::vector<decltype(value(*sample.front().exchange))> result;
  result.reserve(sample.size());
  for (const Row& row : sample) result.push_back(value(*row.exchange));
  return result;
}

// Mean of what `value` gives, where it gives something.
template <typename Value>
std::optional<double> mean_where(const Sample& sample, Value value) {
  double sum = 0.0;
  double count = 0.0;
  for (const Row& row : sample) {
    const auto one = value(*row.exchange);
    if (!one) continue;
    sum += static_cast<double>(*one);
    count += 1.0;
  }
  if (count <= 0.0) return std::nullopt;
  return sum / count;
}

template <typename Score>
std::vector<ScoredCase> scored(const Sample& sample, double from, Score score) {
  std::vector<ScoredCase> cases;
  cases.reserve(sample.size());
  for (const Row& row : sample)
    cases.push_back({score(*row.exchange), row.exchange->human >= from, row.length_stratum});
  return cases;
}

double score_of(const EvaluatedExchange& one) { return one.score; }
double length_of(const EvaluatedExchange& one) { return static_cast<double>(one.words); }

// Both sides cut at `from`: the mean rating, and the reader's verdict.
std::optional<double> balanced_at(const Sample& sample, double from) {
  const auto truth =
      column(sample, [from](const EvaluatedExchange& one) { return one.human >= from ? 1 : 0; });
  const auto called =
      column(sample, [from](const EvaluatedExchange& one) { return one.verdict >= from ? 1 : 0; });
  return balanced_accuracy(truth, called);
}

SectionRule verdict_section() {
  return {"verdict",
          "Verdict",
          {{"auc_mixed_or_better", "AUC, mixed or better against the rest", any_exchange,
            [](const Sample& sample) { return auc(scored(sample, mixed_from, score_of)); }},
           {"auc_strong", "AUC, strong against the rest", any_exchange,
            [](const Sample& sample) { return auc(scored(sample, strong_from, score_of)); }},
           {"balanced_accuracy_strong", "balanced accuracy, strong against the rest", any_exchange,
            [](const Sample& sample) { return balanced_at(sample, strong_from); }},
           {"balanced_accuracy_judged", "balanced accuracy, anything to judge", any_exchange,
            [](const Sample& sample) { return balanced_at(sample, 0.5); }},
           {"macro_f1", "macro-F1 of the four verdicts", any_exchange, [](const Sample& sample) {
              const auto truth = column(sample, rounded_verdict);
              const auto called =
                  column(sample, [](const EvaluatedExchange& one) { return one.verdict; });
              return macro_f1(truth, called);
            }}}};
}

std::optional<HumanCeiling> ceiling_of(const Sample& sample) {
  return human_ceiling(column(sample, [](const EvaluatedExchange& one) {
    return RatedCase{static_cast<double>(one.verdict), one.ratings};
  }));
}

SectionRule agreement_section() {
  return {"agreement",
          "Agreement with raters",
          {{"kappa_with_mean_rater", "weighted kappa with the mean rater", any_exchange,
            [](const Sample& sample) {
              const auto machine = column(sample, [](const EvaluatedExchange& one) {
                return static_cast<double>(one.verdict);
              });
              return quadratic_kappa(
                  machine, column(sample, [](const EvaluatedExchange& one) { return one.human; }));
            }},
           {"kappa_with_other_raters", "weighted kappa with one rater left out", has_two_raters,
            [](const Sample& sample) {
              const auto ceiling = ceiling_of(sample);
              return ceiling ? std::optional(ceiling->machine) : std::nullopt;
            }},
           {"kappa_between_raters", "the same between raters", has_two_raters,
            [](const Sample& sample) {
              const auto ceiling = ceiling_of(sample);
              return ceiling ? std::optional(ceiling->human) : std::nullopt;
            }},
           {"kappa_short_of_raters", "by how much the reader falls short", has_two_raters,
            [](const Sample& sample) {
              const auto ceiling = ceiling_of(sample);
              return ceiling ? std::optional(ceiling->human - ceiling->machine) : std::nullopt;
            }},
           {"alpha_between_raters", "Krippendorff's alpha between raters", has_two_raters,
            [](const Sample& sample) {
              const auto units =
                  column(sample, [](const EvaluatedExchange& one) { return one.ratings; });
              return krippendorff_alpha(units, Metric::Ordinal);
            }}}};
}

bool has_principle(const EvaluatedExchange& one) { return one.principle_rank.has_value(); }

std::optional<double> in_first(const Sample& sample, std::size_t k) {
  const auto ranks =
      column(sample, [](const EvaluatedExchange& one) { return *one.principle_rank; });
  return top_k(ranks, k);
}

SectionRule principle_section() {
  return {"principle",
          "Principle, found without being told",
          {{"principle_top_1", "the right one is first", has_principle,
            [](const Sample& sample) { return in_first(sample, 1); }},
           {"principle_top_3", "it is among the first three", has_principle,
            [](const Sample& sample) { return in_first(sample, 3); }},
           {"principle_between_raters", "two raters name the same",
            [](const EvaluatedExchange& one) { return one.raters_name_one_principle.has_value(); },
            [](const Sample& sample) {
              return mean_where(sample, [](const EvaluatedExchange& one) {
                return one.raters_name_one_principle;
              });
            }}}};
}

// Of one rater, or of all.
constexpr std::size_t all_raters = static_cast<std::size_t>(-1);

template <typename Visit>
void for_span_counts(const EvaluatedExchange& one, std::size_t rater, Visit visit) {
  for (std::size_t i = 0; i < one.reader_spans.size(); ++i)
    if (one.reader_spans[i] && (rater == all_raters || rater == i)) visit(*one.reader_spans[i]);
}

SpanCounts reader_counts(const Sample& sample, std::size_t rater) {
  SpanCounts sum;
  for (const Row& row : sample)
    for_span_counts(*row.exchange, rater, [&sum](const SpanCounts& counts) { sum += counts; });
  return sum;
}

std::optional<double> ratio(std::size_t part, std::size_t whole) {
  if (whole == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(whole);
}

void add_span_rules(std::vector<FigureRule>& rules, const std::string& id, const std::string& label,
                    std::size_t rater) {
  const auto applies = [rater](const EvaluatedExchange& one) {
    bool any = false;
    for_span_counts(one, rater, [&any](const SpanCounts&) { any = true; });
    return any;
  };
  rules.push_back({"span_recall" + id, "spans" + label + " that the reader found", applies,
                   [rater](const Sample& sample) {
                     const SpanCounts counts = reader_counts(sample, rater);
                     return ratio(counts.found, counts.sought);
                   }});
  rules.push_back({"span_precision" + id, "the reader's spans that are" + label, applies,
                   [rater](const Sample& sample) {
                     const SpanCounts counts = reader_counts(sample, rater);
                     return ratio(counts.right, counts.given);
                   }});
}

SectionRule span_section(std::size_t raters) {
  SectionRule section{"spans", "Spans, half of the shorter one shared", {}};
  add_span_rules(section.rules, "", " of a rater", all_raters);
  for (std::size_t rater = 0; raters > 1 && raters < 4 && rater < raters; ++rater) {
    add_span_rules(section.rules, fmt::format("_rater_{}", rater + 1),
                   fmt::format(" of rater {}", rater + 1), rater);
  }
  section.rules.push_back({"span_between_raters", "one rater's spans that another has",
                           [](const EvaluatedExchange& one) { return one.rater_spans.has_value(); },
                           [](const Sample& sample) {
                             SpanCounts sum;
                             for (const Row& row : sample)
                               if (row.exchange->rater_spans) sum += *row.exchange->rater_spans;
                             return ratio(sum.found, sum.sought);
                           }});
  return section;
}

SectionRule probe_section() {
  return {
      "probe",
      "Next probe",
      {{"probe_as_any_rater", "of the same kind as at least one rater's",
        [](const EvaluatedExchange& one) { return one.probe_as_any.has_value(); },
        [](const Sample& sample) {
          return mean_where(sample, [](const EvaluatedExchange& one) { return one.probe_as_any; });
        }},
       {"probe_as_each_rater", "of the same kind as a single rater's",
        [](const EvaluatedExchange& one) { return one.probe_as_each.has_value(); },
        [](const Sample& sample) {
          return mean_where(sample, [](const EvaluatedExchange& one) { return one.probe_as_each; });
        }},
       {"probe_between_raters", "two raters choose the same kind",
        [](const EvaluatedExchange& one) { return one.probe_between_raters.has_value(); },
        [](const Sample& sample) {
          return mean_where(sample,
                            [](const EvaluatedExchange& one) { return one.probe_between_raters; });
        }}}};
}

std::vector<Forecast> forecasts_of(const Sample& sample) {
  return column(sample, [](const EvaluatedExchange& one) {
    return Forecast{one.probability, one.better_share};
  });
}

// Whether "mixed or better" is called rightly, by the side of one half that the probability is on.
std::vector<Decision> decisions_of(const Sample& sample) {
  return column(sample, [](const EvaluatedExchange& one) {
    return Decision{std::abs(one.probability - 0.5),
                    one.probability >= 0.5 ? 1.0 - one.better_share : one.better_share};
  });
}

SectionRule calibration_section(std::size_t bins) {
  return {"calibration",
          "Calibration and doubt",
          {{"calibration_error", fmt::format("calibration error, {} bins", bins), any_exchange,
            [bins](const Sample& sample) { return calibration_error(forecasts_of(sample), bins); }},
           {"brier", "Brier score", any_exchange,
            [](const Sample& sample) { return brier_score(forecasts_of(sample)); }},
           {"judged_share", "share that the reader judges at all", any_exchange,
            [](const Sample& sample) {
              return mean_where(sample, [](const EvaluatedExchange& one) {
                return std::optional(one.verdict > 0 ? 1.0 : 0.0);
              });
            }},
           {"risk_all", "wrong about mixed or better, all kept", any_exchange,
            [](const Sample& sample) { return risk_at(decisions_of(sample), 1.0); }},
           {"risk_at_80", "the same, the surest 80 % kept", any_exchange,
            [](const Sample& sample) { return risk_at(decisions_of(sample), 0.8); }},
           {"risk_at_50", "the same, the surest half kept", any_exchange,
            [](const Sample& sample) { return risk_at(decisions_of(sample), 0.5); }},
           {"area_under_coverage_risk", "the same, mean over all shares kept", any_exchange,
            [](const Sample& sample) { return area_under_coverage_risk(decisions_of(sample)); }}}};
}

SectionRule length_section() {
  return {"length",
          "Length, for mixed or better",
          {{"auc_of_length", "AUC of the number of words alone", any_exchange,
            [](const Sample& sample) { return auc(scored(sample, mixed_from, length_of)); }},
           {"auc_within_length", "AUC among answers of like length", any_exchange,
            [](const Sample& sample) {
              return auc_within_strata(scored(sample, mixed_from, score_of));
            }},
           {"length_correlation", "score with log length, rating constant", any_exchange,
            [](const Sample& sample) {
              const auto length = column(sample, [](const EvaluatedExchange& one) {
                return std::log1p(static_cast<double>(one.words));
              });
              return partial_correlation(
                  column(sample, score_of), length,
                  column(sample, [](const EvaluatedExchange& one) { return one.human; }));
            }}}};
}

std::size_t groups_in(const Sample& sample) {
  std::set<std::size_t> groups;
  for (const Row& row : sample) groups.insert(row.exchange->group);
  return groups.size();
}

// Fifths by number of words.
void set_length_strata(Sample& sample) {
  std::vector<double> lengths = column(sample, length_of);
  std::vector<double> bounds;
  for (int i = 1; i < length_strata; ++i)
    bounds.push_back(quantile(lengths, static_cast<double>(i) / length_strata));
  for (Row& row : sample) {
    const auto above = std::lower_bound(bounds.begin(), bounds.end(), length_of(*row.exchange));
    row.length_stratum = static_cast<int>(above - bounds.begin());
  }
}

// At tenths of the coverage, descending.
std::vector<CoveragePoint> tenths(const Sample& sample) {
  const auto decisions = decisions_of(sample);
  const auto curve = coverage_risk(decisions);
  std::vector<CoveragePoint> points;
  for (int tenth = 10; tenth > 0; --tenth) {
    const double coverage = tenth / 10.0;
    const auto reached = std::find_if(
        curve.begin(), curve.end(),
        [coverage](const CoveragePoint& point) { return point.coverage >= coverage - 1e-9; });
    if (reached == curve.end()) continue;
    points.push_back({coverage, *risk_at(decisions, coverage), reached->confidence});
  }
  return points;
}

// All rules at once over one sample; a rule sees the exchanges that it applies to.
std::vector<std::optional<double>> values_of(const std::vector<SectionRule>& sections,
                                             const Sample& sample) {
  std::vector<std::optional<double>> values;
  Sample concerned;
  for (const SectionRule& section : sections) {
    for (const FigureRule& rule : section.rules) {
      concerned.clear();
      for (const Row& row : sample)
        if (rule.applies(*row.exchange)) concerned.push_back(row);
      values.push_back(concerned.empty() ? std::nullopt : rule.value(concerned));
    }
  }
  return values;
}

}  // namespace

PartEvaluation evaluate_part(std::string name, std::span<const EvaluatedExchange> exchanges,
                             const BootstrapOptions& options) {
  PartEvaluation part;
  part.name = std::move(name);
  part.n = exchanges.size();
  part.verdicts.assign(4, 0);
  if (exchanges.empty()) return part;
  Sample all;
  std::vector<std::size_t> group_of;
  std::size_t raters = 0;
  for (const EvaluatedExchange& one : exchanges) {
    all.push_back({&one, 0});
    group_of.push_back(one.group);
    raters = std::max(raters, one.ratings.size());
    ++part.verdicts[static_cast<std::size_t>(std::clamp(rounded_verdict(one), 0, 3))];
  }
  set_length_strata(all);
  part.groups = groups_in(all);
  const std::size_t bins = std::clamp(part.n / least_per_bin, least_bins, most_bins);
  const std::vector<SectionRule> sections = {
      verdict_section(), agreement_section(),       principle_section(), span_section(raters),
      probe_section(),   calibration_section(bins), length_section()};

  const auto values = values_of(sections, all);
  Sample drawn;
  const auto intervals = bootstrap_intervals(
      group_of,
      [&](std::span<const std::size_t> cases) {
        drawn.clear();
        for (const std::size_t i : cases) drawn.push_back(all[i]);
        return values_of(sections, drawn);
      },
      options);
  std::size_t index = 0;
  for (const SectionRule& section : sections) {
    FigureSection& shown = part.sections.emplace_back();
    shown.id = section.id;
    shown.title = section.title;
    for (const FigureRule& rule : section.rules) {
      Sample concerned;
      std::copy_if(all.begin(), all.end(), std::back_inserter(concerned),
                   [&rule](const Row& row) { return rule.applies(*row.exchange); });
      if (!concerned.empty()) {
        shown.figures.push_back({rule.id, rule.label, values[index], intervals[index],
                                 concerned.size(), groups_in(concerned)});
      }
      ++index;
    }
    if (shown.figures.empty()) part.sections.pop_back();
  }
  part.reliability = reliability(forecasts_of(all), bins);
  part.coverage = tenths(all);
  return part;
}

}  // namespace barometer
