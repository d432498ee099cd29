// The interviewer: a pure machine. The state of an interview and the candidate's turn in, the next
// utterances and the new state out. No clock, no files, no reader: what those give is passed in, so
// that the same inputs replay the same interview.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "domain/pack.hpp"
#include "domain/practice.hpp"
#include "domain/reading.hpp"
#include "interviewer/listening.hpp"

namespace barometer {

// The plan of topics and the first question, which is the only entry. InvalidInput: a principle
// that the pack does not have, a question without a principle to hold it against.
Result<Practice> begin_practice(const Pack& pack, const PracticeSettings& settings);

// The question, probe or hint that waits for an answer. Precondition: the practice was begun.
const Utterance& open_question(const Practice& practice);

// What to have read before respond(): the answer to the open question, with the topic's earlier
// exchanges as its context. None when `text` is no answer, so that nothing needs reading.
std::optional<Exchange> exchange_to_read(const Practice& practice, std::string_view text);

// Takes a turn in and answers it; the turn and the answers are appended to Practice::entries.
// `reading`: of exchange_to_read(), null where that was none. Precondition: not finished.
// `pack` is the one that the practice was begun with.
std::vector<Utterance> respond(Practice& practice, const Pack& pack, std::string_view text,
                               const ExchangeReading* reading, std::int64_t at_ms = 0);

// No answer comes any more: closes. Nothing when it is finished.
std::vector<Utterance> close_practice(Practice& practice);

// The most levels and the most follow-ups in a row that bring nothing.
std::size_t most_levels(Probing probing);
std::size_t most_futile(Probing probing);

// How a question reads: "Tell me about a time", "Suppose", and else.
QuestionKind kind_of_question(std::string_view text);

}  // namespace barometer
