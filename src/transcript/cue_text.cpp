#include "transcript/cue_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/utf8.hpp"
#include "transcript/clock.hpp"

namespace barometer {
namespace {

// What is longer is no markup. Without these limits a line of opening brackets takes for ever.
constexpr std::size_t longest_entity = 10;  // "&#x10FFFF;"
constexpr std::size_t longest_tag = 300;

struct Decoded {
  std::size_t length = 0;  // bytes in the source; 0 if nothing is to be undone
  std::string text;
};

std::optional<char32_t> numeric_reference(std::string_view digits) {
  const bool hexadecimal = digits.starts_with('x') || digits.starts_with('X');
  if (hexadecimal) digits.remove_prefix(1);
  if (digits.empty()) return std::nullopt;
  char32_t value = 0;
  for (const char digit : digits) {
    char32_t add = 0;
    if (digit >= '0' && digit <= '9') {
      add = static_cast<char32_t>(digit - '0');
    } else if (hexadecimal && digit >= 'a' && digit <= 'f') {
      add = static_cast<char32_t>(digit - 'a' + 10);
    } else if (hexadecimal && digit >= 'A' && digit <= 'F') {
      add = static_cast<char32_t>(digit - 'A' + 10);
    } else {
      return std::nullopt;
    }
    value = value * (hexadecimal ? 16 : 10) + add;
  }
  const bool scalar = value != 0 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
  if (!scalar) return std::nullopt;
  return value;
}

// The character reference at the start of `text`, which begins with '&'.
Decoded decode_entity(std::string_view text) {
  static constexpr auto names =
      std::to_array<std::pair<std::string_view, std::string_view>>({{"amp", "&"},
                                                                    {"lt", "<"},
                                                                    {"gt", ">"},
                                                                    {"quot", "\""},
                                                                    {"apos", "'"},
                                                                    {"nbsp", "\xC2\xA0"},
                                                                    {"lrm", "\xE2\x80\x8E"},
                                                                    {"rlm", "\xE2\x80\x8F"},
                                                                    {"hellip", "\xE2\x80\xA6"},
                                                                    {"ndash", "\xE2\x80\x93"},
                                                                    {"mdash", "\xE2\x80\x94"},
                                                                    {"lsquo", "\xE2\x80\x98"},
                                                                    {"rsquo", "\xE2\x80\x99"},
                                                                    {"ldquo", "\xE2\x80\x9C"},
                                                                    {"rdquo", "\xE2\x80\x9D"}});
  const auto end = text.substr(0, longest_entity).find(';');
  if (end == std::string_view::npos) return {};
  const auto name = text.substr(1, end - 1);
  if (name.starts_with('#')) {
    const auto code_point = numeric_reference(name.substr(1));
    if (!code_point) return {};
    Decoded decoded{end + 1, {}};
    utf8::append(decoded.text, *code_point);
    return decoded;
  }
  for (const auto& [known, meaning] : names) {
    if (known == name) return {end + 1, std::string(meaning)};
  }
  return {};
}

struct Tag {
  std::size_t length = 0;  // with its brackets; 0 if there is no tag
  bool closing = false;
  std::string_view name;
  std::string_view annotation;  // behind the name and its classes
};

bool is_known_tag(std::string_view name) {
  static constexpr auto known =
      std::to_array<std::string_view>({"c", "i", "b", "u", "s", "v", "ruby", "rt", "lang", "font"});
  return std::find(known.begin(), known.end(), name) != known.end();
}

// The tag at the start of `text`, which begins with '<'. A tag ends on its own line.
Tag read_tag(std::string_view text) {
  const auto end = text.substr(0, longest_tag).find('>');
  if (end == std::string_view::npos) return {};
  auto inside = text.substr(1, end - 1);
  Tag tag{end + 1, inside.starts_with('/'), {}, {}};
  if (tag.closing) inside.remove_prefix(1);
  if (const auto clock = read_clock(inside); clock && clock->length == inside.size()) return tag;
  const auto name_end = std::min(inside.find_first_of(". \t"), inside.size());
  tag.name = inside.substr(0, name_end);
  if (!is_known_tag(tag.name)) return {};
  const auto space = inside.find_first_of(" \t", name_end);
  if (space != std::string_view::npos) tag.annotation = inside.substr(space + 1);
  return tag;
}

// "{\an8}": where a player puts the line.
std::size_t position_tag(std::string_view text) {
  if (!text.starts_with("{\\")) return 0;
  const auto end = text.substr(0, longest_tag).find('}');
  return end == std::string_view::npos ? 0 : end + 1;
}

std::string undo_entities(std::string_view text) {
  std::string undone;
  for (std::size_t at = 0; at < text.size();) {
    const auto entity = text[at] == '&' ? decode_entity(text.substr(at)) : Decoded{};
    if (entity.length > 0) {
      undone += entity.text;
      at += entity.length;
    } else {
      undone += text[at++];
    }
  }
  const auto first = undone.find_first_not_of(" \t");
  if (first == std::string::npos) return {};
  return undone.substr(first, undone.find_last_not_of(" \t") - first + 1);
}

// Reads the lines of one cue, with the voice in force.
class CueDecoder {
 public:
  CueDecoder(std::string_view source, CueSyntax syntax) : source_(source), syntax_(syntax) {}

