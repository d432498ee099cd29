// One suite for every store. PostgreSQL is started by the test itself.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <thread>

#include "store/store.hpp"
#include "support/temporary_postgres.hpp"

namespace barometer {
namespace {

namespace fs = std::filesystem;

struct Backend {
  std::string name;
  std::function<Result<std::unique_ptr<Store>>()> open;  // a fresh, empty one
};

test::TemporaryPostgres* postgres() {
  static const auto cluster = test::TemporaryPostgres::start();
  return cluster.get();
}

fs::path fresh_file() {
  static std::atomic<int> count{0};
  const auto folder = fs::temp_directory_path() / ("barometer-store-" + std::to_string(::getpid()) +
                                                   "-" + std::to_string(++count));
  fs::remove_all(folder);
  return folder / "barometer.db";
}

class StoreContract : public testing::TestWithParam<Backend> {
 protected:
  void SetUp() override {
    if (GetParam().name == "Postgres" && postgres() == nullptr) {
      std::fprintf(stderr,
                   "\n*** SKIPPED: PostgreSQL is not installed (package postgresql), so its store "
                   "was NOT tested. ***\n\n");
      GTEST_SKIP() << "PostgreSQL is not installed";
    }
    auto opened = GetParam().open();
    ASSERT_TRUE(opened) << opened.error().message;
    store = *std::move(opened);
  }

  void TearDown() override {
    if (!store) return;
    const auto place = store->place();
    store.reset();
    std::error_code ignored;
    if (place && place->kind == "sqlite")
      fs::remove_all(fs::path(place->place).parent_path(), ignored);
  }

  std::unique_ptr<Transaction> begin(Access access = Access::Write,
                                     const OwnerId& owner = local_owner) {
    auto begun = store->begin(owner, access);
    if (!begun) throw std::runtime_error(begun.error().message);
    return *std::move(begun);
  }

  // Does `work` in one transaction that is kept.
  void keep(const std::function<void(Transaction&)>& work) {
    auto transaction = begin();
    work(*transaction);
    const auto kept = transaction->commit();
    ASSERT_TRUE(kept) << kept.error().message;
  }

