// barometer practise: the interviewer, against a file of answers or on the terminal.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "cli/command_line.hpp"
#include "cli/console.hpp"
#include "cli/practise_options.hpp"
#include "cli/tools.hpp"
#include "core/file.hpp"
#include "report/feedback.hpp"
#include "report/practice_json.hpp"
#include "service/practice_feedback.hpp"
#include "service/practise.hpp"

namespace barometer::cli {
namespace {

constexpr std::size_t most_session_bytes = 64UL * 1024 * 1024;
constexpr std::size_t most_answers_bytes = 16UL * 1024 * 1024;

constexpr const char* examples = R"(EXAMPLES
  barometer practise                                  asks what to practise, then interviews
  barometer practise --principle ownership --length short
  barometer practise --principle dive-deep --save session.json      go on later with --resume session.json
  barometer practise --principle ownership --question "Tell me about a time a problem fell between two teams." \
      --answers answers.txt --output-format json      the interviewer against written answers

WITH A FILE OF ANSWERS
  One answer a line, used in order as the interviewer asks; an empty line is silence. Out comes one JSON object a
  line for each thing the interviewer says: {"kind","text","reason","gap",...}, the first of kind "question", the
  last of kind "close". The same seed and answers give the same interview.

The interviewer never praises or judges. Feedback comes after the interview. Everything stays on this machine.)";

std::vector<std::string> answer_lines(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string line = text.substr(begin, end - begin);
    if (!line.empty() && line.back() == '\r') line.pop_back();
    lines.push_back(std::move(line));
    begin = end + 1;
  }
  if (!lines.empty() && lines.front().starts_with("\xEF\xBB\xBF")) lines.front().erase(0, 3);
  return lines;
}

PracticeSettings settings_of(const PractiseRequest& request) {
  PracticeSettings settings;
  for (const std::string& one : request.principles) settings.principles.push_back({one});
  settings.question = request.question;
  settings.length = practice_length_from(request.length).value_or(PracticeLength::Usual);
  settings.probing = probing_from(request.probing).value_or(Probing::Usual);
  for (const Level one : {Level::Junior, Level::Senior, Level::Manager}) {
    if (to_string(one) == request.level) settings.level = one;
  }
  settings.seed = request.seed;
  return settings;
}

bool wants_json(const PractiseRequest& request) { return request.output_format != "text"; }

std::string shown(const Utterance& utterance, bool json) {
  return json ? utterance_json(utterance) + "\n" : utterance.text + "\n";
}

// The interviewer against a file of answers.
int practise_on_file(const PractiseRequest& request) {
  const auto text = read_file(request.answers, most_answers_bytes);
  if (!text) return fail(text.error());
  const auto pack = open_pack(request.pack);
  if (!pack) return fail(pack.error());
  const auto reader = open_reader(*pack, request.jobs);
  if (!reader) return fail(reader.error());
  auto practice = open_practice(request, *pack, **reader);
  if (!practice) return fail(practice.error());

  const bool json = wants_json(request);
  std::string out;
  if (request.resume.empty()) {
    out = shown(*practice->entries.front().utterance, json);
  }
  std::size_t number = 0;
  for (const std::string& answer : answer_lines(*text)) {
    ++number;
    if (practice->finished) break;
    const auto said = answer_practice(*practice, *pack, **reader, answer, 0);
    if (!said) {
      return fail(
          {said.error().code,
           fmt::format("{}:{}: {}", request.answers == "-" ? "standard input" : request.answers,
                       number, said.error().message)});
    }
    for (const Utterance& one : *said) out += shown(one, json);
    if (const auto saved = save_practice(request, *practice); !saved) return fail(saved.error());
  }
  for (const Utterance& one : end_practice(*practice)) out += shown(one, json);
  if (const auto saved = save_practice(request, *practice); !saved) return fail(saved.error());
  if (!print(out)) return row_of(ErrorCode::Unavailable).exit_code;
  if (const auto given = give_feedback(request, *practice, *pack); !given)
    return fail(given.error());
  return 0;
}

int practise(PractiseRequest request) {
  const bool mixed = !request.answers.empty() && wants_json(request) && !request.feedback.empty() &&
                     request.feedback != "none" && request.feedback_to.empty();
  if (mixed) {
    return fail(invalid_input(
        "The output is one line for each thing the interviewer says; name a file for the feedback "
        "with --feedback-to."));
  }
  if (request.answers.empty()) return practise_on_terminal(std::move(request));
  return practise_on_file(request);
}

}  // namespace

std::int64_t now_ms() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

