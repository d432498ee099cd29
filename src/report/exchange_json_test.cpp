#include "report/exchange_json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "core/utf8.hpp"
#include "support/sample_report.hpp"
#include "support/schema_check.hpp"

namespace barometer {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

// The error message, or "" for a line that can be read.
std::string fault_of(std::string_view line, std::size_t number = 7) {
  const auto read = parse_exchange(line, number, test::sample_pack());
  return read ? "" : read.error().message;
}

TEST(ParseExchange, ReadsEveryKey) {
  const auto read = parse_exchange(
      R"({"id":"e1","principle":"ownership","context":[["Why?","Because."],["And?","So."]],)"
      R"("question":"What else?","answer":"That\u2019s it.","team":{"x":[1,2]}})"
      "\r\n",
      1, test::sample_pack());
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->id, "e1");
  EXPECT_EQ(read->principle->value, "ownership");
  ASSERT_EQ(read->context.size(), 2U);
  EXPECT_EQ(read->context[1].second, "So.");
  EXPECT_EQ(read->question, "What else?");
  EXPECT_EQ(read->answer, "That’s it.");
}

TEST(ParseExchange, NeedsOnlyIdQuestionAndAnswer) {
  const auto read = parse_exchange(R"({"id":"e","principle":null,"question":"","answer":""})", 1,
                                   test::sample_pack());
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_FALSE(read->principle);
  EXPECT_TRUE(read->context.empty());
}

TEST(ParseExchange, ReadsTheExamplesOfTheSchema) {
  const json schema = test::published_schema("exchange-input-1");
  ASSERT_EQ(schema["examples"].size(), 2U);
  for (const json& example : schema["examples"]) {
    EXPECT_EQ(fault_of(example.dump()), "");
  }
}

TEST(ParseExchange, SaysWhatIsWrongAndOnWhichLine) {
  EXPECT_EQ(
      fault_of(R"({"id":"e","question":"q"})"),
      "Line 7: \"answer\" is missing. Every exchange needs \"id\", \"question\" and \"answer\".");
  EXPECT_EQ(fault_of(R"({"id":1,"question":"q","answer":"a"})"),
            "Line 7: \"id\" must be a string.");
  EXPECT_EQ(fault_of(R"({"id":"","question":"q","answer":"a"})"), "Line 7: \"id\" is empty.");
  EXPECT_THAT(fault_of(R"({"id":"e","question":"q","answer":"a","context":[["q"]]})"),
              HasSubstr("\"context\" item 1 must be a pair"));
  EXPECT_THAT(fault_of(R"({"id":"e","question":"q","answer":"a","context":"x"})"),
              HasSubstr("must be a list"));
  EXPECT_EQ(fault_of(R"({"id":"e","question":"q","answer":"a","principle":"own"})"),
            "Line 7: \"principle\" is not the id of a principle of pack sample-16 1.0.0.");
  EXPECT_EQ(fault_of("[1]"), "Line 7: not a JSON object ({...}).");
  EXPECT_THAT(fault_of(""), HasSubstr("not valid JSON"));
  EXPECT_THAT(fault_of(R"({"id":"e","question":"q","answer":"a"} {)"), HasSubstr("not valid JSON"));
  EXPECT_THAT(fault_of(R"({"id":"e","n":1e999,"question":"q","answer":"a"})"),
              HasSubstr("out of range"));
}

TEST(ParseExchange, NeverRepeatsTheInput) {
  const std::vector<std::string> lines = {
      R"({"id":"SECRET","question":"SECRET","answer":SECRET})",
      R"("SECRET)",
      "SECRET",
      R"({"id":"e","question":"q","answer":"a","principle":"SECRET"})",
      R"({"id":"e","question":"q","answer":"a","context":["SECRET"]})",
      "{\"id\":\"SECRET\xFF\",\"question\":\"q\",\"answer\":\"a\"}",
      R"({"SECRET":1})"};
  for (const std::string& line : lines) {
    EXPECT_THAT(fault_of(line), Not(HasSubstr("SECRET")));
    EXPECT_THAT(fault_of(line), testing::StartsWith("Line 7: "));
  }
}

TEST(ParseExchange, RefusesLinesOverAMegabyte) {
  const auto line = [](std::size_t size) {
    std::string text = R"({"id":"e","question":"q","answer":")";
    return text + std::string(size - text.size() - 2, 'a') + "\"}";
  };
  EXPECT_EQ(fault_of(line(max_exchange_line_bytes)), "");
  EXPECT_THAT(fault_of(line(max_exchange_line_bytes + 1)), HasSubstr("longer than 1000000 bytes"));
}

