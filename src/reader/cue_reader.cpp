// Finds phrases: a reader without a model.
#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/utf8.hpp"
#include "reader/hearing.hpp"
#include "reader/judge.hpp"
#include "reader/reader.hpp"

namespace barometer {
namespace {

class CueReader final : public Reader {
 public:
  CueReader(const Pack& pack, std::vector<Cue> cues)
      : pack_(pack), cues_(std::move(cues)), echo_(pack) {}

  std::string version() const override { return "cue-reader 1"; }

  Result<std::vector<ExchangeReading>> read(std::span<const Exchange> exchanges,
                                            const ReadOptions& options) const override {
    std::vector<ExchangeReading> readings;
    for (const Exchange& exchange : exchanges) {
      if (exchange.principle && pack_.find(*exchange.principle) == nullptr) {
        return invalid_input(
            fmt::format("Exchange '{}' asks for a principle that pack {} does not have.",
                        exchange.id, pack_.id));
      }
      if (utf8::first_invalid(exchange.answer))
        return invalid_input(fmt::format("Exchange '{}' is not valid UTF-8.", exchange.id));
      readings.push_back(read_one(exchange));
      if (options.progress)
        options.progress(static_cast<double>(readings.size()) /
                         static_cast<double>(exchanges.size()));
    }
    return readings;
  }

 private:
  ExchangeReading read_one(const Exchange& exchange) const {
    const Hearing hearing = hear(exchange, echo_);
    ExchangeReading reading = abstain(exchange, hearing.abstention, pack_);
    if (hearing.abstention != Abstention::None) return reading;
    for (PrincipleReading& one : reading.readings) {
      for (const Cue& cue : cues_) {
        const Indicator* indicator = pack_.find(cue.indicator);
        if (indicator == nullptr || cue.phrase.empty() ||
            !cue.indicator.value.starts_with(one.principle.value + "."))
          continue;
        for (auto at = exchange.answer.find(cue.phrase); at != std::string::npos;
             at = exchange.answer.find(cue.phrase, at + cue.phrase.size())) {
          one.evidence.push_back({{at, at + cue.phrase.size()},
                                  cue.indicator,
                                  indicator->polarity,
                                  Mode::Did,
                                  Agency::Mine,
                                  1.0});
        }
      }
      settle(one);
    }
    std::stable_sort(reading.readings.begin() + (exchange.principle ? 1 : 0),
                     reading.readings.end(),
                     [](const PrincipleReading& a, const PrincipleReading& b) {
                       return a.relevance > b.relevance;
                     });
    return reading;
  }

  static void settle(PrincipleReading& one) {
    if (one.evidence.empty()) return;
    std::sort(one.evidence.begin(), one.evidence.end(), [](const Evidence& a, const Evidence& b) {
      return std::tie(a.span, a.indicator) < std::tie(b.span, b.indicator);
    });
    const auto supporting =
        std::count_if(one.evidence.begin(), one.evidence.end(),
                      [](const Evidence& each) { return each.polarity == Polarity::Supports; });
    const auto all = static_cast<double>(one.evidence.size());
    one.score = (2.0 * static_cast<double>(supporting) - all) / all;
    one.verdict = one.score > 0.99    ? Verdict::Strong
                  : one.score < -0.99 ? Verdict::Weak
                                      : Verdict::Mixed;
    one.rating = one.verdict == Verdict::Strong ? 4 : one.verdict == Verdict::Mixed ? 3 : 2;
    one.probability = static_cast<double>(supporting) / all;
    one.relevance = 1.0;
  }

  const Pack& pack_;
  std::vector<Cue> cues_;
  RubricEcho echo_;
};

}  // namespace

Result<std::unique_ptr<Reader>> make_cue_reader(const Pack& pack, std::vector<Cue> cues) {
  for (const Cue& cue : cues) {
    if (pack.find(cue.indicator) == nullptr) {
      return invalid_input(
          fmt::format("Pack {} has no indicator '{}'.", pack.id, cue.indicator.value));
    }
  }
  return std::make_unique<CueReader>(pack, std::move(cues));
}

}  // namespace barometer
