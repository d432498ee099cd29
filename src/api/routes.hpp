// The routes: decode, call a service, encode. One file per tag of openapi.yaml. README.md beside
// this file is the recipe for a new one.
#pragma once

#include <stop_token>
#include <string>

#include "api/document.hpp"
#include "api/metrics.hpp"
#include "api/router.hpp"
#include "api/sessions.hpp"
#include "service/endpoint.hpp"
#include "service/interviews.hpp"
#include "service/reader_shelf.hpp"
#include "service/readings.hpp"
#include "store/store.hpp"

namespace barometer::api {

inline constexpr const char* default_pack = "amazon-2021";

// What the routes work on; all of it outlives them.
struct Parts {
  const Document& document;
  Store& store;
  ReaderShelf& shelf;
  Readings& readings;
  Interviews& interviews;
  Metrics& metrics;
  Sessions& sessions;
  std::stop_token ending;  // what waits for others gives up then
  std::string version;
  CallLimits call_limits{};
};

void add_server_routes(Router& router, const Parts& parts);
void add_pack_routes(Router& router, const Parts& parts);
void add_reading_routes(Router& router, const Parts& parts);
void add_interview_routes(Router& router, const Parts& parts);
void add_story_routes(Router& router, const Parts& parts);
void add_progress_routes(Router& router, const Parts& parts);
void add_data_routes(Router& router, const Parts& parts);
void add_session_routes(Router& router, const Parts& parts);
void add_speech_routes(Router& router, const Parts& parts);

std::string setting_of(const std::vector<Setting>& settings, std::string_view name,
                       std::string_view otherwise = "");

// One event's data about a reading, and whether it is the last one.
Result<std::pair<std::string, bool>> reading_event(const Parts& parts, const ReadingId& id);

// 200 with `body`; other statuses by hand.
Response answer(const nlohmann::ordered_json& body, int status = 200);
Response no_content();

}  // namespace barometer::api
