#include "interviewer/manner.hpp"

#include <algorithm>

namespace barometer::manner {

bool wants_to_stop(const Speech& speech) {
  static const Phrases wishes{
      "can|could|may|shall we|i please|just~ please~ stop|end|finish|quit|leave here|now|it|this|"
      "there|please|$",
      "can|could|may we|i please|just~ please~ stop|end|finish|quit $",
      "i|i'd|i'll want|wanna|would|'d|wish|need|prefer|like like~ to~ please~ "
      "stop|end|quit|finish here|now|it|this|please|$",
      "i want|wish|need this|it to end|stop",
      "^ please|let's|let|no|ok|okay|sorry * stop|end|finish|quit here|now|this|the|it|$",
      "^ stop|end here|now|it|this|please|$",
      "stop|end|quit|finish the|this interview|session|practice",
      "let's|let us leave it there|here|at",
      "leave it there|here $",
      "^ i'm|i am leaving|out|done",
      "i|i'm am~ done with this|it|you|the",
      "don't|do not want|wish|like to continue|go|answer|talk|do $",
      "don't|do not want|wish|like to continue|go|answer|talk|do on|any|more|anymore|this|with",
      "call it a|quits day|$",
      "enough for today|me|now"};
  return wishes.in(speech);
}

bool leaves_story(const Speech& speech) {
  static const Phrases wishes{
      "can't|cannot|can not~ go|continue|carry on~ with this|that|it",
      "can not go|continue|carry on~ with this|that|it",
      "don't|do not want to go|continue|carry|talk|speak on~ with|about this|that|it",
      "rather not go|continue|carry on"};
  return wishes.in(speech);
}

bool leaves_subject(const Speech& speech) {
  static const Phrases refusals{
      "not say|talk|tell|speak|go any~ more|further|anything~ about|into * "
      "her|him|them|this|that|it|story|case|person",
      "rather not talk|speak about"};
  return refusals.in(speech);
}

bool finished(const Speech& speech) {
  static const Phrases ends{"that's|that|this|thats is|was~ everything",
                            "that's|that|this|thats is|was~ the|about~ whole|all|lot|it of|story|$",
                            "that's|that|this|thats is|was~ about it|all|everything",
                            "that's|that|this|thats is|was~ all|it i|from|there",
                            "^ that's|that|thats is|was~ it|all do|you|shall",
                            "nothing else|more|left to say|add|tell",
                            "nothing to add",
                            "have|i've told|said you~ everything",
                            "^ i'm|i am done|finished",
                            "there is|there's|was nothing else|more"};
  return ends.in(speech);
}

bool said_already(const Speech& speech) {
  static const Phrases complaints{
      "you|you've|we have|had|just|already~ asked|had me~ that|this|it",
      "asked|said|told|answered|explained * already|before|twice|again",
      "^ i|i've have|just|already just|already~ said|told|answered|explained|mentioned",
      "same question again|as", "as i said $"};
  return complaints.in(speech);
}

bool goes_on(const Speech& speech) {
  static const Phrases wishes{
      "^ i'd|i|let|no|please|yes|okay|ok|sorry|let's * "
      "carry|go|continue|keep on|going please|$",
      "^ i'd|i|please|yes|okay|ok|no|let's * continue please|$", "carry on please",
      "you can|may ask|go|continue", "^ it's|its|that's all right|alright|fine $"};
  return speech.words.size() <= 8 && wishes.in(speech);
}

bool needs_a_moment(const Speech& speech) {
  static const Phrases wishes{"i need to stop|pause for|a", "i need a|one moment|second|minute",
                              "give me a|one moment|second|minute"};
  return wishes.in(speech);
}

bool brings_another_story(const Speech& speech) {
  static const Phrases swaps{
      "a better|different example|story|case|one is|would|might|comes",
      "can|could|may|shall i take|use|tell|talk|give|choose|pick|switch|change * "
      "instead|another|other|different",
      "can|could|may|shall i take|use|tell|talk|give|choose|pick|switch|change about~ "
      "that|it|another * instead",
      "take|use|choose|pick|try another|different|other case|example|story|one",
      "take|use|choose|pick a different|new|better|other case|example|story|one",
      "let|let's me~ take|tell|use|switch|change|talk about|to|you|another|a|something "
      "about~ another|different|other",
      "i'd|i|i'll would|will~ rather|prefer|like take|tell|use|talk|to * another|different|other",
      "forget that|the one|example|story|first",
      "instead of that|the one|example|story|first"};
  const auto match = swaps.find(speech);
  return match && match->first < 16;
}

bool scolds(const Speech& speech) {
  static const Phrases things{
      "question|questions|interview|nonsense|waste|this|same|pointless|ridiculous"};
  static const Phrases people{
      "you|you're|your|ur are~ * idiot|moron|stupid|dumb|useless|pathetic|machine|clown|joke",
      "bot|machine|robot|computer|program|interviewer",
      "fuck|screw|shut|fucking|bitch|asshole|hate|hell|lost|ass|kiss"};
  static const Phrases annoyed{
      "stupid|dumb|idiotic|ridiculous|silly|pointless|boring|annoying|nonsense|rubbish|bullshit",
      "waste of time", "such|what a nonsense|waste|joke", "same question again|twice|all",
      "sick|tired of this|these|your|that"};
  return annoyed.in(speech) && things.in(speech) && !people.in(speech);
}

bool mourns(const Speech& speech) {
  static const Phrases losses{
      "my colleague|coworker|co|friend|partner|boss|mentor|manager|teammate|assistant|apprentice|"
      "mother|mum|mom|father|dad|wife|husband|son|daughter|brother|sister|baby|child|grandmother|"
      "grandfather|uncle|aunt|cousin|best * died|passed|killed",
      "my colleague|coworker|friend|partner|boss|mentor|teammate|assistant|apprentice|mother|mum|"
      "mom|father|dad|wife|husband|son|daughter|brother|sister|baby|child "
      "has|had|was|is~ * died|dead|killed|dying",
      "one|some of our|my|the colleagues|team|friends|crew|people|workers * died|killed|dead",
      "lost my "
      "mother|mum|mom|father|dad|wife|husband|son|daughter|brother|sister|baby|child|friend",
      "she|he|they has|have|had~ died|dead",
      "she|he|they passed away",
      "she|he|they was|were killed",
      "took his|her|their own life",
      "killed himself|herself|themselves",
      "funeral"};
  return losses.in(speech);
}

bool asks_back(const Speech& speech) {
  static const Phrases backs{
      "of|to|with|for|by|about|in|do|did|on what|who|whom|which|where|how $",
      "of|to|with|for|by|about what|who|whom|which sorry|exactly|please $",
      "^ what|which|who|whose|how|when|where * exactly|precisely $",
      "^ what|which|who|whose|when|where $",
      "^ which|what way|ways|result|one|part|person|people|thing|decision|story|case|time|number|"
      "others|difference|options|figures|change|changes|step|steps|moment|team|customer",
      "what|which|how|who * do|does you|that|this|it mean",
      "^ you mean|meaning",
      "do you mean",
      "not understand|follow|get|sure",
      "^ what|how means|mean",
      "what means|mean this|that|the|it",
      "what|which is|was the~ meaning",
      "^ sorry|pardon * what"};
  if (speech.text.find('?') == std::string::npos && !speech.asks()) {
    static const Phrases lost{"not understand|understood|follow", "what means|mean this|that|it"};
    return lost.in(speech);
  }
  return speech.words.size() <= 16 && backs.in(speech);
}

bool learner(const Speech& speech) {
  static const Phrases forms{
      "he|she|boss|inspector|foreman|manager|chef|customer|client|supervisor|mother|man|woman|"
      "waiter|"
      "trainer|teacher|colleague|doctor|driver|owner|guest "
      "say|come|go|tell|make|want|see|give|take|ask|call|know|think|like|not|need|write|put|use|"
      "work|"
      "help|bring|stop|buy|he|she",
      "i|he|she|we|they|it not",
      "i|we|they no have|like|know|want|understand",
      "not can|know|want",
      "was|is say|come|go|tell",
      "i am work|weld|go|make|do|have",
      "i start|begin|make|write|put|count|show|change|build|buy|learn|call|tell|say|fix|go|ask "
      "work|small|all|every|new|words|paper|list|him|her|them|card|book|to~ boss|chef|in"};
  return forms.in(speech);
}

}  // namespace barometer::manner
