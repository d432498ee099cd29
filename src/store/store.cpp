#include "store/store.hpp"

namespace barometer {

Result<std::unique_ptr<Store>> open_store(const std::string& address) {
  if (address.starts_with("postgresql://") || address.starts_with("postgres://"))
    return open_postgres_store(address);
  if (address == "memory:") return make_memory_store();
  return open_sqlite_store(address);
}

}  // namespace barometer
