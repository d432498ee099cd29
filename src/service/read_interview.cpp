#include "service/read_interview.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/json_escape.hpp"
#include "service/quality_gate.hpp"
#include "service/topic.hpp"

namespace barometer {
namespace {

constexpr double aside_weight =
    0.4;  // of an exchange that was about something else, against one that was about it
constexpr std::ptrdiff_t most_quotes_shown =
    2;  // of one sign, for one principle, from one exchange
constexpr double close_share =
    0.6;  // of the surest quote's probability: less is left out of the report
constexpr double clear_probability = 0.25;  // of a quote that speaks against its exchange's verdict
constexpr double clearly_about =
    0.15;  // relevance from which an unjudged exchange counts as an attempt at the principle

// Every byte of every passage is in the source, as it is or as the escapes of JSON there mean it,
// and a candidate said it.
bool is_proven(const Transcript& transcript, const std::vector<Passage>& passages) {
  if (passages.empty()) return false;
  return std::all_of(passages.begin(), passages.end(), [&](const Passage& passage) {
    const Turn& turn = transcript.turns[passage.turn];
    if (transcript.speakers[turn.speaker].role != Role::Candidate) return false;
    std::string_view left = passage.quote;
    for (const ByteSpan span : passage.source) {
      if (span.begin != passage.source.front().begin && left.starts_with(' '))
        left.remove_prefix(1);
      const std::string_view bytes = slice(transcript.source, span);
      const std::string meaning = left.starts_with(bytes) ? "" : without_json_escapes(bytes);
      const std::string_view said = meaning.empty() ? bytes : std::string_view(meaning);
      if (!left.starts_with(said)) return false;
      left.remove_prefix(said.size());
    }
    return left.empty();
  });
}

struct Spoken {
  std::size_t exchange = 0;
  const PrincipleReading* reading = nullptr;
  bool main = false;  // the exchange was about this principle first of all
};

std::vector<Spoken> spoken_to(const InterviewReport& report, const PrincipleId& principle) {
  std::vector<Spoken> found;
  for (std::size_t i = 0; i < report.readings.size(); ++i) {
    const ExchangeReading& reading = report.readings[i];
    for (const PrincipleReading& one : reading.readings) {
      if (one.principle != principle) continue;
      const bool main = &one == &reading.readings.front() && reading.abstention == Abstention::None;
      if (!one.evidence.empty() || (main && one.relevance >= clearly_about))
        found.push_back({i, &one, main});
    }
  }
  return found;
}

PrincipleVerdict combined(const std::vector<Spoken>& spoken) {
  bool strong = false;
  bool mixed = false;
  bool weak = false;
  for (const Spoken& one : spoken) {
    strong = strong || one.reading->verdict == Verdict::Strong;
    mixed = mixed || one.reading->verdict == Verdict::Mixed;
    weak = weak || one.reading->verdict == Verdict::Weak;
  }
  if (strong && !weak) return PrincipleVerdict::Strong;
  if (strong || mixed) return PrincipleVerdict::Mixed;
  if (weak) return PrincipleVerdict::Weak;
  return spoken.empty() ? PrincipleVerdict::NotAssessed : PrincipleVerdict::Insufficient;
}

// Weighted mean score, and the rating of the reading that carries most.
void score(const std::vector<Spoken>& spoken, PrincipleSummary& summary) {
  double weights = 0.0;
  double sum = 0.0;
  double ratings = 0.0;
  double rating_weights = 0.0;
  for (const Spoken& one : spoken) {
    if (one.reading->verdict == Verdict::Insufficient) continue;
    const double weight = one.main ? 1.0 : aside_weight;
    weights += weight;
    sum += weight * one.reading->score;
    if (one.reading->rating) {
      ratings += weight * *one.reading->rating;
      rating_weights += weight;
    }
  }
  if (weights > 0.0) summary.score = std::round(sum / weights * 1e4) / 1e4;
  if (rating_weights > 0.0)
    summary.rating = static_cast<int>(std::lround(ratings / rating_weights));
}

// What a person should read, in the order of the answer: the surest quotes of each sign, those that
// come close to the surest, and against the verdict only what is clear.
std::vector<const Evidence*> surest(const PrincipleReading& reading) {
  std::vector<const Evidence*> kept;
  for (const Evidence& one : reading.evidence) {
    std::ptrdiff_t surer = 0;
    double most = one.probability;
    for (const Evidence& other : reading.evidence) {
      if (other.polarity != one.polarity) continue;
      surer += other.probability > one.probability ? 1 : 0;
      most = std::max(most, other.probability);
    }
    const bool against_the_verdict =
        reading.verdict == (one.polarity == Polarity::Supports ? Verdict::Weak : Verdict::Strong);
    const double least =
        std::max(close_share * most, against_the_verdict ? clear_probability : 0.0);
    if (surer < most_quotes_shown && one.probability >= least) kept.push_back(&one);
  }
  return kept;
}

std::string gap_of(PrincipleVerdict verdict, const ProbeChoice& probe) {
  switch (verdict) {
    case PrincipleVerdict::NotAssessed:
      return "Not asked about.";
    case PrincipleVerdict::Insufficient:
      return "Asked about, but the answers are too thin to judge.";
    default:
      return probe.reason.empty() ? "" : "Still open: " + probe.reason + ".";
  }
}

}  // namespace

PrincipleSummary summarise(const InterviewReport& report, const Principle& principle) {
  PrincipleSummary summary;
  summary.principle = principle.id;
  const std::vector<Spoken> spoken = spoken_to(report, principle.id);
  summary.verdict = combined(spoken);
  score(spoken, summary);
  for (const Spoken& one : spoken) {
    summary.exchanges.push_back(one.exchange);
    if (one.main || summary.probe.kind.empty()) summary.probe = report.readings[one.exchange].probe;
    for (const Evidence* evidence : surest(*one.reading)) {
      auto passages =
          passages_of(report.transcript, report.exchanges[one.exchange], evidence->span);
      if (!is_proven(report.transcript, passages)) continue;
      const auto start = report.transcript.turns[passages.front().turn].start_ms;
      summary.evidence.push_back({*evidence, one.exchange, std::move(passages), start});
    }
  }
  if (summary.verdict == PrincipleVerdict::NotAssessed && !principle.questions.empty()) {
    summary.probe = {"", principle.questions.front().text, ""};
  }
  summary.missing = gap_of(summary.verdict, summary.probe);
  return summary;
}

namespace {

// ReadOptions whose progress covers [from, to] of the whole.
ReadOptions part_of(const ReadOptions& options, double from, double to) {
  ReadOptions part = options;
  if (options.progress) {
    part.progress = [&options, from, to](double share) {
      options.progress(from + share * (to - from));
    };
  }
  return part;
}

// Reads all exchanges, then again those follow-ups that inherit another principle than they were
// read for; those get Exchange::principle. The two readings differ in the principle that comes
// first and in what is judged under it.
Status read_exchanges(InterviewReport& report, const Reader& reader, const ReadOptions& options) {
  constexpr double first_part = 0.9;  // few are read again
  std::vector<Exchange> exchanges;
  exchanges.reserve(report.exchanges.size());
  for (const InterviewExchange& one : report.exchanges) exchanges.push_back(one.exchange);
  auto readings = reader.read(exchanges, part_of(options, 0.0, first_part));
  if (!readings) return readings.error();
  report.readings = *std::move(readings);

  const auto inherited = inherited_principles(report.exchanges, report.readings);
  std::vector<std::size_t> moved;
  std::vector<Exchange> again;
  for (std::size_t i = 0; i < inherited.size(); ++i) {
    if (!inherited[i]) continue;
    report.exchanges[i].exchange.principle = inherited[i];
    moved.push_back(i);
    again.push_back(report.exchanges[i].exchange);
  }
  if (!again.empty()) {
    auto second = reader.read(again, part_of(options, first_part, 1.0));
    if (!second) return second.error();
    for (std::size_t i = 0; i < moved.size(); ++i)
      report.readings[moved[i]] = std::move((*second)[i]);
  }
  if (options.progress) options.progress(1.0);
  return Done{};
}

}  // namespace

Result<InterviewReport> read_interview(std::string name, Transcript transcript, const Pack& pack,
                                       const Reader& reader, const ReadOptions& options) {
  InterviewReport report;
  report.name = std::move(name);
  report.transcript = std::move(transcript);
  report.exchanges = exchanges_of(report.transcript, &pack);
  report.gate = check_quality(report.transcript, report.exchanges, pack.language);
  report.pack_id = pack.id;
  report.pack_version = pack.version;
  report.reader_version = reader.version();
  if (!blocks(report.gate)) {
    if (const auto read = read_exchanges(report, reader, options); !read) return read.error();
  }
  for (std::size_t i = 0; i < report.readings.size(); ++i) {
    report.dropped_quotes += report.readings[i].dropped_spans;
    for (const PrincipleReading& one : report.readings[i].readings) {
      for (const Evidence& evidence : one.evidence) {
        const auto passages = passages_of(report.transcript, report.exchanges[i], evidence.span);
        report.dropped_quotes += is_proven(report.transcript, passages) ? 0U : 1U;
      }
    }
  }
  for (const Principle& principle : pack.principles) {
    report.principles.push_back(summarise(report, principle));
  }
  return report;
}

}  // namespace barometer
