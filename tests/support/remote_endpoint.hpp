// The other side of a call: a server on loopback that answers each request as a test says.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace barometer::test {

class RemoteEndpoint {
 public:
  // Gives the bytes to send back for a whole request; none: hangs up.
  using Reply = std::function<std::string(const std::string& request)>;

  explicit RemoteEndpoint(Reply reply);
  ~RemoteEndpoint();
  RemoteEndpoint(const RemoteEndpoint&) = delete;
  RemoteEndpoint& operator=(const RemoteEndpoint&) = delete;

  std::string url() const;  // "http://127.0.0.1:<port>/v1"
  std::vector<std::string> requests() const;

 private:
  void serve();

  Reply reply_;
  int listener_ = -1;
  std::uint16_t port_ = 0;
  std::atomic<bool> stopping_ = false;
  mutable std::mutex mutex_;
  std::vector<std::string> requests_;
  std::thread thread_;
};

// A whole answer of HTTP.
std::string http_answer(int status, const std::string& body, const std::string& more_headers = "");

}  // namespace barometer::test
