#include "transcript/cues.hpp"

#include <algorithm>
#include <utility>

#include "transcript/clock.hpp"
#include "transcript/cue_text.hpp"
#include "transcript/transcript_builder.hpp"

namespace barometer {
namespace {

constexpr std::string_view arrow = "-->";

// "00:00:04.100 --> 00:00:05.000 align:start"; the times are absent where they cannot be read.
struct Timing {
  std::optional<std::int64_t> start_ms;
  std::optional<std::int64_t> end_ms;
  bool dotted = false;
};

std::string_view without_leading_space(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
  return text;
}

std::optional<Timing> read_timing(std::string_view line) {
  const auto at = line.find(arrow);
  if (at == std::string_view::npos) return std::nullopt;
  const auto left = without_leading_space(line.substr(0, at));
  const auto right = without_leading_space(line.substr(at + arrow.size()));
  // An arrow in speech has no number before it.
  if (!left.empty() && (left.front() < '0' || left.front() > '9')) return std::nullopt;
  Timing timing;
  if (const auto start = whole_clock(left)) {
    timing.start_ms = start->ms;
    timing.dotted = start->fraction_mark == '.';
  }
  const auto settings = std::min(right.find_first_of(" \t"), right.size());
  if (const auto end = whole_clock(right.substr(0, settings))) timing.end_ms = end->ms;
  return timing;
}

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(),
                                      [](char byte) { return byte >= '0' && byte <= '9'; });
}

bool is_id(std::string_view text) { return is_number(text) || is_teams_cue_id(text); }

bool opens_block(std::string_view line, std::string_view word) {
  return line.starts_with(word) &&
         (line.size() == word.size() || line[word.size()] == ' ' || line[word.size()] == '\t');
}

// Sorts the lines of a file into cues.
class CueSorter {
 public:
  CueSorter(const SourceFile& file, CueSyntax syntax)
      : source_(file.text()), syntax_(syntax), lines_(lines_of(file)) {}

  CueFile sort() && {
    std::size_t first = 0;
    if (syntax_ == CueSyntax::Vtt && !lines_.empty() && text(0).starts_with("WEBVTT")) first = 1;
    for (std::size_t i = first; i < lines_.size(); ++i) {
      if (is_blank(text(i))) {
        in_block_ = false;
        skipping_ = false;
        continue;
      }
      take(i);
      in_block_ = true;
    }
    return std::move(sorted_);
  }

 private:
  std::string_view text(std::size_t i) const { return slice(source_, lines_[i].span); }

  bool timing_follows(std::size_t i) const {
    return i + 1 < lines_.size() && read_timing(text(i + 1)).has_value();
  }
  bool block_ends(std::size_t i) const { return i + 1 == lines_.size() || is_blank(text(i + 1)); }

  void take(std::size_t i) {
    const auto line = slice(source_, trimmed_span(source_, lines_[i].span));
    if (const auto timing = read_timing(line)) return start_cue(i, *timing);
    const bool opens = !in_block_;
    if (timing_follows(i) && (opens || is_id(line))) {
      id_ = line;
      skipping_ = false;
      return;
    }
    const bool comment = opens && syntax_ == CueSyntax::Vtt &&
                         (opens_block(line, "NOTE") || line == "STYLE" || line == "REGION");
    if (comment) skipping_ = true;
    const bool lost_id = opens && is_id(line) && block_ends(i);
    if (skipping_ || lost_id || sorted_.cues.empty()) {
      sorted_.skipped.push_back(lines_[i]);
      return;
    }
    Cue& cue = sorted_.cues.back();
    cue.has_gap = cue.has_gap || (opens && !cue.lines.empty());
    cue.lines.push_back(lines_[i]);
  }

  void start_cue(std::size_t i, const Timing& timing) {
    if (sorted_.cues.empty()) sorted_.dotted = timing.dotted;
    Cue cue;
    cue.line = lines_[i].number;
    cue.id = std::exchange(id_, {});
    cue.start_ms = timing.start_ms;
    cue.end_ms = timing.end_ms;
    sorted_.cues.push_back(std::move(cue));
    skipping_ = false;
  }

  std::string_view source_;
  CueSyntax syntax_;
  std::vector<Line> lines_;
  std::string_view id_;
  bool in_block_ = false;
  bool skipping_ = false;  // inside a NOTE, STYLE or REGION block
  CueFile sorted_;
};

// Finds the voices of each cue and makes a turn of each.
class CueReader {
 public:
  CueReader(const SourceFile& file, const ImportLimits& limits, std::string_view format,
            CueSyntax syntax, const CueSpeakers& speakers)
      : source_(file.text()),
        file_(cues_of(file, syntax)),
        syntax_(syntax),
        speakers_(speakers),
        openings_(openings_of(source_, file_, syntax)),
        builder_(std::string(format), file.bytes, limits) {}

  Result<Transcript> read() && {
    if (file_.dotted && syntax_ == CueSyntax::Srt) {
      builder_.warn("format_doubtful",
                    "Times are written as in VTT, but the VTT header is missing");
    }
    if (speakers_.names && openings_.census.names_doubtful()) {
      builder_.warn("labels_doubtful",
                    "Openings such as \"Name:\" are no more common than other words before a "
                    "colon, so none was taken for a speaker");
    }
    for (const Line& line : file_.skipped) {
      builder_.warn("lines_skipped", "Lines that are no speech were left out", place_of(line));
    }
    for (const Cue& cue : file_.cues) read_cue(cue);
    return std::move(builder_).finish();
  }

 private:
  struct Opening {
    std::optional<std::string> speaker;  // none: the same as before
    bool another_voice = false;          // "- "
    std::size_t text_begin = 0;
  };

