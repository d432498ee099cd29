// What the fuzz targets say when something does not hold.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/result.hpp"

namespace barometer::fuzz {

// Stops the program with a message unless `holds`.
inline void require(bool holds, std::string_view what) {
  if (holds) return;
  std::fprintf(stderr, "property broken: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

// For files that are read and written: `text` is refused as InvalidInput with a message, or what is
// read from it is the same when it was written and read again.
template <typename Read, typename Write>
void check_round_trip(std::string_view text, Read read, Write write) {
  const auto first = read(text);
  if (!first) {
    require(first.error().code == ErrorCode::InvalidInput, "another error");
    require(!first.error().message.empty(), "an error that says nothing");
    return;
  }
  const std::string written = write(*first);
  const auto again = read(written);
  require(static_cast<bool>(again), "what was written is not read");
  require(write(*again) == written, "what is read again is different");
}

}  // namespace barometer::fuzz
