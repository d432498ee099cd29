// The escapes of JSON strings. Here and not in `json`, so that a transcript can prove its own text.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace barometer {

struct JsonEscape {
  std::size_t length = 0;   // bytes, 2 to 12
  char32_t code_point = 0;  // what it stands for
};

// The escape at the start of `text`; none where there is none, or a backslash that escapes nothing
// known. A surrogate pair is one escape. What cannot be text (half a pair, U+0000) becomes U+FFFD.
std::optional<JsonEscape> json_escape_at(std::string_view text);

// `text` with its escapes undone.
std::string without_json_escapes(std::string_view text);

}  // namespace barometer
