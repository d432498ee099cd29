// Readings: transcripts that were handed in, read one after the other in the background, and kept
// with their reports. What is not done when the program ends is read after the next start.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "core/result.hpp"
#include "domain/kept.hpp"
#include "service/reader_shelf.hpp"
#include "service/roles.hpp"
#include "store/store.hpp"

namespace barometer {

// Reads the file's head and labels: format, speakers with what the labels tell of them, warnings,
// and whether reading may start (Queued) or the candidate has to be named (WaitingForRoles).
// InvalidInput for what no importer can read.
Result<KeptReading> reading_of_file(std::string name, const Pack& pack, const std::string& bytes);

// Sets the roles that a person said. InvalidInput names what is wrong with them; the reading is
// Queued afterwards.
Status set_roles(KeptReading& reading, const std::vector<RoleAssignment>& roles);

class Readings {
 public:
  // Called after each change, from the thread that reads.
  using Changed = std::function<void(const ReadingId&)>;

  Readings(Store& store, ReaderShelf& shelf, Changed changed);
  ~Readings();  // stops; what was being read is read after the next start
  Readings(const Readings&) = delete;
  Readings& operator=(const Readings&) = delete;

  // Queues what an earlier run left, and starts reading.
  Status start();
  void enqueue(const ReadingId& id);
  // Takes up no further reading. False when the one under way is not done within `patience`.
  bool stop(std::chrono::milliseconds patience);

  // In [0, 1].
  double progress(const KeptReading& reading) const;
  std::size_t waiting() const;

 private:
  void work();
  void read(const ReadingId& id);
  Status finish(const KeptReading& reading, const KeptReport& report);
  Result<KeptReport> report_of(const KeptReading& reading, std::string source);

  Store& store_;
  ReaderShelf& shelf_;
  Changed changed_;
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<ReadingId> queue_;
  std::map<ReadingId, double> progress_;
  bool stopping_ = false;
  bool working_ = false;  // the thread runs
  std::thread thread_;
};

}  // namespace barometer
