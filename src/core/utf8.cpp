#include "core/utf8.hpp"

#include <unicode/utf8.h>

namespace barometer::utf8 {

std::optional<std::size_t> first_invalid(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int64_t>(bytes.size());
  std::int64_t offset = 0;
  while (offset < size) {
    const auto start = offset;
    UChar32 code_point = 0;
    U8_NEXT(data, offset, size, code_point);
    if (code_point < 0) return static_cast<std::size_t>(start);
  }
  return std::nullopt;
}

char32_t next(std::string_view text, std::size_t& offset) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(text.data());
  auto position = static_cast<std::int64_t>(offset);
  UChar32 code_point = 0;
  U8_NEXT_UNSAFE(data, position, code_point);
  offset = static_cast<std::size_t>(position);
  return static_cast<char32_t>(code_point);
}

bool is_boundary(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return offset == text.size();
  return !U8_IS_TRAIL(static_cast<std::uint8_t>(text[offset]));
}

void append(std::string& text, char32_t code_point) {
  char buffer[U8_MAX_LENGTH];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(buffer, length, static_cast<UChar32>(code_point));
  text.append(buffer, static_cast<std::size_t>(length));
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) count += U8_IS_TRAIL(static_cast<std::uint8_t>(byte)) ? 0U : 1U;
  return count;
}

std::string with_invalid_bytes_masked(std::string_view bytes) {
  std::string masked(bytes);
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int64_t>(bytes.size());
  std::int64_t offset = 0;
  while (offset < size) {
    const auto start = offset;
    UChar32 code_point = 0;
    U8_NEXT(data, offset, size, code_point);
    if (code_point < 0) {
      for (auto i = start; i < offset; ++i) masked[static_cast<std::size_t>(i)] = '?';
    }
  }
  return masked;
}

}  // namespace barometer::utf8
