// AWS Transcribe: single words ("items"). Times and confidences are strings, times in seconds;
// punctuation is an item of its own, without a time.
#include <map>

#include "transcript/json_import.hpp"

namespace barometer {
namespace {

bool recognises(const SourceFile& file) {
  return has_path(file, {"results", "items"}) || has_path(file, {"results", "channel_labels"});
}

// Who spoke from a moment on, from results.speaker_labels.
struct LabelledMoment {
  std::string speaker;
  std::size_t segment = 0;
};
using LabelledMoments = std::map<std::int64_t, LabelledMoment>;

LabelledMoments labelled_moments(const JsonValue& speaker_labels) {
  LabelledMoments moments;
  const auto segments = speaker_labels["segments"];
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const auto segment = segments.at(i);
    const auto segment_speaker = segment["speaker_label"].label();
    if (const auto start = segment["start_time"].scaled(3)) {
      moments.try_emplace(*start, LabelledMoment{segment_speaker, i});
    }
    for (const JsonValue item : JsonElements(segment["items"])) {
      const auto start = item["start_time"].scaled(3);
      if (!start) continue;
      const auto speaker = item["speaker_label"].label();
      moments.insert_or_assign(*start,
                               LabelledMoment{speaker.empty() ? segment_speaker : speaker, i});
    }
  }
  return moments;
}

class ItemReader {
 public:
  ItemReader(TranscriptBuilder& builder, ConfidenceCount& confidence)
      : builder_(builder), confidence_(confidence) {}

  std::vector<PendingTurn> read(const JsonValue& items, const LabelledMoments& moments,
                                const std::string& channel) {
    WordTurns turns;
    std::optional<std::size_t> segment;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const auto item = items.at(i);
      const auto best = item["alternatives"].at(0);
      if (item["type"].text() == "punctuation") {
        turns.add_punctuation(best["content"]);
        continue;
      }
      const auto place = nth("item", i);
      SpokenWord word{speaker_of(item, channel),
                      read_time(builder_, item["start_time"], TimeUnit::Seconds, place),
                      read_time(builder_, item["end_time"], TimeUnit::Seconds, place),
                      best["content"]};
      if (const auto moment = word.start_ms ? moments.find(*word.start_ms) : moments.end();
          moment != moments.end()) {
        segment = moment->second.segment;
        if (word.speaker.empty()) word.speaker = moment->second.speaker;
      }
      word.segment = segment;
      confidence_.add(best["confidence"].number());
      turns.add_word(std::move(word));
    }
    return std::move(turns).take();
  }

 private:
  static std::string speaker_of(const JsonValue& item, const std::string& channel) {
    if (!channel.empty()) return channel;
    const auto speaker = item["speaker_label"].label();
    return speaker.empty() ? item["channel_label"].label() : speaker;
  }

  TranscriptBuilder& builder_;
  ConfidenceCount& confidence_;
};

Result<Transcript> read(const SourceFile& file, const ImportLimits& limits) {
  const auto json = parse_json(file, limits);
  if (!json) return json.error();
  TranscriptBuilder builder("aws_json", file.bytes, limits);
  ConfidenceCount confidence;
  ItemReader items(builder, confidence);
  const auto results = json->root()["results"];
  const auto channels = results["channel_labels"]["channels"];
  std::vector<PendingTurn> turns;
  if (channels.size() > 0) {
    for (const JsonValue channel : JsonElements(channels)) {
      auto said = items.read(channel["items"], {}, channel["channel_label"].label());
      turns.insert(turns.end(), std::make_move_iterator(said.begin()),
                   std::make_move_iterator(said.end()));
    }
    put_in_spoken_order(turns);
  } else {
    turns = items.read(results["items"], labelled_moments(results["speaker_labels"]), {});
  }
  add_turns(builder, turns);
  confidence.tell(builder);
  return std::move(builder).finish();
}

}  // namespace

extern const Importer aws_json_importer;
const Importer aws_json_importer{"aws_json", "AWS Transcribe (.json)", recognises, read};

}  // namespace barometer
