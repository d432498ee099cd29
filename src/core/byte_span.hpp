// ByteSpan: a half-open range of bytes. Code points, UTF-16 units and tokens have types of their
// own.
#pragma once

#include <compare>
#include <cstddef>
#include <string_view>

namespace barometer {

struct ByteSpan {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  auto operator<=>(const ByteSpan&) const = default;
};

// The bytes of `text` that `span` covers. Precondition: span.begin <= span.end <= text.size().
inline std::string_view slice(std::string_view text, ByteSpan span) {
  return text.substr(span.begin, span.end - span.begin);
}

}  // namespace barometer
