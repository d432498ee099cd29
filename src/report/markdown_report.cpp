#include "report/markdown_report.hpp"

#include <fmt/format.h>

#include <array>
#include <cctype>
#include <utility>
#include <vector>

#include "report/overview.hpp"
#include "report/plain_text.hpp"
#include "report/wording.hpp"

namespace barometer::report {
namespace {

struct Sheet {
  const InterviewReport& report;
  const Pack& pack;
  std::vector<NumberedQuote> quotes;
  std::string text;
};

bool is_letter(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte >= 0x80 || std::isalpha(byte) != 0;
}

// A list, a heading, a rule: what only counts at the start of a line.
std::size_t block_mark_at_start(std::string_view text) {
  constexpr auto none = std::string_view::npos;
  if (text.empty()) return none;
  if (std::string_view("+-=").find(text[0]) != none) return 0;
  std::size_t digits = 0;
  while (digits < text.size() && std::isdigit(static_cast<unsigned char>(text[digits])) != 0) {
    ++digits;
  }
  const bool numbered =
      digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
  return numbered ? digits : none;
}

void line(Sheet& sheet, std::string_view text) {
  sheet.text += text;
  sheet.text += '\n';
}

void paragraph(Sheet& sheet, std::string_view text) {
  line(sheet, text);
  line(sheet, "");
}

std::string exchange_link(std::size_t exchange) {
  return fmt::format("[exchange {0}](#exchange-{0})", exchange + 1);
}

void write_top(Sheet& sheet) {
  const Transcript& transcript = sheet.report.transcript;
  paragraph(sheet, "# Interview report: " + markdown_text(sheet.report.name));
  paragraph(sheet, "> " + std::string(report_disclaimer));
  const auto fact = [&](std::string_view label, const std::string& text) {
    if (!text.empty()) line(sheet, fmt::format("- **{}:** {}", label, markdown_text(text)));
  };
  fact("Candidate", listed(names_with(transcript, Role::Candidate)));
  fact("Interviewer", listed(names_with(transcript, Role::Interviewer)));
  std::string length = counted(sheet.report.exchanges.size(), "exchange");
  if (const auto time = length_ms(transcript)) length = duration(*time) + ", " + length;
  fact("Length", length);
  line(sheet, "");
}

void write_summary(Sheet& sheet) {
  paragraph(sheet, "## Summary");
  paragraph(sheet, verdicts_in_words(sheet.report));
  line(sheet, "| Principle | For | Against | Verdict |");
  line(sheet, "| --- | ---: | ---: | --- |");
  for (std::size_t i = 0; i < sheet.report.principles.size(); ++i) {
    const PrincipleSummary& summary = sheet.report.principles[i];
    line(sheet,
         fmt::format("| {} | {} | {} | {} |", markdown_text(name_of(sheet.pack, summary.principle)),
                     quotes_of(sheet.quotes, i, Polarity::Supports).size(),
                     quotes_of(sheet.quotes, i, Polarity::Contradicts).size(),
                     words(summary.verdict)));
  }
  line(sheet, "");
}

void write_probe(Sheet& sheet, const ProbeChoice& probe) {
  if (probe.text.empty()) return;
  std::string text = "**Ask next:** " + markdown_text(probe.text);
  if (!probe.reason.empty()) text += fmt::format(" ({})", markdown_text(probe.reason));
  paragraph(sheet, text);
}

void write_quote(Sheet& sheet, const NumberedQuote& quote) {
  const LocatedEvidence& found = *quote.found;
  paragraph(sheet,
            "> “" + markdown_text(quote_text(sheet.report.transcript, found.passages)) + "”");
  const std::string place = found.start_ms ? "at " + clock(*found.start_ms) + ", " : std::string();
  paragraph(sheet, fmt::format("{} *({}{}; {}; {} sure)*",
                               markdown_text(text_of(sheet.pack, found.evidence.indicator)), place,
                               exchange_link(found.exchange),
                               words(found.evidence.mode, found.evidence.agency),
                               percent(found.evidence.probability)));
}

void write_principle(Sheet& sheet, std::size_t index) {
  const PrincipleSummary& summary = sheet.report.principles[index];
  paragraph(sheet, fmt::format("### {}: {}", markdown_text(name_of(sheet.pack, summary.principle)),
                               words(summary.verdict)));
  if (summary.rating && *summary.rating >= 1 && *summary.rating <= 5) {
    const Principle* principle = sheet.pack.find(summary.principle);
    std::string rating = fmt::format("**Rating {} of 5.**", *summary.rating);
    if (principle != nullptr) {
      rating +=
          " " + markdown_text(principle->anchors[static_cast<std::size_t>(*summary.rating - 1)]);
    }
    paragraph(sheet, rating);
  }
  if (summary.evidence.empty()) paragraph(sheet, "Nothing for or against it was found.");
  for (const Polarity polarity : {Polarity::Supports, Polarity::Contradicts}) {
    if (summary.evidence.empty()) break;
    const auto chosen = quotes_of(sheet.quotes, index, polarity);
    if (chosen.empty()) {
      paragraph(sheet, fmt::format("Nothing {} it was found.", words(polarity)));
      continue;
    }
    paragraph(sheet, polarity == Polarity::Supports ? "#### For" : "#### Against");
    for (const NumberedQuote& quote : chosen) write_quote(sheet, quote);
  }
  if (!summary.missing.empty()) paragraph(sheet, "**Missing:** " + markdown_text(summary.missing));
  write_probe(sheet, summary.probe);
}

void write_answer(Sheet& sheet, const InterviewExchange& exchange) {
  const Transcript& transcript = sheet.report.transcript;
  for (const std::size_t turn : exchange.question_turns) {
    paragraph(sheet, fmt::format("**{}:** {}", markdown_text(speaker_name(transcript, turn)),
                                 markdown_text(transcript.turns[turn].text)));
  }
  std::string answer;
  for (const TurnPiece& piece : exchange.answer_pieces) {
    answer += answer.empty()
                  ? fmt::format("**{}:** ", markdown_text(speaker_name(transcript, piece.turn)))
                  : " ";
    answer += markdown_text(transcript.turns[piece.turn].text);
  }
  paragraph(sheet, answer);
}

void write_exchange(Sheet& sheet, std::size_t index) {
  const InterviewExchange& exchange = sheet.report.exchanges[index];
  paragraph(sheet, fmt::format("### Exchange {}", index + 1));
  std::string facts = exchange.follow_up ? "a follow-up" : "";
  if (exchange.start_ms) {
    facts = "at " + clock(*exchange.start_ms) + (facts.empty() ? "" : ", " + facts);
  }
  if (!facts.empty()) paragraph(sheet, "*" + facts + "*");
  write_answer(sheet, exchange);
  if (index >= sheet.report.readings.size()) return;
  const ExchangeReading& reading = sheet.report.readings[index];
  if (reading.abstention != Abstention::None) {
    paragraph(sheet, fmt::format("**Not judged.** {}", sentence(reading.abstention)));
  } else {
    const std::array<std::pair<std::string_view, std::optional<ByteSpan>>, 4> parts = {{
        {"Situation", reading.star.situation},
        {"Task", reading.star.task},
        {"Action", reading.star.action},
        {"Result", reading.star.result},
    }};
    for (const auto& [label, span] : parts) {
      const std::string text =
          span ? "“" +
                     markdown_text(
                         quote_text(sheet.report.transcript,
                                    passages_of(sheet.report.transcript, exchange, *span))) +
                     "”"
               : std::string("not told");
      line(sheet, fmt::format("- **{}:** {}", label, text));
    }
    std::vector<std::string> principles;
    for (const SpokenTo& one : spoken_to(sheet.report, index)) {
      principles.push_back(fmt::format(
          "{} ({})", name_of(sheet.pack, sheet.report.principles[one.principle].principle),
          words(one.verdict)));
    }
    if (!principles.empty()) {
      line(sheet, "- **Speaks to:** " + markdown_text(dotted(principles)));
    }
    line(sheet, "");
  }
  write_probe(sheet, reading.probe);
}

void write_rest(Sheet& sheet) {
  const auto found = limits(sheet.report, sheet.pack);
  if (!found.empty()) {
    paragraph(sheet, "## What could not be judged");
    for (const std::string& one : found) line(sheet, "- " + markdown_text(one));
    line(sheet, "");
  }
  if (!sheet.report.gate.empty()) {
    paragraph(sheet, "## Checks before judging");
    for (const GateCheck& check : checks_by_weight(sheet.report)) {
      line(sheet, fmt::format("- **{}:** {}. {}", markdown_text(title(check)), state(check),
                              markdown_text(check.message)));
    }
    line(sheet, "");
  }
  paragraph(sheet, "---");
  line(sheet, markdown_text(provenance(sheet.report, sheet.pack)));
}

}  // namespace

std::string markdown_text(std::string_view text) {
  const std::string shown = harmless(text);
  std::size_t begin = 0;
  while (begin < shown.size() && shown[begin] == ' ') ++begin;
  const std::string_view said = std::string_view(shown).substr(begin);
  const std::size_t block_mark = block_mark_at_start(said);
  std::string escaped;
  for (std::size_t i = 0; i < said.size(); ++i) {
    const char byte = said[i];
    const bool special = std::string_view("\\`*_[]<>&|~#$^").find(byte) != std::string_view::npos;
    // "https://", ":smile:", "www.example.com": programs link or replace these without any mark.
    const bool joins = (byte == ':' && i + 1 < said.size() && said[i + 1] != ' ') ||
                       (byte == '.' && i > 0 && is_letter(said, i - 1) && is_letter(said, i + 1));
    if (special || joins || i == block_mark) escaped += '\\';
    escaped += byte;
    if (byte == '@') escaped += "\u2060";
  }
  return escaped;
}

std::string markdown_report(const InterviewReport& report, const Pack& pack) {
  Sheet sheet{report, pack, numbered_quotes(report), {}};
  write_top(sheet);
  if (report.judged()) {
    write_summary(sheet);
    paragraph(sheet, "## Principles");
    for (std::size_t i = 0; i < report.principles.size(); ++i) {
      if (has_section(report.principles[i])) write_principle(sheet, i);
    }
  } else {
    paragraph(sheet, "## Not judged");
    paragraph(sheet, why_not_judged(report));
  }
  if (!report.exchanges.empty()) paragraph(sheet, "## Exchanges");
  for (std::size_t i = 0; i < report.exchanges.size(); ++i) write_exchange(sheet, i);
  write_rest(sheet);
  return sheet.text;
}

}  // namespace barometer::report
