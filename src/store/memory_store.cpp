// The store without a disk: a whole state per owner; a transaction works on a copy and swaps it in.
#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <utility>

#include "store/store.hpp"

namespace barometer {
namespace {

struct ReadingRow {
  KeptReading reading;
  std::string source;
  KeptReport report;
};

struct InterviewRow {
  KeptInterview interview;
  std::vector<KeptTurn> turns;
  std::vector<Outcome> outcomes;
};

struct StoryRow {
  Story story;
  std::vector<Telling> tellings;
  std::vector<Strength> strengths;
};

struct State {
  std::int64_t last_sequence = 0;
  std::map<ReadingId, ReadingRow> readings;
  std::map<InterviewId, InterviewRow> interviews;
  std::map<StoryId, StoryRow> stories;
  std::map<std::string, std::string, std::less<>> settings;
  std::map<std::string, AnsweredRequest, std::less<>> requests;
};

struct OwnerRow {
  State state;
  bool writing = false;
};

struct Shared {
  std::mutex mutex;
  std::condition_variable free;
  std::map<OwnerId, OwnerRow> owners;
};

Error missing(std::string_view what) {
  return {ErrorCode::NotFound, "There is no such " + std::string(what) + "."};
}
Error present(std::string_view what) {
  return {ErrorCode::Conflict, "This " + std::string(what) + " is there already."};
}

template <typename Value, typename Row, typename Key>
std::vector<Value> newest_first(const std::map<Key, Row>& rows, Value Row::*member,
                                std::int64_t most) {
  std::vector<Value> values;
  values.reserve(rows.size());
  for (const auto& [key, row] : rows) values.push_back(row.*member);
  std::sort(values.begin(), values.end(),
            [](const Value& a, const Value& b) { return a.sequence > b.sequence; });
  if (static_cast<std::int64_t>(values.size()) > most)
    values.resize(static_cast<std::size_t>(most));
  return values;
}

class MemoryTransaction : public Transaction {
 public:
  MemoryTransaction(Shared& shared, OwnerId owner, Access access)
      : shared_(shared), owner_(std::move(owner)), access_(access) {
    std::unique_lock lock(shared_.mutex);
    OwnerRow& row = shared_.owners[owner_];
    if (access_ == Access::Write) {
      shared_.free.wait(lock, [&row] { return !row.writing; });
      row.writing = true;
    }
    state_ = row.state;
  }
  ~MemoryTransaction() override { finish(false); }
  MemoryTransaction(const MemoryTransaction&) = delete;
  MemoryTransaction& operator=(const MemoryTransaction&) = delete;

  Status commit() override {
    finish(true);
    return Done{};
  }

  Status add_reading(const KeptReading& reading, std::string_view source) override {
    auto [at, fresh] = state_.readings.try_emplace(reading.id);
    if (!fresh) return present("reading");
    at->second = {reading, std::string(source), {}};
    at->second.reading.sequence = ++state_.last_sequence;
    return Done{};
  }
  Status update_reading(const KeptReading& reading) override {
    const auto at = state_.readings.find(reading.id);
    if (at == state_.readings.end()) return missing("reading");
    at->second.reading.status = reading.status;
    at->second.reading.problem = reading.problem;
    at->second.reading.speakers = reading.speakers;
    return Done{};
  }
  Status set_report(const ReadingId& id, const KeptReport& report) override {
    const auto at = state_.readings.find(id);
    if (at == state_.readings.end()) return missing("reading");
    at->second.report = report;
    return Done{};
  }
  Result<KeptReading> reading(const ReadingId& id) override {
    const auto at = state_.readings.find(id);
    if (at == state_.readings.end()) return missing("reading");
    return at->second.reading;
  }
  Result<std::string> reading_source(const ReadingId& id) override {
    const auto at = state_.readings.find(id);
    if (at == state_.readings.end()) return missing("reading");
    return at->second.source;
  }
  Result<KeptReport> report(const ReadingId& id) override {
    const auto at = state_.readings.find(id);
    if (at == state_.readings.end()) return missing("reading");
    return at->second.report;
  }
  Result<std::vector<KeptReading>> readings(std::int64_t most) override {
    return newest_first(state_.readings, &ReadingRow::reading, most);
  }
  Status delete_reading(const ReadingId& id) override {
    if (state_.readings.erase(id) == 0) return missing("reading");
    return Done{};
  }

