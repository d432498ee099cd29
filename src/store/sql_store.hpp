// What the two SQL stores share: a pool of connections, and transactions in the SQL that both
// speak.
#pragma once

#include <soci/soci.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "store/store.hpp"

namespace barometer::sql {

// Where SQLite and PostgreSQL differ.
struct Dialect {
  std::string begin_read;
  std::string begin_write;
  // What an exception of SOCI means, for people. Never with kept text.
  std::function<Error(const soci::soci_error&)> explain;
  // Opens `session` anew if its connection is lost.
  std::function<void(soci::session&)> revive;
  // After erase_all() was committed: overwrites what the file may still hold. May be empty.
  std::function<void(soci::session&)> scrub;
};

// Connections that are open, each used by one transaction at a time.
class Pool {
 public:
  Pool(std::size_t size, const std::function<void(soci::session&)>& open);
  soci::connection_pool& connections() { return connections_; }

 private:
  soci::connection_pool connections_;
};

// Unavailable when no connection comes free within ten seconds.
Result<std::unique_ptr<Transaction>> begin_transaction(Pool& pool, const Dialect& dialect,
                                                       const OwnerId& owner, Access access);

// Brings the tables up to this program's version, in one transaction for each step. Conflict when
// they are of a newer one.
Status migrate(soci::session& session, const Dialect& dialect);

// How many versions there are; the newest is the last.
std::size_t newest_version();

}  // namespace barometer::sql
