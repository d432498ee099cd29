// A look at JSON without parsing it: enough to tell one exporter's files from another's.
#pragma once

#include <initializer_list>
#include <string_view>

namespace barometer {

// True for "{" followed by a key, the end of the object or the end of the text; "{Name} hello" is
// not JSON.
bool looks_like_json_object(std::string_view text);

// True when `json` has a value at `path`, null included. A path is keys from the root; "[]" stands
// for any element of an array: {"segments", "[]", "speaker"}. Stops at the first match or the first
// fault, so that a file which is cut off later is still recognised. Linear time, no memory.
bool has_json_path(std::string_view json, std::initializer_list<std::string_view> path);

}  // namespace barometer
