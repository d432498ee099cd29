// The web page: the files that the program carries inside, with what a browser needs to keep them.
#pragma once

#include <string>
#include <string_view>

#include "api/message.hpp"

namespace barometer::api {

struct PageRequest {
  std::string_view path;
  std::string_view accept_encoding;
  std::string_view if_none_match;
};

// The file; for a path of the page's own routing its index; a plain page where it was not built.
Response page(const PageRequest& request);

// Strict: no script and no style but the page's own files, and nobody may frame it.
extern const std::string_view page_policy;
// What the browser may ask the person for on the page's behalf.
extern const std::string_view page_permissions;

}  // namespace barometer::api
