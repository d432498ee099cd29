#include "interviewer/contradictions.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "interviewer/clauses.hpp"

namespace barometer {
namespace {

constexpr std::size_t longest_quote = 9;  // words, so that two of them fit into one question

using Words = std::unordered_set<std::string_view>;

std::optional<Contradiction> side_by_side(const Speech& before, const PhraseMatch& first,
                                          const Speech& now, const PhraseMatch& second, Gap gap) {
  const auto earlier = clause_around(before, first.first, first.end, longest_quote);
  const auto later = clause_around(now, second.first, second.end, longest_quote);
  if (!earlier || !later) return std::nullopt;
  return Contradiction{earlier->words, later->words, gap};
}

// What was so by the earlier answer, and what cannot be so beside it.
struct Opposites {
  Phrases before;
  Phrases now;
  bool of_the_same_thing = false;  // only where both clauses name it
};

// Whose decision or idea it was, and who did it alone.
const std::array<Opposites, 5>& opposite_agencies() {
  static const Phrases own_idea{"my own~ idea|decision|initiative", "i came up with",
                                "nobody told|asked me|us",          "no one told|asked me|us",
                                "without being asked|told",         "on my own initiative|account"};
  static const Phrases told_to{
      "boss|manager|supervisor|chef|director|foreman|lead|head|chief|she|he|they "
      "told|ordered|instructed|asked|wanted us|me * to",
      "i was told|ordered|instructed|asked|assigned to"};
  static const Phrases their_idea{
      "boss's|manager's|supervisor's|director's|chef's|owner's|colleague's|architect's|client's|"
      "customer's|partner's|teacher's|friend's|engineer's|foreman's|captain's|her|his|their "
      "idea|decision|initiative",
      "boss|manager|supervisor|chef|director|foreman|she|he|they came up with"};
  static const Phrases own_decision{"i decided to|on|that", "i suggested|proposed"};
  static const Phrases alone{"all alone", "completely|entirely on my own", "all by myself",
                             "i was the only", "i did it|everything|that alone|myself"};
  static const Phrases together{
      "with a|my|our|the teacher|colleague|team|coach|partner|friend|group",
      "my|our colleague|friend|partner|team * and i",
      "together with",
      "he|she|they learnt|did|built|wrote|made it too|as",
      "helped me",
      "we all|both"};
  static const Phrases own_making{"i came up with", "i invented|designed|built|created",
                                  "i thought of", "my own~ idea"};
  static const Phrases another_maker{
      "it was * who|that came|suggested|invented|designed|built|created|thought|had"};
  static const Phrases unasked{"nobody * asked|told me|us", "no one * asked|told me|us",
                               "without being asked|told", "on my own initiative|account",
                               "my own idea|decision|initiative"};
  static const Phrases asked{"the|my|our|she|he|they * asked|told|ordered|instructed me|us to"};
  static const std::array<Opposites, 5> opposites = {{
      {unasked, asked, false},
      {own_making, another_maker, false},
      {own_decision, told_to, true},
      {own_idea, their_idea, false},
      {alone, together, false},
  }};
  return opposites;
}

// The same act under any of its forms: "told", "say" and "talk" are one.
std::string act_of(std::string_view verb) {
  static const std::unordered_map<std::string_view, std::string_view> acts = {
      {"told", "say"},    {"said", "say"},      {"spoke", "say"},  {"talked", "say"},
      {"tell", "say"},    {"say", "say"},       {"speak", "say"},  {"talk", "say"},
      {"wrote", "write"}, {"written", "write"}, {"went", "go"},    {"took", "take"},
      {"made", "make"},   {"built", "build"},   {"found", "find"}, {"chose", "choose"},
      {"bought", "buy"},  {"sent", "send"},     {"saw", "see"},    {"met", "meet"},
      {"drew", "draw"},   {"taught", "teach"},  {"rang", "call"}};
  const auto known = acts.find(verb);
  return known == acts.end() ? stem(verb) : std::string(known->second);
}

// A thing that both name; `act` is none.
bool share_a_content_word(const std::string& a, const std::string& b, std::string_view act = {}) {
  const Speech one = speech_of(a);
  const Speech other = speech_of(b);
  return std::any_of(one.words.begin(), one.words.end(), [&](const SpokenWord& word) {
    return !is_function_word(word.text) && word.text.size() >= 4 &&
           (act.empty() || act_of(word.text) != act) &&
           std::any_of(other.words.begin(), other.words.end(),
                       [&](const SpokenWord& each) { return stem(each.text) == stem(word.text); });
  });
}

// Who takes both sides in one answer tells how it came about, and contradicts nothing.
std::optional<Contradiction> opposed(const Speech& before, const Phrases& said, const Speech& now,
                                     const Phrases& against, bool of_the_same_thing) {
  const auto first = said.find(before);
  const auto second = against.find(now);
  if (!first || !second || against.in(before) || said.in(now)) return std::nullopt;
  auto found = side_by_side(before, *first, now, *second, Gap::OwnPart);
  if (found && of_the_same_thing && !share_a_content_word(found->before, found->now))
    return std::nullopt;
  return found;
}

std::optional<Contradiction> in_agency(const Speech& before, const Speech& now) {
  for (const Opposites& one : opposite_agencies()) {
    const bool same = one.of_the_same_thing;
    if (auto found = opposed(before, one.before, now, one.now, same)) return found;
    if (auto found = opposed(before, one.now, now, one.before, same)) return found;
  }
  return std::nullopt;
}

bool is_making(std::string_view verb) {
  static const Words made = {"wrote",   "built",    "made",       "designed",  "drew",     "found",
                             "fixed",   "repaired", "programmed", "invented",  "noticed",  "solved",
                             "planned", "created",  "painted",    "organised", "organized"};
  return made.contains(verb);
}

// The places of "I wrote ..." or, for `own` false, of "Tom wrote ...".
std::vector<std::size_t> makings(const Speech& speech, bool own) {
  static const Words not_others = {"i", "we", "you", "it", "that", "who", "which", "and", "had"};
  std::vector<std::size_t> found;
  for (std::size_t i = 1; i < speech.words.size(); ++i) {
    const std::string& subject = speech.words[i - 1].text;
    const bool fits =
        own ? subject == "i" : !not_others.contains(subject) && !subject.ends_with("ly");
    if (fits && !speech.words[i].opens_clause && is_making(speech.words[i].text))
      found.push_back(i);
  }
  return found;
}

// One past the named object right behind the verb that both have in common.
std::optional<std::pair<std::size_t, std::size_t>> common_object(const Speech& a, std::size_t verb,
                                                                 const Speech& b,
                                                                 std::size_t other_verb) {
  constexpr std::size_t reach = 4;
  if (a.words[verb].text != b.words[other_verb].text) return std::nullopt;
  for (std::size_t i = verb + 1; i < std::min(verb + reach, a.words.size()); ++i) {
    if (is_function_word(a.words[i].text)) continue;
    for (std::size_t j = other_verb + 1; j < std::min(other_verb + reach, b.words.size()); ++j) {
      if (stem(a.words[i].text) == stem(b.words[j].text)) return std::pair{i + 1, j + 1};
    }
  }
  return std::nullopt;
}

// "I wrote the script", and then "Tom wrote the script".
std::optional<Contradiction> in_doer(const Speech& before, const Speech& now) {
  for (const bool own_first : {true, false}) {
    for (const std::size_t first : makings(before, own_first)) {
      for (const std::size_t second : makings(now, !own_first)) {
        const auto ends = common_object(before, first, now, second);
        if (!ends) continue;
        if (auto found = side_by_side(before, {first - 1, ends->first}, now,
                                      {second - 1, ends->second}, Gap::OwnPart))
          return found;
      }
    }
  }
  return std::nullopt;
}

// "I told him", and then "I never said anything to him".
std::optional<Contradiction> in_denial(const Speech& before, const Speech& now) {
  static const Phrases own_act{
      "i * told|said|spoke|talked|wrote|called|asked|showed|went|took|made|"
      "built|found|chose|bought|sent|met|checked|tested|decided|proposed"};
  static const Phrases never{
      "i|i've have~ never "
      "told|said|spoke|talked|wrote|written|called|asked|showed|went|took|made|built|found|chose|"
      "bought|sent|met|checked|tested|decided|proposed",
      "i did|didn't not~ really|actually~ "
      "tell|say|speak|talk|write|call|ask|show|go|take|make|build|find|choose|buy|send|meet|check|"
      "test|decide|propose"};
  static const Phrases whoever{"him|her|them|it|anything|anybody|anyone"};
  for (const PhraseMatch& second : never.all(now)) {
    const std::string act = act_of(now.words[second.end - 1].text);
    for (const PhraseMatch& first : own_act.all(before)) {
      if (act_of(before.words[first.end - 1].text) != act) continue;
      if (never.in(before)) continue;
      auto found = side_by_side(before, first, now, second, Gap::OwnPart);
      if (found && (share_a_content_word(found->before, found->now, act) ||
                    whoever.in(speech_of(found->now))))
        return found;
    }
  }
  return std::nullopt;
}

std::optional<int> value_of(const SpokenWord& word) {
  static const std::unordered_map<std::string_view, int> values = {
      {"two", 2},   {"three", 3}, {"four", 4}, {"five", 5},    {"six", 6},    {"seven", 7},
      {"eight", 8}, {"nine", 9},  {"ten", 10}, {"eleven", 11}, {"twelve", 12}};
  if (const auto known = values.find(word.text); known != values.end()) return known->second;
  if (!word.number || word.text.size() > 4) return std::nullopt;
  int value = 0;
  for (const char c : word.text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = 10 * value + (c - '0');
  }
  return value;
}

struct Counted {
  int value = 0;
  PhraseMatch match;
};

// The first amount inside a match of `phrases`.
std::optional<Counted> counted(const Speech& speech, const Phrases& phrases) {
  for (const PhraseMatch& match : phrases.all(speech)) {
    for (std::size_t i = match.first; i < match.end; ++i) {
      if (const auto value = value_of(speech.words[i])) return Counted{*value, match};
    }
  }
  return std::nullopt;
}

// How many people the group had, and how long all of it took.
const std::array<Phrases, 5>& sizes() {
  static const std::string number = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|#";
  static const std::string group = "there were|was only~ just~ " + number + " people|of|persons";
  static const std::string of_us = number + " of us";
  static const std::string we_were = "we were|was only~ just~ " + number;
  static const std::string team = "a|the|my team|crew|group of " + number;
  static const std::string took =
      "it|that|everything|all took|lasted me|us~ only~ just~ about~ " + number;
  static const std::string hours = took + " hours";
  static const std::string days = took + " days";
  static const std::string weeks = took + " weeks";
  static const std::string months = took + " months";
  static const std::array<Phrases, 5> found = {Phrases{group, of_us, we_were, team}, Phrases{hours},
                                               Phrases{days}, Phrases{weeks}, Phrases{months}};
  return found;
}

std::optional<Contradiction> in_size(const Speech& before, const Speech& now) {
  // A group that grew, and a part of it, are no contradiction.
  static const Phrases other_count{"joined|joining|hired|came|arrived|left|grew|became|grown",
                                   "more|another|others|additional|also|later|then|first|most|some",
                                   "except|plus|besides|without"};
  for (const Phrases& size : sizes()) {
    const auto first = counted(before, size);
    const auto second = counted(now, size);
    if (!first || !second || first->value == second->value) continue;
    const auto sentence = now.words[second->match.first].sentence;
    const auto matches = other_count.all(now);
    const bool explained = std::any_of(matches.begin(), matches.end(), [&](const auto& match) {
      return now.words[match.first].sentence == sentence;
    });
    if (explained) continue;
    if (auto found = side_by_side(before, first->match, now, second->match, Gap::Specifics))
      return found;
  }
  return std::nullopt;
}

// "No stops since then", and then "it still stops twice a month".
std::optional<Contradiction> in_outcome(const Speech& before, const Speech& now) {
  static const Phrases gone{"no|zero|never|without|nobody|none * since|again|anymore",
                            "since * no|zero|never|not|nobody|none", "no|zero|never * at all|ever",
                            "not a|one single", "never * again"};
  static const Phrases there{"still", "again", "twice|once|times a week|month|year|day",
                             "sometimes|occasionally", "every now|few|couple"};
  static const Phrases denied{"no|not|never|none|nobody|without",
                              "don't|doesn't|didn't|isn't|hasn't"};
  for (const PhraseMatch& first : gone.all(before)) {
    for (const PhraseMatch& second : there.all(now)) {
      const auto found = side_by_side(before, first, now, second, Gap::Specifics);
      if (found && share_a_content_word(found->before, found->now) &&
          !denied.in(speech_of(found->now)))
        return found;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Contradiction> contradiction_in(const std::vector<Speech>& answers) {
  if (answers.size() < 2) return std::nullopt;
  const Speech& now = answers.back();
  for (std::size_t i = 0; i + 1 < answers.size(); ++i) {
    for (const auto look : {&in_agency, &in_doer, &in_denial, &in_size, &in_outcome}) {
      if (auto found = look(answers[i], now)) return found;
    }
  }
  return std::nullopt;
}

}  // namespace barometer
