#include "core/error.hpp"

#include <algorithm>

namespace barometer {

const ErrorCodeRow& row_of(ErrorCode code) {
  const auto found = std::find_if(error_code_table.begin(), error_code_table.end(),
                                  [code](const ErrorCodeRow& row) { return row.code == code; });
  return found == error_code_table.end() ? error_code_table.back() : *found;
}

}  // namespace barometer
