#include "pack/yaml_tree.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace barometer {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

TEST(YamlTree, KeepsOrderStyleAndPlaces) {
  const auto document = parse_yaml("name: Bäcker\nlist:\n  - 5\n  - {é: \"5\", b: >-\n      x }\n");
  ASSERT_THAT(document.faults, SizeIs(1)) << "a block text does not go inside braces";
  const auto good = parse_yaml("name: Bäcker\nlist:\n  - 5\n  - {é: \"5\", b: x}\n");
  ASSERT_THAT(good.faults, IsEmpty());
  EXPECT_EQ(text_at(good.root, "name"), "Bäcker");
  const auto& items = items_at(good.root, "list");
  ASSERT_THAT(items, SizeIs(2));
  EXPECT_EQ(items[0].place, (Place{3, 5}));
  EXPECT_TRUE(is_number(items[0]));
  EXPECT_FALSE(is_number(find_entry(items[1], "é")->value)) << "in quotes it is a text";
  EXPECT_EQ(place_at(items[1], "b"), (Place{4, 17})) << "columns count characters";
}

TEST(YamlTree, TellsTheKindsOfPlainScalars) {
  const auto document = parse_yaml("[1.0, -3, 0x1F, .inf, true, no, 1.0.0, text, ~]");
  std::vector<std::string_view> names;
  for (const YamlNode& item : document.root.items) names.push_back(name_of(item));
  EXPECT_THAT(names,
              testing::ElementsAre("a number", "a number", "a number", "a number", "true or false",
                                   "a text", "a text", "a text", "nothing"));
}

TEST(YamlTree, LooksUpWhatIsNotThere) {
  const YamlNode nothing;
  EXPECT_EQ(find_entry(nothing, "id"), nullptr);
  EXPECT_EQ(text_at(nothing, "id"), "");
  EXPECT_THAT(items_at(nothing, "id"), IsEmpty());
}

TEST(YamlTree, TakesNoAliasBomb) {
  std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n";
  for (char name = 'b'; name <= 'i'; ++name) {
    const char before = static_cast<char>(name - 1);
    bomb += std::string(1, name) + ": &" + name + " [" +
            repeated(std::string("*") + before + ", ", 9) + "]\n";
  }
  const auto document = parse_yaml(bomb);
  ASSERT_FALSE(document.faults.empty());
  EXPECT_THAT(document.faults[0].message, HasSubstr("anchors"));
  EXPECT_EQ(items_at(document.root, "i").size(), 9U) << "nothing was multiplied out";
}

struct Hostile {
  const char* name;
  std::string text;
  const char* fault;
};

class HostileYaml : public testing::TestWithParam<Hostile> {};

TEST_P(HostileYaml, EndsInAFault) {
  const auto document = parse_yaml(GetParam().text);
  ASSERT_FALSE(document.faults.empty());
  EXPECT_THAT(document.faults.back().message, HasSubstr(GetParam().fault));
}

constexpr std::size_t many = 100'000;
INSTANTIATE_TEST_SUITE_P(
    YamlTree, HostileYaml,
    testing::Values(Hostile{"brackets", repeated("[", many), "16 levels"},
                    Hostile{"braces", repeated("{a: ", many), "16 levels"},
                    Hostile{"dashes", repeated("- ", many), "16 levels"},
                    Hostile{"questions", repeated("? ", many), "16 levels"},
                    Hostile{"items", repeated("- x\n", many), "values"},
                    Hostile{"anchors", repeated("&a ", many), "multiple anchors"},
                    Hostile{"unknown_alias", "*a", "anchor is not defined"},
                    Hostile{"surrogate", "a: \"\\ud800\"", "invalid unicode"},
                    Hostile{"zero_byte", std::string("a: b\0c", 6), "control character"},
                    Hostile{"utf_16",
                            std::string("\xff\xfe"
                                        "a\0",
                                        4),
                            "not UTF-8"}),
    [](const auto& instance) { return std::string(instance.param.name); });

TEST(YamlTree, CountsTheKeysOfAMap) {
  std::string map;
  for (std::size_t i = 0; i < 2 * max_yaml_keys; ++i) map += "k" + std::to_string(i) + ": x\n";
  const auto document = parse_yaml(map);
  EXPECT_EQ(document.root.entries.size(), max_yaml_keys);
  ASSERT_THAT(document.faults, SizeIs(1)) << "said once";
  EXPECT_EQ(document.faults[0].place.line, max_yaml_keys + 1);
}

TEST(YamlTree, SkipsAByteOrderMark) {
  const auto document = parse_yaml("\xef\xbb\xbfid: x");
  EXPECT_THAT(document.faults, IsEmpty());
  EXPECT_EQ(place_at(document.root, "id"), (Place{1, 5}));
}

TEST(InQuotes, CutsAndMasks) {
  EXPECT_EQ(in_quotes("é\x1b[31m"), "\"é?[31m\"");
  EXPECT_EQ(in_quotes(repeated("é", 61)), "\"" + repeated("é", 60) + "...\"");
}

}  // namespace
}  // namespace barometer
