// Reading: what a reader found in one exchange. Plain data; offsets are bytes of Exchange::answer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/byte_span.hpp"
#include "domain/pack.hpp"

namespace barometer {

// A question with its answer, seen after the exchanges before it: the unit of judgement.
struct Exchange {
  std::string id;
  std::optional<PrincipleId> principle;  // the one the question was asked for, if known
  std::vector<std::pair<std::string, std::string>>
      context;  // earlier (question, answer) on the same topic
  std::string question;
  std::string answer;
};

enum class Verdict : std::uint8_t { Insufficient, Weak, Mixed, Strong };
enum class Mode : std::uint8_t { Did, Would, Says };
enum class Agency : std::uint8_t { Mine, Ours, Other };

std::string_view to_string(Verdict verdict);
std::string_view to_string(Mode mode);
std::string_view to_string(Agency agency);
std::optional<Verdict> verdict_from(std::string_view name);
std::optional<Mode> mode_from(std::string_view name);

// Words of the candidate that speak for or against a principle.
struct Evidence {
  ByteSpan span;  // of Exchange::answer, on code-point boundaries, never empty
  IndicatorId indicator;
  Polarity polarity = Polarity::Supports;
  Mode mode = Mode::Did;
  Agency agency = Agency::Mine;
  double probability = 0.0;  // calibrated, in [0, 1]
};

struct PrincipleReading {
  PrincipleId principle;
  Verdict verdict = Verdict::Insufficient;
  double score = 0.0;  // in [-1, 1]; 0 carries no judgement
  double probability =
      0.0;                 // that a careful rater would say mixed or better, calibrated, in [0, 1]
  double relevance = 0.0;  // how much the exchange is about this principle, in [0, 1]
  std::optional<int> rating;       // 1 to 5 by the pack's anchors; none when insufficient
  std::vector<Evidence> evidence;  // by span, without duplicates
};

// Which parts of a story the answer holds: the longest stretch for each, if any.
struct StarParts {
  std::optional<ByteSpan> situation;
  std::optional<ByteSpan> task;
  std::optional<ByteSpan> action;
  std::optional<ByteSpan> result;
};

struct ProbeChoice {
  std::string kind;
  std::string text;    // of the pack
  std::string reason;  // which gap it goes after, for people
};

// Why an answer was not judged.
enum class Abstention : std::uint8_t {
  None,
  TooShort,
  Gibberish,
  Instruction,
  Echo,
  OffTopic,
  Language,
  NotVerbatim
};

std::string_view to_string(Abstention abstention);

struct ExchangeReading {
  std::string id;
  std::vector<PrincipleReading>
      readings;  // by relevance, highest first; the asked principle is first
  StarParts star;
  ProbeChoice probe;
  Abstention abstention = Abstention::None;
  std::size_t dropped_spans = 0;  // spans that failed the verbatim check
};

// Faults in a reading against its exchange (spans, ranges, order); empty when sound.
std::vector<std::string> faults(const Exchange& exchange, const ExchangeReading& reading);

}  // namespace barometer
