#include "service/perturbation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

#include "psychometrics/bootstrap.hpp"
#include "service/perturbation_words.hpp"
#include "text/segment.hpp"

namespace barometer {
namespace {

constexpr std::size_t padding_count = 4;
constexpr double misspelt_share = 0.1;
constexpr std::size_t shortest_misspelt = 5;

bool chance(std::mt19937_64& random, double probability) {
  constexpr std::size_t steps = 1'000'000;
  return static_cast<double>(random_below(random, steps)) < probability * steps;
}

bool is_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }
bool is_upper(char byte) { return byte >= 'A' && byte <= 'Z'; }
bool is_space(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

bool is_plain(std::string_view word) { return std::all_of(word.begin(), word.end(), is_letter); }

std::string capitalised(std::string_view word) {
  std::string text(word);
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

// Rebuilds `text` with every word as `change` gives it; what stands between words stays. `change`
// gets the place of the word in `found`.
template <typename Change>
std::string with_words(std::string_view text, const std::vector<ByteSpan>& found, Change change) {
  std::string result;
  std::size_t at = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    result += slice(text, {at, found[i].begin});
    result += change(i);
    at = found[i].end;
  }
  result += slice(text, {at, text.size()});
  return result;
}

// Levenshtein's distance.
std::size_t edits(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      diagonal = above;
    }
  }
  return row.back();
}

// The common word spelt most like `word`, never itself; among equals the first of the list.
std::string_view like_sounding(std::string_view word) {
  const std::string lowered = lower(word);
  std::string_view nearest;
  std::size_t least = std::numeric_limits<std::size_t>::max();
  for (const std::string_view common : common_words()) {
    if (common == lowered) continue;
    const std::size_t distance = edits(lowered, common);
    if (distance < least) {
      least = distance;
      nearest = common;
    }
  }
  return nearest;
}

// Four different sentences, half of them in front.
std::string padded(std::string_view answer, std::mt19937_64& random) {
  std::vector<std::string_view> left(padding_sentences().begin(), padding_sentences().end());
  std::string front;
  std::string behind;
  for (std::size_t i = 0; i < padding_count; ++i) {
    const std::size_t drawn = random_below(random, left.size());
    if (i < padding_count / 2)
      front += std::string(left[drawn]) + " ";
    else
      behind += " " + std::string(left[drawn]);
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(drawn));
  }
  return front + std::string(answer) + behind;
}

std::string words_only(std::string_view answer) {
  std::string result;
  for (const ByteSpan& word : words(answer)) {
    if (!result.empty()) result += ' ';
    result += lower(slice(answer, word));
  }
  return result;
}

// "his" and "her" by what follows: a word right behind "her" is taken for what is hers, unless it
// can only begin something new.
std::string_view other_possessive(std::string_view word, std::string_view next) {
  static constexpr std::array<std::string_view, 23> openers = {
      "a",  "about", "after", "and", "as", "at",   "because", "but", "for",  "from", "how", "i",
      "if", "in",    "into",  "on",  "so", "that", "the",     "to",  "what", "when", "with"};
  if (word == "his") return "her";
  if (word == "hers") return "his";
  const bool owned =
      !next.empty() && std::find(openers.begin(), openers.end(), next) == openers.end();
  return owned ? "his" : "him";
}

// The entry half a turn away in the ring, if `word` is one of it.
std::optional<std::string_view> opposite(std::span<const std::string_view> ring,
                                         std::string_view word) {
  const auto found = std::find(ring.begin(), ring.end(), word);
  if (found == ring.end()) return std::nullopt;
  const auto place = static_cast<std::size_t>(found - ring.begin());
  return ring[(place + ring.size() / 2) % ring.size()];
}

std::optional<std::string> swapped_word(std::string_view word, std::string_view next) {
  for (const auto ring : {first_names(), nationalities(), countries()})
    if (const auto other = opposite(ring, word)) return std::string(*other);
  const std::string lowered = lower(word);
  std::string_view other;
  if (lowered == "his" || lowered == "her" || lowered == "hers") {
    other = other_possessive(lowered, next);
  } else {
    for (const auto& [one, another] : gendered_words()) {
      if (lowered == one) other = another;
      if (lowered == another) other = one;
    }
  }
  if (other.empty()) return std::nullopt;
  return is_upper(word.front()) ? capitalised(other) : std::string(other);
}

std::string with_other_names(std::string_view answer) {
  const auto found = words(answer);
  return with_words(answer, found, [&](std::size_t i) {
    const std::string_view word = slice(answer, found[i]);
    // Only a word of the same phrase follows: nothing but white space lies between.
    std::string next;
    if (i + 1 < found.size()) {
      const auto gap = slice(answer, {found[i].end, found[i + 1].begin});
      if (std::all_of(gap.begin(), gap.end(), is_space)) next = lower(slice(answer, found[i + 1]));
    }
    // "Anna's" is one word of the text, and "Anna" is what it is about.
    const auto apostrophe = word.ends_with("'s") ? word.size() - 2 : word.size();
    if (const auto whole = swapped_word(word, next)) return *whole;
    if (const auto stem = swapped_word(word.substr(0, apostrophe), next);
        stem && apostrophe < word.size())
      return *stem + "'s";
    return std::string(word);
  });
}

