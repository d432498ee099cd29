// Conduct: rules that an interviewer keeps, checked over a finished interview. They judge what was
// said, whoever said it: the machine here, or another one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/pack.hpp"
#include "domain/practice.hpp"

namespace barometer {

// Hard: must never be broken. Soft: a stated share may.
enum class Strictness : std::uint8_t { Hard, Soft };

struct ConductFinding {
  std::size_t entry = 0;  // of Practice::entries
  std::string what;       // the words of the interviewer that break the rule, or what is missing
};

struct ConductRule {
  std::string_view id;
  std::string_view what;
  std::string_view why;
  Strictness strictness = Strictness::Hard;
  void (*check)(const Practice&, const Pack&, std::vector<ConductFinding>&) = nullptr;
};

// In order: words, order, listening.
std::vector<ConductRule> conduct_rules();

// Findings of one rule, by entry.
std::vector<ConductFinding> check_conduct(const ConductRule& rule, const Practice& practice,
                                          const Pack& pack);

// The three groups; conduct_rules() joins them.
std::span<const ConductRule> word_rules();       // what a single utterance may say
std::span<const ConductRule> order_rules();      // how utterances follow each other
std::span<const ConductRule> listening_rules();  // how utterances answer the candidate

}  // namespace barometer
