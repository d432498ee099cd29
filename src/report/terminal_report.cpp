#include "report/terminal_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "report/columns.hpp"
#include "report/overview.hpp"
#include "report/plain_text.hpp"
#include "report/terminal_page.hpp"
#include "report/wording.hpp"

namespace barometer::report {
namespace {

struct Sheet {
  const InterviewReport& report;
  const Pack& pack;
  std::vector<NumberedQuote> quotes;
  TerminalPage page;
};

std::string_view mark(PrincipleVerdict verdict) {
  switch (verdict) {
    case PrincipleVerdict::Strong:
      return "●";
    case PrincipleVerdict::Mixed:
      return "◐";
    case PrincipleVerdict::Weak:
      return "○";
    case PrincipleVerdict::Insufficient:
      return "◌";
    case PrincipleVerdict::NotAssessed:
      return "–";
  }
  return "–";
}

Ink ink_of(PrincipleVerdict verdict) {
  if (verdict == PrincipleVerdict::Strong) return Ink::For;
  if (verdict == PrincipleVerdict::Weak) return Ink::Against;
  return verdict == PrincipleVerdict::Mixed ? Ink::Strong : Ink::Faint;
}

Ink ink_of(Polarity polarity) { return polarity == Polarity::Supports ? Ink::For : Ink::Against; }

// "■■■ 3": at most five squares, then the number says the rest.
std::string bar(std::size_t count) {
  if (count == 0) return "–";
  std::string squares;
  for (std::size_t i = 0; i < std::min<std::size_t>(count, 5); ++i) squares += "■";
  return squares + " " + std::to_string(count);
}

void write_top(Sheet& sheet) {
  TerminalPage& page = sheet.page;
  const Transcript& transcript = sheet.report.transcript;
  page.title("Interview report: " + sheet.report.name);
  page.paragraph(report_disclaimer, Ink::Plain);
  page.blank();
  constexpr std::size_t label = 14;
  const auto candidates = names_with(transcript, Role::Candidate);
  const auto interviewers = names_with(transcript, Role::Interviewer);
  if (!candidates.empty()) page.field("Candidate", listed(candidates), 0, label);
  if (!interviewers.empty()) {
    page.field(interviewers.size() == 1 ? "Interviewer" : "Interviewers", listed(interviewers), 0,
               label);
  }
  const auto follow_ups = static_cast<std::size_t>(
      std::count_if(sheet.report.exchanges.begin(), sheet.report.exchanges.end(),
                    [](const InterviewExchange& one) { return one.follow_up; }));
  std::string length = counted(sheet.report.exchanges.size(), "exchange");
  if (follow_ups > 0) length += " (" + counted(follow_ups, "follow-up") + ")";
  if (const auto time = length_ms(transcript)) length = duration(*time) + ", " + length;
  page.field("Length", length, 0, label);
}

void write_checks(Sheet& sheet) {
  TerminalPage& page = sheet.page;
  if (sheet.report.gate.empty()) return;
  page.heading("Checks before judging");
  for (const GateCheck& check : checks_by_weight(sheet.report)) {
    const std::string_view sign = check.passed ? "+" : check.blocking ? "x" : "!";
    std::string text = title(check) + ": " + std::string(state(check)) + ".";
    if (!check.message.empty()) text += " " + check.message;
    page.paragraph(text, check.passed ? Ink::Faint : Ink::Plain, 0, sign,
                   check.passed ? Ink::Faint : Ink::Against);
  }
}

void write_grid_row(Sheet& sheet, std::size_t index, std::size_t name_width) {
  TerminalPage& page = sheet.page;
  const PrincipleSummary& summary = sheet.report.principles[index];
  const std::string name = harmless(name_of(sheet.pack, summary.principle));
  const std::string pro = bar(quotes_of(sheet.quotes, index, Polarity::Supports).size());
  const std::string contra = bar(quotes_of(sheet.quotes, index, Polarity::Contradicts).size());
  const std::string verdict =
      std::string(mark(summary.verdict)) + " " + std::string(words(summary.verdict));
  const Ink verdict_ink = ink_of(summary.verdict);
  constexpr std::size_t bar_width = 10;
  if (name_width == 0) {  // a narrow page: two lines a principle
    for (const std::string& row : wrapped(name, page.width())) page.line(row);
    page.line("  " + page.inked(verdict, verdict_ink));
    page.line("  for " + page.inked(padded(pro, bar_width), Ink::For) + "against " +
              page.inked(contra, Ink::Against));
    return;
  }
  page.line(padded(shortened(name, name_width - 2), name_width) +
            page.inked(padded(pro, bar_width), Ink::For) +
            page.inked(padded(contra, bar_width), Ink::Against) + page.inked(verdict, verdict_ink));
}

void write_summary(Sheet& sheet) {
  TerminalPage& page = sheet.page;
  page.heading("Summary");
  page.paragraph(verdicts_in_words(sheet.report));
  page.blank();
  std::size_t longest = 0;
  std::vector<std::size_t> rows;
  std::vector<std::string> open;
  for (std::size_t i = 0; i < sheet.report.principles.size(); ++i) {
    const PrincipleSummary& summary = sheet.report.principles[i];
    const std::string name = name_of(sheet.pack, summary.principle);
    if (!has_section(summary)) {
      open.push_back(name);
      continue;
    }
    rows.push_back(i);
    longest = std::max(longest, columns(harmless(name)));
  }
  constexpr std::size_t others = 20 + 23;  // two bars and the longest verdict
  const std::size_t name_width =
      page.width() < 72 ? 0
                        : std::min(std::max<std::size_t>(longest, 9) + 2, page.width() - others);
  if (name_width > 0 && !rows.empty()) {
    page.line(page.inked(
        padded("Principle", name_width) + padded("For", 10) + padded("Against", 10) + "Verdict",
        Ink::Faint));
  }
  for (const std::size_t row : rows) write_grid_row(sheet, row, name_width);
  if (open.empty()) return;
  if (!rows.empty()) page.blank();
  page.paragraph("Not assessed: " + dotted(open), Ink::Faint);
}

void write_quote(Sheet& sheet, const NumberedQuote& quote) {
  TerminalPage& page = sheet.page;
  const LocatedEvidence& found = *quote.found;
  const Ink ink = ink_of(found.evidence.polarity);
  const std::string_view sign = found.evidence.polarity == Polarity::Supports ? "+" : "-";
  page.paragraph("“" + quote_text(sheet.report.transcript, found.passages) + "”", Ink::Plain, 2,
                 sign, ink);
  std::string place = found.start_ms ? "at " + clock(*found.start_ms) + ", " : std::string();
  place += fmt::format("exchange {}; {}; {} sure", found.exchange + 1,
                       words(found.evidence.mode, found.evidence.agency),
                       percent(found.evidence.probability));
  page.paragraph(text_of(sheet.pack, found.evidence.indicator), Ink::Faint, 4);
  page.paragraph(place, Ink::Faint, 4);
}

void write_probe(Sheet& sheet, const ProbeChoice& probe) {
  if (probe.text.empty()) return;
  sheet.page.field("Ask next", probe.text, 2, 11, Ink::Strong);
  if (!probe.reason.empty()) sheet.page.field("Because", probe.reason, 2, 11);
}

void write_principle(Sheet& sheet, std::size_t index) {
  TerminalPage& page = sheet.page;
  const PrincipleSummary& summary = sheet.report.principles[index];
  page.heading(name_of(sheet.pack, summary.principle));
  const std::string verdict = with_capital(words(summary.verdict));
  const std::string from = exchanges_in_words(summary.exchanges);
  page.line(
      page.inked(std::string(mark(summary.verdict)) + " " + verdict, ink_of(summary.verdict)) +
      (from.empty() || page.width() < 60 ? "" : page.inked(", " + from, Ink::Faint)));
  if (summary.rating && *summary.rating >= 1 && *summary.rating <= 5) {
    const Principle* principle = sheet.pack.find(summary.principle);
    std::string rating = fmt::format("Rating {} of 5", *summary.rating);
    if (principle != nullptr) {
      rating += ": " + principle->anchors[static_cast<std::size_t>(*summary.rating - 1)];
    }
    page.paragraph(rating, Ink::Plain, 2);
  }
  if (summary.evidence.empty()) {
    page.blank();
    page.line("  " + page.inked("Nothing for or against it was found.", Ink::Faint));
  }
  for (const Polarity polarity : {Polarity::Supports, Polarity::Contradicts}) {
    if (summary.evidence.empty()) break;
    const auto chosen = quotes_of(sheet.quotes, index, polarity);
    page.blank();
    const std::string side = polarity == Polarity::Supports ? "For" : "Against";
    if (chosen.empty()) {
      page.line("  " + page.inked("Nothing " + std::string(words(polarity)) + " it was found.",
                                  Ink::Faint));
      continue;
    }
    page.line("  " + page.inked(side + ", " + counted(chosen.size(), "quote"), ink_of(polarity)));
    for (const NumberedQuote& quote : chosen) write_quote(sheet, quote);
  }
  if (!summary.missing.empty() || !summary.probe.text.empty()) page.blank();
  if (!summary.missing.empty()) page.field("Missing", summary.missing, 2, 11);
  write_probe(sheet, summary.probe);
}

void write_exchange(Sheet& sheet, std::size_t index) {
  TerminalPage& page = sheet.page;
  const InterviewExchange& exchange = sheet.report.exchanges[index];
  const ExchangeReading& reading = sheet.report.readings[index];
  std::string name = exchange_title(sheet.report, index);
  if (exchange.start_ms) name += ", at " + clock(*exchange.start_ms);
  page.heading(name);
  page.paragraph(exchange.exchange.question, Ink::Strong);
  page.blank();
  if (reading.abstention != Abstention::None) {
    page.paragraph("Not judged. " + std::string(sentence(reading.abstention)), Ink::Plain, 2, "!",
                   Ink::Against);
  } else {
    const std::array<std::pair<std::string_view, std::optional<ByteSpan>>, 4> parts = {{
        {"Situation", reading.star.situation},
        {"Task", reading.star.task},
        {"Action", reading.star.action},
        {"Result", reading.star.result},
    }};
    for (const auto& [label, span] : parts) {
      if (!span) {
        page.field(label, "not told", 2, 11, Ink::Faint);
        continue;
      }
      const std::string text = quote_text(sheet.report.transcript,
                                          passages_of(sheet.report.transcript, exchange, *span));
      page.field(label, "“" + shortened(harmless(text), 3 * (page.width() - 16)) + "”", 2, 11);
    }
    std::vector<std::string> principles;
    for (const SpokenTo& one : spoken_to(sheet.report, index)) {
      principles.push_back(fmt::format(
          "{} ({})", name_of(sheet.pack, sheet.report.principles[one.principle].principle),
          words(one.verdict)));
    }
    if (!principles.empty()) page.field("Speaks to", dotted(principles), 2, 11);
  }
  if (!reading.probe.text.empty()) page.blank();
  write_probe(sheet, reading.probe);
}

void write_limits(Sheet& sheet) {
  const auto found = limits(sheet.report, sheet.pack);
  if (found.empty()) return;
  sheet.page.heading("What could not be judged");
  for (const std::string& one : found) sheet.page.paragraph(one, Ink::Plain, 0, "·");
}

}  // namespace

std::string terminal_report(const InterviewReport& report, const Pack& pack,
                            const RenderOptions& options) {
  Sheet sheet{report, pack, numbered_quotes(report), TerminalPage(options.width, options.colour)};
  write_top(sheet);
  if (report.judged()) {
    write_summary(sheet);
    for (std::size_t i = 0; i < report.principles.size(); ++i) {
      if (has_section(report.principles[i])) write_principle(sheet, i);
    }
    for (std::size_t i = 0; i < report.exchanges.size(); ++i) write_exchange(sheet, i);
  } else {
    sheet.page.heading("Not judged");
    sheet.page.paragraph(why_not_judged(report));
  }
  if (report.judged()) write_limits(sheet);
  write_checks(sheet);
  if (!report.judged()) write_limits(sheet);
  sheet.page.blank();
  sheet.page.blank();
  sheet.page.paragraph(provenance(report, pack), Ink::Faint);
  return sheet.page.take();
}

}  // namespace barometer::report
