#include "report/transcript_formats.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "report/json_value.hpp"
#include "report/markdown_report.hpp"

namespace barometer {
namespace {

constexpr std::int64_t guessed_cue_ms = 2'000;  // where neither an end nor a next start is known

const std::string& speaker_of(const Transcript& transcript, const Turn& turn) {
  return transcript.speakers[turn.speaker].name;
}

std::string clock(std::int64_t ms) {
  return fmt::format("{:02}:{:02}:{:02}", ms / 3'600'000, ms / 60'000 % 60, ms / 1'000 % 60);
}

std::string cue_clock(std::int64_t ms) { return fmt::format("{}.{:03}", clock(ms), ms % 1'000); }

std::string on_one_line(std::string_view text) {
  std::string line(text);
  std::replace_if(
      line.begin(), line.end(), [](char byte) { return byte == '\n' || byte == '\r'; }, ' ');
  return line;
}

// Neighbouring turns of one speaker, for reading.
struct Paragraph {
  std::size_t speaker = 0;
  std::optional<std::int64_t> start_ms;
  std::string text;
};

std::vector<Paragraph> paragraphs(const Transcript& transcript) {
  std::vector<Paragraph> found;
  for (const Turn& turn : transcript.turns) {
    if (found.empty() || found.back().speaker != turn.speaker)
      found.push_back({turn.speaker, turn.start_ms, {}});
    std::string& text = found.back().text;
    if (!text.empty()) text += ' ';
    text += on_one_line(turn.text);
  }
  return found;
}

std::string as_json(const Transcript& transcript) {
  using report::Json;
  Json speakers = Json::array();
  for (const Speaker& speaker : transcript.speakers) {
    speakers.push_back({{"name", speaker.name}, {"role", std::string(to_string(speaker.role))}});
  }
  Json turns = Json::array();
  for (const Turn& turn : transcript.turns) {
    turns.push_back({{"speaker", speaker_of(transcript, turn)},
                     {"start_ms", report::or_null(turn.start_ms)},
                     {"end_ms", report::or_null(turn.end_ms)},
                     {"text", turn.text},
                     {"source_begin", turn.source.begin},
                     {"source_end", turn.source.end}});
  }
  Json warnings = Json::array();
  for (const Warning& warning : transcript.warnings) {
    warnings.push_back({{"code", warning.code}, {"message", warning.message}});
  }
  const Json whole = {{"format", transcript.format},
                      {"speakers", speakers},
                      {"turns", turns},
                      {"warnings", warnings}};
  return report::dumped(whole, 2) + "\n";
}

// Lines that the plain-text importer reads back: "[00:03:10] Dana Osei: Who approved it?".
std::string as_text(const Transcript& transcript) {
  std::string text;
  for (const Paragraph& paragraph : paragraphs(transcript)) {
    if (paragraph.start_ms)
      fmt::format_to(std::back_inserter(text), "[{}] ", clock(*paragraph.start_ms));
    const std::string& name = transcript.speakers[paragraph.speaker].name;
    if (!name.empty()) text += name + ": ";
    text += paragraph.text + "\n";
  }
  return text;
}

std::string escaped_cue(std::string_view text) {
  std::string escaped;
  for (const char byte : text) {
    switch (byte) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      default:
        escaped += byte;
    }
  }
  return escaped;
}

std::string as_vtt(const Transcript& transcript) {
  std::string text = "WEBVTT\n";
  const auto& turns = transcript.turns;
  for (std::size_t i = 0; i < turns.size(); ++i) {
    const Turn& turn = turns[i];
    if (!turn.start_ms) continue;
    const bool next_is_later =
        i + 1 < turns.size() && turns[i + 1].start_ms && *turns[i + 1].start_ms > *turn.start_ms;
    const std::int64_t end = turn.end_ms     ? *turn.end_ms
                             : next_is_later ? *turns[i + 1].start_ms
                                             : *turn.start_ms + guessed_cue_ms;
    const std::string& name = speaker_of(transcript, turn);
    const std::string said = escaped_cue(on_one_line(turn.text));
    fmt::format_to(std::back_inserter(text), "\n{} --> {}\n{}\n", cue_clock(*turn.start_ms),
                   cue_clock(end),
                   name.empty() ? said : fmt::format("<v {}>{}</v>", escaped_cue(name), said));
  }
  return text;
}

std::string as_markdown(const Transcript& transcript) {
  std::string text;
  for (const Paragraph& paragraph : paragraphs(transcript)) {
    if (!text.empty()) text += '\n';
    const std::string& name = transcript.speakers[paragraph.speaker].name;
    fmt::format_to(std::back_inserter(text), "**{}**",
                   report::markdown_text(name.empty() ? "(no label)" : name));
    if (paragraph.start_ms)
      fmt::format_to(std::back_inserter(text), " ({})", clock(*paragraph.start_ms));
    text += ": " + report::markdown_text(paragraph.text) + "\n";
  }
  return text;
}

}  // namespace

std::string_view to_string(TranscriptFormat format) {
  switch (format) {
    case TranscriptFormat::Text:
      return "text";
    case TranscriptFormat::Json:
      return "json";
    case TranscriptFormat::Vtt:
      return "vtt";
    case TranscriptFormat::Markdown:
      return "markdown";
  }
  return "text";
}

std::optional<TranscriptFormat> transcript_format_from(std::string_view name) {
  const auto found = std::find_if(transcript_formats.begin(), transcript_formats.end(),
                                  [&](TranscriptFormat one) { return to_string(one) == name; });
  if (found == transcript_formats.end()) return std::nullopt;
  return *found;
}

std::string render(TranscriptFormat format, const Transcript& transcript) {
  switch (format) {
    case TranscriptFormat::Text:
      return as_text(transcript);
    case TranscriptFormat::Json:
      return as_json(transcript);
    case TranscriptFormat::Vtt:
      return as_vtt(transcript);
    case TranscriptFormat::Markdown:
      return as_markdown(transcript);
  }
  return {};
}

}  // namespace barometer
