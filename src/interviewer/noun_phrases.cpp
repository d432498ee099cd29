#include "interviewer/noun_phrases.hpp"

#include <algorithm>
#include <unordered_set>

#include "interviewer/amounts.hpp"

namespace barometer {
namespace {

using Words = std::unordered_set<std::string_view>;

constexpr std::size_t longest_phrase = 3;  // words

const Words& determiners() {
  static const Words words = {"the",     "this",  "that",    "these",     "those", "my",    "our",
                              "their",   "his",   "her",     "its",       "a",     "an",    "some",
                              "several", "many",  "all",     "every",     "each",  "both",  "few",
                              "most",    "other", "various", "different", "two",   "three", "four",
                              "five",    "six",   "ten",     "certain"};
  return words;
}

const Words& bare_openers() {  // a plural right behind one of these needs no determiner
  static const Words words = {"with", "of", "about", "for", "between"};
  return words;
}

const Words& no_heads() {
  static const Words words = {
      "time",      "times",         "thing",     "things",    "way",    "ways",         "lot",
      "lots",      "bit",           "kind",      "kinds",     "sort",   "sorts",        "type",
      "types",     "day",           "days",      "week",      "weeks",  "month",        "months",
      "year",      "years",         "hour",      "hours",     "minute", "minutes",      "second",
      "seconds",   "end",           "start",     "beginning", "middle", "part",         "parts",
      "rest",      "side",          "sides",     "point",     "points", "case",         "cases",
      "example",   "examples",      "fact",      "question",  "answer", "moment",       "one",
      "ones",      "people",        "person",    "guy",       "guys",   "man",          "woman",
      "men",       "women",         "place",     "places",    "number", "numbers",      "amount",
      "number",    "couple",        "hand",      "hands",     "eyes",   "mind",         "terms",
      "reasons",   "reason",        "order",     "effort",    "life",   "need",         "needs",
      "morning",   "evening",       "afternoon", "night",     "today",  "tomorrow",     "yesterday",
      "others",    "something",     "work",      "job",       "stuff",  "percent",      "euros",
      "dollars",   "pounds",        "situation", "world",     "top",    "bottom",       "same",
      "first",     "line",          "ground",    "lack",      "name",   "names",        "past",
      "future",    "present",       "whole",     "step",      "steps",  "means",        "success",
      "interview", "interviewer",   "reader",    "grader",    "prompt", "instructions", "model",
      "story",     "principle",     "rating",    "score",     "use",    "sense",        "chance",
      "role",      "responsibility"};
  return words;
}

const Words& people_words() {
  static const Words words = {
      "team",          "teams",       "nurses",      "doctors",     "customers",    "clients",
      "drivers",       "colleagues",  "crew",        "crews",       "shift",        "shifts",
      "department",    "departments", "students",    "pupils",      "patients",     "passengers",
      "guests",        "users",       "visitors",    "residents",   "tenants",      "engineers",
      "developers",    "managers",    "operators",   "technicians", "suppliers",    "staff",
      "volunteers",    "teachers",    "workers",     "cooks",       "waiters",      "cleaners",
      "porters",       "clerks",      "analysts",    "designers",   "stakeholders", "members",
      "employees",     "trainees",    "apprentices", "interns",     "neighbours",   "neighbors",
      "merchants",     "sellers",     "buyers",      "farmers",     "families",     "agents",
      "receptionists", "testers",     "carers",      "assistants",  "pilots",       "mechanics",
      "couriers",      "planners"};
  return words;
}

const Words& making_verbs() {
  static const Words words = {
      "built",   "wrote",      "designed",  "created",     "introduced", "drew",      "drafted",
      "made",    "organised",  "organized", "developed",   "launched",   "prepared",  "installed",
      "rebuilt", "redesigned", "rewrote",   "implemented", "proposed",   "published", "produced",
      "set",     "put",        "invented",  "compiled",    "started"};
  return words;
}

const Words& many_words() {
  static const Words words = {"many", "several", "some", "few", "various", "lots"};
  return words;
}

const Words& singular_s() {
  static const Words words = {
      "sales",   "operations", "customs",   "news",       "business",    "process", "access",
      "address", "bus",        "gas",       "class",      "series",      "always",  "perhaps",
      "its",     "yours",      "hers",      "theirs",     "status",      "focus",   "bonus",
      "virus",   "campus",     "analysis",  "basis",      "crisis",      "lens",    "as",
      "is",      "was",        "has",       "does",       "this",        "us",      "thus",
      "plus",    "yes",        "less",      "afterwards", "towards",     "besides", "sometimes",
      "jobs",    "kudos",      "logistics", "physics",    "mathematics", "means",   "nowadays",
      "unless",  "across",     "previous",  "various",    "serious",     "obvious", "ours",
      "says",    "goes",       "gets",      "needs",      "makes",       "takes",   "comes",
      "keeps",   "wants",      "works",     "looks",      "uses",        "shows",   "gives",
      "helps",   "asks"};
  return words;
}

const Words& irregular_past() {
  static const Words words = {
      "was",   "were",   "had",     "did",        "went",      "came",    "got",      "gave",
      "took",  "made",   "said",    "told",       "saw",       "knew",    "thought",  "felt",
      "found", "kept",   "left",    "lost",       "met",       "paid",    "put",      "ran",
      "read",  "sent",   "set",     "showed",     "sat",       "spoke",   "spent",    "stood",
      "stuck", "taught", "threw",   "understood", "won",       "wrote",   "broke",    "brought",
      "built", "bought", "caught",  "chose",      "cut",       "drew",    "drove",    "ate",
      "fell",  "flew",   "forgot",  "grew",       "held",      "heard",   "hit",      "hurt",
      "led",   "lay",    "let",     "meant",      "began",     "became",  "rang",     "rose",
      "sold",  "shook",  "shut",    "slept",      "split",     "spread",  "stole",    "swore",
      "wore",  "woke",   "rewrote", "rebuilt",    "dealt",     "dug",     "fed",      "fought",
      "hid",   "sang",   "sank",    "struck",     "swept",     "sought",  "laid",     "cost",
      "shot",  "slid",   "quit",    "undertook",  "overheard", "oversaw", "withdrew", "undid",
      "redid", "outgrew"};
  return words;
}

const Words& other_verbs() {  // forms beside the past that end a noun phrase, too
  static const Words words = {
      "leak",    "fail",   "fails",   "help", "need",  "want",    "keep",   "call",
      "come",    "take",   "run",     "use",  "know",  "think",   "done",   "gone",
      "been",    "taken",  "given",   "seen", "known", "written", "broken", "work",
      "works",   "say",    "says",    "look", "looks", "seem",    "seems",  "become",
      "becomes", "happen", "happens", "feel", "ask",   "asks",    "show",   "shows"};
  return words;
}

const Words& adjective_ed() {  // end as verbs do, and stand before nouns
  static const Words words = {"shared",    "used",    "advanced", "printed",     "handwritten",
                              "automated", "limited", "detailed", "distributed", "red",
                              "bed",       "seed",    "feed",     "shed",        "need",
                              "weed",      "speed",   "embed",    "sled"};
  return words;
}

bool speaks_of_which(const Speech& speech, std::size_t behind, std::size_t end_byte) {
  static const Words openers = {"like", "namely", "called", "named", "such", "including", "mainly"};
  if (behind < speech.words.size() && openers.contains(speech.words[behind].text)) return true;
  // "a target of two million"
  if (behind + 1 < speech.words.size() && speech.words[behind].text == "of" &&
      (speech.words[behind + 1].number || is_number_word(speech.words[behind + 1].text)))
    return true;
  const auto next = speech.text.find_first_not_of(' ', end_byte);
  return next != std::string::npos &&
         (speech.text[next] == ':' || speech.text[next] == '(' || speech.text[next] == '"');
}

bool can_be_inside(const SpokenWord& word) {
  if (word.number || is_function_word(word.text) || determiners().contains(word.text) ||
      is_past_verb(word.text) || other_verbs().contains(word.text) || word.text.ends_with("ly") ||
      word.text.size() < 2 || word.text.find('\'') != std::string::npos)
    return false;
  return std::all_of(word.text.begin(), word.text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
  });
}

// What stands between two words, and is not a plain space, ends a phrase.
bool joined(const Speech& speech, std::size_t first) {
  const auto between =
      std::string_view(speech.text)
          .substr(speech.words[first].span.end,
                  speech.words[first + 1].span.begin - speech.words[first].span.end);
  return between == " " || between == "-";
}

bool is_made(const Speech& speech, std::size_t determiner) {
  for (std::size_t back = 1; back <= 3 && back <= determiner; ++back) {
    const SpokenWord& verb = speech.words[determiner - back];
    if (!making_verbs().contains(verb.text)) continue;
    for (std::size_t more = 1; more <= 3 && more + back <= determiner; ++more) {
      const std::string& who = speech.words[determiner - back - more].text;
      if (who == "i" || who == "we") return true;
      if (who == "they" || who == "he" || who == "she") return false;
    }
    return back <= 2 && verb.text != "put" && verb.text != "set";
  }
  return false;
}

}  // namespace

