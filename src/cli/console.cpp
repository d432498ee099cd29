#include "cli/console.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <utility>

namespace barometer::cli {
namespace {

constexpr double quiet_s = 0.7;     // work that is done sooner shows nothing
constexpr double interval_s = 0.1;  // between two drawings

double now_s() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::string time_left(double seconds) {
  const auto whole = static_cast<long>(std::ceil(seconds));
  if (whole >= 3600) return fmt::format("{} h {:02} min left", whole / 3600, whole / 60 % 60);
  if (whole >= 60) return fmt::format("{} min {:02} s left", whole / 60, whole % 60);
  return fmt::format("{} s left", whole);
}

}  // namespace

bool is_terminal(std::FILE* stream) { return ::isatty(::fileno(stream)) == 1; }

std::size_t terminal_width() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  if (const char* columns = std::getenv("COLUMNS")) {
    const long width = std::strtol(columns, nullptr, 10);
    if (width > 0) return static_cast<std::size_t>(width);
  }
  return 80;
}

bool wants_colour(std::string_view choice, std::FILE* stream) {
  if (choice == "always") return true;
  if (choice == "never") return false;
  const char* no_colour = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  const bool dumb = term == nullptr || std::string_view(term) == "dumb";
  return is_terminal(stream) && (no_colour == nullptr || *no_colour == '\0') && !dumb;
}

bool print(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0)
    return true;
  if (errno != EPIPE)
    complain(fmt::format("standard output: cannot be written ({}).", std::strerror(errno)));
  return false;
}

void complain(std::string_view message) { fmt::print(stderr, "barometer: {}\n", message); }
void note(std::string_view message) { fmt::print(stderr, "{}\n", message); }

int fail(const Error& error) {
  complain(error.message);
  return row_of(error.code).exit_code;
}

Progress::Progress(std::string label, bool enabled)
    : label_(std::move(label)), enabled_(enabled && is_terminal(stderr)), started_s_(now_s()) {}

Progress::~Progress() { clear(); }

void Progress::clear() {
  if (!shown_) return;
  fmt::print(stderr, "\r\x1b[K");
  std::fflush(stderr);
  shown_ = false;
}

void Progress::show(double share, std::string_view detail) {
  const double now = now_s();
  const double spent = now - started_s_;
  if (!enabled_ || spent < quiet_s || (shown_ && now - last_s_ < interval_s && share < 1.0)) return;
  constexpr int cells = 24;
  const int filled = static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * cells));
  std::string bar;
  for (int cell = 0; cell < cells; ++cell) bar += cell < filled ? "█" : "░";
  const std::string left = share > 0.02 ? time_left(spent / share * (1.0 - share)) : "";
  fmt::print(stderr, "\r\x1b[K{} {} {:3.0f} %  {}{}{}", label_, bar, 100.0 * share, left,
             detail.empty() ? "" : "  ", detail);
  std::fflush(stderr);
  shown_ = true;
  last_s_ = now;
}

std::optional<std::string> ask(std::string_view question) {
  fmt::print(stderr, "{}", question);
  std::fflush(stderr);
  std::string line;
  if (!std::getline(std::cin, line)) return std::nullopt;
  return line;
}

}  // namespace barometer::cli
