// Command line: decodes arguments, calls the services, encodes the answer. One file per command.
#pragma once

#include <functional>
#include <string>

#include "core/result.hpp"

namespace CLI {  // NOLINT(readability-identifier-naming): the name is of the library
class App;
}

namespace barometer::cli {

// Runs the program; gives the exit code (the table is in core/error.hpp, 1 is "done, with
// failures").
int run(int argc, char** argv);

// Each command adds itself to `app` and puts what it does into `action`, which gives the exit code.
using Action = std::function<int()>;
void add_read_command(CLI::App& app, Action& action);
void add_transcript_command(CLI::App& app, Action& action);
void add_pack_command(CLI::App& app, Action& action);
void add_practise_command(CLI::App& app, Action& action);
void add_evaluate_command(CLI::App& app, Action& action);
void add_serve_command(CLI::App& app, Action& action);
void add_data_command(CLI::App& app, Action& action);
void add_backup_commands(CLI::App& app, Action& action);
void add_completion_command(CLI::App& app, Action& action);

}  // namespace barometer::cli
