#include <fmt/format.h>

#include <array>

#include "api/codec.hpp"
#include "api/routes.hpp"
#include "service/data.hpp"
#include "service/endpoint.hpp"

namespace barometer::api {
namespace {

// Nothing is sent to the reader's yet.
constexpr std::array endpoint_names = {"speech", "reader"};

Json encode_endpoint(const std::vector<Setting>& settings, const char* name) {
  const Endpoint endpoint = endpoint_of(settings, name);
  if (endpoint.url.empty()) return nullptr;
  return {
      {"url", endpoint.url}, {"model", endpoint.model}, {"has_secret", !endpoint.secret.empty()}};
}

Result<Response> encode_settings(Transaction& transaction) {
  const auto settings = transaction.settings();
  if (!settings) return settings.error();
  return answer({{"theme", setting_of(*settings, "theme", "system")},
                 {"pack", setting_of(*settings, "pack", default_pack)},
                 {"speech", encode_endpoint(*settings, "speech")},
                 {"reader", encode_endpoint(*settings, "reader")}});
}

// Without "secret" the one that is there stays; an empty one takes it away.
Status set_endpoint(Transaction& transaction, const char* name, const nlohmann::json& body) {
  Endpoint endpoint;
  if (body.is_object()) {
    const auto settings = transaction.settings();
    if (!settings) return settings.error();
    const Endpoint kept = endpoint_of(*settings, name);
    endpoint.url = body.at("url");
    endpoint.model = body.value("model", "");
    endpoint.secret = body.value("secret", kept.secret);
    const auto place = place_of(endpoint.url);
    if (!place) return invalid_input(fmt::format("body.{}.url: {}", name, place.error().message));
    // A key is for the server it was given for.
    const auto before = place_of(kept.url);
    const bool moved =
        !before || before->host != place->host || before->encrypted != place->encrypted;
    if (moved && !body.contains("secret")) endpoint.secret.clear();
  }
  for (const Setting& setting : settings_of(endpoint, name))
    if (const auto kept = transaction.set_setting(setting); !kept) return kept.error();
  return Done{};
}

// Where recorded speech goes, in words.
std::string leaving(const EndpointPlace& place) {
  if (place.this_machine) {
    return fmt::format(
        "Recorded speech goes to {}, another program on this machine, to become text.", place.host);
  }
  return fmt::format(
      "Recorded speech goes to {} to become text, {}.", place.host,
      place.encrypted ? "encrypted on its way" : "not encrypted: whoever is on the way can listen");
}

Result<Response> replace_settings(const Parts& parts, Call& call) {
  const std::string pack = call.body.at("pack");
  if (const auto known = parts.shelf.pack(pack); !known) return known.error();
  const auto transaction = call.write();
  if (!transaction) return transaction.error();
  for (const Setting& setting : {Setting{"theme", call.body.at("theme")}, Setting{"pack", pack}}) {
    if (const auto kept = (*transaction)->set_setting(setting); !kept) return kept.error();
  }
  for (const char* name : endpoint_names) {
    if (const auto kept = set_endpoint(**transaction, name, call.body.at(name)); !kept)
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
  if (const auto goes_to = place_of(endpoint_of(*settings, "speech").url))
    leaves.push_back(leaving(*goes_to));
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
