#include "api/codec.hpp"
#include "api/routes.hpp"

namespace barometer::api {

Response answer(const nlohmann::ordered_json& body, int status) {
  Response response;
  response.status = status;
  response.body = body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  return response;
}

Response no_content() {
  Response response;
  response.status = 204;
  return response;
}

void add_server_routes(Router& router, const Parts& parts) {
  router.add("get_health", [&parts](Call& call) -> Result<Response> {
    const auto transaction = call.write();  // a full disk or a lock shows here
    if (!transaction) return transaction.error();
    const auto place = parts.store.place();
    if (!place) return place.error();
    return answer({{"status", "ok"}, {"version", parts.version}, {"store", place->kind}});
  });
  router.add("get_metrics", [&parts](Call&) -> Result<Response> {
    parts.metrics.set_waiting_readings(parts.readings.waiting());
    Response response;
    response.content_type = "text/plain; version=0.0.4; charset=utf-8";
    response.body = parts.metrics.text();
    return response;
  });
  router.add("get_openapi", [text = parts.document.json().dump()](Call&) -> Result<Response> {
    Response response;
    response.body = text;
    return response;
  });
}

}  // namespace barometer::api
