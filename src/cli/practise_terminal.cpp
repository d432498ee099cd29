// The interview on a terminal.
#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/console.hpp"
#include "cli/practise_options.hpp"
#include "cli/tools.hpp"
#include "report/terminal_page.hpp"
#include "service/practise.hpp"

namespace barometer::cli {
namespace {

using report::Ink;
using report::TerminalPage;

constexpr std::size_t narrowest = 40;
constexpr std::size_t widest = 100;

class Terminal {
 public:
  explicit Terminal(const PractiseRequest& request)
      : width_(std::clamp<std::size_t>(request.width == 0 ? terminal_width() : request.width,
                                       narrowest, widest)),
        colour_(wants_colour(request.colour, stdout) ? Colour::On : Colour::Off) {}

  bool say(const Utterance& utterance) const {
    TerminalPage page(width_, colour_);
    const bool question = utterance.kind == UtteranceKind::Question;
    page.blank();
    page.paragraph(utterance.text, question ? Ink::Strong : Ink::Plain, 0,
                   utterance.kind == UtteranceKind::Hint ? "(hint) " : "", Ink::Faint);
    return print(page.take());
  }
  bool remark(std::string_view text) const {
    TerminalPage page(width_, colour_);
    page.paragraph(text, Ink::Faint);
    return print(page.take());
  }

 private:
  std::size_t width_;
  Colour colour_;
};

// An answer may have several lines; an empty one ends it. Two empty lines and nothing else are
// silence. Nothing at the end of the input.
std::optional<std::string> hear_answer() {
  std::string answer;
  std::string line;
  std::size_t empty = 0;
  while (print("> ") && std::getline(std::cin, line)) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.find_first_not_of(" \t") == std::string::npos) {
      if (!answer.empty() || ++empty == 2) return answer;
      continue;
    }
    if (!answer.empty()) answer += ' ';
    answer += line;
    empty = 0;
    if (!is_terminal(stdin)) return answer;  // a pipe gives one answer a line
  }
  if (!answer.empty()) return answer;
  return std::nullopt;
}

std::string choice_of(std::string_view question, const std::vector<std::string>& words,
                      const std::string& otherwise) {
  const auto answer = ask(question);
  if (!answer) return otherwise;
  for (const std::string& word : words) {
    if (!answer->empty() && word.starts_with(*answer)) return word;
  }
  return otherwise;
}

// Three choices, each with a usual answer for Enter.
void set_up(PractiseRequest& request, const Pack& pack) {
  note(fmt::format("Practise with {}. Enter takes the usual choice.", pack.title));
  for (std::size_t i = 0; i < pack.principles.size(); ++i)
    note(fmt::format("  {:2}  {}", i + 1, pack.principles[i].name));
  const auto answer = ask("Which principles? Numbers, or Enter for a surprise: ");
  std::size_t number = 0;
  for (const char c : answer.value_or("") + " ") {
    if (c >= '0' && c <= '9') {
      number = std::min<std::size_t>(number * 10 + static_cast<std::size_t>(c - '0'), 10'000);
    } else {
      if (number >= 1 && number <= pack.principles.size())
        request.principles.push_back(pack.principles[number - 1].id.value);
      number = 0;
    }
  }
  request.length = choice_of(
      "How long? short (1 question), usual (3) or long (5): ", {"short", "usual", "long"}, "usual");
  request.probing = choice_of(
      "How hard may it probe? gentle, usual or hard: ", {"gentle", "usual", "hard"}, "usual");
}

}  // namespace

int practise_on_terminal(PractiseRequest request) {
  const auto pack = open_pack(request.pack);
  if (!pack) return fail(pack.error());
  const bool nothing_given = request.principles.empty() && request.question.empty() &&
                             request.length.empty() && request.probing.empty() &&
                             request.resume.empty();
  if (nothing_given && is_terminal(stdin)) set_up(request, *pack);
  const auto reader = open_reader(*pack, request.jobs);
  if (!reader) return fail(reader.error());
  auto practice = open_practice(request, *pack, **reader);
  if (!practice) return fail(practice.error());

  const Terminal terminal(request);
  if (is_terminal(stdin))
    terminal.remark("An empty line ends your answer. Ctrl-D ends the interview.");
  // Where it was left, or the first question.
  std::vector<Utterance> last;
  for (const PracticeEntry& entry : practice->entries) {
    if (entry.answer) last.clear();
    if (entry.utterance) last.push_back(*entry.utterance);
  }
  for (const Utterance& one : last) terminal.say(one);
  if (const auto saved = save_practice(request, *practice); !saved) return fail(saved.error());
  while (!practice->finished) {
    const auto answer = hear_answer();
    if (!answer) break;
    const auto said = answer_practice(*practice, *pack, **reader, *answer, now_ms());
    if (!said) {
      complain(said.error().message);
      continue;
    }
    if (const auto saved = save_practice(request, *practice); !saved) return fail(saved.error());
    for (const Utterance& one : *said) terminal.say(one);
  }
  const bool left = !practice->finished;
  // A session that is being kept stays open, so that it can be resumed.
  const bool kept = left && !(request.save.empty() && request.resume.empty());
  if (kept) {
    print("\n");
    note(fmt::format("Kept. Go on with: barometer practise --resume {}",
                     request.save.empty() ? request.resume : request.save));
    return 0;
  }
  for (const Utterance& one : end_practice(*practice)) terminal.say(one);
  if (const auto saved = save_practice(request, *practice); !saved) return fail(saved.error());
  if (request.feedback.empty() && request.feedback_to.empty() && is_terminal(stdout))
    request.feedback = "terminal";
  if (request.feedback == "terminal" && request.feedback_to.empty()) print("\n\n");
  const auto given = give_feedback(request, *practice, *pack);
  return given ? 0 : fail(given.error());
}

}  // namespace barometer::cli
