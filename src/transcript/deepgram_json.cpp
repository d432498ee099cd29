// Deepgram: utterances where they were asked for, else paragraphs, else single words. Seconds;
// speakers are numbers, which start again in every channel.
#include "transcript/json_import.hpp"

namespace barometer {
namespace {

bool recognises(const SourceFile& file) {
  return has_path(file, {"results", "channels"}) ||
         (has_path(file, {"results", "utterances"}) && !has_path(file, {"results", "items"}));
}

// With several channels a number alone would make two people one.
std::string label_of(const JsonValue& speaker, std::size_t channel, std::size_t channels) {
  auto label = speaker.label();
  if (channels < 2) return label;
  const auto place = "channel " + std::to_string(channel);
  return label.empty() ? place : place + ", speaker " + label;
}

class ResponseReader {
 public:
  ResponseReader(TranscriptBuilder& builder, const JsonValue& results)
      : builder_(builder), results_(results), channels_(results["channels"].size()) {}

  std::vector<PendingTurn> turns() {
    if (results_["utterances"].size() > 0) {
      read_utterances();
      return std::move(turns_);
    }
    for (std::size_t channel = 0; channel < channels_; ++channel) {
      const auto best = results_["channels"].at(channel)["alternatives"].at(0);
      if (best["paragraphs"]["paragraphs"].size() > 0) {
        read_paragraphs(best["paragraphs"]["paragraphs"], channel);
      } else if (best["words"].size() > 0) {
        read_words(best["words"], channel);
      } else if (best["transcript"].has_text()) {
        turns_.push_back({label_of({}, channel, channels_), {}, {}, {{best["transcript"]}}});
      }
    }
    if (channels_ > 1) put_in_spoken_order(turns_);
    return std::move(turns_);
  }

 private:
  std::optional<std::int64_t> seconds(const JsonValue& time, std::string_view place) {
    return read_time(builder_, time, TimeUnit::Seconds, place);
  }

  void read_utterances() {
    const auto utterances = results_["utterances"];
    for (std::size_t i = 0; i < utterances.size(); ++i) {
      const auto utterance = utterances.at(i);
      const auto place = nth("utterance", i);
      const auto channel = static_cast<std::size_t>(
          std::max<std::int64_t>(utterance["channel"].scaled(0).value_or(0), 0));
      turns_.push_back({label_of(utterance["speaker"], channel, channels_),
                        seconds(utterance["start"], place),
                        seconds(utterance["end"], place),
                        {{utterance["transcript"]}}});
    }
  }

  void read_paragraphs(const JsonValue& paragraphs, std::size_t channel) {
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
      const auto paragraph = paragraphs.at(i);
      const auto place = nth("paragraph", i);
      const auto label = label_of(paragraph["speaker"], channel, channels_);
      for (const JsonValue sentence : JsonElements(paragraph["sentences"])) {
        turns_.push_back({label,
                          seconds(sentence["start"], place),
                          seconds(sentence["end"], place),
                          {{sentence["text"]}}});
      }
    }
  }

  void read_words(const JsonValue& words, std::size_t channel) {
    WordTurns spoken;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const auto word = words.at(i);
      const auto place = nth("word", i);
      const auto punctuated = word["punctuated_word"];
      spoken.add_word({label_of(word["speaker"], channel, channels_), seconds(word["start"], place),
                       seconds(word["end"], place),
                       punctuated.has_text() ? punctuated : word["word"]});
    }
    for (PendingTurn& turn : std::move(spoken).take()) turns_.push_back(std::move(turn));
  }

  TranscriptBuilder& builder_;
  JsonValue results_;
  std::size_t channels_;
  std::vector<PendingTurn> turns_;
};

// The words of the channels are all words; those of utterances repeat them.
void count_confidence(ConfidenceCount& confidence, const JsonValue& results) {
  bool found = false;
  for (const JsonValue channel : JsonElements(results["channels"])) {
    const auto words = channel["alternatives"].at(0)["words"];
    confidence.add_each(words, "confidence");
    found = found || words.size() > 0;
  }
  if (found) return;
  for (const JsonValue utterance : JsonElements(results["utterances"])) {
    const auto words = spaced_words(utterance["transcript"].text());
    confidence.add(utterance["confidence"].number(), words);
  }
}

Result<Transcript> read(const SourceFile& file, const ImportLimits& limits) {
  const auto json = parse_json(file, limits);
  if (!json) return json.error();
  TranscriptBuilder builder("deepgram_json", file.bytes, limits);
  const auto results = json->root()["results"];
  add_turns(builder, ResponseReader(builder, results).turns());
  ConfidenceCount confidence;
  count_confidence(confidence, results);
  confidence.tell(builder);
  return std::move(builder).finish();
}

}  // namespace

extern const Importer deepgram_json_importer;
const Importer deepgram_json_importer{"deepgram_json", "Deepgram (.json)", recognises, read};

}  // namespace barometer
