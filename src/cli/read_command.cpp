// barometer read: from transcripts to reports.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <memory>

#include "cli/command_line.hpp"
#include "cli/console.hpp"
#include "cli/inputs.hpp"
#include "cli/read_options.hpp"
#include "cli/tools.hpp"
#include "core/file.hpp"
#include "report/report.hpp"
#include "service/read_interview.hpp"
#include "service/roles.hpp"

namespace barometer::cli {
namespace {

constexpr const char* examples = R"(EXAMPLES
  barometer read interview.vtt                       who is the candidate? asks, then shows the report
  barometer read call.docx --role "Dana Osei=candidate"
  barometer read call.vtt --format html -o report.html
  barometer read notes.txt --label-pattern '(\w+)> ' --role Dana=candidate
  barometer read interviews/ --format jsonl -o readings/     a folder; go on later with --resume
  barometer read --input-format exchanges --output-format json lines.jsonl
  cat call.srt | barometer read - --role A=candidate --format markdown

Quotes are bytes of the file, from the candidate only. A principle that was not asked about is "not assessed",
never a low number. The report is evidence for a discussion between people, not a decision.)";

// On a terminal: numbers, so that nobody has to type a name.
Status ask_for_candidate(Transcript& transcript) {
  note("Who is the candidate?");
  for (std::size_t i = 0; i < transcript.speakers.size(); ++i) {
    const auto said = std::find_if(transcript.turns.begin(), transcript.turns.end(),
                                   [&](const Turn& turn) { return turn.speaker == i; });
    const std::string& name = transcript.speakers[i].name;
    note(fmt::format("  {}  {}{}", i + 1, name.empty() ? "(no label)" : name,
                     said == transcript.turns.end() ? "  (says nothing)" : ""));
  }
  const auto answer = ask("Number: ");
  const long number = answer ? std::strtol(answer->c_str(), nullptr, 10) : 0;
  if (number < 1 || static_cast<std::size_t>(number) > transcript.speakers.size()) {
    return invalid_input(
        "No speaker was chosen. Say who is the candidate with --role \"<label>=candidate\".");
  }
  return assign_roles(
      transcript,
      std::vector<RoleAssignment>{
          {transcript.speakers[static_cast<std::size_t>(number) - 1].name, Role::Candidate}});
}

ReportFormat format_of(const ReadRequest& request) {
  if (const auto named = report_format_from(request.output_format)) return *named;
  return request.output.empty() && is_terminal(stdout) ? ReportFormat::Terminal
                                                       : ReportFormat::Markdown;
}

// The bar is gone when this returns, so that what is printed next starts on a clean line.
Result<InterviewReport> read_with_progress(const ReadRequest& request, const std::string& name,
                                           Transcript transcript, const Pack& pack,
                                           const Reader& reader) {
  Progress progress("Reading", !request.quiet);
  ReadOptions options;
  options.progress = [&progress](double share) { progress.show(share); };
  return read_interview(name, std::move(transcript), pack, reader, options);
}

}  // namespace

int read_one(const ReadRequest& request) {
  const std::filesystem::path path = request.files.front();
  const auto labels = open_label_pattern(request.label_pattern);
  if (!labels) return fail(labels.error());
  auto transcript = open_transcript(path, request.input_format, *labels);
  if (!transcript) return fail(transcript.error());
  std::vector<RoleAssignment> roles;
  for (const std::string& text : request.roles) {
    auto role = parse_role(text);
    if (!role) return fail(role.error());
    roles.push_back(*std::move(role));
  }
  if (const auto assigned = assign_roles(*transcript, roles); !assigned)
    return fail(assigned.error());
  const std::string name = path == "-" ? "standard input" : path.filename().string();
  if (!has_candidate(*transcript)) {
    if (path == "-" || !is_terminal(stdin) || !is_terminal(stderr))
      return fail(candidate_unknown(*transcript, name));
    if (const auto asked = ask_for_candidate(*transcript); !asked) return fail(asked.error());
  }
  const auto pack = open_pack(request.pack);
  if (!pack) return fail(pack.error());
  const auto reader = open_reader(*pack, request.jobs);
  if (!reader) return fail(reader.error());
  const auto report = read_with_progress(request, name, *std::move(transcript), *pack, **reader);
  if (!report) return fail(report.error());

  const ReportFormat format = format_of(request);
  RenderOptions style;
  style.width = request.width == 0 ? terminal_width() : request.width;
  const bool coloured = request.colour == "always" ||
                        (request.output.empty() && wants_colour(request.colour, stdout));
  style.colour = coloured ? Colour::On : Colour::Off;
  std::string text = render(format, *report, *pack, style);
  if (format == ReportFormat::Jsonl && !text.ends_with('\n')) text += '\n';
  if (request.output.empty()) return print(text) ? 0 : row_of(ErrorCode::Unavailable).exit_code;
  if (const auto written = write_file(request.output, text); !written) return fail(written.error());
  return 0;
}

void add_read_command(CLI::App& app, Action& action) {
  auto request = std::make_shared<ReadRequest>();
  request->pack = default_pack;
  CLI::App* read = app.add_subcommand(
      "read", "Read interview transcripts and report the evidence for and against each principle");
  read->footer(examples);
  read->add_option("FILE", request->files,
                   "Transcripts: files, folders, globs, or - for standard input")
      ->required();
  read->add_option(
          "-r,--role", request->roles,
          "Who is who: \"<label>=candidate\" (also interviewer, other, unknown); repeat for more")
      ->allow_extra_args(false);
  read->add_option("-p,--pack", request->pack, "Pack to judge by: an id, id@version or a folder")
      ->capture_default_str();
  read->add_option("-f,--format,--output-format", request->output_format,
                   "terminal, html, json, jsonl or markdown [terminal on a terminal, else "
                   "markdown; jsonl for several files]")
      ->check(CLI::IsMember({"terminal", "html", "json", "jsonl", "markdown"}));
  read->add_option("--input-format", request->input_format,
                   "exchanges (one JSON object a line), or a transcript format by id [by content; "
                   "`barometer transcript formats` lists them]");
  read->add_option(
      "--label-pattern", request->label_pattern,
      "How the lines of a text name their speakers: a regular expression whose group `speaker`, "
      "or first group, is the label [the usual forms, such as \"Name:\"]");
  read->add_option("-o,--output", request->output,
                   "Where to write: a file, or a folder for several inputs [standard output]");
  read->add_option("--color", request->colour, "auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
  read->add_option("--width", request->width,
                   "Columns of the terminal report, 40 to 120 [those of the terminal]");
  read->add_option("-j,--jobs", request->jobs, "How many cores to use [all]");
  read->add_flag(
      "--resume", request->resume,
      "With several inputs: leave out those whose report is in the output folder already");
  read->add_flag("-q,--quiet", request->quiet, "No progress bar");
  read->callback([request, &action] {
    action = [request] {
      if (request->input_format == "exchanges") {
        if (request->label_pattern.empty()) return read_exchange_lines(*request);
        return fail(invalid_input("Exchange lines have no labels: leave out --label-pattern."));
      }
      std::error_code ignored;
      const std::string& first = request->files.front();
      const bool single = request->files.size() == 1 &&
                          !std::filesystem::is_directory(first, ignored) &&
                          (first == "-" || std::filesystem::exists(first, ignored) ||
                           first.find_first_of("*?[") == std::string::npos);
      return single && !request->resume ? read_one(*request) : read_many(*request);
    };
  });
}

}  // namespace barometer::cli
