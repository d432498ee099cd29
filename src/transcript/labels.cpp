#include "transcript/labels.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "core/utf8.hpp"

namespace barometer {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view wide_colon = "\xEF\xBC\x9A";  // the full-width colon of Chinese
constexpr std::size_t longest_label = 80;                // bytes

std::string ascii_lower(std::string_view text) {
  std::string lowered(text);
  for (char& byte : lowered) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  }
  return lowered;
}

bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         static_cast<unsigned char>(byte) >= 0x80;
}

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

std::size_t skip_blanks(std::string_view line, std::size_t at) {
  while (at < line.size() && (line[at] == ' ' || line[at] == '\t')) ++at;
  return at;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t at = 0;
  while ((at = skip_blanks(text, at)) < text.size()) {
    const auto end = std::min(text.find_first_of(" \t", at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

// "Dana Osei (she/her)" -> "Dana Osei"
std::string_view without_parentheses(std::string_view text) {
  const auto open = text.find('(');
  return open != std::string_view::npos && open > 0 && text.back() == ')'
             ? trimmed(text.substr(0, open))
             : text;
}

bool starts_lower(std::string_view text) {
  std::size_t at = 0;
  return u_islower(static_cast<UChar32>(utf8::next(text, at))) != 0;
}

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Words that open a sentence or a note rather than a name, whatever follows.
bool opens_speech(std::string_view lowered) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"one",       "two",        "three",    "first",    "second",   "third",     "finally",
       "next",      "last",       "also",     "so",       "but",      "and",       "or",
       "because",   "then",       "well",     "okay",     "ok",       "yes",       "no",
       "yeah",      "actually",   "another",  "other",    "what",     "why",       "how",
       "when",      "where",      "who",      "which",    "for",      "in",        "on",
       "at",        "to",         "with",     "my",       "the",      "this",      "that",
       "these",     "those",      "our",      "your",     "his",      "her",       "their",
       "we",        "you",        "he",       "she",      "it",       "they",      "there",
       "here",      "if",         "again",    "plus",     "same",     "situation", "task",
       "action",    "actions",    "result",   "results",  "note",     "notes",     "nb",
       "example",   "summary",    "date",     "time",     "location", "place",     "subject",
       "title",     "topic",      "position", "company",  "duration", "attendees", "participants",
       "recording", "transcript", "meeting",  "language", "agenda",   "context",   "background",
       "lesson",    "lessons",    "outcome",  "impact",   "update",   "warning",   "caveat",
       "bottom",    "long",       "short",    "keywords", "kind",     "http",      "https"});
  return contains(words, lowered);
}

// Words that open speech only before another word: alone they are labels ("A:", "I:").
bool opens_speech_before_another(std::string_view lowered) {
  static constexpr auto words = std::to_array<std::string_view>({"a", "an", "i", "as", "is", "do"});
  return contains(words, lowered);
}

// "Dana van Osei", but not "Door slams".
bool is_capitalised(std::string_view label) {
  static constexpr auto particles =
      std::to_array<std::string_view>({"van", "von", "de", "der", "den", "di", "da", "del", "la",
                                       "le", "bin", "ibn", "al", "ten", "ter", "dos", "y", "e"});
  const auto words = words_of(without_parentheses(label));
  return std::none_of(words.begin(), words.end(), [](std::string_view word) {
    return starts_lower(word) && !contains(particles, word);
  });
}

bool is_sound(std::string_view label) {
  static constexpr auto sounds = std::to_array<std::string_view>(
      {"laughs",      "laughter",       "laughing",      "laugh",
       "inaudible",   "unintelligible", "crosstalk",     "cross talk",
       "music",       "applause",       "pause",         "silence",
       "noise",       "blank_audio",    "foreign",       "overlapping",
       "coughs",      "cough",          "sighs",         "sigh",
       "redacted",    "background",     "indistinct",    "speaker_turn",
       "no audio",    "end of audio",   "sic",           "typing",
       "phone rings", "chuckles",       "clears throat", "background noise"});
  return contains(sounds, ascii_lower(label));
}

// A full stop ends an initial or a title; anywhere else in a word it ends a sentence.
bool has_sentence_mark(std::string_view word) {
  if (word.find_first_of("?!;\"<>=") != std::string_view::npos) return true;
  const auto stop = word.find('.');
  return stop != std::string_view::npos && stop + 1 == word.size() && word.size() > 4;
}

struct Tail {
  std::size_t colon = 0;       // where the label ends
  std::size_t text_begin = 0;  // behind colon and blanks
};

// The first colon that is followed by a blank or the end of the line (a full-width one by
// anything).
std::optional<Tail> first_colon(std::string_view line) {
  const auto wide = line.find(wide_colon);
  const auto colon = line.find(':');
  if (wide < colon) return Tail{wide, skip_blanks(line, wide + wide_colon.size())};
  if (colon == std::string_view::npos) return std::nullopt;
  if (colon + 1 < line.size() && line[colon + 1] != ' ' && line[colon + 1] != '\t') {
    return std::nullopt;
  }
  return Tail{colon, skip_blanks(line, colon + 1)};
}

bool is_numbered(std::string_view lowered, std::string_view word) {
  if (!lowered.starts_with(word)) return false;
  const auto rest = trimmed(lowered.substr(word.size()));
  if (rest.empty()) return true;
  return rest.front() == '#' || rest.front() == '(' ||
         std::all_of(rest.begin(), rest.end(), is_digit);
}

bool is_single_letter(std::string_view name) {
  return name.size() == 1 && name[0] >= 'A' && name[0] <= 'Z';
}

}  // namespace

