#include "reader/judge.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace barometer {
namespace {

constexpr std::size_t most_quotes = 3;  // of one sign for one principle in one answer
constexpr double closest_share =
    0.25;                        // of the cut: the least for the only quote of a judged answer
constexpr double clearly = 1.5;  // times the cut: then a sentence speaks for and against
constexpr double other_principle_share =
    0.4;  // of a sentence's indicators: then it speaks to that principle, too

std::vector<double> softmax(std::vector<double> logits) {
  if (logits.empty()) return logits;
  const double highest = *std::max_element(logits.begin(), logits.end());
  double sum = 0.0;
  for (double& value : logits) sum += value = std::exp(value - highest);
  for (double& value : logits) value /= sum;
  return logits;
}

// Digits beyond these are noise of the arithmetic; without them the output is the same everywhere.
double rounded(double value) { return std::round(value * 1e4) / 1e4; }

Verdict verdict_of(const std::array<double, 3>& beyond, const std::array<double, 3>& cuts) {
  if (beyond[2] >= cuts[2]) return Verdict::Strong;
  if (beyond[1] >= cuts[1]) return Verdict::Mixed;
  if (beyond[0] >= cuts[0]) return Verdict::Weak;
  return Verdict::Insufficient;
}

std::optional<int> rating_of(Verdict verdict, const std::array<double, 3>& beyond) {
  switch (verdict) {
    case Verdict::Insufficient:
      return std::nullopt;
    case Verdict::Weak:
      return beyond[1] < 0.2 ? 1 : 2;
    case Verdict::Mixed:
      return 3;
    case Verdict::Strong:
      return beyond[2] >= 0.75 ? 5 : 4;
  }
  return std::nullopt;
}

// How far the answer goes towards strong: rises with the chance of mixed-or-better, and again with
// that of strong. For an insufficient answer it only orders doubt (reports show no score there, and
// there is no rating).
double score_of(const std::array<double, 3>& beyond) { return beyond[1] + beyond[2] - 1.0; }

struct Candidate {
  std::size_t sentence = 0;
  Polarity polarity = Polarity::Supports;
  double probability = 0.0;
};

// Sentences that a careful rater would quote, surest first. One sentence speaks for or against; for
// both only when it clearly does both. What is judged at all has at least the sentence that comes
// closest.
std::vector<Candidate> quotable(const Hearing& hearing, const AnswerSignal& signal,
                                const Heads& heads, Verdict verdict) {
  std::vector<Candidate> found;
  Candidate closest;
  for (std::size_t i = 0; i < hearing.sentences.size(); ++i) {
    const SentenceSignal& one = signal.sentences[i];
    if (!one.heard || one.indicator_share.empty()) continue;
    // Somebody else's act is no evidence for the candidate.
    const double supports = one.agency == Agency::Other ? 0.0 : heads.evidence_for(one.for_logit);
    const double contradicts = heads.evidence_against(one.against_logit);
    const double for_cuts = supports / heads.evidence_cuts[0];
    const double against_cuts = contradicts / heads.evidence_cuts[1];
    if (for_cuts >= 1.0 && (for_cuts >= against_cuts || for_cuts >= clearly))
      found.push_back({i, Polarity::Supports, supports});
    if (against_cuts >= 1.0 && (against_cuts > for_cuts || against_cuts >= clearly))
      found.push_back({i, Polarity::Contradicts, contradicts});
    const bool wanted = verdict == Verdict::Weak ? contradicts > closest.probability
                                                 : supports > closest.probability;
    if (wanted) {
      closest = verdict == Verdict::Weak ? Candidate{i, Polarity::Contradicts, contradicts}
                                         : Candidate{i, Polarity::Supports, supports};
    }
  }
  const double cut = heads.evidence_cuts[verdict == Verdict::Weak ? 1 : 0];
  if (found.empty() && closest.probability >= closest_share * cut) found.push_back(closest);
  std::stable_sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
    return a.probability > b.probability;
  });
  return found;
}

// The closest indicator of `principle` with that polarity, and the share of all its principle's
// indicators.
struct IndicatorMatch {
  const Indicator* indicator = nullptr;
  double share = 0.0;
};

