#include "interviewer/amounts.hpp"

#include <unordered_set>

#include "interviewer/noun_phrases.hpp"

namespace barometer {
namespace {

bool is_unit(std::string_view word) {
  static const std::unordered_set<std::string_view> units = {
      "percent",   "per",      "hours",     "hour",     "minutes",    "minute",   "seconds",
      "days",      "euros",    "euro",      "dollars",  "pounds",     "francs",   "kilos",
      "tonnes",    "tons",     "litres",    "liters",   "metres",     "meters",   "km",
      "kg",        "calls",    "orders",    "tickets",  "complaints", "errors",   "visits",
      "customers", "patients", "people",    "users",    "times",      "points",   "units",
      "boxes",     "returns",  "requests",  "weeks",    "months",     "ms",       "million",
      "thousand",  "hundred",  "out",       "cases",    "incidents",  "pages",    "items",
      "parts",     "families", "students",  "guests",   "bugs",       "k",        "m",
      "cents",     "pumps",    "accidents", "failures", "defects",    "bookings", "euro"};
  return units.contains(word);
}

bool is_clock_time(const Speech& speech, std::size_t i) {
  static const std::unordered_set<std::string_view> time_units = {
      "hours", "hour", "minutes", "minute", "days", "weeks", "months", "years", "seconds"};
  static const std::unordered_set<std::string_view> behind = {"ago",    "later", "earlier",
                                                              "before", "after", "long"};
  if (i + 2 < speech.words.size() && time_units.contains(speech.words[i + 1].text) &&
      behind.contains(speech.words[i + 2].text))
    return true;
  const std::string& number = speech.words[i].text;
  const bool year = number.size() == 4 && (number.starts_with("19") || number.starts_with("20"));
  return year || (i > 0 && speech.words[i - 1].text == "at" &&
                  !(i + 1 < speech.words.size() && is_unit(speech.words[i + 1].text)));
}

// "Two ways" counts nothing; "sixty knots" does.
bool is_large_number_word(std::string_view word) {
  return word == "hundred" || word == "thousand" || word == "dozen" || word == "ten" ||
         word == "eleven" || word == "twelve" || word.ends_with("teen") || word.ends_with("ty");
}

}  // namespace

bool is_number_word(std::string_view word) {
  static const std::unordered_set<std::string_view> numbers = {
      "two",      "three",   "four",      "five",     "six",      "seven",  "eight",
      "nine",     "ten",     "eleven",    "twelve",   "fifteen",  "twenty", "thirty",
      "forty",    "fifty",   "sixty",     "seventy",  "eighty",   "ninety", "hundred",
      "half",     "quarter", "third",     "twice",    "thousand", "dozen",  "thirteen",
      "fourteen", "sixteen", "seventeen", "eighteen", "nineteen", "zero",   "double"};
  return numbers.contains(word);
}

bool is_amount(const Speech& speech, std::size_t i) {
  const SpokenWord& word = speech.words[i];
  if ((!word.number && !is_number_word(word.text)) || is_clock_time(speech, i)) return false;
  const auto behind = speech.text.find_first_not_of(' ', word.span.end);
  const char next = behind == std::string::npos ? ' ' : speech.text[behind];
  const char before = word.span.begin == 0 ? ' ' : speech.text[word.span.begin - 1];
  if (next == '%' || before == '$' ||
      speech.text.compare(behind == std::string::npos ? 0 : behind, 3, "\u20AC") == 0)
    return true;
  const auto& words = speech.words;
  if (word.text == "half" || word.text == "twice" || word.text == "double") return true;
  for (std::size_t ahead = 1; ahead <= 3 && i + ahead < words.size(); ++ahead) {
    if (words[i + ahead].opens_clause) break;
    if (is_unit(words[i + ahead].text)) return true;
    const bool counts = word.number || (ahead == 1 && is_large_number_word(word.text));
    if (ahead <= 2 && counts && is_plural(words[i + ahead].text)) return true;
  }
  const std::string previous = i > 0 ? words[i - 1].text : std::string();
  return word.number && (previous == "from" || previous == "to" || previous == "by" ||
                         previous == "about" || previous == "than" || previous == "only");
}

}  // namespace barometer
