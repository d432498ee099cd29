// HTML text: the only way in which text of others gets into the page.
#pragma once

#include <string>
#include <string_view>

namespace barometer::report {

// Harmless and escaped, for element content and for attribute values in double quotes.
std::string html_text(std::string_view text);

// Puts `value` for every "{{name}}" of `page`; values are not looked into again. A name that
// `lookup` does not know stays as it is.
template <typename Lookup>
std::string filled(std::string_view page, Lookup lookup) {
  std::string text;
  while (true) {
    const auto open = page.find("{{");
    const auto close = open == std::string_view::npos ? open : page.find("}}", open);
    if (close == std::string_view::npos) break;
    text += page.substr(0, open);
    const std::string_view name = page.substr(open + 2, close - open - 2);
    if (const auto value = lookup(name)) {
      text += *value;
    } else {
      text += page.substr(open, close + 2 - open);
    }
    page.remove_prefix(close + 2);
  }
  return text + std::string(page);
}

}  // namespace barometer::report
