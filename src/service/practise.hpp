// Practising: the interviewer joined with the reader and the pack. The one way in for the command
// line and the server. The whole session is the Practice; whoever calls keeps and stores it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "domain/pack.hpp"
#include "domain/practice.hpp"
#include "reader/reader.hpp"

namespace barometer {

inline constexpr std::size_t max_answer_bytes = 64UL * 1024;

// Plans the topics and asks the first question, which is the only entry. InvalidInput as
// begin_practice().
Result<Practice> start_practising(const Pack& pack, const Reader& reader,
                                  const PracticeSettings& settings);

// Reads `text` once, with the topic's earlier exchanges as its context, and gives what the
// interviewer says next; turn and utterances are appended to Practice::entries. On an error the
// practice stays as it was: InvalidInput (not UTF-8, too long), Conflict (the interview is over, or
// was begun under another pack or version), or what the reader gives.
Result<std::vector<Utterance>> answer_practice(Practice& practice, const Pack& pack,
                                               const Reader& reader, std::string_view text,
                                               std::int64_t at_ms = 0);

// No answer comes any more: the closing words. Nothing when the interview is over.
std::vector<Utterance> end_practice(Practice& practice);

}  // namespace barometer
