#include "report/overview.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/sample_report.hpp"
#include "support/script.hpp"

namespace barometer::report {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(NumberedQuotes, RunByPrincipleAndPutTheOnesForFirst) {
  const auto report = test::nurse_report();
  const auto quotes = numbered_quotes(report);
  ASSERT_EQ(quotes.size(), 18U);
  for (std::size_t i = 0; i < quotes.size(); ++i) {
    EXPECT_EQ(quotes[i].number, i + 1);
    if (i == 0) continue;
    EXPECT_LE(quotes[i - 1].principle, quotes[i].principle);
    if (quotes[i - 1].principle == quotes[i].principle) {
      EXPECT_LE(quotes[i - 1].found->evidence.polarity, quotes[i].found->evidence.polarity);
    }
  }
  EXPECT_EQ(quotes_of(quotes, 0, Polarity::Contradicts).size(), 1U);
}

TEST(QuoteText, JoinsTurnsAndKeepsUndoneEntities) {
  Transcript said;
  said.source = "R&amp;D built it.\nI tested it.";
  said.speakers = {{"C", Role::Candidate}};
  Turn first;
  first.text = "R&D built it.";
  first.source = {0, 17};
  first.runs = {{0, 0, 1}, {2, 6, 11}};
  Turn second;
  second.text = "I tested it.";
  second.source = {18, 30};
  second.runs = {{0, 18, 12}};
  said.turns = {first, second};
  auto passages = verbatim_passages(said, 0, {0, first.text.size()});
  ASSERT_EQ(passages.size(), 2U);
  for (auto& passage : verbatim_passages(said, 1, {0, 8})) passages.push_back(passage);
  EXPECT_EQ(quote_text(said, passages), "R&D built it. I tested");
  EXPECT_EQ(stretches(passages).size(), 2U);
}

TEST(VerdictsInWords, CountEveryVerdict) {
  EXPECT_EQ(verdicts_in_words(test::nurse_report()),
            "Evidence on 6 of 16 principles: 2 strong, 2 mixed and 2 weak. 1 had insufficient "
            "evidence and 9 were not assessed.");
  EXPECT_EQ(verdicts_in_words(test::no_evidence_report()),
            "None of the 16 principles could be judged.");
  EXPECT_EQ(verdicts_in_words(test::gate_failed_report()), "");
}

TEST(WhyNotJudged, NamesTheCheckThatStoppedIt) {
  EXPECT_EQ(why_not_judged(test::gate_failed_report()),
            "This interview was not judged, because the check “Speaker labels” failed.");
  EXPECT_THAT(why_not_judged(test::empty_report()), HasSubstr("no question with an answer"));
  EXPECT_EQ(why_not_judged(test::nurse_report()), "");
}

TEST(Limits, TellWhatWasNotJudgedAndWhatWasLeftOut) {
  EXPECT_THAT(
      limits(test::nurse_report(), test::sample_pack()),
      ElementsAre("Exchange 5: The answer is too short to judge.",
                  "Too little was said to judge: Frugality.",
                  "9 principles were not assessed: nothing asked or said was about them.",
                  "1 quote of the reader was not in the source word for word and was left out.",
                  "2 captions without text were left out (lines 118 and 240)."));
}

TEST(ChecksByWeight, PutWhatStopsJudgingFirst) {
  const auto checks = checks_by_weight(test::gate_failed_report());
  ASSERT_EQ(checks.size(), 4U);
  EXPECT_EQ(checks[0].code, "label_coverage");
  EXPECT_EQ(checks[1].code, "recognition");
  EXPECT_EQ(state(checks[0]), "failed, stops judging");
  EXPECT_EQ(state(checks[1]), "warning");
  EXPECT_EQ(state(checks[2]), "passed");
}

TEST(SpokenTo, NamesThePrinciplesOfAnExchange) {
  const auto report = test::nurse_report();
  const auto found = spoken_to(report, 3);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(report.principles[found[0].principle].principle.value, "are-right-a-lot");
  EXPECT_EQ(found[0].verdict, Verdict::Weak);
}

TEST(LengthMs, IsUnknownWithoutTimes) {
  EXPECT_FALSE(length_ms(test::transcript("I: Why?\nC: I left.\n")));
  EXPECT_GT(length_ms(test::nurse_report().transcript).value_or(0), 200'000);
}

}  // namespace
}  // namespace barometer::report
