#include "service/topic.hpp"

#include <algorithm>
#include <span>

namespace barometer {
namespace {

constexpr double other_topic = 1.5;       // times the pool of the opener's principle
constexpr double clearly_stronger = 2.0;  // times the relevance of the topic's principle

bool says_something(const ExchangeReading& reading) {
  return reading.abstention == Abstention::None && !reading.readings.empty() &&
         reading.readings.front().relevance > 0.0;
}

double relevance(const ExchangeReading& reading, const PrincipleId& principle) {
  if (!says_something(reading)) return 0.0;
  const auto found =
      std::find_if(reading.readings.begin(), reading.readings.end(),
                   [&](const PrincipleReading& one) { return one.principle == principle; });
  return found == reading.readings.end() ? 0.0 : found->relevance;
}

double pool(const ExchangeReading& opener, std::span<const ExchangeReading> follow_ups,
            const PrincipleId& principle) {
  double sum = 0.0;
  double count = 0.0;
  for (const ExchangeReading& one : follow_ups) {
    if (!says_something(one)) continue;
    sum += relevance(one, principle);
    count += 1.0;
  }
  return relevance(opener, principle) + (count > 0.0 ? sum / count : 0.0);
}

// Rules 1 and 2.
std::optional<PrincipleId> topic_of(const Exchange& opening, const ExchangeReading& opener,
                                    std::span<const ExchangeReading> follow_ups) {
  if (opening.principle) return opening.principle;
  std::optional<PrincipleId> best;
  double most = 0.0;
  // Equal pools: the one that the opener's reading lists first.
  for (const PrincipleReading& one : opener.readings) {
    const double size = pool(opener, follow_ups, one.principle);
    if (size > most) {
      most = size;
      best = one.principle;
    }
  }
  if (!best || !says_something(opener)) return best;
  const PrincipleId& first = opener.readings.front().principle;
  return most >= other_topic * pool(opener, follow_ups, first) ? best : first;
}

// Rule 3.
bool stands_alone(const ExchangeReading& follow_up, const PrincipleId& topic) {
  if (!says_something(follow_up)) return false;
  const PrincipleReading& own = follow_up.readings.front();
  return !own.evidence.empty() && own.relevance >= clearly_stronger * relevance(follow_up, topic);
}

}  // namespace

std::vector<std::optional<PrincipleId>> inherited_principles(
    const std::vector<InterviewExchange>& exchanges, const std::vector<ExchangeReading>& readings) {
  std::vector<std::optional<PrincipleId>> inherited(exchanges.size());
  const std::span<const ExchangeReading> all = readings;
  for (std::size_t opener = 0, end = 0; opener < readings.size(); opener = end) {
    end = opener + 1;
    while (end < readings.size() && exchanges[end].follow_up) ++end;
    const auto follow_ups = all.subspan(opener + 1, end - opener - 1);
    if (follow_ups.empty()) continue;
    const auto topic = topic_of(exchanges[opener].exchange, readings[opener], follow_ups);
    if (!topic) continue;
    for (std::size_t i = opener + 1; i < end; ++i) {
      const bool asked = exchanges[i].exchange.principle.has_value();
      const bool there =
          !readings[i].readings.empty() && readings[i].readings.front().principle == *topic;
      if (!asked && !there && !stands_alone(readings[i], *topic)) inherited[i] = topic;
    }
  }
  return inherited;
}

}  // namespace barometer
