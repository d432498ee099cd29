// Columns: how wide text is on a terminal, and where its lines may break. Input is harmless text
// (plain_text.hpp) without colour codes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace barometer::report {

// Wide characters (CJK, emoji) count two, combining and invisible ones none.
std::size_t columns(std::string_view text);

// Lines of at most `width` columns, broken by Unicode rules; a word that is wider is cut between
// characters as people see them. A character wider than `width` has a line of its own. Never empty.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

// The text, or its beginning and " …" in at most `width` columns. Precondition: width > 2.
std::string shortened(std::string_view text, std::size_t width);

// Filled up with spaces on the right; never cut.
std::string padded(std::string_view text, std::size_t width);

}  // namespace barometer::report
