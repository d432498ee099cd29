// OpenAI Whisper: the program's JSON and the API's verbose_json. No speakers; seconds.
#include <cmath>

#include "transcript/json_import.hpp"

namespace barometer {
namespace {

// Whisper's own limits for what it takes to be silence or a failed decoding.
constexpr double least_avg_logprob = -1.0;
constexpr double most_no_speech_prob = 0.6;

bool recognises(const SourceFile& file) {
  return has_path(file, {"segments", "[]", "avg_logprob"});
}

void count_confidence(ConfidenceCount& confidence, const JsonValue& segment) {
  const auto words = segment["words"];
  if (words.size() > 0) return confidence.add_each(words, "probability");
  // The mean over the segment's tokens stands in for each of its words.
  const auto logprob = segment["avg_logprob"].number();
  if (logprob) confidence.add(std::exp(*logprob), spaced_words(segment["text"].text()));
}

bool may_be_invented(const JsonValue& segment) {
  return segment["avg_logprob"].number().value_or(0.0) < least_avg_logprob ||
         segment["no_speech_prob"].number().value_or(0.0) > most_no_speech_prob;
}

Result<Transcript> read(const SourceFile& file, const ImportLimits& limits) {
  const auto json = parse_json(file, limits);
  if (!json) return json.error();
  TranscriptBuilder builder("whisper_json", file.bytes, limits);
  ConfidenceCount confidence;
  const auto segments = json->root()["segments"];
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const auto segment = segments.at(i);
    const auto place = nth("segment", i);
    const auto text = segment["text"].literal();
    if (!text) continue;
    const auto start = read_time(builder, segment["start"], TimeUnit::Seconds, place);
    const auto end = read_time(builder, segment["end"], TimeUnit::Seconds, place);
    builder.begin_turn("", start, end);
    add_json_string(builder, *text);
    count_confidence(confidence, segment);
    if (spaced_words(segment["text"].text()) > 0 && may_be_invented(segment)) {
      builder.warn("possible_hallucination",
                   "A segment may be invented for silence: low avg_logprob or high no_speech_prob",
                   place);
    }
  }
  confidence.tell(builder);
  return std::move(builder).finish();
}

}  // namespace

extern const Importer whisper_json_importer;
const Importer whisper_json_importer{"whisper_json", "OpenAI Whisper (.json)", recognises, read};

}  // namespace barometer
