#include "interviewer/account.hpp"

#include <algorithm>
#include <unordered_set>

#include "interviewer/noun_phrases.hpp"

namespace barometer {
namespace {

// How strongly one match of a phrase tells that a gap is filled.
struct GapCue {
  Gap gap;
  double strength;
  Phrases phrases;
};

const std::vector<GapCue>& outcome_cues() {
  static const std::vector<GapCue> cues = {
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
      {Gap::Result,
       0.65,
       {"in the end",
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
        "still "
        "use|uses|used|in|runs|running|works|there",
        "never * again",
        "not * since",
        "from # * to #",
        "by|of # percent|per"}},
      {Gap::Result,
       0.4,
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
      {Gap::Afterwards,
       0.55,
       {"a|one|two|three|four|five|six|some|few|several|#|many "
        "month|months|week|weeks|year|years|days "
        "later|after|on",
        "the|that next|following month|week|year|season|quarter|day|morning", "since then",
        "to this day", "years on", "once|after|that it was decided", "ever since", "long after",
        "at|by the end of the year|season"}},
      {Gap::Afterwards,
       0.35,
       {"afterwards", "after that", "later", "today", "these days", "still", "by now"}},
      {Gap::WhatChanged,
       0.5,
       {"since then", "from then on", "now|today we|i|they|the|it|every|all|everyone|each",
        "no longer", "next time", "differently", "learned|learnt", "lesson", "ever since",
        "so that it|this * again", "never * again", "every|each * now", "is|are now",
        "we|they|i still", "not * since"}},
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
        "her|his|their jobs|hours|shift|work"}}};
  return cues;
}

const std::vector<GapCue>& ground_cues() {
  static const std::vector<GapCue> cues = {
      {Gap::Measure,
       0.35,
       {"measured", "tracked", "counted", "timed", "metric-", "kpi-",
        "per week|day|month|hour|year|shift", "every|each|a week|day|month", "weighed * on",
        "benchmark-", "on average"}},
      {Gap::HowKnown,
       0.35,
       {"i|we "
        "asked|checked|compared|tested|counted|measured|looked|observed|watched|verified|analysed|"
        "analyzed|interviewed|surveyed|read|called|sat|timed|traced|reviewed|pulled|logged|tracked",
        "i|we *~ saw|noticed|found", "data", "log|logs", "survey-", "feedback", "figures",
        "record|records", "report|reports", "told me|us", "turned out",
        "showed|shows that|the|me|us|a", "evidence", "according to", "test|tests|tested|testing",
        "interview|interviews|interviewed", "sample|samples"}},
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
      {Gap::Reasoning,
       0.35,
       {"because", "so that", "the reason", "in order to", "that's why", "given that",
        "i thought|figured|"
        "reasoned|believed|realised|realized|wanted|decided|chose|judged|knew",
        "since i|we|the|it|they", "the point was", "my thinking",
        "to make sure|avoid|keep|prevent|protect|show", "which meant",
        "would|'d have cost|taken|meant|lost|been"}},
      {Gap::Means,
       0.45,
       {"budget", "cheap-", "second hand", "reuse-|reused|re", "borrow-", "already|still had",
        "without "
        "spending|buying|money|hiring|extra|any|new",
        "no extra|new|additional money|people|budget|staff", "cost|costs", "spent", "free of",
        "for free", "what|whatever we had",
        "spare|leftover|scrap|old "
        "parts|stock|wood|boxes"}},
      {Gap::Others,
       0.45,
       {"copied|adopted it|the|this", "taught", "trained", "coached", "mentored",
        "showed her|him|them|the|my|others|everyone|new", "shared", "explained * to",
        "walked her|him|them", "helped her|him|them|the|my|others", "paired",
        "others|colleagues|they * copied|adopted|took|use|followed|followed",
        "other teams|shifts|crews|wards", "asked * the|for same",
        "everybody|everyone|all use|uses|do", "learnt|learned it as|too",
        "she|he|they wants|wanted|went|left to|for * train|become|be"}},
      {Gap::OwnStandard,
       0.55,
       {"still not", "could be better", "not perfect", "would|'d improve|still|change",
        "i would|'d do * "
        "differently",
        "if i did|do * again", "not good enough", "my own standard|bar", "sent it back",
        "wasn't|was not satisfied|happy|good|enough", "looked again|closer", "beyond the",
        "next i"}},
      {Gap::Intent, 0.5, {"i|we would|'d|will|'ll", "i'd|i'll|we'd", "if i were|was"}},
      {Gap::OwnPart,
       0.5,
       {"myself", "my|own part|role|job was|is|in|to|meant", "on my own", "by|personally i",
        "i personally", "i alone", "i was responsible|in",
        "i led|lead|owned|ran|initiated|proposed|suggested"}},
      {Gap::Obstacle,
       0.5,
       {"because i|we|they|nobody|it|the|of", "afraid|scared", "not|wasn't|weren't allowed",
        "no "
        "time|budget|money|authority|permission|mandate",
        "blocked", "stopped me|us", "was waiting for", "didn't want to|it", "stood in"}}};
  return cues;
}

bool is_unit(std::string_view word) {
  static const std::unordered_set<std::string_view> units = {
      "percent",   "per",      "hours",     "hour",     "minutes",    "minute",   "seconds",
      "days",      "euros",    "euro",      "dollars",  "pounds",     "francs",   "kilos",
      "tonnes",    "tons",     "litres",    "liters",   "metres",     "meters",   "km",
      "kg",        "calls",    "orders",    "tickets",  "complaints", "errors",   "visits",
      "customers", "patients", "people",    "users",    "times",      "points",   "units",
      "boxes",     "returns",  "requests",  "weeks",    "months",     "ms",       "million",
      "thousand",  "hundred",  "out",       "cases",    "incidents",  "pages",    "items",
      "parts",     "families", "students",  "guests",   "bugs",       "k",        "m",
      "cents",     "pumps",    "accidents", "failures", "defects",    "bookings", "euro"};
  return units.contains(word);
}

bool is_clock_time(const Speech& speech, std::size_t i) {
  static const std::unordered_set<std::string_view> time_units = {
      "hours", "hour", "minutes", "minute", "days", "weeks", "months", "years", "seconds"};
  static const std::unordered_set<std::string_view> behind = {"ago",    "later", "earlier",
                                                              "before", "after", "long"};
  if (i + 2 < speech.words.size() && time_units.contains(speech.words[i + 1].text) &&
      behind.contains(speech.words[i + 2].text))
    return true;
  const std::string& number = speech.words[i].text;
  const bool year = number.size() == 4 && (number.starts_with("19") || number.starts_with("20"));
  return year || (i > 0 && speech.words[i - 1].text == "at" &&
                  !(i + 1 < speech.words.size() && is_unit(speech.words[i + 1].text)));
}

bool number_word(std::string_view word) {
  static const std::unordered_set<std::string_view> numbers = {
      "two",      "three",   "four",      "five",     "six",      "seven",  "eight",
      "nine",     "ten",     "eleven",    "twelve",   "fifteen",  "twenty", "thirty",
      "forty",    "fifty",   "sixty",     "seventy",  "eighty",   "ninety", "hundred",
      "half",     "quarter", "third",     "twice",    "thousand", "dozen",  "thirteen",
      "fourteen", "sixteen", "seventeen", "eighteen", "nineteen", "zero",   "double"};
  return numbers.contains(word);
}

// An amount: "40 %", "12 complaints", "three hours", not a date or a clock.
bool is_amount(const Speech& speech, std::size_t i) {
  const SpokenWord& word = speech.words[i];
  if ((!word.number && !number_word(word.text)) || is_clock_time(speech, i)) return false;
  const auto behind = speech.text.find_first_not_of(' ', word.span.end);
  const char next = behind == std::string::npos ? ' ' : speech.text[behind];
  const char before = word.span.begin == 0 ? ' ' : speech.text[word.span.begin - 1];
  if (next == '%' || before == '$' ||
      speech.text.compare(behind == std::string::npos ? 0 : behind, 3, "\u20AC") == 0)
    return true;
  const auto& words = speech.words;
  if (word.text == "half" || word.text == "twice" || word.text == "double") return true;
  for (std::size_t ahead = 1; ahead <= 3 && i + ahead < words.size(); ++ahead) {
    if (words[i + ahead].opens_clause) break;
    if (is_unit(words[i + ahead].text)) return true;
    if (ahead <= 2 && word.number && is_plural(words[i + ahead].text)) return true;
  }
  const std::string previous = i > 0 ? words[i - 1].text : std::string();
  return word.number && (previous == "from" || previous == "to" || previous == "by" ||
                         previous == "about" || previous == "than" || previous == "only");
}

bool is_stative(std::string_view word) {
  static const std::unordered_set<std::string_view> states = {
      "was",     "had",    "thought",  "felt",     "knew",       "believed",   "wanted",
      "liked",   "needed", "hoped",    "guessed",  "could",      "would",      "should",
      "can",     "will",   "may",      "might",    "must",       "have",       "been",
      "used",    "loved",  "hated",    "wished",   "feared",     "supposed",   "joined",
      "noticed", "saw",    "realised", "realized", "found",      "discovered", "observed",
      "got",     "worked", "lived",    "heard",    "remembered", "learned",    "liked",
      "stayed",  "need"};
  return states.contains(word);
}

bool is_adverb(std::string_view word) {
  static const std::unordered_set<std::string_view> adverbs = {
      "then",  "also",      "first", "just",  "even", "only", "myself", "later",
      "never", "always",    "still", "once",  "soon", "had",  "all",    "both",
      "again", "therefore", "now",   "often", "next", "and"};
  return adverbs.contains(word) || (word.size() > 4 && word.ends_with("ly"));
}

// The verb behind "I", over adverbs; the end of the speech when there is none.
std::size_t verb_behind(const Speech& speech, std::size_t subject) {
  std::size_t at = subject + 1;
  while (at < speech.words.size() && at <= subject + 3 && is_adverb(speech.words[at].text)) ++at;
  return at;
}

void count_deeds(const Speech& speech, AccountSigns& signs) {
  enum class Who { Nobody, Own, Ours, Other } who = Who::Nobody;
  static const std::unordered_set<std::string_view> others = {
      "he",         "she",      "they",     "manager", "boss",       "supervisor",
      "colleague",  "lead",     "director", "team",    "engineer",   "colleagues",
      "management", "somebody", "someone",  "company", "department", "vendor"};
  for (std::size_t i = 0; i < speech.words.size(); ++i) {
    const std::string& word = speech.words[i].text;
    Who subject = Who::Nobody;
    if (word == "i") subject = Who::Own;
    if (word == "we") subject = Who::Ours;
    if (others.contains(word)) subject = Who::Other;
    const bool opens = speech.words[i].opens_clause;
    const bool sentence_start = i == 0 || speech.words[i - 1].sentence != speech.words[i].sentence;
    if (opens && subject == Who::Nobody && is_past_verb(word)) {
      if (is_stative(word)) continue;
      // "I rewrote it, tested it, shipped it", and "Looked at the log." without a subject.
      if (sentence_start || who == Who::Own) signs.own_deeds += sentence_start ? 0.7 : 1.0;
      if (!sentence_start && who == Who::Ours) ++signs.our_deeds;
      continue;
    }
    if (opens && subject == Who::Nobody && word != "and" && word != "then") who = Who::Nobody;
    std::size_t verb = speech.words.size();
    if (subject != Who::Nobody) {
      verb = verb_behind(speech, i);
      who = subject;
    } else if ((word == "and" || word == "then") && who != Who::Nobody) {
      verb = verb_behind(speech, i);  // "I went there and counted"
    }
    if (verb >= speech.words.size()) continue;
    const std::string& doing = speech.words[verb].text;
    const bool past = is_past_verb(doing) && !is_stative(doing);
    if (who == Who::Own) {
      if (past) {
        signs.own_deeds += 1.0;
      } else if (subject == Who::Own && signs.habits == 0 && !is_function_word(doing) &&
                 !is_stative(doing) && !doing.ends_with("n't")) {
        signs.own_deeds += 0.5;  // "I go there and ask", as many tell a story
      }
    }
    if (who == Who::Ours && past) ++signs.our_deeds;
    if (who == Who::Other && past) ++signs.other_deeds;
  }
}

}  // namespace

