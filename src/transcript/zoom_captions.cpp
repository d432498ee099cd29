// Zoom's local captions: "[Name] 10:15:02" above each caption, or the older "10:15:02 caption"
// without names. Times are a clock on the wall.
#include <algorithm>

#include "transcript/clock.hpp"
#include "transcript/importer.hpp"
#include "transcript/labels.hpp"
#include "transcript/lines.hpp"

namespace barometer {
namespace {

constexpr std::string_view format = "zoom_captions";

struct CaptionHeader {
  std::string_view name;
  std::int64_t time_of_day_ms = 0;
  std::size_t text_begin = 0;
};

// HH:MM:SS with two digits for the hours, as a clock on the wall shows it.
std::optional<ClockText> read_wall_clock(std::string_view text) {
  auto clock = read_clock(text);
  if (!clock || clock->fields != 3 || clock->first_digits != 2 || clock->fraction_mark != '\0') {
    return std::nullopt;
  }
  return clock;
}

std::optional<CaptionHeader> named_header(std::string_view line) {
  if (!line.starts_with('[')) return std::nullopt;
  const auto end = line.rfind("] ");
  if (end == std::string_view::npos) return std::nullopt;
  const auto clock = read_wall_clock(line.substr(end + 2));
  if (!clock || !is_blank(line.substr(end + 2 + clock->length))) return std::nullopt;
  return CaptionHeader{line.substr(1, end - 1), clock->ms, line.size()};
}

std::optional<CaptionHeader> older_header(std::string_view line) {
  const auto clock = read_wall_clock(line);
  if (!clock || clock->length >= line.size()) return std::nullopt;
  const char next = line[clock->length];
  if ((next != ' ' && next != '\t') || is_blank(line.substr(clock->length))) return std::nullopt;
  return CaptionHeader{{}, clock->ms, clock->length};
}

struct HeaderCount {
  std::size_t named = 0;
  std::size_t older = 0;
  std::size_t lines = 0;  // not blank
};

HeaderCount count_headers(const SourceFile& file) {
  HeaderCount count;
  for (const Line& line : lines_of(file)) {
    const auto text = slice(file.text(), line.span);
    count.lines += is_blank(text) ? 0U : 1U;
    count.named += named_header(text) ? 1U : 0U;
    count.older += older_header(text) ? 1U : 0U;
  }
  return count;
}

bool recognises(const SourceFile& file) {
  const auto count = count_headers(file);
  return count.named > 0 || (count.older > 0 && count.older * 2 >= count.lines);
}

// The older form with names in it is not known from a real file.
LabelCensus census_of(const SourceFile& file) {
  LabelCensus census;
  for (const Line& line : lines_of(file)) {
    const auto text = slice(file.text(), line.span);
    const auto header = older_header(text);
    if (!header) continue;
    const auto said = trimmed_span(text, {header->text_begin, text.size()});
    census.add(slice(text, said));
  }
  return census;
}

class CaptionReader {
 public:
  CaptionReader(const SourceFile& file, const ImportLimits& limits)
      : text_(file.text()),
        builder_(std::string(format), file.bytes, limits),
        named_(count_headers(file).named > 0) {
    if (named_) return;
    census_ = census_of(file);
    labelled_ = census_.names() * 2 >= census_.lines() && !census_.names_doubtful();
  }

  Result<Transcript> read(const std::vector<Line>& lines) && {
    for (const Line& line : lines) read_line(line);
    if (named_ || labelled_) {
      builder_.warn("format_doubtful",
                    "Names and times of this kind of caption file are not documented; compare "
                    "them with the recording");
    }
    return std::move(builder_).finish();
  }

 private:
  void read_line(const Line& line) {
    const auto text = slice(text_, line.span);
    if (is_blank(text)) {
      joint_ = Joint::Paragraph;
      return;
    }
    const auto header = named_ ? named_header(text) : older_header(text);
    if (header) {
      begin_turn(*header, line);
    } else if (in_turn_) {
      add_joined(builder_, line.span, joint_);
    } else {
      builder_.warn("lines_skipped", "Lines that are no speech were left out", place_of(line));
    }
    joint_ = Joint::Space;
  }

  void begin_turn(const CaptionHeader& header, const Line& line) {
    const auto start_ms = clock_.since_first(header.time_of_day_ms);
    if (!in_turn_) {
      builder_.warn("clock_rebased", "Times of day were counted from the first caption",
                    place_of(line));
    }
    if (!start_ms) {
      builder_.warn("time_dropped", "A time of day before the first one was left out",
                    place_of(line));
    }
    auto said = trimmed_span(text_, {line.span.begin + header.text_begin, line.span.end});
    auto name = header.name;
    if (const auto prefix = labelled_ ? census_.colon_label(slice(text_, said)) : std::nullopt) {
      name = prefix->label;
      said.begin += prefix->text_begin;
    }
    builder_.begin_turn(name, start_ms);
    add_joined(builder_, said);
    in_turn_ = true;
  }

  std::string_view text_;
  TranscriptBuilder builder_;
  bool named_;
  bool labelled_ = false;
  LabelCensus census_;
  WallClock clock_;
  bool in_turn_ = false;
  Joint joint_ = Joint::Space;
};

Result<Transcript> read(const SourceFile& file, const ImportLimits& limits) {
  return CaptionReader(file, limits).read(lines_of(file));
}

}  // namespace

extern const Importer zoom_captions_importer = {format, "Zoom local captions (.txt)", recognises,
                                                read};

}  // namespace barometer
