// Files: whole reads with a limit, whole writes that leave either the old file or the new one.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/result.hpp"

namespace barometer {

// Reads a file, or standard input for "-". NotFound, Forbidden, or InvalidInput when it holds more
// than `max_bytes`; nothing beyond the limit is read.
Result<std::string> read_file(const std::filesystem::path& path, std::size_t max_bytes);

// Writes beside `path` and renames, so that a reader never sees half a file. What is there but no
// plain file (a device, a pipe, a link) stays and is written to.
Status write_file(const std::filesystem::path& path, std::string_view bytes);

// The same, readable and writable by the user alone (mode 0600), and on the disk when it returns.
Status write_private_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace barometer
