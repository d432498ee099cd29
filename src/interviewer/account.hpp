// Account: which gaps the candidate's words fill, and what sort of account they are. Rules over
// words; what the reader finds is added by the interviewer.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "core/byte_span.hpp"
#include "domain/practice.hpp"
#include "interviewer/speech.hpp"

namespace barometer {

// How much of each gap one answer tells, and with which words.
struct Told {
  std::array<double, gap_count> strength{};  // in [0, 1]
  std::array<ByteSpan, gap_count> span{};    // of the first words that tell it; empty: none
};
Told told_by(const Speech& speech);

// Counts over one answer or over all of a topic.
struct AccountSigns {
  std::size_t words = 0;
  double own_deeds = 0.0;       // "I rang"; present forms count half
  std::size_t our_deeds = 0;    // "we moved"
  std::size_t other_deeds = 0;  // "my manager decided"
  std::size_t would = 0;        // "I would", "one should"
  std::size_t habits = 0;       // "I always", "usually"
  std::size_t past = 0;         // past verbs of anybody
  bool inaction = false;        // did not act, and says so
  bool acceptance = false;      // somebody approved
  bool disagreement = false;
  bool people = false;     // "they" has somebody to stand for
  bool figure = false;     // an amount with its unit
  bool measuring = false;  // says how it was counted

  void add(const AccountSigns& other);
};
AccountSigns signs_of(const Speech& speech);

// Stems of the words that carry content, without doubles.
std::vector<std::string> content_stems(const Speech& speech);

}  // namespace barometer
