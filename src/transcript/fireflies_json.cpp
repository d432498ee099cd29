// Fireflies: the answer of its GraphQL API. Times are seconds in strings. `text` may have been
// edited by a user; `raw_text` is what was heard.
#include <map>

#include "transcript/json_import.hpp"

namespace barometer {
namespace {

bool recognises(const SourceFile& file) {
  return has_path(file, {"data", "transcript", "sentences"}) ||
         has_path(file, {"transcript", "sentences"}) || has_path(file, {"sentences"});
}

// Letters and digits only, ASCII in lower case: what is left when punctuation was added.
std::string bare(std::string_view text) {
  std::string letters;
  for (const char byte : text) {
    if (byte >= 'A' && byte <= 'Z') {
      letters += static_cast<char>(byte - 'A' + 'a');
    } else if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
               static_cast<unsigned char>(byte) >= 0x80) {
      letters += byte;
    }
  }
  return letters;
}

// The verbatim text of a sentence; a difference in words is told.
JsonValue verbatim_text(TranscriptBuilder& builder, const JsonValue& sentence,
                        std::string_view place) {
  const auto raw = sentence["raw_text"];
  const auto text = sentence["text"];
  if (!raw.has_text()) return text;
  if (text.has_text() && bare(raw.text()) != bare(text.text())) {
    builder.warn("edited_text",
                 "A sentence differs from what was heard, so what was heard (raw_text) was taken",
                 place);
  }
  return raw;
}

Result<Transcript> read(const SourceFile& file, const ImportLimits& limits) {
  const auto json = parse_json(file, limits);
  if (!json) return json.error();
  TranscriptBuilder builder("fireflies_json", file.bytes, limits);

  const auto root = json->root();
  auto transcript = root["data"]["transcript"];
  if (!transcript["sentences"]) {
    transcript = root["transcript"]["sentences"] ? root["transcript"] : root;
    builder.warn("format_doubtful", "The sentences do not stand in data.transcript");
  }
  std::map<std::string, std::string> names;
  for (const JsonValue speaker : JsonElements(transcript["speakers"])) {
    names[speaker["id"].label()] = speaker["name"].text();
  }
  const auto sentences = transcript["sentences"];
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const auto sentence = sentences.at(i);
    const auto place = nth("sentence", i);
    auto speaker = sentence["speaker_name"].text();
    if (speaker.empty()) {
      const auto id = sentence["speaker_id"].label();
      const auto named = names.find(id);
      speaker = named != names.end() && !named->second.empty() ? named->second : id;
    }
    const auto start = read_time(builder, sentence["start_time"], TimeUnit::Seconds, place);
    const auto end = read_time(builder, sentence["end_time"], TimeUnit::Seconds, place);
    builder.begin_turn(speaker, start, end);
    if (const auto literal = verbatim_text(builder, sentence, place).literal()) {
      add_json_string(builder, *literal);
    }
  }
  return std::move(builder).finish();
}

}  // namespace

extern const Importer fireflies_json_importer;
const Importer fireflies_json_importer{"fireflies_json", "Fireflies API (.json)", recognises, read};

}  // namespace barometer
