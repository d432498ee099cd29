#include "service/interviews.hpp"

#include <gtest/gtest.h>

#include "service/practise.hpp"
#include "support/pack.hpp"

namespace barometer {
namespace {

constexpr std::string_view account =
    "I took over the list that morning and called all nine kitchens myself, because the van had "
    "left without the frozen goods.";

class InterviewsTest : public testing::Test {
 protected:
  InterviewsTest()
      : shelf([this](const std::string&) -> Result<Pack> { return pack; },
              [this](const Pack& of) -> Result<std::unique_ptr<Reader>> {
                if (broken) return Error{ErrorCode::Unavailable, "no model"};
                return make_cue_reader(of, {{"took over the list", {"ownership.for"}}});
              }) {}

  InterviewId begin() {
    const auto reader = make_cue_reader(pack, {});
    PracticeSettings settings;
    settings.principles = {{"ownership"}};
    settings.length = PracticeLength::Short;
    const auto practice = start_practising(pack, **reader, settings);
    EXPECT_TRUE(practice) << practice.error().message;
    auto transaction = *store->begin(local_owner, Access::Write);
    const auto id = Interviews::add(*transaction, *practice, "{}", 1);
    EXPECT_TRUE(id);
    EXPECT_TRUE(transaction->commit());
    return *id;
  }

  Result<Reaction> submit(const InterviewId& id, std::string_view text, const std::string& key) {
    SubmittedAnswer answer;
    answer.interview = id;
    answer.text = text;
    answer.at_ms = 5;
    answer.request = {key, "post " + std::string(text), 5, 0, ""};
    return interviews.submit(answer, [](const Reaction& reaction) {
      return std::to_string(reaction.turns.size()) + reaction.turns.back().text;
    });
  }

  std::vector<KeptTurn> turns(const InterviewId& id) {
    return *(*store->begin(local_owner, Access::Read))->turns(id);
  }

  // As a crash leaves it: the answer is kept, and nobody has heard it.
  void keep_unheard(const InterviewId& id, std::string_view text, const std::string& key) {
    auto transaction = *store->begin(local_owner, Access::Write);
    KeptTurn turn;
    turn.speaker = Role::Candidate;
    turn.kind = "answer";
    turn.text = text;
    const auto number = transaction->append_turn(id, turn);
    ASSERT_TRUE(number);
    ASSERT_TRUE(transaction->remember_request(
        {key, "post " + std::string(text), 5, 0, std::to_string(*number)}));
    ASSERT_TRUE(transaction->commit());
  }

