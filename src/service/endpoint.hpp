// Endpoints: servers of others that a person named in the settings. No other server is ever called.
#pragma once

#include <chrono>
#include <cstddef>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "domain/kept.hpp"

namespace barometer {

// One that speaks the OpenAI interface.
struct Endpoint {
  std::string url;     // up to the version: "http://127.0.0.1:8080/v1"; empty: none is set
  std::string model;   // as the endpoint calls it; may be empty
  std::string secret;  // sent as a bearer token; empty: none
};

// The endpoint that the settings keep as `name` ("speech").
Endpoint endpoint_of(const std::vector<Setting>& settings, std::string_view name);
// The settings that keep it.
std::vector<Setting> settings_of(const Endpoint& endpoint, std::string_view name);

// Where what is sent to an endpoint goes.
struct EndpointPlace {
  std::string host;  // with its port where the address tells one
  bool this_machine = false;
  bool encrypted = false;
};

// InvalidInput for what is no http or https address, and for one that holds a user name, a password
// or a fragment: the address is shown, and may hold no secret.
Result<EndpointPlace> place_of(const std::string& url);

// The address of an operation of the endpoint: "audio/transcriptions" below its url. A url that
// names no path has its operations below /v1; one that ends with the operation is taken as it is.
Result<std::string> operation_address(const std::string& url, std::string_view operation);

struct CallLimits {
  std::chrono::milliseconds connect{10'000};
  std::chrono::milliseconds whole{180'000};
  std::size_t answer_bytes = std::size_t{8} << 20;
};

// One field of a form. A file where it has a `file_name`. What it points to outlives the call.
struct FormField {
  std::string name;
  std::string_view value;
  std::string file_name{};
  std::string media_type{};
};

struct EndpointAnswer {
  int status = 0;    // of HTTP; 3xx, too: a redirect is never followed
  std::string body;  // at most CallLimits::answer_bytes
};

// Sends the form to `address` (multipart/form-data), to its host itself and not by way of a proxy.
// Unavailable (no such host, refused, broken off, no HTTP, a wrong certificate, a link-local
// address, an answer that is too large), Timeout, Cancelled when `given_up` says so. May be called
// by several threads at once.
Result<EndpointAnswer> post_form(const std::string& address, const std::string& secret,
                                 const std::vector<FormField>& form, const CallLimits& limits,
                                 const std::stop_token& given_up);

}  // namespace barometer
