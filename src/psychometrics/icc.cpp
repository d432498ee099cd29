#include "psychometrics/icc.hpp"

#include <boost/math/distributions/fisher_f.hpp>
#include <cmath>
#include <limits>

namespace barometer {
namespace {

constexpr double upper_tail = 0.975;

// The F value below which 97.5 % lie; not finite where it does not exist. Infinite degrees of
// freedom do not occur here.
double f_quantile(double df1, double df2) {
  namespace policies = boost::math::policies;
  using Quiet = policies::policy<policies::domain_error<policies::ignore_error>,
                                 policies::overflow_error<policies::ignore_error>,
                                 policies::evaluation_error<policies::ignore_error>>;
  if (!(df1 > 0.0) || !(df2 > 0.0)) return std::numeric_limits<double>::quiet_NaN();
  return boost::math::quantile(boost::math::fisher_f_distribution<double, Quiet>(df1, df2),
                               upper_tail);
}

std::optional<Interval> finite(double low, double high) {
  if (!std::isfinite(low) || !std::isfinite(high)) return std::nullopt;
  return Interval{low, high};
}

// A share of variance. Where the estimated variances cancel each other there is nothing to share
// in, and the limit from above is meant.
double share(double part, double whole, double scale) {
  return whole > 1e-12 * scale ? part / whole : -std::numeric_limits<double>::infinity();
}

// Forms 1 and 3: B against one error term.
IccForm against_error(double between, double error, double df1, double df2, double k) {
  IccForm form;
  form.f_df1 = df1;
  form.f_df2 = df2;
  form.single.value = (between - error) / (between + (k - 1.0) * error);
  form.mean.value =
      between > 0.0 ? (between - error) / between : -std::numeric_limits<double>::infinity();
  if (error <= 0.0) {
    form.f = std::numeric_limits<double>::infinity();
    form.single.limits = form.mean.limits = Interval{1.0, 1.0};
    return form;
  }
  form.f = between / error;
  const double low = form.f / f_quantile(df1, df2);
  const double high = form.f * f_quantile(df2, df1);
  form.single.limits = finite((low - 1.0) / (low + k - 1.0), (high - 1.0) / (high + k - 1.0));
  form.mean.limits = finite(1.0 - 1.0 / low, 1.0 - 1.0 / high);
  return form;
}

// Form 2. The degrees of freedom v follow Satterthwaite; all of it is multiplied by E, so that a
// residual of zero needs no case of its own.
IccForm with_severity(const IccTable& table) {
  const auto n = static_cast<double>(table.targets);
  const auto k = static_cast<double>(table.raters);
  const double between = table.between_targets;
  const double raters = table.between_raters;
  const double residual = table.residual;
  IccForm form;
  const double scale = between + raters + residual;
  const double r = share(between - residual,
                         between + (k - 1.0) * residual + k * (raters - residual) / n, scale);
  form.single.value = r;
  form.mean.value = share(between - residual, between + (raters - residual) / n, scale);
  const double rated = k * r * raters;
  const double rest = (n * (1.0 + (k - 1.0) * r) - k * r) * residual;
  const double v = (n - 1.0) * (k - 1.0) * (rated + rest) * (rated + rest) /
                   ((n - 1.0) * rated * rated + rest * rest);
  form.f = residual > 0.0 ? between / residual : std::numeric_limits<double>::infinity();
  form.f_df1 = n - 1.0;
  form.f_df2 = v;
  if (residual <= 0.0 && raters <= 0.0) {
    form.single.limits = form.mean.limits = Interval{1.0, 1.0};
    return form;
  }
  const double f_low = f_quantile(n - 1.0, v);
  const double f_high = f_quantile(v, n - 1.0);
  const double c = k * raters + (k * n - k - n) * residual;
  const double low = n * (between - f_low * residual) / (f_low * c + n * between);
  const double high = n * (f_high * between - residual) / (c + n * f_high * between);
  form.single.limits = finite(low, high);
  form.mean.limits = finite(k * low / (1.0 + (k - 1.0) * low), k * high / (1.0 + (k - 1.0) * high));
  return form;
}

}  // namespace

std::optional<IccTable> icc(std::span<const std::vector<double>> ratings) {
  IccTable table;
  table.targets = ratings.size();
  table.raters = ratings.empty() ? 0 : ratings.front().size();
  if (table.targets < 2 || table.raters < 2) return std::nullopt;
  const auto n = static_cast<double>(table.targets);
  const auto k = static_cast<double>(table.raters);
  std::vector<double> rater_means(table.raters, 0.0);
  std::vector<double> target_means;
  double grand = 0.0;
  for (const auto& row : ratings) {
    if (row.size() != table.raters) return std::nullopt;
    double mean = 0.0;
    for (std::size_t j = 0; j < row.size(); ++j) {
      mean += row[j] / k;
      rater_means[j] += row[j] / n;
    }
    target_means.push_back(mean);
    grand += mean / n;
  }
  double between = 0.0;
  double within = 0.0;
  for (std::size_t i = 0; i < ratings.size(); ++i) {
    between += k * (target_means[i] - grand) * (target_means[i] - grand);
    for (const double value : ratings[i])
      within += (value - target_means[i]) * (value - target_means[i]);
  }
  double raters = 0.0;
  for (const double mean : rater_means) raters += n * (mean - grand) * (mean - grand);
  if (between + within <= 0.0) return std::nullopt;
  // What is left by rounding alone is no residual.
  const double residual = within - raters > 1e-12 * (between + within) ? within - raters : 0.0;
  table.between_targets = between / (n - 1.0);
  table.within_targets = within / (n * (k - 1.0));
  table.between_raters = raters / (k - 1.0);
  table.residual = residual / ((n - 1.0) * (k - 1.0));
  table.one_way =
      against_error(table.between_targets, table.within_targets, n - 1.0, n * (k - 1.0), k);
  table.agreement = with_severity(table);
  table.consistency =
      against_error(table.between_targets, table.residual, n - 1.0, (n - 1.0) * (k - 1.0), k);
  return table;
}

}  // namespace barometer
