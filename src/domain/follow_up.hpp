// Follow-ups: which questions go on with the subject of the question before them.
//
// An interview is a row of topics: a question that opens a subject (the opener), and the probes
// into its answer. The first rule that fits decides:
//   1. An opener: it is, or ends with, a question of the pack.
//   2. A probe: it is a probe of the pack.
//   3. An opener, however short: it has the words of one ("tell me about a", "give me an example",
//      "have you ever", "suppose", "lately", ...).
//   4. A probe: it ends with a probe of the pack ("I see. What was your part?").
//   5. A probe: it has at most 14 words and refers back, by its first word ("and", "so"), by a word
//      for what was said ("it", "else", "exactly", "instead", "that" at the end or behind a
//      preposition), or by asking about something done ("did", "was", "would").
//   6. A probe: it has at most four words, too few to open anything.
//   7. An opener: everything else.
// Without a pack, rules 3 and 5 to 7 decide. Letter case and punctuation do not matter. The words
// are English; another language needs a pack with its probes and questions.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "domain/pack.hpp"

namespace barometer {

class FollowUps {
 public:
  // `pack` may be null; it is not kept.
  explicit FollowUps(const Pack* pack = nullptr);

  bool is_probe(std::string_view question) const;

 private:
  std::set<std::string, std::less<>> openers_;  // both as plain words
  std::set<std::string, std::less<>> probes_;
};

}  // namespace barometer
