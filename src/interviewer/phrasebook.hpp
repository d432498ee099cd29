// Phrasebook: what the interviewer says beside questions and follow-ups. Every sentence of it is
// neutral: no praise, no judgement.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "domain/practice.hpp"

namespace barometer::phrasebook {

// `times`: how often one of that sort was said before, so that none is said twice in a row.
std::string wait(bool asked_for, std::size_t times);
std::string transition(std::size_t times);
std::string close(TopicEnd end, bool by_candidate);
std::string boundary();
std::string support(std::size_t times);
std::string safety();
std::string farewell();  // after distress
std::string language(std::string_view code, std::size_t times);
std::string redirect(QuestionKind kind, std::size_t times);
std::string not_understood();
// Before a follow-up, when another story was begun.
std::string first_story(std::size_t times);
std::string feedback_later(std::size_t times);
std::string own_words(std::size_t times);
std::string your_choice(std::size_t times);
std::string who_i_am(std::size_t times);
std::string calm();  // when the question is scolded, and nobody
std::string condolence();
std::string another_story(std::size_t times);  // granted
std::string subject_left();                    // asks for another story
std::string left_out(std::size_t times);       // before a follow-up, behind a refusal
std::string noted(std::size_t times);          // likewise, where it was answered before
std::string own_case(bool would, std::size_t times);
// The question in other words: what sort of answer is meant.
std::string reworded_question(const std::string& question, QuestionKind kind);
// Of a follow-up: the plain sense of it.
std::string reworded_probe(Gap gap);
// Not understood a second time: in other words altogether.
std::string simplest(QuestionKind kind);

}  // namespace barometer::phrasebook
