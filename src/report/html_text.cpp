#include "report/html_text.hpp"

#include "report/plain_text.hpp"

namespace barometer::report {

std::string html_text(std::string_view text) {
  std::string escaped;
  for (const char byte : harmless(text)) {
    switch (byte) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        escaped += byte;
    }
  }
  return escaped;
}

}  // namespace barometer::report
