// What can go wrong with a file: nothing is damaged, and the message says what to do.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "core/file.hpp"
#include "store/store.hpp"

namespace barometer {
namespace {

namespace fs = std::filesystem;

class SqliteStore : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "barometer-sqlite-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder = name;
    file = folder / "data" / "barometer.db";
  }
  void TearDown() override {
    std::error_code ignored;
    fs::remove_all(folder, ignored);
  }

  static Status add_story(Store& store, const std::string& id, std::size_t bytes = 10) {
    auto t = store.begin(local_owner, Access::Write);
    if (!t) return t.error();
    Story story;
    story.id = {id};
    story.title = id;
    story.notes = std::string(bytes, 'x');
    if (const auto added = (*t)->add_story(story); !added) return added.error();
    return (*t)->commit();
  }

  static std::size_t stories(Store& store) {
    auto t = store.begin(local_owner, Access::Read);
    return t ? (*t)->stories()->size() : 9999;
  }

  void statement(const std::string& text) const {
    soci::session session(soci::sqlite3, "db=\"" + file.string() + "\"");
    session << text;
  }

  fs::path folder;
  fs::path file;
};

TEST_F(SqliteStore, BelongsToItsUserAlone) {
  auto store = open_sqlite_store(file);
  ASSERT_TRUE(store) << store.error().message;
  ASSERT_TRUE(add_story(**store, "s1"));
  struct stat about {};
  for (const char* ending : {"", "-wal", "-shm"}) {
    ASSERT_EQ(::stat((file.string() + ending).c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777U, 0600U) << ending;
  }
  ASSERT_EQ(::stat(file.parent_path().c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777U, 0700U);
}

TEST_F(SqliteStore, IsThereWhenOpenedAgain) {
  ASSERT_TRUE(add_story(**open_sqlite_store(file), "s1"));
  const auto again = open_sqlite_store(file);
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(stories(**again), 1U);
}

TEST_F(SqliteStore, CopiesWhileOthersWorkOnIt) {
  auto store = open_sqlite_store(file);
  ASSERT_TRUE(add_story(**store, "s1"));
  auto open_writer = (*store)->begin(local_owner, Access::Write);
  const auto copied = (*store)->copy_to(folder / "copy.db");
  ASSERT_TRUE(copied) << copied.error().message;
  EXPECT_EQ(stories(**open_sqlite_store(folder / "copy.db")), 1U);
  struct stat about {};
  ASSERT_EQ(::stat((folder / "copy.db").c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777U, 0600U);
  EXPECT_EQ((*store)->copy_to(folder / "copy.db").error().code, ErrorCode::Conflict);
}

TEST_F(SqliteStore, LeavesNoTraceOfWhatWasErased) {
  auto store = open_sqlite_store(file);
  {
    auto t = (*store)->begin(local_owner, Access::Write);
    Story story;
    story.id = {"s1"};
    story.notes = "the violet submarine";
    ASSERT_TRUE((*t)->add_story(story));
    ASSERT_TRUE((*t)->commit());
  }
  {
    auto t = (*store)->begin(local_owner, Access::Write);
    ASSERT_TRUE((*t)->erase_all());
    const auto kept = (*t)->commit();
    ASSERT_TRUE(kept) << kept.error().message;
  }
  for (const char* ending : {"", "-wal"}) {
    std::ifstream in(file.string() + ending, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    EXPECT_EQ(bytes.find("violet submarine"), std::string::npos) << ending;
  }
}

TEST_F(SqliteStore, RefusesANewerVersionAndLeavesItAlone) {
  ASSERT_TRUE(add_story(**open_sqlite_store(file), "s1"));
  statement("INSERT INTO schema_version (version) VALUES (999)");
  const auto refused = open_sqlite_store(file);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::Conflict);
  EXPECT_NE(refused.error().message.find("newer Barometer"), std::string::npos);
  statement("DELETE FROM schema_version WHERE version = 999");
  EXPECT_EQ(stories(**open_sqlite_store(file)), 1U);
}

TEST_F(SqliteStore, RefusesTheFileOfAnotherProgram) {
  fs::create_directories(file.parent_path());
  statement("CREATE TABLE bookmark (url TEXT)");
  const auto refused = open_sqlite_store(file);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::Conflict);
  EXPECT_NE(refused.error().message.find("another program"), std::string::npos);
}

TEST_F(SqliteStore, RefusesAFileThatIsNoDatabaseAndLeavesItAlone) {
  fs::create_directories(file.parent_path());
  const std::string letter =
      "Dear reader, this is a letter and no database at all." + std::string(200, '.');
  ASSERT_TRUE(write_file(file, letter));
  const auto refused = open_sqlite_store(file);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::Conflict) << refused.error().message;
  EXPECT_EQ(*read_file(file, 10'000), letter);
}

TEST_F(SqliteStore, SaysThatADamagedFileIsDamaged) {
  {
    auto store = open_sqlite_store(file);
    for (int i = 0; i < 50; ++i) ASSERT_TRUE(add_story(**store, "s" + std::to_string(i), 4000));
  }
  {
    std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekp(4096);
    bytes << std::string(100'000, '\xA5');
  }
  const auto store = open_sqlite_store(file);
  if (!store) {
    EXPECT_EQ(store.error().code, ErrorCode::Unavailable) << store.error().message;
    EXPECT_NE(store.error().message.find("backup"), std::string::npos) << store.error().message;
    return;
  }
  const auto refused = add_story(**store, "new");
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find("backup"), std::string::npos) << refused.error().message;
}

TEST_F(SqliteStore, SaysThatAnotherProgramHoldsTheLock) {
  auto store = open_sqlite_store(file);
  soci::session other(soci::sqlite3, "db=\"" + file.string() + "\"");
  other << "BEGIN EXCLUSIVE";
  const auto refused = add_story(**store, "s1");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::Unavailable);
  EXPECT_NE(refused.error().message.find("locked"), std::string::npos) << refused.error().message;
  other << "ROLLBACK";
  EXPECT_TRUE(add_story(**store, "s1")) << "and goes on afterwards";
}

// As a user without privileges, since root may write everywhere.
template <typename Work>
int as_nobody(Work work) {
  const pid_t child = ::fork();
  if (child == 0) {
    if (::getuid() == 0 && ::setuid(65534) != 0) ::_exit(99);
    ::_exit(work());
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 100;
}

TEST_F(SqliteStore, SaysThatTheFolderIsReadOnly) {
  ASSERT_TRUE(add_story(**open_sqlite_store(file), "s1"));
  fs::permissions(folder, fs::perms(0755));
  fs::permissions(file.parent_path(), fs::perms(0555));
  EXPECT_EQ(as_nobody([&] {
              const auto refused = open_sqlite_store(file);
              if (refused) return 1;
              if (refused.error().code != ErrorCode::Forbidden) return 2;
              const auto fresh = open_sqlite_store(file.parent_path() / "deeper" / "new.db");
              return !fresh && fresh.error().code == ErrorCode::Forbidden ? 0 : 3;
            }),
            0);
  fs::permissions(file.parent_path(), fs::perms(0755));
  EXPECT_EQ(stories(**open_sqlite_store(file)), 1U);
}

TEST_F(SqliteStore, SaysThatTheDiskIsFullAndKeepsWhatWasThere) {
  ASSERT_TRUE(add_story(**open_sqlite_store(file), "s1"));
  // A limit on the size of files stands for a full disk: SQLite meets it at the same place.
  const pid_t child = ::fork();
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    const auto store = open_sqlite_store(file);
    if (!store) ::_exit(1);
    const rlimit limit{300'000, 300'000};
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) ::_exit(2);
    const auto refused = add_story(**store, "big", 2'000'000);
    if (refused) ::_exit(3);
    if (refused.error().code != ErrorCode::Unavailable) ::_exit(4);
    if (refused.error().message.find("Nothing was changed") == std::string::npos) ::_exit(5);
    ::_exit(add_story(**store, "small") ? 0 : 6);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
  EXPECT_EQ(stories(**open_sqlite_store(file)), 2U) << "the one before and the small one";
}

}  // namespace
}  // namespace barometer
