#include "interviewer/plain_words.hpp"

#include <span>
#include <unordered_set>

#include "interviewer/phrasebook.hpp"
#include "interviewer/speech.hpp"
#include "interviewer/wording.hpp"

namespace barometer {

namespace {

constexpr std::array<PlainWords, gap_count> table = {{
    {"it is open who lives with the outcome",
     {"Who felt the difference in the end?", "Who was it for in the end?",
      "Who noticed the difference?", "Who would have missed it?"},
     {"Who would feel the difference?", "Who would it be for?", "Whose day would be different?"},
     {"Who feels the difference?", "Who is it for?", "Whose day is different because of it?"},
     "Think of the last person in line. Who was that?",
     "Think of the last person in line. Who would that be?"},
    {"it stays open what the candidate did",
     {"What did you do yourself?", "What was your own part in that?",
      "Which of those steps did you take?", "What lay in your own hands?"},
     {"What would you do yourself?", "What would your own part be?", "Which step would you take?"},
     {"What do you do yourself in that?", "What is your own part in that?",
      "Which step do you take?"},
     "Take one day of it. What was on your desk that day?",
     "Take the first day. What would be on your desk?"},
    {"the course of it is told in general terms",
     {"How did that go, step by step?", "What did that look like on the day?",
      "What would one have seen there?", ""},
     {"What would the first step look like, exactly?", "How would that go, step by step?", ""},
     {"How did it go the last time, step by step?", "What is one case of that?", ""},
     "Take one moment of it that you remember. What took place?",
     "Take the first hour. What would take place?"},
    {"an effect is told without its size",
     {"What were the figures, before and after?", "How much was that, in figures?",
      "How did that show in numbers?", "How large was the difference?"},
     {"How would you measure it?", "By which figure would you follow it?",
      "How would that show in numbers?"},
     {"How do you measure that?", "By which figure do you follow it?",
      "How does that show in numbers?"},
     "Leave figures aside. What could one see there?",
     "Leave figures aside. What would one see there?"},
    {"it is open what came of it",
     {"What came of it?", "How did it end?", "How did that turn out?",
      "How did things stand in the end?"},
     {"What would that lead to?", "What would come of it?", "How would things stand in the end?"},
     {"What came of it the last time?", "What does it lead to?", ""},
     "Go to the last day of it. How did things stand?",
     "Think a month ahead. How would things stand?"},
    {"a claim stands without its ground",
     {"How did you know?", "What did you base that on?", "What told you so?",
      "Where did you learn that?"},
     {"How would you find that out?", "What would you base that on?", "How would you check that?"},
     {"How do you know?", "What do you base that on?", "What tells you so?"},
     "Think of the first sign of it. What was that?",
     "Think of the first sign of it. What would that be?"},
    {"one way is told, and no other",
     {"What other ways did you look at?", "Which other options were there?",
      "What else was possible at that point?", "What did you decide against?"},
     {"What other ways do you see?", "What else would be possible?", ""},
     {"What other ways do you see?", "What else is possible?", ""},
     "Go back to the day before it was settled. What was on the table?",
     "Think of another trade. How would they go about it?"},
    {"the account ends early",
     {"What followed from that?", "What came next?", "How did it go on from there?",
      "What happened in the months after that?"},
     {"What would come after that?", "What would follow from that?", ""},
     {"What happens after that?", "What follows from that?", ""},
     "Think of half a year on. What was it like then?",
     "Think of half a year on. What would it be like?"},
    {"it is open what is different since",
     {"What has been done differently since then?", "What is different there today?",
      "How is it there today?", "What have you done differently since then?"},
     {"What would stay in place from it?", "", ""},
     {"What have you changed in that over time?", "", ""},
     "Set the week before beside the week after. What is one difference?",
     "Set today beside the day after. What would be one difference?"},
    {"the reasons are told little",
     {"What did you weigh at that point?", "What were your reasons?",
      "What went through your mind at that moment?", "What made you decide as you did?"},
     {"What would you weigh there?", "What leads you to that?", "What are your reasons for that?"},
     {"What are your reasons for that?", "What do you weigh there?", ""},
     "Go back to that moment. What did you have in front of you?",
     "Think of that moment. What would you have in front of you?"},
    {"effects on others are told little",
     {"Who else was affected?", "How did the others take it?",
      "What did it mean for others around it?", "Who had to change something because of it?"},
     {"Who else would it affect?", "What would it mean for others around it?",
      "How would the others take it?"},
     {"Who else does it affect?", "What does it mean for others around it?", ""},
     "Think of the people next door. What did they notice?",
     "Think of the people next door. What would they notice?"},
    {"the means are told little",
     {"What did it take, in time and money?", "What did you already have?",
      "What did you have at hand?", ""},
     {"What would it take, in time and money?", "What could you do with half of that?", ""},
     {"What does it take, in time and money?", "What could you do with half of that?", ""},
     "Think of what lay around already. What was there?",
     "Think of what lies around already. What is there?"},
    {"a reason for not acting is missing",
     {"What stood in the way?", "What kept you from it?", "What held you back?", ""},
     {"What could get in the way?", "", ""},
     {"What gets in the way?", "", ""},
     "Think of the day it came to a halt. What was going on?",
     "Think of the day it comes to a halt. What would be going on?"},
    {"what others got from it is told little",
     {"How did others come to know of it?", "Who else took it up?",
      "What did others learn from it?", ""},
     {"How would you put it to the others?", "", ""},
     {"Who else does it that way?", "", ""},
     "Think of the newest person there. What did that person learn of it?",
     "Think of the newest person there. What would that person learn of it?"},
    {"the candidate's own bar stays open",
     {"What would you do differently now?", "What was left to improve?",
      "Where would you begin another time?", ""},
     {"When would it be done, by your own measure?", "", ""},
     {"What would you still change in it?", "", ""},
     "Look at it with your eyes of today. What do you see?",
     "Look at it as somebody who receives it. What would you see?"},
    {"no act of the candidate's own, not even a planned one",
     {"What would you have done in that place?", "How would you have gone about it?", "", ""},
     {"What would you do first?", "Where would you begin?", ""},
     {"What would you do if it were yours to decide?", "", ""},
     "Put yourself in that chair. What comes first?",
     "Put yourself in that chair. What comes first?"},
    {"a side that this pack looks for is missing",
     {"", "", "", ""},
     {"", "", ""},
     {"", "", ""},
     "Take one moment of it that you remember. What took place?",
     "Take the first hour. What would take place?"},
}};

}  // namespace

const std::array<PlainWords, gap_count>& plain_words() { return table; }

std::string_view gap_reason(Gap gap) { return plain_words()[static_cast<std::size_t>(gap)].reason; }

std::string hint_text(Gap gap, Tense tense) {
  const PlainWords& row = plain_words()[static_cast<std::size_t>(gap)];
  return std::string(tense == Tense::Past ? row.hint : row.would_hint);
}

std::string own_part_again(Tense tense, std::size_t times) {
  static constexpr std::array<std::string_view, 3> past = {
      "Which piece of it came from you?", "What would be missing if you had not been there?",
      "What did you decide in that?"};
  static constexpr std::array<std::string_view, 2> planned = {
      "Which piece of it would come from you?", "What would you decide in that?"};
  static constexpr std::array<std::string_view, 2> present = {"Which piece of it comes from you?",
                                                              "What do you decide in that?"};
  const std::span<const std::string_view> words =
      tense == Tense::Past    ? std::span<const std::string_view>(past)
      : tense == Tense::Would ? planned
                              : std::span<const std::string_view>(present);
  return std::string(words[times % words.size()]);
}

std::string question_hint(QuestionKind kind) {
  switch (kind) {
    case QuestionKind::Past:
      return "It may be a small matter, or one from outside work. What comes to mind?";
    case QuestionKind::Hypothetical:
      return "Take the first hour of it. What would you do then?";
    case QuestionKind::Direct:
      return "Take last week. What was there of that?";
  }
  return {};
}

bool is_plain_word(const std::string& lower_word) {
  static const std::unordered_set<std::string> plain = [] {
    std::unordered_set<std::string> stems;
    const auto add = [&stems](std::string_view text) {
      for (const SpokenWord& word : speech_of(text).words) stems.insert(stem(word.text));
    };
    for (const PlainWords& row : plain_words()) {
      for (const std::string_view text : row.past) add(text);
      for (const std::string_view text : row.would) add(text);
      for (const std::string_view text : row.present) add(text);
      add(row.hint);
      add(row.would_hint);
    }
    for (std::size_t i = 0; i < 3; ++i) {
      add(own_part_again(Tense::Past, i));
      add(own_part_again(Tense::Would, i));
      add(own_part_again(Tense::Present, i));
    }
    for (std::size_t i = 0; i < 5; ++i) {
      add(phrasebook::own_case(true, i));
      add(phrasebook::own_case(false, i));
    }
    for (const QuestionKind kind :
         {QuestionKind::Past, QuestionKind::Hypothetical, QuestionKind::Direct})
      add(question_hint(kind));
    // Of the templates and of what stands before a follow-up.
    for (const std::string_view text :
         {"happen else different today end after changed about exactly before after figures mean "
          "used became end come "
          "from much many face something "
          "yourself one time mind last case own work words first",
          "explains noted hardest then turn something where earlier two have weigh went through "
          "mind "
          "possible "
          "others take "
          "knew know "
          "go together told just leave out may tell round rest part "
          "let's stay example back please began do fix change make improve build move replace "
          "write "
          "create solve handle check help buy cut clean try learn teach sort decide suggest ask "
          "organise organize"})
      add(text);
    return stems;
  }();
  return plain.contains(stem(lower_word));
}

}  // namespace barometer
