// Noun phrases: the candidate's own names for things, found by rules, for use in follow-ups. What
// is in doubt, private or unkind is left out.
#pragma once

#include <string>
#include <vector>

#include "core/byte_span.hpp"
#include "interviewer/speech.hpp"

namespace barometer {

struct NounPhrase {
  std::string words;  // verbatim, without article or number: "night nurses"
  std::string head;   // its last word, lower case
  ByteSpan span;      // of `words` in Speech::text
  std::size_t sentence = 0;
  bool plural = false;
  bool people = false;      // a group of people
  bool made = false;        // the candidate or the team made, wrote or changed it
  bool many = false;        // behind "many", "a lot of", "most": an amount without a number
  bool counted = false;     // behind a number
  bool listed = false;      // the speech goes on to name which ones
  bool vague = false;       // behind "some", "different" and the like
  bool indefinite = false;  // behind "a", "some" or nothing: not said which one
};

std::vector<NounPhrase> noun_phrases(const Speech& speech);

// Words of health, family, faith, origin, age, union and the like: never asked after, never taken
// up.
bool is_private_word(std::string_view lower_word);
// Insults and words that judge: never taken up.
bool is_unkind_word(std::string_view lower_word);
// A past form or another word that ends a noun phrase.
bool is_past_verb(std::string_view lower_word);
bool is_plural(std::string_view lower_word);

// A group of people that need not be the candidate's own: "nurses", "tenants".
bool names_outsiders(std::string_view lower_word);

// A place or a person: nothing that one does something about.
bool is_place_or_person(std::string_view lower_word);

}  // namespace barometer
