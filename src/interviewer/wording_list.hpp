// Wording list: where the sources of follow-ups put what may be said. For the files of wordings()
// only.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "interviewer/noun_phrases.hpp"
#include "interviewer/wording.hpp"

namespace barometer {

// How well a wording suits what was said, by where it comes from.
inline constexpr double plain_fit = 0.85;
inline constexpr double second_choice = 0.992;  // for each further plain wording
inline constexpr double pack_fit = 1.1;
inline constexpr double quote_fit = 1.3;
inline constexpr double noun_fit = 1.4;
inline constexpr double older = 0.85;  // times the above, for words of an earlier answer

struct WordingList {
  const AccountView& view;
  std::vector<Wording> found;

  void add(Gap gap, std::string text, double fit, bool quotes = false, std::string_view kind = {},
           std::string_view reason = {}) {
    Wording one;
    one.gap = gap;
    one.probe_kind = kind.empty() ? std::string(probe_kind_of(gap)) : std::string(kind);
    one.text = std::move(text);
    one.reason = reason.empty() ? std::string(gap_reason(gap)) : std::string(reason);
    one.fit = fit;
    one.quotes = quotes;
    found.push_back(std::move(one));
  }
};

// "I wrote a checklist": nothing but the article between verb and noun, and "I" before the verb.
bool made_by_me(const Speech& speech, const NounPhrase& noun);

// Follow-ups out of the nouns and figures of one answer. `weight` is 1 for the latest answer.
void add_noun_wordings(WordingList& out, const Speech& speech, const std::vector<NounPhrase>& nouns,
                       double weight);

// Follow-ups that take up an act or a clause of one answer.
void add_echo_wordings(WordingList& out, const Speech& speech, double weight);

// The probes of the pack that suppose nothing.
void add_pack_wordings(WordingList& out, bool thing_was_made);

}  // namespace barometer
