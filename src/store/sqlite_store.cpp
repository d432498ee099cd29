// The store in one SQLite file.
#include <fcntl.h>
#include <fmt/format.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "store/sql_store.hpp"

namespace barometer {
namespace {

namespace fs = std::filesystem;

// "Baro": stands in the head of every file of ours.
constexpr int application_id = 0x4261726F;
constexpr std::size_t connections = 4;

// The primary result codes of SQLite (sqlite3.h), which SOCI's header brings in its own namespace.
Error explain(const soci::soci_error& failure, const std::string& file) {
  const auto* known = dynamic_cast<const soci::sqlite3_soci_error*>(&failure);
  const auto says = [&file](ErrorCode code, std::string_view what) {
    return Error{code, fmt::format("{}: {}", file, what)};
  };
  switch (known == nullptr ? -1 : known->result() & 0xFF) {
    case 3:   // SQLITE_PERM
    case 8:   // SQLITE_READONLY
    case 23:  // SQLITE_AUTH
      return says(ErrorCode::Forbidden,
                  "may not be written. Nothing was changed. Check the permissions of the file and "
                  "its folder, or choose another --data.");
    case 5:  // SQLITE_BUSY
    case 6:  // SQLITE_LOCKED
      return says(ErrorCode::Unavailable,
                  "is locked by another program. Nothing was changed. Close that program, or try "
                  "again.");
    case 10:  // SQLITE_IOERR
      return says(
          ErrorCode::Unavailable,
          "cannot be read or written (the disk reports an error, or a limit on file sizes). "
          "Nothing was changed. Check the disk.");
    case 11:  // SQLITE_CORRUPT
      return says(ErrorCode::Unavailable,
                  "is damaged. Nothing was changed. Put it aside and restore a backup.");
    case 13:  // SQLITE_FULL
      return says(ErrorCode::Unavailable,
                  "the disk is full. Nothing was changed. Free some space and try again.");
    case 14:  // SQLITE_CANTOPEN
      return says(ErrorCode::Forbidden,
                  "cannot be opened. Check the permissions of the file and its folder.");
    case 26:  // SQLITE_NOTADB
      return says(ErrorCode::Conflict,
                  "is no data of Barometer, or is damaged. Nothing was changed. Choose another "
                  "--data, or restore a backup.");
    default:
      return says(ErrorCode::Internal, "the store failed unexpectedly. Nothing was changed.");
  }
}

Status prepare_file(const fs::path& file) {
  std::error_code failure;
  const fs::path folder = file.parent_path();
  if (!folder.empty() && !fs::exists(folder, failure)) {
    if (!fs::create_directories(folder, failure) || failure) {
      return Error{ErrorCode::Forbidden,
                   fmt::format("{}: the folder cannot be made ({}). Choose another --data.",
                               folder.string(), failure.message())};
    }
    fs::permissions(folder, fs::perms::owner_all, failure);
  }
  // SQLite gives its other files the mode of this one.
  const int handle = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (handle < 0) {
    return Error{errno == ENOSPC ? ErrorCode::Unavailable : ErrorCode::Forbidden,
                 fmt::format("{}: cannot be opened for writing ({}). Check the permissions, or "
                             "choose another --data.",
                             file.string(), std::strerror(errno))};
  }
  ::close(handle);
  return Done{};
}

// A file of another program is left alone, and so is one that is no database.
Status check_owner(soci::session& session, const std::string& file) {
  int id = 0;
  session << "PRAGMA application_id", soci::into(id);
  if (id == application_id) return Done{};
  int tables = 0;
  session << "SELECT COUNT(*) FROM sqlite_master", soci::into(tables);
  if (id != 0 || tables != 0) {
    return Error{ErrorCode::Conflict,
                 fmt::format("{}: belongs to another program. Nothing was changed. Choose another "
                             "--data.",
                             file)};
  }
  session << "PRAGMA application_id = " << application_id;
  return Done{};
}

class SqliteStore : public Store {
 public:
  explicit SqliteStore(fs::path file) : file_(std::move(file)) {
    dialect_.begin_read = "BEGIN";
    dialect_.begin_write = "BEGIN IMMEDIATE";
    dialect_.explain = [name = file_.string()](const soci::soci_error& failure) {
      return explain(failure, name);
    };
    dialect_.revive = [](soci::session&) {};
    dialect_.scrub = [](soci::session& session) {
      session << "VACUUM";
      session << "PRAGMA wal_checkpoint(TRUNCATE)";
    };
  }

  Status open() {
    if (const auto ready = prepare_file(file_); !ready) return ready.error();
    try {
      pool_ = std::make_unique<sql::Pool>(connections, [this](soci::session& session) {
        session.open(soci::sqlite3, fmt::format("db=\"{}\" timeout=5", file_.string()));
        session << "PRAGMA busy_timeout = 5000";
      });
      soci::session& first = pool_->connections().at(0);
      if (const auto ours = check_owner(first, file_.string()); !ours) return ours.error();
      for (std::size_t i = 0; i < connections; ++i) {
        soci::session& session = pool_->connections().at(i);
        session << "PRAGMA journal_mode = WAL";
        session << "PRAGMA synchronous = FULL";
        session << "PRAGMA foreign_keys = ON";
        session << "PRAGMA secure_delete = ON";
      }
      return sql::migrate(first, dialect_);
    } catch (const soci::soci_error& failure) {
      return explain(failure, file_.string());
    }
  }

  Result<std::unique_ptr<Transaction>> begin(const OwnerId& owner, Access access) override {
    return sql::begin_transaction(*pool_, dialect_, owner, access);
  }

  Result<StorePlace> place() override {
    StorePlace place{"sqlite", file_.string(), 0};
    for (const char* ending : {"", "-wal", "-shm"}) {
      std::error_code failure;
      const auto size = fs::file_size(file_.string() + ending, failure);
      if (!failure) place.bytes += static_cast<std::int64_t>(size);
    }
    return place;
  }

  // VACUUM INTO reads one consistent state, as any reader does; writers go on.
  Status copy_to(const fs::path& target) override {
    std::error_code failure;
    if (fs::exists(target, failure)) {
      return Error{ErrorCode::Conflict,
                   fmt::format("{}: is there already. Choose another name.", target.string())};
    }
    if (const auto ready = prepare_file(target); !ready) return ready.error();
    try {
      soci::session session(soci::sqlite3, fmt::format("db=\"{}\" timeout=5", file_.string()));
      const std::string name = target.string();
      session << "VACUUM INTO :file", soci::use(name);
      return Done{};
    } catch (const soci::soci_error& fault) {
      fs::remove(target, failure);
      return explain(fault, target.string());
    }
  }

 private:
  fs::path file_;
  sql::Dialect dialect_;
  std::unique_ptr<sql::Pool> pool_;
};

}  // namespace

Result<std::unique_ptr<Store>> open_sqlite_store(const fs::path& file) {
  if (file.string().find('"') != std::string::npos)
    return invalid_input(fmt::format("{}: the path may not hold a quote (\").", file.string()));
  auto store = std::make_unique<SqliteStore>(file);
  if (const auto opened = store->open(); !opened) return opened.error();
  return store;
}

}  // namespace barometer
