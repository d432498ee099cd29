// The program against the model as it was trained: what models/reader/parity.json says PyTorch made
// of written exchanges in full precision. What lies between the two is the 8-bit encoder and our
// own arithmetic.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

#include "core/file.hpp"
#include "json/located_json.hpp"
#include "reader/reader.hpp"

namespace barometer {
namespace {

// Tolerances, as shares of 1: an exchange near a step may move, the lot may not.
constexpr double most_mean_difference = 0.025;
constexpr double most_difference = 0.15;

struct Expected {
  Exchange exchange;
  double score = 0.0;
  JsonValue relevance;  // by principle
};

// Principles by name and indicators as they were when the file was made.
Pack pack_of(JsonValue indicators) {
  Pack pack;
  pack.id = "parity";
  pack.version = "1.0.0";
  for (const JsonValue one : JsonElements(indicators)) {
    const PrincipleId id{one["principle"].text()};
    if (pack.principles.empty() || pack.principles.back().id != id) {
      pack.principles.emplace_back();
      pack.principles.back().id = id;
    }
    Principle& principle = pack.principles.back();
    Indicator indicator;
    indicator.id = IndicatorId{id.value + "." + std::to_string(principle.indicators.size())};
    indicator.polarity =
        one["supports"].label() == "true" ? Polarity::Supports : Polarity::Contradicts;
    indicator.text = one["text"].text();
    principle.indicators.push_back(std::move(indicator));
  }
  return pack;
}

std::vector<Expected> expectations(JsonValue exchanges) {
  std::vector<Expected> found;
  for (const JsonValue one : JsonElements(exchanges)) {
    Expected expected;
    expected.exchange.id = one["id"].text();
    if (one["principle"]) expected.exchange.principle = PrincipleId{one["principle"].text()};
    for (const JsonValue round : JsonElements(one["context"]))
      expected.exchange.context.emplace_back(round.at(0).text(), round.at(1).text());
    expected.exchange.question = one["question"].text();
    expected.exchange.answer = one["answer"].text();
    const double mixed = one["beyond"].at(1).number().value_or(NAN);
    const double strong = one["beyond"].at(2).number().value_or(NAN);
    expected.score = mixed + std::min(mixed, strong) - 1.0;
    expected.relevance = one["relevance"];
    found.push_back(std::move(expected));
  }
  return found;
}

TEST(Parity, TheProgramSaysWhatTheTrainedModelSays) {
  const std::filesystem::path source = BAROMETER_SOURCE_DIR;
  const auto text = read_file(source / "models" / "reader" / "parity.json", std::size_t{1} << 22);
  ASSERT_TRUE(text) << text.error().message;
  const auto json = parse_located_json(*text, 0);
  ASSERT_TRUE(json) << json.error().message;
  const auto all = expectations(json->root()["exchanges"]);
  ASSERT_GE(all.size(), 20U);
  EncoderOptions options;
  options.model_folder = source / "models" / "reader";
  options.library_folder = BAROMETER_TOKENIZERS_DIR;
  const Pack pack = pack_of(json->root()["indicators"]);
  const auto reader = open_encoder_reader(pack, options);
  ASSERT_TRUE(reader) << reader.error().message;
  double score_sum = 0.0;
  double relevance_sum = 0.0;
  std::size_t judged = 0;
  for (const Expected& expected : all) {
    const auto readings = (*reader)->read({&expected.exchange, 1});
    ASSERT_TRUE(readings) << readings.error().message;
    const ExchangeReading& reading = readings->front();
    if (reading.abstention != Abstention::None) continue;
    ++judged;
    const auto asked =
        std::max_element(reading.readings.begin(), reading.readings.end(),
                         [](const auto& a, const auto& b) { return a.relevance < b.relevance; });
    const PrincipleReading& main = expected.exchange.principle ? reading.readings.front() : *asked;
    const double score = std::abs(main.score - expected.score);
    EXPECT_LE(score, 2 * most_difference) << expected.exchange.id;  // a score spans two
    score_sum += score;
    for (const PrincipleReading& own : reading.readings) {
      const double relevance = expected.relevance[own.principle.value].number().value_or(NAN);
      const double difference = std::abs(own.relevance - relevance);
      EXPECT_LE(difference, most_difference) << expected.exchange.id << " " << own.principle.value;
      relevance_sum += difference / static_cast<double>(pack.principles.size());
    }
  }
  ASSERT_GE(judged, all.size() / 2);
  const auto count = static_cast<double>(judged);
  RecordProperty("mean_score_difference", std::to_string(score_sum / count));
  EXPECT_LE(score_sum / count, 2 * most_mean_difference);
  EXPECT_LE(relevance_sum / count, most_mean_difference);
}

}  // namespace
}  // namespace barometer
