#include <fmt/format.h>

#include <algorithm>

#include "report/html_page.hpp"
#include "report/html_text.hpp"
#include "report/wording.hpp"

namespace barometer::report {
namespace {

std::string_view verdict_drawing(PrincipleVerdict verdict) {
  switch (verdict) {
    case PrincipleVerdict::Strong:
      return "<circle cx=\"8\" cy=\"8\" r=\"6.5\" fill=\"currentColor\"/>";
    case PrincipleVerdict::Mixed:
      return "<circle cx=\"8\" cy=\"8\" r=\"6\" fill=\"none\" stroke=\"currentColor\"/>"
             "<path d=\"M8 2a6 6 0 0 0 0 12z\" fill=\"currentColor\"/>";
    case PrincipleVerdict::Weak:
      return "<circle cx=\"8\" cy=\"8\" r=\"6\" fill=\"none\" stroke=\"currentColor\" "
             "stroke-width=\"2\"/>";
    case PrincipleVerdict::Insufficient:
      return "<circle cx=\"8\" cy=\"8\" r=\"6\" fill=\"none\" stroke=\"currentColor\" "
             "stroke-width=\"1.5\" stroke-dasharray=\"2.2 2.5\"/>";
    case PrincipleVerdict::NotAssessed:
      return "<path d=\"M4 8h8\" stroke=\"currentColor\" stroke-width=\"1.5\"/>";
  }
  return "";
}

// At most five squares; the number is in words beside them.
std::string squares(std::size_t count) {
  if (count == 0) return {};
  std::string drawn;
  const std::size_t shown = std::min<std::size_t>(count, 5);
  for (std::size_t i = 0; i < shown; ++i) {
    drawn += fmt::format("<rect x=\"{}\" width=\"9\" height=\"9\"/>", i * 12);
  }
  return fmt::format(
      "<svg class=\"squares\" viewBox=\"0 0 {0} 9\" width=\"{0}\" height=\"9\" "
      "aria-hidden=\"true\">{1}</svg>",
      shown * 12 - 3, drawn);
}

std::string count_cell(const HtmlPage& page, std::size_t principle, Polarity polarity) {
  const auto chosen = quotes_of(page.quotes, principle, polarity);
  const std::string_view side = words(polarity);
  if (chosen.empty()) {
    return fmt::format("<td class=\"count\"><span class=\"none\">none</span></td>");
  }
  return fmt::format(
      "<td class=\"count {0}\"><a href=\"#q{1}\"><span class=\"number\">{2}</span>{3}"
      "<span class=\"aside\"> {4} {0}</span></a></td>",
      side, chosen.front().number, chosen.size(), squares(chosen.size()),
      chosen.size() == 1 ? "quote" : "quotes");
}

std::string quote_html(const HtmlPage& page, const NumberedQuote& quote) {
  const LocatedEvidence& found = *quote.found;
  const std::string time = time_html(found.start_ms);
  return fmt::format(
      "<li class=\"quote {0}\" id=\"q{1}\" data-principle=\"{2}\" data-side=\"{0}\">\n"
      "<blockquote dir=\"auto\">{3}</blockquote>\n"
      "<p class=\"indicator\" dir=\"auto\">{4}</p>\n"
      "<p class=\"source\"><span class=\"sign\">{5}{1}</span> {6}{7}"
      "<a href=\"#x{8}\">exchange {8}</a> <span class=\"dot\">·</span> {9} "
      "<span class=\"dot\">·</span> {10} sure</p>\n</li>\n",
      words(found.evidence.polarity), quote.number, quote.principle,
      quote_link(page, found.passages), html_text(text_of(page.pack, found.evidence.indicator)),
      found.evidence.polarity == Polarity::Supports ? "+" : "−", time,
      time.empty() ? "" : " <span class=\"dot\">·</span> ", found.exchange + 1,
      words(found.evidence.mode, found.evidence.agency), percent(found.evidence.probability));
}

std::string side_html(const HtmlPage& page, std::size_t principle, Polarity polarity) {
  const auto chosen = quotes_of(page.quotes, principle, polarity);
  const std::string_view side = words(polarity);
  if (chosen.empty()) {
    return fmt::format("<p class=\"nothing\" data-side=\"{0}\">Nothing {0} it was found.</p>\n",
                       side);
  }
  std::string list;
  for (const NumberedQuote& quote : chosen) list += quote_html(page, quote);
  return fmt::format(
      "<div class=\"side {0}\" data-side=\"{0}\">\n<h4>{1} <span class=\"tally\">{2}</span></h4>\n"
      "<ol class=\"quotes\">\n{3}</ol>\n</div>\n",
      side, with_capital(side), counted(chosen.size(), "quote"), list);
}

std::string rubric_html(const Principle& principle) {
  std::string pro;
  std::string contra;
  for (const Indicator& indicator : principle.indicators) {
    (indicator.polarity == Polarity::Supports ? pro : contra) +=
        "<li>" + html_text(indicator.text) + "</li>\n";
  }
  if (pro.empty() && contra.empty() && principle.summary.empty()) return {};
  std::string text = "<p>" + html_text(principle.summary) + "</p>\n";
  if (!pro.empty()) text += "<p class=\"rubric-side\">Looked for</p>\n<ul>\n" + pro + "</ul>\n";
  if (!contra.empty()) {
    text += "<p class=\"rubric-side\">Counts against</p>\n<ul>\n" + contra + "</ul>\n";
  }
  return "<details class=\"rubric\">\n<summary>What this principle means here</summary>\n" + text +
         "</details>\n";
}

std::string rating_html(const HtmlPage& page, const PrincipleSummary& summary) {
  if (!summary.rating || *summary.rating < 1 || *summary.rating > 5) return {};
  const Principle* principle = page.pack.find(summary.principle);
  const std::string anchor =
      principle == nullptr ? std::string()
                           : principle->anchors[static_cast<std::size_t>(*summary.rating - 1)];
  std::string numbers = fmt::format("Rating {} of 5", *summary.rating);
  if (summary.score) {
    numbers += fmt::format("; score {} between −1 and +1", signed_score(*summary.score));
  }
  return fmt::format("<p class=\"anchor\" dir=\"auto\">{} <span class=\"numbers\">{}</span></p>\n",
                     html_text(anchor), numbers);
}

std::string principle_html(const HtmlPage& page, std::size_t index) {
  const PrincipleSummary& summary = page.report.principles[index];
  const Principle* principle = page.pack.find(summary.principle);
  std::string missing;
  if (!summary.missing.empty()) {
    missing = fmt::format("<p class=\"missing\" dir=\"auto\"><b>Missing</b> {}</p>\n",
                          html_text(summary.missing));
  }
  const std::string next = missing + probe_html(summary.probe);
  return fmt::format(
      "<section class=\"principle\" aria-labelledby=\"p{0}\" data-principle=\"{0}\">\n"
      "<div class=\"principle-head\"><h3 id=\"p{0}\">{1}</h3>\n{2}</div>\n{3}{4}{5}{6}{7}"
      "</section>\n",
      index, html_text(name_of(page.pack, summary.principle)), verdict_html(summary.verdict),
      rating_html(page, summary),
      summary.evidence.empty()
          ? std::string("<p class=\"nothing\">Nothing for or against it was found.</p>\n")
          : side_html(page, index, Polarity::Supports),
      summary.evidence.empty() ? std::string() : side_html(page, index, Polarity::Contradicts),
      next.empty() ? "" : "<div class=\"next\">\n" + next + "</div>\n",
      principle == nullptr ? "" : rubric_html(*principle));
}

}  // namespace

std::string verdict_html(PrincipleVerdict verdict) {
  return fmt::format(
      "<span class=\"verdict {}\"><svg viewBox=\"0 0 16 16\" width=\"16\" height=\"16\" "
      "aria-hidden=\"true\">{}</svg>{}</span>",
      to_string(verdict), verdict_drawing(verdict), with_capital(words(verdict)));
}

std::string probe_html(const ProbeChoice& probe) {
  if (probe.text.empty()) return {};
  std::string reason;
  if (!probe.reason.empty()) {
    reason = fmt::format(" <span class=\"reason\">{}</span>", html_text(probe.reason));
  }
  return fmt::format("<p class=\"probe\" dir=\"auto\"><b>Ask next</b> “{}”{}</p>\n",
                     html_text(probe.text), reason);
}

std::string summary_html(const HtmlPage& page) {
  std::string rows;
  std::string open_rows;
  for (std::size_t i = 0; i < page.report.principles.size(); ++i) {
    const PrincipleSummary& summary = page.report.principles[i];
    const std::string name = html_text(name_of(page.pack, summary.principle));
    if (!has_section(summary)) {
      open_rows += open_rows.empty() ? name : " · " + name;
      continue;
    }
    rows += fmt::format(
        "<tr data-principle=\"{0}\"><th scope=\"row\"><a href=\"#p{0}\">{1}</a></th>{2}{3}"
        "<td>{4}</td></tr>\n",
        i, name, count_cell(page, i, Polarity::Supports),
        count_cell(page, i, Polarity::Contradicts), verdict_html(summary.verdict));
  }
  std::string text = fmt::format(
      "<section aria-labelledby=\"summary\">\n<h2 id=\"summary\">Summary</h2>\n"
      "<p class=\"lead\">{}</p>\n",
      html_text(verdicts_in_words(page.report)));
  if (page.quotes.empty()) {
    text +=
        "<p class=\"empty\">The reader found no words for or against any principle. That says "
        "nothing against the candidate: it means that this interview holds no evidence. Ask "
        "about a real case, and probe for what the candidate did.</p>\n";
  }
  if (!rows.empty()) {
    text +=
        "<table class=\"grid\">\n<caption class=\"unseen\">Quotes for and against each "
        "principle, and the verdict</caption>\n<thead><tr><th scope=\"col\">Principle</th>"
        "<th scope=\"col\">For</th><th scope=\"col\">Against</th><th scope=\"col\">Verdict</th>"
        "</tr></thead>\n<tbody>\n" +
        rows + "</tbody>\n</table>\n";
  }
  if (!open_rows.empty()) {
    text += fmt::format("<p class=\"open\">{} <span class=\"open-names\">{}</span></p>\n",
                        verdict_html(PrincipleVerdict::NotAssessed), open_rows);
  }
  return text + "</section>\n";
}

std::string principles_html(const HtmlPage& page) {
  std::string sections;
  for (std::size_t i = 0; i < page.report.principles.size(); ++i) {
    if (has_section(page.report.principles[i])) sections += principle_html(page, i);
  }
  if (sections.empty()) {
    sections = "<p class=\"empty\">No question or answer was about a principle of this pack.</p>\n";
  }
  return "<section aria-labelledby=\"principles\" id=\"evidence\">\n<h2 id=\"principles\">Evidence "
         "by principle</h2>\n" +
         sections + "</section>\n";
}

std::string open_principles_html(const HtmlPage& page) {
  std::string list;
  for (const PrincipleSummary& summary : page.report.principles) {
    if (has_section(summary) || summary.probe.text.empty()) continue;
    list += fmt::format("<div><dt>{}</dt><dd>“{}”</dd></div>\n",
                        html_text(name_of(page.pack, summary.principle)),
                        html_text(summary.probe.text));
  }
  if (list.empty()) return {};
  return "<section aria-labelledby=\"open\">\n<h2 id=\"open\">Not assessed: what to ask</h2>\n"
         "<dl class=\"open-list\">\n" +
         list + "</dl>\n</section>\n";
}

}  // namespace barometer::report
