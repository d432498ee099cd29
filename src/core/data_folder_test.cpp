#include "core/data_folder.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <unistd.h>

#include <filesystem>
#include <string>

namespace barometer {
namespace {

using Paths = std::vector<std::filesystem::path>;

class DataFolders : public testing::Test {
 protected:
  void SetUp() override {
    root = std::filesystem::path(testing::TempDir()) /
           ("barometer_data_" + std::to_string(::getpid()));
    places = {root / "chosen", root / "installed", root / "source", root / "user"};
  }
  void TearDown() override { std::filesystem::remove_all(root); }

  void make(const char* folder) { std::filesystem::create_directories(root / folder); }

  std::filesystem::path root;
  DataPlaces places;
};

TEST_F(DataFolders, AreNoneWhereNothingExists) {
  EXPECT_EQ(data_folders("packs", places), Paths{});
}

TEST_F(DataFolders, AreTheFirstThatExistsThenTheUsers) {
  make("source/packs");
  make("user/packs");
  EXPECT_EQ(data_folders("packs", places), (Paths{root / "source/packs", root / "user/packs"}));
  make("installed/packs");
  EXPECT_EQ(data_folders("packs", places), (Paths{root / "installed/packs", root / "user/packs"}));
  make("chosen/packs");
  EXPECT_EQ(data_folders("packs", places), (Paths{root / "chosen/packs", root / "user/packs"}));
}

TEST_F(DataFolders, ChosenFolderWithPacksOnlyLeavesTheModelsWhereTheyAre) {
  make("chosen/packs");
  make("source/models");
  EXPECT_EQ(data_folders("models", places), Paths{root / "source/models"});
}

TEST_F(DataFolders, EmptyPlaceIsNotTheCurrentFolder) {
  make("packs");
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(root);
  EXPECT_EQ(data_folders("packs", DataPlaces{}), Paths{});
  std::filesystem::current_path(before);
}

TEST(DataPlaces, FollowTheEnvironment) {
  ::setenv("BAROMETER_DATA_DIR", "/srv/barometer", 1);
  ::setenv("XDG_DATA_HOME", "/home/dana/data", 1);
  EXPECT_EQ(data_places().chosen, "/srv/barometer");
  EXPECT_EQ(data_places().user, "/home/dana/data/barometer");
  ::setenv("XDG_DATA_HOME", "relative", 1);
  ::setenv("HOME", "/home/dana", 1);
  EXPECT_EQ(data_places().user, "/home/dana/.local/share/barometer");
  ::unsetenv("BAROMETER_DATA_DIR");
  ::unsetenv("XDG_DATA_HOME");
  EXPECT_TRUE(data_places().chosen.empty());
}

TEST(DataPlaces, KnowTheTreeOfTheBuild) {
  EXPECT_TRUE(std::filesystem::exists(data_places().source / "src" / "core" / "data_folder.hpp"));
}

}  // namespace
}  // namespace barometer