bool is_private_word(std::string_view word) {
  static const Words words = {
      "mother",       "father",    "mom",         "mum",         "dad",       "parents",
      "wife",         "husband",   "spouse",      "girlfriend",  "boyfriend", "partner",
      "son",          "daughter",  "kid",         "kids",        "child",     "children",
      "baby",         "brother",   "sister",      "family",      "families",  "grandmother",
      "grandfather",  "uncle",     "aunt",        "cousin",      "pregnant",  "pregnancy",
      "maternity",    "paternity", "marriage",    "married",     "divorce",   "divorced",
      "wedding",      "religion",  "religious",   "church",      "mosque",    "temple",
      "synagogue",    "prayer",    "faith",       "god",         "christian", "muslim",
      "jewish",       "hindu",     "catholic",    "atheist",     "ramadan",   "race",
      "racial",       "ethnic",    "ethnicity",   "nationality", "origin",    "immigrant",
      "immigration",  "visa",      "citizenship", "accent",      "black",     "white",
      "gay",          "lesbian",   "trans",       "gender",      "sex",       "sexual",
      "union",        "unions",    "strike",      "disability",  "disabled",  "illness",
      "ill",          "sick",      "sickness",    "disease",     "cancer",    "depression",
      "depressed",    "anxiety",   "adhd",        "autism",      "autistic",  "surgery",
      "hospitalised", "therapy",   "therapist",   "medication",  "diagnosis", "burnout",
      "injury",       "age",       "old",         "older",       "elderly",   "birthday",
      "retirement",   "politics",  "political",   "party",       "election",  "salary",
      "debt",         "arrest",    "criminal",    "conviction",  "weight",    "height",
      "alcohol",      "drugs",     "addiction",   "funeral",     "death",     "dead",
      "suicide",      "body",      "girl",        "girls",       "boy",       "boys",
      "health",       "mental",    "pension",     "veteran",     "military",  "divorces",
      "dying"};
  return words.contains(word);
}

