// Text with a label before each turn, as people write it by hand: "Name:", "Q:" and "A:", "[Name]",
// "{Name}", "#Name:", "@Name:", "**Name:**", with a time in brackets before or behind the name. A
// turn goes on over lines and paragraphs until the next label. A person's own label pattern takes
// the place of all these forms.
#include <algorithm>
#include <array>
#include <set>

#include "transcript/clock.hpp"
#include "transcript/importer.hpp"
#include "transcript/label_pattern.hpp"
#include "transcript/labels.hpp"
#include "transcript/lines.hpp"

namespace barometer {
namespace {

constexpr std::string_view format = "labelled_text";

// The opening of a line: a time, a label, or both.
struct Opening {
  std::optional<std::string_view> label;
  std::optional<std::int64_t> start_ms;
  std::optional<std::int64_t> end_ms;
  std::size_t text_begin = 0;
};

// What stands before the label: a bullet, a time in brackets, a bare time.
struct Start {
  std::optional<std::int64_t> start_ms;
  std::optional<std::int64_t> end_ms;
  std::size_t end = 0;
  bool bracketed = false;
};

Start start_of(std::string_view line) {
  static constexpr auto bullets = std::to_array<std::string_view>(
      {"- ", "* ", "+ ", "> ", "\xE2\x80\xA2 ", "\xE2\x80\x93 ", "\xE2\x80\x94 "});
  Start start;
  start.end = std::min(line.find_first_not_of(" \t"), line.size());
  for (const auto bullet : bullets) {
    if (line.substr(start.end).starts_with(bullet)) start.end += bullet.size();
  }
  const auto rest = line.substr(start.end);
  if (const auto clock = read_bracketed_clock(rest)) {
    return {clock->start_ms, clock->end_ms, start.end + clock->length, true};
  }
  const auto clock = read_clock(rest);
  if (clock && rest.substr(clock->length).starts_with(' ')) {
    return {clock->ms, std::nullopt, start.end + clock->length + 1, false};
  }
  return start;
}

// "Dana Osei [00:03:10]: speech", "Dana Osei (10:02)" alone on the line.
std::optional<Opening> label_before_time(std::string_view line) {
  const auto open = line.find_first_of("[(");
  if (open == std::string_view::npos || open == 0) return std::nullopt;
  const auto clock = read_bracketed_clock(line.substr(open));
  const auto label = slice(line, trimmed_span(line, {0, open}));
  if (!clock || !looks_like_name(label)) return std::nullopt;
  auto end = open + clock->length;
  const bool colon = end < line.size() && line[end] == ':';
  if (!colon && end != line.size()) return std::nullopt;
  return Opening{label, clock->start_ms, clock->end_ms, end + (colon ? 1 : 0)};
}

std::string lowered(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
  });
  return result;
}

// What the lines of the file open with.
class LabelledLines {
 public:
  explicit LabelledLines(const SourceFile& file) : text_(file.text()), lines_(lines_of(file)) {
    for (const Line& line : lines_) {
      const auto text = slice(text_, line.span);
      if (!is_blank(text)) census_.add(text.substr(start_of(text).end));
    }
    find_metadata();
  }

  const std::vector<Line>& lines() const { return lines_; }
  // Lines up to this index say who takes part, when and where; none of them was said.
  std::size_t metadata_end() const { return metadata_end_; }

  Opening opening_of(const Line& line) const {
    const auto text = slice(text_, line.span);
    const auto start = start_of(text);
    const auto rest = text.substr(start.end);
    const auto prefix = prefix_of(rest);
    if (prefix) {
      return {prefix->label, start.start_ms, start.end_ms, start.end + prefix->text_begin};
    }
    if (auto timed = label_before_time(rest)) {
      timed->text_begin += start.end;
      return *timed;
    }
    // Without a label, only a time in brackets is no speech.
    if (!start.bracketed) return {};
    return {std::nullopt, start.start_ms, start.end_ms, start.end};
  }

  // Enough labels to believe in them.
  bool are_labelled() const {
    std::size_t labels = 0;
    for (const Line& line : lines_) {
      const auto opening = opening_of(line);
      if (!opening.label) continue;
      if (++labels > 1 || role_of_label(*opening.label) != Role::Unknown) return true;
    }
    return false;
  }

