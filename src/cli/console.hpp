// Console: what the program knows about where it prints, and the only place where it prints to
// people.
#pragma once

#include <cstddef>
#include <cstdio>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/error.hpp"

namespace barometer::cli {

bool is_terminal(std::FILE* stream);

// Columns of the terminal, $COLUMNS, or 80.
std::size_t terminal_width();

// "auto", "always", "never". Auto: a terminal, NO_COLOR not set, TERM not "dumb".
bool wants_colour(std::string_view choice, std::FILE* stream);

// Writes all bytes. False when the reader of a pipe went away, which needs no words, or when
// writing failed, which was said.
bool print(std::string_view text);

// "barometer: message" on standard error.
void complain(std::string_view message);
void note(std::string_view message);

// Complains and gives the exit code.
int fail(const Error& error);

// A bar with the share done and the time left, on standard error, on a terminal only; nothing for
// work under a second.
class Progress {
 public:
  // `label` stands before the bar. `enabled` false: never shows anything.
  Progress(std::string label, bool enabled);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(double share, std::string_view detail = {});

  // Takes the bar away, so that what is printed next starts on a clean line; show() draws it again.
  void clear();

 private:
  std::string label_;
  bool enabled_;
  bool shown_ = false;
  double started_s_;
  double last_s_ = 0.0;
};

// Asks on the terminal; nothing at the end of input.
std::optional<std::string> ask(std::string_view question);

}  // namespace barometer::cli
