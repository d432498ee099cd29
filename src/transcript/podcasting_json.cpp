// Podcasting 2.0 transcripts: segments of a line or of one word. Seconds.
#include "transcript/json_import.hpp"

namespace barometer {
namespace {

bool recognises(const SourceFile& file) { return has_path(file, {"segments", "[]", "body"}); }

Result<Transcript> read(const SourceFile& file, const ImportLimits& limits) {
  const auto json = parse_json(file, limits);
  if (!json) return json.error();
  TranscriptBuilder builder("podcasting_json", file.bytes, limits);
  const auto segments = json->root()["segments"];
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const auto segment = segments.at(i);
    const auto place = nth("segment", i);
    const auto body = segment["body"].literal();
    if (!body) continue;
    const auto start = read_time(builder, segment["startTime"], TimeUnit::Seconds, place);
    const auto end = read_time(builder, segment["endTime"], TimeUnit::Seconds, place);
    builder.begin_turn(segment["speaker"].label(), start, end);
    add_json_string(builder, *body);
  }
  return std::move(builder).finish();
}

}  // namespace

extern const Importer podcasting_json_importer;
const Importer podcasting_json_importer{"podcasting_json", "Podcasting 2.0 (.json)", recognises,
                                        read};

}  // namespace barometer