 private:
  std::optional<Prefix> prefix_of(std::string_view text) const {
    if (auto prefix = markdown_prefix(text)) return prefix;
    if (auto prefix = tagged_prefix(text)) return prefix;
    if (auto prefix = census_.bracket_label(text)) return prefix;
    return census_.colon_label(text);
  }

  // A first paragraph with "Candidate: Ilya Marsh" above a talk that has labels of its own.
  void find_metadata() {
    std::size_t end = 0;
    while (end < lines_.size() && !is_blank(slice(text_, lines_[end].span))) ++end;
    std::set<std::string> labels;
    for (std::size_t i = end; i < lines_.size(); ++i) {
      if (const auto label = opening_of(lines_[i]).label) labels.insert(lowered(*label));
    }
    if (labels.size() < 2) return;
    for (std::size_t i = 0; i < end; ++i) {
      const auto opening = opening_of(lines_[i]);
      if (!opening.label || role_of_label(*opening.label) == Role::Unknown) continue;
      const auto value = slice(text_, lines_[i].span).substr(opening.text_begin);
      if (looks_like_name(value) && !labels.contains(lowered(*opening.label))) metadata_end_ = end;
    }
  }

  std::string_view text_;
  std::vector<Line> lines_;
  LabelCensus census_;
  std::size_t metadata_end_ = 0;
};

bool recognises(const SourceFile& file) { return LabelledLines(file).are_labelled(); }

// The opening by the pattern of the line or, where that does not fit, of what stands behind a
// bullet or a time.
Result<Opening> own_opening(LabelMatcher& matcher, std::string_view line) {
  const auto start = start_of(line);
  auto whole = matcher.match(line);
  if (!whole) return whole.error();
  if (*whole) return Opening{(*whole)->label, (*whole)->start_ms, {}, (*whole)->text_begin};
  if (start.end > 0) {
    const auto rest = matcher.match(line.substr(start.end));
    if (!rest) return rest.error();
    if (const auto& found = *rest) {
      return Opening{found->label, found->start_ms ? found->start_ms : start.start_ms, start.end_ms,
                     start.end + found->text_begin};
    }
  }
  if (!start.bracketed) return Opening{};
  return Opening{std::nullopt, start.start_ms, start.end_ms, start.end};
}

// One opening for each line. InvalidInput where the pattern fits none, or takes too long.
Result<std::vector<Opening>> own_openings(const SourceFile& file, const std::vector<Line>& lines) {
  LabelMatcher matcher(*file.label_pattern);
  std::vector<Opening> openings;
  bool fits = false;
  for (const Line& line : lines) {
    auto opening = own_opening(matcher, slice(file.text(), line.span));
    if (!opening) {
      return Error{opening.error().code, opening.error().message + " (" + place_of(line) + ")"};
    }
    fits = fits || opening->label;
    openings.push_back(*opening);
  }
  if (fits) return openings;
  return invalid_input("The label pattern fits none of the " + std::to_string(lines.size()) +
                       " lines. It is held against the start of each line.");
}

Result<Transcript> read(const SourceFile& file, const ImportLimits& limits) {
  TranscriptBuilder builder(std::string(format), file.bytes, limits);
  const LabelledLines labelled(file);
  std::vector<Opening> own;
  if (file.label_pattern != nullptr) {
    auto openings = own_openings(file, labelled.lines());
    if (!openings) return openings.error();
    own = *std::move(openings);
  }
  std::string_view speaker;
  bool in_turn = false;
  auto joint = Joint::Space;
  for (std::size_t i = 0; i < labelled.lines().size(); ++i) {
    const Line& line = labelled.lines()[i];
    if (is_blank(slice(file.text(), line.span))) {
      joint = Joint::Paragraph;
      continue;
    }
    if (own.empty() && i < labelled.metadata_end()) {
      builder.warn("lines_skipped", "Lines that are no speech were left out", place_of(line));
      continue;
    }
    const auto opening = own.empty() ? labelled.opening_of(line) : own[i];
    if (opening.label || opening.start_ms || !in_turn) {
      // A time alone starts a turn of the same speaker.
      if (opening.label) speaker = *opening.label;
      builder.begin_turn(speaker, opening.start_ms, opening.end_ms);
      in_turn = true;
    }
    add_joined(builder, {line.span.begin + opening.text_begin, line.span.end}, joint);
    joint = Joint::Space;
  }
  return std::move(builder).finish();
}

}  // namespace

extern const Importer labelled_text_importer = {format, "Text with speaker labels", recognises,
                                                read};

}  // namespace barometer