Role role_of_label(std::string_view label) {
  const auto lowered = ascii_lower(trimmed(label));
  for (const auto word : {"candidate"sv, "interviewee"sv, "applicant"sv}) {
    if (is_numbered(lowered, word)) return Role::Candidate;
  }
  if (is_numbered(lowered, "interviewer"sv) || lowered == "q") return Role::Interviewer;
  if (lowered.ends_with("'s presentation") || lowered.ends_with("\xE2\x80\x99s presentation")) {
    return Role::Other;
  }
  return Role::Unknown;
}

void set_telling_roles(std::vector<Speaker>& speakers) {
  const auto has = [&speakers](auto condition) {
    return std::any_of(speakers.begin(), speakers.end(), condition);
  };
  const auto named = [](std::string_view name) {
    return [name](const Speaker& speaker) { return ascii_lower(speaker.name) == name; };
  };
  const bool letters_count = has([](const Speaker& speaker) {
    return is_single_letter(speaker.name) && speaker.name != "Q" && speaker.name != "A";
  });
  const bool has_q = has(named("q")) && !letters_count;
  const bool has_question = has(named("question"));
  for (Speaker& speaker : speakers) {
    const auto lowered = ascii_lower(speaker.name);
    Role role = role_of_label(speaker.name);
    if (lowered == "q" && !has_q) role = Role::Unknown;
    if (lowered == "a" && has_q) role = Role::Candidate;
    if (lowered == "question" && has(named("answer"))) role = Role::Interviewer;
    if (lowered == "answer" && has_question) role = Role::Candidate;
    if (role != Role::Unknown) speaker.role = role;
  }
}

bool looks_like_name(std::string_view text) {
  text = trimmed(text);
  if (text.empty() || text.size() > longest_label || starts_lower(text)) return false;
  if (!is_letter(text.front()) && !is_digit(text.front())) return false;
  if (std::none_of(text.begin(), text.end(), is_letter)) return false;
  const auto words = words_of(without_parentheses(text));
  if (words.empty() || words.size() > 4) return false;
  const auto first = ascii_lower(words.front());
  if (opens_speech(first) || first.starts_with("i'")) return false;  // "I'm", "I'd"
  if (words.size() > 1 && opens_speech_before_another(first)) return false;
  return std::none_of(words.begin(), words.end(), has_sentence_mark);
}

std::optional<Prefix> colon_opening(std::string_view line) {
  const auto tail = first_colon(line);
  if (!tail) return std::nullopt;
  const auto label = trimmed(line.substr(0, tail->colon));
  if (label.size() > longest_label) return std::nullopt;
  const auto words = words_of(without_parentheses(label));
  if (words.empty() || words.size() > 6) return std::nullopt;
  if (std::none_of(label.begin(), label.end(), is_letter)) return std::nullopt;
  return Prefix{label, tail->text_begin};
}

std::optional<Prefix> name_prefix(std::string_view line) {
  const auto opening = colon_opening(line);
  if (!opening || !looks_like_name(opening->label)) return std::nullopt;
  return opening;
}

