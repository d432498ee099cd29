#include "pack/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/utf8.hpp"
#include "domain/pack.hpp"
#include "pack/format.hpp"
#include "text/segment.hpp"

namespace barometer {
namespace {

// Shared words over all words of two texts. One word changed in eight is alike; in the shipped
// packs no two texts come above 0.62.
constexpr double alike_from = 0.75;

using WordSet = std::vector<int>;  // ascending

class Vocabulary {
 public:
  WordSet words_of(std::string_view text) {
    const auto lowered = lower(text);
    WordSet set;
    for (const ByteSpan span : words(lowered)) {
      const auto next = static_cast<int>(numbers_.size());
      set.push_back(numbers_.try_emplace(std::string(slice(lowered, span)), next).first->second);
    }
    std::sort(set.begin(), set.end());
    set.erase(std::unique(set.begin(), set.end()), set.end());
    return set;
  }

 private:
  std::unordered_map<std::string, int> numbers_;
};

double likeness(const WordSet& a, const WordSet& b) {
  const auto [small, large] = std::minmax({a.size(), b.size()});
  if (small == 0 || static_cast<double>(small) < alike_from * static_cast<double>(large)) return 0;
  std::size_t shared = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) {
      ++shared;
      ++i;
      ++j;
    } else if (*i < *j) {
      ++i;
    } else {
      ++j;
    }
  }
  return static_cast<double>(shared) / static_cast<double>(a.size() + b.size() - shared);
}

std::size_t count_question_marks(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const auto code_point = utf8::next(text, offset);
    // The Latin, Arabic and full-width marks.
    if (code_point == U'?' || code_point == U'\u061f' || code_point == U'\uff1f') ++count;
  }
  return count;
}

void check_one_thing(const YamlNode& asked, const Report& report) {
  if (count_question_marks(text_at(asked, "text")) < 2) return;
  report(place_at(asked, "text"), "\"text\" asks two things. Ask one thing at a time.");
}

constexpr std::array polarities = {Polarity::Supports, Polarity::Contradicts};
constexpr std::array kinds = {QuestionKind::Past, QuestionKind::Hypothetical, QuestionKind::Direct};
constexpr std::array levels = {Level::Junior, Level::Senior, Level::Manager};

template <typename Enum, std::size_t count>
bool is_word_of(std::string_view word, const std::array<Enum, count>& values) {
  return std::any_of(values.begin(), values.end(),
                     [&](Enum value) { return to_string(value) == word; });
}

// An indicator whose polarity cannot be read is reported as that; it may be the one that is missing
// here. The same goes for the questions below.
void check_polarities(const YamlNode& principle, const Report& report) {
  const auto& indicators = items_at(principle, "indicators");
  if (indicators.empty()) return;
  const auto unreadable = std::count_if(indicators.begin(), indicators.end(), [](const auto& one) {
    return !is_word_of(text_at(one, "polarity"), polarities);
  });
  for (const auto polarity : polarities) {
    const auto count = std::count_if(indicators.begin(), indicators.end(), [&](const auto& one) {
      return text_at(one, "polarity") == to_string(polarity);
    });
    if (static_cast<std::size_t>(count + unreadable) >= min_indicators_per_polarity) continue;
    report(find_entry(principle, "indicators")->place,
           fmt::format("{} of at least {} indicators have the polarity {}.", count,
                       min_indicators_per_polarity, to_string(polarity)));
  }
}

void check_kinds_and_levels(const YamlNode& principle, const Report& report) {
  const auto& questions = items_at(principle, "questions");
  if (questions.empty()) return;
  const auto unreadable = std::count_if(questions.begin(), questions.end(), [](const auto& one) {
    return !is_word_of(text_at(one, "kind"), kinds) || !is_word_of(text_at(one, "level"), levels);
  });
  std::vector<std::string> missing;
  for (const auto kind : kinds) {
    for (const auto level : levels) {
      const bool asked = std::any_of(questions.begin(), questions.end(), [&](const auto& one) {
        return text_at(one, "kind") == to_string(kind) && text_at(one, "level") == to_string(level);
      });
      if (!asked) missing.push_back(fmt::format("{} for {}", to_string(kind), to_string(level)));
    }
  }
  if (missing.size() <= static_cast<std::size_t>(unreadable)) return;
  report(find_entry(principle, "questions")->place,
         fmt::format("no question of these kinds and levels: {}.", fmt::join(missing, ", ")));
}

