// AssemblyAI: utterances, or single words where speaker labels were off. Whole milliseconds.
#include "transcript/json_import.hpp"

namespace barometer {
namespace {

bool recognises(const SourceFile& file) { return has_path(file, {"utterances"}); }

std::string speaker_of(const JsonValue& said) {
  const auto speaker = said["speaker"].label();
  return speaker.empty() ? said["channel"].label() : speaker;
}

void read_utterances(TranscriptBuilder& builder, const JsonValue& utterances,
                     ConfidenceCount& confidence) {
  for (std::size_t i = 0; i < utterances.size(); ++i) {
    const auto utterance = utterances.at(i);
    const auto place = nth("utterance", i);
    const auto text = utterance["text"].literal();
    if (!text) continue;
    const auto start = read_time(builder, utterance["start"], TimeUnit::Milliseconds, place);
    const auto end = read_time(builder, utterance["end"], TimeUnit::Milliseconds, place);
    builder.begin_turn(speaker_of(utterance), start, end);
    add_json_string(builder, *text);
    if (utterance["words"].size() > 0) {
      confidence.add_each(utterance["words"], "confidence");
    } else {
      confidence.add(utterance["confidence"].number(), spaced_words(utterance["text"].text()));
    }
  }
}

void read_words(TranscriptBuilder& builder, const JsonValue& words, ConfidenceCount& confidence) {
  WordTurns turns;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto word = words.at(i);
    const auto place = nth("word", i);
    turns.add_word({speaker_of(word),
                    read_time(builder, word["start"], TimeUnit::Milliseconds, place),
                    read_time(builder, word["end"], TimeUnit::Milliseconds, place), word["text"]});
  }
  add_turns(builder, std::move(turns).take());
  confidence.add_each(words, "confidence");
}

Result<Transcript> read(const SourceFile& file, const ImportLimits& limits) {
  const auto json = parse_json(file, limits);
  if (!json) return json.error();
  TranscriptBuilder builder("assemblyai_json", file.bytes, limits);
  ConfidenceCount confidence;
  const auto root = json->root();
  if (root["utterances"].size() > 0) {
    read_utterances(builder, root["utterances"], confidence);
  } else {
    builder.warn(
        "utterances_missing",
        "The file has no utterances, so turns were built from single words; switch speaker "
        "labels on to get them");
    if (root["words"].size() > 0) {
      read_words(builder, root["words"], confidence);
    } else if (const auto text = root["text"].literal()) {
      builder.begin_turn("");
      add_json_string(builder, *text);
    }
  }
  confidence.tell(builder);
  return std::move(builder).finish();
}

}  // namespace

extern const Importer assemblyai_json_importer;
const Importer assemblyai_json_importer{"assemblyai_json", "AssemblyAI (.json)", recognises, read};

}  // namespace barometer
