// What the conduct rules share: walking over an interview.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "domain/pack.hpp"
#include "domain/practice.hpp"
#include "interviewer/conduct.hpp"
#include "interviewer/speech.hpp"

namespace barometer::conduct {

using Findings = std::vector<ConductFinding>;

inline bool follows_up(const Utterance& one) {
  return one.kind == UtteranceKind::Probe || one.kind == UtteranceKind::Hint;
}

template <typename Visit>
void each_utterance(const Practice& practice, Visit visit) {
  for (std::size_t i = 0; i < practice.entries.size(); ++i) {
    if (practice.entries[i].utterance) visit(i, *practice.entries[i].utterance);
  }
}

// Probes and hints.
template <typename Visit>
void each_follow_up(const Practice& practice, Visit visit) {
  each_utterance(practice, [&](std::size_t i, const Utterance& one) {
    if (follows_up(one)) visit(i, one);
  });
}

// A turn of the candidate with the first utterance behind it, if any.
template <typename Visit>
void each_reaction(const Practice& practice, Visit visit) {
  for (std::size_t i = 0; i + 1 < practice.entries.size(); ++i) {
    if (practice.entries[i].answer && practice.entries[i + 1].utterance)
      visit(i + 1, *practice.entries[i].answer, *practice.entries[i + 1].utterance);
  }
}

// The words of the pack or of the caller, which the interviewer may use as they are.
bool is_given(const Practice& practice, const Pack& pack, const std::string& text);

// What the interviewer adds of its own: the text without passages in quotation marks.
std::string without_quotes(std::string_view text);

// All that the candidate said before `entry`, with line breaks between.
std::string said_before(const Practice& practice, std::size_t entry);

// True when `a` and `b` share a run of `length` words.
bool shares_run(std::string_view a, std::string_view b, std::size_t length);

}  // namespace barometer::conduct
