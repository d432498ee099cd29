#include "service/progress.hpp"

#include <gtest/gtest.h>

namespace barometer {
namespace {

Pack a_pack() {
  Pack pack;
  pack.id = "p";
  for (const char* id : {"a", "b", "c", "d", "e"}) {
    Principle principle;
    principle.id = {id};
    principle.name = id;
    pack.principles.push_back(principle);
  }
  return pack;
}

std::int64_t ms_of(std::string_view date) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::sys_days(*date_from(date)).time_since_epoch())
             .count() +
         1000;
}

KeptInterview interview(const std::string& id, std::string_view date) {
  KeptInterview kept;
  kept.id = {id};
  kept.pack_id = "p";
  kept.created_ms = ms_of(date);
  return kept;
}

Outcome outcome(const std::string& id, const char* principle, PrincipleVerdict verdict,
                std::optional<double> score) {
  return {{id}, {principle}, verdict, score, 1, 0};
}

TEST(Progress, KeepsTheOrderAndTheSpread) {
  const std::vector<KeptInterview> interviews = {
      interview("i1", "2027-01-05"), interview("i2", "2027-01-02"), interview("i3", "2027-01-09")};
  const auto progress =
      progress_of(a_pack(),
                  {outcome("i1", "b", PrincipleVerdict::Weak, -0.5),
                   outcome("i2", "b", PrincipleVerdict::Mixed, 0.5),
                   outcome("i3", "b", PrincipleVerdict::Insufficient, std::nullopt)},
                  interviews);
  ASSERT_EQ(progress.size(), 5U);
  EXPECT_EQ(progress[0].latest, PrincipleVerdict::NotAssessed);
  EXPECT_EQ(progress[0].median, std::nullopt);
  ASSERT_EQ(progress[1].points.size(), 3U);
  EXPECT_EQ(progress[1].points[0].interview.value, "i1") << "not by a clock that went backwards";
  EXPECT_EQ(progress[1].latest, PrincipleVerdict::Insufficient);
  EXPECT_DOUBLE_EQ(*progress[1].median, 0.0);
  EXPECT_DOUBLE_EQ(*progress[1].lowest, -0.5);
  EXPECT_DOUBLE_EQ(*progress[1].highest, 0.5);
}

TEST(Progress, LeavesOtherPacksOut) {
  auto other = interview("i1", "2027-01-05");
  other.pack_id = "q";
  const auto progress =
      progress_of(a_pack(), {outcome("i1", "b", PrincipleVerdict::Weak, -0.5)}, {other});
  EXPECT_TRUE(progress[1].points.empty());
}

TEST(Progress, NeedIsNeverPractisedThenWeakestThenLongestAgo) {
  const std::vector<KeptInterview> interviews = {interview("i1", "2027-01-01"),
                                                 interview("i2", "2027-01-02")};
  const auto progress = progress_of(a_pack(),
                                    {outcome("i1", "a", PrincipleVerdict::Strong, 1.0),
                                     outcome("i1", "c", PrincipleVerdict::Weak, -1.0),
                                     outcome("i2", "b", PrincipleVerdict::Strong, 1.0)},
                                    interviews);
  std::vector<std::string> ids;
  for (const PrincipleId& id : by_need(progress)) ids.push_back(id.value);
  EXPECT_EQ(ids, (std::vector<std::string>{"d", "e", "c", "a", "b"}));
}

TEST(Dates, AreCheckedAgainstTheCalendar) {
  EXPECT_EQ(to_string(*date_from("2028-02-29")), "2028-02-29");
  for (const char* wrong : {"2027-02-29", "2027-13-01", "2027-1-01", "27-01-01", "2027-01-01x", "",
                            "2027-0x-01", "0000-01-01"})
    EXPECT_EQ(date_from(wrong), std::nullopt) << wrong;
  EXPECT_EQ(to_string(date_of(ms_of("2027-03-01"))), "2027-03-01");
}

