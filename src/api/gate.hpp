// The gate: who may ask, by the headers of a request. Against pages of other origins and names that
// were bent to this machine (DNS rebinding), and, off loopback, against people without the secret.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "api/message.hpp"

namespace barometer::api {

struct Credentials {
  std::string_view path;
  std::string_view host;  // header fields; empty where they are not sent
  std::string_view origin;
  std::string_view fetch_site;  // Sec-Fetch-Site
  std::string_view authorization;
};

class Gate {
 public:
  // `secret` empty: the server listens on loopback only.
  Gate(std::uint16_t port, std::string secret) : port_(port), secret_(std::move(secret)) {}

  // The refusal, if it is one.
  std::optional<Response> refuse(const Credentials& credentials) const;

 private:
  bool is_own_host(std::string_view host) const;

  std::uint16_t port_;
  std::string secret_;
};

}  // namespace barometer::api
