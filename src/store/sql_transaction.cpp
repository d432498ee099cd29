#include "store/sql_transaction.hpp"

#include <fmt/format.h>

namespace barometer::sql {

using soci::into;
using soci::use;

Error missing(const char* what) {
  return {ErrorCode::NotFound, fmt::format("There is no such {}.", what)};
}

Error present(const char* what) {
  return {ErrorCode::Conflict, fmt::format("This {} is there already.", what)};
}

Result<std::unique_ptr<Transaction>> begin_transaction(Pool& pool, const Dialect& dialect,
                                                       const OwnerId& owner, Access access) {
  constexpr int patience_ms = 10'000;
  std::size_t position = 0;
  if (!pool.connections().try_lease(position, patience_ms)) {
    return Error{ErrorCode::Unavailable,
                 "The store is too busy: no connection came free within ten seconds. Try again."};
  }
  soci::session& session = pool.connections().at(position);
  try {
    dialect.revive(session);
    session << (access == Access::Write ? dialect.begin_write : dialect.begin_read);
    if (access == Access::Write) {
      // The row of the owner is the lock: writers of one owner wait for each other here.
      session
          << "INSERT INTO owner (id, last_sequence) VALUES (:id, 0) ON CONFLICT (id) DO NOTHING",
          use(owner.value);
      session << "UPDATE owner SET last_sequence = last_sequence WHERE id = :id", use(owner.value);
    }
  } catch (const soci::soci_error& failure) {
    const Error error = dialect.explain(failure);
    try {
      session << "ROLLBACK";
    } catch (const soci::soci_error&) {  // it had not begun
    }
    pool.connections().give_back(position);
    return error;
  }
  return std::make_unique<SqlTransaction>(pool, position, dialect, owner);
}

SqlTransaction::SqlTransaction(Pool& pool, std::size_t position, const Dialect& dialect,
                               const OwnerId& owner)
    : pool_(pool),
      position_(position),
      dialect_(dialect),
      session_(pool.connections().at(position)),
      owner_(owner.value) {}

SqlTransaction::~SqlTransaction() {
  if (!finished_) {
    try {
      session_ << "ROLLBACK";
    } catch (const std::exception&) {  // the connection is gone, and the transaction with it
    }
  }
  pool_.connections().give_back(position_);
}

Status SqlTransaction::commit() {
  if (finished_) return Error{ErrorCode::Internal, "This transaction is over."};
  if (broken_) {
    return Error{ErrorCode::Unavailable, "Nothing was kept, as a part of it failed. Try again."};
  }
  return guarded([&]() -> Status {
    session_ << "COMMIT";
    finished_ = true;
    if (erased_ && dialect_.scrub) dialect_.scrub(session_);
    return Done{};
  });
}

std::int64_t SqlTransaction::next_sequence() {
  session_ << "UPDATE owner SET last_sequence = last_sequence + 1 WHERE id = :owner", use(owner_);
  long long sequence = 0;
  session_ << "SELECT last_sequence FROM owner WHERE id = :owner", use(owner_), into(sequence);
  return sequence;
}

bool SqlTransaction::exists(const std::string& table, const std::string& id) {
  long long count = 0;
  session_ << "SELECT COUNT(*) FROM " << table << " WHERE owner = :owner AND id = :id", use(owner_),
      use(id), into(count);
  return count > 0;
}

Status SqlTransaction::delete_from(const std::string& table, const std::string& id,
                                   const char* what) {
  return guarded([&]() -> Status {
    if (!exists(table, id)) return missing(what);
    session_ << "DELETE FROM " << table << " WHERE owner = :owner AND id = :id", use(owner_),
        use(id);
    return Done{};
  });
}

std::int64_t SqlTransaction::next_number(const std::string& table, const std::string& column,
                                         const std::string& id) {
  long long number = 0;
  session_ << "SELECT COALESCE(MAX(number) + 1, 0) FROM " << table << " WHERE owner = :owner AND "
           << column << " = :id",
      use(owner_), use(id), into(number);
  return number;
}

Status SqlTransaction::set_setting(const Setting& setting) {
  return guarded([&]() -> Status {
    session_ << "DELETE FROM setting WHERE owner = :owner AND name = :name", use(owner_),
        use(setting.name);
    session_ << "INSERT INTO setting (owner, name, value) VALUES (:owner, :name, :value)",
        use(owner_), use(setting.name), use(setting.value);
    return Done{};
  });
}

Result<std::vector<Setting>> SqlTransaction::settings() {
  return guarded([&]() -> Result<std::vector<Setting>> {
    std::vector<Setting> all;
    Setting row;
    soci::statement rows =
        (session_.prepare << "SELECT name, value FROM setting WHERE owner = :owner ORDER BY name",
         use(owner_), into(row.name), into(row.value));
    rows.execute();
    while (rows.fetch()) all.push_back(row);
    return all;
  });
}

Result<std::optional<AnsweredRequest>> SqlTransaction::answered_request(std::string_view key) {
  return guarded([&]() -> Result<std::optional<AnsweredRequest>> {
    const std::string name(key);
    AnsweredRequest row;
    row.key = name;
    long long created_ms = 0;
    session_ << "SELECT fingerprint, created_ms, status, body, about FROM answered_request WHERE "
                "owner = "
                ":owner AND request_key = :key",
        use(owner_), use(name), into(row.fingerprint), into(created_ms), into(row.status),
        into(row.body), into(row.about);
    if (!session_.got_data()) return std::optional<AnsweredRequest>();
    row.created_ms = created_ms;
    return std::optional(std::move(row));
  });
}

Status SqlTransaction::remember_request(const AnsweredRequest& request) {
  return guarded([&]() -> Status {
    session_ << "DELETE FROM answered_request WHERE owner = :owner AND request_key = :key",
        use(owner_), use(request.key);
    const long long sequence = next_sequence();
    const long long created_ms = request.created_ms;
    session_
        << "INSERT INTO answered_request (owner, request_key, fingerprint, sequence, created_ms, "
           "status, body, about) VALUES (:owner, :key, :fingerprint, :sequence, :created_ms, "
           ":status, :body, :about)",
        use(owner_), use(request.key), use(request.fingerprint), use(sequence), use(created_ms),
        use(request.status), use(request.body), use(request.about);
    return Done{};
  });
}

Status SqlTransaction::forget_requests_before(std::int64_t created_ms) {
  return guarded([&]() -> Status {
    const long long before = created_ms;
    session_ << "DELETE FROM answered_request WHERE owner = :owner AND created_ms < :before",
        use(owner_), use(before);
    return Done{};
  });
}

Status SqlTransaction::forget_requests_about(std::string_view id) {
  return guarded([&]() -> Status {
    const std::string about(id);
    session_ << "DELETE FROM answered_request WHERE owner = :owner AND about = :about", use(owner_),
        use(about);
    return Done{};
  });
}

Status SqlTransaction::erase_all() {
  return guarded([&]() -> Status {
    session_ << "DELETE FROM owner WHERE id = :owner", use(owner_);  // the rest goes with it
    session_ << "INSERT INTO owner (id, last_sequence) VALUES (:id, 0)", use(owner_);
    erased_ = true;
    return Done{};
  });
}

}  // namespace barometer::sql
