// Overview: what the formats for people derive from a report: its quotes numbered, its counts, its
// limits in sentences.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/interview.hpp"
#include "domain/pack.hpp"

namespace barometer::report {

// One piece of evidence with its number in the report. Pointers are into the report.
struct NumberedQuote {
  std::size_t number = 0;  // from 1: by principle, and in it the ones for before the ones against
  std::size_t principle = 0;  // index into InterviewReport::principles
  const LocatedEvidence* found = nullptr;
};
std::vector<NumberedQuote> numbered_quotes(const InterviewReport& report);
// Those of one principle and one side, in the same order.
std::vector<NumberedQuote> quotes_of(const std::vector<NumberedQuote>& quotes,
                                     std::size_t principle, Polarity polarity);

// The part of one turn that a quote covers, entities included (passages leave them out).
struct Stretch {
  std::size_t turn = 0;
  ByteSpan span;  // of Turn::text
};
std::vector<Stretch> stretches(const std::vector<Passage>& passages);
// The stretches joined by one space.
std::string quote_text(const Transcript& transcript, const std::vector<Passage>& passages);

bool is_judged(const PrincipleSummary& summary);  // weak, mixed or strong
// Judged, or asked about without enough evidence: what gets a section of its own.
bool has_section(const PrincipleSummary& summary);

// The label as written; for a speaker without one, the role.
std::string speaker_name(const Transcript& transcript, std::size_t turn);
std::vector<std::string> names_with(const Transcript& transcript, Role role);
// Until the last known time stamp.
std::optional<std::int64_t> length_ms(const Transcript& transcript);
// "Evidence on 5 of 16 principles: 2 strong, 2 mixed, 1 weak. 1 had insufficient evidence, 10 were
// not assessed." Empty when the interview was not judged.
std::string verdicts_in_words(const InterviewReport& report);
// "from exchanges 1 and 3"; empty without any.
std::string exchanges_in_words(const std::vector<std::size_t>& exchanges);
// "Exchange 2 of 5, a follow-up"
std::string exchange_title(const InterviewReport& report, std::size_t exchange);

// The principles that exchange speaks to, as "Ownership (strong)".
struct SpokenTo {
  std::size_t principle = 0;  // index into InterviewReport::principles
  Verdict verdict = Verdict::Insufficient;
};
std::vector<SpokenTo> spoken_to(const InterviewReport& report, std::size_t exchange);

// Why nothing was judged, in one sentence; empty when something was.
std::string why_not_judged(const InterviewReport& report);
// What the reader could not judge and what was left out, one sentence each.
std::vector<std::string> limits(const InterviewReport& report, const Pack& pack);

// The ones that stop judging first, then warnings, then what passed.
std::vector<GateCheck> checks_by_weight(const InterviewReport& report);
std::string_view state(const GateCheck& check);  // "passed", "warning", "failed, stops judging"

// "Pack: Sixteen principles (amazon-2021 1.0.0). Reader: encoder 1.2.0. Transcript format:
// zoom_vtt."
std::string provenance(const InterviewReport& report, const Pack& pack);

}  // namespace barometer::report
