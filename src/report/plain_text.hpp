// Text of others, made harmless for display: it cannot move a cursor, open an escape sequence, or
// turn the reading direction of what stands around it. Only for showing; spans count in the text
// as it was.
#pragma once

#include <string>
#include <string_view>

namespace barometer::report {

// White space of every kind becomes a space. Control characters become their visible pictures
// (ESC: U+241B) or U+FFFD, as do overrides and isolates of the reading direction and code points
// that are no characters. Bytes that are not UTF-8 become '?'.
std::string harmless(std::string_view text);

}  // namespace barometer::report
