#include "report/labelled_exchange_json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "support/sample_report.hpp"
#include "support/schema_check.hpp"

namespace barometer {
namespace {

using testing::HasSubstr;
using testing::Not;

// The error message, or "" for a line that can be read.
std::string fault_of(std::string_view line) {
  const auto read = parse_labelled_exchange(line, 7, test::sample_pack());
  return read ? "" : read.error().message;
}

// A line with an answer, and what else is given.
std::string line_with(const std::string& labels) {
  return R"({"id":"e1","question":"Why?","answer":"J'ai décidé seul. It was not my job.",)" +
         labels + "}";
}

std::vector<std::string> quotes(const LabelledExchange& labelled, std::size_t rater) {
  std::vector<std::string> found;
  for (const MarkedSpan& mark : *labelled.ratings.at(rater).spans) {
    found.push_back((mark.polarity == Polarity::Supports ? "+ " : "- ") +
                    std::string(slice(labelled.exchange.answer, mark.span)));
  }
  return found;
}

TEST(ParseLabelledExchange, ReadsTwoRatings) {
  const auto read = parse_labelled_exchange(line_with(R"("group":"p1","part":"typed","ratings":[
        {"verdict":"mixed","principle":"ownership","for":"décidé seul","against":"not my job",
         "probe":"result","confidence":2},
        {"verdict":"weak","principle":null,"for":null,"against":null}])"),
                                            1, test::sample_pack());
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->exchange.id, "e1");
  EXPECT_EQ(read->group, "p1");
  EXPECT_EQ(read->part, "typed");
  ASSERT_EQ(read->ratings.size(), 2U);
  EXPECT_EQ(read->ratings[0].verdict, Verdict::Mixed);
  EXPECT_EQ(read->ratings[0].principle->value, "ownership");
  EXPECT_EQ(quotes(*read, 0), (std::vector<std::string>{"+ décidé seul", "- not my job"}));
  EXPECT_EQ(read->ratings[0].probe, "result");
  EXPECT_EQ(read->ratings[1].verdict, Verdict::Weak);
  EXPECT_FALSE(read->ratings[1].principle);
  EXPECT_TRUE(read->ratings[1].spans && read->ratings[1].spans->empty()) << "looked, found none";
  EXPECT_EQ(read->ratings[1].probe, "");
}

TEST(ParseLabelledExchange, ReadsLabelsOfOneRaterInTheLine) {
  const auto read = parse_labelled_exchange(
      line_with(R"("principle":"ownership","group":"p1","verdict":"strong","probe":"result",
        "evidence":[{"quote":"It was not my job.","polarity":"contradicts","mode":"did"}])"),
      1, test::sample_pack());
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->part, "");
  ASSERT_EQ(read->ratings.size(), 1U);
  EXPECT_EQ(read->ratings[0].principle->value, "ownership");
  EXPECT_EQ(read->ratings[0].probe, "result");
  EXPECT_EQ(quotes(*read, 0), std::vector<std::string>{"- It was not my job."});
}

TEST(ParseLabelledExchange, KnowsNotRatedFromNothingFound) {
  const auto unrated =
      parse_labelled_exchange(line_with(R"("group":"p","verdict":"weak")"), 1, test::sample_pack());
  ASSERT_TRUE(unrated);
  EXPECT_FALSE(unrated->ratings[0].spans);
  const auto none = parse_labelled_exchange(
      line_with(R"("group":"p","verdict":"weak","evidence":[])"), 1, test::sample_pack());
  ASSERT_TRUE(none);
  EXPECT_TRUE(none->ratings[0].spans);
}

TEST(ParseLabelledExchange, GivesARatingThePrincipleOfTheLine) {
  const auto read = parse_labelled_exchange(
      line_with(R"("principle":"ownership","group":"p","ratings":[{"verdict":"weak"},
                   {"verdict":"weak","principle":"think-big"}])"),
      1, test::sample_pack());
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->ratings[0].principle->value, "ownership");
  EXPECT_EQ(read->ratings[1].principle->value, "think-big");
}

