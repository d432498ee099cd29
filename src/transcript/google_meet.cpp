// Google Meet: a document saved as text or Markdown. "Name: speech", one turn a line, under lines
// that are only a time; such a time dates a block of turns, not a turn.
#include <algorithm>
#include <set>

#include "transcript/clock.hpp"
#include "transcript/importer.hpp"
#include "transcript/labels.hpp"
#include "transcript/lines.hpp"

namespace barometer {
namespace {

constexpr std::string_view format = "google_meet";

std::string_view trimmed(std::string_view text) {
  return slice(text, trimmed_span(text, {0, text.size()}));
}

// What a line says without the marks of a Markdown heading or of bold or italic type around it.
std::string_view bare(std::string_view line) {
  line = trimmed(line);
  const auto heading = std::min(line.find_first_not_of('#'), line.size());
  line = trimmed(line.substr(heading));
  while (line.size() > 2 && (line.front() == '*' || line.front() == '_') &&
         line.back() == line.front()) {
    line = trimmed(line.substr(1, line.size() - 2));
  }
  return line;
}

std::optional<std::int64_t> block_ms(std::string_view line) {
  const auto clock = whole_clock(bare(line));
  if (!clock || clock->fields != 3 || clock->first_digits != 2) return std::nullopt;
  return clock->ms;
}

bool is_generated_notice(std::string_view line) {
  return bare(line).starts_with("This editable transcript was computer generated");
}

bool is_end_notice(std::string_view line) {
  return bare(line).starts_with("Transcription ended after ");
}

bool is_attendees(std::string_view line) { return bare(line) == "Attendees"; }

// The heading of the transcript in a document with notes of an assistant before it.
bool is_transcript_heading(std::string_view line) {
  constexpr std::string_view open_book = "\xF0\x9F\x93\x96";
  return line.find(open_book) != std::string_view::npos &&
         line.find("Transcript") != std::string_view::npos;
}

// "Ilya Marsh (10:02)" as a line.
struct TimedName {
  std::string_view name;
  std::int64_t ms = 0;
};

std::optional<TimedName> timed_name(std::string_view line) {
  line = bare(line);
  const auto open = line.rfind(" (");
  if (open == std::string_view::npos || !looks_like_name(line.substr(0, open))) return std::nullopt;
  const auto clock = read_bracketed_clock(line.substr(open + 1));
  if (!clock || clock->end_ms || open + 1 + clock->length != line.size()) return std::nullopt;
  return TimedName{line.substr(0, open), clock->start_ms};
}

bool recognises(const SourceFile& file) {
  std::size_t signs = 0;
  for (const Line& line : lines_of(file)) {
    const auto text = slice(file.text(), line.span);
    if (block_ms(text) || is_generated_notice(text) || is_end_notice(text)) return true;
    signs += is_attendees(text) || is_transcript_heading(text) ? 1U : 0U;
    signs += signs > 0 && (name_prefix(text) || markdown_prefix(text)) ? 1U : 0U;
  }
  return signs > 1;
}

class MeetReader {
 public:
  MeetReader(const SourceFile& file, const ImportLimits& limits)
      : text_(file.text()),
        lines_(lines_of(file)),
        builder_(std::string(format), file.bytes, limits) {
    const auto heading = std::find_if(lines_.begin(), lines_.end(), [this](const Line& line) {
      return is_transcript_heading(text_of(line));
    });
    if (heading != lines_.end()) begin_ = heading->number;
    has_blocks_ = std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(begin_), lines_.end(),
                              [this](const Line& line) { return block_ms(text_of(line)); });
    for (std::size_t i = begin_; i < lines_.size(); ++i) {
      const auto line = text_of(lines_[i]);
      markdown_ = markdown_ || markdown_prefix(line).has_value();
      if (!is_blank(line) && !block_ms(line)) census_.add(line);
    }
  }

