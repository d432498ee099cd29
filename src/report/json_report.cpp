#include "report/json_report.hpp"

#include <cstddef>
#include <vector>

#include "report/digest.hpp"
#include "report/json_value.hpp"
#include "report/wording.hpp"

namespace barometer::report {
namespace {

Json passage_json(const Transcript& transcript, const Passage& passage) {
  Json source = Json::array();
  for (const ByteSpan span : passage.source) source.push_back(span_json(span));
  return {{"turn", passage.turn},
          {"begin", passage.span.begin},
          {"end", passage.span.end},
          {"quote", slice(transcript.turns[passage.turn].text, passage.span)},
          {"source", std::move(source)}};
}

Json passages_json(const Transcript& transcript, const std::vector<Passage>& passages) {
  Json list = Json::array();
  for (const Passage& passage : passages) list.push_back(passage_json(transcript, passage));
  return list;
}

Json probe_or_null(const ProbeChoice& probe) {
  return probe.kind.empty() && probe.text.empty() ? Json(nullptr) : probe_json(probe);
}

Json gate_json(const std::vector<GateCheck>& gate) {
  Json list = Json::array();
  for (const GateCheck& check : gate) {
    list.push_back({{"code", check.code},
                    {"passed", check.passed},
                    {"blocking", check.blocking},
                    {"message", check.message}});
  }
  return list;
}

Json speakers_json(const Transcript& transcript) {
  Json list = Json::array();
  for (const Speaker& speaker : transcript.speakers) {
    list.push_back({{"name", speaker.name}, {"role", to_string(speaker.role)}});
  }
  return list;
}

Json turns_json(const Transcript& transcript) {
  Json list = Json::array();
  for (const Turn& turn : transcript.turns) {
    list.push_back({{"speaker", turn.speaker},
                    {"start_ms", or_null(turn.start_ms)},
                    {"end_ms", or_null(turn.end_ms)},
                    {"text", turn.text},
                    {"source", span_json(turn.source)}});
  }
  return list;
}

Json star_json(const InterviewReport& report, std::size_t index) {
  const StarParts star = index < report.readings.size() ? report.readings[index].star : StarParts{};
  const auto part = [&](const std::optional<ByteSpan>& span) {
    return span ? passages_json(report.transcript,
                                passages_of(report.transcript, report.exchanges[index], *span))
                : Json::array();
  };
  return {{"situation", part(star.situation)},
          {"task", part(star.task)},
          {"action", part(star.action)},
          {"result", part(star.result)}};
}

Json readings_json(const ExchangeReading& reading) {
  Json list = Json::array();
  for (const PrincipleReading& one : reading.readings) {
    list.push_back({{"principle", one.principle.value},
                    {"verdict", to_string(one.verdict)},
                    {"score", rounded(one.score)},
                    {"rating", or_null(one.rating)},
                    {"probability", rounded(one.probability)},
                    {"relevance", rounded(one.relevance)}});
  }
  return list;
}

Json exchange_json(const InterviewReport& report, std::size_t index) {
  const InterviewExchange& exchange = report.exchanges[index];
  const bool read = index < report.readings.size();
  const ExchangeReading reading = read ? report.readings[index] : ExchangeReading{};
  Json answer_turns = Json::array();
  for (const TurnPiece& piece : exchange.answer_pieces) {
    answer_turns.push_back({{"turn", piece.turn},
                            {"begin", piece.turn_begin},
                            {"end", piece.turn_begin + piece.length},
                            {"answer_begin", piece.text_begin}});
  }
  return {{"id", exchange.exchange.id},
          {"principle",
           exchange.exchange.principle ? Json(exchange.exchange.principle->value) : Json(nullptr)},
          {"question", exchange.exchange.question},
          {"question_turns", exchange.question_turns},
          {"answer", exchange.exchange.answer},
          {"answer_turns", std::move(answer_turns)},
          {"start_ms", or_null(exchange.start_ms)},
          {"follow_up", exchange.follow_up},
          {"star", star_json(report, index)},
          {"probe", probe_or_null(reading.probe)},
          {"abstention", abstention_json(reading.abstention)},
          {"dropped_spans", reading.dropped_spans},
          {"readings", readings_json(reading)}};
}

Json evidence_json(const InterviewReport& report, const Pack& pack, const LocatedEvidence& found) {
  const Evidence& evidence = found.evidence;
  return {{"exchange", found.exchange},
          {"indicator", evidence.indicator.value},
          {"indicator_text", text_of(pack, evidence.indicator)},
          {"polarity", to_string(evidence.polarity)},
          {"mode", to_string(evidence.mode)},
          {"agency", to_string(evidence.agency)},
          {"probability", rounded(evidence.probability)},
          {"start_ms", or_null(found.start_ms)},
          {"answer_span", span_json(evidence.span)},
          {"passages", passages_json(report.transcript, found.passages)}};
}

Json principle_json(const InterviewReport& report, const Pack& pack,
                    const PrincipleSummary& summary) {
  Json evidence = Json::array();
  for (const LocatedEvidence& found : summary.evidence) {
    evidence.push_back(evidence_json(report, pack, found));
  }
  return {{"principle", summary.principle.value},
          {"name", name_of(pack, summary.principle)},
          {"verdict", to_string(summary.verdict)},
          {"score", summary.score ? Json(rounded(*summary.score)) : Json(nullptr)},
          {"rating", or_null(summary.rating)},
          {"missing", summary.missing},
          {"probe", probe_or_null(summary.probe)},
          {"exchanges", summary.exchanges},
          {"evidence", std::move(evidence)}};
}

Json report_json(const InterviewReport& report, const Pack& pack) {
  const Transcript& transcript = report.transcript;
  Json exchanges = Json::array();
  for (std::size_t i = 0; i < report.exchanges.size(); ++i) {
    exchanges.push_back(exchange_json(report, i));
  }
  Json principles = Json::array();
  for (const PrincipleSummary& summary : report.principles) {
    principles.push_back(principle_json(report, pack, summary));
  }
  Json warnings = Json::array();
  for (const Warning& warning : transcript.warnings) {
    warnings.push_back({{"code", warning.code}, {"message", warning.message}});
  }
  return {
      {"schema", "barometer.report/1"},
      {"disclaimer", report_disclaimer},
      {"name", report.name},
      {"pack", {{"id", report.pack_id}, {"version", report.pack_version}, {"title", pack.title}}},
      {"reader", {{"version", report.reader_version}}},
      {"judged", report.judged()},
      {"gate", gate_json(report.gate)},
      {"transcript",
       {{"format", transcript.format},
        {"source_bytes", transcript.source.size()},
        {"source_sha256", sha256_hex(transcript.source)},
        {"low_confidence_share", rounded(transcript.low_confidence_share)}}},
      {"speakers", speakers_json(transcript)},
      {"turns", turns_json(transcript)},
      {"exchanges", std::move(exchanges)},
      {"principles", std::move(principles)},
      {"dropped_quotes", report.dropped_quotes},
      {"warnings", std::move(warnings)}};
}

}  // namespace

std::string json_report(const InterviewReport& report, const Pack& pack, JsonLayout layout) {
  return dumped(report_json(report, pack), layout == JsonLayout::Indented ? 2 : -1) + "\n";
}

}  // namespace barometer::report
