#include "api/codec.hpp"
#include "api/routes.hpp"
#include "core/random_id.hpp"

namespace barometer::api {
namespace {

ReadingId id_of(const Call& call) { return {call.path("reading_id")}; }

Result<Response> encode_kept(const Parts& parts, Transaction& transaction, const ReadingId& id,
                             int status = 200) {
  const auto reading = transaction.reading(id);
  if (!reading) return reading.error();
  return answer(encode(*reading, parts.readings.progress(*reading)), status);
}

Result<Response> create(const Parts& parts, Call& call) {
  const auto pack = parts.shelf.pack(call.query("pack", default_pack));
  if (!pack) return pack.error();
  auto reading = reading_of_file(call.query("name", "transcript"), *pack, call.request.body);
  if (!reading) return reading.error();
  reading->id = {random_id()};
  reading->created_ms = now_ms();
  call.about = reading->id.value;
  const auto transaction = call.write();
  if (!transaction) return transaction.error();
  if (const auto added = (*transaction)->add_reading(*reading, call.request.body); !added)
    return added.error();
  if (reading->status == ReadingStatus::Queued)
    call.after_commit = [&parts, id = reading->id] { parts.readings.enqueue(id); };
  return encode_kept(parts, **transaction, reading->id, 201);
}

Result<Response> assign(const Parts& parts, Call& call) {
  std::vector<RoleAssignment> roles;
  for (const auto& entry : call.body.at("roles"))
    roles.push_back({entry.at("speaker"), *role_from(entry.at("role").get<std::string>())});
  const auto transaction = call.write();
  if (!transaction) return transaction.error();
  auto reading = (*transaction)->reading(id_of(call));
  if (!reading) return reading.error();
  if (const auto set = set_roles(*reading, roles); !set) return set.error();
  if (const auto kept = (*transaction)->update_reading(*reading); !kept) return kept.error();
  call.after_commit = [&parts, id = reading->id] { parts.readings.enqueue(id); };
  return encode_kept(parts, **transaction, reading->id);
}

Result<KeptReport> finished_report(Call& call) {
  const auto transaction = call.read();
  if (!transaction) return transaction.error();
  const auto reading = (*transaction)->reading(id_of(call));
  if (!reading) return reading.error();
  if (reading->status != ReadingStatus::Done) {
    return Error{ErrorCode::Conflict,
                 "There is no report yet, or the reading failed. Ask for the reading first."};
  }
  return (*transaction)->report(reading->id);
}

}  // namespace

Result<std::pair<std::string, bool>> reading_event(const Parts& parts, const ReadingId& id) {
  const auto transaction = parts.store.begin(local_owner, Access::Read);
  if (!transaction) return transaction.error();
  const auto reading = (*transaction)->reading(id);
  if (!reading) return reading.error();
  const bool last =
      reading->status == ReadingStatus::Done || reading->status == ReadingStatus::Failed;
  return std::pair(answer(encode(*reading, parts.readings.progress(*reading))).body, last);
}

void add_reading_routes(Router& router, const Parts& parts) {
  router.add("list_readings", [&parts](Call& call) -> Result<Response> {
    const auto transaction = call.read();
    if (!transaction) return transaction.error();
    const auto all = (*transaction)->readings();
    if (!all) return all.error();
    Json readings = Json::array();
    for (const KeptReading& reading : *all)
      readings.push_back(encode(reading, parts.readings.progress(reading)));
    return answer({{"readings", std::move(readings)}});
  });
  router.add("create_reading", [&parts](Call& call) { return create(parts, call); });
  router.add("get_reading", [&parts](Call& call) -> Result<Response> {
    const auto transaction = call.read();
    if (!transaction) return transaction.error();
    return encode_kept(parts, **transaction, id_of(call));
  });
  router.add("delete_reading", [](Call& call) -> Result<Response> {
    const auto transaction = call.write();
    if (!transaction) return transaction.error();
    if (const auto gone = (*transaction)->delete_reading(id_of(call)); !gone) return gone.error();
    if (const auto gone = (*transaction)->forget_requests_about(call.about); !gone)
      return gone.error();
    return no_content();
  });
  router.add("assign_roles", [&parts](Call& call) { return assign(parts, call); });
  router.add("get_report", [](Call& call) -> Result<Response> {
    auto report = finished_report(call);
    if (!report) return report.error();
    Response response;
    response.body = std::move(report->json);
    return response;
  });
  router.add("get_report_page", [](Call& call) -> Result<Response> {
    auto report = finished_report(call);
    if (!report) return report.error();
    Response response;
    response.content_type = "text/html; charset=utf-8";
    response.body = std::move(report->html);
    // The page carries its own policy, with the digests of its style and script.
    response.headers.emplace_back("Content-Security-Policy",
                                  "base-uri 'none'; form-action 'none'; frame-ancestors 'self'");
    return response;
  });
  router.add("watch_reading", [](Call& call) -> Result<Response> {
    const auto transaction = call.read();
    if (!transaction) return transaction.error();
    const auto reading = (*transaction)->reading(id_of(call));
    if (!reading) return reading.error();
    Response response;
    response.watched = reading->id;
    return response;
  });
}

}  // namespace barometer::api
