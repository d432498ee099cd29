#include "reader/words.hpp"

#include <gtest/gtest.h>

#include "core/file.hpp"
#include "json/located_json.hpp"

namespace barometer {
namespace {

// The trainer hears the same: training/make_word_cases.py wrote the cases.
TEST(HeardWords, AreThoseOfTheTrainer) {
  const auto file = read_file(std::string(BAROMETER_SOURCE_DIR) + "/tests/cases/words/cases.jsonl",
                              std::size_t{1} << 20);
  ASSERT_TRUE(file) << file.error().message;
  std::size_t lines = 0;
  for (std::size_t begin = 0; begin < file->size();) {
    const auto end = std::min(file->find('\n', begin), file->size());
    const std::string line = file->substr(begin, end - begin);
    begin = end + 1;
    const auto json = parse_located_json(line, 0);
    ASSERT_TRUE(json) << json.error().message;
    const std::string text = json->root()["text"].text();
    const auto found = heard_words(text);
    const JsonValue expected = json->root()["words"];
    ASSERT_EQ(found.size(), expected.size()) << line;
    for (std::size_t i = 0; i < found.size(); ++i) {
      EXPECT_EQ(found[i].text, expected.at(i).at(0).text()) << line;
      EXPECT_EQ(static_cast<std::int64_t>(found[i].span.begin), expected.at(i).at(1).scaled(0))
          << line;
      EXPECT_EQ(static_cast<std::int64_t>(found[i].span.end), expected.at(i).at(2).scaled(0))
          << line;
    }
    ++lines;
  }
  EXPECT_GT(lines, 50U);
}

}  // namespace
}  // namespace barometer
