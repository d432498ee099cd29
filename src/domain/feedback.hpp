// Feedback: what a candidate learns after a practice interview. Plain data over a Practice; every
// quotation is a span of a turn of the candidate.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/byte_span.hpp"
#include "domain/interview.hpp"
#include "domain/practice.hpp"

namespace barometer {

enum class StoryPart : std::uint8_t { Situation, Task, Action, Result };
inline constexpr std::size_t story_part_count = 4;
std::string_view to_string(StoryPart part);

struct FeedbackQuote {
  std::size_t entry = 0;  // of Practice::entries, a turn of the candidate
  ByteSpan span;          // of that turn's text
  IndicatorId indicator;
  Polarity polarity = Polarity::Supports;
  Mode mode = Mode::Did;
  Agency agency = Agency::Mine;
  double probability = 0.0;
};

// How a gap came out.
enum class GapStanding : std::uint8_t {
  Told,      // without being asked
  OnAsking,  // after a follow-up
  Missing,   // asked after, and still open
  NotAsked,  // open, and nobody asked: no fault of the answer
};
std::string_view to_string(GapStanding standing);

struct GapOutcome {
  Gap gap = Gap::Specifics;
  GapStanding standing = GapStanding::NotAsked;
  std::optional<std::size_t> asked;  // entry of the follow-up
  std::optional<std::size_t> told;   // entry of the turn that tells it
};

// A piece of the rebuilt answer: a sentence of the candidate, or a question that is still open.
struct RebuiltPiece {
  StoryPart part = StoryPart::Situation;
  std::size_t entry = 0;
  ByteSpan span;         // empty: `open` stands here
  std::string question;  // what is missing, as a question
};

struct TopicFeedback {
  std::size_t topic = 0;  // index into Practice::topics
  PrincipleVerdict verdict = PrincipleVerdict::Insufficient;
  std::optional<int> rating;  // 1 to 5; none when insufficient
  std::vector<FeedbackQuote> quotes;
  std::vector<GapOutcome> gaps;                       // that matter for the principle, most first
  std::array<std::size_t, story_part_count> words{};  // of each part of the story
  std::size_t all_words = 0;
  std::size_t said_i = 0;
  std::size_t said_we = 0;
  std::size_t follow_ups = 0;
  std::size_t hints = 0;
  std::string work_on;                // one thing
  std::vector<RebuiltPiece> rebuilt;  // in story order; empty when there is nothing to rebuild
};

struct PracticeFeedback {
  std::vector<TopicFeedback> topics;  // those that were answered, in order
  std::string work_on;                // one thing over the whole interview; empty: nothing was told
};

}  // namespace barometer
