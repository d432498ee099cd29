#include <fmt/format.h>

#include <algorithm>

#include "report/columns.hpp"
#include "report/evaluation_report.hpp"
#include "report/plain_text.hpp"
#include "report/terminal_page.hpp"
#include "report/wording.hpp"

namespace barometer::report {
namespace {

constexpr std::size_t indent = 2;
constexpr std::size_t value_width = 6;
constexpr std::size_t interval_width = 16;
constexpr std::size_t n_width = 13;
constexpr std::size_t narrow = 76;  // below it a figure has two lines
constexpr std::size_t widest_label = 60;

std::string right(const std::string& text, std::size_t width) {
  const std::size_t used = columns(text);
  return std::string(used < width ? width - used : 0, ' ') + text;
}

std::string count_of(const Figure& figure) {
  return fmt::format("{} ({})", figure.n, figure.groups);
}

// A label, a value, its interval, its n: one line, or two where the page is narrow.
void write_figure(TerminalPage& page, const std::string& label, const Figure& figure) {
  const std::string number = right(figure_value(figure), value_width);
  const std::string rest =
      padded("  " + figure_interval(figure), interval_width) + right(count_of(figure), n_width);
  if (page.width() < narrow) {
    page.line(std::string(indent, ' ') + shortened(label, page.width() - indent));
    page.line(std::string(indent, ' ') + page.inked(number, Ink::Strong) +
              page.inked(rest, Ink::Faint));
    return;
  }
  const std::size_t room =
      std::min(page.width() - indent - value_width - interval_width - n_width, widest_label);
  page.line(std::string(indent, ' ') + padded(shortened(label, room), room) +
            page.inked(number, Ink::Strong) + page.inked(rest, Ink::Faint));
}

void write_section(TerminalPage& page, const FigureSection& section) {
  page.blank();
  page.paragraph(section.title, Ink::Strong);
  for (const Figure& figure : section.figures) write_figure(page, figure.label, figure);
}

void write_reliability(TerminalPage& page, const PartEvaluation& part) {
  if (part.reliability.empty()) return;
  page.blank();
  page.paragraph("Reliability: the chance of mixed or better", Ink::Strong);
  for (const std::string& line : reliability_plot(part.reliability, page.width() - indent))
    page.line(std::string(indent, ' ') + line);
  page.blank();
  page.paragraph("Wrong about mixed or better, by the surest share kept", Ink::Strong);
  std::string shares;
  std::string risks;
  // Every second tenth fits the narrowest page.
  for (std::size_t i = 0; i < part.coverage.size(); i += 2) {
    shares += right(fmt::format("{:.0f} %", 100.0 * part.coverage[i].coverage), 7);
    risks += right(fmt::format("{:.2f}", part.coverage[i].risk), 7);
  }
  page.line(page.inked(shares, Ink::Faint));
  page.line(risks);
}

void write_part(TerminalPage& page, const PartEvaluation& part) {
  page.heading(part.name == "all" ? "All together" : harmless(part.name));
  page.paragraph(
      fmt::format("{} of {}: {} insufficient, {} weak, {} mixed, {} strong",
                  counted(part.n, "exchange"), counted(part.groups, "group"), part.verdicts[0],
                  part.verdicts[1], part.verdicts[2], part.verdicts[3]),
      Ink::Faint);
  for (const FigureSection& section : part.sections) write_section(page, section);
  write_reliability(page, part);
}

void write_robustness(TerminalPage& page, const EvaluationReport& report) {
  if (report.robustness.empty()) return;
  page.heading("Robustness: what should not matter");
  for (const RobustnessEvaluation& one : report.robustness) {
    page.blank();
    page.paragraph(with_capital(one.label), Ink::Strong);
    for (const Figure* figure :
         {&one.unchanged, &one.raised, &one.mean_change, &one.absolute_change})
      write_figure(page, figure->label, *figure);
  }
}

void write_faithfulness(TerminalPage& page, const EvaluationReport& report) {
  if (!report.faithfulness) return;
  const FaithfulnessEvaluation& one = *report.faithfulness;
  page.heading("Faithfulness: what the quotes carry");
  page.blank();
  for (const Figure* figure : {&one.cited, &one.random, &one.difference, &one.share})
    write_figure(page, figure->label, *figure);
}

}  // namespace

std::string terminal_evaluation(const EvaluationReport& report, const RenderOptions& options) {
  TerminalPage page(options.width, options.colour);
  page.title("Evaluation on " + report.name);
  page.paragraph(fmt::format("Reader {} · pack {} {} · n stands as exchanges (groups)",
                             report.reader_version, report.pack_id, report.pack_version),
                 Ink::Faint);
  for (const PartEvaluation& part : report.parts) write_part(page, part);
  write_robustness(page, report);
  write_faithfulness(page, report);
  page.heading("How to read this");
  for (const std::string& note : evaluation_notes(report)) page.paragraph(note, Ink::Faint, 0, "·");
  return page.take();
}

}  // namespace barometer::report
