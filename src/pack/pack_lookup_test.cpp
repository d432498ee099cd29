#include "pack/pack_lookup.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>

#include "core/file.hpp"

namespace barometer {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

class PackLookup : public testing::Test {
 protected:
  void SetUp() override {
    root = fs::path(testing::TempDir()) / ("barometer_lookup_" + std::to_string(::getpid()));
    fs::remove_all(root);
    add("builtin/quay", "quay", "1.9.0");
    add("builtin/bridge", "bridge", "1.0.0");
    fs::create_directories(root / "builtin" / "schema");
    add("user/quay-new", "quay", "1.10.0");
    add("user/quay-rc", "quay", "1.10.0-rc.1");
    folders = {root / "builtin", root / "user"};
  }
  void TearDown() override { fs::remove_all(root); }

  void add(const fs::path& folder, const std::string& id, const std::string& version) {
    fs::create_directories(root / folder);
    std::string head = "schema: 1\nid: " + id + "\nversion: " + version +
                       "\ntitle: Principles of the " + id +
                       "\nlanguage: en\nlicense: MIT\nsummary: Made up.\nrating_scale: {1: a, 2: "
                       "b, 3: c, 4: d, 5: e}\nprinciples: [one, two]\n";
    ASSERT_TRUE(write_file(root / folder / "pack.yaml", head));
  }

  std::string found(std::string_view name) {
    const auto folder = find_pack(name, folders);
    return folder ? folder->lexically_relative(root).string() : folder.error().message;
  }

  fs::path root;
  std::vector<fs::path> folders;
};

TEST_F(PackLookup, ListsFolderByFolder) {
  std::vector<std::string> packs;
  for (const PackEntry& entry : list_packs(folders)) {
    EXPECT_EQ(entry.problem, "");
    EXPECT_EQ(entry.principles, 2U);
    packs.push_back(entry.id + "@" + entry.version);
  }
  EXPECT_THAT(packs, ElementsAre("bridge@1.0.0", "quay@1.9.0", "quay@1.10.0", "quay@1.10.0-rc.1"));
  EXPECT_THAT(list_packs({root / "no-such-folder"}), testing::IsEmpty());
}

TEST_F(PackLookup, IdMeansTheHighestVersion) {
  EXPECT_EQ(found("bridge"), "builtin/bridge");
  EXPECT_EQ(found("quay"), "user/quay-new");
}

TEST_F(PackLookup, VersionIsExact) {
  EXPECT_EQ(found("quay@1.9.0"), "builtin/quay");
  EXPECT_EQ(found("quay@1.10.0-rc.1"), "user/quay-rc");
  EXPECT_THAT(found("quay@2.0.0"), HasSubstr("\"quay@2.0.0\": no such pack"));
}

TEST_F(PackLookup, EqualVersionsMeanTheBuiltInOne) {
  add("user/bridge-copy", "bridge", "1.0.0");
  EXPECT_EQ(found("bridge"), "builtin/bridge");
}

TEST_F(PackLookup, TakesAPath) {
  EXPECT_EQ(found((root / "user/quay-rc").string()), "user/quay-rc");
  EXPECT_THAT(found("./no/such"), HasSubstr("no pack.yaml here"));
  const auto before = fs::current_path();
  fs::current_path(root / "builtin/bridge");
  EXPECT_EQ(find_pack(".", folders).value(), ".");
  fs::current_path(before);
}

TEST_F(PackLookup, UnknownNameGetsTheListOfPacks) {
  const auto folder = find_pack("brdge", folders);
  ASSERT_FALSE(folder);
  EXPECT_EQ(folder.error().code, ErrorCode::NotFound);
  EXPECT_THAT(folder.error().message, HasSubstr("bridge@1.0.0 quay@1.9.0"));
  EXPECT_THAT(folder.error().message, HasSubstr((root / "user").string()));
}

TEST_F(PackLookup, BrokenPackIsListedWithItsProblemAndFoundByFolder) {
  ASSERT_TRUE(write_file(root / "user/quay-rc/pack.yaml", "id: [\n"));
  const auto packs = list_packs(folders);
  const auto broken = std::find_if(packs.begin(), packs.end(), [](const PackEntry& entry) {
    return entry.folder.filename() == "quay-rc";
  });
  ASSERT_NE(broken, packs.end());
  EXPECT_THAT(broken->problem, HasSubstr("quay-rc/pack.yaml:"));
  EXPECT_EQ(found("quay-rc"), "user/quay-rc");
}

TEST(CompareVersions, FollowsTheOrderOfTheSpecification) {
  // The example of Semantic Versioning 2.0.0, rule 11, between two releases.
  const std::vector<std::string> ascending = {
      "0.9.10",     "1.0.0-alpha",  "1.0.0-alpha.1", "1.0.0-alpha.beta",
      "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1",
      "1.0.0",      "1.0.1",        "1.1.0",         "1.10.0",
      "2.0.0"};
  for (std::size_t i = 0; i < ascending.size(); ++i) {
    for (std::size_t j = 0; j < ascending.size(); ++j) {
      const int order = compare_versions(ascending[i], ascending[j]);
      EXPECT_EQ(order < 0, i < j) << ascending[i] << " " << ascending[j];
      EXPECT_EQ(order > 0, i > j) << ascending[i] << " " << ascending[j];
    }
  }
  EXPECT_EQ(compare_versions("1.0.0+build.5", "1.0.0"), 0);
}

TEST(PackFolders, HoldTheShippedPacks) {
  const auto shipped = fs::path(BAROMETER_SOURCE_DIR) / "packs";
  EXPECT_THAT(pack_folders(), testing::Contains(shipped));
  EXPECT_EQ(find_pack("amazon-2021").value(), shipped / "amazon-2021");
}

}  // namespace
}  // namespace barometer