bool is_unkind_word(std::string_view word) {
  static const Words words = {
      "idiot",       "idiots",     "stupid",      "dumb",      "lazy",       "crazy",
      "incompetent", "useless",    "terrible",    "horrible",  "awful",      "bad",
      "worst",       "ugly",       "shit",        "shitty",    "fucking",    "fuck",
      "damn",        "bloody",     "crap",        "crappy",    "hell",       "moron",
      "morons",      "bastard",    "asshole",     "bitch",     "loser",      "losers",
      "ridiculous",  "pathetic",   "nonsense",    "rubbish",   "garbage",    "toxic",
      "nasty",       "evil",       "hate",        "silly",     "great",      "amazing",
      "awesome",     "excellent",  "fantastic",   "perfect",   "brilliant",  "wonderful",
      "best",        "good",       "better",      "nice",      "incredible", "outstanding",
      "huge",        "failure",    "blame",       "fool",      "foolish",    "liar",
      "liars",       "wrong",      "poor",        "weak",      "strong",     "impressive",
      "innovative",  "successful", "world-class", "beautiful", "right"};
  return words.contains(word);
}

bool is_place_or_person(std::string_view word) {
  static const Words words = {
      "lab",        "ward",         "office",       "hospital",   "factory",    "warehouse",
      "kitchen",    "hotel",        "school",       "depot",      "shop",       "store",
      "building",   "room",         "company",      "clinic",     "site",       "plant",
      "department", "bakery",       "archive",      "yard",       "centre",     "center",
      "bank",       "branch",       "city",         "town",       "village",    "street",
      "floor",      "house",        "restaurant",   "library",    "museum",     "station",
      "airport",    "port",         "farm",         "garden",     "university", "college",
      "firm",       "organisation", "organization", "industry",   "country",    "manager",
      "boss",       "nurse",        "director",     "colleague",  "supervisor", "doctor",
      "teacher",    "customer",     "client",       "patient",    "user",       "engineer",
      "technician", "supplier",     "vendor",       "planner",    "driver",     "foreman",
      "chef",       "head",         "lead",         "leader",     "owner",      "developer",
      "designer",   "analyst",      "candidate",    "employee",   "intern",     "trainee",
      "guest",      "passenger",    "visitor",      "student",    "pupil",      "assistant",
      "secretary",  "friend",       "neighbour",    "neighbor",   "group",      "board",
      "management", "shift",        "police",       "council",    "crew",       "evening",
      "weekend",    "monday",       "friday",       "summer",     "winter",     "spring",
      "autumn",     "programme",    "career",       "experience", "level",      "area",
      "field",      "background",   "board",        "goal",       "target",     "idea",
      "problem",    "issue",        "question",     "vision",     "value",      "impact",
      "mindset",    "culture",      "dimension",    "initiative", "feeling",    "direction",
      "phone",      "photo",        "mail",         "email",      "meeting",    "call",
      "notebook",   "hour",         "half"};
  return words.contains(word) || people_words().contains(word);
}

