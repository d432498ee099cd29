#include "api/gate.hpp"

#include <fmt/format.h>

#include "api/problem.hpp"

namespace barometer::api {

bool Gate::is_own_host(std::string_view host) const {
  for (const std::string_view name : {"127.0.0.1", "localhost", "[::1]"}) {
    if (host == fmt::format("{}:{}", name, port_) || (port_ == 80 && host == name)) return true;
  }
  return false;
}

bool Gate::may_enter(const Credentials& credentials) const {
  const bool guarded =
      credentials.path.starts_with("/api") || credentials.path.starts_with("/metrics");
  if (!sessions_->asks() || !guarded) return true;
  if (credentials.path == "/api/v1/session" && credentials.method == "POST") return true;
  constexpr std::string_view bearer = "Bearer ";
  if (credentials.authorization.starts_with(bearer) &&
      sessions_->is_secret(credentials.authorization.substr(bearer.size())))
    return true;
  return sessions_->knows(credentials.session);
}

std::optional<Response> Gate::refuse(const Credentials& credentials) const {
  if (credentials.host.empty()) return problem(400, "malformed", "The Host is missing.");
  if (!sessions_->asks() && !is_own_host(credentials.host)) {
    return problem(403, "forbidden",
                   "This server answers to localhost and 127.0.0.1 only. Use the address that it "
                   "printed when it started.");
  }
  if (!credentials.origin.empty()) {
    const auto scheme = credentials.origin.find("://");
    if (scheme == std::string_view::npos ||
        credentials.origin.substr(scheme + 3) != credentials.host)
      return problem(403, "forbidden", "Pages of other origins may not ask this server.");
  }
  if (credentials.fetch_site == "cross-site" || credentials.fetch_site == "same-site") {
    // A link from another page may lead here, but nothing of theirs may read or change data.
    if (credentials.path.starts_with("/api"))
      return problem(403, "forbidden", "Pages of other origins may not ask this server.");
  }
  if (may_enter(credentials)) return std::nullopt;
  Response response =
      problem(401, "unauthorized",
              "This server asks for its secret. Send Authorization: Bearer <secret>, "
              "or open a session with it (POST /api/v1/session).");
  response.headers.emplace_back("WWW-Authenticate", "Bearer");
  return response;
}

}  // namespace barometer::api
