// What the importers of JSON exports share: parsing, times, confidences, and turns that are put in
// order before they reach the builder.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "json/located_json.hpp"
#include "transcript/importer.hpp"
#include "transcript/transcript_builder.hpp"

namespace barometer {

// True where the text is a JSON object or a list of objects: nobody's speech.
bool is_json(const SourceFile& file);

// True for a JSON object with a value at one of the path's ends; see has_json_path.
bool has_path(const SourceFile& file, std::initializer_list<std::string_view> path);

// Offsets count in file.bytes. The result is a view into `file`.
Result<LocatedJson> parse_json(const SourceFile& file, const ImportLimits& limits);

// The importers of JSON, in order of detection; defined with the table in importers.cpp.
std::span<const Importer> importers_of_json();

// Why a JSON file that no importer recognises cannot be read: it is broken, or its keys are
// unknown.
Error unknown_json(const SourceFile& file, const ImportLimits& limits);

// "segment 12": elements count from 1.
std::string nth(std::string_view element, std::size_t index);

enum class TimeUnit : std::uint8_t { Seconds, Milliseconds };

// A time as whole milliseconds. Takes numbers, strings that hold one, and "1.300s". One that is
// there but cannot be read, or is negative, is dropped with a warning.
std::optional<std::int64_t> read_time(TranscriptBuilder& builder, const JsonValue& time,
                                      TimeUnit unit, std::string_view place);

// Counts how sure the recogniser was of its words.
class ConfidenceCount {
 public:
  // Below this a word counts as unsure.
  static constexpr double unsure_below = 0.5;

  // `words` that were heard with `confidence` in [0, 1]. Words without one are not counted.
  void add(std::optional<double> confidence, std::size_t words = 1);
  // Every element's `key`.
  void add_each(const JsonValue& words, std::string_view key);
  // Sets the share, and warns where there are unsure words.
  void tell(TranscriptBuilder& builder) const;

 private:
  std::size_t words_ = 0;
  std::size_t unsure_ = 0;
};

// Words between white space.
std::size_t spaced_words(std::string_view text);

// A turn that waits for its place in the spoken order.
struct PendingTurn {
  struct Piece {
    JsonValue text;      // a string
    bool glued = false;  // without a space after the piece before it
  };

  std::string speaker;
  std::optional<std::int64_t> start_ms;
  std::optional<std::int64_t> end_ms;
  std::vector<Piece> pieces;
};

// Sorts by start; a turn without one stays behind the turn it followed.
void put_in_spoken_order(std::vector<PendingTurn>& turns);

// Hands the turns to the builder, pieces joined by one space.
void add_turns(TranscriptBuilder& builder, const std::vector<PendingTurn>& turns);

// A word as a recogniser gives it. `segment` changes where the format itself ends a segment.
struct SpokenWord {
  std::string speaker;
  std::optional<std::int64_t> start_ms;
  std::optional<std::int64_t> end_ms;
  JsonValue text;
  std::optional<std::size_t> segment = std::nullopt;
};

// Makes turns of single words. A turn ends where the speaker changes and where the format ends a
// segment; in formats without segments, behind a sentence and before a silence of two seconds.
class WordTurns {
 public:
  // Words whose text is no string or is empty are left out.
  void add_word(SpokenWord word);
  // Punctuation belongs to the word on its left and has no time of its own.
  void add_punctuation(const JsonValue& text);

  bool empty() const { return turns_.empty(); }
  std::vector<PendingTurn> take() && { return std::move(turns_); }

 private:
  bool starts_turn(const SpokenWord& word) const;

  std::vector<PendingTurn> turns_;
  std::optional<std::size_t> segment_;
};

}  // namespace barometer
