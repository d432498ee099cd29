// Sessions: who has shown the secret once is known again by a cookie, as frames and event streams
// cannot carry a header. They live in memory, and end with the server.
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace barometer::api {

inline constexpr std::string_view session_cookie = "barometer_session";

class Sessions {
 public:
  using Clock = std::chrono::steady_clock;
  static constexpr std::chrono::hours lifetime{12};
  // The oldest makes room for one more.
  static constexpr std::size_t most_sessions = 256;

  // `secret` empty: the server listens on loopback only and asks nobody.
  explicit Sessions(std::string secret) : secret_(std::move(secret)) {}

  bool asks() const { return !secret_.empty(); }
  bool is_secret(std::string_view said) const;

  // All from any thread. The token of a new session, or nothing where the secret is wrong.
  std::optional<std::string> open(std::string_view secret, Clock::time_point now = Clock::now());
  bool knows(std::string_view token, Clock::time_point now = Clock::now());
  void close(std::string_view token);

 private:
  std::string secret_;
  std::mutex mutex_;
  std::map<std::string, Clock::time_point> ends_;  // by the token's digest
};

// The session's token in a Cookie header; empty where it has none.
std::string session_token(std::string_view cookies);

// Set-Cookie for a new session; without a token it takes the cookie away.
std::string session_header(std::string_view token, bool encrypted);

}  // namespace barometer::api
