#include <fmt/format.h>

#include "report/feedback.hpp"
#include "report/markdown_report.hpp"
#include "report/wording.hpp"

namespace barometer::report {
namespace {

void write_topic(std::string& text, const TopicFeedback& one, const Practice& practice,
                 const Pack& pack) {
  const Topic& topic = practice.topics[one.topic];
  text += "## " + markdown_text(name_of(pack, topic.principle)) + "\n\n> " +
          markdown_text(topic.question) + "\n\n";
  text += fmt::format("- Verdict: **{}**{}\n", words(one.verdict),
                      one.rating ? fmt::format(", {} of 5", *one.rating) : std::string());
  text += "- Story: " + balance_words(one) + "\n";
  text += fmt::format("- Length: {} words; {}; {}, {}\n\n", one.all_words, share_words(one),
                      counted(one.follow_ups, "follow-up"), counted(one.hints, "hint"));
  for (const FeedbackQuote& quote : one.quotes) {
    text += fmt::format("- {} \u201C{}\u201D ({})\n", words(quote.polarity),
                        markdown_text(words_quoted(practice, quote.entry, quote.span)),
                        markdown_text(text_of(pack, quote.indicator)));
  }
  if (!one.quotes.empty()) text += "\n";
  text += "### What was told, and what was not\n\n";
  for (const GapOutcome& gap : one.gaps) {
    text += "- " + with_capital(gap_title(gap.gap)) + ": " + standing_words(gap);
    if (gap.asked)
      text += "; asked: " + markdown_text(practice.entries[*gap.asked].utterance->text);
    text += "\n";
  }
  text += "\n**Work on:** " +
          (one.work_on.empty() ? std::string("Nothing that matters stayed open.") : one.work_on) +
          "\n\n";
  if (one.rebuilt.empty()) return;
  text += "### Your answer, in order\n\nThe words are yours; open questions are in italics.\n\n";
  for (const RebuiltPiece& piece : one.rebuilt) {
    text += fmt::format("- {}: ", with_capital(to_string(piece.part)));
    text += piece.span.empty() ? "*" + piece.question + "*"
                               : markdown_text(words_quoted(practice, piece.entry, piece.span));
    text += "\n";
  }
  text += "\n";
}

}  // namespace

std::string feedback_markdown(const PracticeFeedback& feedback, const Practice& practice,
                              const Pack& pack) {
  std::string text = "# Feedback\n\n" + std::string(feedback_disclaimer) + "\n\n";
  if (feedback.topics.empty())
    return text + "No question was answered, so there is nothing to say.\n";
  if (!feedback.work_on.empty()) text += "**One thing to work on:** " + feedback.work_on + "\n\n";
  for (const TopicFeedback& one : feedback.topics) write_topic(text, one, practice, pack);
  while (text.ends_with("\n\n")) text.pop_back();
  return text;
}

}  // namespace barometer::report
