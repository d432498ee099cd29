#include "api/server.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdlib>

#include "api/http_server.hpp"
#include "api/routes.hpp"

namespace barometer::api {
namespace {

void set_up_log() {
  auto logger = std::make_shared<spdlog::logger>("barometer",
                                                 std::make_shared<spdlog::sinks::stderr_sink_mt>());
  logger->set_pattern(R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})",
                      spdlog::pattern_time_type::utc);
  spdlog::set_default_logger(logger);
}

// Keys serve when an answer was lost; after a week nobody asks any more.
Status forget_old_requests(Store& store) {
  constexpr std::int64_t week_ms = std::int64_t{7} * 24 * 3600 * 1000;
  const auto transaction = store.begin(local_owner, Access::Write);
  if (!transaction) return transaction.error();
  if (const auto gone = (*transaction)->forget_requests_before(now_ms() - week_ms); !gone)
    return gone.error();
  return (*transaction)->commit();
}

}  // namespace

bool is_loopback_address(const std::string& address) { return is_loopback(address); }

Status serve(const ServerOptions& options, Store& store, ReaderShelf& shelf) {
  set_up_log();
  if (const auto forgotten = forget_old_requests(store); !forgotten) return forgotten.error();
  const Document document;
  Hub hub;
  Metrics metrics;
  Readings readings(store, shelf, [&hub](const ReadingId& id) { hub.notify(id); });
  Interviews interviews(store, shelf);
  Sessions sessions(options.secret);
  std::stop_source ending;
  const Parts parts{document,       store,   shelf,    readings,
                    interviews,     metrics, sessions, ending.get_token(),
                    options.version};
  Router router(document, store);
  add_server_routes(router, parts);
  add_pack_routes(router, parts);
  add_reading_routes(router, parts);
  add_interview_routes(router, parts);
  add_story_routes(router, parts);
  add_progress_routes(router, parts);
  add_data_routes(router, parts);
  add_session_routes(router, parts);
  add_speech_routes(router, parts);
  if (const auto faults = router.faults(); !faults.empty())
    return Error{ErrorCode::Internal, "The routes and openapi.yaml disagree: " + faults.front()};
  if (const auto started = readings.start(); !started) return started.error();
  const HttpOptions http{options.address, options.port};
  const HttpParts http_parts{router,
                             hub,
                             metrics,
                             sessions,
                             [&parts](const ReadingId& id) { return reading_event(parts, id); },
                             options.ready,
                             [&ending] { ending.request_stop(); }};
  const auto served = serve_http(http, http_parts);
  if (!readings.stop(std::chrono::seconds(3))) {
    // A long transcript is being read; it is kept as "reading" and read after the next start.
    spdlog::info(R"("event":"stopped","unfinished_reading":true)");
    spdlog::shutdown();
    std::_Exit(served ? 0 : 1);
  }
  if (served) spdlog::info(R"("event":"stopped")");
  return served;
}

}  // namespace barometer::api
