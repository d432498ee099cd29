#include "interviewer/listening.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "interviewer/manner.hpp"

namespace barometer {
namespace {

constexpr std::size_t longest_aside = 16;  // words; a longer turn is an account with an aside in it
constexpr std::size_t longest_refusal = 24;
constexpr std::size_t longest_chat = 11;  // off the topic: a longer turn has come back to it

const Phrases& instructions() {
  static const Phrases phrases{
      "ignore|disregard|override|forget|bypass * "
      "instructions|instruction|prompt|rules|rubric|above|"
      "guidelines|previous",
      "say|write|print|output|tell|respond|reply|answer * i passed|pass|succeeded",
      "say|write|print|output|respond|reply * exactly|only|verbatim",
      "give|award|assign|rate|grade|score|mark * me|this|it|answer|response * "
      "strong|high|highest|top|full|maximum|five|5|10|100|perfect|pass",
      "rate|grade|score|mark|classify|label * as|with * strong|high|highest|top|full|pass|five|5",
      "system prompt",
      "system message",
      "developer mode",
      "jailbreak",
      "reveal|show|print|output|repeat|tell * "
      "rubric|instructions|prompt|criteria|indicators|scoring",
      "you are now|no",
      "pretend to be|that",
      "act as a|an|if|my",
      "as an ai",
      "from now on you",
      "end|stop|finish the interview and|with * pass|strong|hire|positive",
      "mark|count|treat * as * complete|excellent|strong|passed|hired",
      "skip|stop * probes|probing|follow-",
      "do not ask|probe",
      "don't ask me any|about|more|further",
      "hire me",
      "tell|ask|instruct|order the|any|your "
      "reader|grader|model|ai|interviewer|evaluator|rater|system",
      "new instructions",
      "note to the|all grader-|reader-|evaluator-|interviewer-|ai|model"};
  return phrases;
}

bool is_instruction(const Speech& speech, std::size_t sentence) {
  const auto words = std::count_if(speech.words.begin(), speech.words.end(),
                                   [&](const auto& word) { return word.sentence == sentence; });
  if (words == 0) return false;
  for (const PhraseMatch& match : instructions().all(speech)) {
    if (speech.words[match.first].sentence != sentence) continue;
    // An order starts with its verb, or behind a word that leads it in. "I ignored the rules" and
    // "they told me to ignore" are stories.
    const SpokenWord& verb = speech.words[match.first];
    if (verb.opens_clause) return true;
    const std::string& before = speech.words[match.first - 1].text;
    static const std::unordered_set<std::string_view> leads = {
        "please", "now",       "must", "should",    "just", "and",         "instead",
        "then",   "kindly",    "so",   "assistant", "ai",   "interviewer", "system",
        "you",    "important", "note", "your",      "to"};
    const bool told = match.first >= 2 && (speech.words[match.first - 2].text == "me" ||
                                           speech.words[match.first - 2].text == "us");
    if (leads.contains(before) && before != "to" && !told) return true;
  }
  return false;
}

const Phrases& end_wishes() {
  static const Phrases phrases{
      "^ end|stop|finish|quit|terminate|cancel the|this|our~ interview|session|practice",
      "^ end|stop|quit|exit|finish|bye|goodbye $",
      "let's|let us|can|could we~ please~ end|stop|finish|quit here|now|it|this|the",
      "i want|would|'d like to~ stop|end|quit here|now|it|this|the|$",
      "i want|would|'d like to stop|end|quit $",
      "i'd like to stop|end|quit|finish",
      "i'm|i am~ done with this|the interview",
      "^ please stop|end",
      "i have|need to go now|$",
      "end of interview",
      "end interview"};
  return phrases;
}

const Phrases& skip_wishes() {
  static const Phrases phrases{"next question",
                               "another|different|other question",
                               "^ skip|pass|next $",
                               "^ skip|pass this|that|it|on",
                               "can|could|may we|i please~ skip|move|go * next|on|another|this|it",
                               "let's|let us skip|move",
                               "^ move on",
                               "i|i'd pass|skip * question|this|that|one"};
  return phrases;
}

const Phrases& repeat_wishes() {
  static const Phrases phrases{"repeat|reread that|the|this|your|it|please|question",
                               "say that|it again|once",
                               "what was|is the|your question",
                               "what's the|your question",
                               "come again",
                               "^ pardon",
                               "^ sorry|pardon~ what $",
                               "didn't|couldn't|can't|cannot hear|catch",
                               "did|could not hear|catch",
                               "one more time",
                               "^ what $",
                               "ask * again",
                               "again please",
                               "^ huh $",
                               "forgot the|your|what * question|asked",
                               "^ excuse me $",
                               "^ sorry $"};
  return phrases;
}

const Phrases& rephrase_wishes() {
  static const Phrases phrases{"what|how do|does|did you|that|this mean",
                               "don't|didn't|dont|cannot|can't * understand",
                               "do|did|can not * understand",
                               "not sure what you|that|is|this mean|means|asking|asked",
                               "rephrase",
                               "put|say * differently",
                               "put|say * in * words",
                               "can|could you clarify|explain * question~",
                               "what are you asking",
                               "^ clarify|meaning",
                               "not clear what|to",
                               "in other|simpler words",
                               "^ what kind|sort of"};
  return phrases;
}

const Phrases& pause_wishes() {
  static const Phrases phrases{
      "give me|us a|one|some|just~ minute|moment|second|sec|time|couple|bit",
      "let me think|see|recall|remember|collect|gather",
      "one|a moment|minute|second|sec $",
      "one|a moment|minute|second please",
      "^ hold on",
      "can|could|may i start|begin again|over",
      "let me start|begin again|over",
      "hang on",
      "just|need|have|take|want * a|one|some moment|minute|second|sec|time|think",
      "^ hmm|um|uh|er|mm|well $",
      "i need to think",
      "^ thinking|wait $",
      "bear with me",
      "may|can i think"};
  return phrases;
}

const Phrases& unknowing() {
  static const Phrases phrases{
      "^ i|sorry|well|no|honestly|i'm~ * don't|dont|cannot|can't know|remember|recall",
      "^ i|sorry|well|no|honestly * do|can not know|remember|recall",
      "don't|dont|do know|remember|recall $",
      "do not know|remember|recall $",
      "^ dunno|idk",
      "no|any idea|clue $",
      "^ no idea|clue",
      "can't|cannot|couldn't|don't|dont * think|come of|up",
      "can|could|do not * think|come of|up",
      "nothing|none comes|springs|occurs",
      "don't|dont|haven't|never have|had|got * "
      "example|examples|experience|story|situation|anything",
      "do|have not have|had|got * example|examples|experience|story|situation|anything",
      "no example|examples|story",
      "^ i'm|i am~ not sure $",
      "^ not sure $",
      "never|not happened to|yet",
      "i|i've have|never never|done|had that|this|it|such|one|anything $",
      "can't|cannot say|tell $",
      "hard to say|tell $",
      "no thoughts",
      "my mind|head is|went blank|empty",
      "don't|dont have|know one|any|anything|that $",
      "never had|did|done to|that|this|one|such",
      "have|i've|'ve never|not been|faced|done|had|seen|met * "
      "situation|that|this|case|such|position|anything",
      "never been|faced in~ such|that|this|a",
      "it|that has|hasn't never|not happened|been",
      "draw|drawing a|another blank",
      "nothing * i know|remember|recall"};
  return phrases;
}

const Phrases& declining() {
  static const Phrases phrases{
      "confidential",
      "nda",
      "under non",
      "i|i'd would|'d rather not|prefer",
      "can't|cannot|mustn't say|tell|give|name|reveal the|any|you|more|exact|names|figures|numbers",
      "can|may|must not say|give|name|reveal the|any|you|more|exact|names|figures|numbers",
      "i'd|would rather not",
      "i'd|i prefer not to",
      "not allowed|able|free|permitted to say|tell|talk|share|discuss|disclose|name",
      "can't|cannot talk|share|discuss|disclose|name|go",
      "can|may not talk|share|discuss|disclose|name|tell",
      "^ no comment",
      "don't|dont want|wish to say|tell|talk|share|discuss|answer",
      "do not want|wish to say|tell|talk|share|discuss|answer",
      "rather not say|talk|answer",
      "none of your",
      "private|personal matter",
      "too|that's|is personal $"};
  return phrases;
}

const Phrases& nothing_more() {
  static const Phrases phrases{"^ that's|thats|that is|was~ it|all|everything|about",
                               "^ nothing|none|no|nope|nah|never $",
                               "^ nothing|no else|more|other|others|further|really|special",
                               "^ no no~ that's|that|nothing|not|i",
                               "that's|thats|that is~ it|all|everything $",
                               "^ not really|much|that|at",
                               "nothing else|more|further $",
                               "^ i|already said|told",
                               "^ as i said",
                               "i've|i have~ already",
                               "i think that's|that is~ it|all|everything",
                               "^ no one|nobody|nowhere $",
                               "^ no $"};
  return phrases;
}

const Phrases& insults() {
  static const Phrases phrases{
      "fuck|screw|damn you|off|this|your",
      "shut|piss up|off",
      "go to hell",
      "bite me",
      "kiss my",
      "you|you're|ur are|a|an|really|such|fucking|so~ * idiot|moron|stupid|dumb|useless|pathetic|"
      "worthless|imbecile|asshole|bitch|bastard|clown|retard|cretin|joke",
      "^ stupid|dumb|idiotic|moronic|bullshit|crap|pathetic|idiot|moron|asshole|bitch",
      "stupid|dumb|idiotic|moronic|ridiculous|bullshit|shitty|crap question|questions|bot|machine|"
      "program|interview|interviewer|robot|computer|software",
      "piece of shit|crap|garbage|junk",
      "waste of * time|space",
      "this is * bullshit|crap|shit|stupid|idiotic|rubbish|nonsense|dumb",
      "your|you stupid|dumb|fucking|damn|bloody|idiotic|useless",
      "i hate you",
      "fucking|bloody|damn "
      "question|questions|bot|machine|program|interview|robot",
      "get lost",
      "what a stupid|dumb|moron"};
  return phrases;
}

const Phrases& distress() {
  static const Phrases phrases{
      "i|i'm am|'m|feel|having|just~ * panicking|crying|shaking|overwhelmed",
      "having|have a|an panic|"
      "anxiety attack",
      "i|i just~ can't|cannot|can not do|take|handle|go this|it|on|any $",
      "i|i just~ can't|cannot do|take|handle this|it any|right|anymore|now",
      "i'm|i am~ not okay|ok|well "
      "$",
      "i'm|i am~ too|so|really|very nervous|anxious|upset|scared|stressed|tired",
      "i feel "
      "sick|awful|terrible|faint|ill|dizzy|horrible",
      "i'm|i am~ in|about tears|to",
      "this is too much",
      "falling apart|breaking down",
      "i'm|i am~ a~ mess|failing|freaking",
      "it's|it is~ too|hard painful|"
      "upsetting|difficult|hard for|to|me",
      "my * died|passed yesterday|today|last|this|away",
      "harder|more than i thought|expected",
      "i|i'm am~ a|getting|bit|little|feeling|close|near * tearful|emotional|upset|tears",
      "tearful|choking up",
      "bad|sad "
      "news today|yesterday",
      "i'm|i am~ having a hard|rough|terrible|difficult"};
  return phrases;
}

// Whatever else is told in the same breath: nobody goes on with a story after this.
const Phrases& grief() {
  static const Phrases phrases{
      "i|honestly|just~ can't|cannot talk|speak|think about it|this|that", "i'm|i|am~ crying|tears",
      "my mother|mum|mom|father|dad|wife|husband|son|daughter|brother|sister|baby|child "
      "died|passed yesterday|today|last|this|that|away"};
  return phrases;
}

const Phrases& danger() {
  static const Phrases phrases{"kill|hurt|harm|cut|end myself",
                               "want|wanted|going|wish to~ die|disappear",
                               "end my life|it all",
                               "take my own~ life",
                               "suicide|suicidal",
                               "don't|do not want to live|be|exist alive|here|anymore|$",
                               "better off without me|dead",
                               "no reason to live"};
  return phrases;
}

const Phrases& feedback_questions() {
  static const Phrases phrases{
      "how am i|did i doing|do|done|going",
      "was|is|were that|it|this too~ long|short|much|fast|detail|detailed",
      "how was|is|did i|that|it|this|my",
      "was|is|did|were "
      "that|this|it|i|my * good|ok|okay|right|enough|correct|well|fine|alright|pass|passed|answer",
      "did|do|will i pass|passed|get|fail|succeed",
      "what's|what is~ my score|rating|grade|result",
      "what did you think",
      "am i doing|passing|on|close|good",
      "do you like",
      "what do you think",
      "does that|this answer|help|work|make|count"};
  return phrases;
}

const Phrases& answer_questions() {
  static const Phrases phrases{
      "what are|do you looking|want|expect|expecting|need|after",
      "what should|shall|must|can i say|answer|"
      "tell|talk|do",
      "what would|is a|the good|right|best|ideal|correct|strong answer|response",
      "what "
      "does a good|strong",
      "how should|would|shall i|you answer|say|respond|reply",
      "can|could|will you "
      "give|tell * example|answer|hint|rubric|help",
      "help me",
      "what's|what is~ the right|best|correct",
      "which principle|competency|criteria",
      "what principle|competency|criteria|points",
      "what are|do you * scoring|score|grading|judging|rating|measuring",
      "the|your rubric|criteria|indicators|scoring",
      "top|full|best mark|marks|score",
      "which points|criteria",
      "what|how would|will|do you have~ do|done",
      "how are|is|do "
      "* scored|judged|rated|graded|assessed|measured|evaluated|scoring|score|judge|rate|grade"};
  return phrases;
}

const Phrases& scope_questions() {
  static const Phrases phrases{
      "do|would you want|need|like the|me|to|more|also|all",
      "do you mean",
      "does it|this|that have|need|must",
      "should|must|can|could|may|shall it|this|that|i "
      "be|use|take|talk|tell|give|pick|choose|speak|share|describe|mention",
      "is it|that|this ok|okay|"
      "alright|fine|possible|allowed",
      "from work|school|university|college|life|home",
      "any|which|what "
      "example|one|job|project|case|time",
      "at work or",
      "in my|the current|present|last|previous",
      "how "
      "long|detailed|much should|do|can|time",
      "past|recent or",
      "what if i",
      "would|does * count",
      "like "
      "what"};
  return phrases;
}

const Phrases& who_questions() {
  static const Phrases phrases{"what|how|which * salary|pay|wage|bonus|benefits|vacancy",
                               "this|the job",
                               "are|r you a|an|real|human|the|ai|chatgpt|recording|there",
                               "who|what are you",
                               "is this a|an|being "
                               "real|human|bot|recorded|robot|ai|machine",
                               "what's|what is~ your name",
                               "do you record|store|save|"
                               "understand|have",
                               "how do|are you work|today|doing|feeling"};
  return phrases;
}

const Phrases& astray() {
  static const Phrases phrases{
      "^ write|compose|tell|give|sing|draw|make me|us|a|an * "
      "poem|joke|story|song|essay|haiku|recipe|code",
      "what's|what is~ the capital|weather|time|meaning",
      "who won|wins|is the",
      "^ knock knock",
      "football|soccer|baseball|basketball match|game|season|team|yesterday|cup|club",
      "the weather is|"
      "was|today|here",
      "nice|lovely|bad|terrible|great weather",
      "my favourite|favorite food|film|movie|"
      "colour|color|band|song|show|game|team|dish",
      "did you see|watch|hear",
      "do you like|watch|play|eat",
      "bitcoin|horoscope|lottery|zodiac",
      "i|we like|love|prefer|eat|ate|had|watched|ordered * pizza|"
      "cats|dogs|coffee|tea|cake|football|movies|films|sushi|burgers|lunch|dinner|breakfast"};
  return phrases;
}

bool says_deed(const Speech& speech) {
  static const Phrases deeds{
      "i|we|we've|i've *~ went|made|took|did|built|wrote|asked|called|told|had|"
      "was|were|worked|started|decided|found|saw|led|helped|changed|used"};
  return deeds.in(speech);
}

// An insult to the interviewer, not one that a story reports.
bool insulted(const Speech& speech) {
  static const std::unordered_set<std::string_view> reporting = {
      "said", "told", "called", "shouted", "yelled", "me", "him", "her", "us", "them", "screamed"};
  const auto match = insults().find(speech);
  return match && (match->first == 0 || speech.words.size() <= 6 ||
                   !reporting.contains(speech.words[match->first - 1].text));
}

// What is wanted of the interviewer: to stop, to move on, to hear or be told something.
Heard listen_for_wishes(const Speech& speech, bool follow_up, bool aside, bool told) {
  const std::size_t count = speech.words.size();
  if (aside && !told && (end_wishes().in(speech) || manner::wants_to_stop(speech)))
    return {TurnKind::End, {}};
  const bool marked = speech.text.find('?') != std::string::npos;
  if (manner::brings_another_story(speech)) {
    const bool only_offers = !says_deed(speech) && count <= longest_refusal;
    if (!told && (only_offers || (aside && speech.asks())))
      return {TurnKind::AsksScope, {}, Wish::OtherStory};
    return {TurnKind::Answer, {}, Wish::OtherStory};
  }
  if (aside && !told && (skip_wishes().in(speech) || manner::leaves_story(speech)))
    return {TurnKind::Skip, {}};
  if (follow_up && aside && !told && manner::finished(speech))
    return {TurnKind::NothingMore, {}, Wish::Finish};
  if (count <= longest_refusal && manner::needs_a_moment(speech)) return {TurnKind::Pause, {}};
  if (follow_up && count <= 10 && manner::said_already(speech))
    return {TurnKind::NothingMore, {}, Wish::SaidAlready};
  if (aside && !told) {
    if (manner::goes_on(speech)) return {TurnKind::Repeat, {}};
    if (repeat_wishes().in(speech)) return {TurnKind::Repeat, {}};
    if (marked && answer_questions().in(speech)) return {TurnKind::AsksAnswer, {}};
    if (rephrase_wishes().in(speech)) return {TurnKind::Rephrase, {}};
    if (marked && feedback_questions().in(speech)) return {TurnKind::AsksFeedback, {}};
    if (marked && who_questions().in(speech)) return {TurnKind::AsksWho, {}};
    static const Phrases meant{"do|does|did you|that mean"};
    if (follow_up && marked && meant.in(speech)) return {TurnKind::Rephrase, {}};
    if (marked && scope_questions().in(speech)) return {TurnKind::AsksScope, {}};
    if (manner::asks_back(speech)) return {TurnKind::Rephrase, {}};
    static const Phrases takes_time{"takes|took a|one minute|moment|second|sec"};
    if (pause_wishes().in(speech) && !takes_time.in(speech)) return {TurnKind::Pause, {}};
  }
  if (count <= longest_refusal && declining().in(speech) && !told)
    return {
        TurnKind::Declined, {}, manner::leaves_subject(speech) ? Wish::LeaveSubject : Wish::None};
  if (count <= longest_refusal && unknowing().in(speech) && !told) return {TurnKind::DontKnow, {}};
  if (follow_up && count <= 10 && nothing_more().in(speech)) return {TurnKind::NothingMore, {}};
  if (count <= longest_chat && astray().in(speech) && !told) return {TurnKind::OffTopic, {}};
  // Any other question is about the one that is open.
  if (aside && speech.asks() && !told && count >= 3)
    return {follow_up ? TurnKind::Rephrase : TurnKind::AsksScope, {}};
  return {TurnKind::Answer, {}};
}

}  // namespace

std::string without_instructions(const Speech& speech) {
  std::string kept = speech.text;
  for (std::size_t i = 0; i < speech.sentences.size(); ++i) {
    if (!is_instruction(speech, i)) continue;
    const ByteSpan span = speech.sentences[i];
    std::fill(kept.begin() + static_cast<std::ptrdiff_t>(span.begin),
              kept.begin() + static_cast<std::ptrdiff_t>(span.end), ' ');
  }
  return kept;
}

Heard listen(const Speech& speech, bool follow_up) {
  const std::size_t count = speech.words.size();
  static const Phrases silences{"^ silence|silent|inaudible|pause|crickets|noise $",
                                "^ long|no~ silence|pause|response|answer $"};
  if (count == 0 || silences.in(speech)) return {TurnKind::Silence, {}};
  if (danger().in(speech) && count <= 60) return {TurnKind::SelfHarm, {}};
  if (const auto language = foreign_language(speech); !language.empty())
    return {TurnKind::Foreign, language};

  const bool aside = count <= longest_aside;
  // "May it be a case where I was wrong?" tells nothing yet.
  const bool asks_first = !follow_up && speech.asks() && speech.sentences.size() == 1;
  const bool told = says_deed(speech) && count > 8 && !(aside && asks_first);
  const std::string kept = without_instructions(speech);
  if (speech_of(kept).words.size() * 4 < count) return {TurnKind::Instruction, {}};
  if (count <= 30 && !told) {
    if (manner::scolds(speech)) return {TurnKind::Abuse, {}, Wish::CalmDown};
    if (insulted(speech)) return {TurnKind::Abuse, {}};
  }
  if (count <= 60 && manner::mourns(speech)) return {TurnKind::Distress, {}, Wish::Mourn};
  if (count <= 40 && (grief().in(speech) || (distress().in(speech) && !told)))
    return {TurnKind::Distress, {}};
  return listen_for_wishes(speech, follow_up, aside, told);
}

}  // namespace barometer
