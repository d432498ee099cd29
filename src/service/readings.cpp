#include "service/readings.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/html_report.hpp"
#include "report/json_report.hpp"
#include "service/read_interview.hpp"
#include "text/segment.hpp"
#include "transcript/importer.hpp"

namespace barometer {
namespace {

std::vector<KeptSpeaker> speakers_of(const Transcript& transcript) {
  std::vector<KeptSpeaker> speakers;
  for (const Speaker& speaker : transcript.speakers)
    speakers.push_back({speaker.name, speaker.role, 0, 0});
  for (const Turn& turn : transcript.turns) {
    ++speakers[turn.speaker].turns;
    speakers[turn.speaker].words += static_cast<std::int64_t>(count_words(turn.text));
  }
  return speakers;
}

// The transcript that assign_roles() needs, from what is kept of its speakers.
Transcript labels_of(const KeptReading& reading) {
  Transcript transcript;
  for (const KeptSpeaker& speaker : reading.speakers)
    transcript.speakers.push_back({speaker.name, speaker.role});
  for (std::size_t i = 0; i < reading.speakers.size(); ++i) {
    if (reading.speakers[i].turns == 0) continue;
    Turn turn;
    turn.speaker = i;
    transcript.turns.push_back(std::move(turn));
  }
  return transcript;
}

}  // namespace

Result<KeptReading> reading_of_file(std::string name, const Pack& pack, const std::string& bytes) {
  auto transcript = import_transcript(bytes);
  if (!transcript) return transcript.error();
  if (const auto assigned = assign_roles(*transcript, {}); !assigned) return assigned.error();
  KeptReading reading;
  reading.name = std::move(name);
  reading.pack_id = pack.id;
  reading.pack_version = pack.version;
  reading.format = transcript->format;
  reading.status =
      has_candidate(*transcript) ? ReadingStatus::Queued : ReadingStatus::WaitingForRoles;
  reading.speakers = speakers_of(*transcript);
  reading.warnings = transcript->warnings;
  return reading;
}

Status set_roles(KeptReading& reading, const std::vector<RoleAssignment>& roles) {
  if (reading.status != ReadingStatus::WaitingForRoles) {
    return Error{ErrorCode::Conflict,
                 "The roles of this reading are set. Hand the file in again to set others."};
  }
  Transcript labels = labels_of(reading);
  for (const RoleAssignment& role : roles) {
    if (std::none_of(labels.speakers.begin(), labels.speakers.end(),
                     [&role](const Speaker& speaker) { return speaker.name == role.speaker; }))
      return invalid_input("No speaker of this file has that label. Take one from `speakers`.");
  }
  if (const auto assigned = assign_roles(labels, roles); !assigned) return assigned.error();
  if (!has_candidate(labels)) {
    return invalid_input(
        "Somebody who speaks must be the candidate, and somebody else the interviewer.");
  }
  for (std::size_t i = 0; i < reading.speakers.size(); ++i)
    reading.speakers[i].role = labels.speakers[i].role;
  reading.status = ReadingStatus::Queued;
  return Done{};
}

Readings::Readings(Store& store, ReaderShelf& shelf, Changed changed)
    : store_(store), shelf_(shelf), changed_(std::move(changed)) {}

Readings::~Readings() {
  (void)stop(std::chrono::hours(1));
  if (thread_.joinable()) thread_.join();
}

Status Readings::start() {
  auto transaction = store_.begin(local_owner, Access::Read);
  if (!transaction) return transaction.error();
  const auto all = (*transaction)->readings();
  if (!all) return all.error();
  for (auto reading = all->rbegin(); reading != all->rend(); ++reading) {
    if (reading->status == ReadingStatus::Queued || reading->status == ReadingStatus::Reading)
      queue_.push_back(reading->id);
  }
  working_ = true;
  thread_ = std::thread([this] { work(); });
  return Done{};
}

void Readings::enqueue(const ReadingId& id) {
  {
    const std::lock_guard lock(mutex_);
    queue_.push_back(id);
  }
  wake_.notify_one();
}

bool Readings::stop(std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  stopping_ = true;
  wake_.notify_all();
  return wake_.wait_for(lock, patience, [this] { return !working_; });
}

double Readings::progress(const KeptReading& reading) const {
  if (reading.status == ReadingStatus::Done || reading.status == ReadingStatus::Failed) return 1.0;
  const std::lock_guard lock(mutex_);
  const auto at = progress_.find(reading.id);
  return at == progress_.end() ? 0.0 : at->second;
}

std::size_t Readings::waiting() const {
  const std::lock_guard lock(mutex_);
  return queue_.size();
}

void Readings::work() {
  while (true) {
    ReadingId id;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
      if (stopping_) {
        working_ = false;
        wake_.notify_all();
        return;
      }
      id = queue_.front();
      queue_.pop_front();
    }
    read(id);
    {
      const std::lock_guard lock(mutex_);
      progress_.erase(id);
    }
    changed_(id);
  }
}

void Readings::read(const ReadingId& id) {
  KeptReading reading;
  std::string source;
  {
    auto transaction = store_.begin(local_owner, Access::Write);
    if (!transaction) return;  // it stays queued, for the next start
    auto kept = (*transaction)->reading(id);
    auto bytes = (*transaction)->reading_source(id);
    if (!kept || !bytes) return;  // deleted in the meantime
    reading = *std::move(kept);
    source = *std::move(bytes);
    reading.status = ReadingStatus::Reading;
    if (!(*transaction)->update_reading(reading) || !(*transaction)->commit()) return;
  }
  changed_(id);
  auto report = report_of(reading, std::move(source));
  if (!report && report.error().code == ErrorCode::Cancelled) return;
  reading.status = report ? ReadingStatus::Done : ReadingStatus::Failed;
  reading.problem = report ? "" : report.error().message;
  (void)finish(reading, report ? *report : KeptReport{});  // not kept: read again at the next start
}

Status Readings::finish(const KeptReading& reading, const KeptReport& report) {
  auto transaction = store_.begin(local_owner, Access::Write);
  if (!transaction) return transaction.error();
  if (const auto kept = (*transaction)->update_reading(reading); !kept) return kept.error();
  if (const auto kept = (*transaction)->set_report(reading.id, report); !kept) return kept.error();
  return (*transaction)->commit();
}

Result<KeptReport> Readings::report_of(const KeptReading& reading, std::string source) {
  auto transcript = import_transcript(std::move(source));
  if (!transcript) return transcript.error();
  if (transcript->speakers.size() != reading.speakers.size()) {
    return Error{ErrorCode::Conflict,
                 "This version reads the file differently from the one that took it in. Hand the "
                 "file in again."};
  }
  for (std::size_t i = 0; i < reading.speakers.size(); ++i)
    transcript->speakers[i].role = reading.speakers[i].role;
  const auto shelved = shelf_.take(reading.pack_id + "@" + reading.pack_version);
  if (!shelved) return shelved.error();
  ReadOptions options;
  options.parallel = 1;  // whoever practises meanwhile needs the other core
  options.progress = [&](double share) {
    {
      const std::lock_guard lock(mutex_);
      double& known = progress_[reading.id];
      if (share - known < 0.02) return;
      known = share;
    }
    changed_(reading.id);
  };
  const auto report = read_interview(reading.name, *std::move(transcript), (*shelved)->pack,
                                     *(*shelved)->reader, options);
  if (!report) return report.error();
  return KeptReport{report::json_report(*report, (*shelved)->pack, report::JsonLayout::OneLine),
                    report::html_report(*report, (*shelved)->pack)};
}

}  // namespace barometer
