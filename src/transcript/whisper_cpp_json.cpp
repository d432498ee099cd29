// whisper.cpp -oj and -ojf. Milliseconds. Its writer escapes only quotes and backslashes, and may
// split a character between two segments: the bytes of either half are not valid UTF-8.
#include <algorithm>

#include "transcript/clock.hpp"
#include "transcript/json_import.hpp"

namespace barometer {
namespace {

bool recognises(const SourceFile& file) { return has_path(file, {"transcription"}); }

// `offsets` holds milliseconds, `timestamps` the same as text.
std::optional<std::int64_t> time_of(TranscriptBuilder& builder, const JsonValue& segment,
                                    std::string_view side, std::string_view place) {
  if (const auto offset = segment["offsets"][side]) {
    return read_time(builder, offset, TimeUnit::Milliseconds, place);
  }
  const auto clock = whole_clock(segment["timestamps"][side].text());
  return clock ? std::optional(clock->ms) : std::nullopt;
}

// Tokens are pieces of words; one that begins with a space begins a word. A word is as sure as its
// weakest piece.
void count_confidence(ConfidenceCount& confidence, const JsonValue& tokens) {
  std::optional<double> weakest;
  for (const JsonValue token : JsonElements(tokens)) {
    const auto text = token["text"].text();
    if (text.empty() || text.starts_with("[_")) continue;  // a mark of the decoder, not speech
    if (text.front() == ' ') {
      confidence.add(weakest);
      weakest.reset();
    }
    const auto sureness = token["p"].number();
    if (sureness) weakest = std::min(weakest.value_or(1.0), *sureness);
  }
  confidence.add(weakest);
}

Result<Transcript> read(const SourceFile& file, const ImportLimits& limits) {
  const auto json = parse_json(file, limits);
  if (!json) return json.error();
  TranscriptBuilder builder("whisper_cpp_json", file.bytes, limits);
  ConfidenceCount confidence;
  const auto segments = json->root()["transcription"];
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const auto segment = segments.at(i);
    const auto place = nth("segment", i);
    const auto text = segment["text"].literal();
    if (!text) continue;
    auto speaker = segment["speaker"].label();
    if (speaker == "?") speaker.clear();
    const auto start = time_of(builder, segment, "from", place);
    const auto end = time_of(builder, segment, "to", place);
    builder.begin_turn(speaker, start, end);
    add_json_string(builder, *text);
    count_confidence(confidence, segment["tokens"]);
    if (segment["speaker_turn_next"].label() == "true") {
      builder.warn("speaker_change_unnamed",
                   "The file marks that the speaker changes, but not who speaks", place);
    }
  }
  confidence.tell(builder);
  return std::move(builder).finish();
}

}  // namespace

extern const Importer whisper_cpp_json_importer;
const Importer whisper_cpp_json_importer{"whisper_cpp_json", "whisper.cpp (.json)", recognises,
                                         read, /*tolerates_invalid_utf8=*/true};

}  // namespace barometer
