#include "service/stories.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "text/segment.hpp"

namespace barometer {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Figures as written: "41", "3.5", "1,200", "20%".
std::vector<std::string> numbers_in(std::string_view text) {
  std::vector<std::string> numbers;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() &&
           (is_digit(text[end]) || ((text[end] == '.' || text[end] == ',') &&
                                    end + 1 < text.size() && is_digit(text[end + 1]))))
      ++end;
    if (end < text.size() && text[end] == '%') ++end;
    numbers.emplace_back(text.substr(at, end - at));
    at = end;
  }
  return numbers;
}

// Words of four letters and more, in lower case: enough to see what came again.
std::set<std::string> content_words(std::string_view text) {
  constexpr std::size_t least = 4;
  std::set<std::string> words;
  std::string word;
  const std::string lowered = lower(text) + ' ';
  for (const char c : lowered) {
    const bool inside = (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    if (inside) {
      word += c;
    } else {
      if (word.size() >= least) words.insert(word);
      word.clear();
    }
  }
  return words;
}

std::vector<std::string> without(const std::vector<std::string>& all,
                                 const std::vector<std::string>& known) {
  std::vector<std::string> rest;
  for (const std::string& one : all) {
    if (std::find(known.begin(), known.end(), one) == known.end() &&
        std::find(rest.begin(), rest.end(), one) == rest.end())
      rest.push_back(one);
  }
  return rest;
}

Strength strength_of(const StoryId& story, const std::string& pack_id,
                     const PrincipleReading& found) {
  Strength strength{
      story, pack_id, found.principle, *principle_verdict_from(to_string(found.verdict)), 0, 0};
  for (const Evidence& evidence : found.evidence)
    ++(evidence.polarity == Polarity::Supports ? strength.supports : strength.contradicts);
  return strength;
}

}  // namespace

std::string account_of(const Story& story) {
  std::string account;
  for (const std::string* part : {&story.situation, &story.task, &story.action, &story.result}) {
    if (part->empty()) continue;
    if (!account.empty()) account += "\n\n";
    account += *part;
  }
  return account;
}

Result<std::vector<Strength>> strengths_of(const Story& story, const Pack& pack,
                                           const Reader& reader) {
  std::vector<Strength> strengths;
  for (const Principle& principle : pack.principles)
    strengths.push_back({story.id, pack.id, principle.id, PrincipleVerdict::Insufficient, 0, 0});
  Exchange exchange;
  exchange.id = "story";
  exchange.question = story.title;
  exchange.answer = account_of(story);
  if (exchange.answer.empty()) return strengths;
  // Once as it stands, and once for each principle it is meant for: what it does for that one.
  std::vector<Exchange> exchanges(1, exchange);
  for (const PrincipleId& meant : story.principles) {
    if (pack.find(meant) == nullptr) continue;
    exchange.principle = meant;
    exchanges.push_back(exchange);
  }
  const auto readings = reader.read(exchanges);
  if (!readings) return readings.error();
  for (std::size_t i = 0; i < exchanges.size(); ++i) {
    for (const PrincipleReading& found : (*readings)[i].readings) {
      if (exchanges[i].principle && found.principle != *exchanges[i].principle) continue;
      const auto at = std::find_if(
          strengths.begin(), strengths.end(),
          [&found](const Strength& strength) { return strength.principle == found.principle; });
      if (at != strengths.end()) *at = strength_of(story.id, pack.id, found);
    }
  }
  return strengths;
}

Retelling compare_tellings(const std::optional<std::string>& before, std::string_view telling) {
  Retelling result;
  result.words = static_cast<std::int64_t>(count_words(telling));
  const auto now = numbers_in(telling);
  if (!before) {
    result.numbers = without(now, {});
    return result;
  }
  const auto earlier = numbers_in(*before);
  result.numbers = without(now, earlier);
  result.gone = without(earlier, now);
  const auto words_before = content_words(*before);
  const auto words_now = content_words(telling);
  if (words_before.empty()) return result;
  const auto again =
      std::count_if(words_before.begin(), words_before.end(),
                    [&](const std::string& word) { return words_now.contains(word); });
  result.kept = static_cast<double>(again) / static_cast<double>(words_before.size());
  return result;
}

StoryMatrix story_matrix(const Pack& pack, const std::vector<Story>& stories,
                         const std::vector<Strength>& strengths) {
  StoryMatrix matrix;
  std::vector<bool> carried(pack.principles.size(), false);  // by a story that shows it
  for (const Principle& principle : pack.principles)
    matrix.principles.push_back({principle.id, 0, {}});
  for (const Story& story : stories) {
    MatrixStory row{story, story.principles.size() > most_principles_of_a_story, {}};
    for (std::size_t i = 0; i < pack.principles.size(); ++i) {
      MatrixCell cell;
      cell.principle = pack.principles[i].id;
      cell.meant = std::find(story.principles.begin(), story.principles.end(), cell.principle) !=
                   story.principles.end();
      const auto known =
          std::find_if(strengths.begin(), strengths.end(), [&](const Strength& strength) {
            return strength.story == story.id && strength.principle == cell.principle;
          });
      if (known != strengths.end()) {
        cell.verdict = known->verdict;
        cell.supports = known->supports;
        cell.contradicts = known->contradicts;
      }
      if (cell.meant) ++matrix.principles[i].stories;
      const bool shows =
          cell.verdict == PrincipleVerdict::Mixed || cell.verdict == PrincipleVerdict::Strong;
      if (cell.meant && shows) carried[i] = true;
      if (cell.meant || cell.supports + cell.contradicts > 0) row.cells.push_back(std::move(cell));
    }
    matrix.stories.push_back(std::move(row));
  }
  for (std::size_t i = 0; i < matrix.principles.size(); ++i) {
    if (matrix.principles[i].stories == 0) {
      matrix.principles[i].gap = "No story is meant for it.";
    } else if (!carried[i]) {
      matrix.principles[i].gap = "A story is meant for it, but does not show it yet.";
    }
  }
  return matrix;
}

}  // namespace barometer
