// barometer transcript: show a transcript, or convert it; list the formats.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/command_line.hpp"
#include "cli/console.hpp"
#include "cli/tools.hpp"
#include "core/file.hpp"
#include "report/transcript_formats.hpp"
#include "service/roles.hpp"
#include "transcript/importer.hpp"

namespace barometer::cli {
namespace {

struct ShowRequest {
  std::string file;
  std::string input_format;
  std::string label_pattern;
  std::string output_format = "text";
  std::string output;
  std::vector<std::string> roles;
};

int show(const ShowRequest& request) {
  const auto labels = open_label_pattern(request.label_pattern);
  if (!labels) return fail(labels.error());
  auto transcript = open_transcript(request.file, request.input_format, *labels);
  if (!transcript) return fail(transcript.error());
  std::vector<RoleAssignment> roles;
  for (const std::string& text : request.roles) {
    auto role = parse_role(text);
    if (!role) return fail(role.error());
    roles.push_back(*std::move(role));
  }
  if (const auto assigned = assign_roles(*transcript, roles); !assigned)
    return fail(assigned.error());
  const TranscriptFormat format =
      transcript_format_from(request.output_format).value_or(TranscriptFormat::Text);
  if (format != TranscriptFormat::Json) {  // there they are part of the output
    for (const Warning& warning : transcript->warnings)
      note(fmt::format("warning: {} ({})", warning.message, warning.code));
  }
  const auto timeless = std::count_if(transcript->turns.begin(), transcript->turns.end(),
                                      [](const Turn& turn) { return !turn.start_ms; });
  if (format == TranscriptFormat::Vtt && timeless > 0) {
    note(fmt::format("warning: {} of {} turns have no time and are not in the WebVTT.", timeless,
                     transcript->turns.size()));
  }
  const std::string text = render(format, *transcript);
  if (request.output.empty()) return print(text) ? 0 : row_of(ErrorCode::Unavailable).exit_code;
  if (const auto written = write_file(request.output, text); !written) return fail(written.error());
  return 0;
}

int list_formats() {
  std::string text;
  for (const Importer& importer : importers())
    text += fmt::format("{:<18} {}\n", importer.id, importer.title);
  return print(text) ? 0 : row_of(ErrorCode::Unavailable).exit_code;
}

}  // namespace

void add_transcript_command(CLI::App& app, Action& action) {
  CLI::App* transcript = app.add_subcommand(
      "transcript", "Show or convert a transcript; list the formats that can be read");
  transcript->require_subcommand(1);
  auto request = std::make_shared<ShowRequest>();
  CLI::App* show_command = transcript->add_subcommand(
      "show", "Show what was said, by whom and when; detects the format by content");
  show_command->footer(R"(EXAMPLES
  barometer transcript show call.vtt
  barometer transcript show call.json --output-format vtt -o call.vtt
  barometer transcript show notes.txt --label-pattern '(\w+)> '        "Dana> Why?" is Dana's turn
  barometer transcript show call.docx --output-format json | jq '.warnings')");
  show_command->add_option("FILE", request->file, "A transcript, or - for standard input")
      ->required();
  show_command
      ->add_option("-f,--format,--output-format", request->output_format,
                   "text, json, vtt or markdown")
      ->check(CLI::IsMember({"text", "json", "vtt", "markdown"}))
      ->capture_default_str();
  show_command->add_option("--input-format", request->input_format, "A format by id [by content]");
  show_command->add_option(
      "--label-pattern", request->label_pattern,
      "How the lines of a text name their speakers: a regular expression whose group `speaker`, "
      "or first group, is the label [the usual forms, such as \"Name:\"]");
  show_command
      ->add_option("-r,--role", request->roles,
                   "Who is who: \"<label>=candidate\"; repeat for more")
      ->allow_extra_args(false);
  show_command->add_option("-o,--output", request->output, "File to write [standard output]");
  show_command->callback([request, &action] { action = [request] { return show(*request); }; });
  CLI::App* formats =
      transcript->add_subcommand("formats", "List the transcript formats, in order of detection");
  formats->callback([&action] { action = list_formats; });
}

}  // namespace barometer::cli
