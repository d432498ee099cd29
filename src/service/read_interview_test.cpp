#include "service/read_interview.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "service/quality_gate.hpp"
#include "service/roles.hpp"
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
