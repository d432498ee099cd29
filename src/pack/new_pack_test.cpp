#include "pack/new_pack.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "core/file.hpp"
#include "pack/pack.hpp"

namespace barometer {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

class NewPack : public testing::Test {
 protected:
  void SetUp() override {
    root = fs::path(testing::TempDir()) / ("barometer_new_" + std::to_string(::getpid()));
    fs::remove_all(root);
  }
  void TearDown() override { fs::remove_all(root); }

  fs::path root;
};

TEST_F(NewPack, FaultsAreWhatTheAuthorFillsIn) {
  const auto written = new_pack(root / "mine", "our-mill");
  ASSERT_TRUE(written) << written.error().message;
  EXPECT_EQ(written->size(), 3U);
  std::vector<std::string> faults;
  for (const PackFault& fault : check_pack(root / "mine", {})) {
    // "file: first sentence"
    faults.push_back(fault.file.filename().string() + ": " +
                     fault.message.substr(0, fault.message.find(". ")));
  }
  EXPECT_THAT(
      faults,
      ElementsAre(
          "pack.yaml: \"title\" is empty", "pack.yaml: \"license\" is empty",
          "pack.yaml: \"summary\" is empty", "pack.yaml: \"rating_scale: 1\" is empty",
          "pack.yaml: \"rating_scale: 2\" is empty", "pack.yaml: \"rating_scale: 3\" is empty",
          "pack.yaml: \"rating_scale: 4\" is empty", "pack.yaml: \"rating_scale: 5\" is empty",
          "your-next-principle.yaml: \"name\" is empty",
          "your-next-principle.yaml: \"summary\" is empty",
          "your-next-principle.yaml: \"indicators\" has 0 of at least 12",
          "your-next-principle.yaml: \"anchors: 1\" is empty",
          "your-next-principle.yaml: \"anchors: 2\" is empty",
          "your-next-principle.yaml: \"anchors: 3\" is empty",
          "your-next-principle.yaml: \"anchors: 4\" is empty",
          "your-next-principle.yaml: \"anchors: 5\" is empty",
          "your-next-principle.yaml: \"questions\" has 0 of at least 9",
          "your-next-principle.yaml: \"probes\" has 0 of at least 5"));
}

TEST_F(NewPack, FilledInItLoads) {
  const auto folder = root / "mine";
  ASSERT_TRUE(new_pack(folder, "our-mill"));
  auto text = *read_file(folder / "pack.yaml", 1 << 20);
  const auto put = [&](const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
  };
  put("title:", "title: Our mill");
  put("license:", "license: LicenseRef-Internal");
  put("summary:", "summary: What we ask of one another.");
  for (const std::string point : {"1", "2", "3", "4", "5"}) {
    put("\n  " + point + ":",
        "\n  " + point + ": level " + std::string(static_cast<std::size_t>(point[0] - '0'), 'x'));
  }
  put("\n  - your-next-principle", "\n  #");
  ASSERT_TRUE(write_file(folder / "pack.yaml", text));
  fs::remove(folder / "principles" / (std::string(blank_principle) + ".yaml"));
  const auto pack = load_pack(folder, {});
  ASSERT_TRUE(pack) << pack.error().message;
  EXPECT_EQ(pack->id, "our-mill");
  EXPECT_EQ(pack->principles[0].id.value, example_principle);
}

TEST_F(NewPack, OverwritesNothing) {
  ASSERT_TRUE(new_pack(root / "mine", "our-mill"));
  const auto again = new_pack(root / "mine", "our-mill");
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, ErrorCode::Conflict);
  EXPECT_EQ(new_pack(root / "mine" / "pack.yaml", "our-mill").error().code, ErrorCode::Conflict);
}

TEST_F(NewPack, TakesAnEmptyFolder) {
  fs::create_directories(root / "empty");
  EXPECT_TRUE(new_pack(root / "empty", "our-mill"));
}

TEST_F(NewPack, RefusesAnIdThatIsNone) {
  for (const std::string_view id : {"Our Mill", "", "../x", "a_b", "-a", "a--b"}) {
    const auto refused = new_pack(root / "mine", id);
    ASSERT_FALSE(refused) << id;
    EXPECT_EQ(refused.error().code, ErrorCode::InvalidInput);
    EXPECT_THAT(refused.error().message, HasSubstr("lower-case words with hyphens"));
  }
  EXPECT_FALSE(fs::exists(root / "mine"));
}

}  // namespace
}  // namespace barometer
