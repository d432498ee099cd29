#include "interviewer/account.hpp"

#include <algorithm>

#include "interviewer/amounts.hpp"
#include "interviewer/deeds.hpp"
#include "interviewer/gap_cues.hpp"
#include "interviewer/manner.hpp"
#include "interviewer/noun_phrases.hpp"

namespace barometer {
namespace {

void tell(Told& told, Gap gap, double strength, ByteSpan span) {
  const auto i = static_cast<std::size_t>(gap);
  told.strength[i] = 1.0 - (1.0 - told.strength[i]) * (1.0 - strength);
  if (told.span[i].empty()) told.span[i] = span;
}

void tell_by_cues(const Speech& speech, Told& told) {
  for (const GapCue& cue : gap_cues()) {
    for (const PhraseMatch& match : cue.phrases.all(speech))
      tell(told, cue.gap, cue.strength, speech.span(match.first, match.end));
  }
}

// Per sentence: whether one of `phrases` is in it.
std::vector<bool> by_sentence(const Speech& speech, const Phrases& phrases) {
  std::vector<bool> found(speech.sentences.size() + 1, false);
  for (const PhraseMatch& match : phrases.all(speech))
    found[speech.words[match.first].sentence] = true;
  return found;
}

bool is_name(const Speech& speech, std::size_t i) {
  const SpokenWord& word = speech.words[i];
  const bool sentence_start = i == 0 || speech.words[i - 1].sentence != word.sentence;
  return word.capital && !sentence_start && word.text != "i" && word.text.size() > 2 &&
         !word.text.starts_with("i'");
}

void tell_by_numbers_and_names(const Speech& speech, Told& told) {
  static const Phrases changes{
      "dropped|fell|rose|saved|reduced|improved|increased|halved|won|grew|cut",
      "down|up|from|within|under|above|below|without|only|average|instead", "less|fewer|more"};
  static const Phrases effects{"dropped|fell|rose|saved|reduced|improved|increased|halved|won|grew",
                               "less|fewer|more",
                               "down|up to|from|by|at",
                               "from * to",
                               "instead of",
                               "went|came|go|goes down|up"};
  const std::vector<bool> change = by_sentence(speech, changes);
  const std::vector<bool> effect = by_sentence(speech, effects);
  for (std::size_t i = 0; i < speech.words.size(); ++i) {
    const SpokenWord& word = speech.words[i];
    if (is_amount(speech, i)) {
      tell(told, Gap::Measure, change[word.sentence] ? 0.6 : 0.3, word.span);
      if (effect[word.sentence]) tell(told, Gap::Result, 0.4, word.span);
    }
    if (word.number || is_number_word(word.text)) tell(told, Gap::Specifics, 0.2, word.span);
    if (is_name(speech, i)) tell(told, Gap::Specifics, 0.2, word.span);
  }
}

// Whoever is named beside the candidate's own group may be who it was for.
void tell_by_people(const Speech& speech, Told& told) {
  for (const SpokenWord& word : speech.words) {
    if (names_outsiders(word.text)) tell(told, Gap::ForWhom, 0.25, word.span);
  }
  static const Phrases groups{
      "the|those people|women|men|families|children|ones * at|in|on|of|from|"
      "downstream|upstairs|who|got|had|could"};
  for (const PhraseMatch& match : groups.all(speech))
    tell(told, Gap::ForWhom, 0.3, speech.span(match.first, match.end));
}

void tell_by_deeds(const Speech& speech, Told& told) {
  const AccountSigns signs = signs_of(speech);
  if (signs.own_deeds <= 0.0) return;
  double open = 1.0;
  for (double deed = 0.0; deed < signs.own_deeds; deed += 1.0) open *= 0.6;
  if (static_cast<double>(signs.our_deeds) > 2.0 * signs.own_deeds) open = 0.5 + 0.5 * open;
  double& strength = told.strength[static_cast<std::size_t>(Gap::OwnPart)];
  strength = 1.0 - (1.0 - strength) * open;
}

// A long account tells of itself which ones and how.
void tell_by_length(const Speech& speech, Told& told) {
  const double length = std::min(1.0, static_cast<double>(speech.words.size()) / 250.0);
  double& strength = told.strength[static_cast<std::size_t>(Gap::Specifics)];
  strength = 1.0 - (1.0 - strength) * (1.0 - 0.4 * length);
}

const Phrases& inactions() {
  static const Phrases inaction{
      "gave|give up",
      "kept quiet|silent",
      "said nothing",
      "let it go|be|slide|pass",
      "decided not to",
      "left it|that|them at|as|there|alone|to|and|$",
      "held back",
      "put it off",
      "never tried|asked|said|told|"
      "did|raised|reported",
      "didn't|did not say|speak|do|report|tell|act|dare|raise|try anything|up|it|"
      "them|him|her|to|$|so",
      "waited for|until|till",
      "dropped the|it|that idea|it|plan|$",
      "was|were|"
      "wasn't|weren't not~ allowed",
      "postponed",
      "nothing was done",
      "didn't|did not do anything"};
  return inaction;
}

bool tells_acceptance(const Speech& speech) {
  static const Phrases acceptance{"accepted",
                                  "approved",
                                  "signed off",
                                  "passed the|inspection|review",
                                  "was|were happy|satisfied|pleased with",
                                  "good enough",
                                  "fine with|by"};
  return acceptance.in(speech);
}

bool tells_disagreement(const Speech& speech) {
  static const Phrases disagreement{"disagree-",
                                    "objected",
                                    "argued",
                                    "opposed",
                                    "against the|it|that",
                                    "pushed back",
                                    "didn't|did not agree",
                                    "different opinion|view",
                                    "challenged",
                                    "i|we thought it|that|this * wrong",
                                    "contradicted"};
  return disagreement.in(speech);
}

bool tells_people(const Speech& speech) {
  static const Phrases people{
      "they|them|their", "she|he|her|him", "team",    "colleague-", "customer-",
      "client-",         "people",         "manager", "everyone",   "nurses|drivers|staff|crew"};
  return people.in(speech);
}

bool tells_measuring(const Speech& speech) {
  static const Phrases measuring{
      "measured",     "tracked",  "counted",        "timed",      "logged",
      "survey-",      "log|logs", "report|reports", "dashboard-", "stopwatch",
      "scale|scales", "records",  "figures",        "data",       "sheet|sheets|spreadsheet",
      "tally|tallied"};
  return measuring.in(speech);
}

// How often "I would" is a plan, and no soft way of speaking.
std::size_t plans_in(const Speech& speech) {
  static const Phrases said_softly{"i would|'d|should say|think|guess", "i'd say|think|guess"};
  static const Phrases would{"i|we|one|you would|should|could", "i'd|we'd|you'd|i'll|we'll",
                             "would|should * first|then|also"};
  const std::size_t found = would.all(speech).size();
  return found - std::min(found, said_softly.all(speech).size());
}

bool tells_a_figure(const Speech& speech) {
  static const Phrases moved{
      "down|up to one|two|three|four|five|six|seven|eight|nine|ten|none|zero"};
  if (moved.in(speech)) return true;
  for (std::size_t i = 0; i < speech.words.size(); ++i) {
    if (is_amount(speech, i)) return true;
  }
  return false;
}

std::size_t habits_in(const Speech& speech) {
  static const Phrases habits{"always",
                              "usually",
                              "normally",
                              "generally",
                              "typically",
                              "every time",
                              "often",
                              "whenever",
                              "in general",
                              "i tend|try|like to",
                              "it's|is important "
                              "to",
                              "i believe in|that",
                              "i'm|i am a|someone|the kind"};
  return habits.all(speech).size();
}

}  // namespace

Told told_by(const Speech& speech) {
  Told told;
  tell_by_cues(speech, told);
  tell_by_numbers_and_names(speech, told);
  tell_by_people(speech, told);
  tell_by_deeds(speech, told);
  tell_by_length(speech, told);
  return told;
}

void AccountSigns::add(const AccountSigns& other) {
  words += other.words;
  own_deeds += other.own_deeds;
  our_deeds += other.our_deeds;
  other_deeds += other.other_deeds;
  would += other.would;
  habits += other.habits;
  past += other.past;
  inaction = inaction || other.inaction;
  acceptance = acceptance || other.acceptance;
  disagreement = disagreement || other.disagreement;
  people = people || other.people;
  figure = figure || other.figure;
  measuring = measuring || other.measuring;
}

AccountSigns signs_of(const Speech& speech) {
  AccountSigns signs;
  signs.words = speech.words.size();
  signs.would = plans_in(speech);
  signs.habits = habits_in(speech);
  signs.inaction = inactions().in(speech);
  signs.acceptance = tells_acceptance(speech);
  signs.disagreement = tells_disagreement(speech);
  signs.people = tells_people(speech);
  signs.figure = tells_a_figure(speech);
  signs.measuring = tells_measuring(speech);
  signs.past = static_cast<std::size_t>(
      std::count_if(speech.words.begin(), speech.words.end(),
                    [](const SpokenWord& word) { return is_past_verb(word.text); }));
  // Learners tell an event in the present: "I make a card".
  const double present = manner::learner(speech) ? 1.0 : signs.habits > 0 ? 0.0 : 0.5;
  const Deeds deeds = deeds_in(speech, present);
  // To have said nothing is no deed.
  signs.own_deeds = std::max(0.0, deeds.own - static_cast<double>(inactions().all(speech).size()));
  signs.our_deeds = deeds.ours;
  signs.other_deeds = deeds.other;
  return signs;
}

std::vector<std::string> content_stems(const Speech& speech) {
  std::vector<std::string> stems;
  for (const SpokenWord& word : speech.words) {
    if (is_function_word(word.text) || (word.text.size() < 3 && !word.number)) continue;
    std::string one = stem(word.text);
    if (std::find(stems.begin(), stems.end(), one) == stems.end()) stems.push_back(std::move(one));
  }
  return stems;
}

}  // namespace barometer