bool names_outsiders(std::string_view word) {
  static const Words own = {"team",    "teams",        "crew",        "crews", "shift",
                            "shifts",  "department",   "departments", "staff", "colleagues",
                            "members", "stakeholders", "managers"};
  static const Words things = {
      "papers",  "numbers", "orders",   "letters",  "computers", "containers", "scanners",
      "timers",  "folders", "others",   "dinners",  "heaters",   "years",      "meters",
      "liters",  "hours",   "corners",  "errors",   "doors",     "floors",     "colours",
      "colors",  "sensors", "motors",   "matters",  "answers",   "headers",    "layers",
      "rollers", "offers",  "factors",  "trailers", "freezers",  "posters",    "stickers",
      "covers",  "mirrors", "printers", "filters",  "chapters",  "quarters",   "counters",
      "plants",  "pants",   "variants"};
  const bool by_ending = word.size() > 5 && (word.ends_with("ers") || word.ends_with("ors") ||
                                             word.ends_with("ists") || word.ends_with("ants"));
  return (people_words().contains(word) && !own.contains(word)) ||
         (by_ending && !things.contains(word) && !own.contains(word));
}

bool is_past_verb(std::string_view word) {
  if (irregular_past().contains(word)) return true;
  return word.size() > 3 && word.ends_with("ed") && !adjective_ed().contains(word) &&
         !word.ends_with("eed");
}

