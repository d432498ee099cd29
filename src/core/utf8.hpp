// UTF-8: checking and walking. Everything inside Barometer is valid UTF-8; this is the border.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace barometer::utf8 {

// Byte offset of the first byte that is not valid UTF-8, if there is one.
std::optional<std::size_t> first_invalid(std::string_view bytes);

// The code point that starts at `offset`, and `offset` moved behind it. Precondition: valid UTF-8
// and offset < text.size().
char32_t next(std::string_view text, std::size_t& offset);

// True where a code point starts (or at the end of the text).
bool is_boundary(std::string_view text, std::size_t offset);

void append(std::string& text, char32_t code_point);

std::size_t count_code_points(std::string_view text);

// Every invalid byte becomes '?', so that offsets stay what they were.
std::string with_invalid_bytes_masked(std::string_view bytes);

}  // namespace barometer::utf8
