#include "api/codec.hpp"
#include "api/routes.hpp"
#include "service/progress.hpp"

namespace barometer::api {
namespace {

constexpr const char* date_setting = "plan.interview_date";
constexpr const char* set_on_setting = "plan.set_on";
constexpr const char* pack_setting = "plan.pack";

Json encode(const std::optional<double>& number) { return number ? Json(*number) : Json(nullptr); }

Json encode(const PrincipleProgress& progress) {
  Json points = Json::array();
  for (const ProgressPoint& point : progress.points)
    points.push_back({{"interview_id", point.interview.value},
                      {"created_ms", point.created_ms},
                      {"verdict", to_string(point.outcome.verdict)},
                      {"score", encode(point.outcome.score)},
                      {"supports", point.outcome.supports},
                      {"contradicts", point.outcome.contradicts}});
  return {{"principle", progress.principle.value}, {"points", std::move(points)},
          {"latest", to_string(progress.latest)},  {"median", encode(progress.median)},
          {"lowest", encode(progress.lowest)},     {"highest", encode(progress.highest)}};
}

Result<std::vector<PrincipleProgress>> progress(Transaction& transaction, const Pack& pack) {
  const auto outcomes = transaction.outcomes();
  if (!outcomes) return outcomes.error();
  const auto interviews = transaction.interviews(no_limit);
  if (!interviews) return interviews.error();
  return progress_of(pack, *outcomes, *interviews);
}

Result<Response> get_progress(const Parts& parts, Call& call) {
  const auto pack = parts.shelf.pack(call.query("pack", default_pack));
  if (!pack) return pack.error();
  const auto transaction = call.read();
  if (!transaction) return transaction.error();
  const auto all = progress(**transaction, *pack);
  if (!all) return all.error();
  Json principles = Json::array();
  for (const PrincipleProgress& one : *all) principles.push_back(encode(one));
  return answer(
      {{"pack", encode_pack_name(pack->id, pack->version)}, {"principles", std::move(principles)}});
}

Result<Response> encode_plan(const Parts& parts, Transaction& transaction) {
  const auto settings = transaction.settings();
  if (!settings) return settings.error();
  const auto pack = parts.shelf.pack(setting_of(*settings, pack_setting, default_pack));
  if (!pack) return pack.error();
  const auto interview = date_from(setting_of(*settings, date_setting));
  const auto set_on = date_from(setting_of(*settings, set_on_setting));
  const auto all = progress(transaction, *pack);
  if (!all) return all.error();
  const auto stories = transaction.stories(1);
  if (!stories) return stories.error();
  const Date today = date_of(now_ms());
  std::vector<PlannedSession> planned;
  if (interview && set_on) planned = plan_sessions(*set_on, *interview, today, *all);
  Json sessions = Json::array();
  for (const PlannedSession& session : planned)
    sessions.push_back({{"date", to_string(session.date)},
                        {"principles", encode_ids(session.principles)},
                        {"done", session.done}});
  return answer({{"interview_date", interview ? Json(to_string(*interview)) : Json(nullptr)},
                 {"pack", encode_pack_name(pack->id, pack->version)},
                 {"sessions", std::move(sessions)},
                 {"nudge", or_null(nudge(*pack, interview, today, planned, stories->size()))}});
}

Result<Response> set_plan(const Parts& parts, Call& call) {
  const auto& date = call.body.at("interview_date");
  std::string text;
  if (date.is_string()) {
    text = date;
    if (!date_from(text)) return invalid_input("body.interview_date: there is no such day.");
  }
  const std::string name = call.body.value("pack", default_pack);
  if (const auto pack = parts.shelf.pack(name); !pack) return pack.error();
  const auto transaction = call.write();
  if (!transaction) return transaction.error();
  const std::string today = text.empty() ? "" : to_string(date_of(now_ms()));
  for (const Setting& setting :
       {Setting{date_setting, text}, Setting{set_on_setting, today}, Setting{pack_setting, name}}) {
    if (const auto kept = (*transaction)->set_setting(setting); !kept) return kept.error();
  }
  return encode_plan(parts, **transaction);
}

}  // namespace

std::string setting_of(const std::vector<Setting>& settings, std::string_view name,
                       std::string_view otherwise) {
  for (const Setting& setting : settings)
    if (setting.name == name) return setting.value;
  return std::string(otherwise);
}

void add_progress_routes(Router& router, const Parts& parts) {
  router.add("get_progress", [&parts](Call& call) { return get_progress(parts, call); });
  router.add("get_plan", [&parts](Call& call) -> Result<Response> {
    const auto transaction = call.read();
    if (!transaction) return transaction.error();
    return encode_plan(parts, **transaction);
  });
  router.add("set_plan", [&parts](Call& call) { return set_plan(parts, call); });
}

}  // namespace barometer::api
