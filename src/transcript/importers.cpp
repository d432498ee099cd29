#include <array>
#include <string_view>

#include "transcript/extracted_text.hpp"
#include "transcript/importer.hpp"
#include "transcript/json_import.hpp"

// The table of formats, in order of detection: one line each, here, for a file that defines
// `const Importer <id>_importer`. The order is that of section "Detection" in README.md.
#define BAROMETER_JSON_FORMATS(FORMAT) \
  FORMAT(whisper_cpp_json)             \
  FORMAT(aws_json)                     \
  FORMAT(deepgram_json)                \
  FORMAT(google_stt_json)              \
  FORMAT(assemblyai_json)              \
  FORMAT(fireflies_json)               \
  FORMAT(podcasting_json)              \
  FORMAT(whisperx_json)                \
  FORMAT(whisper_json)
#define BAROMETER_MACHINE_FORMATS(FORMAT) \
  FORMAT(docx)                            \
  FORMAT(teams_vtt)                       \
  FORMAT(whisper_cpp_vtt)                 \
  FORMAT(whisperx_vtt)                    \
  FORMAT(zoom_vtt)                        \
  FORMAT(vtt)                             \
  FORMAT(whisperx_srt)                    \
  FORMAT(srt)
// What may stand in a document, too.
#define BAROMETER_TEXT_FORMATS(FORMAT) \
  FORMAT(zoom_chat)                    \
  FORMAT(otter_txt)                    \
  FORMAT(teams_docx)                   \
  FORMAT(zoom_captions)                \
  FORMAT(google_meet)                  \
  FORMAT(whisperx_txt)                 \
  FORMAT(labelled_text)                \
  FORMAT(plain_text)

namespace barometer {

#define BAROMETER_DECLARE(id) extern const Importer id##_importer;
BAROMETER_JSON_FORMATS(BAROMETER_DECLARE)
BAROMETER_MACHINE_FORMATS(BAROMETER_DECLARE)
BAROMETER_TEXT_FORMATS(BAROMETER_DECLARE)
#undef BAROMETER_DECLARE

#define BAROMETER_ENTRY(id) id##_importer,
#define BAROMETER_COUNT(id) +1

namespace {

constexpr std::size_t json_format_count = 0 BAROMETER_JSON_FORMATS(BAROMETER_COUNT);
constexpr std::size_t machine_format_count = 0 BAROMETER_MACHINE_FORMATS(BAROMETER_COUNT);

const auto& table() {
  static const auto all =
      std::to_array<Importer>({BAROMETER_JSON_FORMATS(BAROMETER_ENTRY) BAROMETER_MACHINE_FORMATS(
          BAROMETER_ENTRY) BAROMETER_TEXT_FORMATS(BAROMETER_ENTRY)});
  return all;
}

}  // namespace

std::span<const Importer> importers() { return table(); }

std::span<const Importer> importers_of_json() { return importers().first(json_format_count); }

std::span<const Importer> importers_of_extracted_text() {
  return importers().subspan(json_format_count + machine_format_count);
}

}  // namespace barometer
