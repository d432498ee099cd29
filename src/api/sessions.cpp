#include "api/sessions.hpp"

#include <fmt/format.h>
#include <openssl/crypto.h>
#include <openssl/sha.h>

#include <algorithm>
#include <array>

#include "core/random_id.hpp"

namespace barometer::api {
namespace {

// Looked up by digest, so that the time it takes tells nothing of other tokens.
std::string digest_of(std::string_view token) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(token.data()), token.size(), digest.data());
  return {digest.begin(), digest.end()};
}

}  // namespace

bool Sessions::is_secret(std::string_view said) const {
  return asks() && said.size() == secret_.size() &&
         CRYPTO_memcmp(said.data(), secret_.data(), secret_.size()) == 0;
}

std::optional<std::string> Sessions::open(std::string_view secret, Clock::time_point now) {
  if (!is_secret(secret)) return std::nullopt;
  const std::string token = random_id() + random_id();
  const std::lock_guard lock(mutex_);
  std::erase_if(ends_, [now](const auto& session) { return session.second <= now; });
  if (ends_.size() >= most_sessions) {
    ends_.erase(std::min_element(ends_.begin(), ends_.end(),
                                 [](const auto& a, const auto& b) { return a.second < b.second; }));
  }
  ends_[digest_of(token)] = now + lifetime;
  return token;
}

bool Sessions::knows(std::string_view token, Clock::time_point now) {
  if (token.empty()) return false;
  const std::lock_guard lock(mutex_);
  const auto session = ends_.find(digest_of(token));
  return session != ends_.end() && now < session->second;
}

void Sessions::close(std::string_view token) {
  const std::lock_guard lock(mutex_);
  ends_.erase(digest_of(token));
}

std::string session_token(std::string_view cookies) {
  while (!cookies.empty()) {
    const auto end = std::min(cookies.find(';'), cookies.size());
    std::string_view pair = cookies.substr(0, end);
    cookies.remove_prefix(std::min(end + 1, cookies.size()));
    while (pair.starts_with(' ')) pair.remove_prefix(1);
    if (pair.size() <= session_cookie.size() || !pair.starts_with(session_cookie) ||
        pair[session_cookie.size()] != '=')
      continue;
    return std::string(pair.substr(session_cookie.size() + 1));
  }
  return {};
}

std::string session_header(std::string_view token, bool encrypted) {
  const auto seconds =
      token.empty() ? std::chrono::seconds(0) : std::chrono::seconds(Sessions::lifetime);
  return fmt::format("{}={}; Path=/; Max-Age={}; HttpOnly; SameSite=Strict{}", session_cookie,
                     token, seconds.count(), encrypted ? "; Secure" : "");
}

}  // namespace barometer::api
