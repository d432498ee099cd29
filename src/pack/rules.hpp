// Rules: what the format table cannot say about a pack. Every function copes with trees whose shape
// is at fault and keeps silent about what check_shape() has reported.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pack/shape.hpp"
#include "pack/yaml_tree.hpp"

namespace barometer {

// Rules within one principle: polarities, kinds and levels, ids, anchors, probes. `probe_kinds` are
// those a probe may be of, or none where that is not known.
void check_principle(const YamlNode& principle,
                     const std::optional<std::vector<std::string_view>>& probe_kinds,
                     const Report& report);

// Two entries of `list` (under `key` of `map`) with the same `id`.
void check_unique_ids(const YamlNode& map, std::string_view key, const Report& report);

// Two points of the scale under `key` that say the same.
void check_scale(const YamlNode& map, std::string_view key, const Report& report);

// A text with the name by which a fault refers to it. Without a report it belongs to another pack
// and is only compared with.
struct ComparedText {
  std::string name;
  std::string_view text;
  Place place;
  const Report* report = nullptr;
};

// Reports every text that says the same or almost the same as one before it.
void check_distinct(const std::vector<ComparedText>& texts);

}  // namespace barometer