Told told_by(const Speech& speech) {
  Told told;
  const auto tell = [&](Gap gap, double strength, ByteSpan span) {
    const auto i = static_cast<std::size_t>(gap);
    told.strength[i] = 1.0 - (1.0 - told.strength[i]) * (1.0 - strength);
    if (told.span[i].empty()) told.span[i] = span;
  };
  for (const auto* cues : {&outcome_cues(), &ground_cues()}) {
    for (const GapCue& cue : *cues) {
      for (const PhraseMatch& match : cue.phrases.all(speech))
        tell(cue.gap, cue.strength, speech.span(match.first, match.end));
    }
  }
  static const Phrases result_nearby{"dropped",  "fell",      "rose",  "saved", "reduced",
                                     "improved", "increased", "down",  "up",    "cut",
                                     "halved",   "instead",   "from",  "won",   "grew",
                                     "within",   "under",     "less",  "fewer", "more",
                                     "only",     "average",   "above", "below", "without"};
  std::vector<bool> change(speech.sentences.size() + 1, false);
  for (const PhraseMatch& match : result_nearby.all(speech))
    change[speech.words[match.first].sentence] = true;
  bool sentence_start = true;
  for (std::size_t i = 0; i < speech.words.size(); ++i) {
    const SpokenWord& word = speech.words[i];
    sentence_start = i == 0 || speech.words[i - 1].sentence != word.sentence;
    if (is_amount(speech, i)) {
      tell(Gap::Measure, change[word.sentence] ? 0.6 : 0.3, word.span);
      if (change[word.sentence]) tell(Gap::Result, 0.4, word.span);
    }
    if (word.number || number_word(word.text)) tell(Gap::Specifics, 0.2, word.span);
    const bool name = word.capital && !sentence_start && word.text != "i" && word.text.size() > 2 &&
                      !word.text.starts_with("i'");
    if (name) tell(Gap::Specifics, 0.2, word.span);
  }
  const AccountSigns signs = signs_of(speech);
  if (signs.own_deeds > 0.0) {
    double open = 1.0;
    for (double deed = 0.0; deed < signs.own_deeds; deed += 1.0) open *= 0.6;
    if (static_cast<double>(signs.our_deeds) > 2.0 * signs.own_deeds) open = 0.5 + 0.5 * open;
    const auto i = static_cast<std::size_t>(Gap::OwnPart);
    told.strength[i] = 1.0 - (1.0 - told.strength[i]) * open;
  }
  const double length = std::min(1.0, static_cast<double>(speech.words.size()) / 250.0);
  if (!speech.words.empty()) {
    const auto i = static_cast<std::size_t>(Gap::Specifics);
    told.strength[i] = 1.0 - (1.0 - told.strength[i]) * (1.0 - 0.4 * length);
  }
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
  static const Phrases said_softly{"i would|'d|should say|think|guess", "i'd say|think|guess"};
  static const Phrases moved{
      "down|up to one|two|three|four|five|six|seven|eight|nine|ten|none|zero"};
  static const Phrases would{"i|we|one|you would|should|could", "i'd|we'd|you'd|i'll|we'll",
                             "would|should * first|then|also"};
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
  static const Phrases acceptance{"accepted",
                                  "approved",
                                  "signed off",
                                  "passed the|inspection|review",
                                  "was|were happy|satisfied|pleased with",
                                  "good enough",
                                  "fine with|by"};
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
  static const Phrases people{
      "they|them|their", "she|he|her|him", "team",    "colleague-", "customer-",
      "client-",         "people",         "manager", "everyone",   "nurses|drivers|staff|crew"};
  AccountSigns signs;
  signs.words = speech.words.size();
  const std::size_t softly = said_softly.all(speech).size();
  signs.would = would.all(speech).size();
  signs.would -= std::min(signs.would, softly);
  signs.figure = moved.in(speech);
  signs.habits = habits.all(speech).size();
  signs.inaction = inaction.in(speech);
  signs.acceptance = acceptance.in(speech);
  signs.disagreement = disagreement.in(speech);
  signs.people = people.in(speech);
  static const Phrases measuring{
      "measured",     "tracked",  "counted",        "timed",      "logged",
      "survey-",      "log|logs", "report|reports", "dashboard-", "stopwatch",
      "scale|scales", "records",  "figures",        "data",       "sheet|sheets|spreadsheet",
      "tally|tallied"};
  signs.measuring = measuring.in(speech);
  for (std::size_t i = 0; i < speech.words.size(); ++i) {
    signs.past += is_past_verb(speech.words[i].text) ? 1U : 0U;
    signs.figure = signs.figure || is_amount(speech, i);
  }
  count_deeds(speech, signs);
  // To have said nothing is no deed.
  signs.own_deeds =
      std::max(0.0, signs.own_deeds - static_cast<double>(inaction.all(speech).size()));
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
