#include "interviewer/gap_cues.hpp"

#include <utility>

namespace barometer {
namespace {

using Cues = std::vector<GapCue>;

Cues for_whom_cues() {
  return {
      {Gap::ForWhom, 0.5, {"customer-",  "client|clients",   "patient|patients", "passenger-",
                           "pupil-",     "student-",         "guest|guests",     "user|users",
                           "reader-",    "visitor-",         "resident-",        "tenant-",
                           "shopper-",   "buyer-",           "subscriber-",      "commuter-",
                           "traveller-", "traveler-",        "citizen-",         "audience",
                           "the public", "viewer-",          "diner-",           "member|members",
                           "parents",    "merchants|sellers"}},
      {Gap::ForWhom,
       0.4,
       {"people|women|men|ones it was for", "people|women|men|workers who|with|from", "used by",
        "for the people|families|neighbours|neighbors"}},
      {Gap::ForWhom,
       0.4,
       {"a|an|the|this|one old~ young~ "
        "man|woman|lady|boy|girl|guest|customer|client|patient|couple|family",
        "^ old|young man|woman|lady|couple"}}};
}

Cues own_part_cues() {
  return {{Gap::OwnPart,
           0.5,
           {"myself", "my|own part|role|job was|is|in|to|meant", "on my own", "by|personally i",
            "i personally", "i alone", "i was responsible|in",
            "i led|lead|owned|ran|initiated|proposed|suggested"}}};
}

Cues measure_cues() {
  return {{Gap::Measure,
           0.35,
           {"measured", "tracked", "counted", "timed", "metric-", "kpi-",
            "per week|day|month|hour|year|shift", "every|each|a week|day|month", "weighed * on",
            "benchmark-", "on average"}}};
}

Cues result_cues() {
  return {{Gap::Result,
           0.65,
           {"crushed|smashed|exceeded|beat it|the|our|that",
            "in the end",
            "as a result",
            "the|our result|outcome",
            "ended up",
            "it|that|this worked|paid",
            "the|my|our * worked|works again|well|fine|$",
            "was|were done|ready|finished",
            "days|hours|weeks|minutes early|earlier",
            "without a|an|any|one outage|accident|incident|complaint|loss|delay|error|fault|injury",
            "above|below|under the|plan|target|budget|last",
            "went live",
            "no|not|nobody|none|nothing|never|zero * since|anymore|again",
            "no * any more",
            "down|back|up to|at #",
            "down to one|two|three|four|five|none|zero|half",
            "went ahead|through|well|fine|out|nowhere",
            "signed on|in|off",
            "voted # to #",
            "got|reached # million|thousand|views|users|people|orders",
            "still zero|none|no",
            "have|has matched|held|stayed|stopped",
            "stopped $",
            "failures|stops|falls|complaints|errors stopped|ended|vanished|went|fell",
            "not go anywhere",
            "cost|costs # less|more",
            "no fine",
            "was|am left with",
            "i sold #",
            "was right|wrong $",
            "she|he|they decided|agreed|accepted|signed|left|stayed",
            "was|got|were adopted|accepted|approved|published|rolled|cancelled|cut",
            "still use|uses|used|in|runs|running|works|there",
            "never * again",
            "not * since",
            "from # * to #",
            "by|of # percent|per"}},
          {Gap::Result,
           0.65,
           {"came first|second|third|last|home", "kept|saved|lost # of|out",
            "kept|saved|lost * of twelve|ten|nine|eight|seven|six|five"}}};
}

// Words that sound of an end, and may be of its middle.
Cues outcome_word_cues() {
  return {{Gap::Result,
           0.35,
           {"dropped",
            "fell",
            "rose",
            "saved",
            "reduced",
            "improved",
            "increased",
            "halved",
            "doubled",
            "tripled",
            "decreased",
            "grew",
            "went down|up|from",
            "since then",
            "ever since",
            "eventually",
            "finally",
            "on|in time",
            "ahead of",
            "was|were able to",
            "could finally",
            "no more|longer",
            "won",
            "delivered",
            "launched",
            "shipped",
            "finished",
            "completed",
            "opened",
            "closed",
            "met the",
            "agreed",
            "renewed",
            "stayed",
            "recovered",
            "came back"}},
          {Gap::Result,
           0.4,
           {"found it|him|her|them $", "i|we found it|him|her|them", "was happy|relieved|over"}}};
}

Cues how_known_cues() {
  return {
      {Gap::HowKnown,
       0.35,
       {"i|we "
        "asked|checked|compared|tested|counted|measured|looked|observed|watched|verified|analysed|"
        "analyzed|interviewed|surveyed|read|called|sat|timed|traced|reviewed|pulled|logged|tracked",
        "i|we *~ saw|noticed|found", "data", "log|logs", "survey-", "feedback", "figures",
        "record|records", "report|reports", "told me|us", "turned out",
        "showed|shows that|the|me|us|a", "evidence", "according to", "test|tests|tested|testing",
        "interview|interviews|interviewed", "sample|samples"}},
      {Gap::HowKnown,
       0.3,
       {"stopwatch|notebook|clipboard|tally", "i|we stood|sat|watched|followed * with|in|at|for|by",
        "took notes|photos|samples|readings"}}};
}

Cues alternatives_cues() {
  return {
      {Gap::Alternatives,
       0.5,
       {"option|options",
        "alternative-",
        "considered",
        "another|other|different|second|third "
        "way|ways|idea|ideas|approach|approaches|solution|plan",
        "pros and cons",
        "plan b",
        "weighed",
        "instead of",
        "rather than",
        "either",
        "could have",
        "two|three|several|# ways|ideas|options|plans",
        "first * second",
        "first * third",
        "compared",
        "trade off|offs",
        "versus|vs",
        "ruled out",
        "also checked|tried|looked|thought",
        "first|before i|we tried|thought|wanted|looked",
        "instead",
        "would|'d have cost|taken|meant",
        "no other|another way|option|choice",
        "was|were for * against",
        "other ways|options"}},
      {Gap::Alternatives,
       0.5,
       {"thought about|of * too|first|also", "also thought|tried|wanted", "i|we could|'d have"}}};
}

Cues afterwards_cues() {
  return {{Gap::Afterwards,
           0.55,
           {"a|one|two|three|four|five|six|some|few|several|#|many "
            "month|months|week|weeks|year|years|days later|after|on",
            "the|that next|following month|week|year|season|quarter|day|morning", "since then",
            "to this day", "years on", "once|after|that it was decided", "ever since", "long after",
            "at|by the end of the year|season"}},
          {Gap::Afterwards,
           0.35,
           {"afterwards", "after that", "later", "today", "these days", "still", "by now"}}};
}

Cues what_changed_cues() {
  return {
      {Gap::WhatChanged,
       0.5,
       {"since then", "from then on", "now|today we|i|they|the|it|every|all|everyone|each",
        "no longer", "next time", "differently", "learned|learnt", "lesson", "ever since",
        "so that it|this * again", "never * again", "every|each * now", "is|are now",
        "we|they|i still do|use|have|keep|meet|run|work|ask|check|count|measure|go",
        "not * since"}},
      {Gap::WhatChanged,
       0.45,
       {"still at|in|there|use|uses|used|runs|running|works|holds",
        "wrote * routine|rule|checklist|guide|procedure|page|manual|standard",
        "is|are the|a|our rule|routine|standard|practice", "put that|it|this * every|each|all"}},
      {Gap::WhatChanged,
       0.3,
       {"changed", "introduced", "replaced", "checklist",
        "new rule|process|procedure|standard|routine", "became * standard|rule|routine|habit",
        "put * in place", "added|wrote * to|into the"}},
      {Gap::WhatChanged, 0.5, {"no|zero|never|none * since"}}};
}

Cues reasoning_cues() {
  return {
      {Gap::Reasoning,
       0.35,
       {"because", "so that", "the reason", "in order to", "that's why", "given that",
        "i thought|figured|reasoned|believed|realised|realized|wanted|decided|chose|judged|knew",
        "since i|we|the|it|they", "the point was", "my thinking",
        "to make sure|avoid|keep|prevent|protect|show", "which meant",
        "would|'d have cost|taken|meant|lost|been"}}};
}

Cues side_effects_cues() {
  return {
      {Gap::SideEffects,
       0.5,
       {"affected",
        "side effect|effects",
        "downside",
        "trade off|offs",
        "tradeoff",
        "at the expense|cost",
        "knock on",
        "neighbour-|neighbor-",
        "other two~ team|teams|departments|shift|crew|plants|sites|shops|branches|towns",
        "impact on",
        "meant that the|they|others",
        "meanwhile",
        "disrupted|disturbed",
        "complained|grumbled|protested",
        "nobody|no one else",
        "was|were|is|got * angry|annoyed|unhappy|relieved|grateful|furious|against|upset|glad",
        "angry|annoyed|unhappy because|about|with|at",
        "the others|rest",
        "did not|didn't care|mind",
        "feared|thanked|minded",
        "her|his|their jobs|hours|shift|work"}},
      {Gap::SideEffects, 0.45, {"not|didn't speak|talk to|with me|us", "shouted|yelled|cried"}}};
}

Cues means_cues() {
  return {
      {Gap::Means,
       0.45,
       {"budget", "cheap-", "second hand", "reuse-|reused|re", "borrow-", "already|still had",
        "without spending|buying|money|hiring|extra|any|new",
        "no extra|new|additional money|people|budget|staff", "cost|costs", "spent", "free of",
        "for free", "what|whatever we had", "spare|leftover|scrap|old parts|stock|wood|boxes"}}};
}

Cues obstacle_cues() {
  return {{Gap::Obstacle,
           0.5,
           {"because i|we|they|nobody|it|the|of", "afraid|scared", "not|wasn't|weren't allowed",
            "no time|budget|money|authority|permission|mandate", "blocked", "stopped me|us",
            "was waiting for", "didn't want to|it", "stood in"}}};
}

Cues others_cues() {
  return {{Gap::Others,
           0.45,
           {"copied|adopted it|the|this", "taught", "trained", "coached", "mentored",
            "showed her|him|them|the|my|others|everyone|new", "shared", "explained * to",
            "walked her|him|them", "helped her|him|them|the|my|others", "paired",
            "others|colleagues|they * copied|adopted|took|use|followed|followed",
            "other teams|shifts|crews|wards", "asked * the|for same",
            "everybody|everyone|all use|uses|do", "learnt|learned it as|too",
            "she|he|they wants|wanted|went|left to|for * train|become|be"}}};
}

Cues own_standard_cues() {
  return {{Gap::OwnStandard,
           0.55,
           {"still not", "could be better", "not perfect", "would|'d improve|still|change",
            "i would|'d do * differently", "if i did|do * again", "not good enough",
            "my own standard|bar", "sent it back", "wasn't|was not satisfied|happy|good|enough",
            "looked again|closer", "beyond the", "next i"}},
          {Gap::OwnStandard,
           0.6,
           {"i|we should|could have|'ve", "should've|could've",
            "i'd|i would * next time|first|earlier|sooner|another", "i|we would|'d have",
            "would've been"}}};
}

Cues intent_cues() {
  return {{Gap::Intent, 0.5, {"i|we would|'d|will|'ll", "i'd|i'll|we'd", "if i were|was"}}};
}

}  // namespace

const std::vector<GapCue>& gap_cues() {
  static const Cues cues = [] {
    Cues all;
    for (const auto part :
         {&for_whom_cues, &own_part_cues, &measure_cues, &result_cues, &outcome_word_cues,
          &how_known_cues, &alternatives_cues, &afterwards_cues, &what_changed_cues,
          &reasoning_cues, &side_effects_cues, &means_cues, &obstacle_cues, &others_cues,
          &own_standard_cues, &intent_cues}) {
      for (GapCue& cue : part()) all.push_back(std::move(cue));
    }
    return all;
  }();
  return cues;
}

}  // namespace barometer
