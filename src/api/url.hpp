// Targets of requests, taken apart and decoded.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace barometer::api {

struct Target {
  std::string path;  // percent-decoded
  std::map<std::string, std::string> query;
  bool sound = true;  // false: not a path, or a wrong percent sign
};

Target split_target(std::string_view target);

// "application/json" of "Application/JSON; charset=utf-8".
std::string media_type(std::string_view content_type);

}  // namespace barometer::api