  Status add_interview(const KeptInterview& interview) override {
    auto [at, fresh] = state_.interviews.try_emplace(interview.id);
    if (!fresh) return present("interview");
    at->second.interview = interview;
    at->second.interview.sequence = ++state_.last_sequence;
    at->second.interview.turns = 0;
    return Done{};
  }
  Status update_interview(const KeptInterview& interview) override {
    const auto at = state_.interviews.find(interview.id);
    if (at == state_.interviews.end()) return missing("interview");
    KeptInterview& kept = at->second.interview;
    kept.status = interview.status;
    kept.state = interview.state;
    kept.feedback = interview.feedback;
    return Done{};
  }
  Status set_draft(const InterviewId& id, std::string_view text) override {
    const auto at = state_.interviews.find(id);
    if (at == state_.interviews.end()) return missing("interview");
    at->second.interview.draft = text;
    return Done{};
  }
  Result<KeptInterview> interview(const InterviewId& id) override {
    const auto at = state_.interviews.find(id);
    if (at == state_.interviews.end()) return missing("interview");
    return at->second.interview;
  }
  Result<std::vector<KeptInterview>> interviews(std::int64_t most) override {
    return newest_first(state_.interviews, &InterviewRow::interview, most);
  }
  Status delete_interview(const InterviewId& id) override {
    if (state_.interviews.erase(id) == 0) return missing("interview");
    return Done{};
  }
  Result<std::int64_t> append_turn(const InterviewId& id, const KeptTurn& turn) override {
    const auto at = state_.interviews.find(id);
    if (at == state_.interviews.end()) return missing("interview");
    auto& turns = at->second.turns;
    const auto number = static_cast<std::int64_t>(turns.size());
    turns.push_back(turn);
    turns.back().number = number;
    at->second.interview.turns = number + 1;
    return number;
  }
  Result<std::vector<KeptTurn>> turns(const InterviewId& id) override {
    const auto at = state_.interviews.find(id);
    if (at == state_.interviews.end()) return missing("interview");
    return at->second.turns;
  }
  Status set_outcomes(const InterviewId& id, const std::vector<Outcome>& outcomes) override {
    const auto at = state_.interviews.find(id);
    if (at == state_.interviews.end()) return missing("interview");
    at->second.outcomes = outcomes;
    for (Outcome& outcome : at->second.outcomes) outcome.interview = id;
    std::sort(at->second.outcomes.begin(), at->second.outcomes.end(),
              [](const Outcome& a, const Outcome& b) { return a.principle < b.principle; });
    return Done{};
  }
  Result<std::vector<Outcome>> outcomes() override {
    std::vector<const InterviewRow*> rows;
    for (const auto& [id, row] : state_.interviews) rows.push_back(&row);
    std::sort(rows.begin(), rows.end(), [](const InterviewRow* a, const InterviewRow* b) {
      return a->interview.sequence < b->interview.sequence;
    });
    std::vector<Outcome> all;
    for (const InterviewRow* row : rows)
      all.insert(all.end(), row->outcomes.begin(), row->outcomes.end());
    return all;
  }

