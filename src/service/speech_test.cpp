// A recorded answer on its way to an endpoint and back, and all that the other side can do wrong.
#include "service/speech.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <thread>

#include "support/remote_endpoint.hpp"

namespace barometer {
namespace {

using namespace std::chrono_literals;
using test::http_answer;
using test::RemoteEndpoint;

const std::string sound = std::string("\x1A\x45\xDF\xA3", 4) + "violet submarine";
const CallLimits quick{500ms, 700ms, std::size_t{1} << 20};
const std::stop_token never;

Result<Transcription> ask(const Endpoint& endpoint, const CallLimits& limits = quick) {
  return transcribe(endpoint, {"audio/webm", sound}, limits, never);
}

// What a transcription of `answer`, sent by a server on loopback, says.
Result<Transcription> ask(const std::string& answer) {
  const RemoteEndpoint remote([&](const std::string&) { return answer; });
  return ask({remote.url(), "tiny", "hunter2"});
}

std::string fault(const Result<Transcription>& outcome, ErrorCode code) {
  if (outcome) return "no error: " + outcome->text;
  EXPECT_EQ(outcome.error().code, code) << outcome.error().message;
  for (const char* never_said : {"violet", "hunter2", "sesame"})
    EXPECT_EQ(outcome.error().message.find(never_said), std::string::npos)
        << outcome.error().message;
  return outcome.error().message;
}

void expect_fault(const Result<Transcription>& outcome, ErrorCode code, const std::string& said) {
  const std::string message = fault(outcome, code);
  EXPECT_NE(message.find(said), std::string::npos) << message;
}

TEST(Speech, GivesTextWordsAndSegments) {
  const auto heard = ask(http_answer(
      200, R"({"task":"transcribe","language":"english","duration":2.5,"text":" I counted them.\n",
               "words":[{"word":"I","start":0.1,"end":0.2},{"word":"counted","start":0.2,"end":0.75},
                        {"word":"them","start":0.8,"end":1.0}],
               "segments":[{"id":0,"start":0.0,"end":1.25,"text":" I counted them."}]})"));
  ASSERT_TRUE(heard) << heard.error().message;
  EXPECT_EQ(heard->text, "I counted them.");
  EXPECT_EQ(heard->language, "english");
  EXPECT_EQ(heard->duration_ms, 2500);
  ASSERT_EQ(heard->words.size(), 3U);
  EXPECT_EQ(heard->words[1].text, "counted");
  EXPECT_EQ(heard->words[1].begin_ms, 200);
  EXPECT_EQ(heard->words[1].end_ms, 750);
  ASSERT_EQ(heard->segments.size(), 1U);
  EXPECT_EQ(heard->segments[0].end_ms, 1250);
}

TEST(Speech, SendsTheFormOfTheInterface) {
  const RemoteEndpoint remote(
      [](const std::string&) { return http_answer(200, R"({"text":""})"); });
  ASSERT_TRUE(ask({remote.url(), "tiny.en", "sk-sesame"}));
  const std::string sent = remote.requests().at(0);
  EXPECT_TRUE(sent.starts_with("POST /v1/audio/transcriptions HTTP/1.1\r\n")) << sent;
  for (const char* part :
       {"Authorization: Bearer sk-sesame\r\n", "name=\"file\"; filename=\"answer.webm\"",
        "Content-Type: audio/webm", "name=\"model\"\r\n\r\ntiny.en\r\n", "violet submarine",
        "name=\"response_format\"\r\n\r\nverbose_json\r\n"})
    EXPECT_NE(sent.find(part), std::string::npos) << part;
  EXPECT_EQ(sent.find("Expect:"), std::string::npos);
  ASSERT_TRUE(ask({remote.url(), "", ""}));
  EXPECT_EQ(remote.requests().at(1).find("Authorization"), std::string::npos);
}

TEST(Speech, AsksAgainForTextAloneWhereTimesAreRefused) {
  const RemoteEndpoint remote([](const std::string& request) {
    return request.find("verbose_json") == std::string::npos
               ? http_answer(200, R"({"text":"Plain."})")
               : http_answer(400, R"({"error":"response_format"})");
  });
  const auto heard = ask({remote.url(), "", ""});
  ASSERT_TRUE(heard) << heard.error().message;
  EXPECT_EQ(heard->text, "Plain.");
  EXPECT_TRUE(heard->words.empty());
  EXPECT_FALSE(heard->duration_ms);
}

TEST(Speech, JoinsPiecesOfWordsAndTakesWordsOutOfSegments) {
  const auto heard =
      ask(http_answer(200, R"({"text":"Hello ward.","segments":[{"text":"Hello ward.",
      "start":0,"end":1,"words":[{"word":" Hel","start":0,"end":0.2},{"word":"lo","start":0.2,"end":0.4},
      {"word":" ward","start":0.5,"end":0.9},{"word":".","start":0.9,"end":1}]}]})"));
  ASSERT_TRUE(heard) << heard.error().message;
  ASSERT_EQ(heard->words.size(), 2U);
  EXPECT_EQ(heard->words[0].text, "Hello");
  EXPECT_EQ(heard->words[1].text, "ward.");
  EXPECT_EQ(heard->words[1].end_ms, 1000);
}

