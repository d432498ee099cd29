#include "service/data.hpp"

#include <gtest/gtest.h>

namespace barometer {
namespace {

std::unique_ptr<Store> filled() {
  auto store = make_memory_store();
  auto t = *store->begin(local_owner, Access::Write);
  for (const char* id : {"r1", "r2"}) {
    KeptReading reading;
    reading.id = {id};
    reading.name = "call.vtt";
    reading.status = ReadingStatus::Done;
    reading.speakers = {{"Dana", Role::Candidate, 2, 30}};
    reading.warnings = {{"no_times", "Line 3."}};
    EXPECT_TRUE(t->add_reading(reading, std::string("a\0\xff", 3)));
    EXPECT_TRUE(t->set_report({id}, {"{}", "<p>"}));
  }
  KeptInterview interview;
  interview.id = {"i1"};
  interview.status = InterviewStatus::Ended;
  interview.state = "{}";
  interview.draft = "half";
  EXPECT_TRUE(t->add_interview(interview));
  EXPECT_TRUE(t->append_turn({"i1"}, {0, 7, Role::Interviewer, "question", "Why?", "opens", ""}));
  EXPECT_TRUE(t->set_outcomes({"i1"}, {{{}, {"a"}, PrincipleVerdict::Mixed, std::nullopt, 1, 2}}));
  Story story;
  story.id = {"s1"};
  story.title = "Été";
  story.principles = {{"a"}, {"b"}};
  EXPECT_TRUE(t->add_story(story));
  EXPECT_TRUE(t->add_telling({"s1"}, {0, 8, {"i1"}, "told"}));
  EXPECT_TRUE(t->set_setting({"theme", "dark"}));
  EXPECT_TRUE(t->set_setting({"endpoint.speech.secret", "hunter2"}));
  EXPECT_TRUE(t->commit());
  return store;
}

std::string exported(Store& store, Secrets secrets) {
  return *export_data(**store.begin(local_owner, Access::Read), secrets);
}

TEST(Data, ComesBackAsItWas) {
  const auto store = filled();
  const std::string data = exported(*store, Secrets::Take);
  const auto other = make_memory_store();
  {
    auto t = *other->begin(local_owner, Access::Write);
    const auto done = import_data(*t, data);
    ASSERT_TRUE(done) << done.error().message;
    ASSERT_TRUE(t->commit());
  }
  EXPECT_EQ(exported(*other, Secrets::Take), data);
  auto t = *other->begin(local_owner, Access::Read);
  EXPECT_EQ(t->readings()->front().id.value, "r2") << "the order stays";
  EXPECT_EQ(*t->reading_source({"r1"}), std::string("a\0\xff", 3));
  EXPECT_EQ(t->outcomes()->front().score, std::nullopt);
}

TEST(Data, LeavesSecretsOutUnlessAskedFor) {
  const auto store = filled();
  EXPECT_EQ(exported(*store, Secrets::Leave).find("hunter2"), std::string::npos);
  EXPECT_NE(exported(*store, Secrets::Take).find("hunter2"), std::string::npos);
}

TEST(Data, IsNotMixedWithWhatIsThere) {
  const auto store = filled();
  const std::string data = exported(*store, Secrets::Take);
  auto t = *store->begin(local_owner, Access::Write);
  EXPECT_EQ(import_data(*t, data).error().code, ErrorCode::Conflict);
}

TEST(Data, SaysWhatIsNoData) {
  const auto store = make_memory_store();
  const std::string good = exported(*filled(), Secrets::Take);
  for (const std::string& text :
       {std::string(), std::string("{"), std::string("[1]"), good.substr(0, good.size() / 2)}) {
    auto t = *store->begin(local_owner, Access::Write);
    EXPECT_EQ(import_data(*t, text).error().code, ErrorCode::InvalidInput);
  }
  std::string newer = good;
  newer.replace(newer.find("barometer.data/1"), 16, "barometer.data/9");
  auto t = *store->begin(local_owner, Access::Write);
  EXPECT_EQ(import_data(*t, newer).error().code, ErrorCode::Conflict);
  std::string damaged = good;
  damaged.replace(damaged.find("\"verdict\""), 9, "\"verdikt\"");
  EXPECT_EQ(import_data(*t, damaged).error().code, ErrorCode::InvalidInput);
}

}  // namespace
}  // namespace barometer
