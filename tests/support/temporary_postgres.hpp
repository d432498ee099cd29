// A PostgreSQL of the test's own: a cluster in a temporary folder, on a socket in that folder, by
// Debian's package.
#pragma once

#include <memory>
#include <string>

namespace barometer::test {

class TemporaryPostgres {
 public:
  // Nothing where the programs of PostgreSQL are not installed. Throws when they are and do not
  // start.
  static std::unique_ptr<TemporaryPostgres> start();
  ~TemporaryPostgres();
  TemporaryPostgres(const TemporaryPostgres&) = delete;
  TemporaryPostgres& operator=(const TemporaryPostgres&) = delete;

  // Of a fresh, empty database.
  std::string new_database();
  void restart();

 private:
  TemporaryPostgres(std::string programs, std::string folder);
  void run(const std::string& command) const;

  std::string programs_;
  std::string folder_;
  int databases_ = 0;
};

}  // namespace barometer::test