TEST(Speech, LeavesOutTimesThatAreNone) {
  const auto heard = ask(http_answer(200, R"({"text":"a\u0000b","duration":-1,"language":7,
      "words":[{"word":"x","start":2,"end":1},{"word":"y","start":1e300,"end":1e301},7,
               {"word":"z","start":"0","end":1},{"word":"w","start":0,"end":0}],"segments":{}})"));
  ASSERT_TRUE(heard) << heard.error().message;
  EXPECT_EQ(heard->text, "a b") << "a draft takes no control characters";
  EXPECT_EQ(heard->words.size(), 1U);
  EXPECT_FALSE(heard->duration_ms);
}

TEST(Speech, SaysWhatToSetWithoutAnEndpoint) {
  const std::string message = fault(ask(Endpoint{}), ErrorCode::Conflict);
  EXPECT_NE(message.find("speech.url"), std::string::npos);
  EXPECT_NE(message.find("settings"), std::string::npos);
}

TEST(Speech, SendsNothingThatIsNoRecording) {
  const RemoteEndpoint remote(
      [](const std::string&) { return http_answer(200, R"({"text":""})"); });
  for (const char* type : {"audio/webm", "audio/ogg", "audio/mp4", "audio/wav", "text/plain"}) {
    const auto outcome = transcribe({remote.url(), "", ""}, {type, "violet"}, quick, never);
    expect_fault(outcome, ErrorCode::InvalidInput, "nothing was sent on");
  }
  const std::string mp4 = std::string("\0\0\0\x18", 4) + "ftypisom";
  EXPECT_TRUE(transcribe({remote.url(), "", ""}, {"audio/mp4", mp4}, quick, never));
  EXPECT_TRUE(transcribe({remote.url(), "", ""}, {"audio/ogg", "OggS..."}, quick, never));
  EXPECT_TRUE(transcribe({remote.url(), "", ""}, {"audio/wav", "RIFF...."}, quick, never));
  EXPECT_EQ(remote.requests().size(), 3U);
}

TEST(Speech, NamesWhatAnEndpointRefuses) {
  const auto status = [](int code) { return ask(http_answer(code, "violet hunter2")); };
  expect_fault(status(400), ErrorCode::Unavailable, "--convert");
  expect_fault(status(401), ErrorCode::Unavailable, "wants a key");
  expect_fault(status(404), ErrorCode::Unavailable, "address");
  expect_fault(status(413), ErrorCode::Unavailable, "shorter");
  expect_fault(status(418), ErrorCode::Unavailable, "418");
  expect_fault(status(429), ErrorCode::Unavailable, "busy");
  expect_fault(status(500), ErrorCode::Unavailable, "status 500");
  expect_fault(status(204), ErrorCode::Unavailable, "no transcription");
}

