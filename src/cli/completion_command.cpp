// barometer completion: scripts that let a shell complete commands, options and their values, made
// from the commands themselves.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/command_line.hpp"
#include "cli/console.hpp"

namespace barometer::cli {
namespace {

// What may stand at one place: fixed words, or the first column of what a command prints. Neither:
// a file, or something that only the user knows.
struct Values {
  std::string words;
  std::string printed_by;
};

struct OptionCompletion {
  std::string long_name;  // without "--"
  std::string short_name;
  std::string description;
  bool takes_value = false;
  Values values;
};

// One command with what may follow it. The program itself has the empty path.
struct Completion {
  std::string path;         // "read", "pack check"
  std::string subcommands;  // "list show check"
  std::vector<OptionCompletion> options;
  Values argument;
};

// CLI11 shows the allowed words in the type: TEXT:{bash,zsh,fish}.
Values values_of(const CLI::Option& option, const std::string& path) {
  const std::string& name = option.get_single_name();
  if (name == "pack" || name == "PACK" || name == "BEFORE" || name == "AFTER")
    return {"", "barometer pack list"};
  if (name == "input-format")
    return {path == "read" ? "exchanges" : "", "barometer transcript formats"};
  const std::string type = option.get_type_name();
  const auto begin = type.find('{');
  const auto end = type.find('}');
  if (begin == std::string::npos || end == std::string::npos) return {};
  std::string words = type.substr(begin + 1, end - begin - 1);
  std::replace(words.begin(), words.end(), ',', ' ');
  return {words, ""};
}

void collect(const CLI::App& app, const std::string& path, std::vector<Completion>& found) {
  Completion one;
  one.path = path;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    one.subcommands += (one.subcommands.empty() ? "" : " ") + command->get_name();
    collect(*command, path.empty() ? command->get_name() : path + " " + command->get_name(), found);
  }
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional()) one.argument = values_of(*option, path);
    for (const std::string& name : option->get_lnames()) {
      const bool first = name == option->get_lnames().front();
      one.options.push_back(
          {name, first && !option->get_snames().empty() ? option->get_snames().front() : "",
           option->get_description(), option->get_items_expected_max() > 0,
           values_of(*option, path)});
    }
  }
  found.push_back(std::move(one));
}

std::string shell_words(const Values& values) {
  if (values.printed_by.empty()) return values.words;
  return fmt::format("{}{}$({} 2>/dev/null | cut -d' ' -f1)", values.words,
                     values.words.empty() ? "" : " ", values.printed_by);
}

// The part that bash and zsh share: from the words so far, what may come next.
std::string shell_table(const std::vector<Completion>& completions) {
  std::string paths;
  std::string after_option;
  std::string after_command;
  for (const Completion& one : completions) {
    if (!one.path.empty()) {
      const auto space = one.path.find(' ');
      paths += fmt::format("{}\"{} {}\"", paths.empty() ? "" : "|",
                           space == std::string::npos ? "" : one.path.substr(0, space),
                           space == std::string::npos ? one.path : one.path.substr(space + 1));
    }
    std::string options;
    for (const OptionCompletion& option : one.options) {
      options += (options.empty() ? "--" : " --") + option.long_name;
      if (!option.takes_value) continue;
      after_option += fmt::format("    \"{} --{}\"", one.path, option.long_name);
      if (!option.short_name.empty())
        after_option += fmt::format("|\"{} -{}\"", one.path, option.short_name);
      after_option += fmt::format(") options=\"\" values=\"{}\" ;;\n", shell_words(option.values));
    }
    const std::string values =
        one.subcommands.empty() ? shell_words(one.argument) : one.subcommands;
    after_command +=
        fmt::format("    \"{}\") options=\"{}\" values=\"{}\" ;;\n", one.path, options, values);
  }
  return fmt::format(R"(    case "$command $word" in
      {}) command="${{command:+$command }}$word" ;;
    esac
  done
  case "$command" in
{}  esac
  case "$command $previous" in
{}  esac
)",
                     paths, after_command, after_option);
}

std::string bash_script(const std::vector<Completion>& completions) {
  return R"(# bash completion for barometer. Load with: source <(barometer completion bash)
_barometer() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
  local command="" options="" values="" word
  if [[ $previous == "=" ]]; then previous=${COMP_WORDS[COMP_CWORD-2]}; fi
  if [[ $current == "=" ]]; then current=""; fi
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
)" + shell_table(completions) +
         R"(  [[ $current == -* ]] && values=$options
  COMPREPLY=()
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$values" -- "$current")
}
# Files where nothing else fits.
complete -o default -F _barometer barometer
)";
}

std::string zsh_script(const std::vector<Completion>& completions) {
  return R"(#compdef barometer
# zsh completion for barometer. Load with: source <(barometer completion zsh)
_barometer() {
  local current=${words[CURRENT]} previous=${words[CURRENT-1]}
  local command="" options="" values="" word
  for word in "${(@)words[2,CURRENT-1]}"; do
)" + shell_table(completions) +
         R"(  [[ $current == -* ]] && values=$options
  if [[ -n $values ]]; then compadd -- ${=values} || _files; else _files; fi
}
if [[ ${funcstack[1]} == _barometer ]]; then _barometer "$@"; else compdef _barometer barometer; fi
)";
}

std::string fish_quoted(const std::string& text) {
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "'";
}

// True in fish when the words so far name this command and none below it.
std::string fish_condition(const Completion& one) {
  if (one.path.empty()) return "__fish_use_subcommand";
  std::string condition;
  std::size_t begin = 0;
  while (begin < one.path.size()) {
    const auto end = std::min(one.path.find(' ', begin), one.path.size());
    condition += fmt::format("{}__fish_seen_subcommand_from {}", begin == 0 ? "" : "; and ",
                             one.path.substr(begin, end - begin));
    begin = end + 1;
  }
  if (!one.subcommands.empty())
    condition += "; and not __fish_seen_subcommand_from " + one.subcommands;
  return condition;
}

std::string fish_words(const Values& values) {
  if (values.printed_by.empty()) return fish_quoted(values.words);
  return fmt::format("\"{}{}({} 2>/dev/null | cut -d' ' -f1)\"", values.words,
                     values.words.empty() ? "" : " ", values.printed_by);
}

bool any(const Values& values) { return !values.words.empty() || !values.printed_by.empty(); }

std::string fish_script(const std::vector<Completion>& completions) {
  std::string script =
      "# fish completion for barometer. Load with: barometer completion fish | source\n";
  for (const Completion& one : completions) {
    const std::string start = fmt::format("complete -c barometer -n '{}'", fish_condition(one));
    if (!one.subcommands.empty())
      script += fmt::format("{} -f -a '{}'\n", start, one.subcommands);
    else if (any(one.argument))
      script += fmt::format("{}{} -a {}\n", start, one.argument.printed_by.empty() ? " -f" : "",
                            fish_words(one.argument));
    for (const OptionCompletion& option : one.options) {
      script += fmt::format("{} -l {}", start, option.long_name);
      if (!option.short_name.empty()) script += " -s " + option.short_name;
      if (any(option.values))
        script += " -x -a " + fish_words(option.values);
      else if (option.takes_value)
        script += " -r";
      script += fmt::format(" -d {}\n", fish_quoted(option.description));
    }
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
