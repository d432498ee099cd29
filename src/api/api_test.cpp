// The routes over a store in memory and a reader without a model. Every answer is held to
// openapi.yaml.
#include <gtest/gtest.h>

#include <set>
#include <thread>

#include "api/routes.hpp"
#include "api/url.hpp"
#include "support/pack.hpp"
#include "support/remote_endpoint.hpp"

namespace barometer::api {
namespace {

using Value = nlohmann::json;

constexpr const char* transcript = R"(WEBVTT

1
00:00:01.000 --> 00:00:04.000
Ilya Marsh: Tell me about a time you looked for yourself.

2
00:00:05.000 --> 00:00:20.000
Dana Osei: I took over the list that morning and called all nine kitchens myself.
)";

std::string header(const Response& response, std::string_view name) {
  for (const auto& [own, value] : response.headers)
    if (own == name) return value;
  return {};
}

class Api : public testing::Test {
 protected:
  Api()
      : shelf(
            [this](const std::string& name) -> Result<Pack> {
              if (name == "none") return Error{ErrorCode::NotFound, "no such pack"};
              return pack;
            },
            [](const Pack& of) -> Result<std::unique_ptr<Reader>> {
              return make_cue_reader(of, {{"took over the list", {"ownership.for"}}});
            }) {
    add_server_routes(router, parts);
    add_pack_routes(router, parts);
    add_reading_routes(router, parts);
    add_interview_routes(router, parts);
    add_story_routes(router, parts);
    add_progress_routes(router, parts);
    add_data_routes(router, parts);
    add_session_routes(router, parts);
    add_speech_routes(router, parts);
  }

  // Checks the answer against the document, and gives it.
  Response ask(Request request) {
    if (request.method == "POST" && !request.idempotency_key)
      request.idempotency_key = "key-" + std::to_string(++count) + "-xxxx";
    const Routed routed = router.handle(request);
    const Response& response = routed.response;
    if (routed.route == "none") return response;
    const Value& answers = operation(request.method, routed.route).at("responses");
    const std::string status = std::to_string(response.status);
    const std::string range = status.substr(0, 1) + "XX";
    const std::string& key = answers.contains(status) ? status : range;
    EXPECT_TRUE(answers.contains(key)) << request.method << " " << request.path << " " << status;
    if (!answers.contains(key) || response.watched) return response;
    const Value* said = &answers.at(key);
    if (said->contains("$ref")) {
      said =
          &document.json().at(Value::json_pointer(said->at("$ref").get<std::string>().substr(1)));
    }
    if (!said->contains("content")) {
      EXPECT_EQ(response.body, "");
      return response;
    }
    const std::string type = media_type(response.content_type);
    EXPECT_TRUE(said->at("content").contains(type)) << type;
    if (type.find("json") == std::string::npos) return response;
    const auto fault = document.fault(said->at("content").at(type).at("schema"),
                                      Value::parse(response.body), "answer");
    EXPECT_FALSE(fault) << request.method << " " << request.path << ": " << *fault << "\n"
                        << response.body;
    asked.insert(operation(request.method, routed.route).at("operationId"));
    return response;
  }

  const Value& operation(std::string method, const std::string& path) const {
    for (char& c : method) c = static_cast<char>(c - 'A' + 'a');
    return document.json().at("paths").at(path).at(method);
  }

  Response get(const std::string& path) {
    const Target target = split_target(path);
    Request request;
    request.method = "GET";
    request.path = target.path;
    request.query = target.query;
    return ask(request);
  }

  Response send(const std::string& method, const std::string& path, const std::string& body,
                std::optional<std::string> key = std::nullopt,
                const std::string& type = "application/json") {
    const Target target = split_target(path);
    Request request;
    request.method = method;
    request.path = target.path;
    request.query = target.query;
    request.body = body;
    request.content_type = body.empty() ? "" : type;
    request.idempotency_key = std::move(key);
    return ask(request);
  }

  Response post(const std::string& path, const Value& body,
                std::optional<std::string> key = std::nullopt) {
    return send("POST", path, body.dump(), std::move(key));
  }

  static Value json(const Response& response) { return Value::parse(response.body); }