  void read(const Line& line) {
    const auto text = source_.substr(0, line.span.end);
    auto plain_from = line.span.begin;
    for (auto at = line.span.begin; at < line.span.end;) {
      const auto rest = text.substr(at);
      const Tag tag = rest.front() == '<' ? read_tag(rest) : Tag{};
      const auto entity =
          rest.front() == '&' && syntax_ == CueSyntax::Vtt ? decode_entity(rest) : Decoded{};
      const auto position = syntax_ == CueSyntax::Srt ? position_tag(rest) : 0;
      const auto length = std::max({tag.length, entity.length, position});
      if (length == 0) {
        ++at;
        continue;
      }
      current_.said.add_source(source_, {plain_from, at});
      current_.said.add_text(entity.text);
      if (tag.name == "v") change_voice(tag);
      at += length;
      plain_from = at;
    }
    current_.said.add_source(source_, {plain_from, line.span.end});
    end_line();
  }

  std::vector<CueLine> lines() && { return std::move(lines_); }

 private:
  void change_voice(const Tag& tag) {
    end_line();
    if (tag.closing) {
      current_.voice.reset();
    } else {
      current_.voice = undo_entities(tag.annotation);
    }
  }

  // A new line has the same voice.
  void end_line() {
    auto voice = current_.voice;
    if (!is_blank(current_.said.text)) lines_.push_back(std::move(current_));
    current_ = {std::move(voice), {}};
  }

  std::string_view source_;
  CueSyntax syntax_;
  CueLine current_;
  std::vector<CueLine> lines_;
};

}  // namespace

void DecodedText::add_source(std::string_view source, ByteSpan span) {
  if (span.empty()) return;
  runs.push_back({text.size(), span.begin, span.size()});
  text += slice(source, span);
}

std::vector<CueLine> decoded_lines(std::string_view source, const Cue& cue, CueSyntax syntax) {
  CueDecoder decoder(source, syntax);
  for (const Line& line : cue.lines) decoder.read(line);
  return std::move(decoder).lines();
}

void add_decoded(TranscriptBuilder& builder, const DecodedText& decoded, std::size_t begin) {
  const std::string_view text = decoded.text;
  const auto kept = trimmed_span(text, {begin, text.size()});
  if (kept.empty()) return;
  if (builder.turn_has_text()) builder.add_text(" ");
  auto at = kept.begin;
  for (const SourceRun& run : decoded.runs) {
    const auto run_begin = std::max(run.text_begin, at);
    const auto run_end = std::min(run.text_begin + run.length, kept.end);
    if (run_begin >= run_end) continue;
    builder.add_text(text.substr(at, run_begin - at));
    const auto source_begin = run.source_begin + (run_begin - run.text_begin);
    builder.add_source({source_begin, source_begin + (run_end - run_begin)});
    at = run_end;
  }
  builder.add_text(text.substr(at, kept.end - at));
}

}  // namespace barometer
