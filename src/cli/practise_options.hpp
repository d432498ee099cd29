// What `barometer practise` was asked to do.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/result.hpp"
#include "domain/pack.hpp"
#include "domain/practice.hpp"
#include "reader/reader.hpp"

namespace barometer::cli {

struct PractiseRequest {
  std::string pack;
  std::vector<std::string> principles;
  std::string question;
  std::string answers;        // file of answers, one a line, or "-"; empty: interactive
  std::string output_format;  // json or text; empty: text on a terminal, json otherwise
  std::string length;         // empty: usual, or asked on a terminal
  std::string probing;
  std::string level;
  std::string save;      // session file, rewritten after each answer
  std::string resume;    // session file to go on with; saved there, too, unless `save` is another
  std::string feedback;  // none, terminal, json, markdown; empty: terminal where people look on
  std::string feedback_to;  // file; empty: standard output
  std::string colour = "auto";
  std::uint64_t seed = 0;  // 0: drawn, and shown in the session
  unsigned width = 0;
  unsigned jobs = 0;
  bool seed_given = false;
};

// The session to run: a new one, or the one of the file to resume.
Result<Practice> open_practice(const PractiseRequest& request, const Pack& pack,
                               const Reader& reader);

// Writes the session where the request wants it; nothing without such a wish.
Status save_practice(const PractiseRequest& request, const Practice& practice);

// Milliseconds since 1970.
std::int64_t now_ms();

// The interview on a terminal: questions in wrapped text, answers by lines, an empty line ends an
// answer, Ctrl-D ends the interview. Gives the exit code.
int practise_on_terminal(PractiseRequest request);

// Feedback of a finished interview, as the request wants it.
Status give_feedback(const PractiseRequest& request, const Practice& practice, const Pack& pack);

}  // namespace barometer::cli
