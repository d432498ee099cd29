// Importers turn the bytes of an exported file into a Transcript. One file per format; the table in
// importers.cpp lists them in order of detection, and the first that recognises the content reads
// it.
//
// Contract, checked for every importer in importer_contract_test.cpp:
//   1. The content decides, never the file name.
//   2. Transcript::source holds the bytes (for docx the extracted text) and faults(transcript) is
//      empty.
//   3. The same bytes give the same transcript.
//   4. A broken file gives one InvalidInput with the line or byte, and no partial transcript. The
//      message never repeats the speech.
//   5. Whatever is dropped or guessed leaves a Warning.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/result.hpp"
#include "domain/transcript.hpp"

namespace barometer {

class LabelPattern;

// Hostile input ends here. All are generous for a day-long recording.
struct ImportLimits {
  std::size_t max_bytes = std::size_t{32} << 20;           // of the file
  std::size_t max_unpacked_bytes = std::size_t{64} << 20;  // of a docx part
  std::size_t max_depth = 64;                              // of JSON or XML nesting
  std::size_t max_lines = 8'000'000;
  std::size_t max_turns = 200'000;
  std::size_t max_speakers = 1'000;
};

// What an importer is given: the whole file. It is valid UTF-8 without NUL, unless it is a zip, or
// `masked` says otherwise.
struct SourceFile {
  std::string bytes;           // as they are, byte-order mark included
  std::size_t text_begin = 0;  // behind the byte-order mark
  // Only where `bytes` is not valid UTF-8 and an importer tolerates that: the same length, with '?'
  // for every invalid byte. Offsets found in it count in `bytes`.
  std::string masked;

  // A person's own way to read labels, or none. For `labelled_text` only.
  const LabelPattern* label_pattern = nullptr;

  // What to parse: valid UTF-8 with the offsets of `bytes`.
  std::string_view text() const { return masked.empty() ? bytes : masked; }
};

struct Importer {
  std::string_view id;     // stable: "zoom_vtt"; Transcript::format and --input-format
  std::string_view title;  // for people: "Zoom cloud recording (.vtt)"
  bool (*recognises)(const SourceFile& file);
  Result<Transcript> (*read)(const SourceFile& file, const ImportLimits& limits);
  // True where the writers of a format are known to split characters; others never see bad bytes.
  bool tolerates_invalid_utf8 = false;
  // Only for a container (docx): its text, so that a named text format can read that instead.
  Result<std::string> (*unpack)(const SourceFile& file, const ImportLimits& limits) = nullptr;
};

// In order of detection. The last one reads any text.
std::span<const Importer> importers();

// Detects the format (or takes the one named) and reads it. InvalidInput for a file that no
// importer can read, or a format name that does not exist.
// With `labels`, a text (and that of a docx) is read as `labelled_text` by that pattern, whatever
// its content; InvalidInput for formats that name their speakers themselves, and where the pattern
// fits no line.
Result<Transcript> import_transcript(std::string bytes,
                                     std::optional<std::string_view> format = std::nullopt,
                                     const ImportLimits& limits = {},
                                     const LabelPattern* labels = nullptr);

}  // namespace barometer
