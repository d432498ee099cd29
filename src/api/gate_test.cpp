// Who may ask, by what the headers say; the page and addresses.
#include "api/gate.hpp"

#include <gtest/gtest.h>

#include "api/page.hpp"
#include "api/url.hpp"

namespace barometer::api {
namespace {

std::string header(const Response& response, std::string_view name) {
  for (const auto& [own, value] : response.headers)
    if (own == name) return value;
  return {};
}

TEST(Gate, LetsOnlyThisMachineIn) {
  Sessions sessions("");
  const Gate gate(8765, sessions);
  const auto refused = [&](std::string_view host, std::string_view origin = "",
                           std::string_view site = "") {
    const auto response = gate.refuse({"GET", "/api/v1/stories", host, origin, site, "", ""});
    return response ? response->status : 0;
  };
  EXPECT_EQ(refused("127.0.0.1:8765"), 0);
  EXPECT_EQ(refused("localhost:8765", "http://localhost:8765"), 0);
  EXPECT_EQ(refused("[::1]:8765"), 0);
  EXPECT_EQ(refused(""), 400);
  EXPECT_EQ(refused("evil.example:8765"), 403) << "a name bent to this machine";
  EXPECT_EQ(refused("localhost"), 403);
  EXPECT_EQ(refused("localhost:8765", "http://evil.example"), 403);
  EXPECT_EQ(refused("localhost:8765", "null"), 403);
  EXPECT_EQ(refused("localhost:8765", "http://127.0.0.1:8765"), 403);
  EXPECT_EQ(refused("localhost:8765", "", "cross-site"), 403);
  EXPECT_EQ(refused("localhost:8765", "", "same-origin"), 0);
}

TEST(Gate, AsksForTheSecretOffLoopback) {
  Sessions sessions("0123456789abcdef");
  const Gate gate(8765, sessions);
  const auto refused = [&](std::string_view path, std::string_view authorization) {
    const auto response =
        gate.refuse({"GET", path, "barometer.example", "", "", authorization, ""});
    return response ? response->status : 0;
  };
  EXPECT_EQ(refused("/api/v1/stories", "Bearer 0123456789abcdef"), 0);
  EXPECT_EQ(refused("/api/v1/stories", "Bearer 0123456789abcdeX"), 401);
  EXPECT_EQ(refused("/api/v1/stories", "Bearer 0123456789abcde"), 401);
  EXPECT_EQ(refused("/api/v1/stories", ""), 401);
  EXPECT_EQ(refused("/metrics", ""), 401);
  EXPECT_EQ(refused("/healthz", ""), 0);
  EXPECT_EQ(refused("/", ""), 0) << "the page itself holds nobody's data";
}

TEST(Gate, LetsInWhoHasASession) {
  Sessions sessions("0123456789abcdef");
  const Gate gate(8765, sessions);
  const auto refused = [&](std::string_view method, std::string_view path, std::string_view session,
                           std::string_view origin = "", std::string_view site = "") {
    const auto response =
        gate.refuse({method, path, "barometer.example", origin, site, "", session});
    return response ? response->status : 0;
  };
  EXPECT_EQ(refused("POST", "/api/v1/session", ""), 0) << "here the secret is shown";
  EXPECT_EQ(refused("GET", "/api/v1/session", ""), 401);
  EXPECT_EQ(refused("DELETE", "/api/v1/session", ""), 401);
  EXPECT_EQ(refused("POST", "/api/v1/session/x", ""), 401);
  const auto token = sessions.open("0123456789abcdef");
  ASSERT_TRUE(token);
  EXPECT_EQ(refused("GET", "/api/v1/readings/a/report.html", *token), 0);
  EXPECT_EQ(refused("GET", "/api/v1/readings/a/events", *token), 0);
  EXPECT_EQ(refused("GET", "/api/v1/stories", *token + "x"), 401);
  EXPECT_EQ(refused("GET", "/api/v1/stories", "0123456789abcdef"), 401);
  EXPECT_EQ(refused("POST", "/api/v1/stories", *token, "https://evil.example"), 403);
  EXPECT_EQ(refused("POST", "/api/v1/session", "", "https://evil.example"), 403);
  EXPECT_EQ(refused("GET", "/api/v1/stories", *token, "", "cross-site"), 403);
  sessions.close(*token);
  EXPECT_EQ(refused("GET", "/api/v1/stories", *token), 401);
}

TEST(Sessions, EndAfterTwelveHoursAndMakeRoom) {
  Sessions sessions("0123456789abcdef");
  const auto start = Sessions::Clock::now();
  EXPECT_FALSE(sessions.open("0123456789abcdeX", start));
  EXPECT_FALSE(sessions.open("", start));
  EXPECT_FALSE(Sessions("").open("", start)) << "a server without a secret has no sessions";
  const auto first = sessions.open("0123456789abcdef", start);
  ASSERT_TRUE(first);
  EXPECT_TRUE(sessions.knows(*first, start + std::chrono::hours(11)));
  EXPECT_FALSE(sessions.knows(*first, start + std::chrono::hours(12)));
  EXPECT_FALSE(sessions.knows("", start));
  for (std::size_t i = 0; i < Sessions::most_sessions; ++i)
    ASSERT_TRUE(sessions.open("0123456789abcdef", start + std::chrono::minutes(1)));
  EXPECT_FALSE(sessions.knows(*first, start + std::chrono::minutes(2))) << "the oldest made room";
}

TEST(Sessions, ReadAndWriteTheCookie) {
  EXPECT_EQ(session_token("a=b; barometer_session=abc; c=d"), "abc");
  EXPECT_EQ(session_token("barometer_session=abc"), "abc");
  for (const char* none : {"", ";", "; ;", "xbarometer_session=abc", "barometer_session",
                           "barometer_session=", "barometer_sessions=abc"})
    EXPECT_EQ(session_token(none), "") << none;
  EXPECT_EQ(session_header("abc", true),
            "barometer_session=abc; Path=/; Max-Age=43200; HttpOnly; SameSite=Strict; Secure");
}

TEST(Page, IsServedWithAStrictPolicy) {
  const auto response = page({"/", "gzip", ""});
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(header(response, "Content-Security-Policy"),
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
            "font-src 'self'; connect-src 'self'; media-src 'self' blob:; frame-src 'self'; "
            "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
  EXPECT_EQ(header(response, "Permissions-Policy"), "microphone=(self), camera=(), geolocation=()");
  EXPECT_EQ(page({"/no/such.js", "", ""}).status, 404);
  EXPECT_EQ(page({"/../../etc/passwd.x", "", ""}).status, 404);
}

TEST(Url, DecodesOnceAndRefusesTheRest) {
  EXPECT_EQ(split_target("/a%2fb?x=1+2&y=%C3%A9&z").path, "/a/b");
  EXPECT_EQ(split_target("/a?x=1+2&y=%C3%A9&z").query.at("x"), "1 2");
  EXPECT_EQ(split_target("/a?x=1+2&y=%C3%A9&z").query.at("y"), "\xC3\xA9");
  EXPECT_TRUE(split_target("/a?z").query.contains("z"));
  for (const char* wrong : {"", "a", "/%", "/%2", "/%zz", "/%00", "/a?b=%", "*", "http://x/"})
    EXPECT_FALSE(split_target(wrong).sound) << wrong;
  EXPECT_EQ(media_type("Application/JSON ; charset=utf-8"), "application/json");
}

}  // namespace
}  // namespace barometer::api
