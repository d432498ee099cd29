// Wording: how follow-ups are said. The pack's own words where they fit what was told, the
// candidate's own nouns in templates, plain words otherwise. Nothing is invented, nothing supposed.
#pragma once

#include <string>
#include <vector>

#include "domain/pack.hpp"
#include "domain/practice.hpp"
#include "interviewer/account_view.hpp"
#include "interviewer/noun_phrases.hpp"

namespace barometer {

// One way to go after one gap.
struct Wording {
  Gap gap = Gap::Specifics;
  std::string probe_kind;
  std::string text;
  std::string reason;     // which gap, for people; no words of the candidate
  double fit = 1.0;       // how well it suits what was said; 0.85 for plain words
  bool quotes = false;    // quotes a clause of the candidate
  bool one_case = false;  // from habits and plans to a single case
  bool takes_up =
      false;  // a passage that calls for it, whatever is told of the gap; fit is its gain
};

// Every wording that may be said now, in a fixed order.
std::vector<Wording> wordings(const AccountView& view);

// Whether `probe` of the pack supposes nothing that was not told.
bool fits(const Probe& probe, const AccountView& view);

// Narrows the topic to a side that lies beside `gap`; one per topic.
std::string hint_text(Gap gap, Tense tense);
// For the question itself.
std::string question_hint(QuestionKind kind);

// For the own part, when the first question for it was gone round. `times`: which wording.
std::string own_part_again(Tense tense, std::size_t times);

// What is missing, for people: "no measure of success".
std::string_view gap_reason(Gap gap);

// A word of the interviewer's own follow-ups and hints, which supposes nothing.
bool is_plain_word(const std::string& lower_word);

// True when `text` says much the same as one of `others`.
bool repeats(const std::string& text, const std::vector<std::string>& others);

}  // namespace barometer
