#include "report/practice_json.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

namespace barometer {
namespace {

Utterance said(UtteranceKind kind, const std::string& text, std::optional<Gap> gap = {}) {
  Utterance one;
  one.kind = kind;
  one.text = text;
  one.reason = "a reason";
  one.gap = gap;
  if (gap) one.probe_kind = probe_kind_of(*gap);
  one.level = gap ? 1 : 0;
  return one;
}

CandidateTurn answer(const std::string& text) {
  CandidateTurn turn;
  turn.text = text;
  turn.brought = true;
  return turn;
}

Practice sample() {
  Practice practice;
  practice.topics.emplace_back();
  practice.topics[0].principle = {"ownership"};
  practice.topics[0].question = "Tell me about a time you cared for ownership.";
  practice.entries = {
      {said(UtteranceKind::Question, practice.topics[0].question), std::nullopt},
      {std::nullopt, answer("We moved the \"roster\" to Friday, caf\u00E9 and all.")},
      {said(UtteranceKind::Probe, "What did you do yourself?", Gap::OwnPart), std::nullopt},
      {std::nullopt, answer("I called eleven drivers.")},
      {said(UtteranceKind::Close, "That was my last question."), std::nullopt}};
  practice.finished = true;
  practice.pack_id = "small";
  practice.pack_version = "1.0.0";
  practice.reader_version = "cue-reader 1";
  practice.settings.seed = 18446744073709551615ULL;
  practice.random.state = 12345;
  practice.topics[0].gaps[1] = {0.5, true, 1, {0, 8}};
  CandidateTurn& turn = *practice.entries[1].answer;
  turn.verdict = Verdict::Mixed;
  turn.rating = 3;
  turn.evidence = {{{0, 8}, {"ownership.for"}, Polarity::Supports, Mode::Did, Agency::Ours, 0.75}};
  turn.star.action = ByteSpan{0, 8};
  return practice;
}

TEST(PracticeJson, GivesTheSessionBackAsItWas) {
  const Practice before = sample();
  const auto after = practice_from_json(practice_json(before));
  ASSERT_TRUE(after) << after.error().message;
  EXPECT_EQ(practice_json(*after), practice_json(before));
  EXPECT_EQ(after->settings.seed, before.settings.seed);
  EXPECT_EQ(after->random, before.random);
  EXPECT_EQ(after->entries[1].answer->text, before.entries[1].answer->text);
  EXPECT_TRUE(after->topics[0].gaps[1].asked);
}

TEST(PracticeJson, PutsAnUtteranceOnOneLine) {
  const auto line = utterance_json(*sample().entries[2].utterance);
  EXPECT_EQ(line.find('\n'), std::string::npos);
  const auto json = nlohmann::json::parse(line);
  EXPECT_EQ(json["kind"], "probe");
  EXPECT_EQ(json["gap"], "own-part");
  EXPECT_EQ(json["text"], "What did you do yourself?");
  EXPECT_TRUE(
      nlohmann::json::parse(utterance_json(*sample().entries[0].utterance))["gap"].is_null());
}

TEST(PracticeJson, RefusesWhatDoesNotHoldTogether) {
  const auto json = nlohmann::json::parse(practice_json(sample()));
  const auto refused = [](const nlohmann::json& changed) {
    return !practice_from_json(changed.dump()).has_value();
  };
  EXPECT_FALSE(practice_from_json("no json"));
  EXPECT_FALSE(practice_from_json("[]"));
  EXPECT_FALSE(practice_from_json("{}"));
  auto changed = json;
  changed["schema"] = "barometer.practice/9";
  EXPECT_TRUE(refused(changed));
  changed = json;
  changed["topic"] = 7;
  EXPECT_TRUE(refused(changed));
  changed = json;
  changed["entries"][1]["candidate"]["evidence"][0]["span"] = {0, 9999};
  EXPECT_TRUE(refused(changed));
  changed = json;
  changed["topics"][0]["gaps"]["own-part"]["entry"] = 99;
  EXPECT_TRUE(refused(changed));
  changed = json;
  changed["topics"][0]["gaps"]["own-part"]["span"] = {"a", "b"};
  EXPECT_TRUE(refused(changed));
  changed = json;
  changed["entries"][0]["interviewer"]["topic"] = 9;
  EXPECT_TRUE(refused(changed));
  changed = json;
  changed["entries"] = "none";
  EXPECT_TRUE(refused(changed));
  // Whatever key is missing, it is an error and no fault of ours.
  for (const auto& item : json.items()) {
    changed = json;
    changed.erase(item.key());
    EXPECT_TRUE(refused(changed)) << item.key();
  }
}

TEST(PracticeJson, ShowsNoWordsOfTheSessionInItsErrors) {
  auto json = nlohmann::json::parse(practice_json(sample()));
  json["entries"][1]["candidate"]["kind"] = "secret words";
  const auto refused = practice_from_json(json.dump());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message.find("secret"), std::string::npos);
}

}  // namespace
}  // namespace barometer
