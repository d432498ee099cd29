// Text without labels: each line is a turn of nobody, and a person says which are the candidate's.
#include "transcript/clock.hpp"
#include "transcript/importer.hpp"
#include "transcript/labels.hpp"
#include "transcript/lines.hpp"

namespace barometer {
namespace {

constexpr std::string_view format = "plain_text";

bool recognises(const SourceFile&) { return true; }

Result<Transcript> read(const SourceFile& file, const ImportLimits& limits) {
  TranscriptBuilder builder(std::string(format), file.bytes, limits);
  const auto lines = lines_of(file);
  LabelCensus census;
  for (const Line& line : lines) census.add(slice(file.text(), line.span));
  if (census.names_doubtful()) {
    builder.warn(
        "labels_doubtful",
        "Openings such as \"Name:\" are no more common than other words before a colon, so "
        "none was taken for a speaker");
  }
  for (const Line& line : lines) {
    const auto clock = read_bracketed_clock(slice(file.text(), line.span));
    if (clock) {
      builder.begin_turn("", clock->start_ms, clock->end_ms);
    } else {
      builder.begin_turn("");
    }
    add_joined(builder, {line.span.begin + (clock ? clock->length : 0), line.span.end});
  }
  return std::move(builder).finish();
}

}  // namespace

extern const Importer plain_text_importer = {format, "Plain text", recognises, read};

}  // namespace barometer