IndicatorMatch closest_indicator(const Pack& pack, const IndicatorSpace& space,
                                 const SentenceSignal& sentence, std::size_t principle,
                                 Polarity polarity) {
  IndicatorMatch match;
  double best = -1.0;
  for (std::size_t i = 0; i < space.entries.size() && i < sentence.indicator_share.size(); ++i) {
    const IndicatorSpace::Entry& entry = space.entries[i];
    if (entry.principle != principle) continue;
    match.share += sentence.indicator_share[i];
    if (entry.polarity == polarity && sentence.indicator_share[i] > best) {
      best = sentence.indicator_share[i];
      match.indicator = &pack.principles[principle].indicators[entry.indicator];
    }
  }
  return match;
}

std::size_t count_of(const std::vector<Evidence>& evidence, Polarity polarity) {
  return static_cast<std::size_t>(
      std::count_if(evidence.begin(), evidence.end(),
                    [&](const Evidence& one) { return one.polarity == polarity; }));
}

// Puts each quote under the principle in question, and under another one that it clearly speaks to.
void place_evidence(const Hearing& hearing, const AnswerSignal& signal, const Pack& pack,
                    const IndicatorSpace& space, const std::vector<Candidate>& candidates,
                    std::size_t main, std::vector<PrincipleReading>& readings) {
  for (const Candidate& candidate : candidates) {
    const SentenceSignal& sentence = signal.sentences[candidate.sentence];
    for (std::size_t principle = 0; principle < pack.principles.size(); ++principle) {
      const IndicatorMatch match =
          closest_indicator(pack, space, sentence, principle, candidate.polarity);
      if (match.indicator == nullptr || (principle != main && match.share < other_principle_share))
        continue;
      std::vector<Evidence>& evidence = readings[principle].evidence;
      if (count_of(evidence, candidate.polarity) >= most_quotes) continue;
      evidence.push_back({hearing.sentences[candidate.sentence].span, match.indicator->id,
                          candidate.polarity, sentence.mode, sentence.agency,
                          rounded(candidate.probability)});
    }
  }
  for (PrincipleReading& reading : readings) {
    std::sort(reading.evidence.begin(), reading.evidence.end(),
              [](const Evidence& a, const Evidence& b) {
                return std::tie(a.span, a.polarity) < std::tie(b.span, b.polarity);
              });
  }
}

// A principle that nobody asked about: its own quotes decide, and they can only say a little.
void judge_aside(PrincipleReading& reading, const AnswerSignal& signal, Verdict main_verdict) {
  double supports = 0.0;
  double contradicts = 0.0;
  for (const Evidence& one : reading.evidence) {
    double& side = one.polarity == Polarity::Supports ? supports : contradicts;
    side = std::max(side, one.probability);
  }
  if (reading.evidence.empty() || main_verdict == Verdict::Insufficient) {
    reading.evidence.clear();
    return;
  }
  reading.verdict = supports == 0.0 ? Verdict::Weak : Verdict::Mixed;
  if (contradicts == 0.0 && main_verdict == Verdict::Strong && reading.relevance >= 0.25)
    reading.verdict = Verdict::Strong;
  reading.score =
      rounded(std::clamp((supports - contradicts) * (0.5 + 0.5 * reading.relevance), -1.0, 1.0));
  reading.rating = rating_of(reading.verdict, signal.beyond);
  if (reading.verdict == Verdict::Strong) reading.rating = 4;
  reading.probability = rounded(std::clamp(supports * signal.beyond[1], 0.0, 1.0));
}

StarParts story_parts(const Hearing& hearing, const AnswerSignal& signal) {
  StarParts parts;
  const std::array<std::optional<ByteSpan>*, star_part_count> slots = {
      &parts.situation, &parts.task, &parts.action, &parts.result};
  for (std::size_t part = 0; part < star_part_count; ++part) {
    if (signal.star[part] < 0.5) continue;
    double best = -1e9;
    for (std::size_t i = 0; i < hearing.sentences.size(); ++i) {
      if (!signal.sentences[i].heard || signal.sentences[i].star[part] <= best) continue;
      best = signal.sentences[i].star[part];
      *slots[part] = hearing.sentences[i].span;
    }
  }
  return parts;
}

ProbeChoice choose_probe(const Exchange& exchange, const AnswerSignal& signal,
                         const Principle* principle) {
  std::size_t best = 0;
  double most = -1.0;
  for (std::size_t kind = 0; kind < signal.probe.size(); ++kind) {
    // Asked already: not again.
    const ProbeChoice worded = word_probe(builtin_probe_kinds[kind], principle);
    const bool asked = worded.text == exchange.question ||
                       std::any_of(exchange.context.begin(), exchange.context.end(),
                                   [&](const auto& before) { return before.first == worded.text; });
    if (!asked && signal.probe[kind] > most) {
      most = signal.probe[kind];
      best = kind;
    }
  }
  return word_probe(builtin_probe_kinds[best], principle);
}

}  // namespace

