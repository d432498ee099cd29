// The statements of migrations/*.sql, which the program carries inside.
#pragma once

#include <string_view>

namespace barometer::sql::migrations {

// Named as the file, with '_' for '.'.
extern const std::string_view m0001_initial_sql;

}  // namespace barometer::sql::migrations