Result<Practice> open_practice(const PractiseRequest& request, const Pack& pack,
                               const Reader& reader) {
  if (request.resume.empty()) return start_practising(pack, reader, settings_of(request));
  const auto text = read_file(request.resume, most_session_bytes);
  if (!text) return text.error();
  auto practice = practice_from_json(*text);
  if (!practice)
    return Error{practice.error().code,
                 fmt::format("{}: {}", request.resume, practice.error().message)};
  return practice;
}

Status save_practice(const PractiseRequest& request, const Practice& practice) {
  const std::string& path = request.save.empty() ? request.resume : request.save;
  if (path.empty()) return Done{};
  return write_private_file(path, practice_json(practice));
}

Status give_feedback(const PractiseRequest& request, const Practice& practice, const Pack& pack) {
  if (request.feedback == "none" || (request.feedback.empty() && request.feedback_to.empty()))
    return Done{};
  const std::string& name = request.feedback;
  const ReportFormat format = name == "json"       ? ReportFormat::Json
                              : name == "terminal" ? ReportFormat::Terminal
                              : name == "markdown" || !request.feedback_to.empty()
                                  ? ReportFormat::Markdown
                                  : ReportFormat::Terminal;
  RenderOptions style;
  style.width = request.width == 0 ? terminal_width() : request.width;
  const bool coloured = request.colour == "always" ||
                        (request.feedback_to.empty() && wants_colour(request.colour, stdout));
  style.colour = coloured ? Colour::On : Colour::Off;
  const std::string text =
      render_feedback(format, feedback_on(practice, pack), practice, pack, style);
  if (!request.feedback_to.empty()) return write_private_file(request.feedback_to, text);
  if (!print(text)) return Error{ErrorCode::Unavailable, "The feedback could not be printed."};
  return Done{};
}

void add_practise_command(CLI::App& app, Action& action) {
  auto request = std::make_shared<PractiseRequest>();
  request->pack = default_pack;
  CLI::App* practise_app = app.add_subcommand(
      "practise", "Be interviewed: questions, and follow-ups that go after what is missing");
  practise_app->alias("practice");
  practise_app->footer(examples);
  practise_app
      ->add_option("-p,--pack", request->pack,
                   "Pack to be interviewed by: an id, id@version or a folder")
      ->capture_default_str();
  practise_app
      ->add_option("--principle", request->principles,
                   "Id of a principle to practise; repeat for more [surprise me]")
      ->allow_extra_args(false);
  practise_app->add_option("--question", request->question,
                           "Ask this, word for word, instead of a question of the pack");
  practise_app->add_option("--answers", request->answers,
                           "File of answers, one a line, or - for standard input [the terminal]");
  practise_app
      ->add_option("-f,--output-format", request->output_format,
                   "json or text, for --answers [json]")
      ->check(CLI::IsMember({"json", "text"}));
  practise_app
      ->add_option("--length", request->length, "short, usual or long: 1, 3 or 5 questions [usual]")
      ->check(CLI::IsMember({"short", "usual", "long"}));
  practise_app
      ->add_option("--probing", request->probing,
                   "gentle, usual or hard: how far and how long it follows up [usual]")
      ->check(CLI::IsMember({"gentle", "usual", "hard"}));
  practise_app
      ->add_option("--level", request->level, "junior, senior or manager: whose questions [any]")
      ->check(CLI::IsMember({"junior", "senior", "manager"}));
  practise_app->add_option("--seed", request->seed,
                           "Of every choice; the same seed and answers, the same interview [1 with "
                           "--answers, else drawn]");
  practise_app->add_option("--save", request->save,
                           "Session file, rewritten after each answer (readable by you alone)");
  practise_app->add_option("--resume", request->resume, "Go on with a session file");
  practise_app
      ->add_option("--feedback", request->feedback,
                   "none, terminal, json or markdown, after the interview [terminal on a terminal, "
                   "else none]")
      ->check(CLI::IsMember({"none", "terminal", "json", "markdown"}));
  practise_app->add_option("--feedback-to", request->feedback_to,
                           "File for the feedback, in Markdown unless --feedback says else");
  practise_app->add_option("--color", request->colour, "auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
  practise_app->add_option("--width", request->width,
                           "Columns of the text, 40 to 120 [those of the terminal]");
  practise_app->add_option("-j,--jobs", request->jobs, "How many cores to use [all]");
  practise_app->callback([request, &action, practise_app] {
    request->seed_given = practise_app->count("--seed") > 0;
    if (!request->seed_given) request->seed = request->answers.empty() ? std::random_device{}() : 1;
    action = [request] { return practise(*request); };
  });
}

}  // namespace barometer::cli
