#include "reader/judge.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "core/file.hpp"
#include "reader/heads.hpp"
#include "support/pack.hpp"

namespace barometer {
namespace {

// An answer of two sentences about "ownership"; tests change what they are about.
struct Scene {
  Pack pack = test::small_pack();
  Exchange exchange{"1",
                    PrincipleId{"ownership"},
                    {},
                    "What did you do?",
                    "I rang all forty of them. It was not on my list."};
  Heads heads;
  IndicatorSpace space;
  AnswerSignal signal;

  Scene() {
    space.principles = 2;
    for (std::size_t p = 0; p < 2; ++p) {
      space.entries.push_back({p, 0, Polarity::Supports, {1.0F}});
      space.entries.push_back({p, 1, Polarity::Contradicts, {1.0F}});
    }
    signal.beyond = {0.95, 0.9, 0.8};
    signal.relevance = {0.7, 0.3};
    signal.probe.assign(builtin_probe_kinds.size(), 0.01);
    signal.probe[11] = 0.9;  // result
    signal.sentences.resize(2);
    for (SentenceSignal& sentence : signal.sentences) {
      sentence.heard = true;
      sentence.for_logit = sentence.against_logit = -5.0;
      sentence.star.fill(-5.0);
      sentence.indicator_share = {0.7, 0.1, 0.1, 0.1};
    }
    signal.sentences[0].for_logit = 3.0;
  }

  ExchangeReading read() const {
    return judge(exchange, hear(exchange, RubricEcho(pack)), signal, pack, space, heads);
  }
};

TEST(Judge, QuotesTheSentenceThatStandsOut) {
  const Scene scene;
  const auto reading = scene.read();
  ASSERT_TRUE(faults(scene.exchange, reading).empty());
  const PrincipleReading& first = reading.readings.front();
  EXPECT_EQ(first.principle.value, "ownership");
  EXPECT_EQ(first.verdict, Verdict::Strong);
  EXPECT_EQ(first.rating, 5);
  ASSERT_EQ(first.evidence.size(), 1U);
  EXPECT_EQ(slice(scene.exchange.answer, first.evidence[0].span), "I rang all forty of them.");
  EXPECT_EQ(first.evidence[0].indicator.value, "ownership.for");
}

// Cuts of one half, as Scene has them: logits of 0.5 and 1.0 are just over, 3.0 is far over.
TEST(Judge, QuotesASentenceForAndAgainstOnlyWhereItClearlyDoesBoth) {
  const auto quotes = [](double for_logit, double against_logit) {
    Scene scene;
    scene.signal.sentences[0].for_logit = for_logit;
    scene.signal.sentences[0].against_logit = against_logit;
    const auto reading = scene.read();
    std::string signs;
    for (const Evidence& evidence : reading.readings.front().evidence)
      signs += evidence.polarity == Polarity::Supports ? '+' : '-';
    return signs;
  };
  EXPECT_EQ(quotes(1.0, 0.5), "+");
  EXPECT_EQ(quotes(0.5, 1.0), "-");
  EXPECT_EQ(quotes(3.0, 3.0).size(), 2U);
}

TEST(Judge, GivesNoCreditForSomebodyElsesAct) {
  Scene scene;
  scene.signal.sentences[0].agency = Agency::Other;
  EXPECT_TRUE(scene.read().readings.front().evidence.empty());
}

TEST(Judge, NeverRatesWhatIsInsufficient) {
  Scene scene;
  scene.signal.beyond = {0.3, 0.2, 0.1};
  const auto reading = scene.read();
  for (const PrincipleReading& one : reading.readings) {
    EXPECT_EQ(one.verdict, Verdict::Insufficient);
    EXPECT_FALSE(one.rating);
    EXPECT_TRUE(one.evidence.empty());
  }
}

TEST(Judge, OrdersScoresByTheChanceOfMore) {
  Scene scene;
  const auto score = [&](std::array<double, 3> beyond) {
    scene.signal.beyond = beyond;
    return scene.read().readings.front().score;
  };
  EXPECT_GT(score({0.95, 0.9, 0.8}), score({0.9, 0.6, 0.2}));
  EXPECT_GT(score({0.9, 0.6, 0.2}), score({0.9, 0.3, 0.2}));
  EXPECT_GT(score({0.9, 0.3, 0.2}), score({0.3, 0.1, 0.0}));
}

TEST(Judge, PutsTheAskedPrincipleFirstWhateverTheRelevance) {
  Scene scene;
  scene.exchange.principle = PrincipleId{"dive-deep"};
  EXPECT_EQ(scene.read().readings.front().principle.value, "dive-deep");
  scene.exchange.principle.reset();
  EXPECT_EQ(scene.read().readings.front().principle.value, "ownership");
}

TEST(Judge, DoesNotAskTheSameProbeTwice) {
  Scene scene;
  EXPECT_EQ(scene.read().probe.kind, "result");
  scene.exchange.question = scene.read().probe.text;
  EXPECT_NE(scene.read().probe.kind, "result");
}

TEST(Judge, NamesAStoryPartByItsClearestSentence) {
  Scene scene;
  scene.signal.star = {0.1, 0.1, 0.9, 0.1};
  scene.signal.sentences[1].star[2] = 4.0;
  const auto star = scene.read().star;
  EXPECT_FALSE(star.situation);
  ASSERT_TRUE(star.action);
  EXPECT_EQ(slice(scene.exchange.answer, *star.action), "It was not on my list.");
}

TEST(Shares, SumToOneAndFollowTheCloserText) {
  IndicatorSpace space;
  space.principles = 2;
  space.entries = {{0, 0, Polarity::Supports, {1.0F, 0.0F}},
                   {1, 0, Polarity::Supports, {0.0F, 1.0F}}};
  const std::vector<float> point = {0.9F, 0.1F};
  const auto shares = principle_shares(space, point, 10.0);
  EXPECT_NEAR(shares[0] + shares[1], 1.0, 1e-9);
  EXPECT_GT(shares[0], 0.9);
}

TEST(Heads, RefuseADamagedManifest) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "barometer_heads";
  std::filesystem::create_directories(folder);
  ASSERT_TRUE(write_file(folder / "heads.bin", std::string(64, '\0')));
  for (
      const std::string manifest :
      {"", "{", "{}", R"({"schema":3})", R"({"schema":2})",
       R"({"schema":2,"width":1e99,"tensors":{"token.weight":{"offset":0,"count":99999999}}})",
       R"({"schema":2,"width":4,"shared":2,"tensors":{"token.weight":{"offset":-4,"count":3}}})"}) {
    ASSERT_TRUE(write_file(folder / "reader.json", manifest));
    const auto heads = load_heads(folder);
    ASSERT_FALSE(heads) << manifest;
    EXPECT_EQ(heads.error().code, ErrorCode::InvalidInput);
  }
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace barometer
