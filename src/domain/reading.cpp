#include "domain/reading.hpp"

#include <algorithm>
#include <array>

#include "core/utf8.hpp"

namespace barometer {
namespace {

constexpr std::array<std::string_view, 4> verdict_names = {"insufficient", "weak", "mixed",
                                                           "strong"};
constexpr std::array<std::string_view, 3> mode_names = {"did", "would", "says"};
constexpr std::array<std::string_view, 3> agency_names = {"mine", "ours", "other"};
constexpr std::array<std::string_view, 8> abstention_names = {
    "none", "too_short", "gibberish", "instruction",
    "echo", "off_topic", "language",  "not_verbatim"};

template <typename Enum, std::size_t Size>
std::optional<Enum> from_name(const std::array<std::string_view, Size>& names,
                              std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

bool sound(std::string_view answer, ByteSpan span) {
  return span.begin < span.end && span.end <= answer.size() &&
         utf8::is_boundary(answer, span.begin) && utf8::is_boundary(answer, span.end);
}

}  // namespace

std::string_view to_string(Verdict verdict) {
  return verdict_names[static_cast<std::size_t>(verdict)];
}
std::string_view to_string(Mode mode) { return mode_names[static_cast<std::size_t>(mode)]; }
std::string_view to_string(Agency agency) { return agency_names[static_cast<std::size_t>(agency)]; }
std::string_view to_string(Abstention abstention) {
  return abstention_names[static_cast<std::size_t>(abstention)];
}
std::optional<Verdict> verdict_from(std::string_view name) {
  return from_name<Verdict>(verdict_names, name);
}
std::optional<Mode> mode_from(std::string_view name) { return from_name<Mode>(mode_names, name); }

std::vector<std::string> faults(const Exchange& exchange, const ExchangeReading& reading) {
  std::vector<std::string> found;
  const auto check = [&](bool good, std::string what) {
    if (!good) found.push_back(std::move(what));
  };
  for (const PrincipleReading& one : reading.readings) {
    const std::string& name = one.principle.value;
    check(one.score >= -1.0 && one.score <= 1.0, name + ": score outside [-1, 1]");
    check(one.probability >= 0.0 && one.probability <= 1.0, name + ": probability outside [0, 1]");
    check(!one.rating || (*one.rating >= 1 && *one.rating <= 5), name + ": rating outside 1 to 5");
    check(one.verdict != Verdict::Insufficient || !one.rating, name + ": insufficient, yet rated");
    check(std::is_sorted(one.evidence.begin(), one.evidence.end(),
                         [](const Evidence& a, const Evidence& b) { return a.span < b.span; }),
          name + ": evidence out of order");
    for (const Evidence& evidence : one.evidence) {
      check(sound(exchange.answer, evidence.span), name + ": span is not a piece of the answer");
      check(evidence.probability >= 0.0 && evidence.probability <= 1.0,
            name + ": evidence probability outside [0, 1]");
    }
  }
  for (const auto& part :
       {reading.star.situation, reading.star.task, reading.star.action, reading.star.result}) {
    check(!part || sound(exchange.answer, *part), "a story part is not a piece of the answer");
  }
  if (exchange.principle && !reading.readings.empty()) {
    check(reading.readings.front().principle == *exchange.principle,
          "the asked principle is not first");
  }
  return found;
}

}  // namespace barometer
