#include "transcript/labels.hpp"

#include <gtest/gtest.h>

namespace barometer {
namespace {

using Roles = std::vector<Role>;

Roles roles_of(const std::vector<std::string>& labels) {
  std::vector<Speaker> speakers;
  for (const auto& label : labels) speakers.push_back({label, Role::Unknown});
  set_telling_roles(speakers);
  Roles roles;
  for (const Speaker& speaker : speakers) roles.push_back(speaker.role);
  return roles;
}

std::string label_of(const std::optional<Prefix>& prefix) {
  return prefix ? std::string(prefix->label) : "none";
}

TEST(Roles, AreToldByTellingLabelsOnly) {
  EXPECT_EQ(role_of_label("Candidate"), Role::Candidate);
  EXPECT_EQ(role_of_label("INTERVIEWEE"), Role::Candidate);
  EXPECT_EQ(role_of_label("Applicant 1"), Role::Candidate);
  EXPECT_EQ(role_of_label("interviewer #2"), Role::Interviewer);
  EXPECT_EQ(role_of_label("Interviewer (Dana)"), Role::Interviewer);
  EXPECT_EQ(role_of_label("Q"), Role::Interviewer);
  EXPECT_EQ(role_of_label("Dana Osei's Presentation"), Role::Other);
  for (const auto* label : {"", "?", "Unknown Speaker", "A", "Dana Osei", "Speaker 1", "spk_0",
                            "Candidate experience team", "Candidates"}) {
    EXPECT_EQ(role_of_label(label), Role::Unknown) << label;
  }
}

TEST(Roles, OfQuestionAndAnswerComeAsAPair) {
  EXPECT_EQ(roles_of({"Q", "A"}), (Roles{Role::Interviewer, Role::Candidate}));
  EXPECT_EQ(roles_of({"Question", "Answer"}), (Roles{Role::Interviewer, Role::Candidate}));
  EXPECT_EQ(roles_of({"A", "Dana"}), (Roles{Role::Unknown, Role::Unknown}));
  EXPECT_EQ(roles_of({"Answer"}), (Roles{Role::Unknown}));
}

TEST(Roles, AreNotToldByLettersThatCount) {
  EXPECT_EQ(roles_of({"A", "B", "Q"}), (Roles{Role::Unknown, Role::Unknown, Role::Unknown}));
}

TEST(Names, HaveAtMostFourWordsAndNoLowerCaseStart) {
  for (const auto* name : {"Dana", "Dana Osei", "Dr. Dana van Osei", "DANA", "Speaker 1", "Q", "A",
                           "I", "SPEAKER_00", "Amara Lindqvist (she/her)", "O'Neill", "J. R. Marsh",
                           "Élodie", "面试官", "Ward 7 meeting room"}) {
    EXPECT_TRUE(looks_like_name(name)) << name;
  }
  for (const auto* text : {"", "one thing", "dana", "élodie", "Why? Because", "One thing", "Result",
                           "A friend of mine", "I'm clear", "Dana Osei from the night shift", "10",
                           "The short version", "- Dana", "We left early. Then"}) {
    EXPECT_FALSE(looks_like_name(text)) << text;
  }
}

TEST(Prefixes, AreCutFromTheSpeech) {
  const std::string_view line = "Dana Osei: Why: because?";
  const auto prefix = name_prefix(line);
  ASSERT_TRUE(prefix);
  EXPECT_EQ(prefix->label, "Dana Osei");
  EXPECT_EQ(line.substr(prefix->text_begin), "Why: because?");
  EXPECT_EQ(label_of(name_prefix("Dana : Pourquoi ?")), "Dana");
  EXPECT_EQ(label_of(name_prefix("Dana:")), "Dana");
  EXPECT_EQ(label_of(name_prefix("面试官：请讲")), "面试官");
  EXPECT_EQ(label_of(name_prefix("http://example.org")), "none");
  EXPECT_EQ(label_of(name_prefix("At 10:15 Dana: Hi")), "none");
}

TEST(Prefixes, InBrackets) {
  EXPECT_EQ(label_of(bracket_prefix("[Dana]: Why?")), "Dana");
  EXPECT_EQ(label_of(bracket_prefix("{Ilya Marsh} Why?")), "Ilya Marsh");
  EXPECT_EQ(label_of(bracket_prefix("(Ilya Marsh)")), "Ilya Marsh");
  EXPECT_EQ(label_of(bracket_prefix("(speaker 0) Why?")), "speaker 0");
  EXPECT_EQ(label_of(bracket_prefix("(speaker ?) Why?")), "");
  EXPECT_EQ(label_of(bracket_prefix("(Honestly) I left.")), "none");
  EXPECT_EQ(label_of(bracket_prefix("[laughs] I left.")), "none");
  EXPECT_EQ(label_of(bracket_prefix("[BLANK_AUDIO]")), "none");
  EXPECT_EQ(label_of(bracket_prefix("[Dana")), "none");
}

TEST(Prefixes, OfOtherKinds) {
  EXPECT_EQ(label_of(markdown_prefix("**Dana Osei:** Why?")), "Dana Osei");
  EXPECT_EQ(label_of(markdown_prefix("**Dana**: Why?")), "Dana");
  EXPECT_EQ(label_of(markdown_prefix("**Really** odd: that")), "none");
  EXPECT_EQ(label_of(tagged_prefix("#dana: Why?")), "dana");
  EXPECT_EQ(label_of(tagged_prefix("@Ilya: I left.")), "Ilya");
  EXPECT_EQ(label_of(tagged_prefix("# Heading: one")), "none");
  EXPECT_EQ(label_of(whisperx_prefix("[SPEAKER_00]: Why?")), "SPEAKER_00");
  EXPECT_EQ(label_of(whisperx_prefix("[SPEAKER_]: Why?")), "none");
}

LabelCensus census_of(const std::vector<std::string_view>& lines) {
  LabelCensus census;
  for (const auto line : lines) census.add(line);
  return census;
}

TEST(LabelCensus, TakesNoNamesWhereOtherOpeningsAreAsCommon) {
  const auto census = census_of({"Marge: she cooked", "the rule: nobody eats alone"});
  EXPECT_TRUE(census.names_doubtful());
  EXPECT_FALSE(census.colon_label("Marge: she cooked"));
}

TEST(LabelCensus, TakesLowerCaseNamesThatReturn) {
  const auto census = census_of({"dana: why?", "ilya: a leak", "dana: and?", "ilya: a pump"});
  EXPECT_EQ(label_of(census.colon_label("ilya: a pump")), "ilya");
  EXPECT_FALSE(census.colon_label("first thing: a pump"));
}

TEST(LabelCensus, TakesABracketThatReturnsOrStandsEverywhere) {
  const auto often = census_of({"[Dana] Why?", "[Ilya] A leak.", "[Door slams] Sorry."});
  EXPECT_EQ(label_of(often.bracket_label("[Dana] Why?")), "Dana");
  EXPECT_FALSE(often.bracket_label("[Door slams] Sorry."));
  const auto seldom = census_of({"[Hammering] Sorry.", "I left.", "Then I rang her.", "At four."});
  EXPECT_FALSE(seldom.bracket_label("[Hammering] Sorry."));
}

}  // namespace
}  // namespace barometer
