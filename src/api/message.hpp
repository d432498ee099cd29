// Requests and responses as the routes see them: decoded, without HTTP's details.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/kept.hpp"

namespace barometer::api {

struct Request {
  std::string method;  // upper case
  std::string path;    // percent-decoded
  std::map<std::string, std::string> query;
  std::optional<std::string> idempotency_key;
  std::string content_type;  // lower case, without parameters; empty where there is none
  std::string session;       // token of the session's cookie; empty where there is none
  bool encrypted = false;    // the browser came by https: a proxy stands before the server
  std::string body;
};

struct Response {
  int status = 200;
  std::string content_type = "application/json";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  std::optional<ReadingId> watched;  // instead of a body: an event stream about this reading
};

}  // namespace barometer::api