std::optional<Prefix> bracket_prefix(std::string_view line) {
  const auto begin = skip_blanks(line, 0);
  if (begin >= line.size()) return std::nullopt;
  static constexpr auto opening = "[{("sv;
  static constexpr auto closing = "]})"sv;
  const auto kind = opening.find(line[begin]);
  if (kind == std::string_view::npos) return std::nullopt;
  const auto end = line.find(closing[kind], begin);
  if (end == std::string_view::npos) return std::nullopt;
  auto label = trimmed(line.substr(begin + 1, end - begin - 1));
  auto text_begin = end + 1;
  const bool colon = text_begin < line.size() && line[text_begin] == ':';
  if (colon) ++text_begin;
  const auto lowered = ascii_lower(label);
  const bool numbered = is_numbered(lowered, "speaker");
  if (lowered == "speaker ?" || lowered == "?") {
    label = {};
  } else if (!numbered && (!looks_like_name(label) || is_sound(label))) {
    return std::nullopt;
  }
  // "(Name)" in front of speech is too often an aside; alone on its line it is a name.
  const auto speech = skip_blanks(line, text_begin);
  const bool aside = line[begin] == '(' && !numbered && !label.empty();
  if (aside && !colon && speech < line.size()) return std::nullopt;
  return Prefix{label, speech};
}

std::optional<Prefix> markdown_prefix(std::string_view line) {
  constexpr auto bold = "**"sv;
  const auto begin = skip_blanks(line, 0);
  if (!line.substr(begin).starts_with(bold)) return std::nullopt;
  const auto end = line.find(bold, begin + bold.size());
  if (end == std::string_view::npos) return std::nullopt;
  auto label = trimmed(line.substr(begin + bold.size(), end - begin - bold.size()));
  auto text_begin = end + bold.size();
  if (label.ends_with(':')) {
    label = trimmed(label.substr(0, label.size() - 1));
  } else if (text_begin < line.size() && line[text_begin] == ':') {
    ++text_begin;
  } else {
    return std::nullopt;
  }
  if (!looks_like_name(label)) return std::nullopt;
  return Prefix{label, skip_blanks(line, text_begin)};
}

std::optional<Prefix> tagged_prefix(std::string_view line) {
  if (line.size() < 2 || (line[0] != '#' && line[0] != '@')) return std::nullopt;
  if (!is_letter(line[1])) return std::nullopt;
  const auto opening = colon_opening(line.substr(1));
  if (!opening || words_of(opening->label).size() > 4) return std::nullopt;
  return Prefix{opening->label, opening->text_begin + 1};
}

std::optional<Prefix> whisperx_prefix(std::string_view line) {
  constexpr auto start = "[SPEAKER_"sv;
  if (!line.starts_with(start)) return std::nullopt;
  auto end = start.size();
  while (end < line.size() && is_digit(line[end])) ++end;
  if (end == start.size() || line.substr(end, 2) != "]:") return std::nullopt;
  return Prefix{line.substr(1, end - 1), skip_blanks(line, end + 2)};
}

void LabelCensus::add(std::string_view line) {
  ++lines_;
  other_lines_.reset();
  if (const auto bracket = bracket_prefix(line)) {
    ++bracketed_;
    ++brackets_[std::string(bracket->label)];
    return;
  }
  const auto opening = colon_opening(line);
  if (!opening) return;
  if (looks_like_name(opening->label)) {
    ++names_;
  } else {
    ++others_[std::string(opening->label)];
  }
}

bool LabelCensus::is_frequent(std::string_view label) const {
  const auto found = others_.find(label);
  if (found == others_.end() || found->second < 2 || found->second * 5 < lines_) return false;
  return starts_lower(label) && words_of(label).size() <= 4 && !opens_speech(words_of(label)[0]);
}

std::size_t LabelCensus::others() const {
  if (!other_lines_) {
    other_lines_ = 0;
    for (const auto& [label, times] : others_) *other_lines_ += is_frequent(label) ? 0 : times;
  }
  return *other_lines_;
}

std::optional<Prefix> LabelCensus::colon_label(std::string_view line) const {
  const auto opening = colon_opening(line);
  if (!opening || names_doubtful()) return std::nullopt;
  if (looks_like_name(opening->label) || is_frequent(opening->label)) return opening;
  return std::nullopt;
}

std::optional<Prefix> LabelCensus::bracket_label(std::string_view line) const {
  const auto bracket = bracket_prefix(line);
  if (!bracket) return std::nullopt;
  const auto found = brackets_.find(bracket->label);
  const bool returns = found != brackets_.end() && found->second > 1;
  const bool has_colon = line.substr(0, bracket->text_begin).find(':') != std::string_view::npos;
  const bool numbered =
      ascii_lower(bracket->label).starts_with("speaker") || bracket->label.empty();
  if (returns || has_colon || numbered) return bracket;
  if (bracketed_ * 2 >= lines_ && is_capitalised(bracket->label)) return bracket;
  return std::nullopt;
}

}  // namespace barometer
