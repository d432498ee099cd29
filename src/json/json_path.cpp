#include "json/json_path.hpp"

#include <cstddef>
#include <span>

namespace barometer {
namespace {

using Path = std::span<const std::string_view>;

// Walks over the tokens of a JSON text. Every step says false at a fault or the end.
class Walker {
 public:
  explicit Walker(std::string_view text) : text_(text) {}

  bool find(Path path) {
    if (path.empty()) return true;
    if (path.front() == "[]") return find_in_array(path.subspan(1));
    return find_in_object(path);
  }

 private:
  char peek() {
    offset_ = text_.find_first_not_of(" \t\r\n", offset_);
    if (offset_ == std::string_view::npos) offset_ = text_.size();
    return offset_ < text_.size() ? text_[offset_] : '\0';
  }

  bool take(char byte) {
    if (peek() != byte) return false;
    ++offset_;
    return true;
  }

  // The bytes between the quotes; escapes are left as they are.
  bool take_string(std::string_view& literal) {
    if (!take('"')) return false;
    const auto begin = offset_;
    while (true) {
      offset_ = text_.find_first_of("\"\\", offset_);
      if (offset_ == std::string_view::npos) {
        offset_ = text_.size();
        return false;
      }
      if (text_[offset_] == '"') break;
      offset_ += 2;
    }
    literal = text_.substr(begin, offset_ - begin);
    ++offset_;
    return true;
  }

  bool skip_value() {
    std::size_t depth = 0;
    do {
      std::string_view ignored;
      switch (peek()) {
        case '"':
          if (!take_string(ignored)) return false;
          break;
        case '{':
        case '[':
          ++depth;
          ++offset_;
          break;
        case '}':
        case ']':
          if (depth == 0) return false;
          --depth;
          ++offset_;
          break;
        case ',':
        case ':':
          if (depth == 0) return false;
          ++offset_;
          break;
        case '\0':
          return false;
        default:
          offset_ = text_.find_first_of(",:]}[{\" \t\r\n", offset_ + 1);
          if (offset_ == std::string_view::npos) offset_ = text_.size();
      }
    } while (depth > 0);
    return true;
  }

  bool find_in_object(Path path) {
    if (peek() != '{') {
      skip_value();
      return false;
    }
    ++offset_;
    std::string_view key;
    while (take_string(key) && take(':')) {
      if (key == path.front()) {
        if (find(path.subspan(1))) return true;
      } else if (!skip_value()) {
        return false;
      }
      if (!take(',')) break;
    }
    take('}');
    return false;
  }

  bool find_in_array(Path rest) {
    if (peek() != '[') {
      skip_value();
      return false;
    }
    ++offset_;
    while (peek() != ']' && peek() != '\0') {
      if (find(rest)) return true;
      if (!take(',')) break;
    }
    take(']');
    return false;
  }

  std::string_view text_;
  std::size_t offset_ = 0;
};

}  // namespace

bool looks_like_json_object(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  auto offset = text.find_first_not_of(blanks);
  if (offset == std::string_view::npos || text[offset] != '{') return false;
  offset = text.find_first_not_of(blanks, offset + 1);
  return offset == std::string_view::npos || text[offset] == '"' || text[offset] == '}';
}

bool has_json_path(std::string_view json, std::initializer_list<std::string_view> path) {
  return Walker(json).find(Path(path.begin(), path.size()));
}

}  // namespace barometer