PerturbedAnswer introduced_twice(std::string_view answer, std::mt19937_64& random) {
  const auto name = first_names()[random_below(random, first_names().size() / 2)];
  const auto country = countries()[random_below(random, countries().size() / 2)];
  const auto introduced = [answer](std::string_view by, std::string_view from) {
    return fmt::format("My name is {} and I come from {}. {}", by, from, answer);
  };
  return {introduced(name, country),
          introduced(*opposite(first_names(), name), *opposite(countries(), country))};
}

std::string with_instruction(std::string_view answer, std::mt19937_64& random) {
  const auto order = instructions()[random_below(random, instructions().size())];
  return random_below(random, 2) == 0 ? fmt::format("{} {}", order, answer)
                                      : fmt::format("{} {}", answer, order);
}

// Inside the word, where hasty fingers slip: a letter swapped with the next, left out or doubled.
std::string misspelt_word(std::string_view word, std::mt19937_64& random) {
  std::string text(word);
  const std::size_t at = 1 + random_below(random, text.size() - 3);
  switch (random_below(random, 3)) {
    case 0:
      std::swap(text[at], text[at + 1]);
      break;
    case 1:
      text.erase(at, 1);
      break;
    default:
      text.insert(at, 1, text[at]);
  }
  return text;
}

std::string misspelt(std::string_view answer, std::mt19937_64& random) {
  const auto found = words(answer);
  return with_words(answer, found, [&](std::size_t i) {
    const std::string_view word = slice(answer, found[i]);
    if (word.size() < shortest_misspelt || !is_plain(word) || !chance(random, misspelt_share))
      return std::string(word);
    return misspelt_word(word, random);
  });
}

std::string changed(Perturbation kind, std::string_view answer, std::mt19937_64& random) {
  switch (kind) {
    case Perturbation::Padding:
      return padded(answer, random);
    case Perturbation::Duplication:
      return fmt::format("{} {}", answer, answer);
    case Perturbation::NoPunctuation:
      return words_only(answer);
    case Perturbation::Recogniser5:
      return misheard(answer, 0.05, random);
    case Perturbation::Recogniser10:
      return misheard(answer, 0.10, random);
    case Perturbation::Recogniser20:
      return misheard(answer, 0.20, random);
    case Perturbation::Names:
      return with_other_names(answer);
    case Perturbation::Introduction:
      break;  // it has two sides
    case Perturbation::Instruction:
      return with_instruction(answer, random);
    case Perturbation::Misspelling:
      return misspelt(answer, random);
  }
  return std::string(answer);
}

std::vector<ByteSpan> merged(std::span<const ByteSpan> spans) {
  std::vector<ByteSpan> sorted(spans.begin(), spans.end());
  std::sort(sorted.begin(), sorted.end());
  std::vector<ByteSpan> result;
  for (const ByteSpan& span : sorted) {
    if (!result.empty() && span.begin <= result.back().end)
      result.back().end = std::max(result.back().end, span.end);
    else
      result.push_back(span);
  }
  return result;
}

}  // namespace

std::optional<PerturbedAnswer> perturbed(Perturbation kind, std::string_view answer,
                                         std::mt19937_64& random) {
  if (words(answer).empty()) return std::nullopt;
  if (kind == Perturbation::Introduction) return introduced_twice(answer, random);
  std::string result = changed(kind, answer, random);
  if (result == answer) return std::nullopt;
  return PerturbedAnswer{std::nullopt, std::move(result)};
}

std::string misheard(std::string_view answer, double rate, std::mt19937_64& random) {
  const auto found = words(answer);
  return with_words(answer, found, [&](std::size_t i) {
    const std::string_view word = slice(answer, found[i]);
    if (!chance(random, rate)) return std::string(word);
    switch (random_below(random, 3)) {
      case 0:
        return std::string();
      case 1:
        return fmt::format("{} {}", word, word);
      default:
        return std::string(like_sounding(word));
    }
  });
}

std::string without(std::string_view answer, std::span<const ByteSpan> spans) {
  std::string result;
  std::size_t at = 0;
  for (const ByteSpan& span : merged(spans)) {
    result += slice(answer, {at, span.begin});
    at = span.end;
  }
  result += slice(answer, {at, answer.size()});
  return result;
}

std::optional<std::vector<ByteSpan>> spans_elsewhere(std::string_view answer,
                                                     std::span<const ByteSpan> spans,
                                                     std::mt19937_64& random) {
  const auto found = words(answer);
  const auto stretches = merged(spans);
  std::vector<bool> taken(found.size(), false);
  std::vector<std::size_t> lengths;
  for (const ByteSpan& stretch : stretches) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (found[i].begin >= stretch.end || found[i].end <= stretch.begin) continue;
      taken[i] = true;
      ++length;
    }
    if (length > 0) lengths.push_back(length);
  }
  // Longest first: the short ones still fit where the long ones left room.
  std::sort(lengths.begin(), lengths.end(), std::greater<>());
  std::vector<ByteSpan> result;
  for (const std::size_t length : lengths) {
    std::vector<std::size_t> starts;
    std::size_t free = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
      free = taken[i] ? 0 : free + 1;
      if (free >= length) starts.push_back(i + 1 - length);
    }
    if (starts.empty()) return std::nullopt;
    const std::size_t first = starts[random_below(random, starts.size())];
    for (std::size_t i = first; i < first + length; ++i) taken[i] = true;
    result.push_back({found[first].begin, found[first + length - 1].end});
  }
  return result;
}

}  // namespace barometer