  Result<Transcript> read() && {
    if (census_.names_doubtful() && !markdown_) {
      builder_.warn("labels_doubtful",
                    "Openings such as \"Name:\" are no more common than other words before a "
                    "colon, so none was taken for a speaker");
    }
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const auto line = text_of(lines_[i]);
      if (is_blank(line)) {
        in_notice_ = false;
      } else if (i < begin_ || is_boilerplate(line)) {
        skip(lines_[i]);
      } else {
        read_line(lines_[i]);
      }
    }
    return std::move(builder_).finish();
  }

 private:
  std::string_view text_of(const Line& line) const { return slice(text_, line.span); }

  void skip(const Line& line) {
    builder_.warn("lines_skipped", "Lines that are no speech were left out", place_of(line));
  }

  bool is_boilerplate(std::string_view line) {
    if (is_generated_notice(line)) in_notice_ = true;  // to the end of the paragraph
    if (in_notice_ || is_end_notice(line)) return true;
    if (is_attendees(line)) return attendees_follow_ = true;
    return std::exchange(attendees_follow_, false) && !block_ms(line);
  }

  void read_line(const Line& line) {
    const auto text = text_of(line);
    if (const auto ms = block_ms(text)) {
      block_ms_ = ms;
      builder_.warn("times_approximate", "Times date a block of turns, not each turn",
                    place_of(line));
      return;
    }
    if (has_blocks_ && !block_ms_) return skip(line);
    if (const auto named = timed_name(text)) return begin_timed(*named, line);
    auto prefix = markdown_prefix(text);
    if (!prefix) prefix = census_.colon_label(text);
    if (!prefix && !in_turn_) return skip(line);
    if (prefix || !timed_) {
      // A line without a name is nobody's: the documents name every turn.
      builder_.begin_turn(prefix ? prefix->label : std::string_view{}, block_ms_);
      in_turn_ = true;
      timed_ = false;
    }
    add({line.span.begin + (prefix ? prefix->text_begin : 0), line.span.end});
  }

  void begin_timed(const TimedName& named, const Line& line) {
    constexpr std::int64_t early_ms = 5LL * 60 * 1000;
    if (!first_timed_ms_) first_timed_ms_ = named.ms;
    // Whether these count from the start or are times of day, the first one tells.
    const bool from_start = *first_timed_ms_ < early_ms;
    builder_.warn("format_doubtful", "Times behind names are not documented", place_of(line));
    builder_.begin_turn(named.name, from_start ? std::optional(named.ms) : block_ms_);
    in_turn_ = true;
    timed_ = true;
  }

  // Undoes the backslashes that the Markdown export puts before punctuation.
  void add(ByteSpan span) {
    constexpr std::string_view escaped = "\\`*_{}[]()#+-.!<>~|=&";
    span = trimmed_span(text_, span);
    if (span.empty()) return;
    if (builder_.turn_has_text()) builder_.add_text(" ");
    for (auto at = span.begin; markdown_ && at + 1 < span.end; ++at) {
      if (text_[at] != '\\' || escaped.find(text_[at + 1]) == std::string_view::npos) continue;
      builder_.add_source({span.begin, at});
      span.begin = ++at;
    }
    builder_.add_source(span);
  }

  std::string_view text_;
  std::vector<Line> lines_;
  TranscriptBuilder builder_;
  std::size_t begin_ = 0;  // index of the first line behind the heading of the transcript
  bool has_blocks_ = false;
  bool markdown_ = false;
  LabelCensus census_;
  std::optional<std::int64_t> block_ms_;
  std::optional<std::int64_t> first_timed_ms_;
  bool in_turn_ = false;
  bool timed_ = false;  // the turn stands under a line with its name and time
  bool in_notice_ = false;
  bool attendees_follow_ = false;
};

Result<Transcript> read(const SourceFile& file, const ImportLimits& limits) {
  return MeetReader(file, limits).read();
}

}  // namespace

extern const Importer google_meet_importer = {format, "Google Meet (document saved as text)",
                                              recognises, read};

}  // namespace barometer
