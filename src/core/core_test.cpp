#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <set>

#include "core/error.hpp"
#include "core/file.hpp"
#include "core/result.hpp"
#include "core/utf8.hpp"

namespace barometer {
namespace {

TEST(ErrorCodeTable, HasOneRowForEveryCode) {
  std::set<int> exits;
  for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
    EXPECT_EQ(row_of(static_cast<ErrorCode>(code)).code, static_cast<ErrorCode>(code));
    exits.insert(row_of(static_cast<ErrorCode>(code)).exit_code);
  }
  EXPECT_EQ(exits.size(), error_code_table.size()) << "two codes share an exit code";
}

TEST(Result, CarriesAValueOrAnError) {
  const Result<int> good(3);
  const Result<int> bad(invalid_input("line 4: no end time. Give one."));
  EXPECT_EQ(*good, 3);
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().code, ErrorCode::InvalidInput);
}

TEST(Utf8, NamesTheFirstBadByte) {
  EXPECT_EQ(utf8::first_invalid("d\xc3\xa9"
                                "cid\xc3\xa9"),
            std::nullopt);
  EXPECT_EQ(utf8::first_invalid("ab\xff"
                                "c"),
            2U);
  EXPECT_EQ(utf8::first_invalid("ab\xc3"), 2U);
  EXPECT_EQ(utf8::first_invalid("\xed\xa0\x80"), 0U) << "a surrogate is not a code point";
}

TEST(Utf8, MaskKeepsTheLength) {
  const std::string broken = "a\xf0\x9f\x98z\xffq";
  const auto masked = utf8::with_invalid_bytes_masked(broken);
  EXPECT_EQ(masked.size(), broken.size());
  EXPECT_EQ(utf8::first_invalid(masked), std::nullopt);
  EXPECT_EQ(masked.front(), 'a');
  EXPECT_EQ(masked.back(), 'q');
}

TEST(File, WritesThroughALinkAndKeepsIt) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "barometer_link";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  ASSERT_TRUE(write_file(folder / "target.txt", "before"));
  std::filesystem::create_symlink(folder / "target.txt", folder / "link.txt");
  ASSERT_TRUE(write_file(folder / "link.txt", "after"));
  EXPECT_TRUE(std::filesystem::is_symlink(folder / "link.txt"));
  EXPECT_EQ(*read_file(folder / "target.txt", 100), "after");
  EXPECT_FALSE(write_file(folder, "a folder is not written to"));
  std::filesystem::remove_all(folder);
}

TEST(File, RefusesWhatIsLargerThanTheLimit) {
  const auto path = std::filesystem::path(testing::TempDir()) / "barometer_limit.txt";
  ASSERT_TRUE(write_file(path, std::string(3 << 20, 'x')));
  const auto read = read_file(path, 1 << 20);
  ASSERT_FALSE(read);
  EXPECT_NE(read.error().message.find("1 MB"), std::string::npos);
  EXPECT_EQ(read_file(path, 4 << 20)->size(), std::size_t{3} << 20);
  std::filesystem::remove(path);
}

TEST(File, SaysWhichFileIsMissing) {
  const auto read = read_file("nowhere/at/all.vtt", 10);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::NotFound);
  EXPECT_NE(read.error().message.find("nowhere/at/all.vtt"), std::string::npos);
}

}  // namespace
}  // namespace barometer
