// From one labelled exchange and its readings to numbers.
#include <algorithm>

#include "service/evaluation_figures.hpp"
#include "text/segment.hpp"

namespace barometer {
namespace {

std::vector<MarkedSpan> marks_of(const PrincipleReading& reading) {
  std::vector<MarkedSpan> marks;
  for (const Evidence& evidence : reading.evidence)
    marks.push_back({evidence.span, evidence.polarity});
  return marks;
}

// Spans count against raters who looked under the same principle: the same words may speak for one
// principle and against another.
void compare_marks(const LabelledExchange& labelled, const std::optional<PrincipleId>& principle,
                   const PrincipleReading& reading, EvaluatedExchange& one) {
  const auto looked = [&](const HumanRating& rating) {
    return rating.spans.has_value() && rating.principle == principle;
  };
  const auto given = marks_of(reading);
  for (const HumanRating& rating : labelled.ratings) {
    one.reader_spans.push_back(looked(rating) ? std::optional(compare_spans(given, *rating.spans))
                                              : std::nullopt);
  }
  for (std::size_t i = 0; i < labelled.ratings.size(); ++i) {
    for (std::size_t j = 0; j < labelled.ratings.size(); ++j) {
      if (i == j || !looked(labelled.ratings[i]) || !looked(labelled.ratings[j])) continue;
      if (!one.rater_spans) one.rater_spans.emplace();
      *one.rater_spans += compare_spans(*labelled.ratings[i].spans, *labelled.ratings[j].spans);
    }
  }
}

void compare_probes(const LabelledExchange& labelled, const std::string& chosen,
                    EvaluatedExchange& one) {
  double probes = 0.0;
  double as_chosen = 0.0;
  double pairs = 0.0;
  double same = 0.0;
  for (std::size_t i = 0; i < labelled.ratings.size(); ++i) {
    const std::string& probe = labelled.ratings[i].probe;
    if (probe.empty()) continue;
    probes += 1.0;
    if (probe == chosen) as_chosen += 1.0;
    for (std::size_t j = i + 1; j < labelled.ratings.size(); ++j) {
      if (labelled.ratings[j].probe.empty()) continue;
      pairs += 1.0;
      if (labelled.ratings[j].probe == probe) same += 1.0;
    }
  }
  if (probes > 0.0) {
    one.probe_as_any = as_chosen > 0.0;
    one.probe_as_each = as_chosen / probes;
  }
  if (pairs > 0.0) one.probe_between_raters = same / pairs;
}

}  // namespace

EvaluatedExchange evaluated(const LabelledExchange& labelled, std::size_t group,
                            const std::optional<PrincipleId>& principle,
                            const ExchangeReading& told, const ExchangeReading& untold) {
  EvaluatedExchange one;
  one.group = group;
  const auto raters = static_cast<double>(labelled.ratings.size());
  std::vector<PrincipleId> named;
  for (const HumanRating& rating : labelled.ratings) {
    one.ratings.push_back(static_cast<double>(rating.verdict));
    one.human += one.ratings.back();
    if (rating.verdict >= Verdict::Mixed) one.better_share += 1.0;
    if (rating.principle) named.push_back(*rating.principle);
  }
  one.human /= raters;
  one.better_share /= raters;
  // Where the line names the principle, the raters were told it.
  if (!labelled.exchange.principle && named.size() > 1)
    one.raters_name_one_principle = named[0] == named[1];

  const PrincipleReading& reading = told.readings.front();
  one.verdict = static_cast<int>(reading.verdict);
  one.score = reading.score;
  one.probability = reading.probability;
  one.words = count_words(labelled.exchange.answer);
  if (principle) {
    const auto found =
        std::find_if(untold.readings.begin(), untold.readings.end(),
                     [&](const PrincipleReading& each) { return each.principle == *principle; });
    if (found != untold.readings.end())
      one.principle_rank = static_cast<std::size_t>(found - untold.readings.begin());
  }
  compare_marks(labelled, principle, reading, one);
  compare_probes(labelled, told.probe.kind, one);
  return one;
}

}  // namespace barometer
