#include "service/endpoint.hpp"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace barometer {
namespace {

constexpr const char* advice =
    "An address looks like http://127.0.0.1:8080/v1 or https://api.example.org/v1, without a user "
    "name, a password and a part after #; a key has its own place.";

struct FreeUrl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Url = std::unique_ptr<CURLU, FreeUrl>;

Result<Url> parsed(const std::string& url) {
  Url made(curl_url());
  if (!made ||
      curl_url_set(made.get(), CURLUPART_URL, url.c_str(), CURLU_DISALLOW_USER) != CURLUE_OK)
    return invalid_input(advice);
  return made;
}

// Empty where the address has no such part.
std::string part(const Url& url, CURLUPart which, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url.get(), which, &text, flags) != CURLUE_OK) return {};
  std::string copy(text);
  curl_free(text);
  return copy;
}

bool is_this_machine(std::string_view host) {
  return host == "localhost" || host == "[::1]" || host.ends_with(".localhost") ||
         (host.starts_with("127.") && host.find_first_not_of("0123456789.") == host.npos);
}

std::string key(std::string_view name, std::string_view part) {
  return fmt::format("endpoint.{}.{}", name, part);
}

}  // namespace

Endpoint endpoint_of(const std::vector<Setting>& settings, std::string_view name) {
  const auto value = [&](std::string_view of) {
    const auto at = std::find_if(settings.begin(), settings.end(), [&](const Setting& setting) {
      return setting.name == key(name, of);
    });
    return at == settings.end() ? std::string() : at->value;
  };
  return {value("url"), value("model"), value("secret")};
}

std::vector<Setting> settings_of(const Endpoint& endpoint, std::string_view name) {
  return {{key(name, "url"), endpoint.url},
          {key(name, "model"), endpoint.model},
          {key(name, "secret"), endpoint.secret}};
}

Result<EndpointPlace> place_of(const std::string& url) {
  const auto address = parsed(url);
  if (!address) return address.error();
  const std::string scheme = part(*address, CURLUPART_SCHEME);
  const std::string host = part(*address, CURLUPART_HOST);
  if ((scheme != "http" && scheme != "https") || host.empty() ||
      !part(*address, CURLUPART_FRAGMENT).empty())
    return invalid_input(advice);
  const std::string port = part(*address, CURLUPART_PORT);
  return EndpointPlace{port.empty() ? host : host + ":" + port, is_this_machine(host),
                       scheme == "https"};
}

Result<std::string> operation_address(const std::string& url, std::string_view operation) {
  const auto address = parsed(url);
  if (!address) return address.error();
  std::string path = part(*address, CURLUPART_PATH);
  while (path.ends_with('/')) path.pop_back();
  if (path.empty()) path = "/v1";
  if (!path.ends_with("/" + std::string(operation))) path += "/" + std::string(operation);
  if (curl_url_set(address->get(), CURLUPART_PATH, path.c_str(), 0) != CURLUE_OK)
    return invalid_input(advice);
  return part(*address, CURLUPART_URL);
}

}  // namespace barometer
