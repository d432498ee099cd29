// The gate: who may ask, by the headers of a request. Against pages of other origins and names that
// were bent to this machine (DNS rebinding), and, off loopback, against people without the secret
// or a session that the secret opened.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "api/message.hpp"
#include "api/sessions.hpp"

namespace barometer::api {

struct Credentials {
  std::string_view method;
  std::string_view path;
  std::string_view host;  // header fields; empty where they are not sent
  std::string_view origin;
  std::string_view fetch_site;  // Sec-Fetch-Site
  std::string_view authorization;
  std::string_view session;  // the cookie's token
};

class Gate {
 public:
  Gate(std::uint16_t port, Sessions& sessions) : port_(port), sessions_(&sessions) {}

  // The refusal, if it is one.
  std::optional<Response> refuse(const Credentials& credentials) const;

 private:
  bool is_own_host(std::string_view host) const;
  bool may_enter(const Credentials& credentials) const;

  std::uint16_t port_;
  Sessions* sessions_;
};

}  // namespace barometer::api
