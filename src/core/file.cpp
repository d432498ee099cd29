#include "core/file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace barometer {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const {
    if (file != stdin) std::fclose(file);
  }
};

Error open_error(const std::filesystem::path& path, int reason) {
  const auto name = path.string();
  if (reason == ENOENT)
    return {ErrorCode::NotFound, fmt::format("{}: no such file. Check the path.", name)};
  if (reason == EACCES) {
    return {ErrorCode::Forbidden,
            fmt::format("{}: you may not read this file. Check its permissions.", name)};
  }
  return {ErrorCode::Unavailable,
          fmt::format("{}: cannot be opened ({}).", name, std::strerror(reason))};
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path, std::size_t max_bytes) {
  const bool standard_input = path == "-";
  std::error_code failure;
  if (!standard_input && std::filesystem::is_directory(path, failure)) {
    return invalid_input(fmt::format("{}: is a folder, a file was expected.", path.string()));
  }
  const std::unique_ptr<std::FILE, CloseFile> file(standard_input ? stdin
                                                                  : std::fopen(path.c_str(), "rb"));
  if (!file) return open_error(path, errno);

  std::string bytes;
  std::array<char, 1 << 16> buffer{};
  while (const auto count = std::fread(buffer.data(), 1, buffer.size(), file.get())) {
    if (bytes.size() + count > max_bytes) {
      return invalid_input(fmt::format(
          "{}: larger than the limit of {} MB. Split it or leave out what is not speech.",
          standard_input ? "standard input" : path.string(), max_bytes >> 20));
    }
    bytes.append(buffer.data(), count);
  }
  if (std::ferror(file.get()) != 0) {
    return Error{ErrorCode::Unavailable,
                 fmt::format("{}: reading stopped with an error.", path.string())};
  }
  return bytes;
}

namespace {

enum class Privacy { Usual, Private };

// Opens for writing; a private file is nobody else's from its first byte on.
std::FILE* open_for_writing(const std::filesystem::path& path, Privacy privacy) {
  if (privacy == Privacy::Usual) return std::fopen(path.c_str(), "wb");
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (descriptor < 0) return nullptr;
  std::FILE* file = ::fdopen(descriptor, "wb");
  if (file == nullptr) ::close(descriptor);
  return file;
}

Status write(const std::filesystem::path& path, std::string_view bytes, Privacy privacy) {
  std::error_code unknown;
  const auto kind = std::filesystem::symlink_status(path, unknown).type();
  const bool replaces =
      kind == std::filesystem::file_type::regular || kind == std::filesystem::file_type::not_found;
  auto beside =
      path;  // what is no plain file (a device, a pipe, a link) is written to, not replaced
  if (replaces) beside += fmt::format(".{}.part", ::getpid());
  {
    const std::unique_ptr<std::FILE, CloseFile> file(open_for_writing(beside, privacy));
    const bool written =
        file && std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size() &&
        std::fflush(file.get()) == 0 &&
        (privacy == Privacy::Usual || !replaces || ::fsync(::fileno(file.get())) == 0);
    if (!written) {
      const auto reason = errno;
      std::error_code ignored;
      if (replaces) std::filesystem::remove(beside, ignored);
      return Error{ErrorCode::Unavailable, fmt::format("{}: cannot be written ({}).", path.string(),
                                                       std::strerror(reason))};
    }
  }
  if (!replaces) return Done{};
  std::error_code failure;
  std::filesystem::rename(beside, path, failure);
  if (failure) {
    std::error_code ignored;
    std::filesystem::remove(beside, ignored);
    return Error{ErrorCode::Unavailable,
                 fmt::format("{}: cannot be written ({}).", path.string(), failure.message())};
  }
  return Done{};
}

}  // namespace

Status write_file(const std::filesystem::path& path, std::string_view bytes) {
  return write(path, bytes, Privacy::Usual);
}

Status write_private_file(const std::filesystem::path& path, std::string_view bytes) {
  return write(path, bytes, Privacy::Private);
}

}  // namespace barometer
