// HTTP: connections, limits, who may ask, event streams, and an orderly end. Boost.Beast speaks it.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "api/hub.hpp"
#include "api/message.hpp"
#include "api/metrics.hpp"
#include "api/router.hpp"
#include "api/sessions.hpp"
#include "core/result.hpp"

namespace barometer::api {

struct HttpOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8765;  // 0: any that is free
};

// What the server needs from the rest.
struct HttpParts {
  Router& router;
  Hub& hub;
  Metrics& metrics;
  Sessions& sessions;
  // The state of a watched thing as one event's data, and whether it is the last one.
  std::function<Result<std::pair<std::string, bool>>(const ReadingId&)> snapshot;
  // Once it listens; gets "http://127.0.0.1:8765/".
  std::function<void(const std::string&)> ready;
  // When it ends and does not wait any longer: what waits for others gives up.
  std::function<void()> give_up;
};

// Serves until SIGTERM or SIGINT; answers what is under way before it ends. Unavailable (the port
// is taken), InvalidInput (no such address).
Status serve_http(const HttpOptions& options, const HttpParts& parts);

// Whether `address` can only be reached from this machine.
bool is_loopback(const std::string& address);

}  // namespace barometer::api
