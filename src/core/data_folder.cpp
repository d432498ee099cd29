#include "core/data_folder.hpp"

#include <cstdlib>
#include <string>
#include <system_error>

namespace barometer {
namespace {

std::filesystem::path from_environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::filesystem::path{} : std::filesystem::path(value);
}

std::filesystem::path installed_data() {
  std::error_code failure;
  const auto executable = std::filesystem::read_symlink("/proc/self/exe", failure);
  if (failure) return {};
  return executable.parent_path().parent_path() / "share" / "barometer";
}

std::filesystem::path user_data() {
  // The XDG rule: a relative path is invalid and counts as not given.
  if (const auto data_home = from_environment("XDG_DATA_HOME"); data_home.is_absolute()) {
    return data_home / "barometer";
  }
  if (const auto home = from_environment("HOME"); home.is_absolute()) {
    return home / ".local" / "share" / "barometer";
  }
  return {};
}

bool is_folder(const std::filesystem::path& path) {
  std::error_code failure;
  return std::filesystem::is_directory(path, failure);
}

}  // namespace

DataPlaces data_places() {
  return {from_environment("BAROMETER_DATA_DIR"), installed_data(), BAROMETER_SOURCE_DATA,
          user_data()};
}

std::vector<std::filesystem::path> data_folders(std::string_view name, const DataPlaces& places) {
  std::vector<std::filesystem::path> found;
  for (const auto* place : {&places.chosen, &places.installed, &places.source}) {
    if (place->empty() || !is_folder(*place / name)) continue;
    found.push_back(*place / name);
    break;
  }
  if (!places.user.empty() && is_folder(places.user / name)) found.push_back(places.user / name);
  return found;
}

}  // namespace barometer
