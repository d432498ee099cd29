// Where the store of a command is: by its options, else in the user's data folder.
#pragma once

#include <string>

#include "core/result.hpp"

namespace CLI {  // NOLINT(readability-identifier-naming): the name is of the library
class App;
}

namespace barometer::cli {

// --data and --store; the strings outlive the command line.
void add_store_options(CLI::App& command, std::string& data, std::string& store);

// What open_store() takes. InvalidInput when both are given, or there is no home.
Result<std::string> store_address(const std::string& data, const std::string& store);

}  // namespace barometer::cli
