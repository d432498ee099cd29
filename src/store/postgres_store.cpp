// The store in a PostgreSQL database.
#include <fmt/format.h>
#include <soci/postgresql/soci-postgresql.h>

#include <string_view>

#include "store/sql_store.hpp"

namespace barometer {
namespace {

constexpr std::size_t connections = 8;

// "postgresql://user:secret@host/db" without ":secret".
std::string without_password(const std::string& address) {
  const auto scheme = address.find("://");
  const auto at = address.find('@', scheme + 3);
  const auto colon = address.find(':', scheme + 3);
  if (scheme == std::string::npos || at == std::string::npos || colon > at) return address;
  return address.substr(0, colon) + address.substr(at);
}

// By the class of the SQLSTATE (PostgreSQL manual, appendix A).
Error explain(const soci::soci_error& failure, const std::string& name) {
  const auto says = [&name](ErrorCode code, std::string_view what) {
    return Error{code, fmt::format("{}: {}", name, what)};
  };
  const auto* known = dynamic_cast<const soci::postgresql_soci_error*>(&failure);
  const std::string state = known == nullptr ? "" : known->sqlstate();
  if (state.starts_with("53"))
    return says(
        ErrorCode::Unavailable,
        "the database has no room left (disk, memory or connections). Nothing was changed.");
  if (state == "25006" || state == "42501")
    return says(ErrorCode::Forbidden,
                "the database may not be written by this user. Nothing was changed.");
  if (state.starts_with("40") || state == "55P03")
    return says(ErrorCode::Unavailable,
                "the database is locked by another program. Nothing was changed. Try again.");
  if (state.starts_with("08") || state.starts_with("57P") || state.starts_with("28") ||
      state == "3D000" || failure.get_error_category() == soci::soci_error::connection_error ||
      state.empty() || state == "     ")
    return says(ErrorCode::Unavailable,
                "the database cannot be reached, or refuses this user. Check that it runs, and the "
                "address after --store.");
  return says(ErrorCode::Internal,
              fmt::format("the database refused a statement ({}). Nothing was changed.", state));
}

class PostgresStore : public Store {
 public:
  explicit PostgresStore(std::string address)
      : address_(std::move(address)), name_(without_password(address_)) {
    dialect_.begin_read = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
    dialect_.begin_write = "BEGIN";
    dialect_.explain = [name = name_](const soci::soci_error& failure) {
      return explain(failure, name);
    };
    dialect_.revive = [](soci::session& session) {
      if (!session.is_connected()) session.reconnect();
    };
  }

  Status open() {
    try {
      pool_ = std::make_unique<sql::Pool>(connections, [this](soci::session& session) {
        session.open(soci::postgresql, address_);
        session << "SET synchronous_commit = on";
        session << "SET client_min_messages = warning";
        session << "SET lock_timeout = '10s'";
      });
      soci::session& first = pool_->connections().at(0);
      // Two servers that start at once must not both make the tables.
      constexpr int lock = 0x4261726F;
      first << "SELECT pg_advisory_lock(" << lock << ")";
      const auto migrated = sql::migrate(first, dialect_);
      first << "SELECT pg_advisory_unlock(" << lock << ")";
      return migrated;
    } catch (const soci::soci_error& failure) {
      return explain(failure, name_);
    }
  }

  Result<std::unique_ptr<Transaction>> begin(const OwnerId& owner, Access access) override {
    return sql::begin_transaction(*pool_, dialect_, owner, access);
  }

  Result<StorePlace> place() override {
    try {
      soci::session session(pool_->connections());
      dialect_.revive(session);
      long long bytes = 0;
      session << "SELECT pg_database_size(current_database())", soci::into(bytes);
      return StorePlace{"postgresql", name_, bytes};
    } catch (const soci::soci_error& failure) {
      return explain(failure, name_);
    }
  }

  Status copy_to(const std::filesystem::path& /*file*/) override {
    return invalid_input("PostgreSQL has no file to copy.");
  }

 private:
  std::string address_;
  std::string name_;
  sql::Dialect dialect_;
  std::unique_ptr<sql::Pool> pool_;
};

}  // namespace

Result<std::unique_ptr<Store>> open_postgres_store(const std::string& address) {
  auto store = std::make_unique<PostgresStore>(address);
  if (const auto opened = store->open(); !opened) return opened.error();
  return store;
}

}  // namespace barometer
