// What the program carries inside for the server: the document, and the web page where it was
// built.
#pragma once

#include <span>
#include <string_view>

namespace barometer::api::embedded {

extern const std::string_view openapi_yaml;

// One file of the web page.
struct WebFile {
  std::string_view path;  // "/assets/index-1a2b.js"
  std::string_view content_type;
  std::string_view etag;  // with its quotes
  std::string_view bytes;
  std::string_view gzipped;
};

// Empty where the page was not built.
std::span<const WebFile> web_files();

}  // namespace barometer::api::embedded
