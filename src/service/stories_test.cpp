#include "service/stories.hpp"

#include <gtest/gtest.h>

#include <random>

namespace barometer {
namespace {

StoryWithTellings a_story(const std::string& title) {
  StoryWithTellings entry;
  entry.story.title = title;
  entry.story.situation = "The bell of ward 3 failed.\n\n# Not a heading\n\\ nor this";
  entry.story.action = "I counted the calls: 41.";
  entry.story.principles = {{"dive-deep"}, {"ownership"}};
  entry.tellings = {"first\n## telling", "second"};
  return entry;
}

void expect_same(const StoryWithTellings& a, const StoryWithTellings& b) {
  EXPECT_EQ(a.story.title, b.story.title);
  EXPECT_EQ(a.story.situation, b.story.situation);
  EXPECT_EQ(a.story.task, b.story.task);
  EXPECT_EQ(a.story.action, b.story.action);
  EXPECT_EQ(a.story.result, b.story.result);
  EXPECT_EQ(a.story.notes, b.story.notes);
  EXPECT_EQ(a.story.principles, b.story.principles);
  EXPECT_EQ(a.tellings, b.tellings);
}

TEST(StoriesMarkdown, ComesBackAsItWas) {
  const std::vector<StoryWithTellings> bank = {a_story("The bell"), a_story("Two")};
  const auto read = stories_from_markdown(stories_markdown(bank));
  ASSERT_TRUE(read) << read.error().message;
  ASSERT_EQ(read->size(), 2U);
  for (std::size_t i = 0; i < 2; ++i) expect_same((*read)[i], bank[i]);
}

TEST(StoriesMarkdown, ComesBackWhateverTheTextsAre) {
  std::mt19937 random(7);
  const std::string letters = "#\\ \n-:ab,\xC3\xA9";
  const auto text = [&](bool one_line) {
    std::string made = "x";
    const auto length = random() % 40;
    for (std::size_t i = 0; i < length; ++i) {
      const std::size_t at = random() % 10;
      if (at == 9) {
        made += "\xC3\xA9";
      } else if (!one_line || letters[at] != '\n') {
        made += letters[at];
      }
    }
    return made + "x";
  };
  for (int round = 0; round < 300; ++round) {
    StoryWithTellings entry;
    entry.story.title = text(true);
    entry.story.situation = text(false);
    entry.story.result = text(false);
    entry.tellings = {text(false), text(false)};
    const auto read = stories_from_markdown(stories_markdown({entry}));
    ASSERT_TRUE(read) << read.error().message;
    ASSERT_EQ(read->size(), 1U);
    expect_same(read->front(), entry);
  }
}

TEST(StoriesMarkdown, NamesTheLineThatItCannotRead) {
  const auto says = [](std::string_view text) {
    const auto read = stories_from_markdown(text);
    return read ? std::string() : read.error().message;
  };
  EXPECT_NE(says("# Stories\n\n### Situation\n").find("Line 3"), std::string::npos);
  EXPECT_NE(says("## One\n\nloose words\n").find("Line 3"), std::string::npos);
  EXPECT_NE(says("## One\n### Colour\n").find("Line 2"), std::string::npos);
  EXPECT_NE(says("## One\n### Task\na\n### Task\nb\n").find("Line 4"), std::string::npos);
  EXPECT_EQ(says("## One\n### Colour\nsecret words\n").find("secret"), std::string::npos);
  EXPECT_EQ(says("## One\r\n\r\n### Task\r\nwords\r\n"), "") << "line ends of Windows";
}

TEST(Tellings, SaysWhichFiguresCameAndWent) {
  const auto first = compare_tellings(std::nullopt, "There were 41 calls, 1,200 a month.");
  EXPECT_EQ(first.numbers, (std::vector<std::string>{"41", "1,200"}));
  EXPECT_EQ(first.kept, std::nullopt);
  EXPECT_EQ(first.words, 7);
  const auto second = compare_tellings("There were 41 calls, 20% at night.",
                                       "There were 41 calls in March, 3.5 an hour.");
  EXPECT_EQ(second.numbers, (std::vector<std::string>{"3.5"}));
  EXPECT_EQ(second.gone, (std::vector<std::string>{"20%"}));
  ASSERT_TRUE(second.kept);
  EXPECT_DOUBLE_EQ(*second.kept, 0.75) << "there, were, calls of there, were, calls, night";
  EXPECT_EQ(compare_tellings("a", "b").kept, std::nullopt) << "nothing to compare";
}

Pack a_pack() {
  Pack pack;
  pack.id = "p";
  for (const char* id : {"a", "b", "c", "d"}) {
    Principle principle;
    principle.id = {id};
    principle.name = std::string("Principle <") + id + ">";
    pack.principles.push_back(principle);
  }
  return pack;
}

TEST(StoryMatrix, ShowsGapsAndOverUse) {
  Story wide;
  wide.id = {"s1"};
  wide.principles = {{"a"}, {"b"}, {"c"}, {"other"}};
  Story narrow;
  narrow.id = {"s2"};
  narrow.principles = {{"a"}};
  const std::vector<Strength> strengths = {{{"s1"}, "p", {"a"}, PrincipleVerdict::Strong, 3, 0},
                                           {{"s1"}, "p", {"b"}, PrincipleVerdict::Weak, 0, 2},
                                           {{"s2"}, "p", {"d"}, PrincipleVerdict::Mixed, 1, 1}};
  const auto matrix = story_matrix(a_pack(), {wide, narrow}, strengths);
  ASSERT_EQ(matrix.principles.size(), 4U);
  EXPECT_EQ(matrix.principles[0].stories, 2);
  EXPECT_EQ(matrix.principles[0].gap, "");
  EXPECT_NE(matrix.principles[1].gap.find("does not show"), std::string::npos);
  EXPECT_NE(matrix.principles[3].gap.find("No story"), std::string::npos);
  EXPECT_TRUE(matrix.stories[0].over_used);
  EXPECT_FALSE(matrix.stories[1].over_used);
  ASSERT_EQ(matrix.stories[1].cells.size(), 2U) << "what it is meant for, and what it speaks to";
  EXPECT_FALSE(matrix.stories[1].cells[1].meant);
}

TEST(StorySheet, EscapesEverything) {
  Story story;
  story.title = "<script>alert(1)</script>";
  story.situation = "\"><img src=x>";
  story.principles = {{"a"}};
  const auto page = story_sheet_html(a_pack(), story_matrix(a_pack(), {story}, {}));
  EXPECT_EQ(page.find("<script>"), std::string::npos);
  EXPECT_EQ(page.find("<img"), std::string::npos);
  EXPECT_NE(page.find("Principle &lt;a&gt;"), std::string::npos);
  EXPECT_NE(page.find("Without a story: Principle &lt;b&gt;"), std::string::npos);
}

// As a flexible part of a page without a height, the stories shrink to nothing, and the footer is
// drawn over them.
TEST(StorySheet, StacksItsPartsInAWindow) {
  const auto page = story_sheet_html(a_pack(), story_matrix(a_pack(), {Story{}}, {}));
  const auto screen = page.find("@media screen { body { display: block; ");
  ASSERT_NE(screen, std::string::npos);
  EXPECT_LT(page.find("display: flex"), screen) << "the later rule holds";
  EXPECT_EQ(page.find("display: flex", screen), std::string::npos);
}

// Many stories say less each, and those that do not fit are counted: nothing goes missing in
// silence.
TEST(StorySheet, SaysWhatDoesNotFit) {
  Story story;
  story.title = "The pump";
  story.situation = "It stood still.";
  story.action = "I took it apart.";
  const auto sheet = [&](std::size_t count) {
    return story_sheet_html(a_pack(), story_matrix(a_pack(), std::vector(count, story), {}));
  };
  EXPECT_NE(sheet(6).find("It stood still."), std::string::npos);
  EXPECT_EQ(sheet(20).find("It stood still."), std::string::npos);
  EXPECT_NE(sheet(20).find("I took it apart."), std::string::npos);
  EXPECT_EQ(sheet(44).find("do not fit"), std::string::npos);
  EXPECT_NE(sheet(50).find("6 more stories do not fit on one page."), std::string::npos);
}

// Gives every exchange one reading, for the principle it was told, else for the first of the pack.
class EchoReader : public Reader {
 public:
  std::string version() const override { return "echo"; }
  Result<std::vector<ExchangeReading>> read(std::span<const Exchange> exchanges,
                                            const ReadOptions&) const override {
    std::vector<ExchangeReading> readings;
    for (const Exchange& exchange : exchanges) {
      PrincipleReading found;
      found.principle = exchange.principle.value_or(PrincipleId{"a"});
      found.verdict = exchange.principle ? Verdict::Strong : Verdict::Mixed;
      readings.emplace_back().readings.push_back(found);
    }
    return readings;
  }
};

TEST(Strengths, AreReadForWhatTheStoryIsMeantFor) {
  Story story;
  story.id = {"s1"};
  story.action = "I took it apart.";
  story.principles = {{"b"}, {"of another pack"}};
  const auto strengths = strengths_of(story, a_pack(), EchoReader{});
  ASSERT_TRUE(strengths);
  ASSERT_EQ(strengths->size(), 4U);
  EXPECT_EQ((*strengths)[0].verdict, PrincipleVerdict::Mixed) << "as it stands";
  EXPECT_EQ((*strengths)[1].verdict, PrincipleVerdict::Strong) << "told what it is for";
  EXPECT_EQ((*strengths)[2].verdict, PrincipleVerdict::Insufficient);
}

}  // namespace
}  // namespace barometer
