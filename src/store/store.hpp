// The store keeps a person's work: readings, practice interviews, stories, settings. README.md
// beside this file lists the tables.
//
// Contract, checked for every implementation in store_contract_test.cpp:
//   1. What commit() acknowledged is on disk; without commit() nothing of a transaction stays.
//   2. A transaction sees one owner's rows only, and a consistent state of them.
//   3. Order is by sequence and number, which the store gives: never by time.
//   4. One writer at a time for each owner; readers are never blocked by it.
//   5. A failed call changes nothing, and its message says what to do. Messages hold no kept text.
//   6. begin() may be called from several threads at once; a transaction belongs to one thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "domain/kept.hpp"

namespace barometer {

enum class Access : std::uint8_t { Read, Write };

// How many entries a list has unless more are asked for.
inline constexpr std::int64_t list_limit = 500;
inline constexpr std::int64_t no_limit = INT64_MAX;

// Errors of every call: NotFound (no such thing of this owner), Conflict (it is there already),
// Unavailable (disk full, database locked, connection lost), Forbidden (a read-only place).
class Transaction {
 public:
  virtual ~Transaction() = default;  // without commit(): as if nothing had happened

  // After it, whatever it says, the transaction is over.
  virtual Status commit() = 0;

  // --- Readings. `sequence` and `number` of what is handed in are ignored, and given by the store.
  virtual Status add_reading(const KeptReading& reading, std::string_view source) = 0;
  // Status, problem and speakers.
  virtual Status update_reading(const KeptReading& reading) = 0;
  virtual Status set_report(const ReadingId& id, const KeptReport& report) = 0;
  virtual Result<KeptReading> reading(const ReadingId& id) = 0;
  virtual Result<std::string> reading_source(const ReadingId& id) = 0;
  virtual Result<KeptReport> report(const ReadingId& id) = 0;
  virtual Result<std::vector<KeptReading>> readings(
      std::int64_t most = list_limit) = 0;  // newest first
  virtual Status delete_reading(const ReadingId& id) = 0;

  // --- Practice interviews
  virtual Status add_interview(const KeptInterview& interview) = 0;
  // Status, state and feedback.
  virtual Status update_interview(const KeptInterview& interview) = 0;
  virtual Status set_draft(const InterviewId& id, std::string_view text) = 0;
  virtual Result<KeptInterview> interview(const InterviewId& id) = 0;
  virtual Result<std::vector<KeptInterview>> interviews(
      std::int64_t most = list_limit) = 0;  // newest first
  virtual Status delete_interview(const InterviewId& id) = 0;
  // Gives the turn's number.
  virtual Result<std::int64_t> append_turn(const InterviewId& id, const KeptTurn& turn) = 0;
  virtual Result<std::vector<KeptTurn>> turns(const InterviewId& id) = 0;  // in order
  // Of one interview, replacing what was there.
  virtual Status set_outcomes(const InterviewId& id, const std::vector<Outcome>& outcomes) = 0;
  // Of all interviews, oldest interview first.
  virtual Result<std::vector<Outcome>> outcomes() = 0;

  // --- Stories
  virtual Status add_story(const Story& story) = 0;
  virtual Status replace_story(const Story& story) = 0;  // all but tellings; drops its strengths
  virtual Result<Story> story(const StoryId& id) = 0;
  virtual Result<std::vector<Story>> stories(std::int64_t most = list_limit) = 0;  // newest first
  virtual Status delete_story(const StoryId& id) = 0;
  virtual Result<std::int64_t> add_telling(const StoryId& id, const Telling& telling) = 0;
  virtual Result<std::vector<Telling>> tellings(const StoryId& id) = 0;  // in order
  // Of one story under one pack, replacing what was there.
  virtual Status set_strengths(const StoryId& id, std::string_view pack_id,
                               const std::vector<Strength>& strengths) = 0;
  virtual Result<std::vector<Strength>> strengths(std::string_view pack_id) = 0;

  // --- Settings
  virtual Status set_setting(const Setting& setting) = 0;
  virtual Result<std::vector<Setting>> settings() = 0;  // by name

  // --- Writes that were done
  virtual Result<std::optional<AnsweredRequest>> answered_request(std::string_view key) = 0;
  virtual Status remember_request(const AnsweredRequest& request) = 0;  // replaces
  virtual Status forget_requests_before(std::int64_t created_ms) = 0;
  // When the thing is deleted: answers repeat what was submitted.
  virtual Status forget_requests_about(std::string_view id) = 0;

  // Everything of this owner, without a trace in the file.
  virtual Status erase_all() = 0;
};

struct StorePlace {
  std::string kind;   // sqlite, postgresql, memory
  std::string place;  // the file, or the database without its password
  std::int64_t bytes = 0;
};

class Store {
 public:
  virtual ~Store() = default;

  virtual Result<std::unique_ptr<Transaction>> begin(const OwnerId& owner, Access access) = 0;
  virtual Result<StorePlace> place() = 0;
  // A whole copy while others go on working, into a file that does not exist yet. InvalidInput
  // where the kind of store has none (then service/data.hpp copies row by row).
  virtual Status copy_to(const std::filesystem::path& file) = 0;
};

// For tests and for trying things out: nothing stays.
std::unique_ptr<Store> make_memory_store();

// A file, made with mode 0600 (its folder with 0700) if it is not there. Conflict (another
// program's file, or of a newer version), Unavailable (damaged, disk full), Forbidden.
Result<std::unique_ptr<Store>> open_sqlite_store(const std::filesystem::path& file);

// "postgresql://[user[:password]@][host][:port]/database[?host=/socket/folder]"; makes the tables
// if there are none.
Result<std::unique_ptr<Store>> open_postgres_store(const std::string& address);

// By the form of `address`: "postgresql://…", "postgres://…", "memory:", or the path of a SQLite
// file.
Result<std::unique_ptr<Store>> open_store(const std::string& address);

}  // namespace barometer