  Pack pack = test::small_pack();
  std::unique_ptr<Store> store = make_memory_store();
  bool broken = false;
  ReaderShelf shelf;
  Interviews interviews{*store, shelf};
};

TEST_F(InterviewsTest, KeepsTheAnswerAndWhatIsSaidToIt) {
  const auto id = begin();
  const auto reaction = submit(id, account, "key-0001");
  ASSERT_TRUE(reaction) << reaction.error().message;
  ASSERT_GE(reaction->turns.size(), 2U);
  EXPECT_EQ(reaction->turns[0].text, account);
  EXPECT_EQ(reaction->turns[0].number, 1);
  EXPECT_EQ(reaction->turns[1].speaker, Role::Interviewer);
  const auto kept = turns(id);
  ASSERT_EQ(kept.size(), 1 + reaction->turns.size());
  EXPECT_EQ(kept[2].text, reaction->turns[1].text);
}

TEST_F(InterviewsTest, AnswersTheSameRequestOnce) {
  const auto id = begin();
  ASSERT_TRUE(submit(id, account, "key-0001"));
  const auto before = turns(id).size();
  const auto again = submit(id, account, "key-0001");
  ASSERT_TRUE(again);
  ASSERT_TRUE(again->earlier);
  EXPECT_EQ(again->earlier->status, 200);
  EXPECT_EQ(turns(id).size(), before);
  const auto other = submit(id, "something else", "key-0001");
  ASSERT_TRUE(other);
  ASSERT_TRUE(other->earlier);
  EXPECT_NE(other->earlier->fingerprint, "post something else") << "the caller refuses it";
  EXPECT_EQ(turns(id).size(), before);
}

TEST_F(InterviewsTest, HearsAfterACrashWhatWasKept) {
  const auto undisturbed = begin();
  const auto expected = submit(undisturbed, account, "key-0000");
  const auto id = begin();
  keep_unheard(id, account, "key-0001");
  const auto whole = interviews.whole(id);
  ASSERT_TRUE(whole) << whole.error().message;
  ASSERT_EQ(whole->turns.size(), 1 + expected->turns.size());
  EXPECT_EQ(whole->turns.back().text, expected->turns.back().text) << "as if nothing had happened";
  const auto resent = submit(id, account, "key-0001");
  ASSERT_TRUE(resent) << resent.error().message;
  ASSERT_FALSE(resent->earlier);
  ASSERT_EQ(resent->turns.size(), expected->turns.size());
  EXPECT_EQ(resent->turns.back().text, expected->turns.back().text);
  EXPECT_EQ(turns(id).size(), whole->turns.size());
  EXPECT_TRUE(submit(id, account, "key-0001")->earlier) << "and is remembered from now on";
}

TEST_F(InterviewsTest, HearsAfterACrashWhenTheSameRequestComesFirst) {
  const auto id = begin();
  keep_unheard(id, account, "key-0001");
  const auto resent = submit(id, account, "key-0001");
  ASSERT_TRUE(resent) << resent.error().message;
  EXPECT_EQ(resent->turns[0].number, 1);
  EXPECT_EQ(turns(id).size(), 1 + resent->turns.size());
}

TEST_F(InterviewsTest, HearsWhatWasLeftBeforeTheNextAnswer) {
  const auto id = begin();
  keep_unheard(id, account, "key-0001");
  const auto next = submit(id, "The nine kitchens had their goods by noon.", "key-0002");
  ASSERT_TRUE(next) << next.error().message;
  const auto kept = turns(id);
  EXPECT_EQ(kept[1].speaker, Role::Candidate);
  EXPECT_EQ(kept[2].speaker, Role::Interviewer);
  EXPECT_GT(next->turns[0].number, 2);
}

TEST_F(InterviewsTest, KeepsTheAnswerWhenTheReaderFails) {
  const auto id = begin();
  broken = true;
  const auto failed = submit(id, account, "key-0001");
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().code, ErrorCode::Unavailable);
  EXPECT_EQ(turns(id).size(), 2U);
  broken = false;
  const auto resent = submit(id, account, "key-0001");
  ASSERT_TRUE(resent) << resent.error().message;
  EXPECT_EQ(resent->turns[0].number, 1);
}

TEST_F(InterviewsTest, EndsWithACloseAndAnOutcome) {
  const auto id = begin();
  ASSERT_TRUE(submit(id, account, "key-0001"));
  const auto whole = interviews.end(id, 9);
  ASSERT_TRUE(whole) << whole.error().message;
  EXPECT_EQ(whole->interview.status, InterviewStatus::Ended);
  EXPECT_EQ(whole->turns.back().kind, "close");
  EXPECT_EQ(interviews.end(id, 10)->turns.size(), whole->turns.size()) << "once";
  const auto refused = submit(id, "more", "key-0002");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::Conflict);
  const auto outcomes = (*store->begin(local_owner, Access::Read))->outcomes();
  ASSERT_TRUE(outcomes);
  ASSERT_EQ(outcomes->size(), 1U);
  EXPECT_EQ((*outcomes)[0].principle.value, "ownership");
  EXPECT_EQ((*outcomes)[0].supports, 1);
  EXPECT_NE(whole->interview.feedback.find("barometer.feedback/1"), std::string::npos);
}

TEST_F(InterviewsTest, AnAnswerClearsTheDraft) {
  const auto id = begin();
  auto transaction = *store->begin(local_owner, Access::Write);
  ASSERT_TRUE(transaction->set_draft(id, "half"));
  ASSERT_TRUE(transaction->commit());
  ASSERT_TRUE(submit(id, account, "key-0001"));
  EXPECT_EQ(interviews.whole(id)->interview.draft, "");
}

}  // namespace
}  // namespace barometer