  Status add_story(const Story& story) override {
    auto [at, fresh] = state_.stories.try_emplace(story.id);
    if (!fresh) return present("story");
    at->second.story = story;
    at->second.story.sequence = ++state_.last_sequence;
    at->second.story.tellings = 0;
    return Done{};
  }
  Status replace_story(const Story& story) override {
    const auto at = state_.stories.find(story.id);
    if (at == state_.stories.end()) return missing("story");
    Story& kept = at->second.story;
    const Story before = kept;
    kept = story;
    kept.sequence = before.sequence;
    kept.created_ms = before.created_ms;
    kept.tellings = before.tellings;
    at->second.strengths.clear();
    return Done{};
  }
  Result<Story> story(const StoryId& id) override {
    const auto at = state_.stories.find(id);
    if (at == state_.stories.end()) return missing("story");
    return at->second.story;
  }
  Result<std::vector<Story>> stories(std::int64_t most) override {
    return newest_first(state_.stories, &StoryRow::story, most);
  }
  Status delete_story(const StoryId& id) override {
    if (state_.stories.erase(id) == 0) return missing("story");
    return Done{};
  }
  Result<std::int64_t> add_telling(const StoryId& id, const Telling& telling) override {
    const auto at = state_.stories.find(id);
    if (at == state_.stories.end()) return missing("story");
    auto& tellings = at->second.tellings;
    const auto number = static_cast<std::int64_t>(tellings.size());
    tellings.push_back(telling);
    tellings.back().number = number;
    at->second.story.tellings = number + 1;
    return number;
  }
  Result<std::vector<Telling>> tellings(const StoryId& id) override {
    const auto at = state_.stories.find(id);
    if (at == state_.stories.end()) return missing("story");
    return at->second.tellings;
  }
  Status set_strengths(const StoryId& id, std::string_view pack_id,
                       const std::vector<Strength>& strengths) override {
    const auto at = state_.stories.find(id);
    if (at == state_.stories.end()) return missing("story");
    auto& kept = at->second.strengths;
    std::erase_if(kept, [&](const Strength& strength) { return strength.pack_id == pack_id; });
    for (Strength strength : strengths) {
      strength.story = id;
      strength.pack_id = pack_id;
      kept.push_back(std::move(strength));
    }
    return Done{};
  }
  Result<std::vector<Strength>> strengths(std::string_view pack_id) override {
    std::vector<Strength> all;
    for (const auto& [id, row] : state_.stories) {
      for (const Strength& strength : row.strengths)
        if (strength.pack_id == pack_id) all.push_back(strength);
    }
    std::sort(all.begin(), all.end(), [](const Strength& a, const Strength& b) {
      return std::tie(a.story, a.principle) < std::tie(b.story, b.principle);
    });
    return all;
  }

  Status set_setting(const Setting& setting) override {
    state_.settings[setting.name] = setting.value;
    return Done{};
  }
  Result<std::vector<Setting>> settings() override {
    std::vector<Setting> all;
    for (const auto& [name, value] : state_.settings) all.push_back({name, value});
    return all;
  }

  Result<std::optional<AnsweredRequest>> answered_request(std::string_view key) override {
    const auto at = state_.requests.find(key);
    if (at == state_.requests.end()) return std::optional<AnsweredRequest>();
    return std::optional(at->second);
  }
  Status remember_request(const AnsweredRequest& request) override {
    state_.requests[request.key] = request;
    return Done{};
  }
  Status forget_requests_before(std::int64_t created_ms) override {
    std::erase_if(state_.requests,
                  [&](const auto& entry) { return entry.second.created_ms < created_ms; });
    return Done{};
  }
  Status forget_requests_about(std::string_view id) override {
    std::erase_if(state_.requests, [&](const auto& entry) { return entry.second.about == id; });
    return Done{};
  }
  Status erase_all() override {
    state_ = State{};
    return Done{};
  }

 private:
  void finish(bool keep) {
    if (std::exchange(finished_, true)) return;
    if (access_ == Access::Read) return;
    const std::lock_guard lock(shared_.mutex);
    OwnerRow& row = shared_.owners[owner_];
    if (keep) row.state = std::move(state_);
    row.writing = false;
    shared_.free.notify_all();
  }

  Shared& shared_;
  OwnerId owner_;
  Access access_;
  State state_;
  bool finished_ = false;
};

class MemoryStore : public Store {
 public:
  Result<std::unique_ptr<Transaction>> begin(const OwnerId& owner, Access access) override {
    return std::make_unique<MemoryTransaction>(shared_, owner, access);
  }
  Result<StorePlace> place() override { return StorePlace{"memory", "nowhere", 0}; }
  Status copy_to(const std::filesystem::path& /*file*/) override {
    return invalid_input("A store in memory has no file to copy.");
  }

 private:
  Shared shared_;
};

}  // namespace

std::unique_ptr<Store> make_memory_store() { return std::make_unique<MemoryStore>(); }

}  // namespace barometer
