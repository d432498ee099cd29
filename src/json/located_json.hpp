// LocatedJson: JSON that others wrote, read strictly, where every value knows its bytes in the
// source.
//
// Strict but for two things that known writers do: raw control characters inside strings
// (whisper.cpp), and NaN or Infinity in place of a number (Python), which read as no number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/byte_span.hpp"
#include "core/result.hpp"

namespace Json {  // NOLINT(readability-identifier-naming): the name is jsoncpp's
class Value;
}

namespace barometer {

struct JsonLimits {
  std::size_t max_depth = 64;  // of nested objects and arrays
  std::size_t max_values = 4'000'000;
};

// A view of one value; of nothing (like null) where a key or an element is missing, so that a path
// can be walked without a check at every step. Lives as long as its LocatedJson and the source.
class JsonValue {
 public:
  JsonValue() = default;
  JsonValue(std::string_view source, std::size_t begin, const Json::Value* value)
      : source_(source), begin_(begin), value_(value) {}

  // False for null and for what is missing.
  explicit operator bool() const;
  bool is_object() const;
  bool is_array() const;
  bool is_string() const;
  bool is_number() const;

  // The member with that key: nothing when this is no object or has none.
  JsonValue operator[](std::string_view key) const;
  // Elements of an array; 0 for anything else.
  std::size_t size() const;
  // The element at `index`: nothing when this is no array or is shorter.
  JsonValue at(std::size_t index) const;

  // Where the value stands in the source, the quotes of a string included.
  ByteSpan span() const;
  // What stands between the quotes of a string; nothing for anything else.
  std::optional<ByteSpan> literal() const;
  // The text of a string, escapes undone; empty for anything else.
  std::string text() const;
  // True for a string that is not empty.
  bool has_text() const;
  // A string as it is, a number or boolean as it is written; empty for anything else.
  std::string label() const;

  // A number, or a string that holds one ("0.98").
  std::optional<double> number() const;
  // The same, times ten to the power of `places`, rounded to a whole number without float drift:
  // milliseconds from seconds with 3.
  std::optional<std::int64_t> scaled(int places) const;

 private:
  std::string numeral() const;

  std::string_view source_;
  std::size_t begin_ = 0;  // of the JSON in the source
  const Json::Value* value_ = nullptr;
};

// Elements of an array in order: `for (const JsonValue segment : JsonElements(root["segments"]))`.
class JsonElements {
 public:
  class Iterator {
   public:
    Iterator(JsonValue array, std::size_t index) : array_(array), index_(index) {}
    JsonValue operator*() const { return array_.at(index_); }
    Iterator& operator++() {
      ++index_;
      return *this;
    }
    bool operator==(const Iterator& other) const { return index_ == other.index_; }

   private:
    JsonValue array_;
    std::size_t index_ = 0;
  };

  explicit JsonElements(JsonValue array) : array_(array) {}
  Iterator begin() const { return {array_, 0}; }
  Iterator end() const { return {array_, array_.size()}; }

 private:
  JsonValue array_;
};

// A parsed text. The source is not copied and must outlive it.
class LocatedJson {
 public:
  LocatedJson(std::string_view source, std::size_t begin, std::unique_ptr<Json::Value> root);
  LocatedJson(LocatedJson&&) noexcept;
  LocatedJson& operator=(LocatedJson&&) noexcept;
  ~LocatedJson();

  JsonValue root() const { return {source_, begin_, root_.get()}; }

 private:
  std::string_view source_;
  std::size_t begin_ = 0;
  std::unique_ptr<Json::Value> root_;
};

// Parses source[begin, end of source), which must be valid UTF-8 and hold one object or array.
// `begin` is 3 after a byte-order mark. InvalidInput says what is wrong at which line and column,
// or which limit was passed, and never repeats a piece of the text.
Result<LocatedJson> parse_located_json(std::string_view source, std::size_t begin,
                                       const JsonLimits& limits = {});

// "line 3, column 17": lines and code points from 1.
std::string place_of(std::string_view source, std::size_t offset);

}  // namespace barometer
