#include "api/url.hpp"

#include <algorithm>
#include <charconv>

namespace barometer::api {
namespace {

// False for a percent sign that two hexadecimal digits do not follow, or a NUL.
bool decode(std::string_view text, bool form, std::string& decoded) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '%') {
      unsigned value = 0;
      const char* begin = text.data() + at + 1;
      if (at + 2 >= text.size()) return false;
      if (std::from_chars(begin, begin + 2, value, 16).ptr != begin + 2 || value == 0) return false;
      decoded += static_cast<char>(value);
      at += 2;
    } else {
      decoded += form && text[at] == '+' ? ' ' : text[at];
    }
  }
  return true;
}

}  // namespace

Target split_target(std::string_view target) {
  Target result;
  const auto mark = target.find('?');
  result.sound = target.starts_with('/') && decode(target.substr(0, mark), false, result.path);
  if (mark == std::string_view::npos) return result;
  std::string_view rest = target.substr(mark + 1);
  while (!rest.empty()) {
    const auto end = std::min(rest.find('&'), rest.size());
    const std::string_view pair = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (pair.empty()) continue;
    const auto equals = std::min(pair.find('='), pair.size());
    std::string name;
    std::string value;
    if (!decode(pair.substr(0, equals), true, name) ||
        !decode(pair.substr(std::min(equals + 1, pair.size())), true, value))
      result.sound = false;
    result.query[name] = value;
  }
  return result;
}

std::string media_type(std::string_view content_type) {
  std::string type(content_type.substr(0, content_type.find(';')));
  while (!type.empty() && type.back() == ' ') type.pop_back();
  std::transform(type.begin(), type.end(), type.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return type;
}

}  // namespace barometer::api
