#include "interviewer/phrasebook.hpp"

#include <array>
#include <utility>

namespace barometer::phrasebook {
namespace {

template <std::size_t size>
std::string nth(const std::array<std::string_view, size>& texts, std::size_t times) {
  return std::string(texts[times % size]);
}

}  // namespace

std::string wait(bool asked_for, std::size_t times) {
  static constexpr std::array<std::string_view, 3> granted = {
      "Take the time you need.", "There is no hurry.", "Go on whenever you are ready."};
  static constexpr std::array<std::string_view, 3> offered = {"Take your time.", "I'm listening.",
                                                              "There is time to think."};
  return asked_for ? nth(granted, times) : nth(offered, times);
}

std::string transition(std::size_t times) {
  static constexpr std::array<std::string_view, 5> texts = {
      "Let's leave it there and go on to another question.", "I'd like to turn to something else.",
      "Let's take up another subject.", "We'll move on from here.",
      "Here is a different question."};
  return nth(texts, times);
}

std::string close(TopicEnd end, bool by_candidate) {
  if (by_candidate) return "We'll stop here. Thank you for your time.";
  switch (end) {
    case TopicEnd::RanOut:
      return "We'll leave it there. Thank you for your time.";
    case TopicEnd::Broken:
      return "I'll end the interview here.";
    default:
      return "That was my last question. Thank you for your time.";
  }
}

std::string boundary() {
  return "I'd ask that we keep this civil. You can go on with your answer, or end the interview.";
}

std::string support(std::size_t times) {
  if (times > 0) return "There is no need to go on with this. What would you like to do?";
  return "We can stop here, go on to another question, or continue after a pause. Which would you "
         "like?";
}

std::string safety() {
  return "This matters more than an interview. If you might be in danger, please call your local "
         "emergency number or someone close to you now. We can stop here.";
}

std::string farewell() { return "We'll stop here. Take the time you need."; }

std::string language(std::string_view code, std::size_t times) {
  if (times > 1) return "English once more, please. Single words are enough to begin with.";
  if (times > 0) return "I can follow English only. Short and simple sentences are enough.";
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 18> native = {{
      {"de", "Bitte antworten Sie auf Englisch."},
      {"fr", "Merci de r\u00E9pondre en anglais."},
      {"es", "Por favor, responda en ingl\u00E9s."},
      {"pt", "Por favor, responda em ingl\u00EAs."},
      {"it", "Per favore, risponda in inglese."},
      {"nl", "Graag in het Engels antwoorden."},
      {"pl", "Prosz\u0119 odpowiada\u0107 po angielsku."},
      {"tr", "L\u00FCtfen \u0130ngilizce yan\u0131tlay\u0131n."},
      {"sv", "Svara p\u00E5 engelska, tack."},
      {"ru",
       "\u041F\u043E\u0436\u0430\u043B\u0443\u0439\u0441\u0442\u0430, "
       "\u043E\u0442\u0432\u0435\u0447\u0430\u0439\u0442\u0435 "
       "\u043F\u043E-\u0430\u043D\u0433\u043B\u0438\u0439\u0441\u043A\u0438."},
      {"ja", "\u82F1\u8A9E\u3067\u304A\u7B54\u3048\u304F\u3060\u3055\u3044\u3002"},
      {"zh", "\u8BF7\u7528\u82F1\u8BED\u56DE\u7B54\u3002"},
      {"ko", "\uC601\uC5B4\uB85C \uB2F5\uBCC0\uD574 \uC8FC\uC138\uC694."},
      {"ar",
       "\u0627\u0644\u0631\u062C\u0627\u0621 \u0627\u0644\u0625\u062C\u0627\u0628\u0629 "
       "\u0628\u0627\u0644\u0625\u0646\u062C\u0644\u064A\u0632\u064A\u0629."},
      {"hi",
       "\u0915\u0943\u092A\u092F\u093E \u0905\u0902\u0917\u094D\u0930\u0947\u091C\u093C\u0940 "
       "\u092E\u0947\u0902 \u0909\u0924\u094D\u0924\u0930 \u0926\u0947\u0902\u0964"},
      {"el",
       "\u03A0\u03B1\u03C1\u03B1\u03BA\u03B1\u03BB\u03CE "
       "\u03B1\u03C0\u03B1\u03BD\u03C4\u03AE\u03C3\u03C4\u03B5 "
       "\u03C3\u03C4\u03B1 \u03B1\u03B3\u03B3\u03BB\u03B9\u03BA\u03AC."},
      {"he", "\u05D0\u05E0\u05D0 \u05E2\u05E0\u05D5 \u05D1\u05D0\u05E0\u05D2\u05DC\u05D9\u05EA."},
      {"th",
       "\u0E42\u0E1B\u0E23\u0E14\u0E15\u0E2D\u0E1A\u0E40\u0E1B\u0E47\u0E19\u0E20\u0E32\u0E29\u0E32"
       "\u0E2D\u0E31\u0E07\u0E01\u0E24\u0E29"},
  }};
  std::string text = "Please go on in English, in simple words.";
  for (const auto& [known, words] : native) {
    if (known == code) text += " " + std::string(words);
  }
  return text;
}

std::string redirect(QuestionKind kind, std::size_t times) {
  if (times > 0) return "I'd like to stay with my question. Please tell me about that.";
  return kind == QuestionKind::Hypothetical
             ? "Let's come back to my question. What would you do there?"
             : "Let's come back to my question. What from your own work comes to mind?";
}

std::string not_understood() {
  return "I could not follow that. Please say it once more, in your own words.";
}

std::string first_story(std::size_t times) {
  static constexpr std::array<std::string_view, 3> texts = {"Let's stay with your first example.",
                                                            "Back to the first example, please.",
                                                            "I mean the example you began with."};
  return nth(texts, times);
}

std::string feedback_later(std::size_t times) {
  static constexpr std::array<std::string_view, 3> texts = {
      "Feedback comes after the interview. Please go on with your answer.",
      "That comes once we are done. Please go on.", "I'll keep that for the end. Please go on."};
  return nth(texts, times);
}

std::string own_words(std::size_t times) {
  static constexpr std::array<std::string_view, 3> texts = {
      "I'd like to hear it in your own words. Please go on as you see it.",
      "That part is yours. Please tell it your way.", "Please answer as you see it."};
  return nth(texts, times);
}

std::string your_choice(std::size_t times) {
  static constexpr std::array<std::string_view, 3> texts = {
      "That choice is yours. Please go ahead.", "I leave that to you. Please go on.",
      "As you prefer. Please go on."};
  return nth(texts, times);
}

std::string who_i_am(std::size_t times) {
  static constexpr std::array<std::string_view, 2> texts = {
      "I'm a program for practice interviews, and know no more than that. Please go on with your "
      "answer.",
      "I'm a program, and this is for practice only; there is no job behind it. Please go on."};
  return nth(texts, times);
}

std::string calm() {
  return "I hear that this is tiresome. You can answer it your way, take another question, or stop "
         "here.";
}

std::string condolence() {
  return "I'm sorry to hear that. We can take another story, or stay with this one, as you prefer.";
}

std::string another_story(std::size_t times) {
  static constexpr std::array<std::string_view, 2> texts = {"Please tell me that one instead.",
                                                            "Then take that one, please."};
  return nth(texts, times);
}

std::string subject_left() {
  return "We'll leave that there. Please take another example, from any field you like.";
}

std::string left_out(std::size_t times) {
  static constexpr std::array<std::string_view, 3> texts = {
      "We can leave that out.", "Leave out what you may not tell.", "Then we go round that."};
  return nth(texts, times);
}

std::string noted(std::size_t times) {
  static constexpr std::array<std::string_view, 3> texts = {"I have that.", "That is noted.",
                                                            "I have that, then."};
  return nth(texts, times);
}

std::string own_case(bool would, std::size_t times) {
  static constexpr std::array<std::string_view, 5> planned = {
      "What would you do first, in your own words?", "What would your first step be?",
      "Where would you begin?", "What would come first, as you see it?",
      "What would you do on the first day?"};
  static constexpr std::array<std::string_view, 5> past = {
      "What is one case from your own work?", "Which case of your own comes to mind?",
      "What have you done yourself that comes close to it?",
      "What is the last case of that for you?", "Which time do you remember most of?"};
  return would ? nth(planned, times) : nth(past, times);
}

std::string simplest(QuestionKind kind) {
  switch (kind) {
    case QuestionKind::Past:
      return "Tell me one thing that happened: first the problem, then what you did.";
    case QuestionKind::Hypothetical:
      return "Think that it happens tomorrow. Say what you do first, and then what you do next.";
    case QuestionKind::Direct:
      return "Say how you do it now, in short sentences.";
  }
  return {};
}

std::string reworded_question(const std::string& question, QuestionKind kind) {
  switch (kind) {
    case QuestionKind::Past:
      return question + " One event that you took part in is enough, at work or elsewhere.";
    case QuestionKind::Hypothetical:
      return question + " Take it as if it happened tomorrow, and say what comes first.";
    case QuestionKind::Direct:
      return question + " The way it is for you now is enough.";
  }
  return question;
}

std::string reworded_probe(Gap gap) {
  // A row per Gap, in its order.
  static constexpr std::array<std::string_view, gap_count> texts = {
      "I mean the people it was done for.",
      "I mean the things that you did, and not the others.",
      "I mean the details of it, with names and places.",
      "I mean numbers: how many, how much, how long.",
      "I mean the end of the story you told me.",
      "I mean what you saw, heard or looked up before you said so.",
      "I mean other things you could have done about the problem.",
      "I mean the weeks and months behind the story.",
      "I mean things that are not the same as before.",
      "I mean the thoughts you had before you did it.",
      "I mean people who were not part of it, and yet felt it.",
      "I mean money, time, hands and material.",
      "I mean the reasons for not doing it.",
      "I mean other people who learned or took over something.",
      "I mean what you think of it by your own measure.",
      "I mean your own next step.",
      "I mean that one point, in a few words."};
  return std::string(texts[static_cast<std::size_t>(gap)]);
}

}  // namespace barometer::phrasebook
