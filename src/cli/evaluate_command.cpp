// barometer evaluate: a reader against people's labels.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.hpp"
#include "cli/console.hpp"
#include "cli/tools.hpp"
#include "core/file.hpp"
#include "report/evaluation_report.hpp"
#include "report/labelled_exchange_json.hpp"
#include "service/evaluate.hpp"

namespace barometer::cli {
namespace {

constexpr std::size_t most_bytes = 512UL * 1024 * 1024;

constexpr const char* examples = R"(EXAMPLES
  barometer evaluate labelled.jsonl
  barometer evaluate labelled.jsonl --robustness --format markdown -o figures.md
  barometer evaluate labelled.jsonl --format json | jq '.parts[0].sections[].figures[]'

INPUT, one JSON object a line
  {"id", "principle"?, "context"?, "question", "answer", "group", "part"?,
   "ratings": [{"verdict", "principle"?, "for"?, "against"?, "evidence"?, "probe"?}, ...]}
  With one rater, "verdict", "evidence" and "probe" may stand in the line itself. "group" is the person,
  speaker or family: intervals are made over groups, never over lines. "for" and "against" are verbatim
  quotes or null, "evidence" is [{"quote", "polarity"}, ...].

No text of an answer is in any output.)";

struct EvaluateRequest {
  std::string file;
  std::string pack = default_pack;
  std::string format;
  std::string output;
  std::string colour = "auto";
  unsigned width = 0;
  unsigned jobs = 0;
  std::uint64_t seed = 1;
  bool robustness = false;
  bool quiet = false;
};

// Errors start with the file's name and its line.
Result<std::vector<LabelledExchange>> labelled_exchanges(const std::string& text,
                                                         const std::string& name,
                                                         const Pack& pack) {
  std::vector<LabelledExchange> exchanges;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = std::string_view(text).substr(begin, end - begin);
    begin = end + 1;
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    auto labelled = parse_labelled_exchange(line, number, pack);
    if (!labelled)
      return Error{labelled.error().code, fmt::format("{}: {}", name, labelled.error().message)};
    exchanges.push_back(*std::move(labelled));
  }
  return exchanges;
}

ReportFormat format_of(const EvaluateRequest& request) {
  if (const auto named = report_format_from(request.format)) return *named;
  return request.output.empty() && is_terminal(stdout) ? ReportFormat::Terminal
                                                       : ReportFormat::Markdown;
}

// The bar is gone before the report is printed.
Result<EvaluationReport> evaluated(const EvaluateRequest& request, const std::string& name,
                                   const std::vector<LabelledExchange>& exchanges, const Pack& pack,
                                   const Reader& reader) {
  Progress progress("Evaluating", !request.quiet);
  EvaluateOptions options;
  options.robustness = request.robustness ? Robustness::Measure : Robustness::Skip;
  options.seed = request.seed;
  options.progress = [&progress](double share, std::string_view detail) {
    progress.show(share, detail);
  };
  return evaluate(name, exchanges, pack, reader, options);
}

int evaluate_file(const EvaluateRequest& request) {
  const std::filesystem::path path = request.file;
  const std::string name = path == "-" ? "standard input" : path.filename().string();
  const auto text = read_file(path, most_bytes);
  if (!text) return fail(text.error());
  const auto pack = open_pack(request.pack);
  if (!pack) return fail(pack.error());
  const auto exchanges = labelled_exchanges(*text, name, *pack);
  if (!exchanges) return fail(exchanges.error());
  const auto reader = open_reader(*pack, request.jobs);
  if (!reader) return fail(reader.error());

  const auto report = evaluated(request, name, *exchanges, *pack, **reader);
  if (!report)
    return fail({report.error().code, fmt::format("{}: {}", name, report.error().message)});

  RenderOptions style;
  style.width = request.width == 0 ? terminal_width() : request.width;
  const bool coloured = request.colour == "always" ||
                        (request.output.empty() && wants_colour(request.colour, stdout));
  style.colour = coloured ? Colour::On : Colour::Off;
  const std::string shown = render_evaluation(format_of(request), *report, style);
  if (request.output.empty()) return print(shown) ? 0 : row_of(ErrorCode::Unavailable).exit_code;
  const auto written = write_file(request.output, shown);
  return written ? 0 : fail(written.error());
}

}  // namespace

void add_evaluate_command(CLI::App& app, Action& action) {
  auto request = std::make_shared<EvaluateRequest>();
  CLI::App* evaluate = app.add_subcommand(
      "evaluate", "Hold the reader against labelled exchanges and report how right it is");
  evaluate->footer(examples);
  evaluate->add_option("FILE", request->file, "Labelled exchange lines, or - for standard input")
      ->required();
  evaluate
      ->add_option("-p,--pack", request->pack, "Pack to judge by: an id, id@version or a folder")
      ->capture_default_str();
  evaluate
      ->add_option("-f,--format", request->format,
                   "terminal, json or markdown [terminal on a terminal, else markdown]")
      ->check(CLI::IsMember({"terminal", "json", "markdown"}));
  evaluate->add_flag("--robustness", request->robustness,
                     "Also read changed answers: padded, said twice, misheard, with other names, "
                     "with instructions, without their quotes (takes seven times as long)");
  evaluate
      ->add_option("--seed", request->seed,
                   "Of the draws for intervals and of the changes; the same seed, the same report")
      ->capture_default_str();
  evaluate->add_option("-o,--output", request->output, "Where to write [standard output]");
  evaluate->add_option("--color", request->colour, "auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
  evaluate->add_option("--width", request->width,
                       "Columns of the terminal report, 40 to 120 [those of the terminal]");
  evaluate->add_option("-j,--jobs", request->jobs, "How many cores to use [all]");
  evaluate->add_flag("-q,--quiet", request->quiet, "No progress bar");
  evaluate->callback(
      [request, &action] { action = [request] { return evaluate_file(*request); }; });
}

}  // namespace barometer::cli