bool is_plural(std::string_view word) {
  static const Words irregular = {"people", "children", "men", "women",
                                  "staff",  "criteria", "data"};
  if (irregular.contains(word)) return true;
  return word.size() > 3 && word.back() == 's' && !word.ends_with("ss") && !word.ends_with("us") &&
         !word.ends_with("is") && !singular_s().contains(word);
}

std::vector<NounPhrase> noun_phrases(const Speech& speech) {
  std::vector<NounPhrase> found;
  const auto& words = speech.words;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const bool determiner = determiners().contains(words[i].text);
    const bool number = words[i].number;
    const bool bare = bare_openers().contains(words[i].text);
    if (!determiner && !number && !bare) continue;
    if (words[i + 1].opens_clause || !joined(speech, i)) continue;
    const std::size_t first = i + 1;
    std::size_t end = first;
    while (end < words.size() && end - first < longest_phrase + 1 &&
           (end == first || (!words[end].opens_clause && joined(speech, end - 1))) &&
           can_be_inside(words[end])) {
      ++end;
      if (is_plural(words[end - 1].text)) break;  // "pumps leak": the head is found
    }
    if (end == first || end - first > longest_phrase) continue;
    const bool gerund_head = words[end - 1].text.ends_with("ing");
    const std::string& head = words[end - 1].text;
    NounPhrase one;
    one.plural = is_plural(head);
    if ((bare || number) && !one.plural) continue;
    // "that reminds", "this helps": a verb, or speech gone wrong.
    static const Words singular_only = {"this", "that", "a", "an", "every", "each"};
    static const Words plural_only = {"most",  "many",  "several", "few",       "both",
                                      "these", "those", "various", "different", "two",
                                      "three", "four",  "five",    "six",       "ten"};
    if (!one.plural && plural_only.contains(words[i].text)) continue;
    // "the most important thing", "the small one": an adjective is left of it.
    if (end < words.size() && !words[end].opens_clause && no_heads().contains(words[end].text))
      continue;
    if (one.plural && singular_only.contains(words[i].text)) continue;
    if (no_heads().contains(head) || gerund_head || head.size() < 3) continue;
    const bool unfit =
        std::any_of(words.begin() + static_cast<std::ptrdiff_t>(first),
                    words.begin() + static_cast<std::ptrdiff_t>(end), [](const SpokenWord& word) {
                      return is_private_word(word.text) || is_unkind_word(word.text);
                    });
    if (unfit) continue;
    // "the process when": a phrase of two that runs into a word we do not know may hold a verb.
    const bool ends_clean = one.plural || end == words.size() || words[end].opens_clause ||
                            is_function_word(words[end].text) || is_past_verb(words[end].text) ||
                            other_verbs().contains(words[end].text) || end - first == 1;
    if (!ends_clean) continue;
    one.span = speech.span(first, end);
    one.words = std::string(slice(speech.text, one.span));
    one.head = head;
    one.sentence = words[first].sentence;
    one.people = people_words().contains(head);
    one.made = determiner && is_made(speech, i);
    one.many = many_words().contains(words[i].text) ||
               (words[i].text == "of" && i >= 1 &&
                (words[i - 1].text == "lot" || words[i - 1].text == "lots" ||
                 words[i - 1].text == "number" || words[i - 1].text == "couple"));
    static const Words vague = {"some",    "several", "different", "other",
                                "certain", "various", "few"};
    one.vague = one.many || vague.contains(words[i].text);
    one.counted = number;
    one.listed = speaks_of_which(speech, end, one.span.end);
    one.indefinite = bare || one.many || words[i].text == "a" || words[i].text == "an" ||
                     words[i].text == "different" || words[i].text == "other" ||
                     words[i].text == "certain";
    found.push_back(std::move(one));
    i = end - 1;
  }
  return found;
}

}  // namespace barometer
