// The hub tells event streams that what they watch has changed. A stream waits on its timer; a
// change wakes it, and it looks for itself.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstddef>
#include <map>
#include <memory>
#include <mutex>

#include "domain/kept.hpp"

namespace barometer::api {

class Hub {
 public:
  // At most this many streams at once.
  static constexpr std::size_t most_streams = 600;

  struct Stream {
    explicit Stream(boost::asio::any_io_executor executor) : timer(executor) {}
    boost::asio::steady_timer timer;  // only touched on its own executor
    bool changed = false;             // likewise
    bool closing = false;             // likewise
  };

  // Nothing when there are too many. Left when the pointer is dropped.
  std::shared_ptr<Stream> join(const ReadingId& id, const boost::asio::any_io_executor& executor);

  // From any thread.
  void notify(const ReadingId& id);
  void close();  // ends all streams

  std::size_t streams() const;

 private:
  void wake(const std::weak_ptr<Stream>& stream, bool closing);
  void forget_gone();

  mutable std::mutex mutex_;
  std::multimap<ReadingId, std::weak_ptr<Stream>> streams_;
  bool closed_ = false;
};

}  // namespace barometer::api