TEST(ParseLabelledExchange, SaysWhatIsWrongAndOnWhichLine) {
  EXPECT_THAT(fault_of(line_with(R"("verdict":"weak")")),
              HasSubstr("Line 7: \"group\" is missing"));
  EXPECT_THAT(fault_of(line_with(R"("verdict":"weak","group":"")")), HasSubstr("\"group\""));
  EXPECT_THAT(fault_of(line_with(R"("group":"p")")), HasSubstr("labels are missing"));
  EXPECT_THAT(fault_of(line_with(R"("group":"p","verdict":"good")")),
              HasSubstr("must be insufficient, weak, mixed or strong"));
  EXPECT_THAT(fault_of(line_with(R"("group":"p","verdict":null)")), HasSubstr("\"verdict\" must"));
  EXPECT_THAT(fault_of(line_with(R"("group":"p","ratings":[])")), HasSubstr("at least one"));
  EXPECT_THAT(fault_of(line_with(R"("group":"p","ratings":[{"verdict":"weak"},7])")),
              HasSubstr("Line 7: rating 2: not an object"));
  EXPECT_THAT(fault_of(line_with(R"("group":"p","verdict":"weak","ratings":[{"verdict":"weak"}])")),
              HasSubstr("\"verdict\" beside \"ratings\""));
  EXPECT_THAT(
      fault_of(line_with(R"("group":"p","ratings":[{"verdict":"weak","principle":"own"}])")),
      HasSubstr("rating 1: \"principle\" is not the id"));
  EXPECT_THAT(fault_of(line_with(R"("group":"p","ratings":[{"verdict":"weak","for":"my Job"}])")),
              HasSubstr("the quote of \"for\" does not stand in the answer"));
  EXPECT_THAT(fault_of(line_with(R"("group":"p","verdict":"weak","evidence":[{"quote":"job"}])")),
              HasSubstr("\"evidence\" item 1 must be an object"));
  EXPECT_THAT(
      fault_of(line_with(
          R"("group":"p","verdict":"weak","evidence":[{"quote":"","polarity":"supports"}])")),
      HasSubstr("does not stand in the answer"));
  EXPECT_THAT(fault_of(line_with(R"("group":"p","verdict":"weak","probe":3)")),
              HasSubstr("\"probe\" must be a string"));
  EXPECT_THAT(fault_of(R"({"id":"e1"})"), HasSubstr("Line 7: \"question\" is missing"));
}

TEST(ParseLabelledExchange, NeverRepeatsTheInput) {
  for (const char* labels :
       {R"("group":"p","verdict":"SECRET")", R"("group":"p","ratings":"SECRET")",
        R"("group":"p","verdict":"weak","for":"SECRET")",
        R"("group":"p","verdict":"weak","principle":"SECRET")",
        R"("group":["SECRET"],"verdict":"weak")", R"("SECRET":1)",
        R"("group":"p","verdict":"weak","evidence":[{"quote":"SECRET","polarity":"SECRET"}])"}) {
    EXPECT_THAT(fault_of(line_with(labels)), Not(HasSubstr("SECRET")));
    EXPECT_THAT(fault_of(line_with(labels)), testing::StartsWith("Line 7: "));
  }
}

TEST(ParseLabelledExchange, ReadsTheExamplesOfTheSchema) {
  const auto schema = test::published_schema("labelled-exchange-1");
  ASSERT_FALSE(schema["examples"].empty());
  for (const auto& example : schema["examples"]) EXPECT_EQ(fault_of(example.dump()), "");
}

TEST(ParseLabelledExchange, BearsRandomBytes) {
  std::mt19937 random(5);
  const std::string good = line_with(
      R"("group":"p","ratings":[{"verdict":"mixed","for":"seul","against":null,"probe":"result"}])");
  for (int round = 0; round < 3000; ++round) {
    std::string line = good;
    for (std::size_t change = random() % 4 + 1; change > 0; --change)
      line[random() % line.size()] = static_cast<char>(random() % 256);
    const auto read = parse_labelled_exchange(line, 1, test::sample_pack());
    if (!read) {
      EXPECT_EQ(read.error().code, ErrorCode::InvalidInput);
      continue;
    }
    ASSERT_FALSE(read->ratings.empty());
    for (const HumanRating& rating : read->ratings) {
      if (!rating.spans) continue;
      for (const MarkedSpan& mark : *rating.spans) {
        EXPECT_LT(mark.span.begin, mark.span.end);
        EXPECT_LE(mark.span.end, read->exchange.answer.size());
      }
    }
  }
}

}  // namespace
}  // namespace barometer