void check_probe(const YamlNode& probe,
                 const std::optional<std::vector<std::string_view>>& probe_kinds,
                 const Report& report) {
  const auto kind = text_at(probe, "kind");
  if (probe_kinds && !kind.empty() &&
      std::find(probe_kinds->begin(), probe_kinds->end(), kind) == probe_kinds->end()) {
    const auto meant = did_you_mean(kind, *probe_kinds);
    report(place_at(probe, "kind"),
           fmt::format("probe kind {} is neither built in nor declared in pack.yaml.{}",
                       in_quotes(kind), meant.empty() ? " Declare it under probe_kinds." : meant));
  }
  if (const auto count = count_words(text_at(probe, "text")); count > max_probe_words) {
    report(place_at(probe, "text"),
           fmt::format("\"text\" has {} words, a probe has at most {}.", count, max_probe_words));
  }
  check_one_thing(probe, report);
}

// Short texts differ by little, so that only the same words count as a slip.
void check_probe_texts(const YamlNode& principle, const Report& report) {
  std::unordered_map<std::string, std::size_t> lines;
  for (const YamlNode& probe : items_at(principle, "probes")) {
    const auto text = text_at(probe, "text");
    if (text.empty()) continue;
    const auto place = place_at(probe, "text");
    const auto [first, is_new] = lines.try_emplace(lower(text), place.line);
    if (is_new) continue;
    report(place, fmt::format("says the same as the probe on line {}. Reword it or take it out.",
                              first->second));
  }
}

}  // namespace

void check_principle(const YamlNode& principle,
                     const std::optional<std::vector<std::string_view>>& probe_kinds,
                     const Report& report) {
  check_unique_ids(principle, "indicators", report);
  check_polarities(principle, report);
  check_scale(principle, "anchors", report);
  check_kinds_and_levels(principle, report);
  for (const YamlNode& question : items_at(principle, "questions")) {
    check_one_thing(question, report);
  }
  for (const YamlNode& probe : items_at(principle, "probes")) {
    check_probe(probe, probe_kinds, report);
  }
  check_probe_texts(principle, report);
}

void check_unique_ids(const YamlNode& map, std::string_view key, const Report& report) {
  std::unordered_map<std::string_view, std::size_t> lines;
  for (const YamlNode& one : items_at(map, key)) {
    const auto id = text_at(one, "id");
    if (id.empty()) continue;
    const auto place = place_at(one, "id");
    const auto [first, is_new] = lines.try_emplace(id, place.line);
    if (is_new) continue;
    report(place, fmt::format("id {} is taken, on line {}. Ids are unique among {}.", in_quotes(id),
                              first->second, key));
  }
}

void check_scale(const YamlNode& map, std::string_view key, const Report& report) {
  const YamlEntry* scale = find_entry(map, key);
  if (scale == nullptr) return;
  std::vector<ComparedText> texts;
  for (const YamlEntry& point : scale->value.entries) {
    if (!point_of(point.key)) continue;
    texts.push_back(
        {fmt::format("point {}", point.key), point.value.text, point.value.place, &report});
  }
  check_distinct(texts);
}

void check_distinct(const std::vector<ComparedText>& texts) {
  Vocabulary vocabulary;
  std::vector<WordSet> sets;
  sets.reserve(texts.size());
  for (const ComparedText& one : texts) sets.push_back(vocabulary.words_of(one.text));
  for (std::size_t i = 1; i < texts.size(); ++i) {
    if (texts[i].report == nullptr) continue;
    for (std::size_t j = 0; j < i; ++j) {
      const auto alike = likeness(sets[i], sets[j]);
      if (alike < alike_from) continue;
      (*texts[i].report)(texts[i].place,
                         fmt::format("says {} as {}. Reword it or take it out.",
                                     alike < 1 ? "almost the same" : "the same", texts[j].name));
      break;
    }
  }
}

}  // namespace barometer
