#include "store/sql_store.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "store/migrations.hpp"

namespace barometer::sql {
namespace {

// Version n is what entry n - 1 makes of version n - 1. Forward only: an entry that was released
// never changes.
const std::array<std::string_view, 1> steps = {migrations::m0001_initial_sql};

bool has_versions(soci::session& session) {
  try {
    int count = 0;
    session << "SELECT COUNT(*) FROM schema_version", soci::into(count);
    return true;
  } catch (const soci::soci_error&) {
    return false;  // no such table
  }
}

// Statements end in ';' at the end of a line; "--" starts a comment line.
std::vector<std::string> statements_of(std::string_view script) {
  std::vector<std::string> statements;
  std::string statement;
  while (!script.empty()) {
    const auto end = script.find('\n');
    const std::string_view line = script.substr(0, end);
    script.remove_prefix(end == std::string_view::npos ? script.size() : end + 1);
    if (line.starts_with("--")) continue;
    statement += line;
    statement += '\n';
    if (line.ends_with(';')) {
      statement.resize(statement.size() - 2);
      statements.push_back(std::move(statement));
      statement.clear();
    }
  }
  return statements;
}

}  // namespace

Pool::Pool(std::size_t size, const std::function<void(soci::session&)>& open) : connections_(size) {
  for (std::size_t i = 0; i < size; ++i) open(connections_.at(i));
}

std::size_t newest_version() { return steps.size(); }

Status migrate(soci::session& session, const Dialect& dialect) {
  try {
    if (!has_versions(session)) {
      session << "CREATE TABLE IF NOT EXISTS schema_version (version BIGINT PRIMARY KEY)";
    }
    std::size_t version = 0;
    do {
      session << dialect.begin_write;
      try {
        long long found = 0;
        session << "SELECT COALESCE(MAX(version), 0) FROM schema_version", soci::into(found);
        version = static_cast<std::size_t>(found);
        if (version > steps.size()) {
          session << "ROLLBACK";
          return Error{
              ErrorCode::Conflict,
              fmt::format("The data is of version {}, made by a newer Barometer; this one knows up "
                          "to {}. Nothing was changed. Use the newer program, or another --data.",
                          version, steps.size())};
        }
        if (version < steps.size()) {
          for (const std::string& statement : statements_of(steps[version])) session << statement;
          ++version;
          const auto next = static_cast<std::int64_t>(version);
          session << "INSERT INTO schema_version (version) VALUES (:version)", soci::use(next);
        }
        session << "COMMIT";
      } catch (...) {
        session << "ROLLBACK";
        throw;
      }
    } while (version < steps.size());
    return Done{};
  } catch (const soci::soci_error& failure) {
    return dialect.explain(failure);
  }
}

}  // namespace barometer::sql
