#include "import_property.hpp"

#include <cstdio>
#include <cstdlib>

#include "core/json_escape.hpp"
#include "core/utf8.hpp"
#include "property.hpp"
#include "transcript/importer.hpp"

namespace barometer::fuzz {
namespace {

[[noreturn]] void fail(const std::string& what) {
  std::fprintf(stderr, "property broken: %s\n", what.c_str());
  std::abort();
}

// A quote is the pieces of the source it names, joined by a space or by nothing.
void check_quotes(const Transcript& transcript, std::size_t turn) {
  const auto& said = transcript.turns[turn];
  for (const Passage& passage : verbatim_passages(transcript, turn, {0, said.text.size()})) {
    std::string_view rest = passage.quote;
    for (const ByteSpan piece : passage.source) {
      const auto bytes = slice(transcript.source, piece);
      const bool is_json = transcript.format.ends_with("_json");
      const std::string meaning = is_json ? without_json_escapes(bytes) : std::string(bytes);
      if (!rest.starts_with(meaning) && rest.starts_with(' ')) rest.remove_prefix(1);
      require(rest.starts_with(meaning), "a quote is not in the source");
      rest.remove_prefix(meaning.size());
    }
    require(rest.empty(), "a quote goes on behind the source");
  }
}

void check_transcript(const Transcript& transcript) {
  const auto found = faults(transcript);
  if (!found.empty()) fail(found.front());
  require(!transcript.turns.empty(), "a transcript without turns");
  for (std::size_t i = 0; i < transcript.turns.size(); ++i) {
    require(!utf8::first_invalid(transcript.turns[i].text), "a turn is not UTF-8");
    check_quotes(transcript, i);
  }
  for (const Speaker& speaker : transcript.speakers) {
    require(!utf8::first_invalid(speaker.name), "a label is not UTF-8");
  }
}

bool same(const Turn& a, const Turn& b) {
  return a.speaker == b.speaker && a.start_ms == b.start_ms && a.end_ms == b.end_ms &&
         a.text == b.text && a.source == b.source && a.runs == b.runs;
}

bool same(const Speaker& a, const Speaker& b) { return a.name == b.name && a.role == b.role; }

bool same(const Warning& a, const Warning& b) { return a.code == b.code && a.message == b.message; }

template <typename Element>
bool same(const std::vector<Element>& a, const std::vector<Element>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!same(a[i], b[i])) return false;
  }
  return true;
}

bool same(const Transcript& a, const Transcript& b) {
  return a.format == b.format && a.source == b.source && same(a.speakers, b.speakers) &&
         same(a.turns, b.turns) && same(a.warnings, b.warnings);
}

}  // namespace

void check_import(const std::string& bytes, std::optional<std::string_view> format) {
  const auto once = import_transcript(bytes, format);
  const auto again = import_transcript(bytes, format);
  require(once.has_value() == again.has_value(), "read once, refused once");
  if (!once) {
    require(once.error().code == ErrorCode::InvalidInput, "an error that is not InvalidInput");
    require(once.error().message == again.error().message, "two messages for the same bytes");
    require(!utf8::first_invalid(once.error().message), "a message is not UTF-8");
    return;
  }
  check_transcript(*once);
  require(same(*once, *again), "two transcripts of the same bytes");
}

}  // namespace barometer::fuzz
