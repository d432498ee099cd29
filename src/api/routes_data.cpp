#include <fmt/format.h>

#include "api/codec.hpp"
#include "api/routes.hpp"
#include "service/data.hpp"

namespace barometer::api {
namespace {

struct EndpointKind {
  const char* name;
  const char* leaves;  // what leaves the machine when it is configured
};
constexpr EndpointKind speech{"speech", "Recorded speech goes to {} to become text."};
constexpr EndpointKind second_reader{"reader", "Answers go to {} to be read a second time."};

std::string key(const EndpointKind& kind, const char* part) {
  return fmt::format("endpoint.{}.{}", kind.name, part);
}

Json encode_endpoint(const std::vector<Setting>& settings, const EndpointKind& kind) {
  const std::string url = setting_of(settings, key(kind, "url"));
  if (url.empty()) return nullptr;
  return {{"url", url},
          {"model", setting_of(settings, key(kind, "model"))},
          {"has_secret", !setting_of(settings, key(kind, "secret")).empty()}};
}

Result<Response> encode_settings(Transaction& transaction) {
  const auto settings = transaction.settings();
  if (!settings) return settings.error();
  return answer({{"theme", setting_of(*settings, "theme", "system")},
                 {"pack", setting_of(*settings, "pack", default_pack)},
                 {"speech", encode_endpoint(*settings, speech)},
                 {"reader", encode_endpoint(*settings, second_reader)}});
}

// Without "secret" the one that is there stays; an empty one takes it away.
Status set_endpoint(Transaction& transaction, const EndpointKind& kind,
                    const nlohmann::json& body) {
  const bool there = body.is_object();
  std::vector<Setting> settings = {
      {key(kind, "url"), there ? body.at("url").get<std::string>() : ""},
      {key(kind, "model"), there ? body.value("model", "") : ""}};
  if (!there || body.contains("secret"))
    settings.push_back({key(kind, "secret"), there ? body.at("secret").get<std::string>() : ""});
  for (const Setting& setting : settings)
    if (const auto kept = transaction.set_setting(setting); !kept) return kept.error();
  return Done{};
}

Result<Response> replace_settings(const Parts& parts, Call& call) {
  const std::string pack = call.body.at("pack");
  if (const auto known = parts.shelf.pack(pack); !known) return known.error();
  const auto transaction = call.write();
  if (!transaction) return transaction.error();
  for (const Setting& setting : {Setting{"theme", call.body.at("theme")}, Setting{"pack", pack}}) {
    if (const auto kept = (*transaction)->set_setting(setting); !kept) return kept.error();
  }
  for (const EndpointKind* kind : {&speech, &second_reader}) {
    if (const auto kept = set_endpoint(**transaction, *kind, call.body.at(kind->name)); !kept)
      return kept.error();
  }
  return encode_settings(**transaction);
}

Result<Response> overview(const Parts& parts, Call& call) {
  const auto place = parts.store.place();
  if (!place) return place.error();
  const auto transaction = call.read();
  if (!transaction) return transaction.error();
  const auto readings = (*transaction)->readings(no_limit);
  if (!readings) return readings.error();
  const auto interviews = (*transaction)->interviews(no_limit);
  if (!interviews) return interviews.error();
  const auto stories = (*transaction)->stories(no_limit);
  if (!stories) return stories.error();
  const auto settings = (*transaction)->settings();
  if (!settings) return settings.error();
  Json leaves = Json::array();
  for (const EndpointKind* kind : {&speech, &second_reader}) {
    const std::string url = setting_of(*settings, key(*kind, "url"));
    if (!url.empty()) leaves.push_back(fmt::format(fmt::runtime(kind->leaves), url));
  }
  return answer({{"store", place->kind},
                 {"place", place->place},
                 {"bytes", place->bytes},
                 {"readings", readings->size()},
                 {"interviews", interviews->size()},
                 {"stories", stories->size()},
                 {"leaves_the_machine", std::move(leaves)}});
}

}  // namespace

void add_data_routes(Router& router, const Parts& parts) {
  router.add("get_settings", [](Call& call) -> Result<Response> {
    const auto transaction = call.read();
    if (!transaction) return transaction.error();
    return encode_settings(**transaction);
  });
  router.add("replace_settings", [&parts](Call& call) { return replace_settings(parts, call); });
  router.add("get_data", [&parts](Call& call) { return overview(parts, call); });
  router.add("export_data", [](Call& call) -> Result<Response> {
    const auto transaction = call.read();
    if (!transaction) return transaction.error();
    auto data = export_data(**transaction, Secrets::Leave);
    if (!data) return data.error();
    Response response;
    response.body = *std::move(data);
    response.headers.emplace_back("Content-Disposition",
                                  "attachment; filename=\"barometer-data.json\"");
    return response;
  });
  router.add("erase_data", [](Call& call) -> Result<Response> {
    const auto transaction = call.write();
    if (!transaction) return transaction.error();
    if (const auto gone = (*transaction)->erase_all(); !gone) return gone.error();
    return no_content();
  });
}

}  // namespace barometer::api
