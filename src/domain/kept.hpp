// Kept: what the store keeps of a person's work. Plain data. Times are milliseconds since 1970 in
// UTC and for people only; order is `sequence` (over all that an owner has) and `number` (within
// one thing, from 0), which the store gives.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/id.hpp"
#include "domain/interview.hpp"
#include "domain/pack.hpp"
#include "domain/transcript.hpp"

namespace barometer {

using OwnerId = Id<struct OwnerTag>;
using ReadingId = Id<struct ReadingTag>;
using InterviewId = Id<struct InterviewTag>;
using StoryId = Id<struct StoryTag>;

// The one owner there is until accounts come.
inline const OwnerId local_owner{"local"};

enum class ReadingStatus : std::uint8_t { WaitingForRoles, Queued, Reading, Done, Failed };
std::string_view to_string(ReadingStatus status);
std::optional<ReadingStatus> reading_status_from(std::string_view name);

struct KeptSpeaker {
  std::string name;
  Role role = Role::Unknown;
  std::int64_t turns = 0;
  std::int64_t words = 0;

  bool operator==(const KeptSpeaker&) const = default;
};

// A transcript that was handed in. Its bytes and its report are asked for by themselves.
struct KeptReading {
  ReadingId id;
  std::int64_t sequence = 0;
  std::int64_t created_ms = 0;
  std::string name;  // of the file, without its folder
  std::string pack_id;
  std::string pack_version;
  std::string format;  // id of the importer
  ReadingStatus status = ReadingStatus::WaitingForRoles;
  std::string problem;  // why it failed; empty otherwise
  std::vector<KeptSpeaker> speakers;
  std::vector<Warning> warnings;
};

// As published (schemas/report-1.schema.json) and as a page; both empty until the reading is done.
struct KeptReport {
  std::string json;
  std::string html;
};

enum class InterviewStatus : std::uint8_t { Running, Ended };
std::string_view to_string(InterviewStatus status);
std::optional<InterviewStatus> interview_status_from(std::string_view name);

// A practice interview. `setup` and `state` are JSON that only the interviewer's service reads.
struct KeptInterview {
  InterviewId id;
  std::int64_t sequence = 0;
  std::int64_t created_ms = 0;
  std::string pack_id;
  std::string pack_version;
  InterviewStatus status = InterviewStatus::Running;
  std::string setup;
  std::string state;
  std::string feedback;    // schemas/feedback-1.schema.json; empty until the interview has ended
  std::string draft;       // what the candidate has typed so far
  std::int64_t turns = 0;  // how many are kept
};

struct KeptTurn {
  std::int64_t number = 0;
  std::int64_t created_ms = 0;
  Role speaker = Role::Interviewer;  // or Candidate
  std::string kind;                  // "answer" for the candidate's
  std::string text;
  std::string reason;
  std::string gap;
};

// What a finished practice interview showed of one principle.
struct Outcome {
  InterviewId interview;
  PrincipleId principle;
  PrincipleVerdict verdict = PrincipleVerdict::NotAssessed;
  std::optional<double> score;  // in [-1, 1]
  std::int64_t supports = 0;    // pieces of evidence for it
  std::int64_t contradicts = 0;
};

// A candidate's reusable account.
struct Story {
  StoryId id;
  std::int64_t sequence = 0;
  std::int64_t created_ms = 0;
  std::int64_t updated_ms = 0;
  std::string title;
  std::string situation;
  std::string task;
  std::string action;
  std::string result;
  std::string notes;
  std::vector<PrincipleId> principles;  // those it is meant for, in the candidate's order
  std::int64_t tellings = 0;            // how many are kept
};

// One telling of a story, as it was said.
struct Telling {
  std::int64_t number = 0;
  std::int64_t created_ms = 0;
  InterviewId interview;  // empty where it was not told in a practice interview
  std::string text;
};

// What a reader finds in a story for one principle of a pack.
struct Strength {
  StoryId story;
  std::string pack_id;
  PrincipleId principle;
  PrincipleVerdict verdict = PrincipleVerdict::Insufficient;
  std::int64_t supports = 0;
  std::int64_t contradicts = 0;
};

struct Setting {
  std::string name;
  std::string value;
};

// A write that was done, so that the same request sent again changes nothing.
struct AnsweredRequest {
  std::string key;          // of the client's making
  std::string fingerprint;  // of method, path and body
  std::int64_t created_ms = 0;
  int status = 0;  // of HTTP; 0: begun and not answered yet
  std::string body;
  std::string about{};  // id of what it made or changed, if that is one thing
};

std::optional<PrincipleVerdict> principle_verdict_from(std::string_view name);

}  // namespace barometer
