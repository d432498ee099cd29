#include "pack/pack_lookup.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "core/data_folder.hpp"
#include "core/file.hpp"
#include "pack/format.hpp"
#include "pack/shape.hpp"
#include "pack/yaml_tree.hpp"

namespace barometer {
namespace {

bool has_pack_file(const std::filesystem::path& folder) {
  std::error_code failure;
  return std::filesystem::is_regular_file(folder / "pack.yaml", failure);
}

// Identifiers compare by number where both are one, else as text; a number comes first.
int compare_identifiers(std::string_view a, std::string_view b) {
  const auto is_numeric = [](std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
  };
  if (is_numeric(a) != is_numeric(b)) return is_numeric(a) ? -1 : 1;
  // Valid numbers have no leading zeros: the longer one is the larger.
  if (is_numeric(a) && a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
  return a.compare(b);
}

// Takes the part before the next dot off `rest`.
std::string_view take_identifier(std::string_view& rest) {
  const auto dot = rest.find('.');
  const auto part = rest.substr(0, dot);
  rest.remove_prefix(dot == std::string_view::npos ? rest.size() : dot + 1);
  return part;
}

int compare_dotted(std::string_view a, std::string_view b) {
  while (!a.empty() && !b.empty()) {
    if (const auto order = compare_identifiers(take_identifier(a), take_identifier(b)); order != 0)
      return order;
  }
  return static_cast<int>(!a.empty()) - static_cast<int>(!b.empty());
}

struct IdAndVersion {
  std::string_view id;
  std::string_view version;  // empty: any
};

IdAndVersion split(std::string_view name) {
  const auto at = name.find('@');
  if (at == std::string_view::npos) return {name, {}};
  return {name.substr(0, at), name.substr(at + 1)};
}

Error no_such_pack(std::string_view name, const std::vector<PackEntry>& packs,
                   const std::vector<std::filesystem::path>& folders) {
  std::string known;
  for (const PackEntry& entry : packs) {
    if (entry.problem.empty()) known += fmt::format(" {}@{}", entry.id, entry.version);
  }
  std::string searched;
  for (const auto& folder : folders) searched += fmt::format(" {}", folder.string());
  return {ErrorCode::NotFound,
          fmt::format("{}: no such pack. Searched:{}. Found:{}. Give one of these, or the path of "
                      "a folder with a pack.yaml.",
                      in_quotes(name), searched.empty() ? " no folder" : searched,
                      known.empty() ? " none" : known)};
}

}  // namespace

std::vector<std::filesystem::path> pack_folders() { return data_folders("packs"); }

PackEntry read_pack_entry(const std::filesystem::path& folder) {
  PackEntry entry;
  entry.folder = folder;
  if (!has_pack_file(folder)) {
    entry.problem = fmt::format("{}: no pack.yaml here.", folder.string());
    return entry;
  }
  const auto file = folder / "pack.yaml";
  const auto bytes = read_file(file, max_pack_file_bytes);
  if (!bytes) {
    entry.problem = bytes.error().message;
    return entry;
  }
  const YamlDocument document = parse_yaml(*bytes);
  const auto report = [&](Place place, const std::string& message) {
    if (!entry.problem.empty()) return;
    entry.problem = fmt::format("{}:{}:{}: {}", file.string(), place.line, place.column, message);
  };
  for (const YamlFault& fault : document.faults) report(fault.place, fault.message);
  check_shape(document.root, pack_format(), report);
  entry.id = text_at(document.root, "id");
  entry.version = text_at(document.root, "version");
  entry.extends = text_at(document.root, "extends");
  entry.title = text_at(document.root, "title");
  entry.language = text_at(document.root, "language");
  entry.principles = items_at(document.root, "principles").size();
  return entry;
}

std::vector<PackEntry> list_packs(const std::vector<std::filesystem::path>& folders) {
  std::vector<PackEntry> packs;
  for (const auto& folder : folders) {
    std::vector<std::filesystem::path> found;
    std::error_code failure;
    std::filesystem::directory_iterator each(folder, failure);
    for (; !failure && each != std::filesystem::directory_iterator{}; each.increment(failure)) {
      if (has_pack_file(each->path())) found.push_back(each->path());
    }
    std::sort(found.begin(), found.end());
    for (const auto& one : found) packs.push_back(read_pack_entry(one));
  }
  return packs;
}

Result<std::filesystem::path> find_pack(std::string_view name,
                                        const std::vector<std::filesystem::path>& folders) {
  const std::filesystem::path as_path{std::string(name)};
  const bool is_path = name.find('/') != std::string_view::npos || name == "." || name == "..";
  std::vector<PackEntry> packs;
  if (!is_path) {
    packs = list_packs(folders);
    const auto [id, version] = split(name);
    const PackEntry* best = nullptr;
    for (const PackEntry& entry : packs) {
      if (!entry.problem.empty() || entry.id != id) continue;
      if (!version.empty() && entry.version != version) continue;
      if (best == nullptr || compare_versions(entry.version, best->version) > 0) best = &entry;
    }
    if (best != nullptr) return best->folder;
  }
  if (has_pack_file(as_path)) return as_path;
  // A pack that is there but broken: whoever reads the folder gets its faults.
  for (const PackEntry& entry : packs) {
    if (entry.folder.filename() == as_path) return entry.folder;
  }
  if (is_path) {
    return Error{
        ErrorCode::NotFound,
        fmt::format("{}: no pack.yaml here. Give the folder that holds it.", as_path.string())};
  }
  return no_such_pack(name, packs, folders);
}

int compare_versions(std::string_view a, std::string_view b) {
  const auto without_build = [](std::string_view version) {
    return version.substr(0, version.find('+'));
  };
  a = without_build(a);
  b = without_build(b);
  const auto hyphen_a = std::min(a.find('-'), a.size());
  const auto hyphen_b = std::min(b.find('-'), b.size());
  if (const auto order = compare_dotted(a.substr(0, hyphen_a), b.substr(0, hyphen_b)); order != 0)
    return order;
  const auto pre_a = a.substr(std::min(hyphen_a + 1, a.size()));
  const auto pre_b = b.substr(std::min(hyphen_b + 1, b.size()));
  // A version comes after its own pre-releases.
  if (pre_a.empty() || pre_b.empty()) {
    return static_cast<int>(pre_a.empty()) - static_cast<int>(pre_b.empty());
  }
  return compare_dotted(pre_a, pre_b);
}

}  // namespace barometer
