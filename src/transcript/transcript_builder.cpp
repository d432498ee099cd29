#include "transcript/transcript_builder.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "core/utf8.hpp"
#include "transcript/labels.hpp"

namespace barometer {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

// Length of the white space (or byte-order mark) at the start of `text`; 0 if there is none.
std::size_t leading_space(std::string_view text) {
  static constexpr std::string_view wide[] = {"\xC2\xA0", "\xEF\xBB\xBF", "\xE3\x80\x80",
                                              "\xE2\x80\x8B"};
  if (text.empty()) return 0;
  if (text.front() == ' ' || (text.front() >= '\t' && text.front() <= '\r')) return 1;
  for (const auto space : wide) {
    if (text.starts_with(space)) return space.size();
  }
  return 0;
}

std::size_t trailing_space(std::string_view text) {
  for (const std::size_t length : {std::size_t{1}, std::size_t{2}, std::size_t{3}}) {
    if (text.size() >= length && leading_space(text.substr(text.size() - length)) == length) {
      return length;
    }
  }
  return 0;
}

// Cuts the turn's text down to `kept` and its runs with it.
void cut_text(Turn& turn, ByteSpan kept) {
  std::vector<SourceRun> runs;
  for (SourceRun run : turn.runs) {
    const auto begin = std::max(run.text_begin, kept.begin);
    const auto end = std::min(run.text_end(), kept.end);
    if (begin >= end) continue;
    if (run.escape_length > 0) {  // one character, and the cut is on a boundary
      runs.push_back({begin - kept.begin, run.source_begin, run.length, run.escape_length});
      continue;
    }
    runs.push_back({begin - kept.begin, run.source_begin + (begin - run.text_begin), end - begin});
  }
  turn.runs = std::move(runs);
  turn.text = turn.text.substr(kept.begin, kept.size());
}

void trim(Turn& turn) {
  const std::string_view text = turn.text;
  ByteSpan kept{0, text.size()};
  while (const auto length = leading_space(slice(text, kept))) kept.begin += length;
  while (const auto length = trailing_space(slice(text, kept))) kept.end -= length;
  if (kept.size() != text.size()) cut_text(turn, kept);
}

void cover(std::optional<ByteSpan>& covered, ByteSpan span) {
  if (!covered) covered = span;
  covered->begin = std::min(covered->begin, span.begin);
  covered->end = std::max(covered->end, span.end);
}

bool has_word(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char byte) {
    return static_cast<unsigned char>(byte) >= 0x80 || (byte >= '0' && byte <= '9') ||
           (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
  });
}

std::string share(std::size_t part, std::size_t whole) {
  return part == whole ? "any of the " + std::to_string(whole)
                       : std::to_string(part) + " of the " + std::to_string(whole);
}

}  // namespace

TranscriptBuilder::TranscriptBuilder(std::string format, std::string source,
                                     const ImportLimits& limits)
    : limits_(limits) {
  transcript_.format = std::move(format);
  transcript_.source = std::move(source);
  source_is_valid_ = !utf8::first_invalid(transcript_.source);
}

void TranscriptBuilder::begin_turn(std::string_view speaker, std::optional<std::int64_t> start_ms,
                                   std::optional<std::int64_t> end_ms) {
  end_turn();
  open_.emplace();
  open_->start_ms = start_ms;
  open_->end_ms = end_ms;
  open_speaker_ = speaker;
}

void TranscriptBuilder::add_source(ByteSpan span) {
  assert(open_);
  if (span.begin >= span.end || span.end > transcript_.source.size()) return;
  if (source_is_valid_) return add_valid(span);
  while (span.begin < span.end) {
    const auto rest = slice(transcript_.source, span);
    const auto bad = utf8::first_invalid(rest);
    if (!bad) return add_valid(span);
    add_valid({span.begin, span.begin + *bad});
    add_text(replacement);
    warn("invalid_bytes", "Bytes that are not valid UTF-8 were replaced",
         "byte " + std::to_string(span.begin + *bad));
    // One replacement for each bad byte: cheap, and the source keeps what was there.
    span.begin += *bad + 1;
  }
}

void TranscriptBuilder::add_valid(ByteSpan span) {
  if (span.empty()) return;
  add_run({open_->text.size(), span.begin, span.size()});
  open_->text += slice(transcript_.source, span);
}

// A run that stands before what the turn has already is left out: its text is kept, but nothing
// proves it.
void TranscriptBuilder::add_run(SourceRun run) {
  auto& runs = open_->runs;
  if (!runs.empty() && runs.back().source_end() > run.source_begin) return;
  const bool adjacent = !runs.empty() && runs.back().source_end() == run.source_begin &&
                        runs.back().text_end() == run.text_begin;
  if (adjacent && run.escape_length == 0 && runs.back().escape_length == 0) {
    runs.back().length += run.length;
  } else {
    runs.push_back(run);
  }
}

