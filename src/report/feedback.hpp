// Feedback on a practice interview as text for people (terminal, Markdown) and for programs (JSON).
// Pure functions.
#pragma once

#include <string>

#include "domain/feedback.hpp"
#include "domain/pack.hpp"
#include "domain/practice.hpp"
#include "report/report.hpp"

namespace barometer {

inline constexpr std::string_view feedback_schema = "barometer.feedback/1";

// Stands at the top of every feedback.
inline constexpr std::string_view feedback_disclaimer =
    "This shows what you said and what stayed open. It is practice, not a verdict on you.";

// `format`: Terminal, Markdown or Json; others give JSON. Precondition: `feedback` was made of
// `practice` under `pack`. Text of others can neither become markup nor steer a terminal.
std::string render_feedback(ReportFormat format, const PracticeFeedback& feedback,
                            const Practice& practice, const Pack& pack,
                            const RenderOptions& options = {});

namespace report {
std::string feedback_json(const PracticeFeedback& feedback, const Practice& practice,
                          const Pack& pack);
std::string feedback_terminal(const PracticeFeedback& feedback, const Practice& practice,
                              const Pack& pack, const RenderOptions& options);
std::string feedback_markdown(const PracticeFeedback& feedback, const Practice& practice,
                              const Pack& pack);

// Wording that the terminal and Markdown share.
std::string_view gap_title(Gap gap);                       // "your own part"
std::string standing_words(const GapOutcome& outcome);     // "told", "after a follow-up", ...
std::string balance_words(const TopicFeedback& feedback);  // "situation 30 %, action 50 %, ..."
std::string share_words(const TopicFeedback& feedback);    // "I 12 times, we 3 times"
std::string words_quoted(const Practice& practice, std::size_t entry, ByteSpan span);
}  // namespace report

}  // namespace barometer
