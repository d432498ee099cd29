// Transcript formats: a transcript as JSON, text, WebVTT or Markdown, for `barometer transcript
// show`.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/transcript.hpp"

namespace barometer {

enum class TranscriptFormat : std::uint8_t { Text, Json, Vtt, Markdown };

inline constexpr std::array<TranscriptFormat, 4> transcript_formats = {
    TranscriptFormat::Text, TranscriptFormat::Json, TranscriptFormat::Vtt,
    TranscriptFormat::Markdown};

std::string_view to_string(TranscriptFormat format);
std::optional<TranscriptFormat> transcript_format_from(std::string_view name);

// The whole document, ending in a line break. JSON (schemas/transcript-1.schema.json) keeps
// everything; text and Markdown join neighbouring turns of one speaker; WebVTT holds the turns that
// have a start.
std::string render(TranscriptFormat format, const Transcript& transcript);

}  // namespace barometer
