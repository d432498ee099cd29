// barometer completion: scripts that let a shell complete commands and options, made from the
// commands themselves.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command_line.hpp"
#include "cli/console.hpp"

namespace barometer::cli {
namespace {

// One command with what may follow it: "read", "pack check".
struct Completion {
  std::string path;
  std::string words;
};

void collect(const CLI::App& app, const std::string& path, std::vector<Completion>& found) {
  std::string words;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    words += command->get_name() + " ";
    collect(*command, path.empty() ? command->get_name() : path + " " + command->get_name(), found);
  }
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) words += "--" + name + " ";
  }
  found.push_back({path, words});
}

std::string bash_script(const std::vector<Completion>& completions) {
  std::string cases;
  for (const Completion& one : completions)
    cases += fmt::format("    \"{}\") words=\"{}\" ;;\n", one.path, one.words);
  return fmt::format(
      R"(# bash completion for barometer. Load with: source <(barometer completion bash)
_barometer() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} path="" words="" i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "${{COMP_WORDS[i]}}" in
      -*) ;;
      read|transcript|pack|completion|show|formats|list|check|new|diff) path="${{path:+$path }}${{COMP_WORDS[i]}}" ;;
    esac
  done
  case "$path" in
{}  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [[ "$current" == -* ]] || COMPREPLY+=($(compgen -f -- "$current"))
}}
complete -o filenames -F _barometer barometer
)",
      cases);
}

std::string zsh_script(const std::vector<Completion>& completions) {
  return "#compdef barometer\n# zsh completion for barometer. Load with: source <(barometer "
         "completion zsh)\n"
         "autoload -U +X bashcompinit && bashcompinit\n" +
         bash_script(completions);
}

std::string fish_script(const std::vector<Completion>& completions) {
  std::string script =
      "# fish completion for barometer. Load with: barometer completion fish | source\n";
  for (const Completion& one : completions) {
    std::string condition = "__fish_use_subcommand";
    if (!one.path.empty()) {
      condition = "";
      std::size_t begin = 0;
      while (begin < one.path.size()) {
        const auto end = std::min(one.path.find(' ', begin), one.path.size());
        condition +=
            fmt::format("{}__fish_seen_subcommand_from {}", condition.empty() ? "" : "; and ",
                        one.path.substr(begin, end - begin));
        begin = end + 1;
      }
    }
    script += fmt::format("complete -c barometer -n '{}' -a '{}'\n", condition, one.words);
  }
  return script;
}

}  // namespace

void add_completion_command(CLI::App& app, Action& action) {
  auto shell = std::make_shared<std::string>();
  CLI::App* completion =
      app.add_subcommand("completion", "Print a completion script for bash, zsh or fish");
  completion->footer(
      "EXAMPLES\n  source <(barometer completion bash)\n  barometer completion fish | source");
  completion->add_option("SHELL", *shell, "bash, zsh or fish")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  completion->callback([shell, &app, &action] {
    action = [shell, &app] {
      std::vector<Completion> completions;
      collect(app, "", completions);
      const std::string script = *shell == "bash"  ? bash_script(completions)
                                 : *shell == "zsh" ? zsh_script(completions)
                                                   : fish_script(completions);
      return print(script) ? 0 : row_of(ErrorCode::Unavailable).exit_code;
    };
  });
}

}  // namespace barometer::cli
