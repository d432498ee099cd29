// Report: turns an interview's report into text for people (terminal, HTML, Markdown) and for
// programs (JSON, JSON lines). Pure functions; nothing is read or written.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/interview.hpp"
#include "domain/pack.hpp"

namespace barometer {

enum class ReportFormat : std::uint8_t { Terminal, Html, Json, Jsonl, Markdown };

inline constexpr std::array<ReportFormat, 5> report_formats = {
    ReportFormat::Terminal, ReportFormat::Html, ReportFormat::Json, ReportFormat::Jsonl,
    ReportFormat::Markdown};

// As written after --format: terminal, html, json, jsonl, markdown.
std::string_view to_string(ReportFormat format);
std::optional<ReportFormat> report_format_from(std::string_view name);

enum class Colour : std::uint8_t { Off, On };

// Both are for the terminal only.
struct RenderOptions {
  std::size_t width = 80;  // columns; brought into [40, 120]
  Colour colour = Colour::Off;
};

// The whole document. Precondition: `report` was made under `pack`, and its indexes hold (turns,
// exchanges). Text of others (names, speech, packs) can neither become markup nor steer a terminal.
// JSON and HTML end in one line break, as do all others; Jsonl is one line.
std::string render(ReportFormat format, const InterviewReport& report, const Pack& pack,
                   const RenderOptions& options = {});

}  // namespace barometer
