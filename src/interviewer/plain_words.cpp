#include "interviewer/plain_words.hpp"

#include <unordered_set>

#include "interviewer/speech.hpp"
#include "interviewer/wording.hpp"

namespace barometer {

const std::array<PlainWords, gap_count>& plain_words() {
  static const std::array<PlainWords, gap_count> table = {{
      {"nobody is named who lives with the outcome",
       {"Who felt the difference in the end?", "Who was it for in the end?"},
       {"Who would feel the difference?", "Who would it be for?"},
       {"Who feels the difference?", "Who is it for?"},
       "Think of the last person in line. Who was that?",
       "Think of the last person in line. Who would that be?"},
      {"it stays open what the candidate did",
       {"What did you do yourself?", "Which part of that was yours?"},
       {"What would you do yourself?", "Which part of it would be yours?"},
       {"What do you do yourself in that?", "Which part of that is yours?"},
       "Take one day of it. What was on your desk that day?",
       "Take the first day. What would be on your desk?"},
      {"no specifics",
       {"How did that go, step by step?", ""},
       {"What would the first step look like, exactly?", "How would that go, step by step?"},
       {"How did it go the last time, step by step?", "What is one case of that?"},
       "Take one moment of it that you remember. What took place?",
       "Take the first hour. What would take place?"},
      {"no measure",
       {"How did you measure it?", "What was that in figures?"},
       {"How would you measure it?", "By which figure would you follow it?"},
       {"How do you measure that?", "By which figure do you follow it?"},
       "Leave figures aside. What could one see there?",
       "Leave figures aside. What would one see there?"},
      {"no result",
       {"What came of it?", "How did it end?"},
       {"What would that lead to?", "What would come of it?"},
       {"What came of it the last time?", "What does it lead to?"},
       "Go to the last day of it. How did things stand?",
       "Think a month ahead. How would things stand?"},
      {"a claim without its ground",
       {"How did you know?", "What did you base that on?"},
       {"How would you find that out?", "What would you base that on?"},
       {"How do you know?", "What do you base that on?"},
       "Think of the first sign of it. What was that?",
       "Think of the first sign of it. What would that be?"},
      {"one way only",
       {"What other ways did you look at?", "Which other options were there?"},
       {"What else?", "What other ways do you see?"},
       {"What else?", "What other ways do you see?"},
       "Go back to the day before it was settled. What was on the table?",
       "Think of another trade. How would they go about it?"},
      {"the account ends early",
       {"What happened in the months after that?", "What followed from that?"},
       {"What would come after that?", "What would follow from that?"},
       {"What happens after that?", "What follows from that?"},
       "Think of half a year on. What was it like then?",
       "Think of half a year on. What would it be like?"},
      {"nothing shows what is different since",
       {"What is done differently since then?", "What is different there today?"},
       {"What would stay in place from it?", ""},
       {"What have you changed in that over time?", ""},
       "Set the week before beside the week after. What is one difference?",
       "Set today beside the day after. What would be one difference?"},
      {"the reasons are missing",
       {"What led you to do it that way?", "What did you weigh at that point?"},
       {"What would you weigh there?", "What leads you to that?"},
       {"What leads you to do it that way?", "What do you weigh there?"},
       "Go back to that moment. What did you have in front of you?",
       "Think of that moment. What would you have in front of you?"},
      {"effects on others are left out",
       {"Who else was affected?", "What did it mean for others around it?"},
       {"Who else would it affect?", "What would it mean for others around it?"},
       {"Who else does it affect?", "What does it mean for others around it?"},
       "Think of the people next door. What did they notice?",
       "Think of the people next door. What would they notice?"},
      {"the means are left out",
       {"What did it take, in time and money?", "What did you already have?"},
       {"What would it take, in time and money?", "What could you do with half of that?"},
       {"What does it take, in time and money?", "What could you do with half of that?"},
       "Think of what lay around already. What was there?",
       "Think of what lies around already. What is there?"},
      {"a reason for not acting is missing",
       {"What stood in the way?", "What kept you from it?"},
       {"What could get in the way?", ""},
       {"What gets in the way?", ""},
       "Think of the day it came to a halt. What was going on?",
       "Think of the day it comes to a halt. What would be going on?"},
      {"other people's work or growth is left out",
       {"How did others come to know of it?", "Who else took it up?"},
       {"How would you put it to the others?", ""},
       {"Who else does it that way?", ""},
       "Think of the newest person there. What did that person learn of it?",
       "Think of the newest person there. What would that person learn of it?"},
      {"the candidate's own bar stays open",
       {"What would you still change in it?", ""},
       {"When would it be good enough for you?", ""},
       {"What would you still change in it?", ""},
       "Look at it with your eyes of today. What do you see?",
       "Look at it as somebody who receives it. What would you see?"},
      {"no act of the candidate's own, not even a planned one",
       {"What would you have done in that place?", ""},
       {"What would you do first?", ""},
       {"What would you do if it were yours to decide?", ""},
       "Put yourself in that chair. What comes first?",
       "Put yourself in that chair. What comes first?"},
      {"a side that this pack looks for is missing",
       {"", ""},
       {"", ""},
       {"", ""},
       "Take one moment of it that you remember. What took place?",
       "Take the first hour. What would take place?"},
  }};
  return table;
}

std::string_view gap_reason(Gap gap) { return plain_words()[static_cast<std::size_t>(gap)].reason; }

std::string hint_text(Gap gap, Tense tense) {
  const PlainWords& row = plain_words()[static_cast<std::size_t>(gap)];
  return std::string(tense == Tense::Past ? row.hint : row.would_hint);
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
      for (const auto& variants : {row.past, row.would, row.present}) {
        for (const std::string_view text : variants) add(text);
      }
      add(row.hint);
      add(row.would_hint);
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
