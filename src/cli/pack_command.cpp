// barometer pack: list, show, check, new, diff.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command_line.hpp"
#include "cli/console.hpp"
#include "cli/tools.hpp"
#include "pack/describe.hpp"
#include "pack/new_pack.hpp"
#include "pack/pack.hpp"
#include "pack/pack_diff.hpp"

namespace barometer::cli {
namespace {

int printed(const std::string& text) {
  return print(text) ? 0 : row_of(ErrorCode::Unavailable).exit_code;
}

int list() {
  std::string text;
  for (const PackEntry& entry : list_packs()) {
    text += entry.problem.empty() ? fmt::format("{:<20} {:<8} {:>2} principles  {}\n", entry.id,
                                                entry.version, entry.principles, entry.title)
                                  : fmt::format("{:<20} cannot be used: {}\n",
                                                entry.folder.filename().string(), entry.problem);
  }
  return printed(text);
}

int show(const std::string& name) {
  const auto pack = open_pack(name);
  if (!pack) return fail(pack.error());
  return printed(describe(*pack));
}

int check(const std::vector<std::string>& names) {
  std::size_t count = 0;
  for (const std::string& name : names) {
    const auto folder = find_pack(name);
    if (!folder) return fail(folder.error());
    const auto faults = check_pack(*folder);
    for (const PackFault& fault : faults) note(to_string(fault));
    count += faults.size();
    if (faults.empty()) note(fmt::format("{}: no faults", folder->string()));
  }
  if (count == 0) return 0;
  note(fmt::format("{} fault{}", count, count == 1 ? "" : "s"));
  return row_of(ErrorCode::InvalidInput).exit_code;
}

int make(const std::string& id, const std::string& folder) {
  const auto files = new_pack(folder.empty() ? id : folder, id);
  if (!files) return fail(files.error());
  for (const auto& file : *files) note(fmt::format("wrote {}", file.string()));
  note(fmt::format(
      "Fill it in, then run `barometer pack check {}`: each fault names what is still missing.",
      folder.empty() ? id : folder));
  return 0;
}

int diff(const std::string& before, const std::string& after) {
  const auto first = open_pack(before);
  if (!first) return fail(first.error());
  const auto second = open_pack(after);
  if (!second) return fail(second.error());
  std::string text;
  for (const std::string& line : render_lines(diff_packs(*first, *second))) text += line + "\n";
  return printed(text);
}

}  // namespace

void add_pack_command(CLI::App& app, Action& action) {
  CLI::App* pack = app.add_subcommand(
      "pack", "Work with packs: principles, indicators, anchors, questions, probes");
  pack->require_subcommand(1);
  pack->footer(R"(EXAMPLES
  barometer pack list
  barometer pack show amazon-2021 | less
  barometer pack new our-rules && barometer pack check our-rules
  barometer pack diff amazon-2020 amazon-2021)");

  pack->add_subcommand("list", "List the packs that are built in and your own")
      ->callback([&action] { action = list; });

  auto shown = std::make_shared<std::string>();
  CLI::App* show_command = pack->add_subcommand("show", "Show a pack as Markdown");
  show_command->add_option("PACK", *shown, "An id, id@version or a folder")->required();
  show_command->callback([shown, &action] { action = [shown] { return show(*shown); }; });

  auto checked = std::make_shared<std::vector<std::string>>();
  CLI::App* check_command =
      pack->add_subcommand("check", "Name every fault of a pack with file, line and column");
  check_command->add_option("PACK", *checked, "Folders or ids")->required();
  check_command->callback([checked, &action] { action = [checked] { return check(*checked); }; });

  auto id = std::make_shared<std::string>();
  auto folder = std::make_shared<std::string>();
  CLI::App* new_command =
      pack->add_subcommand("new", "Start a pack: a skeleton with one complete example");
  new_command->add_option("ID", *id, "The pack's id: lower case, words joined by '-'")->required();
  new_command->add_option("FOLDER", *folder, "Where to write [a folder with the id's name]");
  new_command->callback(
      [id, folder, &action] { action = [id, folder] { return make(*id, *folder); }; });

  auto before = std::make_shared<std::string>();
  auto after = std::make_shared<std::string>();
  CLI::App* diff_command =
      pack->add_subcommand("diff", "Say what changed from one pack to another");
  diff_command->add_option("BEFORE", *before, "An id, id@version or a folder")->required();
  diff_command->add_option("AFTER", *after, "An id, id@version or a folder")->required();
  diff_command->callback(
      [before, after, &action] { action = [before, after] { return diff(*before, *after); }; });
}

}  // namespace barometer::cli