  Pack pack = test::small_pack();
  std::unique_ptr<Store> store = make_memory_store();
  ReaderShelf shelf;
  Document document;
  Metrics metrics;
  Readings readings{*store, shelf, [](const ReadingId&) {}};
  Interviews interviews{*store, shelf};
  Sessions sessions{"0123456789abcdef"};
  std::stop_source ending;
  Parts parts{document,           *store, shelf, readings, interviews, metrics, sessions,
              ending.get_token(), "0.0.0"};
  Router router{document, *store};
  std::set<std::string> asked;
  int count = 0;
};

TEST_F(Api, HasARouteForEveryOperationAndNoOther) {
  EXPECT_EQ(router.faults(), std::vector<std::string>{});
  std::set<std::string> ids;
  for (const Operation& operation : document.operations())
    EXPECT_TRUE(ids.insert(operation.id).second) << operation.id << " is there twice";
  EXPECT_GE(ids.size(), 38U);
}

TEST_F(Api, DescribesEveryTypeOfProblem) {
  const std::string text = document.json().at("info").at("description");
  for (const ErrorCodeRow& row : error_code_table) {
    if (row.code == ErrorCode::Cancelled) continue;  // nobody is there to read it
    EXPECT_NE(text.find("urn:barometer:problem:" + std::string(row.name) + "`"), std::string::npos)
        << row.name;
  }
}

TEST_F(Api, AnswersAboutItself) {
  EXPECT_EQ(json(get("/healthz")).at("store"), "memory");
  EXPECT_NE(get("/metrics").body.find("barometer_event_streams"), std::string::npos);
  EXPECT_EQ(json(get("/api/v1/openapi.json")).at("openapi"), "3.1.0");
}

TEST_F(Api, ShowsPacks) {
  EXPECT_EQ(get("/api/v1/packs").status, 200);
  const auto whole = json(get("/api/v1/packs/" + pack.id));
  EXPECT_EQ(whole.at("principles").size(), pack.principles.size());
  EXPECT_EQ(get("/api/v1/packs/none").status, 404);
  EXPECT_EQ(get("/api/v1/packs/..%2fetc").status, 404);
}

TEST_F(Api, ReadsATranscript) {
  const auto begun = send("POST", "/api/v1/readings?name=call.vtt", transcript, std::nullopt,
                          "application/octet-stream");
  ASSERT_EQ(begun.status, 201) << begun.body;
  EXPECT_EQ(json(begun).at("status"), "waiting_for_roles");
  EXPECT_EQ(json(begun).at("speakers").size(), 2U);
  const std::string path = "/api/v1/readings/" + json(begun).at("id").get<std::string>();
  EXPECT_EQ(get(path + "/report").status, 409);
  EXPECT_EQ(
      post(path + "/roles", {{"roles", {{{"speaker", "Nobody"}, {"role", "candidate"}}}}}).status,
      422);
  const Value roles = {{"roles", {{{"speaker", "Dana Osei"}, {"role", "candidate"}}}}};
  EXPECT_EQ(json(post(path + "/roles", roles)).at("status"), "queued");
  EXPECT_EQ(post(path + "/roles", roles).status, 409) << "said already";
  ASSERT_TRUE(readings.start());
  for (int i = 0; i < 500 && json(get(path)).at("status") != "done"; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  EXPECT_EQ(json(get(path)).at("status"), "done");
  EXPECT_EQ(json(get(path)).at("progress"), 1.0);
  EXPECT_EQ(json(get(path + "/report")).at("schema"), "barometer.report/1");
  const auto page = get(path + "/report.html");
  EXPECT_NE(page.body.find("Dana Osei"), std::string::npos);
  EXPECT_EQ(header(page, "Content-Security-Policy"),
            "base-uri 'none'; form-action 'none'; frame-ancestors 'self'");
  EXPECT_EQ(get(path + "/events").watched->value, json(begun).at("id"));
  EXPECT_TRUE(reading_event(parts, {json(begun).at("id")})->second) << "the last event";
  EXPECT_EQ(json(get("/api/v1/readings")).at("readings").size(), 1U);
  EXPECT_EQ(send("DELETE", path, "").status, 204);
  EXPECT_EQ(get(path).status, 404);
}

TEST_F(Api, RefusesWhatIsNoTranscript) {
  const auto refused = send("POST", "/api/v1/readings", std::string("\0\1\2", 3), std::nullopt,
                            "application/octet-stream");
  EXPECT_EQ(refused.status, 422);
  EXPECT_EQ(json(get("/api/v1/readings")).at("readings").size(), 0U);
}

TEST_F(Api, PractisesAnInterview) {
  const auto begun =
      post("/api/v1/interviews", {{"principles", {"ownership"}}, {"length", "short"}});
  ASSERT_EQ(begun.status, 201) << begun.body;
  const std::string path = "/api/v1/interviews/" + json(begun).at("id").get<std::string>();
  EXPECT_EQ(json(begun).at("turns").size(), 1U);
  EXPECT_EQ(send("PUT", path + "/draft", R"({"text":"I too"})").status, 204);
  EXPECT_EQ(json(get(path)).at("draft"), "I too");
  const auto said = post(path + "/answers",
                         {{"text", "I took over the list and called the kitchens."}}, "key-same");
  ASSERT_EQ(said.status, 200) << said.body;
  EXPECT_EQ(json(said).at("utterances").back().at("reason"), nullptr) << "not while it runs";
  const auto again = post(path + "/answers",
                          {{"text", "I took over the list and called the kitchens."}}, "key-same");
  EXPECT_EQ(again.body, said.body);
  EXPECT_EQ(post(path + "/answers", {{"text", "Else."}}, "key-same").status, 409);
  EXPECT_EQ(json(get(path)).at("draft"), "");
  EXPECT_EQ(get(path + "/feedback").status, 409) << "only afterwards";
  const auto ended = post(path + "/end", nullptr);
  EXPECT_EQ(ended.status, 400) << "a request without a body";
  EXPECT_EQ(json(send("POST", path + "/end", "")).at("status"), "ended");
  EXPECT_FALSE(json(get(path)).at("turns").back().at("reason").is_null());
  EXPECT_EQ(json(get(path + "/feedback")).at("schema"), "barometer.feedback/1");
  EXPECT_EQ(post(path + "/answers", {{"text", "More."}}).status, 409);
  EXPECT_EQ(json(get("/api/v1/interviews")).at("interviews").size(), 1U);
  const auto progress = json(get("/api/v1/progress"));
  for (const Value& one : progress.at("principles")) {
    EXPECT_EQ(one.at("points").size(), one.at("principle") == "ownership" ? 1U : 0U);
  }
  EXPECT_EQ(send("DELETE", path, "").status, 204);
  EXPECT_EQ(get(path).status, 404);
}

TEST_F(Api, KeepsStories) {
  const auto kept = post("/api/v1/stories", {{"title", "The list"},
                                             {"situation", "The van had left."},
                                             {"action", "I took over the list."},
                                             {"principles", {"ownership"}}});
  ASSERT_EQ(kept.status, 201) << kept.body;
  const std::string path = "/api/v1/stories/" + json(kept).at("id").get<std::string>();
  EXPECT_EQ(json(get(path)).at("action"), "I took over the list.");
  EXPECT_EQ(post(path + "/tellings", {{"text", "There were 9 kitchens."}}).status, 201);
  const auto second = json(post(path + "/tellings", {{"text", "There were 12 kitchens."}}));
  EXPECT_EQ(second.at("numbers"), Value::parse(R"(["12"])"));
  EXPECT_EQ(second.at("gone"), Value::parse(R"(["9"])"));
  EXPECT_EQ(json(get(path + "/tellings")).at("tellings").size(), 2U);
  const auto matrix = json(get("/api/v1/story-bank/matrix"));
  EXPECT_EQ(matrix.at("stories")[0].at("cells")[0].at("supports"), 1);
  const auto sheet = get("/api/v1/story-bank/sheet.html");
  EXPECT_NE(sheet.body.find("The list"), std::string::npos);
  const auto policy = header(sheet, "Content-Security-Policy");
  EXPECT_NE(policy.find("style-src 'unsafe-inline';"), std::string::npos) << "its only style";
  EXPECT_NE(policy.find("frame-ancestors 'self'"), std::string::npos) << "the page frames it";
  const auto changed = send("PUT", path, R"({"title":"The list, again"})");
  EXPECT_EQ(json(changed).at("tellings"), 2);
  EXPECT_EQ(json(changed).at("action"), "");

  const std::string markdown = get("/api/v1/story-bank/export.md").body;
  const std::string bank = get("/api/v1/story-bank/export.json").body;
  EXPECT_EQ(json(send("POST", "/api/v1/story-bank/import", bank)).at("left_out"), 1);
  EXPECT_EQ(send("DELETE", path, "").status, 204);
  EXPECT_EQ(get(path).status, 404);
  EXPECT_EQ(json(send("POST", "/api/v1/story-bank/import", markdown, std::nullopt, "text/markdown"))
                .at("added"),
            1);
  EXPECT_EQ(get("/api/v1/story-bank/export.json").body, bank);
  EXPECT_EQ(json(get("/api/v1/stories")).at("stories")[0].at("tellings"), 2);
  EXPECT_EQ(send("POST", "/api/v1/story-bank/import", "loose words", std::nullopt, "text/markdown")
                .status,
            422);
}

TEST_F(Api, PlansBackwards) {
  EXPECT_EQ(json(get("/api/v1/plan")).at("interview_date"), nullptr);
  const auto plan = json(send("PUT", "/api/v1/plan", R"({"interview_date":"2999-03-01"})"));
  EXPECT_EQ(plan.at("interview_date"), "2999-03-01");
  EXPECT_EQ(plan.at("sessions").size(), 9U);
  EXPECT_EQ(send("PUT", "/api/v1/plan", R"({"interview_date":"2999-02-30"})").status, 422);
  const auto none = json(send("PUT", "/api/v1/plan", R"({"interview_date":null})"));
  EXPECT_EQ(none.at("sessions").size(), 0U);
}

TEST_F(Api, KeepsSettingsAndGivesNoSecretOut) {
  EXPECT_EQ(json(get("/api/v1/settings")).at("theme"), "system");
  const auto set = send("PUT", "/api/v1/settings",
                        R"({"theme":"dark","pack":"amazon-2021","reader":null,
                            "speech":{"url":"http://127.0.0.1:9/v1","secret":"hunter2"}})");
  ASSERT_EQ(set.status, 200) << set.body;
  EXPECT_EQ(set.body.find("hunter2"), std::string::npos);
  EXPECT_EQ(json(set).at("speech").at("has_secret"), true);
  const auto kept = send("PUT", "/api/v1/settings",
                         R"({"theme":"dark","pack":"amazon-2021","reader":null,
                             "speech":{"url":"http://127.0.0.1:9/v1"}})");
  EXPECT_EQ(json(kept).at("speech").at("has_secret"), true) << "left out: it stays";
  EXPECT_EQ(json(get("/api/v1/data")).at("leaves_the_machine").size(), 1U);
  EXPECT_EQ(get("/api/v1/data/export.json").body.find("hunter2"), std::string::npos);
  EXPECT_EQ(post("/api/v1/data/erase", {{"confirm", "yes"}}).status, 422);
  EXPECT_EQ(post("/api/v1/data/erase", {{"confirm", "erase everything"}}).status, 204);
  EXPECT_EQ(json(get("/api/v1/settings")).at("speech"), nullptr);
}