TEST(Speech, FollowsNoRedirect) {
  const RemoteEndpoint other(
      [](const std::string&) { return http_answer(200, R"({"text":"x"})"); });
  for (const int code : {301, 302, 303, 307, 308}) {
    const auto outcome = ask(http_answer(code, "", "Location: " + other.url() + "\r\n"));
    expect_fault(outcome, ErrorCode::Unavailable, "never followed");
  }
  EXPECT_TRUE(other.requests().empty());
}

TEST(Speech, RefusesAnswersThatAreNoTranscription) {
  expect_fault(ask(http_answer(200, "<html>violet</html>")), ErrorCode::Unavailable, "no JSON");
  expect_fault(ask(http_answer(200, "\"\xFF\"")), ErrorCode::Unavailable, "no JSON");
  expect_fault(ask(http_answer(200, std::string(100'000, '['))), ErrorCode::Unavailable, "no JSON");
  expect_fault(ask(http_answer(200, "")), ErrorCode::Unavailable, "no JSON");
  for (const char* body : {"[]", "null", "{}", R"({"text":7})", R"(["text"])"})
    expect_fault(ask(http_answer(200, body)), ErrorCode::Unavailable, "no text");
  const std::string long_text = R"({"text":")" + std::string(300'000, 'x') + "\"}";
  expect_fault(ask(http_answer(200, long_text)), ErrorCode::Unavailable, "longer than");
  expect_fault(ask(http_answer(200, std::string(2'000'000, ' '))), ErrorCode::Unavailable,
               "larger than 1 MiB");
}

TEST(Speech, SaysWhenTheConnectionFails) {
  expect_fault(ask(std::string()), ErrorCode::Unavailable, "broke off");
  expect_fault(ask(std::string("220 mail.example ESMTP\r\n")), ErrorCode::Unavailable,
               "does not speak HTTP");
  expect_fault(ask(std::string("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"text")),
               ErrorCode::Unavailable, "broke off");
  std::string closed;
  {
    const RemoteEndpoint gone([](const std::string&) { return std::string(); });
    closed = gone.url();
  }
  expect_fault(ask({closed, "", ""}), ErrorCode::Unavailable, "nothing answers there");
  EXPECT_FALSE(ask({"http://no-such-host.invalid/v1", "", ""})) << "at once, or too slowly";
  const RemoteEndpoint plain([](const std::string&) { return http_answer(200, "{}"); });
  expect_fault(ask({"https" + plain.url().substr(4), "", ""}), ErrorCode::Unavailable, "encrypted");
}

TEST(Speech, WaitsOnlySoLong) {
  const RemoteEndpoint slow([](const std::string&) {
    std::this_thread::sleep_for(1s);
    return http_answer(200, R"({"text":"late"})");
  });
  const auto began = std::chrono::steady_clock::now();
  expect_fault(ask({slow.url(), "", ""}, {200ms, 300ms}), ErrorCode::Timeout, "no answer within");
  EXPECT_LT(std::chrono::steady_clock::now() - began, 900ms);
}

TEST(Speech, IsGivenUpWhenTheServerEnds) {
  const RemoteEndpoint slow([](const std::string&) {
    std::this_thread::sleep_for(2500ms);
    return http_answer(200, R"({"text":"late"})");
  });
  std::stop_source server;
  std::jthread end([&] {
    std::this_thread::sleep_for(100ms);
    server.request_stop();
  });
  const auto began = std::chrono::steady_clock::now();
  const auto outcome =
      transcribe({slow.url(), "", ""}, {"audio/webm", sound}, {}, server.get_token());
  fault(outcome, ErrorCode::Cancelled);
  EXPECT_LT(std::chrono::steady_clock::now() - began, 2200ms);
}

TEST(Speech, StandsAnyAnswer) {
  std::mt19937 random(20261124);
  const std::string whole =
      R"({"text":"I counted.","duration":1.5,"words":[{"word":" I","start":0,"end":0.5}],"segments":[]})";
  std::string answer;
  const RemoteEndpoint remote([&](const std::string&) { return answer; });
  for (int i = 0; i < 300; ++i) {
    std::string body = whole;
    for (unsigned k = random() % 4; k > 0; --k)
      body[random() % body.size()] = static_cast<char>(random() % 256);
    answer =
        http_answer(200, body.substr(0, random() % 8 == 0 ? random() % body.size() : body.npos));
    const auto outcome = ask({remote.url(), "", ""});
    if (!outcome) fault(outcome, ErrorCode::Unavailable);
  }
}

TEST(Endpoint, TellsWhereItIs) {
  const auto place = [](const char* url) {
    const auto found = place_of(url);
    if (!found) return std::string("none");
    return found->host + (found->this_machine ? " here" : " elsewhere") +
           (found->encrypted ? " encrypted" : " open");
  };
  EXPECT_EQ(place("http://127.0.0.1:8080/v1"), "127.0.0.1:8080 here open");
  EXPECT_EQ(place("http://localhost/v1"), "localhost here open");
  EXPECT_EQ(place("http://[::1]:9/v1"), "[::1]:9 here open");
  EXPECT_EQ(place("https://api.example.org/v1?version=2"), "api.example.org elsewhere encrypted");
  EXPECT_EQ(place("http://127.0.0.1.example.org/v1"), "127.0.0.1.example.org elsewhere open");
  EXPECT_EQ(place("http://192.168.1.5:8000"), "192.168.1.5:8000 elsewhere open");
  for (const char* none :
       {"", "example.org", "ftp://example.org/", "file:///etc/passwd", "http://",
        "http://anna:secret@example.org/v1", "http://example.org/v1#part", "http://exa mple.org/",
        "gopher://127.0.0.1:25/", "http://127.0.0.1:99999/"})
    EXPECT_EQ(place(none), "none") << none;
}

TEST(Endpoint, HasItsOperationsBelowItsAddress) {
  const auto address = [](const char* url) {
    return operation_address(url, "audio/transcriptions").value();
  };
  const std::string wanted = "http://h:8080/v1/audio/transcriptions";
  EXPECT_EQ(address("http://h:8080"), wanted);
  EXPECT_EQ(address("http://h:8080/"), wanted);
  EXPECT_EQ(address("http://h:8080/v1"), wanted);
  EXPECT_EQ(address("http://h:8080/v1/"), wanted);
  EXPECT_EQ(address("http://h:8080/v1/audio/transcriptions"), wanted);
  EXPECT_EQ(address("https://h/d/whisper?version=1"),
            "https://h/d/whisper/audio/transcriptions?version=1");
}

TEST(Endpoint, CallsNoLinkLocalAddress) {
  for (const char* url :
       {"http://169.254.169.254/v1", "http://[fe80::1%251]/v1", "http://[fe80::1]/v1",
        "http://[::ffff:169.254.169.254]/v1", "http://2852039166/v1"})
    expect_fault(ask({url, "", ""}), ErrorCode::Unavailable, "link-local");
}

TEST(Endpoint, IsKeptInTheSettings) {
  const Endpoint kept{"http://h/v1", "tiny", "sesame"};
  const Endpoint again = endpoint_of(settings_of(kept, "speech"), "speech");
  EXPECT_EQ(again.url, kept.url);
  EXPECT_EQ(again.model, kept.model);
  EXPECT_EQ(again.secret, kept.secret);
  EXPECT_EQ(endpoint_of(settings_of(kept, "speech"), "reader").url, "");
}

}  // namespace
}  // namespace barometer
