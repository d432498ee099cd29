#include <fmt/format.h>

#include <algorithm>

#include "report/feedback.hpp"
#include "report/terminal_page.hpp"
#include "report/wording.hpp"

namespace barometer::report {
namespace {

constexpr std::size_t label_width = 12;

void write_topic(TerminalPage& page, const TopicFeedback& one, const Practice& practice,
                 const Pack& pack) {
  const Topic& topic = practice.topics[one.topic];
  page.heading(name_of(pack, topic.principle));
  page.paragraph(topic.question, Ink::Faint);
  page.blank();
  page.field("Verdict",
             std::string(words(one.verdict)) +
                 (one.rating ? fmt::format(", {} of 5", *one.rating) : std::string()),
             0, label_width);
  page.field("Story", balance_words(one), 0, label_width);
  page.field("Length",
             fmt::format("{} words; {}; {}{}", one.all_words, share_words(one),
                         counted(one.follow_ups, "follow-up"),
                         one.hints == 0 ? "" : ", " + counted(one.hints, "hint")),
             0, label_width);
  for (const Polarity polarity : {Polarity::Supports, Polarity::Contradicts}) {
    const bool any = std::any_of(one.quotes.begin(), one.quotes.end(),
                                 [&](const auto& quote) { return quote.polarity == polarity; });
    if (!any) continue;
    page.blank();
    const bool supports = polarity == Polarity::Supports;
    page.paragraph(supports ? "Speaks for it" : "Speaks against it", Ink::Strong);
    for (const FeedbackQuote& quote : one.quotes) {
      if (quote.polarity != polarity) continue;
      page.paragraph("\u201C" + words_quoted(practice, quote.entry, quote.span) + "\u201D",
                     Ink::Plain, 2, supports ? "+ " : "- ", supports ? Ink::For : Ink::Against);
      page.paragraph(text_of(pack, quote.indicator), Ink::Faint, 4);
    }
  }
  page.blank();
  page.paragraph("What was told, and what was not", Ink::Strong);
  for (const GapOutcome& gap : one.gaps) {
    page.paragraph(with_capital(gap_title(gap.gap)) + ": " + standing_words(gap) +
                       (gap.asked ? "; asked: " + practice.entries[*gap.asked].utterance->text
                                  : std::string()),
                   Ink::Plain, 2);
  }
  page.blank();
  page.field("Work on", one.work_on.empty() ? "Nothing that matters stayed open." : one.work_on, 0,
             label_width, Ink::Strong);
  if (one.rebuilt.empty()) return;
  page.blank();
  page.paragraph("Your answer, in order. The words are yours; open questions are marked.",
                 Ink::Strong);
  for (const RebuiltPiece& piece : one.rebuilt) {
    if (piece.span.empty()) {
      page.paragraph(piece.question, Ink::Faint, 2, "? ", Ink::Against);
    } else {
      page.paragraph(words_quoted(practice, piece.entry, piece.span), Ink::Plain, 2,
                     std::string(1, static_cast<char>(to_string(piece.part)[0] - 'a' + 'A')) + " ",
                     Ink::Faint);
    }
  }
}

}  // namespace

std::string feedback_terminal(const PracticeFeedback& feedback, const Practice& practice,
                              const Pack& pack, const RenderOptions& options) {
  TerminalPage page(std::clamp<std::size_t>(options.width, 40, 120), options.colour);
  page.title("Feedback");
  page.paragraph(feedback_disclaimer, Ink::Faint);
  if (feedback.topics.empty()) {
    page.blank();
    page.paragraph("No question was answered, so there is nothing to say.");
    return page.take();
  }
  if (!feedback.work_on.empty()) {
    page.blank();
    page.field("One thing", feedback.work_on, 0, label_width, Ink::Strong);
  }
  for (const TopicFeedback& one : feedback.topics) write_topic(page, one, practice, pack);
  return page.take();
}

}  // namespace barometer::report