  void read_cue(const Cue& cue) {
    const auto place = "line " + std::to_string(cue.line);
    if (!cue.start_ms || !cue.end_ms) {
      builder_.warn("time_dropped", "A time could not be read and was left out", place);
    }
    if (cue.has_gap) {
      builder_.warn("cue_joined", "Text behind a blank line was taken to be part of the cue above",
                    place);
    }
    const auto lines = decoded_lines(source_, cue, syntax_);
    const bool dialogue = speakers_.dashes && lines.size() > 1 &&
                          std::any_of(lines.begin() + 1, lines.end(), is_dash);
    voice_.reset();
    std::size_t turns = 0;
    for (const CueLine& line : lines) {
      const auto opening = open(line, dialogue);
      if (opening.speaker) {
        speaker_ = *opening.speaker;
        carried_ = false;
      } else if (opening.another_voice) {
        speaker_.clear();
        carried_ = false;
      }
      if (turns == 0 || opening.speaker || opening.another_voice) {
        begin_turn(cue, ++turns, place);
      }
      add_decoded(builder_, line.said, opening.text_begin);
    }
    // A name that stands for one cue only ends with it.
    carried_ = true;
    if (!speakers_.carried) speaker_.clear();
  }

  void begin_turn(const Cue& cue, std::size_t turn_of_cue, std::string_view place) {
    if (turn_of_cue == 2 && builder_.turn_has_text()) {
      builder_.warn("times_approximate", "Several voices share the times of one cue", place);
    }
    if (carried_ && !speaker_.empty()) {
      builder_.warn("speaker_carried", "Cues without a name were given to the speaker named last",
                    place);
    }
    builder_.begin_turn(speaker_, cue.start_ms, cue.end_ms);
  }

  static bool is_dash(const CueLine& line) {
    const auto text = without_leading_space(line.said.text);
    return text.starts_with("- ") || text.starts_with("\xE2\x80\x93 ");
  }

  Opening open(const CueLine& line, bool dialogue) {
    Opening opening;
    std::string_view text = line.said.text;
    opening.text_begin = text.size() - without_leading_space(text).size();
    if (speakers_.voices && line.voice != voice_) {
      opening.speaker = line.voice.value_or("");
      if (*opening.speaker == "Speaker?") opening.speaker->clear();
    }
    voice_ = line.voice;
    if (opening.speaker) return opening;
    if (dialogue && is_dash(line)) {
      opening.another_voice = true;
      opening.text_begin = text.find(' ', opening.text_begin) + 1;
    }
    if (const auto prefix = label_of(text.substr(opening.text_begin))) {
      opening.speaker = prefix->label;
      opening.text_begin += prefix->text_begin;
    }
    return opening;
  }

  std::optional<Prefix> label_of(std::string_view text) const {
    if (speakers_.whisperx) {
      if (auto prefix = whisperx_prefix(text)) return prefix;
    }
    if (speakers_.brackets) {
      if (auto prefix = openings_.census.bracket_label(text)) return prefix;
    }
    if (speakers_.names) return openings_.census.colon_label(text);
    return std::nullopt;
  }

  std::string_view source_;
  CueFile file_;
  CueSyntax syntax_;
  CueSpeakers speakers_;
  CueOpenings openings_;
  TranscriptBuilder builder_;
  std::string speaker_;
  std::optional<std::string> voice_;
  bool carried_ = false;  // speaker_ was named in an earlier cue
};

}  // namespace

bool is_teams_cue_id(std::string_view text) {
  const auto slash = text.find('/');
  const auto dash = text.find('-', slash == std::string_view::npos ? 0 : slash);
  if (slash == std::string_view::npos || slash == 0 || dash == std::string_view::npos) return false;
  const auto is_id_byte = [](char byte) {
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z') || byte == '-';
  };
  const auto guid = text.substr(0, slash);
  return std::all_of(guid.begin(), guid.end(), is_id_byte) &&
         is_number(text.substr(slash + 1, dash - slash - 1)) && is_number(text.substr(dash + 1));
}

CueFile cues_of(const SourceFile& file, CueSyntax syntax) { return CueSorter(file, syntax).sort(); }

bool is_vtt(const SourceFile& file) {
  const auto text = file.text().substr(file.text_begin);
  constexpr std::string_view magic = "WEBVTT";
  return text.starts_with(magic) &&
         (text.size() == magic.size() ||
          std::string_view(" \t\r\n").find(text[magic.size()]) != std::string_view::npos);
}

bool is_srt(const SourceFile& file) {
  constexpr std::size_t lines_looked_at = 20;
  auto text = file.text().substr(file.text_begin);
  for (std::size_t i = 0; i < lines_looked_at && !text.empty(); ++i) {
    const auto end = std::min(text.find_first_of("\r\n"), text.size());
    const auto timing = read_timing(text.substr(0, end));
    if (timing && timing->start_ms) return true;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return false;
}

CueOpenings openings_of(std::string_view source, const CueFile& file, CueSyntax syntax) {
  CueOpenings openings;
  for (const Cue& cue : file.cues) {
    for (const CueLine& line : decoded_lines(source, cue, syntax)) {
      auto text = without_leading_space(line.said.text);
      if (text.starts_with("- ")) text.remove_prefix(2);
      openings.census.add(text);
      openings.whisperx += whisperx_prefix(text) ? 1U : 0U;
    }
  }
  return openings;
}

Result<Transcript> read_cues(const SourceFile& file, const ImportLimits& limits,
                             std::string_view format, CueSyntax syntax,
                             const CueSpeakers& speakers) {
  return CueReader(file, limits, format, syntax, speakers).read();
}

}  // namespace barometer