TEST_F(Api, DoesTheSameRequestOnce) {
  const Value story = {{"title", "One"}};
  const auto first = post("/api/v1/stories", story, "key-0001");
  const auto again = post("/api/v1/stories", story, "key-0001");
  EXPECT_EQ(again.status, 201);
  EXPECT_EQ(again.body, first.body);
  EXPECT_EQ(again.headers.at(0).first, "Idempotency-Replayed");
  EXPECT_EQ(json(get("/api/v1/stories")).at("stories").size(), 1U);
  EXPECT_EQ(post("/api/v1/stories", {{"title", "Two"}}, "key-0001").status, 409);
  EXPECT_EQ(json(get("/api/v1/stories")).at("stories").size(), 1U);
  const std::string path = "/api/v1/stories/" + json(first).at("id").get<std::string>();
  EXPECT_EQ(send("DELETE", path, "", "key-0002").status, 204);
  EXPECT_EQ(send("DELETE", path, "", "key-0002").status, 204) << "the same request";
  EXPECT_EQ(send("DELETE", path, "", "key-0003").status, 404);
  const auto remembered = (*store->begin(local_owner, Access::Read))->answered_request("key-0001");
  EXPECT_FALSE(remembered->has_value()) << "the answer held its words";
}

TEST_F(Api, RefusesWhatTheDocumentDoesNotAllow) {
  const auto status = [this](const std::string& body) {
    return send("POST", "/api/v1/stories", body).status;
  };
  EXPECT_EQ(status("{"), 400);
  EXPECT_EQ(status("\"\xff\""), 400);
  EXPECT_EQ(status("[]"), 422);
  EXPECT_EQ(status("{}"), 422);
  EXPECT_EQ(status(R"({"title":""})"), 422);
  EXPECT_EQ(status(R"({"title":3})"), 422);
  EXPECT_EQ(status(R"({"title":"a","colour":"b"})"), 422);
  EXPECT_EQ(status(R"({"title":"a\u0000b"})"), 422);
  EXPECT_EQ(status(R"({"title":")" + std::string(201, 'x') + "\"}"), 422);
  EXPECT_EQ(status(std::string(100'000, '[')), 400);
  EXPECT_EQ(send("POST", "/api/v1/stories", "a=b", std::nullopt, "text/plain").status, 415);
  EXPECT_EQ(send("POST", "/api/v1/stories", R"({"title":"a"})", "short").status, 400);
  EXPECT_EQ(get("/api/v1/stories?colour=blue").status, 400);
  EXPECT_EQ(get("/api/v1/stories/NOT-AN-ID").status, 404);
  EXPECT_EQ(get("/nothing").status, 404);
  const auto other = send("PATCH", "/api/v1/stories", "");
  EXPECT_EQ(other.status, 405);
  EXPECT_EQ(other.headers.at(0).second, "GET, POST");
  Request without_key;
  without_key.method = "POST";
  without_key.path = "/api/v1/stories";
  without_key.content_type = "application/json";
  without_key.body = R"({"title":"a"})";
  EXPECT_EQ(router.handle(without_key).response.status, 400);
  EXPECT_EQ(json(get("/api/v1/stories")).at("stories").size(), 0U);
}

TEST_F(Api, RepeatsNoTextInItsRefusals) {
  const auto refused = send("POST", "/api/v1/stories", R"({"title":"ok","task":{"a":"hunter2"}})");
  EXPECT_EQ(refused.status, 422);
  EXPECT_EQ(refused.body.find("hunter2"), std::string::npos);
}

TEST_F(Api, TurnsSpeechIntoText) {
  const std::string sound = std::string("\x1A\x45\xDF\xA3", 4) + "violet submarine";
  const auto say = [&](const std::string& type = "audio/webm") {
    return send("POST", "/api/v1/speech/transcriptions", sound, std::nullopt, type);
  };
  const auto unset = say();
  EXPECT_EQ(unset.status, 409);
  EXPECT_NE(unset.body.find("speech.url"), std::string::npos) << "it says what to set";
  std::string reply = test::http_answer(
      200, R"({"text":"I counted.","words":[{"word":"I","start":0.1,"end":0.3}]})");
  const test::RemoteEndpoint remote([&](const std::string&) { return reply; });
  const Value settings = {{"theme", "dark"},
                          {"pack", "amazon-2021"},
                          {"reader", nullptr},
                          {"speech", {{"url", remote.url()}, {"secret", "hunter2"}}}};
  ASSERT_EQ(send("PUT", "/api/v1/settings", settings.dump()).status, 200);
  const auto heard = say();
  ASSERT_EQ(heard.status, 200) << heard.body;
  EXPECT_EQ(json(heard).at("text"), "I counted.");
  EXPECT_EQ(json(heard).at("words")[0].at("begin_ms"), 100);
  EXPECT_NE(remote.requests().at(0).find("Bearer hunter2"), std::string::npos);
  EXPECT_EQ(say("audio/ogg").status, 422) << "it is webm";
  EXPECT_EQ(say("audio/flac").status, 415);
  const auto key = (*store->begin(local_owner, Access::Read))->answered_request("key-1-xxxx");
  EXPECT_FALSE(key->has_value()) << "nothing of it is kept";
  reply = test::http_answer(500, "violet hunter2");
  const auto failed = say();
  EXPECT_EQ(failed.status, 502);
  EXPECT_EQ(json(failed).at("type"), "urn:barometer:problem:endpoint");
  EXPECT_EQ(failed.body.find("violet"), std::string::npos);
  reply = test::http_answer(302, "", "Location: http://127.0.0.1:1/\r\n");
  EXPECT_EQ(say().status, 502);
  parts.call_limits.whole = std::chrono::milliseconds(100);
  const test::RemoteEndpoint slow([&](const std::string&) {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    return std::string();
  });
  Value other = settings;
  other["speech"] = {{"url", slow.url()}};
  ASSERT_EQ(send("PUT", "/api/v1/settings", other.dump()).status, 200);
  EXPECT_EQ(json(get("/api/v1/settings")).at("speech").at("has_secret"), false)
      << "a key is for the host it was given for";
  EXPECT_EQ(say().status, 504);
  ending.request_stop();
  EXPECT_EQ(say().status, 503);
}

TEST_F(Api, KeepsAKeyForItsHostOnly) {
  const auto keeps = [this](const std::string& url) {
    Value settings = {{"theme", "dark"},
                      {"pack", "amazon-2021"},
                      {"reader", nullptr},
                      {"speech", {{"url", "https://api.example/v1"}, {"secret", "hunter2"}}}};
    EXPECT_EQ(send("PUT", "/api/v1/settings", settings.dump()).status, 200);
    settings["speech"] = {{"url", url}};
    return json(send("PUT", "/api/v1/settings", settings.dump())).at("speech").at("has_secret");
  };
  EXPECT_EQ(keeps("https://api.example/v2"), true);
  EXPECT_EQ(keeps("http://api.example/v1"), false) << "no longer encrypted";
  EXPECT_EQ(keeps("https://api.example:8443/v1"), false);
  EXPECT_EQ(keeps("https://evil.example/v1"), false);
}

TEST_F(Api, SaysWhereSpeechGoes) {
  const auto leaves = [this](const std::string& url) {
    const Value settings = {{"theme", "dark"},
                            {"pack", "amazon-2021"},
                            {"reader", {{"url", "https://reader.example/v1"}}},
                            {"speech", {{"url", url}}}};
    EXPECT_EQ(send("PUT", "/api/v1/settings", settings.dump()).status, 200) << url;
    return json(get("/api/v1/data")).at("leaves_the_machine").dump();
  };
  EXPECT_NE(leaves("http://127.0.0.1:8080/v1").find("on this machine"), std::string::npos);
  EXPECT_NE(leaves("https://api.example/v1").find("to api.example"), std::string::npos);
  EXPECT_NE(leaves("http://api.example/v1").find("not encrypted"), std::string::npos);
  EXPECT_EQ(leaves("http://api.example/v1").find("reader.example"), std::string::npos)
      << "nothing is sent there";
  for (const char* url : {"http://anna:secret@example.org/", "http://example.org/#x", "ftp://x/"}) {
    const Value settings = {{"theme", "dark"},
                            {"pack", "amazon-2021"},
                            {"reader", nullptr},
                            {"speech", {{"url", url}}}};
    const auto refused = send("PUT", "/api/v1/settings", settings.dump());
    EXPECT_EQ(refused.status, 422) << url;
    EXPECT_EQ(refused.body.find("anna"), std::string::npos);
  }
  EXPECT_EQ(send("PUT", "/api/v1/settings",
                 R"({"theme":"dark","pack":"amazon-2021","reader":null,
                     "speech":{"url":"http://h/v1","secret":"a\r\nHost: b"}})")
                .status,
            422);
}

TEST_F(Api, TakesRecordingsOfTwentyFiveMegabytes) {
  EXPECT_EQ(router.body_limit("POST", "/api/v1/speech/transcriptions"), std::size_t{25} << 20);
  EXPECT_EQ(router.body_limit("POST", "/api/v1/readings"), std::size_t{32} << 20);
  EXPECT_EQ(router.body_limit("POST", "/api/v1/story-bank/import"), std::size_t{32} << 20);
  EXPECT_EQ(router.body_limit("POST", "/api/v1/stories"), std::size_t{1} << 20);
  EXPECT_TRUE(router.waits("POST", "/api/v1/speech/transcriptions"));
  EXPECT_FALSE(router.waits("POST", "/api/v1/readings"));
}

TEST_F(Api, OpensASessionWithTheSecret) {
  EXPECT_EQ(json(get("/api/v1/session")).at("asks_for_secret"), true);
  EXPECT_EQ(post("/api/v1/session", {{"secret", "0123456789abcdeX"}}).status, 401);
  EXPECT_EQ(post("/api/v1/session", {{"secret", ""}}).status, 422);
  const auto opened = post("/api/v1/session", {{"secret", "0123456789abcdef"}});
  ASSERT_EQ(opened.status, 204);
  const std::string cookie = header(opened, "Set-Cookie");
  EXPECT_NE(cookie.find("; Path=/; Max-Age=43200; HttpOnly; SameSite=Strict"), std::string::npos)
      << cookie;
  EXPECT_EQ(cookie.find("0123456789abcdef"), std::string::npos) << "never the secret itself";
  Request request;
  request.method = "DELETE";
  request.path = "/api/v1/session";
  request.session = session_token(cookie.substr(0, cookie.find(';')));
  EXPECT_TRUE(sessions.knows(request.session));
  EXPECT_NE(header(ask(request), "Set-Cookie").find("barometer_session=; Path=/; Max-Age=0"),
            std::string::npos);
  EXPECT_FALSE(sessions.knows(request.session));
}

}  // namespace
}  // namespace barometer::api
