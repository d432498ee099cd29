#include "transcript/speaker_header.hpp"

#include <algorithm>

#include "transcript/lines.hpp"

namespace barometer {
namespace {

constexpr std::size_t longest_name = 80;  // bytes
constexpr std::string_view no_break_space = "\xC2\xA0";

// The length of the blank at `at`; 0 if there is none.
std::size_t blank_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == ' ' || text[at] == '\t') return 1;
  return text.substr(at).starts_with(no_break_space) ? no_break_space.size() : 0;
}

// Moves `at` behind the blanks there and returns how many they were.
std::size_t skip_blanks(std::string_view text, std::size_t& at) {
  std::size_t count = 0;
  while (const auto length = blank_at(text, at)) {
    at += length;
    ++count;
  }
  return count;
}

SpeakerHeader header_at(std::string_view line, const ClockText& clock, std::size_t clock_begin) {
  SpeakerHeader header;
  header.clock = clock;
  auto end = clock_begin + clock.length;
  header.text_begin = end;
  header.trailing = skip_blanks(line, end);
  header.whole_line = end == line.size();
  return header;
}

bool may_be_name(std::string_view name) {
  return !name.empty() && std::string_view(".?!,;:").find(name.back()) == std::string_view::npos;
}

}  // namespace

std::optional<SpeakerHeader> read_speaker_header(std::string_view line) {
  if (const auto clock = read_clock(line)) {
    auto header = header_at(line, *clock, 0);
    if (!header.whole_line) return std::nullopt;
    return header;
  }
  std::size_t at = 0;
  while (at < line.size() && at <= longest_name) {
    const auto name_end = at;
    const auto gap = skip_blanks(line, at);
    if (gap >= 2) {
      const auto clock = read_clock(line.substr(at));
      if (clock && may_be_name(line.substr(0, name_end))) {
        auto header = header_at(line, *clock, at);
        header.name = line.substr(0, name_end);
        header.gap = gap;
        return header;
      }
    }
    if (gap == 0) ++at;
  }
  return std::nullopt;
}

bool is_otter_header(const SpeakerHeader& header) {
  if (!header.whole_line) return false;
  if (!header.name.empty()) return header.gap == 2;
  // "00:01:12" alone is a block of Google Meet, whose Markdown may end lines in two spaces.
  if (header.clock.fields == 3 && header.clock.first_digits == 2) return false;
  return header.trailing >= 2 || header.clock.first_digits == 1;
}

bool is_teams_header(const SpeakerHeader& header) {
  return !header.name.empty() && header.gap >= 3;
}

bool has_header(const SourceFile& file, bool (*is_header)(const SpeakerHeader& header)) {
  constexpr std::size_t lines_looked_at = 60;
  auto text = file.text().substr(file.text_begin);
  for (std::size_t i = 0; i < lines_looked_at && !text.empty(); ++i) {
    const auto end = std::min(text.find_first_of("\r\n"), text.size());
    const auto header = read_speaker_header(text.substr(0, end));
    if (header && is_header(*header)) return true;
    text.remove_prefix(
        std::min(text.substr(end).starts_with("\r\n") ? end + 2 : end + 1, text.size()));
  }
  return false;
}

}  // namespace barometer
