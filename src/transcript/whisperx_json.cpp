// WhisperX: segments with aligned words. Seconds. A segment may mix speakers, so its words vote.
#include <map>

#include "transcript/json_import.hpp"

namespace barometer {
namespace {

bool recognises(const SourceFile& file) {
  return has_path(file, {"word_segments"}) || has_path(file, {"segments", "[]", "speaker"});
}

// The label most words carry; at a tie the segment's own, then the first that was heard.
std::string voted_speaker(TranscriptBuilder& builder, const JsonValue& segment,
                          std::string_view place) {
  const auto own = segment["speaker"].label();
  std::map<std::string, std::size_t> votes;
  std::string winner;
  std::size_t most = 0;
  for (const JsonValue word : JsonElements(segment["words"])) {
    const auto label = word["speaker"].label();
    if (!label.empty()) ++votes[label];
  }
  for (const JsonValue word : JsonElements(segment["words"])) {
    const auto label = word["speaker"].label();
    if (label.empty()) continue;
    const auto count = votes[label];
    if (count > most || (count == most && label == own)) {
      winner = label;
      most = count;
    }
  }
  if (votes.size() > 1) {
    builder.warn("speakers_mixed",
                 "The words of a segment carry several labels; the most frequent one was taken",
                 place);
  }
  return winner.empty() ? own : winner;
}

// A segment without a time has that of its first or last word with one.
std::optional<std::int64_t> time_of(TranscriptBuilder& builder, const JsonValue& segment,
                                    std::string_view side, std::string_view place) {
  if (segment[side]) return read_time(builder, segment[side], TimeUnit::Seconds, place);
  const auto words = segment["words"];
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto word = words.at(side == "start" ? i : words.size() - 1 - i);
    if (!word[side]) continue;
    builder.warn("times_approximate", "A segment without times was given those of its words",
                 place);
    return read_time(builder, word[side], TimeUnit::Seconds, place);
  }
  return std::nullopt;
}

void read_segments(TranscriptBuilder& builder, const JsonValue& segments,
                   ConfidenceCount& confidence) {
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const auto segment = segments.at(i);
    const auto place = nth("segment", i);
    const auto text = segment["text"].literal();
    if (!text) continue;
    const auto start = time_of(builder, segment, "start", place);
    const auto end = time_of(builder, segment, "end", place);
    builder.begin_turn(voted_speaker(builder, segment, place), start, end);
    add_json_string(builder, *text);
    confidence.add_each(segment["words"], "score");
  }
}

void read_words(TranscriptBuilder& builder, const JsonValue& words, ConfidenceCount& confidence) {
  WordTurns turns;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto word = words.at(i);
    const auto place = nth("word", i);
    turns.add_word({word["speaker"].label(),
                    read_time(builder, word["start"], TimeUnit::Seconds, place),
                    read_time(builder, word["end"], TimeUnit::Seconds, place), word["word"]});
  }
  add_turns(builder, std::move(turns).take());
  confidence.add_each(words, "score");
}

Result<Transcript> read(const SourceFile& file, const ImportLimits& limits) {
  const auto json = parse_json(file, limits);
  if (!json) return json.error();
  TranscriptBuilder builder("whisperx_json", file.bytes, limits);
  ConfidenceCount confidence;
  const auto root = json->root();
  if (root["segments"].size() > 0) {
    read_segments(builder, root["segments"], confidence);
  } else {
    read_words(builder, root["word_segments"], confidence);
  }
  confidence.tell(builder);
  return std::move(builder).finish();
}

}  // namespace

extern const Importer whisperx_json_importer;
const Importer whisperx_json_importer{"whisperx_json", "WhisperX (.json)", recognises, read};

}  // namespace barometer
