#include "cli/store_place.hpp"

#include <CLI/CLI.hpp>

#include "core/data_folder.hpp"

namespace barometer::cli {

void add_store_options(CLI::App& command, std::string& data, std::string& store) {
  command.add_option("--data", data,
                     "Folder that keeps everything [$XDG_DATA_HOME/barometer, else "
                     "~/.local/share/barometer]");
  command.add_option(
      "--store", store,
      "Database instead of a folder: postgresql://user@/database?host=/run/postgresql");
}

Result<std::string> store_address(const std::string& data, const std::string& store) {
  if (!data.empty() && !store.empty())
    return invalid_input("Give --data or --store, not both: there is one store.");
  if (!store.empty()) {
    if (store.starts_with("postgresql://") || store.starts_with("postgres://") ||
        store == "memory:")
      return store;
    return invalid_input("--store: an address starts with postgresql://. For a folder use --data.");
  }
  const std::filesystem::path folder =
      data.empty() ? data_places().user : std::filesystem::path(data);
  if (folder.empty())
    return invalid_input("There is no home folder. Say where to keep the data with --data DIR.");
  return (folder / "barometer.db").string();
}

}  // namespace barometer::cli
