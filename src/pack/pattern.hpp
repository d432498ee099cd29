// Pattern: a regular expression in the dialect that JSON Schema shares.
#pragma once

#include <cstddef>
#include <memory>
#include <regex>
#include <string_view>

namespace barometer {

class Pattern {
 public:
  // Precondition: `source` is valid and outlives the pattern.
  explicit Pattern(const char* source);

  std::string_view source() const { return source_; }

  // Whether the whole text fits. Matching takes a stack frame for each byte, so that a text of more
  // than `max_size` bytes never does.
  bool fits(std::string_view text) const;

  static constexpr std::size_t max_size = 256;

 private:
  std::string_view source_;
  std::shared_ptr<const std::regex> compiled_;
};

}  // namespace barometer
