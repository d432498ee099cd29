// TranscriptBuilder: the one way an importer makes turns, so that text, runs and speakers always
// agree.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/byte_span.hpp"
#include "core/result.hpp"
#include "domain/transcript.hpp"
#include "transcript/importer.hpp"

namespace barometer {

class TranscriptBuilder {
 public:
  // `source` becomes Transcript::source; every offset given later counts in it.
  TranscriptBuilder(std::string format, std::string source, const ImportLimits& limits);

  std::string_view source() const { return transcript_.source; }

  // Starts a turn of `speaker` ("" if there is no label). Ends the one before; a turn without text
  // is forgotten.
  void begin_turn(std::string_view speaker, std::optional<std::int64_t> start_ms = std::nullopt,
                  std::optional<std::int64_t> end_ms = std::nullopt);
  // Text that stands in the source as it is. Spans of one turn ascend. Bytes that are not valid
  // UTF-8 come out as U+FFFD, with a warning.
  void add_source(ByteSpan span);
  // Text that the source holds in another form (an entity), or that joins two pieces (" "). It is
  // shown, but not quoted.
  void add_text(std::string_view text);
  // One character that the source holds as the JSON escape `span`.
  void add_json_escape(ByteSpan span, std::string_view character);
  bool turn_has_text() const;

  // Counts a warning; warnings with the same code are merged into one with the first `what`, the
  // first place ("line 12") and the count.
  void warn(std::string_view code, std::string_view what, std::string_view place = {});
  void set_low_confidence_share(double share);

  // InvalidInput when there was no speech, or a limit was passed. Trims white space at both ends of
  // every turn, drops times that run backwards within a turn (with a warning), warns when starts
  // run backwards between turns, and warns about turns without label ("labels_missing") or start
  // ("times_missing"). Sets the roles of telling labels.
  Result<Transcript> finish() &&;

 private:
  struct Counted {
    std::string what;
    std::string place;
    std::size_t count = 0;
  };

  void add_valid(ByteSpan span);
  void add_run(SourceRun run);
  void end_turn();
  void check_times(Turn& turn);
  void warn_about_gaps();

  Transcript transcript_;
  ImportLimits limits_;
  std::optional<Turn> open_;
  std::string open_speaker_;
  std::map<std::string, std::size_t, std::less<>> speaker_index_;
  std::map<std::string, Counted, std::less<>> warnings_;
  std::optional<std::int64_t> last_start_ms_;
  bool source_is_valid_ = true;
  std::string limit_passed_;  // what to tell; empty while within the limits
};

// Undoes JSON string escapes: adds the string literal source[span] (without its quotes) as source
// and text pieces.
void add_json_string(TranscriptBuilder& builder, ByteSpan literal);

}  // namespace barometer
