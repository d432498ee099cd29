// Listening: what kind of turn the candidate's words are, by rules. In doubt it is an answer.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/byte_span.hpp"
#include "domain/practice.hpp"
#include "interviewer/speech.hpp"

namespace barometer {

// What a turn wants beside its kind, so that it can be answered as a person would.
enum class Wish : std::uint8_t {
  None,
  CalmDown,      // of Abuse: scolds the question, insults nobody
  OtherStory,    // of Answer or AsksScope: another story takes the place of the first
  LeaveSubject,  // of Declined: not a word more about this story
  Finish,        // of NothingMore: everything was said
  Mourn,         // of Distress: somebody died
  SaidAlready,   // of NothingMore: the follow-up was answered before
};

struct Heard {
  TurnKind kind = TurnKind::Answer;
  std::string_view language;  // of a Foreign turn, BCP 47; empty when unknown
  Wish wish = Wish::None;
};

// `follow_up`: the open question is a probe or hint, so that a bare "no" is an answer to it.
Heard listen(const Speech& speech, bool follow_up);

// The speech without the sentences that tell the interviewer or a reader what to do; bytes between
// stay, so that offsets hold. Same size as the text.
std::string without_instructions(const Speech& speech);

// The language that `speech` is in when that is clearly not English; empty otherwise.
std::string_view foreign_language(const Speech& speech);

}  // namespace barometer