TEST(Plan, SpacesSessionsBackwardsFromTheInterview) {
  const auto progress = progress_of(a_pack(), {}, {});
  const auto sessions = plan_sessions(*date_from("2027-02-20"), *date_from("2027-03-01"),
                                      *date_from("2027-02-25"), progress);
  std::vector<std::string> dates;
  for (const PlannedSession& session : sessions) {
    dates.push_back(to_string(session.date));
    EXPECT_EQ(session.principles.size(), 3U);
    EXPECT_FALSE(session.done);
  }
  EXPECT_EQ(dates,
            (std::vector<std::string>{"2027-02-22", "2027-02-25", "2027-02-27", "2027-02-28"}));
  EXPECT_EQ(sessions[0].principles[0].value, "a");
  EXPECT_EQ(sessions[1].principles[0].value, "d") << "they share out what needs practice";
}

TEST(Plan, HasNoSessionForTheDayItself) {
  const auto progress = progress_of(a_pack(), {}, {});
  EXPECT_TRUE(plan_sessions(*date_from("2027-03-01"), *date_from("2027-03-01"),
                            *date_from("2027-02-25"), progress)
                  .empty());
  EXPECT_TRUE(plan_sessions(*date_from("2027-03-09"), *date_from("2027-03-01"),
                            *date_from("2027-02-25"), progress)
                  .empty());
}

TEST(Plan, TakesWhatWasPractisedSinceTheSessionBefore) {
  const auto progress = progress_of(a_pack(), {outcome("i1", "c", PrincipleVerdict::Mixed, 0.2)},
                                    {interview("i1", "2027-02-24")});
  const auto sessions = plan_sessions(*date_from("2027-02-20"), *date_from("2027-03-01"),
                                      *date_from("2027-02-25"), progress);
  EXPECT_FALSE(sessions[0].done);
  EXPECT_TRUE(sessions[1].done);
  ASSERT_EQ(sessions[1].principles.size(), 1U);
  EXPECT_EQ(sessions[1].principles[0].value, "c");
}

TEST(Plan, HasNothingDoneBeforeItsDay) {
  const auto progress = progress_of(a_pack(), {outcome("i1", "c", PrincipleVerdict::Mixed, 0.2)},
                                    {interview("i1", "2027-02-23")});
  const auto on = [&](const char* today) {
    return plan_sessions(*date_from("2027-02-20"), *date_from("2027-03-01"), *date_from(today),
                         progress);
  };
  const auto early = on("2027-02-24");
  ASSERT_EQ(to_string(early[1].date), "2027-02-25");
  for (const PlannedSession& session : early) {
    EXPECT_FALSE(session.done) << to_string(session.date);
    EXPECT_EQ(session.principles.size(), 3U) << "it is planned anew";
  }
  for (const char* today : {"2027-02-25", "2027-02-26"}) {
    EXPECT_TRUE(on(today)[1].done) << today;
    EXPECT_FALSE(on(today)[2].done) << today;
  }
}

TEST(Nudge, IsOneThingAtATime) {
  const Pack pack = a_pack();
  const auto interview_day = date_from("2027-03-01");
  const auto sessions = plan_sessions(*date_from("2027-02-20"), *interview_day,
                                      *date_from("2027-02-20"), progress_of(pack, {}, {}));
  const auto says = [&](const char* today, std::size_t stories = 1) {
    return nudge(pack, interview_day, *date_from(today), sessions, stories);
  };
  EXPECT_EQ(says("2027-02-20"), "");
  EXPECT_EQ(says("2027-02-20", 0),
            "Save your first story: an answer from a practice interview does well.");
  EXPECT_EQ(says("2027-02-22"), "Today: practise a, b and c.");
  EXPECT_EQ(says("2027-02-23"), "Still open: practise a, b and c.");
  EXPECT_NE(says("2027-03-01").find("today"), std::string::npos);
  EXPECT_NE(says("2027-03-02").find("passed"), std::string::npos);
  EXPECT_EQ(nudge(pack, std::nullopt, *date_from("2027-02-20"), {}, 0), "") << "no date, no push";
}

}  // namespace
}  // namespace barometer