void TranscriptBuilder::add_text(std::string_view text) {
  assert(open_);
  open_->text += text;
}

void TranscriptBuilder::add_json_escape(ByteSpan span, std::string_view character) {
  assert(open_);
  if (!span.empty() && span.end <= transcript_.source.size()) {
    add_run({open_->text.size(), span.begin, character.size(), span.size()});
  }
  open_->text += character;
}

bool TranscriptBuilder::turn_has_text() const { return open_ && !open_->text.empty(); }

void TranscriptBuilder::warn(std::string_view code, std::string_view what, std::string_view place) {
  const auto found = warnings_.find(code);
  if (found == warnings_.end()) {
    warnings_.emplace(code, Counted{std::string(what), std::string(place), 1});
  } else {
    ++found->second.count;
  }
}

void TranscriptBuilder::set_low_confidence_share(double share) {
  transcript_.low_confidence_share = std::clamp(share, 0.0, 1.0);
}

void TranscriptBuilder::check_times(Turn& turn) {
  const auto place = "turn " + std::to_string(transcript_.turns.size() + 1);
  const bool negative = (turn.start_ms && *turn.start_ms < 0) || (turn.end_ms && *turn.end_ms < 0);
  if (negative || (turn.start_ms && turn.end_ms && *turn.end_ms < *turn.start_ms)) {
    warn("time_dropped", "A turn ends before it starts; its times were left out", place);
    turn.start_ms.reset();
    turn.end_ms.reset();
  }
  if (!turn.start_ms) return;
  if (last_start_ms_ && *turn.start_ms < *last_start_ms_) {
    warn("times_run_backwards", "A turn starts before the one above it", place);
  }
  last_start_ms_ = turn.start_ms;
}

void TranscriptBuilder::end_turn() {
  if (!open_) return;
  Turn turn = std::move(*open_);
  open_.reset();
  trim(turn);
  if (turn.text.empty() || !limit_passed_.empty()) return;
  std::optional<ByteSpan> covered;
  for (const SourceRun& run : turn.runs) {
    cover(covered, {run.source_begin, run.source_end()});
  }
  turn.source = covered.value_or(ByteSpan{});
  if (turn.source.empty()) {
    warn("text_unproven", "A turn stands nowhere in the file as it was read, and was left out",
         "turn " + std::to_string(transcript_.turns.size() + 1));
    return;
  }
  if (transcript_.turns.size() >= limits_.max_turns) {
    limit_passed_ = std::to_string(limits_.max_turns) + " turns";
    return;
  }
  const auto known = speaker_index_.find(open_speaker_);
  if (known == speaker_index_.end()) {
    if (transcript_.speakers.size() >= limits_.max_speakers) {
      limit_passed_ = std::to_string(limits_.max_speakers) + " speakers";
      return;
    }
    turn.speaker = transcript_.speakers.size();
    speaker_index_.emplace(open_speaker_, turn.speaker);
    transcript_.speakers.push_back({open_speaker_, Role::Unknown});
  } else {
    turn.speaker = known->second;
  }
  check_times(turn);
  transcript_.turns.push_back(std::move(turn));
}

void TranscriptBuilder::warn_about_gaps() {
  const auto& turns = transcript_.turns;
  const auto count = [&turns](auto lacks) {
    return static_cast<std::size_t>(std::count_if(turns.begin(), turns.end(), lacks));
  };
  const auto unlabelled =
      count([this](const Turn& turn) { return transcript_.speakers[turn.speaker].name.empty(); });
  if (unlabelled > 0) {
    warn("labels_missing", "No speaker label for " + share(unlabelled, turns.size()) +
                               " turns; say who speaks before they are judged");
  }
  const auto untimed = count([](const Turn& turn) { return !turn.start_ms; });
  if (untimed > 0) {
    warn("times_missing", "No start time for " + share(untimed, turns.size()) + " turns");
  }
}

Result<Transcript> TranscriptBuilder::finish() && {
  end_turn();
  if (!limit_passed_.empty()) {
    return invalid_input("The transcript has more than " + limit_passed_ +
                         ", which is the limit. Split the file.");
  }
  const bool speech = std::any_of(transcript_.turns.begin(), transcript_.turns.end(),
                                  [](const Turn& turn) { return has_word(turn.text); });
  if (!speech) {
    return invalid_input("No speech was found in the file, which was read as " +
                         transcript_.format +
                         ". Check that the export is complete, or name another format.");
  }
  warn_about_gaps();
  for (const auto& [code, counted] : warnings_) {
    std::string message = counted.what;
    if (counted.count > 1) {
      message += " (" + std::to_string(counted.count) + " in all";
      message += counted.place.empty() ? ")" : "; the first at " + counted.place + ")";
    } else if (!counted.place.empty()) {
      message += " (" + counted.place + ")";
    }
    transcript_.warnings.push_back({code, std::move(message)});
  }
  set_telling_roles(transcript_.speakers);
  return std::move(transcript_);
}

}  // namespace barometer
