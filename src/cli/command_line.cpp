#include "cli/command_line.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <exception>

#include "cli/console.hpp"

namespace barometer::cli {
namespace {

constexpr const char* about =
    "Barometer reads behavioural interviews against leadership principles and shows the "
    "candidate's own words for and "
    "against each. Everything stays on this machine.";

std::string exit_codes() {
  std::string text = "EXIT CODES\n  0 done\n  1 done, with failures (several inputs)\n";
  for (const ErrorCodeRow& row : error_code_table)
    text += fmt::format("  {} {}\n", row.exit_code, row.name);
  return text + "\nStart with:  barometer read --help";
}

}  // namespace

int run(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is a failed write, not a death
  CLI::App app(about, "barometer");
  app.set_version_flag("--version", std::string("barometer ") + BAROMETER_VERSION);
  app.require_subcommand(1);
  app.footer(exit_codes());
  Action action;
  add_read_command(app, action);
  add_transcript_command(app, action);
  add_pack_command(app, action);
  add_practise_command(app, action);
  add_evaluate_command(app, action);
  add_serve_command(app, action);
  add_data_command(app, action);
  add_backup_commands(app, action);
  add_completion_command(app, action);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& success) {  // --help, --version
    return app.exit(success);
  } catch (const CLI::RequiredError& error) {
    if (argc < 2) {
      note(app.help());
    } else if (const std::string first = argv[1];
               app.get_subcommands().empty() && !first.starts_with('-')) {
      complain(fmt::format("\"{}\": no such command. See `barometer --help`.", first));
    } else {
      complain(std::string(error.what()) + ". See `barometer <command> --help`.");
    }
    return row_of(ErrorCode::InvalidInput).exit_code;
  } catch (const CLI::ParseError& error) {
    complain(std::string(error.what()) +
             "\nSee `barometer --help`, or `barometer <command> --help`.");
    return row_of(ErrorCode::InvalidInput).exit_code;
  }
  try {
    return action();
  } catch (const std::exception& failure) {  // the last net; anything foreseeable is a value
    complain(fmt::format(
        "stopped by an unexpected fault ({}). Please report it; the input need not be sent.",
        failure.what()));
    return row_of(ErrorCode::Internal).exit_code;
  }
}

}  // namespace barometer::cli
