// Judge: from the encoder's numbers to a reading. Pure functions: no engine, no files.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "domain/pack.hpp"
#include "domain/reading.hpp"
#include "reader/heads.hpp"
#include "reader/hearing.hpp"

namespace barometer {

// Where the indicators of a pack lie in the shared space: one unit vector each, by their text
// alone.
struct IndicatorSpace {
  struct Entry {
    std::size_t principle = 0;  // index into Pack::principles
    std::size_t indicator = 0;  // index into Principle::indicators
    Polarity polarity = Polarity::Supports;
    std::vector<float> vector;
  };
  std::vector<Entry> entries;
  std::size_t principles = 0;
};

// What the heads say about one sentence.
struct SentenceSignal {
  double for_logit = 0.0;  // mean over its words
  double against_logit = 0.0;
  std::array<double, star_part_count> star{};  // situation, task, action, result; mean logits
  Mode mode = Mode::Did;
  Agency agency = Agency::Mine;
  std::vector<double>
      indicator_share;  // over IndicatorSpace::entries, sums to 1; empty where nothing stands out
  bool heard = false;
};

// What the heads say about one answer; for a long one, its windows together.
struct AnswerSignal {
  std::array<double, 3> beyond{};  // calibrated: beyond insufficient, weak, mixed; falling
  std::vector<double> relevance;   // per principle of the pack, sums to 1
  std::vector<double> probe;       // per builtin_probe_kinds, sums to 1
  std::array<double, star_part_count> star{};  // probability that the part is told
  std::vector<SentenceSignal> sentences;       // one per Hearing::sentences
};

// Soft maximum over each principle's indicators, then shares over principles (the trainer's
// principle_logits).
std::vector<double> principle_shares(const IndicatorSpace& space, std::span<const float> point,
                                     double scale);

// Shares over single indicators.
std::vector<double> indicator_shares(const IndicatorSpace& space, std::span<const float> point,
                                     double scale);

ExchangeReading judge(const Exchange& exchange, const Hearing& hearing, const AnswerSignal& signal,
                      const Pack& pack, const IndicatorSpace& space, const Heads& heads);

// A reading that says why nothing could be judged.
ExchangeReading abstain(const Exchange& exchange, Abstention why, const Pack& pack);

// The words to ask a probe of `kind` about `principle` in: the pack's own, or plain ones.
ProbeChoice word_probe(std::string_view kind, const Principle* principle);

}  // namespace barometer
