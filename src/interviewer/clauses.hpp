// Clauses: stretches of what was said that can be given back, verbatim or in the second person.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/byte_span.hpp"
#include "interviewer/speech.hpp"

namespace barometer {

struct Clause {
  std::string words;  // verbatim
  ByteSpan span;      // of Speech::text
  std::size_t sentence = 0;
};

// An act that the candidate tells as their own: "I moved my shift to Friday".
struct OwnAct {
  std::string words;       // in the second person, from the verb on: "moved your shift to Friday"
  ByteSpan span;           // of the candidate's words, from the verb on
  bool decision = false;   // decided, chose, refused
  bool explained = false;  // the reason stands behind it
  bool look = false;       // counted, asked: needs no reason
  bool change = false;     // others had to live with it: moved, closed, introduced
};

// In order; acts of few words, private or unkind ones, and what cannot be turned round are left
// out.
std::vector<OwnAct> own_acts(const Speech& speech);

// Short clauses "we <did> ...", for asking what the candidate's own part was.
std::vector<Clause> we_clauses(const Speech& speech);
// "I supported her", "I led the project": an act that does not say what was done.
std::vector<Clause> vague_acts(const Speech& speech);
// Short clauses that claim something without its ground ("customers were happy").
std::vector<Clause> claims(const Speech& speech);
// "My boss was against it": somebody stood in the way.
std::vector<Clause> oppositions(const Speech& speech);

// The clause around the words [first, end), of `most` words at most; none when it cannot be quoted.
std::optional<Clause> clause_around(const Speech& speech, std::size_t first, std::size_t end,
                                    std::size_t most);

}  // namespace barometer
