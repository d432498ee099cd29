#include "service/read_interview.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "service/quality_gate.hpp"
#include "service/roles.hpp"
#include "service/topic.hpp"
#include "support/pack.hpp"
#include "support/script.hpp"

namespace barometer {
namespace {

const std::string filler =
    "It was a wet morning at the depot and we had three lorries waiting at the gate with the "
    "frozen goods for the hospital kitchen. ";

class ReadInterview : public testing::Test {
 protected:
  InterviewReport read(const std::string& script) {
    auto reader = make_cue_reader(pack, {{"took over the list", {"ownership.for"}},
                                         {"not my job", {"ownership.against"}},
                                         {"counted the pumps", {"dive-deep.for"}}});
    EXPECT_TRUE(reader);
    auto report = read_interview("depot.vtt", test::transcript(script), pack, **reader);
    EXPECT_TRUE(report) << report.error().message;
    return *std::move(report);
  }

  static const PrincipleSummary& of(const InterviewReport& report, const std::string& principle) {
    return *std::find_if(
        report.principles.begin(), report.principles.end(),
        [&](const PrincipleSummary& one) { return one.principle.value == principle; });
  }

  Pack pack = test::small_pack();
};

TEST_F(ReadInterview, QuotesWhatWasSaidAndWhere) {
  const auto report = read("I: Tell me about the night shift.\nC: " + filler +
                           "So I took over the list\nC: and called them.\n");
  const PrincipleSummary& ownership = of(report, "ownership");
  ASSERT_EQ(ownership.evidence.size(), 1U);
  ASSERT_EQ(ownership.evidence[0].passages.size(), 1U);
  const Passage& passage = ownership.evidence[0].passages[0];
  EXPECT_EQ(passage.quote, "took over the list");
  EXPECT_EQ(slice(report.transcript.source, passage.source[0]), "took over the list");
  EXPECT_EQ(ownership.verdict, PrincipleVerdict::Strong);
  EXPECT_EQ(report.dropped_quotes, 0U);
}

TEST_F(ReadInterview, KeepsNotAskedApartFromWeak) {
  const auto report =
      read("I: Tell me about the night shift.\nC: " + filler + "It was not my job.\n");
  EXPECT_EQ(of(report, "ownership").verdict, PrincipleVerdict::Weak);
  const PrincipleSummary& dive = of(report, "dive-deep");
  EXPECT_EQ(dive.verdict, PrincipleVerdict::NotAssessed);
  EXPECT_FALSE(dive.score);
  EXPECT_FALSE(dive.rating);
  EXPECT_EQ(dive.missing, "Not asked about.");
  EXPECT_EQ(dive.probe.text, pack.principles[1].questions[0].text);
}

TEST_F(ReadInterview, MixesWhatSpeaksForAndAgainst) {
  const auto report =
      read("I: Why did it fail?\nC: " + filler +
           "I took over the list.\nI: And the invoices?\nC: That was not my job, honestly.\n");
  EXPECT_EQ(of(report, "ownership").verdict, PrincipleVerdict::Mixed);
  EXPECT_EQ(of(report, "ownership").evidence.size(), 2U);
}

TEST_F(ReadInterview, NeverQuotesTheInterviewer) {
  const auto report = read("I: So you took over the list?\nC: " + filler + "Someone did, yes.\n");
  EXPECT_TRUE(of(report, "ownership").evidence.empty());
}

TEST_F(ReadInterview, DoesNotJudgeAFewWords) {
  const auto report = read("I: Tell me about the night shift.\nC: I took over the list.\n");
  EXPECT_FALSE(report.judged());
  EXPECT_TRUE(blocks(report.gate));
  EXPECT_EQ(of(report, "ownership").verdict, PrincipleVerdict::NotAssessed);
}

// The principles that come first, and whether they were inherited ("<").
std::string firsts(const InterviewReport& report) {
  std::string found;
  for (std::size_t i = 0; i < report.readings.size(); ++i) {
    found += (i == 0 ? "" : ", ") + report.readings[i].readings.front().principle.value;
    if (report.exchanges[i].exchange.principle) found += "<";
  }
  return found;
}

const std::string asked_for_dive = "I: Tell me about a time you looked closer.\nC: " + filler;

TEST_F(ReadInterview, LetsAFollowUpInheritThePrincipleOfItsTopic) {
  const auto report =
      read(asked_for_dive + "I counted the pumps.\nI: What was your part?\nC: " + filler +
           "I was there with them.\n");
  EXPECT_EQ(firsts(report), "dive-deep, dive-deep<");
}

TEST_F(ReadInterview, InheritsWhereBothAreEquallyClear) {
  const auto report =
      read(asked_for_dive + "I counted the pumps.\nI: What was your part?\nC: " + filler +
           "I took over the list and counted the pumps again.\n");
  EXPECT_EQ(firsts(report), "dive-deep, dive-deep<");
  EXPECT_EQ(of(report, "dive-deep").evidence.size(), 2U);
  EXPECT_EQ(of(report, "ownership").evidence.size(), 1U) << "the other evidence stays";
}

TEST_F(ReadInterview, LeavesAFollowUpWhoseOwnEvidenceIsClearlyStronger) {
  const auto report =
      read(asked_for_dive + "I counted the pumps.\nI: What was your part?\nC: " + filler +
           "I took over the list.\n");
  EXPECT_EQ(firsts(report), "dive-deep, ownership");
}

TEST_F(ReadInterview, EndsATopicWithAQuestionThatOpensOne) {
  const auto report = read(asked_for_dive + "I counted the pumps.\nI: What else?\nC: " + filler +
                           "Nothing.\nI: Tell me about a rule you broke.\nC: " + filler +
                           "It was long ago.\nI: And then?\nC: " + filler + "I left.\n");
  EXPECT_EQ(firsts(report), "dive-deep, dive-deep<, ownership, ownership")
      << "nothing is known about the last two: the order of the pack";
}

TEST_F(ReadInterview, LetsFollowUpsSpeakForAnOpenerThatSaysNothing) {
  const auto report =
      read("I: Have you ever looked closer?\nC: Yes.\nI: What was it?\nC: " + filler +
           "I counted the pumps.\nI: What else?\nC: " + filler + "Nothing.\n");
  EXPECT_EQ(firsts(report), "ownership, dive-deep, dive-deep<");
}

TEST_F(ReadInterview, ShowsProgressThatNeverGoesBack) {
  auto reader = make_cue_reader(pack, {{"counted the pumps", {"dive-deep.for"}}});
  ASSERT_TRUE(reader);
  std::vector<double> shares;
  ReadOptions options;
  options.progress = [&](double share) { shares.push_back(share); };
  const auto script = asked_for_dive + "I counted the pumps.\nI: What else?\nC: " + filler + "\n";
  ASSERT_TRUE(read_interview("depot.vtt", test::transcript(script), pack, **reader, options));
  ASSERT_FALSE(shares.empty());
  EXPECT_TRUE(std::is_sorted(shares.begin(), shares.end()));
  EXPECT_EQ(shares.back(), 1.0);
}

// A reading of three principles with the given relevances, with evidence for the first.
ExchangeReading reading_of(std::vector<std::pair<std::string, double>> relevances,
                           bool evidence = true) {
  ExchangeReading reading;
  for (const auto& [principle, relevance] : relevances) {
    PrincipleReading one;
    one.principle = {principle};
    one.relevance = relevance;
    reading.readings.push_back(one);
  }
  if (evidence) reading.readings.front().evidence.push_back({{0, 1}, {"x"}});
  return reading;
}

// What a topic of these readings inherits; "-" where a reading stays.
std::string inherited(const std::vector<ExchangeReading>& readings) {
  std::vector<InterviewExchange> exchanges(readings.size());
  for (std::size_t i = 1; i < exchanges.size(); ++i) exchanges[i].follow_up = true;
  std::string found;
  for (const auto& one : inherited_principles(exchanges, readings)) found += one ? one->value : "-";
  return found;
}

TEST(Topics, GiveTheirPrincipleToANearTie) {
  EXPECT_EQ(
      inherited({reading_of({{"a", 0.47}, {"b", 0.18}}), reading_of({{"b", 0.26}, {"a", 0.22}}),
                 reading_of({{"a", 0.57}, {"b", 0.08}})}),
      "-a-");
}

TEST(Topics, LeaveWhatIsTwiceAsClearAndHasEvidence) {
  const auto opener = reading_of({{"a", 0.5}, {"b", 0.1}});
  EXPECT_EQ(inherited({opener, reading_of({{"b", 0.4}, {"a", 0.2}})}), "--");
  EXPECT_EQ(inherited({opener, reading_of({{"b", 0.39}, {"a", 0.2}})}), "-a");
  EXPECT_EQ(inherited({opener, reading_of({{"b", 0.4}, {"a", 0.2}}, false)}), "-a");
}

TEST(Topics, FollowTheirFollowUpsWhereTheOpenerWasUnclear) {
  EXPECT_EQ(
      inherited({reading_of({{"a", 0.23}, {"b", 0.20}}), reading_of({{"b", 0.45}, {"a", 0.02}}),
                 reading_of({{"a", 0.21}, {"b", 0.20}})}),
      "--b");
}

TEST(Topics, AreNotMadeOfAbstentions) {
  auto silent = reading_of({{"a", 0.0}, {"b", 0.0}}, false);
  silent.abstention = Abstention::TooShort;
  EXPECT_EQ(inherited({silent, silent}), "--");
  EXPECT_EQ(inherited({reading_of({{"b", 0.5}, {"a", 0.1}}), silent}), "-b");
}

TEST(Gate, SeesAnotherLanguage) {
  const auto said = test::transcript(
      "I: Warum?\nC: Wir haben damals die ganze Nacht gearbeitet, weil die Pumpen ausgefallen "
      "waren und die Station sonst kein "
      "Wasser gehabt h\xc3\xa4tte, und dann habe ich den Plan selbst geschrieben und alle "
      "angerufen.\n");
  const auto checks = check_quality(said, exchanges_of(said), "en");
  const auto language = std::find_if(checks.begin(), checks.end(),
                                     [](const GateCheck& one) { return one.code == "language"; });
  EXPECT_FALSE(language->passed);
  EXPECT_NE(language->message.find("GERMAN"), std::string::npos) << language->message;
}

TEST(Roles, AreNeverGuessed) {
  auto said = test::transcript("I: Why?\nC: I left.\n");
  for (Speaker& speaker : said.speakers) speaker.role = Role::Unknown;
  ASSERT_TRUE(assign_roles(said, {}));
  EXPECT_FALSE(has_candidate(said));
  const Error error = candidate_unknown(said, "call.vtt");
  EXPECT_NE(error.message.find("--role"), std::string::npos);
  EXPECT_NE(error.message.find("Interviewer (1 turn, 1 words"), std::string::npos) << error.message;
}

TEST(Roles, MakeTheOthersInterviewersOnceTheCandidateIsKnown) {
  auto said = test::transcript("I: Why?\nC: I left.\n?: hello\n");
  for (Speaker& speaker : said.speakers) speaker.role = Role::Unknown;
  const auto assignment = parse_role("candidate=candidate");
  ASSERT_TRUE(assignment);
  ASSERT_TRUE(assign_roles(said, std::vector{*assignment}));
  EXPECT_EQ(said.speakers[1].role, Role::Candidate);
  EXPECT_EQ(said.speakers[0].role, Role::Interviewer);
  EXPECT_EQ(said.speakers[3].role, Role::Unknown) << "a voice without a label is nobody";
}

TEST(Roles, SayWhichSpeakersThereAre) {
  auto said = test::transcript("I: Why?\nC: I left.\n");
  const auto status = assign_roles(said, std::vector<RoleAssignment>{{"Dana", Role::Candidate}});
  ASSERT_FALSE(status);
  EXPECT_NE(status.error().message.find("Dana"), std::string::npos);
  EXPECT_FALSE(parse_role("Dana"));
  EXPECT_FALSE(parse_role("Dana=boss"));
}

}  // namespace
}  // namespace barometer
