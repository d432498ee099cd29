// Practice: an interview with the program as the interviewer. Plain data: everything that the
// interviewer knows is in here, so that an interview can be stored, resumed and replayed.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/byte_span.hpp"
#include "core/random.hpp"
#include "domain/pack.hpp"
#include "domain/reading.hpp"

namespace barometer {

// What an account may leave open. Every probe goes after one of these.
enum class Gap : std::uint8_t {
  ForWhom,       // who lives with the outcome
  OwnPart,       // what the candidate did, not the group
  Specifics,     // which ones, when, one case instead of a habit
  Measure,       // how much
  Result,        // what came of it
  HowKnown,      // what a claim rests on
  Alternatives,  // what else there was, or is
  Afterwards,    // what happened after that
  WhatChanged,   // what is different since
  Reasoning,     // why this way
  SideEffects,   // who else felt it
  Means,         // what it took, what was there already
  Obstacle,      // what kept the candidate from acting
  Others,        // what it did for other people's work or growth
  OwnStandard,   // the candidate's own bar behind an acceptance
  Intent,        // what the candidate would do
  OfThePack,     // a probe kind that the pack adds
};
inline constexpr std::size_t gap_count = 17;

// Lower case with hyphens: "for-whom", "what-happened-after".
std::string_view to_string(Gap gap);
std::optional<Gap> gap_from(std::string_view name);

// The gap that a probe kind goes after. Kinds that a pack adds give OfThePack.
Gap gap_of(std::string_view probe_kind);
// The built-in probe kind that goes after `gap`; empty for OfThePack.
std::string_view probe_kind_of(Gap gap);

enum class UtteranceKind : std::uint8_t {
  Question,    // of the pack or of the caller, in its own words
  Probe,       // a neutral follow-up
  Hint,        // narrows the topic; counted
  Repeat,      // the open question once more
  Wait,        // gives time
  Redirect,    // back to the question
  Boundary,    // abuse ends here
  Support,     // somebody is not well: stop or move on
  Language,    // asks for the language of the pack
  Transition,  // leaves a topic
  Close,       // ends the interview
};
std::string_view to_string(UtteranceKind kind);
std::optional<UtteranceKind> utterance_kind_from(std::string_view name);

// What the interviewer says. `reason` is for whoever studies the interview afterwards and never
// holds words of the candidate.
struct Utterance {
  UtteranceKind kind = UtteranceKind::Question;
  std::string text;
  std::string reason;
  std::optional<Gap> gap;  // of probes and hints
  std::string probe_kind;  // likewise; of the pack
  std::size_t topic = 0;   // index into Practice::topics
  std::size_t level = 0;   // 0: the question itself; 1 to 5: how far down the follow-up is
};

// What a turn of the candidate is.
enum class TurnKind : std::uint8_t {
  Answer,
  NothingMore,   // "that's it", "no": an answer to a follow-up, and an end of it
  DontKnow,      // no example, no idea
  Declined,      // may not or would rather not tell
  Repeat,        // wants to hear it again
  Rephrase,      // does not understand it
  Pause,         // wants time
  Silence,       // nothing
  OffTopic,      // something else altogether
  Instruction,   // tells the interviewer or the reader what to do
  Abuse,         // insults
  Distress,      // is not well
  SelfHarm,      // is in danger
  Foreign,       // another language
  AsksFeedback,  // "how am I doing?"
  AsksAnswer,    // "what are you looking for?"
  AsksScope,     // "does it have to be from work?"
  AsksWho,       // "are you a machine?"
  Skip,          // wants another question
  End,           // wants to stop
};
inline constexpr std::size_t turn_kind_count = 20;
std::string_view to_string(TurnKind kind);
std::optional<TurnKind> turn_kind_from(std::string_view name);

// Words of the candidate that the reader marked, for the principle of the topic.
struct FoundEvidence {
  ByteSpan span;  // of CandidateTurn::text
  IndicatorId indicator;
  Polarity polarity = Polarity::Supports;
  Mode mode = Mode::Did;
  Agency agency = Agency::Mine;
  double probability = 0.0;
};

struct CandidateTurn {
  std::string text;  // verbatim
  TurnKind kind = TurnKind::Answer;
  std::size_t topic = 0;
  std::size_t level = 0;
  std::optional<Gap> gap;          // that the answered follow-up went after
  bool brought = false;            // something new
  bool elsewhere = false;          // another story than the topic's
  std::int64_t at_ms = 0;          // of the caller's clock; 0: not told
  std::string reader_probe;        // kind that the reader would ask next; empty: nothing was read
  std::optional<Verdict> verdict;  // on the topic's principle; none: nothing was read
  std::optional<int> rating;
  std::vector<FoundEvidence> evidence;
  StarParts star;
};

// One thing said, by either side, in order.
struct PracticeEntry {
  std::optional<Utterance> utterance;   // of the interviewer
  std::optional<CandidateTurn> answer;  // of the candidate; exactly one of the two is set
};

// Where a gap stands in one topic.
struct GapState {
  double told = 0.0;                 // in [0, 1]
  bool asked = false;                // never asked twice
  std::optional<std::size_t> entry;  // the first entry of the candidate that tells it
  ByteSpan span;                     // of that entry's text; the words that do
};

// Why a topic ended.
enum class TopicEnd : std::uint8_t {
  Open,
  Complete,    // nothing valuable is missing
  Deep,        // as many levels down as was agreed
  NothingNew,  // follow-ups bring nothing
  NoExample,
  Left,    // the candidate wanted another question
  Broken,  // abuse, silence, another language
  RanOut,  // no answer came any more
};
std::string_view to_string(TopicEnd end);
std::optional<TopicEnd> topic_end_from(std::string_view name);

// One question with everything under it.
struct Topic {
  PrincipleId principle;
  std::string question_id;  // of the pack; empty for the caller's own
  std::string question;
  QuestionKind kind = QuestionKind::Past;
  std::size_t level = 0;  // of the last follow-up
  std::size_t hints = 0;
  std::size_t futile = 0;    // follow-ups in a row that brought nothing
  std::size_t astray = 0;    // turns off the topic
  std::size_t silences = 0;  // in a row
  std::size_t foreign = 0;
  std::size_t quoted = 0;  // follow-ups that quoted the candidate
  std::size_t hops = 0;    // other stories begun
  bool supposed = false;   // asked for one case after habits and plans only
  std::array<GapState, gap_count> gaps;
  TopicEnd end = TopicEnd::Open;
};

enum class Probing : std::uint8_t { Gentle, Usual, Hard };
enum class PracticeLength : std::uint8_t { Short, Usual, Long };
std::string_view to_string(Probing probing);
std::string_view to_string(PracticeLength length);
std::optional<Probing> probing_from(std::string_view name);
std::optional<PracticeLength> practice_length_from(std::string_view name);

struct PracticeSettings {
  std::vector<PrincipleId> principles;  // empty: surprise me
  std::string question;                 // asked as it is; empty: of the pack
  std::optional<Level> level;           // of the pack's questions; none: any
  PracticeLength length = PracticeLength::Usual;
  Probing probing = Probing::Usual;
  std::uint64_t seed = 1;
};

struct Practice {
  std::string pack_id;
  std::string pack_version;
  std::string reader_version;
  PracticeSettings settings;
  Random random;
  std::vector<Topic> topics;  // in the order in which they are asked
  std::size_t topic = 0;      // the one under way
  std::size_t abuse = 0;
  bool support_offered = false;  // and not answered yet
  std::vector<PracticeEntry> entries;
  bool finished = false;

  const Topic& current() const { return topics[topic]; }
};

// How many levels a topic is followed down at most.
inline constexpr std::size_t deepest_level = 5;

}  // namespace barometer
