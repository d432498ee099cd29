// Google Speech-to-Text: results with single words, alone or inside a long-running operation. Times
// are strings, "1.300s". With diarization the last result repeats every word, with its speaker.
#include "transcript/json_import.hpp"

namespace barometer {
namespace {

bool recognises(const SourceFile& file) {
  return has_path(file, {"results", "[]", "alternatives"}) ||
         has_path(file, {"response", "results", "[]", "alternatives"});
}

JsonValue words_of(const JsonValue& result) { return result["alternatives"].at(0)["words"]; }

// "speakerTag" of version 1, where 0 means none; "speakerLabel" of version 2.
std::string speaker_of(const JsonValue& word) {
  const auto label = word["speakerLabel"].label();
  if (!label.empty()) return label;
  const auto tag = word["speakerTag"].label();
  return tag == "0" ? std::string() : tag;
}

bool has_speakers(const JsonValue& result) {
  for (const JsonValue word : JsonElements(words_of(result))) {
    if (!speaker_of(word).empty()) return true;
  }
  return false;
}

// Index of the first result to read: the last one when it alone tells the speakers of all words.
std::size_t first_result(const JsonValue& results) {
  const auto count = results.size();
  if (count < 2 || !has_speakers(results.at(count - 1))) return 0;
  for (std::size_t i = 0; i + 1 < count; ++i) {
    if (has_speakers(results.at(i))) return 0;
  }
  return count - 1;
}

bool has_channels(const JsonValue& results) {
  for (const JsonValue result : JsonElements(results)) {
    const auto channel = result["channelTag"].label();
    if (channel != results.at(0)["channelTag"].label()) return true;
  }
  return false;
}

class ResultReader {
 public:
  explicit ResultReader(TranscriptBuilder& builder) : builder_(builder) {}

  std::vector<PendingTurn> read(const JsonValue& results) {
    const bool channels = has_channels(results);
    std::vector<PendingTurn> turns;
    for (std::size_t i = first_result(results); i < results.size(); ++i) {
      const auto result = results.at(i);
      const auto place = nth("result", i);
      const auto channel = channels ? "channel " + result["channelTag"].label() : std::string();
      if (words_of(result).size() > 0) {
        read_words(words_of(result), channel, place, turns);
      } else {
        read_sentence(result, channel, place, turns);
      }
    }
    if (channels) put_in_spoken_order(turns);
    return turns;
  }

  const ConfidenceCount& confidence() const { return confidence_; }

 private:
  std::optional<std::int64_t> time_of(const JsonValue& word, std::string_view side,
                                      std::string_view place) {
    const auto time = word[std::string(side) + "Time"];
    const auto offset = word[std::string(side) + "Offset"];
    return read_time(builder_, time ? time : offset, TimeUnit::Seconds, place);
  }

  void read_words(const JsonValue& words, const std::string& channel, std::string_view place,
                  std::vector<PendingTurn>& turns) {
    WordTurns spoken;
    for (const JsonValue word : JsonElements(words)) {
      const auto speaker = speaker_of(word);
      spoken.add_word({speaker.empty() ? channel : speaker, time_of(word, "start", place),
                       time_of(word, "end", place), word["word"]});
      // With diarization 0 stands for "not told".
      const auto sureness = word["confidence"].number();
      if (sureness.value_or(0.0) > 0.0) confidence_.add(sureness);
    }
    for (PendingTurn& turn : std::move(spoken).take()) turns.push_back(std::move(turn));
  }

  // A result without words tells only when it ends.
  void read_sentence(const JsonValue& result, const std::string& channel, std::string_view place,
                     std::vector<PendingTurn>& turns) {
    const auto best = result["alternatives"].at(0);
    if (!best["transcript"].has_text()) return;
    turns.push_back({channel, {}, time_of(result, "resultEnd", place), {{best["transcript"]}}});
    confidence_.add(best["confidence"].number(), spaced_words(best["transcript"].text()));
  }

  TranscriptBuilder& builder_;
  ConfidenceCount confidence_;
};

Result<Transcript> read(const SourceFile& file, const ImportLimits& limits) {
  const auto json = parse_json(file, limits);
  if (!json) return json.error();
  TranscriptBuilder builder("google_stt_json", file.bytes, limits);
  const auto root = json->root();
  ResultReader reader(builder);
  add_turns(builder, reader.read(root["results"] ? root["results"] : root["response"]["results"]));
  reader.confidence().tell(builder);
  return std::move(builder).finish();
}

}  // namespace

extern const Importer google_stt_json_importer;
const Importer google_stt_json_importer{"google_stt_json", "Google Speech-to-Text (.json)",
                                        recognises, read};

}  // namespace barometer
