#include "pack/build.hpp"

#include <array>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "pack/format.hpp"

namespace barometer {
namespace {

// One line: folded and block texts keep line ends that only served the file.
std::string line_at(const YamlNode& map, std::string_view key) {
  constexpr std::string_view white_space = " \t\r\n";
  std::string line;
  bool gap = false;
  for (const char byte : text_at(map, key)) {
    if (white_space.find(byte) != std::string_view::npos) {
      gap = true;
      continue;
    }
    if (gap && !line.empty()) line += ' ';
    gap = false;
    line += byte;
  }
  return line;
}

template <typename Enum>
Enum word_at(const YamlNode& map, std::string_view key, std::initializer_list<Enum> values) {
  for (const Enum value : values) {
    if (to_string(value) == text_at(map, key)) return value;
  }
  return *values.begin();
}

std::array<std::string, 5> points_at(const YamlNode& map, std::string_view key) {
  std::array<std::string, 5> points;
  const YamlEntry* scale = find_entry(map, key);
  if (scale == nullptr) return points;
  for (const YamlEntry& entry : scale->value.entries) {
    const auto point = point_of(entry.key);
    if (point) points[*point - 1] = line_at(scale->value, entry.key);
  }
  return points;
}

Principle build_principle(const YamlNode& root) {
  Principle principle;
  principle.id = {line_at(root, "id")};
  principle.name = line_at(root, "name");
  principle.summary = line_at(root, "summary");
  principle.anchors = points_at(root, "anchors");
  for (const YamlNode& one : items_at(root, "indicators")) {
    principle.indicators.push_back(
        {{principle.id.value + "." + line_at(one, "id")},
         word_at(one, "polarity", {Polarity::Supports, Polarity::Contradicts}),
         line_at(one, "text")});
  }
  for (const YamlNode& one : items_at(root, "questions")) {
    principle.questions.push_back(
        {line_at(one, "id"),
         word_at(one, "kind",
                 {QuestionKind::Past, QuestionKind::Hypothetical, QuestionKind::Direct}),
         word_at(one, "level", {Level::Junior, Level::Senior, Level::Manager}),
         line_at(one, "text")});
  }
  for (const YamlNode& one : items_at(root, "probes")) {
    principle.probes.push_back({line_at(one, "kind"), line_at(one, "when"), line_at(one, "text")});
  }
  return principle;
}

}  // namespace

Pack build_pack(const YamlNode& root,
                const std::map<std::string, YamlNode, std::less<>>& principles, const Pack* base) {
  Pack pack;
  pack.id = line_at(root, "id");
  pack.version = line_at(root, "version");
  pack.title = line_at(root, "title");
  pack.summary = line_at(root, "summary");
  pack.language = line_at(root, "language");
  pack.license = line_at(root, "license");
  pack.rating_scale = points_at(root, "rating_scale");
  if (base != nullptr) pack.probe_kinds = base->probe_kinds;
  for (const YamlNode& kind : items_at(root, "probe_kinds")) {
    pack.probe_kinds.push_back({line_at(kind, "id"), line_at(kind, "meaning")});
  }
  for (const YamlNode& entry : items_at(root, "principles")) {
    const auto own = principles.find(entry.text);
    if (own != principles.end()) {
      pack.principles.push_back(build_principle(own->second));
    } else if (base != nullptr) {
      if (const auto* inherited = base->find(PrincipleId{entry.text})) {
        pack.principles.push_back(*inherited);
      }
    }
  }
  return pack;
}

}  // namespace barometer
