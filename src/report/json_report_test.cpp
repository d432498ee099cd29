#include "report/json_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "report/report.hpp"
#include "support/sample_report.hpp"
#include "support/schema_check.hpp"

namespace barometer {
namespace {

using nlohmann::json;
using Reports = std::vector<InterviewReport>;

Reports all_samples() {
  return {test::nurse_report(), test::gate_failed_report(), test::no_evidence_report(),
          test::hostile_report(), test::empty_report()};
}

json rendered(const InterviewReport& report) {
  return json::parse(render(ReportFormat::Json, report, test::sample_pack()));
}

TEST(JsonReport, HasExactlyTheKeysOfThePublishedSchema) {
  const json schema = test::published_schema("report-1");
  for (const InterviewReport& report : all_samples()) {
    EXPECT_EQ(test::differences(schema, rendered(report)), std::vector<std::string>{});
  }
}

// The check above is worth nothing if it never sees a key.
TEST(JsonReport, SampleFillsEveryListOfTheSchema) {
  const json report = rendered(test::nurse_report());
  for (const char* list : {"gate", "speakers", "turns", "exchanges", "principles", "warnings"}) {
    EXPECT_FALSE(report[list].empty()) << list;
  }
  EXPECT_FALSE(report["exchanges"][0]["readings"].empty());
  EXPECT_FALSE(report["exchanges"][0]["star"]["task"].empty());
  EXPECT_TRUE(report["exchanges"][0]["probe"].is_object());
  EXPECT_FALSE(report["principles"][0]["evidence"][0]["passages"][0]["source"].empty());
  EXPECT_TRUE(report["principles"][0]["probe"].is_object());
}

TEST(JsonReport, SeesAKeyThatTheSchemaLacks) {
  json schema = test::published_schema("report-1");
  schema["$defs"]["passage"]["properties"].erase("quote");
  EXPECT_FALSE(test::differences(schema, rendered(test::nurse_report())).empty());
  schema = test::published_schema("report-1");
  schema["properties"]["mood"] = {{"type", "string"}, {"description", "x"}};
  EXPECT_FALSE(test::differences(schema, rendered(test::nurse_report())).empty());
}

TEST(JsonReport, SaysTheSameOnOneLine) {
  for (const InterviewReport& report : all_samples()) {
    const std::string line = render(ReportFormat::Jsonl, report, test::sample_pack());
    EXPECT_EQ(line.find('\n'), line.size() - 1);
    EXPECT_EQ(json::parse(line), rendered(report));
  }
}

TEST(JsonReport, QuotesStandInTheSourceByteForByte) {
  const InterviewReport report = test::nurse_report();
  const std::string& source = report.transcript.source;
  const json shown = rendered(report);
  std::size_t passages = 0;
  for (const json& principle : shown["principles"]) {
    for (const json& evidence : principle["evidence"]) {
      for (const json& passage : evidence["passages"]) {
        std::string found;
        for (const json& span : passage["source"]) {
          const auto begin = span[0].get<std::size_t>();
          found += source.substr(begin, span[1].get<std::size_t>() - begin);
        }
        EXPECT_EQ(found, passage["quote"].get<std::string>());
        ++passages;
      }
    }
  }
  EXPECT_GT(passages, 18U);
}

TEST(JsonReport, GivesNullForWhatIsUnknown) {
  InterviewReport report = test::nurse_report();
  for (Turn& turn : report.transcript.turns) turn.start_ms.reset();
  const json shown = rendered(report);
  EXPECT_TRUE(shown["turns"][0]["start_ms"].is_null());
  EXPECT_TRUE(shown["exchanges"][0]["abstention"].is_null());
  EXPECT_EQ(shown["exchanges"][4]["abstention"], "too_short");
  for (const json& principle : shown["principles"]) {
    const bool judged =
        principle["verdict"] != "not_assessed" && principle["verdict"] != "insufficient";
    EXPECT_EQ(principle["score"].is_null(), !judged);
    EXPECT_EQ(principle["rating"].is_null(), !judged);
  }
}

TEST(JsonReport, RoundsToFourDecimals) {
  InterviewReport report = test::nurse_report();
  report.principles[0].score = 0.123456789;
  report.readings[0].readings[0].score = -0.00000001;
  const json shown = rendered(report);
  EXPECT_EQ(shown["principles"][0]["score"].dump(), "0.1235");
  EXPECT_EQ(shown["exchanges"][0]["readings"][0]["score"].dump(), "0.0");
}

}  // namespace
}  // namespace barometer
