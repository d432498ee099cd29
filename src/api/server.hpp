// The server: the document, the routes and HTTP over one store.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "core/result.hpp"
#include "service/reader_shelf.hpp"
#include "store/store.hpp"

namespace barometer::api {

struct ServerOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8765;  // 0: any that is free
  std::string secret;         // empty: none is asked for
  std::string version;
  std::function<void(const std::string& url)> ready;  // once it listens
};

// Serves until SIGTERM or SIGINT. Logs one JSON object per line to standard error.
Status serve(const ServerOptions& options, Store& store, ReaderShelf& shelf);

bool is_loopback_address(const std::string& address);

}  // namespace barometer::api
