// Error: what a person is told when an input, a file, a network or a database stops the work.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace barometer {

enum class ErrorCode : std::uint8_t {
  InvalidInput,
  NotFound,
  Conflict,
  Forbidden,
  Unavailable,
  Timeout,
  Cancelled,
  Internal,
};

// `message` says what failed, on which input and where, and what to try. It never holds candidate
// text or a secret.
struct Error {
  ErrorCode code = ErrorCode::Internal;
  std::string message;
};

// How a code leaves the program: the one table for both doors.
struct ErrorCodeRow {
  ErrorCode code;
  std::string_view name;
  int exit_code;    // of the command line; 0 is success, 1 is "done, with failures"
  int http_status;  // of the server
};

inline constexpr std::array<ErrorCodeRow, 8> error_code_table = {{
    {ErrorCode::InvalidInput, "invalid_input", 2, 422},
    {ErrorCode::NotFound, "not_found", 3, 404},
    {ErrorCode::Conflict, "conflict", 4, 409},
    {ErrorCode::Forbidden, "forbidden", 5, 403},
    {ErrorCode::Unavailable, "unavailable", 6, 503},
    {ErrorCode::Timeout, "timeout", 7, 504},
    {ErrorCode::Cancelled, "cancelled", 130, 499},
    {ErrorCode::Internal, "internal", 70, 500},
}};

const ErrorCodeRow& row_of(ErrorCode code);

}  // namespace barometer
