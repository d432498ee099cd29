#include "report/feedback.hpp"

#include <fmt/format.h>

#include <array>
#include <numeric>
#include <vector>

#include "report/json_value.hpp"
#include "report/wording.hpp"

namespace barometer {
namespace report {

std::string_view gap_title(Gap gap) {
  // A row per Gap, in its order.
  static constexpr std::array<std::string_view, gap_count> titles = {"who it was for",
                                                                     "your own part",
                                                                     "specifics",
                                                                     "the measure",
                                                                     "the result",
                                                                     "how you knew",
                                                                     "other ways",
                                                                     "what happened afterwards",
                                                                     "what is different since",
                                                                     "your reasons",
                                                                     "effects on others",
                                                                     "what it took",
                                                                     "what kept you from it",
                                                                     "what others got from it",
                                                                     "your own bar",
                                                                     "what you would do",
                                                                     "what this pack looks for"};
  return titles[static_cast<std::size_t>(gap)];
}

std::string standing_words(const GapOutcome& outcome) {
  switch (outcome.standing) {
    case GapStanding::Told:
      return "told";
    case GapStanding::OnAsking:
      return "told when asked";
    case GapStanding::Missing:
      return "asked for, and still open";
    case GapStanding::NotAsked:
      return "not told, not asked";
  }
  return {};
}

std::string balance_words(const TopicFeedback& feedback) {
  const auto all = std::accumulate(feedback.words.begin(), feedback.words.end(), std::size_t{0});
  if (all == 0) return "no story";
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < story_part_count; ++i) {
    parts.push_back(
        fmt::format("{} {}", to_string(static_cast<StoryPart>(i)),
                    percent(static_cast<double>(feedback.words[i]) / static_cast<double>(all))));
  }
  return dotted(parts);
}

std::string share_words(const TopicFeedback& feedback) {
  return fmt::format("\"I\" {}, \"we\" {}", feedback.said_i, feedback.said_we);
}

std::string words_quoted(const Practice& practice, std::size_t entry, ByteSpan span) {
  return std::string(slice(practice.entries[entry].answer->text, span));
}

std::string feedback_json(const PracticeFeedback& feedback, const Practice& practice,
                          const Pack& pack) {
  Json json;
  json["schema"] = feedback_schema;
  json["pack"] = {{"id", pack.id}, {"version", pack.version}};
  json["reader"] = {{"version", practice.reader_version}};
  json["disclaimer"] = feedback_disclaimer;
  json["work_on"] = feedback.work_on;
  json["topics"] = Json::array();
  for (const TopicFeedback& one : feedback.topics) {
    const Topic& topic = practice.topics[one.topic];
    Json item;
    item["topic"] = one.topic;
    item["principle"] = topic.principle.value;
    item["question"] = topic.question;
    item["verdict"] = to_string(one.verdict);
    item["rating"] = or_null(one.rating);
    item["end"] = to_string(topic.end);
    item["evidence"] = Json::array();
    for (const FeedbackQuote& quote : one.quotes) {
      item["evidence"].push_back({{"quote", words_quoted(practice, quote.entry, quote.span)},
                                  {"entry", quote.entry},
                                  {"span", span_json(quote.span)},
                                  {"indicator", quote.indicator.value},
                                  {"polarity", to_string(quote.polarity)},
                                  {"mode", to_string(quote.mode)},
                                  {"agency", to_string(quote.agency)},
                                  {"probability", rounded(quote.probability)}});
    }
    item["gaps"] = Json::array();
    for (const GapOutcome& gap : one.gaps) {
      item["gaps"].push_back({{"gap", to_string(gap.gap)},
                              {"standing", to_string(gap.standing)},
                              {"asked", or_null(gap.asked)},
                              {"told", or_null(gap.told)}});
    }
    item["story_words"] = {{"situation", one.words[0]},
                           {"task", one.words[1]},
                           {"action", one.words[2]},
                           {"result", one.words[3]}};
    item["words"] = one.all_words;
    item["said_i"] = one.said_i;
    item["said_we"] = one.said_we;
    item["follow_ups"] = one.follow_ups;
    item["hints"] = one.hints;
    item["work_on"] = one.work_on;
    item["rebuilt"] = Json::array();
    for (const RebuiltPiece& piece : one.rebuilt) {
      Json part{{"part", to_string(piece.part)}};
      if (piece.span.empty()) {
        part["question"] = piece.question;
      } else {
        part["sentence"] = words_quoted(practice, piece.entry, piece.span);
        part["entry"] = piece.entry;
        part["span"] = span_json(piece.span);
      }
      item["rebuilt"].push_back(std::move(part));
    }
    json["topics"].push_back(std::move(item));
  }
  return dumped(json, 2) + "\n";
}

}  // namespace report

std::string render_feedback(ReportFormat format, const PracticeFeedback& feedback,
                            const Practice& practice, const Pack& pack,
                            const RenderOptions& options) {
  switch (format) {
    case ReportFormat::Terminal:
      return report::feedback_terminal(feedback, practice, pack, options);
    case ReportFormat::Markdown:
      return report::feedback_markdown(feedback, practice, pack);
    default:
      return report::feedback_json(feedback, practice, pack);
  }
}

}  // namespace barometer
