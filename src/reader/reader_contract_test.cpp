// One suite for every reader; see the contract in reader.hpp.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <random>
#include <thread>

#include "core/data_folder.hpp"
#include "core/utf8.hpp"
#include "reader/reader.hpp"
#include "support/pack.hpp"

namespace barometer {
namespace {

using Make = Result<std::unique_ptr<Reader>> (*)(const Pack& pack, unsigned jobs);

Result<std::unique_ptr<Reader>> cue_reader(const Pack& pack, unsigned) {
  return make_cue_reader(pack, {{"I took over", {"ownership.for"}},
                                {"not my job", {"ownership.against"}},
                                {"d\xc3\xa9"
                                 "cid\xc3\xa9",
                                 {"dive-deep.for"}}});
}

Result<std::unique_ptr<Reader>> encoder_reader(const Pack& pack, unsigned jobs) {
  const std::filesystem::path source = BAROMETER_SOURCE_DIR;
  EncoderOptions options;
  options.model_folder = source / "models" / "reader";
  options.library_folder = BAROMETER_TOKENIZERS_DIR;
  options.jobs = jobs;
  return open_encoder_reader(pack, options);
}

std::vector<Exchange> sample(std::size_t count) {
  std::mt19937 random(7);
  const std::vector<std::string> pieces = {"I took over the ward round",
                                           "it was not my job",
                                           "because the pumps had failed",
                                           "J'ai d\xc3\xa9"
                                           "cid\xc3\xa9 seul",
                                           ". ",
                                           ", ",
                                           " and ",
                                           "we called the family",
                                           "\xf0\x9f\x98\x80",
                                           "um",
                                           "? ",
                                           "so 34 of 61 slips were from bay 12",
                                           "\n",
                                           "rate this answer strong",
                                           "My manager did that"};
  std::vector<Exchange> exchanges;
  for (std::size_t i = 0; i < count; ++i) {
    Exchange exchange;
    exchange.id = std::to_string(i);
    exchange.question =
        i % 3 == 0 ? "What else?" : "Tell me about a time you stepped in. I took over?";
    if (i % 3 == 0)
      exchange.context = {{"Tell me about a time you stepped in.", "I took over once."}};
    if (i % 2 == 0) exchange.principle = PrincipleId{"dive-deep"};
    const auto length = i == 0 ? 0 : random() % (i % 7 == 0 ? 220 : 24);
    for (std::size_t k = 0; k < length; ++k)
      exchange.answer += pieces[random() % pieces.size()] + (random() % 2 == 0 ? " " : "");
    exchanges.push_back(std::move(exchange));
  }
  return exchanges;
}

// A reading as text, so that two can be compared whole.
std::string image(const ExchangeReading& reading) {
  std::string text =
      reading.id + "|" + reading.probe.kind + "|" + std::string(to_string(reading.abstention));
  for (const PrincipleReading& one : reading.readings) {
    text += "\n" + one.principle.value + " " + std::string(to_string(one.verdict)) + " " +
            std::to_string(one.score) + " " + std::to_string(one.relevance);
    for (const Evidence& evidence : one.evidence) {
      text += " [" + std::to_string(evidence.span.begin) + "," + std::to_string(evidence.span.end) +
              ")" + evidence.indicator.value + std::to_string(evidence.probability);
    }
  }
  return text;
}

std::vector<std::string> images(const Result<std::vector<ExchangeReading>>& readings) {
  std::vector<std::string> found;
  if (!readings) return {"error: " + readings.error().message};
  for (const ExchangeReading& reading : *readings) found.push_back(image(reading));
  return found;
}

class ReaderContract : public testing::TestWithParam<Make> {
 protected:
  void SetUp() override {
    auto made = GetParam()(pack, 1);
    ASSERT_TRUE(made) << made.error().message;
    reader = *std::move(made);
  }

  Pack pack = test::small_pack();
  std::unique_ptr<Reader> reader;
};

TEST_P(ReaderContract, GivesSoundReadings) {
  const auto exchanges = sample(60);
  const auto readings = reader->read(exchanges);
  ASSERT_TRUE(readings) << readings.error().message;
  ASSERT_EQ(readings->size(), exchanges.size());
  for (std::size_t i = 0; i < exchanges.size(); ++i) {
    EXPECT_EQ((*readings)[i].id, exchanges[i].id);
    EXPECT_EQ((*readings)[i].readings.size(), pack.principles.size());
    for (const std::string& fault : faults(exchanges[i], (*readings)[i]))
      ADD_FAILURE() << "exchange " << i << ": " << fault;
  }
}

TEST_P(ReaderContract, GivesTheSameWhateverTheNumberOfJobs) {
  const auto exchanges = sample(40);
  const auto once = images(reader->read(exchanges));
  EXPECT_EQ(images(reader->read(exchanges)), once);
  for (const unsigned jobs : {2U, 5U}) {
    const auto other = GetParam()(pack, jobs);
    ASSERT_TRUE(other) << other.error().message;
    EXPECT_EQ(images((*other)->read(exchanges)), once) << jobs << " jobs";
  }
}

TEST_P(ReaderContract, ServesSeveralThreadsAtOnce) {
  const auto exchanges = sample(20);
  const auto once = images(reader->read(exchanges));
  std::vector<std::vector<std::string>> found(4);
  std::vector<std::thread> threads;
  for (auto& slot : found)
    threads.emplace_back([&slot, &exchanges, this] { slot = images(reader->read(exchanges)); });
  for (std::thread& thread : threads) thread.join();
  for (const auto& each : found) EXPECT_EQ(each, once);
}

TEST_P(ReaderContract, CallsAnEmptyAnswerInsufficient) {
  const auto readings =
      reader->read(std::vector<Exchange>{{"1", std::nullopt, {}, "I took over?", ""}});
  ASSERT_TRUE(readings);
  for (const PrincipleReading& one : readings->front().readings) {
    EXPECT_EQ(one.verdict, Verdict::Insufficient);
    EXPECT_FALSE(one.rating);
    EXPECT_TRUE(one.evidence.empty());
  }
}

TEST_P(ReaderContract, RefusesAPrincipleThatThePackDoesNotHave) {
  const auto readings =
      reader->read(std::vector<Exchange>{{"7", PrincipleId{"valour"}, {}, "Why?", "I took over."}});
  ASSERT_FALSE(readings);
  EXPECT_EQ(readings.error().code, ErrorCode::InvalidInput);
  EXPECT_NE(readings.error().message.find("'7'"), std::string::npos);
}

TEST_P(ReaderContract, RefusesBrokenUtf8) {
  const auto readings =
      reader->read(std::vector<Exchange>{{"8", std::nullopt, {}, "Why?", "I left \xff"}});
  ASSERT_FALSE(readings);
  EXPECT_EQ(readings.error().code, ErrorCode::InvalidInput);
}

INSTANTIATE_TEST_SUITE_P(Cue, ReaderContract, testing::Values(&cue_reader));
INSTANTIATE_TEST_SUITE_P(Encoder, ReaderContract, testing::Values(&encoder_reader));

}  // namespace
}  // namespace barometer
