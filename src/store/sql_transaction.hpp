// A transaction over one connection, in the SQL that SQLite and PostgreSQL both speak.
#pragma once

#include <exception>
#include <string>
#include <utility>

#include "store/sql_store.hpp"

namespace barometer::sql {

class SqlTransaction : public Transaction {
 public:
  // Takes over the leased connection `position`, in which the transaction has begun.
  SqlTransaction(Pool& pool, std::size_t position, const Dialect& dialect, const OwnerId& owner);
  ~SqlTransaction() override;
  SqlTransaction(const SqlTransaction&) = delete;
  SqlTransaction& operator=(const SqlTransaction&) = delete;

  Status commit() override;

  Status add_reading(const KeptReading& reading, std::string_view source) override;
  Status update_reading(const KeptReading& reading) override;
  Status set_report(const ReadingId& id, const KeptReport& report) override;
  Result<KeptReading> reading(const ReadingId& id) override;
  Result<std::string> reading_source(const ReadingId& id) override;
  Result<KeptReport> report(const ReadingId& id) override;
  Result<std::vector<KeptReading>> readings(std::int64_t most) override;
  Status delete_reading(const ReadingId& id) override;

  Status add_interview(const KeptInterview& interview) override;
  Status update_interview(const KeptInterview& interview) override;
  Status set_draft(const InterviewId& id, std::string_view text) override;
  Result<KeptInterview> interview(const InterviewId& id) override;
  Result<std::vector<KeptInterview>> interviews(std::int64_t most) override;
  Status delete_interview(const InterviewId& id) override;
  Result<std::int64_t> append_turn(const InterviewId& id, const KeptTurn& turn) override;
  Result<std::vector<KeptTurn>> turns(const InterviewId& id) override;
  Status set_outcomes(const InterviewId& id, const std::vector<Outcome>& outcomes) override;
  Result<std::vector<Outcome>> outcomes() override;

  Status add_story(const Story& story) override;
  Status replace_story(const Story& story) override;
  Result<Story> story(const StoryId& id) override;
  Result<std::vector<Story>> stories(std::int64_t most) override;
  Status delete_story(const StoryId& id) override;
  Result<std::int64_t> add_telling(const StoryId& id, const Telling& telling) override;
  Result<std::vector<Telling>> tellings(const StoryId& id) override;
  Status set_strengths(const StoryId& id, std::string_view pack_id,
                       const std::vector<Strength>& strengths) override;
  Result<std::vector<Strength>> strengths(std::string_view pack_id) override;

  Status set_setting(const Setting& setting) override;
  Result<std::vector<Setting>> settings() override;

  Result<std::optional<AnsweredRequest>> answered_request(std::string_view key) override;
  Status remember_request(const AnsweredRequest& request) override;
  Status forget_requests_before(std::int64_t created_ms) override;
  Status forget_requests_about(std::string_view id) override;
  Status erase_all() override;

 private:
  // Runs `work` and turns what SOCI throws into an Error. After such a failure nothing of the
  // transaction may be kept (PostgreSQL would refuse to, silently), so commit() fails, too.
  template <typename Work>
  auto guarded(Work work) -> decltype(work()) {
    try {
      return work();
    } catch (const soci::soci_error& failure) {
      broken_ = true;
      return dialect_.explain(failure);
    } catch (const std::exception&) {
      broken_ = true;
      return Error{ErrorCode::Internal, "The store failed unexpectedly. Nothing was changed."};
    }
  }

  std::int64_t next_sequence();
  bool exists(const std::string& table, const std::string& id);
  Status delete_from(const std::string& table, const std::string& id, const char* what);
  std::int64_t next_number(const std::string& table, const std::string& column,
                           const std::string& id);
  void set_speakers(const KeptReading& reading);
  void load_parts(KeptReading& reading);
  void set_principles(const Story& story);
  void load_parts(Story& story);
  std::vector<KeptReading> select_readings(const std::string& condition, const std::string& id,
                                           std::int64_t most);
  std::vector<KeptInterview> select_interviews(const std::string& condition, const std::string& id,
                                               std::int64_t most);
  std::vector<Story> select_stories(const std::string& condition, const std::string& id,
                                    std::int64_t most);

  Pool& pool_;
  std::size_t position_;
  const Dialect& dialect_;
  soci::session& session_;
  std::string owner_;
  bool finished_ = false;
  bool broken_ = false;
  bool erased_ = false;
};

// The errors of every store.
Error missing(const char* what);
Error present(const char* what);

}  // namespace barometer::sql
