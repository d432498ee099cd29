#include "interviewer/prompting.hpp"

#include <algorithm>

#include "interviewer/account.hpp"
#include "interviewer/clauses.hpp"

namespace barometer {
namespace {

constexpr double called_for = 1.4;
constexpr double as_well = 1.0;
constexpr double out_of_place = 0.7;
constexpr double far_off = 0.5;
constexpr double unasked = 0.35;

double if_any(bool called, double otherwise) { return called ? called_for : otherwise; }

bool decides(const Speech& speech) {
  static const Phrases decisions{
      "i|we *~ decided|chose|refused|insisted|picked|rejected|preferred|switched|stopped|cancelled",
      "instead of|i|we", "went with|for the|a", "my|our decision|choice",
      "i|we was|were for|against it|that|the"};
  return decisions.in(speech);
}

bool gives_reasons(const Speech& speech) {
  static const Phrases reasons{"because",     "so that",    "the reason",
                               "in order to", "that's why", "since i|we|the|it|they"};
  return reasons.in(speech);
}

bool finds_something(const Speech& speech) {
  static const Phrases findings{
      "turned out",
      "the problem|cause|fault|reason|trouble was",
      "found|noticed|discovered|realised|realized|learned|learnt that|it|out|the|a",
      "it was * that|which|because",
      "came from",
      "knew that|it|the"};
  return findings.in(speech);
}

bool mends_something(const Speech& speech) {
  static const Phrases mending{
      "i|we *~ "
      "fixed|repaired|solved|replaced|corrected|changed|introduced|rewrote|removed|installed",
      "was|were fixed|repaired|solved|replaced|corrected|changed|removed",
      "new rule|process|routine|list|form|plan|rota|roster|system"};
  return mending.in(speech);
}

bool speaks_of_means(const Speech& speech) {
  static const Phrases means{
      "money|budget|euros|pounds|dollars|cost|costs|price|paid|spent|expensive|cheap",
      "hours|overtime|weekend|nights", "no|not|without money|staff|people|time"};
  return means.in(speech);
}

bool speaks_of_learners(const Speech& speech) {
  static const Phrases learners{"taught|showed|trained|explained|shared|coached|mentored",
                                "new people|staff|colleagues|starters|ones",

                                "apprentice-", "trainee-",
                                "other teams|shifts|sites|shops|wards|branches"};
  return learners.in(speech);
}

bool falls_short(const Speech& speech) {
  static const Phrases short_of{"almost|nearly|mostly",
                                "not all|perfect|quite|everything|everyone",
                                "only one|two|half|some|#",
                                "still",
                                "all but",
                                "except",
                                "passed|accepted|approved",
                                "good enough",
                                "just about|in"};
  return short_of.in(speech);
}

bool tells_an_outcome(const Speech& speech) {
  const Told told = told_by(speech);
  return told.strength[static_cast<std::size_t>(Gap::Result)] >= 0.3;
}

bool changes_things_for_others(const Speech& speech) {
  const auto acts = own_acts(speech);
  return !oppositions(speech).empty() ||
         std::any_of(acts.begin(), acts.end(), [](const OwnAct& act) { return act.change; });
}

}  // namespace

double prompted(Gap gap, const Speech& latest) {
  switch (gap) {
    case Gap::Reasoning:
      if (gives_reasons(latest)) return far_off;
      return if_any(decides(latest), own_acts(latest).empty() ? unasked : as_well);
    case Gap::Alternatives:
      return if_any(decides(latest), far_off);
    case Gap::Specifics:  // "step by step" is no question to an outcome
      return tells_an_outcome(latest) ? out_of_place : as_well;
    case Gap::HowKnown:
      return if_any(finds_something(latest) || !claims(latest).empty(), out_of_place);
    case Gap::SideEffects:
      return if_any(changes_things_for_others(latest), far_off);
    case Gap::WhatChanged:
      return if_any(finds_something(latest) || mends_something(latest), far_off);
    case Gap::ForWhom:
    case Gap::Afterwards:
      return tells_an_outcome(latest) ? as_well : out_of_place;
    case Gap::OwnStandard:
      return if_any(falls_short(latest), as_well);
    case Gap::Others:
      return if_any(speaks_of_learners(latest), out_of_place);
    case Gap::Means:
      return if_any(speaks_of_means(latest), out_of_place);
    default:
      return as_well;
  }
}

}  // namespace barometer
