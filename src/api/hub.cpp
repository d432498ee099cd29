#include "api/hub.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>

namespace barometer::api {

std::shared_ptr<Hub::Stream> Hub::join(const ReadingId& id,
                                       const boost::asio::any_io_executor& executor) {
  const std::lock_guard lock(mutex_);
  forget_gone();
  if (closed_ || streams_.size() >= most_streams) return nullptr;
  auto stream = std::make_shared<Stream>(executor);
  streams_.emplace(id, stream);
  return stream;
}

void Hub::forget_gone() {
  std::erase_if(streams_, [](const auto& entry) { return entry.second.expired(); });
}

void Hub::wake(const std::weak_ptr<Stream>& stream, bool closing) {
  const auto alive = stream.lock();
  if (!alive) return;
  boost::asio::post(alive->timer.get_executor(), [alive, closing] {
    alive->changed = true;
    alive->closing = alive->closing || closing;
    alive->timer.cancel();
  });
}

void Hub::notify(const ReadingId& id) {
  const std::lock_guard lock(mutex_);
  const auto [first, last] = streams_.equal_range(id);
  for (auto at = first; at != last; ++at) wake(at->second, false);
}

void Hub::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  for (const auto& [id, stream] : streams_) wake(stream, true);
}

std::size_t Hub::streams() const {
  const std::lock_guard lock(mutex_);
  return static_cast<std::size_t>(std::count_if(
      streams_.begin(), streams_.end(), [](const auto& entry) { return !entry.second.expired(); }));
}

}  // namespace barometer::api
