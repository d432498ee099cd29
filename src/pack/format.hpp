// The format of a pack as one table. The checker walks it and the JSON Schemas in packs/schema are
// compared with it by a test, so that the two cannot drift apart.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "pack/pattern.hpp"

namespace barometer {

inline constexpr int pack_schema_number = 1;
inline constexpr std::size_t max_pack_file_bytes = 1 << 20;
inline constexpr std::size_t max_probe_words = 25;
inline constexpr std::size_t min_indicators_per_polarity = 5;

struct Format;

// One key of a map.
struct Field {
  enum class Need : std::uint8_t { Required, Optional };
  enum class Shape : std::uint8_t {
    SchemaNumber,  // pack_schema_number
    Text,          // free words
    Word,          // a name: fits `pattern` or is one of `words`
    Points,        // a text for each of the keys 1 to 5
    WordList,      // a list of Word
    ObjectList,    // a list of maps that follow `of`
  };

  std::string_view key;
  Need need = Need::Required;
  Shape shape = Shape::Text;
  std::size_t min = 1;  // characters of a text, items of a list
  std::size_t max = 0;
  const Pattern* pattern = nullptr;
  std::vector<std::string_view> words = {};
  const Format* of = nullptr;
  // What it is, with an example: the advice in a fault and the description in the schema.
  std::string_view meaning;
};

struct Format {
  std::string_view name;  // "an indicator"
  std::vector<Field> fields;

  const Field* find(std::string_view key) const;
};

const Format& pack_format();       // of pack.yaml
const Format& principle_format();  // of principles/<id>.yaml
const Format& indicator_format();
const Format& question_format();
const Format& probe_format();
const Format& probe_kind_format();

// The point of a scale that a key stands for, 1 to 5.
std::optional<std::size_t> point_of(std::string_view key);

// Whether `text` has the size and the pattern of a Field of the shape Word with a pattern.
bool fits(std::string_view text, const Field& word);

}  // namespace barometer
