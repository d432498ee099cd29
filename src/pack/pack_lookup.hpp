// Looking packs up: the folders that hold packs, and the packs in them by id and version.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"

namespace barometer {

// The built-in packs' folder and the user's, those that exist (see core/data_folder.hpp).
std::vector<std::filesystem::path> pack_folders();

// What the head of a pack says, without reading its principles.
struct PackEntry {
  std::filesystem::path folder;
  std::string id;
  std::string version;
  std::string extends;  // "<id>@<version>", or empty
  std::string title;
  std::string language;
  std::size_t principles = 0;
  std::string problem;  // why the head cannot be used; then the fields above may be empty
};

PackEntry read_pack_entry(const std::filesystem::path& folder);

// Every folder with a pack.yaml directly under one of `folders`: folder by folder, each by name.
std::vector<PackEntry> list_packs(
    const std::vector<std::filesystem::path>& folders = pack_folders());

// The folder of the pack that a person named: "<id>" (its highest version), "<id>@<version>" or a
// path. NotFound lists the packs there are.
Result<std::filesystem::path> find_pack(
    std::string_view name, const std::vector<std::filesystem::path>& folders = pack_folders());

// Precedence by Semantic Versioning 2.0.0: below, at or above zero. Precondition: both are valid.
int compare_versions(std::string_view a, std::string_view b);

}  // namespace barometer
