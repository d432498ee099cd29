#include "pack/pack_diff.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace barometer {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

using Lines = std::vector<std::string>;

Principle principle(const std::string& id) {
  Principle made;
  made.id = {id};
  made.name = "Name of " + id;
  made.summary = "Summary.";
  made.anchors = {"a", "b", "c", "d", "e"};
  made.indicators = {{{id + ".asks"}, Polarity::Supports, "Asks " + id + "."},
                     {{id + ".waits"}, Polarity::Contradicts, "Waits for " + id + "."}};
  made.questions = {{id + "-q1", QuestionKind::Past, Level::Junior, "Tell me about " + id + "."}};
  made.probes = {{"what-else", "one idea", "What else?"}, {"result", "no end", "How did it end?"}};
  return made;
}

Pack pack() {
  Pack made;
  made.id = "quay";
  made.version = "1.0.0";
  made.title = "Quay";
  made.language = "en";
  made.license = "MIT";
  made.rating_scale = {"1", "2", "3", "4", "5"};
  made.principles = {principle("tide"), principle("rope"), principle("crane")};
  return made;
}

// Without the two lines that name the packs.
Lines changes(const Pack& before, const Pack& after) {
  auto lines = render_lines(diff_packs(before, after));
  lines.erase(lines.begin(), lines.begin() + 2);
  return lines;
}

TEST(DiffPacks, OfAPackWithItselfIsEmpty) {
  auto next = pack();
  next.version = "1.0.1";
  const auto diff = diff_packs(pack(), next);
  EXPECT_TRUE(diff.empty());
  EXPECT_THAT(render_lines(diff), ElementsAre("- quay@1.0.0", "+ quay@1.0.1"));
}

TEST(DiffPacks, NamesAddedAndRemovedPrinciples) {
  auto next = pack();
  next.principles[1] = principle("signal");
  EXPECT_THAT(changes(pack(), next),
              ElementsAre("- principle rope (Name of rope): 2 indicators, 1 questions, 2 probes",
                          "+ principle signal (Name of signal): 2 indicators, 1 questions, 2 "
                          "probes"));
}

TEST(DiffPacks, KnowsARenamedPrincipleByItsIndicators) {
  auto next = pack();
  Principle& renamed = next.principles[1];
  renamed.id = {"line"};
  renamed.name = "Line";
  renamed.indicators[0].id = {"line.asks"};
  renamed.indicators[1] = {{"line.drops"}, Polarity::Contradicts, "Drops the line."};
  const auto diff = diff_packs(pack(), next);
  EXPECT_THAT(diff.added, IsEmpty());
  ASSERT_THAT(diff.changed, SizeIs(1));
  EXPECT_TRUE(diff.changed[0].renamed());
  EXPECT_THAT(changes(pack(), next),
              ElementsAre("~ principle rope -> line", "  ~ name", "    - Name of rope",
                          "    + Line", "  - indicator waits: (contradicts) Waits for rope.",
                          "  + indicator drops: (contradicts) Drops the line."));
}

TEST(DiffPacks, KnowsARenamedPrincipleByItsName) {
  auto next = pack();
  next.principles[0] = principle("ebb");
  next.principles[0].name = "Name of tide";
  ASSERT_THAT(diff_packs(pack(), next).changed, SizeIs(1));
  EXPECT_EQ(diff_packs(pack(), next).changed[0].before, PrincipleId{"tide"});
}

TEST(DiffPacks, ShowsRewordedTextsBeforeAndAfter) {
  auto next = pack();
  next.title = "Quays";
  next.rating_scale[2] = "three";
  next.principles[2].anchors[4] = "E";
  next.principles[2].indicators[0].text = "Asks first.";
  next.principles[2].indicators[1].polarity = Polarity::Supports;
  next.principles[2].questions[0].level = Level::Senior;
  EXPECT_THAT(
      changes(pack(), next),
      ElementsAre("~ title", "  - Quay", "  + Quays", "~ rating_scale: 3", "  - 3", "  + three",
                  "~ principle crane", "  ~ anchors: 5", "    - e", "    + E", "  ~ indicator asks",
                  "    - (supports) Asks crane.", "    + (supports) Asks first.",
                  "  ~ indicator waits", "    - (contradicts) Waits for crane.",
                  "    + (supports) Waits for crane.", "  ~ question crane-q1",
                  "    - (past, junior) Tell me about crane.",
                  "    + (past, senior) Tell me about crane."));
}

TEST(DiffPacks, FollowsAProbeByItsTextElseByWhenItIsAsked) {
  auto next = pack();
  auto& probes = next.principles[0].probes;
  probes = {{"result", "no end", "What came of it?"},
            {"what-else", "a single idea", "What else?"},
            {"with-less", "no limit", "What if half were there?"}};
  const auto diff = diff_packs(pack(), next);
  ASSERT_THAT(diff.changed, SizeIs(1));
  EXPECT_THAT(diff.changed[0].probes.changed, SizeIs(2));
  EXPECT_THAT(changes(pack(), next),
              ElementsAre("~ principle tide",
                          "  + probe with-less: (no limit) What if half were "
                          "there?",
                          "  ~ probe result", "    - (no end) How did it end?",
                          "    + (no end) What came of it?", "  ~ probe what-else",
                          "    - (one idea) What else?", "    + (a single idea) What else?"));
}

TEST(DiffPacks, SeesProbeKindsAndAnotherOrder) {
  auto before = pack();
  before.probe_kinds = {{"old", "Asks."}, {"kept", "Asks this."}};
  auto next = pack();
  next.probe_kinds = {{"kept", "Asks that."}};
  std::swap(next.principles[0], next.principles[2]);
  EXPECT_THAT(changes(before, next),
              ElementsAre("- probe kind old: Asks.", "~ probe kind kept", "  - Asks this.",
                          "  + Asks that.", "~ the order of the principles"));
}

TEST(DiffPacks, BackwardsSwapsAddedAndRemoved) {
  auto next = pack();
  next.principles.pop_back();
  next.principles[0].indicators.pop_back();
  const auto there = diff_packs(pack(), next);
  const auto back = diff_packs(next, pack());
  EXPECT_EQ(there.removed.size(), back.added.size());
  ASSERT_THAT(there.changed, SizeIs(1));
  ASSERT_THAT(back.changed, SizeIs(1));
  EXPECT_EQ(there.changed[0].indicators.removed.size(), back.changed[0].indicators.added.size());
}

}  // namespace
}  // namespace barometer
