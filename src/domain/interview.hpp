// Interview: a transcript cut into exchanges, and the report that reading them gives. Plain data.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/byte_span.hpp"
#include "domain/reading.hpp"
#include "domain/transcript.hpp"

namespace barometer {

// Where a stretch of joined text came from: text[begin, begin + length) is Turn::text[turn_begin,
// ...).
struct TurnPiece {
  std::size_t turn = 0;
  std::size_t turn_begin = 0;
  std::size_t text_begin = 0;
  std::size_t length = 0;
};

// One question of the interviewers with the candidate's answer; the texts are turns joined by one
// space.
struct InterviewExchange {
  Exchange exchange;  // question, answer, context: what the reader sees
  std::vector<std::size_t> question_turns;
  std::vector<TurnPiece> answer_pieces;  // of exchange.answer, ascending
  std::optional<std::int64_t> start_ms;  // of the answer
  bool follow_up = false;                // a probe into the topic of the exchange before it
};

// Cuts at every question of an interviewer; an interviewer's "mm-hm" does not end an answer.
// Needs roles; turns of Unknown and Other speakers are in no exchange. Which exchanges are
// follow-ups is told by FollowUps, which knows more with a pack.
std::vector<InterviewExchange> exchanges_of(const Transcript& transcript,
                                            const Pack* pack = nullptr);

// The parts of turns that `span` of the answer covers.
std::vector<Passage> passages_of(const Transcript& transcript, const InterviewExchange& exchange,
                                 ByteSpan span);

// Evidence with its place in the transcript. Every passage is verbatim.
struct LocatedEvidence {
  Evidence evidence;
  std::size_t exchange = 0;  // index into InterviewReport::exchanges
  std::vector<Passage> passages;
  std::optional<std::int64_t> start_ms;
};

enum class PrincipleVerdict : std::uint8_t { NotAssessed, Insufficient, Weak, Mixed, Strong };
std::string_view to_string(PrincipleVerdict verdict);

// One principle over the whole interview.
struct PrincipleSummary {
  PrincipleId principle;
  PrincipleVerdict verdict = PrincipleVerdict::NotAssessed;
  std::optional<double> score;            // in [-1, 1]; none when not assessed or insufficient
  std::optional<int> rating;              // 1 to 5
  std::vector<std::size_t> exchanges;     // that speak to it, in order
  std::vector<LocatedEvidence> evidence;  // in order of the transcript
  std::string missing;                    // the gap in words, for people
  ProbeChoice probe;                      // what to ask next
};

// A check before judging. `passed` false means the interview is not judged on account of it.
struct GateCheck {
  std::string code;  // label_coverage, recognition, substance, length, language, times, candidate
  bool passed = true;
  bool blocking = false;
  std::string message;
};

struct InterviewReport {
  std::string name;  // of the file, without its folder
  Transcript transcript;
  std::vector<InterviewExchange> exchanges;
  std::vector<ExchangeReading> readings;     // one per exchange; empty when the gate failed
  std::vector<PrincipleSummary> principles;  // all of the pack, in its order
  std::vector<GateCheck> gate;
  std::size_t dropped_quotes = 0;  // found by the reader, not verbatim in the source: left out
  std::string pack_id;
  std::string pack_version;
  std::string reader_version;

  bool judged() const { return readings.size() == exchanges.size() && !exchanges.empty(); }
};

// Stands at the top of every report.
inline constexpr std::string_view report_disclaimer =
    "This report shows what was said and what was not asked. It is evidence for a discussion "
    "between people, "
    "not a decision.";

}  // namespace barometer
