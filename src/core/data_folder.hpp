// Data folders: where packs/, models/ and docs/ lie, for a program that is installed, one that runs
// from its build tree, and for what a user adds.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

namespace barometer {

// An empty path is a place that does not apply.
struct DataPlaces {
  std::filesystem::path chosen;     // $BAROMETER_DATA_DIR
  std::filesystem::path installed;  // <folder of the executable>/../share/barometer
  std::filesystem::path source;     // the tree that this program was built from
  std::filesystem::path user;       // $XDG_DATA_HOME/barometer, else ~/.local/share/barometer
};

// Of this process. Reads the environment at each call.
DataPlaces data_places();

// The folders called `name` that exist, in the order in which to search them: the first of chosen,
// installed and source that has one, then the user's.
std::vector<std::filesystem::path> data_folders(std::string_view name,
                                                const DataPlaces& places = data_places());

}  // namespace barometer