std::vector<double> indicator_shares(const IndicatorSpace& space, std::span<const float> point,
                                     double scale) {
  std::vector<double> logits;
  logits.reserve(space.entries.size());
  for (const IndicatorSpace::Entry& entry : space.entries)
    logits.push_back(scale * static_cast<double>(dot(entry.vector, point)));
  return softmax(std::move(logits));
}

std::vector<double> principle_shares(const IndicatorSpace& space, std::span<const float> point,
                                     double scale) {
  std::vector<double> sums(space.principles, 0.0);
  std::vector<double> counts(space.principles, 0.0);
  for (const IndicatorSpace::Entry& entry : space.entries) {
    sums[entry.principle] += std::exp(scale * static_cast<double>(dot(entry.vector, point)));
    counts[entry.principle] += 1.0;
  }
  std::vector<double> logits(space.principles, -1e9);
  for (std::size_t i = 0; i < sums.size(); ++i) {
    if (counts[i] > 0.0) logits[i] = std::log(sums[i] / counts[i]);
  }
  return softmax(std::move(logits));
}

ExchangeReading judge(const Exchange& exchange, const Hearing& hearing, const AnswerSignal& signal,
                      const Pack& pack, const IndicatorSpace& space, const Heads& heads) {
  ExchangeReading reading;
  reading.id = exchange.id;
  reading.readings.resize(pack.principles.size());
  std::size_t main = 0;
  for (std::size_t i = 0; i < pack.principles.size(); ++i) {
    reading.readings[i].principle = pack.principles[i].id;
    reading.readings[i].relevance = rounded(signal.relevance[i]);
    if (signal.relevance[i] > signal.relevance[main]) main = i;
  }
  if (exchange.principle) {
    const auto asked =
        std::find_if(pack.principles.begin(), pack.principles.end(),
                     [&](const Principle& one) { return one.id == *exchange.principle; });
    if (asked != pack.principles.end())
      main = static_cast<std::size_t>(asked - pack.principles.begin());
  }

  PrincipleReading& asked = reading.readings[main];
  asked.verdict = verdict_of(signal.beyond, heads.cuts);
  asked.score = rounded(std::clamp(score_of(signal.beyond), -1.0, 1.0));
  asked.probability = rounded(signal.beyond[1]);
  asked.rating = rating_of(asked.verdict, signal.beyond);

  std::vector<Candidate> candidates;
  if (asked.verdict != Verdict::Insufficient)
    candidates = quotable(hearing, signal, heads, asked.verdict);
  place_evidence(hearing, signal, pack, space, candidates, main, reading.readings);
  for (std::size_t i = 0; i < reading.readings.size(); ++i) {
    if (i != main) judge_aside(reading.readings[i], signal, asked.verdict);
  }

  reading.star = story_parts(hearing, signal);
  reading.probe = choose_probe(exchange, signal, &pack.principles[main]);
  std::rotate(reading.readings.begin(),
              reading.readings.begin() + static_cast<std::ptrdiff_t>(main),
              reading.readings.begin() + static_cast<std::ptrdiff_t>(main) + 1);
  std::stable_sort(reading.readings.begin() + 1, reading.readings.end(),
                   [](const PrincipleReading& a, const PrincipleReading& b) {
                     return a.relevance > b.relevance;
                   });
  return reading;
}

ExchangeReading abstain(const Exchange& exchange, Abstention why, const Pack& pack) {
  ExchangeReading reading;
  reading.id = exchange.id;
  reading.abstention = why;
  const Principle* asked = nullptr;
  for (const Principle& principle : pack.principles) {
    PrincipleReading none;
    none.principle = principle.id;
    const bool first = exchange.principle && principle.id == *exchange.principle;
    if (first) asked = &principle;
    reading.readings.insert(first ? reading.readings.begin() : reading.readings.end(),
                            std::move(none));
  }
  reading.probe =
      word_probe(why == Abstention::TooShort ? "what-would-you-do" : "which-details", asked);
  return reading;
}

}  // namespace barometer