  std::unique_ptr<Store> store;
};

#define ASSERT_OK(expression)                          \
  do {                                                 \
    const auto& outcome_ = (expression);               \
    ASSERT_TRUE(outcome_) << outcome_.error().message; \
  } while (false)

KeptInterview an_interview(const std::string& id) {
  KeptInterview interview;
  interview.id = {id};
  interview.created_ms = 1'700'000'000'000;
  interview.pack_id = "amazon-2021";
  interview.pack_version = "1.0.0";
  interview.setup = R"({"length":"usual"})";
  interview.state = "{}";
  return interview;
}

KeptTurn an_answer(const std::string& text) {
  KeptTurn turn;
  turn.speaker = Role::Candidate;
  turn.kind = "answer";
  turn.text = text;
  turn.created_ms = 1'700'000'000'001;
  return turn;
}

Story a_story(const std::string& id, const std::string& title) {
  Story story;
  story.id = {id};
  story.created_ms = 5;
  story.updated_ms = 6;
  story.title = title;
  story.situation = "Nachts fiel die Klingel aus: „viermal“.";
  story.principles = {{"dive-deep"}, {"ownership"}};
  return story;
}

TEST_P(StoreContract, KeepsTheTranscriptByteForByte) {
  std::string source;
  for (int round = 0; round < 300; ++round) source += static_cast<char>(round % 256);
  KeptReading reading;
  reading.id = {"r1"};
  reading.name = "d'été.vtt";
  reading.pack_id = "amazon-2021";
  reading.pack_version = "1.0.0";
  reading.format = "zoom_vtt";
  reading.speakers = {{"Dana", Role::Unknown, 3, 41}, {"", Role::Interviewer, 1, 2}};
  reading.warnings = {{"no_times", "Line 3 has no time."}};
  keep([&](Transaction& t) { ASSERT_OK(t.add_reading(reading, source)); });

  auto t = begin(Access::Read);
  const auto kept = t->reading({"r1"});
  ASSERT_OK(kept);
  EXPECT_EQ(kept->name, "d'été.vtt");
  EXPECT_EQ(kept->status, ReadingStatus::WaitingForRoles);
  EXPECT_EQ(kept->speakers, reading.speakers);
  ASSERT_EQ(kept->warnings.size(), 1U);
  EXPECT_EQ(kept->warnings[0].message, "Line 3 has no time.");
  const auto bytes = t->reading_source({"r1"});
  ASSERT_OK(bytes);
  EXPECT_EQ(*bytes, source);
}

TEST_P(StoreContract, KeepsReportsAndStatus) {
  KeptReading reading;
  reading.id = {"r1"};
  keep([&](Transaction& t) { ASSERT_OK(t.add_reading(reading, "x")); });
  reading.status = ReadingStatus::Done;
  reading.speakers = {{"Dana", Role::Candidate, 3, 41}};
  keep([&](Transaction& t) {
    ASSERT_OK(t.update_reading(reading));
    ASSERT_OK(t.set_report({"r1"}, {R"({"a":1})", "<p>"}));
  });
  auto t = begin(Access::Read);
  EXPECT_EQ(t->reading({"r1"})->status, ReadingStatus::Done);
  EXPECT_EQ(t->reading({"r1"})->speakers.at(0).role, Role::Candidate);
  EXPECT_EQ(t->report({"r1"})->json, R"({"a":1})");
  EXPECT_EQ(t->report({"r1"})->html, "<p>");
}

TEST_P(StoreContract, KeepsAnInterviewTurnByTurn) {
  keep([&](Transaction& t) {
    ASSERT_OK(t.add_interview(an_interview("i1")));
    KeptTurn question;
    question.kind = "question";
    question.text = "When did you last go and look yourself?";
    question.reason = "opens dive-deep";
    ASSERT_OK(t.append_turn({"i1"}, question));
  });
  keep([&](Transaction& t) {
    const auto number = t.append_turn({"i1"}, an_answer("J'ai compté 41 appels."));
    ASSERT_OK(number);
    EXPECT_EQ(*number, 1);
  });
  auto changed = an_interview("i1");
  changed.status = InterviewStatus::Ended;
  changed.state = R"({"entries":[]})";
  changed.feedback = R"({"schema":"x"})";
  keep([&](Transaction& t) { ASSERT_OK(t.set_draft({"i1"}, "half a sen")); });
  keep([&](Transaction& t) { ASSERT_OK(t.update_interview(changed)); });

  auto t = begin(Access::Read);
  const auto turns = t->turns({"i1"});
  ASSERT_OK(turns);
  ASSERT_EQ(turns->size(), 2U);
  EXPECT_EQ((*turns)[0].speaker, Role::Interviewer);
  EXPECT_EQ((*turns)[0].reason, "opens dive-deep");
  EXPECT_EQ((*turns)[1].text, "J'ai compté 41 appels.");
  const auto interview = t->interview({"i1"});
  ASSERT_OK(interview);
  EXPECT_EQ(interview->status, InterviewStatus::Ended);
  EXPECT_EQ(interview->state, changed.state);
  EXPECT_EQ(interview->feedback, changed.feedback);
  EXPECT_EQ(interview->draft, "half a sen");
  EXPECT_EQ(interview->turns, 2);
  EXPECT_EQ(interview->setup, R"({"length":"usual"})") << "the set-up never changes";
}

TEST_P(StoreContract, KeepsOutcomesWithAndWithoutAScore) {
  keep([&](Transaction& t) {
    ASSERT_OK(t.add_interview(an_interview("b")));
    ASSERT_OK(t.add_interview(an_interview("a")));
    ASSERT_OK(t.set_outcomes({"a"}, {{{}, {"ownership"}, PrincipleVerdict::Mixed, 0.25, 2, 1}}));
    ASSERT_OK(t.set_outcomes({"b"}, {{{}, {"ownership"}, PrincipleVerdict::Strong, 0.9, 9, 0}}));
    ASSERT_OK(t.set_outcomes(
        {"b"}, {{{}, {"ownership"}, PrincipleVerdict::Weak, -0.5, 0, 3},
                {{}, {"dive-deep"}, PrincipleVerdict::Insufficient, std::nullopt, 0, 0}}));
  });
  auto t = begin(Access::Read);
  const auto all = t->outcomes();
  ASSERT_OK(all);
  ASSERT_EQ(all->size(), 3U) << "set_outcomes replaces";
  EXPECT_EQ((*all)[0].interview.value, "b") << "the order of the interviews, not of their names";
  EXPECT_EQ((*all)[0].principle.value, "dive-deep");
  EXPECT_EQ((*all)[0].score, std::nullopt);
  EXPECT_EQ((*all)[1].score, -0.5);
  EXPECT_EQ((*all)[2].verdict, PrincipleVerdict::Mixed);
  EXPECT_EQ((*all)[2].supports, 2);
}

TEST_P(StoreContract, KeepsStoriesWithTellingsAndStrengths) {
  keep([&](Transaction& t) {
    ASSERT_OK(t.add_story(a_story("s1", "The bell")));
    ASSERT_OK(t.add_telling({"s1"}, {9, 7, {}, "first"}));
    ASSERT_OK(t.add_telling({"s1"}, {9, 3, {"i1"}, "second"}));
    ASSERT_OK(t.set_strengths({"s1"}, "amazon-2021",
                              {{{}, "", {"dive-deep"}, PrincipleVerdict::Strong, 4, 1}}));
    ASSERT_OK(
        t.set_strengths({"s1"}, "other", {{{}, "", {"dive-deep"}, PrincipleVerdict::Weak, 0, 1}}));
  });
  {
    auto t = begin(Access::Read);
    const auto story = t->story({"s1"});
    ASSERT_OK(story);
    EXPECT_EQ(story->situation, "Nachts fiel die Klingel aus: „viermal“.");
    ASSERT_EQ(story->principles.size(), 2U);
    EXPECT_EQ(story->principles[0].value, "dive-deep");
    EXPECT_EQ(story->tellings, 2);
    const auto tellings = t->tellings({"s1"});
    ASSERT_OK(tellings);
    EXPECT_EQ((*tellings)[0].text, "first");
    EXPECT_EQ((*tellings)[1].number, 1);
    EXPECT_EQ((*tellings)[1].interview.value, "i1");
    ASSERT_EQ(t->strengths("amazon-2021")->size(), 1U);
    EXPECT_EQ(t->strengths("amazon-2021")->at(0).supports, 4);
  }
  auto changed = a_story("s1", "The bell, again");
  changed.created_ms = 99;
  changed.principles = {{"ownership"}};
  keep([&](Transaction& t) { ASSERT_OK(t.replace_story(changed)); });
  auto t = begin(Access::Read);
  EXPECT_EQ(t->story({"s1"})->title, "The bell, again");
  EXPECT_EQ(t->story({"s1"})->created_ms, 5);
  EXPECT_EQ(t->story({"s1"})->principles.size(), 1U);
  EXPECT_EQ(t->story({"s1"})->tellings, 2) << "replacing keeps the tellings";
  EXPECT_TRUE(t->strengths("amazon-2021")->empty()) << "another text has another strength";
}

TEST_P(StoreContract, OrdersBySequenceWhenTheClockGoesBackwards) {
  for (int i = 0; i < 3; ++i) {
    auto interview = an_interview("i" + std::to_string(i));
    interview.created_ms = 1000 - i;  // each is older than the one before
    keep([&](Transaction& t) {
      ASSERT_OK(t.add_interview(interview));
      for (int k = 0; k < 3; ++k) {
        auto turn = an_answer(std::to_string(k));
        turn.created_ms = 500 - k;
        ASSERT_OK(t.append_turn(interview.id, turn));
      }
    });
  }
  auto t = begin(Access::Read);
  const auto all = t->interviews();
  ASSERT_OK(all);
  ASSERT_EQ(all->size(), 3U);
  EXPECT_EQ((*all)[0].id.value, "i2");
  EXPECT_EQ((*all)[2].id.value, "i0");
  EXPECT_GT((*all)[0].sequence, (*all)[1].sequence);
  const auto turns = t->turns({"i1"});
  ASSERT_OK(turns);
  for (std::size_t k = 0; k < 3; ++k) EXPECT_EQ((*turns)[k].text, std::to_string(k));
}

TEST_P(StoreContract, KeepsNothingWithoutCommit) {
  {
    auto t = begin();
    ASSERT_OK(t->add_story(a_story("s1", "Lost")));
  }
  auto t = begin(Access::Read);
  EXPECT_EQ(t->story({"s1"}).error().code, ErrorCode::NotFound);
}

TEST_P(StoreContract, SaysWhatIsMissingOrThereAlready) {
  auto t = begin();
  EXPECT_EQ(t->reading({"none"}).error().code, ErrorCode::NotFound);
  EXPECT_EQ(t->reading_source({"none"}).error().code, ErrorCode::NotFound);
  EXPECT_EQ(t->report({"none"}).error().code, ErrorCode::NotFound);
  EXPECT_EQ(t->interview({"none"}).error().code, ErrorCode::NotFound);
  EXPECT_EQ(t->turns({"none"}).error().code, ErrorCode::NotFound);
  EXPECT_EQ(t->append_turn({"none"}, an_answer("x")).error().code, ErrorCode::NotFound);
  EXPECT_EQ(t->set_draft({"none"}, "x").error().code, ErrorCode::NotFound);
  EXPECT_EQ(t->add_telling({"none"}, {}).error().code, ErrorCode::NotFound);
  EXPECT_EQ(t->delete_story({"none"}).error().code, ErrorCode::NotFound);
  EXPECT_EQ(t->replace_story(a_story("none", "x")).error().code, ErrorCode::NotFound);
  ASSERT_OK(t->add_story(a_story("s1", "One")));
  EXPECT_EQ(t->add_story(a_story("s1", "Two")).error().code, ErrorCode::Conflict);
  ASSERT_OK(t->commit());
  EXPECT_EQ(begin(Access::Read)->story({"s1"})->title, "One");
}

TEST_P(StoreContract, DeletesAThingWithAllItsParts) {
  keep([&](Transaction& t) {
    ASSERT_OK(t.add_interview(an_interview("i1")));
    ASSERT_OK(t.append_turn({"i1"}, an_answer("secret")));
    ASSERT_OK(t.set_outcomes({"i1"}, {{{}, {"ownership"}, PrincipleVerdict::Mixed, 0.1, 1, 1}}));
  });
  keep([&](Transaction& t) { ASSERT_OK(t.delete_interview({"i1"})); });
  keep([&](Transaction& t) {
    EXPECT_TRUE(t.outcomes()->empty());
    ASSERT_OK(t.add_interview(an_interview("i1")));
    EXPECT_TRUE(t.turns({"i1"})->empty());
  });
}

TEST_P(StoreContract, ShowsNobodyWhatAnotherOwns) {
  keep([&](Transaction& t) {
    ASSERT_OK(t.add_story(a_story("s1", "Mine")));
    ASSERT_OK(t.set_setting({"theme", "dark"}));
  });
  auto other = begin(Access::Write, OwnerId{"somebody"});
  EXPECT_TRUE(other->stories()->empty());
  EXPECT_TRUE(other->settings()->empty());
  EXPECT_EQ(other->story({"s1"}).error().code, ErrorCode::NotFound);
  EXPECT_EQ(other->delete_story({"s1"}).error().code, ErrorCode::NotFound);
  ASSERT_OK(other->add_story(a_story("s1", "Theirs")));
  ASSERT_OK(other->erase_all());
  ASSERT_OK(other->commit());
  EXPECT_EQ(begin(Access::Read)->story({"s1"})->title, "Mine");
}

TEST_P(StoreContract, RemembersWhatWasDone) {
  keep([&](Transaction& t) {
    ASSERT_OK(t.remember_request({"key-1", "post /a", 10, 0, ""}));
    ASSERT_OK(t.remember_request({"key-1", "post /a", 10, 201, R"({"id":1})"}));
    ASSERT_OK(t.remember_request({"key-2", "post /b", 20, 204, ""}));
  });
  {
    auto t = begin(Access::Read);
    const auto done = t->answered_request("key-1");
    ASSERT_OK(done);
    ASSERT_TRUE(done->has_value());
    EXPECT_EQ((*done)->status, 201);
    EXPECT_EQ((*done)->body, R"({"id":1})");
    EXPECT_EQ((*done)->fingerprint, "post /a");
    EXPECT_FALSE(t->answered_request("key-3")->has_value());
  }
  keep([&](Transaction& t) { ASSERT_OK(t.forget_requests_before(15)); });
  auto t = begin(Access::Read);
  EXPECT_FALSE(t->answered_request("key-1")->has_value());
  EXPECT_TRUE(t->answered_request("key-2")->has_value());
}

TEST_P(StoreContract, ForgetsAnswersAboutWhatIsDeleted) {
  keep([&](Transaction& t) {
    ASSERT_OK(t.remember_request({"key-1", "post /a", 10, 201, "its words", "s1"}));
    ASSERT_OK(t.remember_request({"key-2", "post /b", 10, 201, "other words", "s2"}));
  });
  keep([&](Transaction& t) { ASSERT_OK(t.forget_requests_about("s1")); });
  auto t = begin(Access::Read);
  EXPECT_FALSE(t->answered_request("key-1")->has_value());
  ASSERT_TRUE(t->answered_request("key-2")->has_value());
  EXPECT_EQ((*t->answered_request("key-2"))->about, "s2");
}

TEST_P(StoreContract, KeepsSettings) {
  keep([&](Transaction& t) {
    ASSERT_OK(t.set_setting({"theme", "dark"}));
    ASSERT_OK(t.set_setting({"pack", "amazon-2020"}));
    ASSERT_OK(t.set_setting({"theme", "light"}));
  });
  auto t = begin(Access::Read);
  const auto all = t->settings();
  ASSERT_OK(all);
  ASSERT_EQ(all->size(), 2U);
  EXPECT_EQ((*all)[0].name, "pack");
  EXPECT_EQ((*all)[1].value, "light");
}

TEST_P(StoreContract, ErasesEverything) {
  keep([&](Transaction& t) {
    ASSERT_OK(t.add_story(a_story("s1", "One")));
    ASSERT_OK(t.add_interview(an_interview("i1")));
    ASSERT_OK(t.set_setting({"theme", "dark"}));
    ASSERT_OK(t.remember_request({"key-1", "post /a", 10, 201, ""}));
  });
  keep([&](Transaction& t) { ASSERT_OK(t.erase_all()); });
  auto t = begin(Access::Read);
  EXPECT_TRUE(t->stories()->empty());
  EXPECT_TRUE(t->interviews()->empty());
  EXPECT_TRUE(t->settings()->empty());
  EXPECT_FALSE(t->answered_request("key-1")->has_value());
}

TEST_P(StoreContract, LetsOneWriterInAtATime) {
  keep([&](Transaction& t) { ASSERT_OK(t.add_interview(an_interview("i1"))); });
  std::vector<std::thread> writers;
  std::atomic<int> failures{0};
  for (int w = 0; w < 4; ++w) {
    writers.emplace_back([&] {
      for (int k = 0; k < 25; ++k) {
        auto t = store->begin(local_owner, Access::Write);
        if (!t || !(*t)->append_turn({"i1"}, an_answer("x")) || !(*t)->commit()) ++failures;
      }
    });
  }
  for (auto& writer : writers) writer.join();
  EXPECT_EQ(failures, 0);
  const auto turns = begin(Access::Read)->turns({"i1"});
  ASSERT_OK(turns);
  ASSERT_EQ(turns->size(), 100U);
  for (std::size_t i = 0; i < 100; ++i) EXPECT_EQ((*turns)[i].number, static_cast<int>(i));
}

TEST_P(StoreContract, ReadsOneStateWhileAnotherWrites) {
  keep([&](Transaction& t) { ASSERT_OK(t.add_story(a_story("s1", "One"))); });
  auto reading = begin(Access::Read);
  EXPECT_EQ(reading->stories()->size(), 1U);
  keep([&](Transaction& t) { ASSERT_OK(t.add_story(a_story("s2", "Two"))); });
  EXPECT_EQ(reading->stories()->size(), 1U);
  reading.reset();
  EXPECT_EQ(begin(Access::Read)->stories()->size(), 2U);
}

TEST_P(StoreContract, KeepsTextsThatLookLikeStatements) {
  const std::string hostile = "'); DROP TABLE story; -- \\ :owner $1 ?\n\t\"";
  keep([&](Transaction& t) { ASSERT_OK(t.add_story(a_story("s1", hostile))); });
  EXPECT_EQ(begin(Access::Read)->story({"s1"})->title, hostile);
}

TEST_P(StoreContract, KeepsALargeTranscript) {
  const std::string source(std::size_t{4} << 20, 'x');
  KeptReading reading;
  reading.id = {"r1"};
  keep([&](Transaction& t) { ASSERT_OK(t.add_reading(reading, source)); });
  EXPECT_EQ(begin(Access::Read)->reading_source({"r1"})->size(), source.size());
}

INSTANTIATE_TEST_SUITE_P(Stores, StoreContract,
                         testing::Values(Backend{"Memory",
                                                 []() -> Result<std::unique_ptr<Store>> {
                                                   return open_store("memory:");
                                                 }},
                                         Backend{"Sqlite",
                                                 []() -> Result<std::unique_ptr<Store>> {
                                                   return open_store(fresh_file());
                                                 }},
                                         Backend{"Postgres",
                                                 []() -> Result<std::unique_ptr<Store>> {
                                                   return open_store(postgres()->new_database());
                                                 }}),
                         [](const auto& parameter) { return parameter.param.name; });

TEST(PostgresStore, GoesOnAfterTheDatabaseWasRestarted) {
  if (postgres() == nullptr) GTEST_SKIP() << "PostgreSQL is not installed (package postgresql)";
  const std::string address = postgres()->new_database();
  auto store = open_store(address);
  ASSERT_OK(store);
  {
    auto t = (*store)->begin(local_owner, Access::Write);
    ASSERT_OK(t);
    ASSERT_OK((*t)->add_story(a_story("s1", "One")));
    ASSERT_OK((*t)->commit());
  }
  postgres()->restart();
  // A connection that was lost is noticed at its first use: at most one try for each fails.
  bool worked = false;
  for (int i = 0; i < 20 && !worked; ++i) {
    auto t = (*store)->begin(local_owner, Access::Read);
    worked = t && (*t)->story({"s1"}).has_value();
  }
  EXPECT_TRUE(worked);
}

TEST(PostgresStore, SaysThatItCannotBeReachedWithoutThePassword) {
  const auto store = open_store("postgresql://me:hunter2@/nothing?host=/nowhere");
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().code, ErrorCode::Unavailable);
  EXPECT_EQ(store.error().message.find("hunter2"), std::string::npos) << store.error().message;
}

}  // namespace
}  // namespace barometer
