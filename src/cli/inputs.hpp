// Inputs: what a person named on the command line (files, "-", folders, globs), as single files.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/result.hpp"

namespace barometer::cli {

struct Input {
  std::filesystem::path path;  // "-" is standard input
  std::string name;            // for people; the path as given, or below the folder that was named
};

// Files in the order named; those of a folder (searched downwards, hidden ones left out) and of a
// glob by name. NotFound for a name that is neither a file nor matches anything.
Result<std::vector<Input>> find_inputs(const std::vector<std::string>& named);

}  // namespace barometer::cli
