#include "domain/transcript.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "core/json_escape.hpp"
#include "core/utf8.hpp"

namespace barometer {
namespace {

constexpr std::array<std::pair<Role, std::string_view>, 4> role_names = {{
    {Role::Unknown, "unknown"},
    {Role::Candidate, "candidate"},
    {Role::Interviewer, "interviewer"},
    {Role::Other, "other"},
}};

bool has_word(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return value >= 0x80 || std::isalnum(value) != 0;
  });
}

bool is_proven(const Transcript& transcript, const Turn& turn, const SourceRun& run) {
  const std::string_view source = transcript.source;
  const auto raw = slice(source, {run.source_begin, run.source_end()});
  const auto said = std::string_view(turn.text).substr(run.text_begin, run.length);
  if (run.escape_length == 0) return raw == said;
  const auto escape = json_escape_at(raw);
  if (!escape || escape->length != raw.size()) return false;
  std::string meaning;
  utf8::append(meaning, escape->code_point);
  return meaning == said;
}

}  // namespace

std::string_view to_string(Role role) {
  for (const auto& [value, name] : role_names) {
    if (value == role) return name;
  }
  return "unknown";
}

std::optional<Role> role_from(std::string_view name) {
  for (const auto& [role, known] : role_names) {
    if (known == name) return role;
  }
  return std::nullopt;
}

std::vector<Passage> verbatim_passages(const Transcript& transcript, std::size_t turn,
                                       ByteSpan span) {
  const Turn& said = transcript.turns[turn];
  std::vector<Passage> passages;
  std::size_t covered_to = span.begin;
  for (const SourceRun& run : said.runs) {
    const auto begin = std::max(run.text_begin, span.begin);
    const auto end = std::min(run.text_end(), span.end);
    if (begin >= end) continue;
    ByteSpan source{run.source_begin, run.source_end()};
    if (run.escape_length == 0) {
      source.begin += begin - run.text_begin;
      source.end = source.begin + (end - begin);
    } else if (end - begin != run.length) {
      continue;  // half a character has no bytes of its own
    }
    // Words joined by a space of ours, and punctuation that a recogniser lists apart from its word,
    // belong together; everything else between two runs is a cut.
    const auto between = slice(said.text, {covered_to, begin});
    const bool joined = !passages.empty() && (between.empty() || between == " ");
    if (joined) {
      Passage& last = passages.back();
      last.span.end = end;
      if (between.empty() && last.source.back().end == source.begin) {
        last.source.back().end = source.end;
      } else {
        last.source.push_back(source);
      }
    } else {
      passages.push_back({turn, {begin, end}, {}, {source}});
    }
    covered_to = end;
  }
  for (Passage& passage : passages) passage.quote = slice(said.text, passage.span);
  std::erase_if(passages, [](const Passage& passage) { return !has_word(passage.quote); });
  return passages;
}

std::vector<std::string> faults(const Transcript& transcript) {
  std::vector<std::string> found;
  const auto report = [&found](std::size_t turn, std::string_view what) {
    found.push_back("turn " + std::to_string(turn) + ": " + std::string(what));
  };
  for (std::size_t i = 0; i < transcript.turns.size(); ++i) {
    const Turn& turn = transcript.turns[i];
    if (turn.speaker >= transcript.speakers.size()) report(i, "speaker does not exist");
    if (turn.text.empty()) report(i, "empty text");
    if (turn.start_ms && *turn.start_ms < 0) report(i, "start before the recording");
    if (turn.start_ms && turn.end_ms && *turn.end_ms < *turn.start_ms)
      report(i, "ends before it starts");
    if (turn.source.begin > turn.source.end || turn.source.end > transcript.source.size()) {
      report(i, "source span outside the source");
      continue;
    }
    if (turn.source.empty()) report(i, "no source: the text stands nowhere");
    std::size_t text_end = 0;
    std::size_t source_end = turn.source.begin;
    for (const SourceRun& run : turn.runs) {
      if (run.length == 0) report(i, "empty run");
      if (run.text_begin < text_end || run.text_end() > turn.text.size()) {
        report(i, "run outside the text or out of order");
        break;
      }
      if (run.source_begin < source_end || run.source_end() > turn.source.end) {
        report(i, "run outside the turn's source span or out of order");
        break;
      }
      if (!is_proven(transcript, turn, run)) report(i, "run differs from the source");
      text_end = run.text_end();
      source_end = run.source_end();
    }
  }
  return found;
}

}  // namespace barometer