TEST(ParseExchange, BearsDeepNesting) {
  const std::string deep(400'000, '[');
  EXPECT_THAT(fault_of(R"({"x":)" + deep), HasSubstr("not valid JSON"));
  EXPECT_EQ(fault_of(R"({"id":"e","question":"q","answer":"a","x":)" + deep +
                     std::string(400'000, ']') + "}"),
            "");
}

TEST(ParseExchange, BearsRandomBytes) {
  std::mt19937 random(5);
  const std::string good =
      R"({"id":"e1","context":[["Why?","Because."]],"question":"q","answer":"a"})";
  for (int round = 0; round < 3000; ++round) {
    std::string line = good;
    for (std::size_t change = random() % 4 + 1; change > 0; --change) {
      line[random() % line.size()] = static_cast<char>(random() % 256);
    }
    const auto read = parse_exchange(line, 1, test::sample_pack());
    if (read) {
      EXPECT_FALSE(utf8::first_invalid(read->answer));
    } else {
      EXPECT_EQ(read.error().code, ErrorCode::InvalidInput);
    }
  }
}

struct Read {
  Exchange exchange;
  ExchangeReading reading;
};

Read sample() {
  Read read;
  read.exchange = {"e1", PrincipleId{"ownership"}, {}, "Why?", "J'ai décidé seul. Ça a marché."};
  const auto span = [&](std::string_view words) {
    const auto begin = read.exchange.answer.find(words);
    return ByteSpan{begin, begin + words.size()};
  };
  PrincipleReading one;
  one.principle = PrincipleId{"ownership"};
  one.verdict = Verdict::Strong;
  one.score = 0.66666666;
  one.rating = 4;
  one.relevance = 0.9;
  one.evidence = {{span("décidé seul"), IndicatorId{"ownership.outside-own-role"},
                   Polarity::Supports, Mode::Did, Agency::Mine, 0.8765432}};
  PrincipleReading other;
  other.principle = PrincipleId{"think-big"};
  read.reading.id = "e1";
  read.reading.readings = {one, other};
  read.reading.star.result = span("Ça a marché.");
  read.reading.probe = {"result", "What came of it?", "The end is short."};
  return read;
}

TEST(ExchangeReadingJson, IsWrittenAsPublished) {
  const Read read = sample();
  const std::string line = exchange_reading_json(read.exchange, read.reading);
  EXPECT_EQ(line.find('\n'), std::string::npos);
  EXPECT_EQ(line.substr(0, 24), R"({"id":"e1","readings":[{)");
  const json shown = json::parse(line);
  EXPECT_EQ(test::differences(test::published_schema("exchange-output-1"), shown),
            std::vector<std::string>{});
  const json& evidence = shown["readings"][0]["evidence"][0];
  EXPECT_EQ(evidence["quote"], "décidé seul");
  EXPECT_EQ(evidence["start"], 5);
  EXPECT_EQ(evidence["end"], 18);
  EXPECT_EQ(evidence["indicator"], "ownership.outside-own-role");
  EXPECT_EQ(evidence["probability"].dump(), "0.8765");
  EXPECT_EQ(shown["readings"][0]["score"].dump(), "0.6667");
  EXPECT_EQ(shown["readings"][0]["rating"], 4);
  EXPECT_TRUE(shown["readings"][1]["rating"].is_null());
  EXPECT_EQ(shown["star"]["result"], "Ça a marché.");
  EXPECT_TRUE(shown["star"]["task"].is_null());
  EXPECT_EQ(shown["probe"]["kind"], "result");
  EXPECT_TRUE(shown["abstention"].is_null());
}

TEST(ExchangeReadingJson, SaysWhyNothingWasJudged) {
  Read read = sample();
  read.reading.abstention = Abstention::OffTopic;
  const json shown = json::parse(exchange_reading_json(read.exchange, read.reading));
  EXPECT_EQ(shown["abstention"], "off_topic");
  EXPECT_EQ(test::differences(test::published_schema("exchange-output-1"), shown),
            std::vector<std::string>{});
}

TEST(ExchangeReadingJson, GivesSpansThatCutTheQuoteOutOfTheAnswer) {
  std::mt19937 random(3);
  for (int round = 0; round < 500; ++round) {
    Read read = sample();
    std::string& answer = read.exchange.answer;
    answer.clear();
    std::vector<std::size_t> starts;
    for (int i = 0; i < 40; ++i) {
      starts.push_back(answer.size());
      const std::array<char32_t, 6> alphabet = {U'a', U' ', 0xE9, 0x6F22, 0x1F600, U'"'};
      utf8::append(answer, alphabet[random() % alphabet.size()]);
    }
    const std::size_t begin = random() % 39;
    const std::size_t end = begin + 1 + random() % (39 - begin);
    read.reading.readings[0].evidence[0].span = {starts[begin], starts[end]};
    read.reading.star = {};
    const json shown = json::parse(exchange_reading_json(read.exchange, read.reading));
    const json& evidence = shown["readings"][0]["evidence"][0];
    const auto from = evidence["start"].get<std::size_t>();
    ASSERT_EQ(answer.substr(from, evidence["end"].get<std::size_t>() - from),
              evidence["quote"].get<std::string>());
  }
}

}  // namespace
}  // namespace barometer
