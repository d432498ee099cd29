#include "transcript/json_import.hpp"

#include <algorithm>
#include <utility>

#include "json/decimal.hpp"
#include "json/json_path.hpp"

namespace barometer {
namespace {

constexpr std::int64_t silence_ms = 2'000;

bool ends_sentence(const JsonValue& word) {
  auto text = word.text();
  const std::string_view closing = "\"')]";
  while (!text.empty() && closing.find(text.back()) != std::string_view::npos) text.pop_back();
  for (const std::string_view mark :
       {".", "?", "!", "\xE3\x80\x82", "\xEF\xBC\x9F", "\xEF\xBC\x81"}) {
    if (text.ends_with(mark)) return true;
  }
  return false;
}

}  // namespace

bool is_json(const SourceFile& file) {
  auto text = file.text().substr(file.text_begin);
  if (looks_like_json_object(text)) return true;
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || text[first] != '[') return false;
  text.remove_prefix(first + 1);
  return looks_like_json_object(text) && text.find('"') != std::string_view::npos;
}

bool has_path(const SourceFile& file, std::initializer_list<std::string_view> path) {
  const auto text = file.text().substr(file.text_begin);
  return looks_like_json_object(text) && has_json_path(text, path);
}

Result<LocatedJson> parse_json(const SourceFile& file, const ImportLimits& limits) {
  JsonLimits json_limits;
  json_limits.max_depth = limits.max_depth;
  return parse_located_json(file.text(), file.text_begin, json_limits);
}

Error unknown_json(const SourceFile& file, const ImportLimits& limits) {
  const auto json = parse_json(file, limits);
  if (!json) return json.error();
  std::string message = "The file is JSON, but it has the keys of no known transcript. Accepted:";
  for (const Importer& importer : importers_of_json()) {
    message += message.back() == ':' ? " " : ", ";
    message += importer.title;
  }
  return invalid_input(message + ".");
}

std::string nth(std::string_view element, std::size_t index) {
  return std::string(element) + " " + std::to_string(index + 1);
}

std::optional<std::int64_t> read_time(TranscriptBuilder& builder, const JsonValue& time,
                                      TimeUnit unit, std::string_view place) {
  if (!time) return std::nullopt;
  const int places = unit == TimeUnit::Seconds ? 3 : 0;
  auto value = time.scaled(places);
  if (!value && unit == TimeUnit::Seconds) {
    const auto text = time.text();
    if (text.ends_with('s')) {
      value = scaled_decimal(std::string_view(text).substr(0, text.size() - 1), places);
    }
  }
  if (value && *value >= 0) return value;
  builder.warn("time_dropped", "A time cannot be read and was left out", place);
  return std::nullopt;
}

void ConfidenceCount::add(std::optional<double> confidence, std::size_t words) {
  if (!confidence) return;
  words_ += words;
  if (*confidence < unsure_below) unsure_ += words;
}

void ConfidenceCount::add_each(const JsonValue& words, std::string_view key) {
  for (const JsonValue word : JsonElements(words)) add(word[key].number());
}

void ConfidenceCount::tell(TranscriptBuilder& builder) const {
  if (unsure_ == 0) return;
  builder.set_low_confidence_share(static_cast<double>(unsure_) / static_cast<double>(words_));
  builder.warn("low_confidence", "The recogniser was unsure of " + std::to_string(unsure_) +
                                     " of " + std::to_string(words_) + " words");
}

std::size_t spaced_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char byte : text) {
    const bool blank = byte == ' ' || (byte >= '\t' && byte <= '\r');
    if (!blank && !inside) ++words;
    inside = !blank;
  }
  return words;
}

void put_in_spoken_order(std::vector<PendingTurn>& turns) {
  std::vector<std::pair<std::int64_t, std::size_t>> order;
  std::int64_t latest = 0;
  for (std::size_t i = 0; i < turns.size(); ++i) {
    if (turns[i].start_ms) latest = *turns[i].start_ms;
    order.emplace_back(latest, i);
  }
  std::sort(order.begin(), order.end());
  std::vector<PendingTurn> sorted;
  sorted.reserve(turns.size());
  for (const auto& [start, index] : order) sorted.push_back(std::move(turns[index]));
  turns = std::move(sorted);
}

void add_turns(TranscriptBuilder& builder, const std::vector<PendingTurn>& turns) {
  for (const PendingTurn& turn : turns) {
    builder.begin_turn(turn.speaker, turn.start_ms, turn.end_ms);
    for (const auto& piece : turn.pieces) {
      if (!piece.glued && builder.turn_has_text()) builder.add_text(" ");
      if (const auto literal = piece.text.literal()) add_json_string(builder, *literal);
    }
  }
}

bool WordTurns::starts_turn(const SpokenWord& word) const {
  if (turns_.empty() || turns_.back().speaker != word.speaker) return true;
  if (word.segment || segment_) return word.segment != segment_;
  const PendingTurn& last = turns_.back();
  if (ends_sentence(last.pieces.back().text)) return true;
  return word.start_ms && last.end_ms && *word.start_ms - *last.end_ms >= silence_ms;
}

void WordTurns::add_word(SpokenWord word) {
  if (!word.text.has_text()) return;
  if (starts_turn(word)) {
    turns_.push_back({std::move(word.speaker), word.start_ms, word.end_ms, {}});
  }
  segment_ = word.segment;
  PendingTurn& turn = turns_.back();
  if (!turn.start_ms) turn.start_ms = word.start_ms;
  if (word.end_ms) turn.end_ms = word.end_ms;
  turn.pieces.push_back({word.text, false});
}

void WordTurns::add_punctuation(const JsonValue& text) {
  if (!text.has_text() || turns_.empty()) return;
  turns_.back().pieces.push_back({text, true});
}

}  // namespace barometer
