#include "support/remote_endpoint.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <string_view>

namespace barometer::test {
namespace {

// Header and body; what came where the caller hangs up before.
std::string whole_request(int connection) {
  std::string request;
  std::size_t wanted = std::string::npos;
  std::array<char, 65536> buffer{};
  while (request.size() < wanted) {
    const ssize_t count = recv(connection, buffer.data(), buffer.size(), 0);
    if (count <= 0) break;
    request.append(buffer.data(), static_cast<std::size_t>(count));
    if (request.front() == '\x16') break;  // TLS, which this one does not speak
    const auto end = request.find("\r\n\r\n");
    if (wanted != std::string::npos || end == std::string::npos) continue;
    const auto length = request.find("Content-Length: ");
    const bool has_body = length != std::string::npos && length < end;
    wanted = end + 4 + (has_body ? std::strtoul(request.c_str() + length + 16, nullptr, 10) : 0);
  }
  return request;
}

void send_all(int connection, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

}  // namespace

RemoteEndpoint::RemoteEndpoint(Reply reply) : reply_(std::move(reply)) {
  listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in place{};
  place.sin_family = AF_INET;
  place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof place;
  auto* address = reinterpret_cast<sockaddr*>(&place);
  if (bind(listener_, address, size) != 0 || listen(listener_, 16) != 0 ||
      getsockname(listener_, address, &size) != 0)
    std::abort();  // a test without a port cannot go on
  port_ = ntohs(place.sin_port);
  thread_ = std::thread([this] { serve(); });
}

RemoteEndpoint::~RemoteEndpoint() {
  stopping_ = true;
  shutdown(listener_, SHUT_RDWR);
  thread_.join();
  close(listener_);
}

void RemoteEndpoint::serve() {
  while (!stopping_) {
    const int connection = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (connection < 0) return;
    const std::string request = whole_request(connection);
    {
      const std::lock_guard lock(mutex_);
      requests_.push_back(request);  // before the caller knows that it came
    }
    send_all(connection, reply_(request));
    close(connection);
  }
}

std::string RemoteEndpoint::url() const {
  return "http://127.0.0.1:" + std::to_string(port_) + "/v1";
}

std::vector<std::string> RemoteEndpoint::requests() const {
  const std::lock_guard lock(mutex_);
  return requests_;
}

std::string http_answer(int status, const std::string& body, const std::string& more_headers) {
  return "HTTP/1.1 " + std::to_string(status) +
         " Said\r\nContent-Length: " + std::to_string(body.size()) + "\r\nConnection: close\r\n" +
         more_headers + "\r\n" + body;
}

}  // namespace barometer::test
