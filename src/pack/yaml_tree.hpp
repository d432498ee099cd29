// YamlTree: one YAML document as plain nodes that know their place. The only door to yaml-cpp.
//
// Packs come from other people, so less than all of YAML is let in: no anchors and aliases (they
// blow up), no tags, one document, and the limits below.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace barometer {

inline constexpr std::size_t max_yaml_depth = 16;
inline constexpr std::size_t max_yaml_nodes = 10'000;
inline constexpr std::size_t max_yaml_keys = 100;  // of one map

// Both count from 1; a column counts characters.
struct Place {
  std::size_t line = 1;
  std::size_t column = 1;
  auto operator<=>(const Place&) const = default;
};

struct YamlEntry;

struct YamlNode {
  // Refused: a fault has been reported for this node, nothing more is to be said about it.
  enum class Kind : std::uint8_t { Null, Scalar, List, Map, Refused };
  enum class Style : std::uint8_t { Plain, Quoted };

  Kind kind = Kind::Null;
  Style style = Style::Plain;  // of a scalar; block scalars count as quoted
  Place place;
  std::string text;                // of a scalar
  std::vector<YamlNode> items;     // of a list
  std::vector<YamlEntry> entries;  // of a map, in order, each key once
};

struct YamlEntry {
  std::string key;
  Place place;  // of the key
  YamlNode value;
};

struct YamlFault {
  Place place;
  std::string message;
};

struct YamlDocument {
  YamlNode root;                  // Refused when the document could not be read to its end
  std::vector<YamlFault> faults;  // in the order in which they were met
};

// Any bytes are welcome. A syntax fault ends the reading, so there is at most one of those.
YamlDocument parse_yaml(std::string_view bytes);

// What a person would call the node: "a list", "a number", "nothing".
std::string_view name_of(const YamlNode& node);

// C0, DEL and C1: what a terminal may obey.
bool is_control(char32_t code_point);

// The text in quotes, fit for a message: cut where it is long, control characters masked.
std::string in_quotes(std::string_view text);

// True for a plain scalar that YAML reads as a number or as true or false, not as a text.
bool is_number(const YamlNode& node);
bool is_truth_value(const YamlNode& node);

// Look-ups that never fail: nullptr, an empty text or an empty list where `map` has no such thing.
const YamlEntry* find_entry(const YamlNode& map, std::string_view key);
std::string_view text_at(const YamlNode& map, std::string_view key);
const std::vector<YamlNode>& items_at(const YamlNode& map, std::string_view key);

// Where the value under `key` is, or the map itself.
Place place_at(const YamlNode& map, std::string_view key);

}  // namespace barometer
