#include <fmt/format.h>

#include <array>
#include <utility>

#include "report/html_page.hpp"
#include "report/html_text.hpp"
#include "report/wording.hpp"

namespace barometer::report {
namespace {

std::string star_html(const HtmlPage& page, std::size_t index) {
  const StarParts& star = page.report.readings[index].star;
  const std::array<std::pair<std::string_view, std::optional<ByteSpan>>, 4> parts = {{
      {"Situation", star.situation},
      {"Task", star.task},
      {"Action", star.action},
      {"Result", star.result},
  }};
  std::string list;
  for (const auto& [label, span] : parts) {
    const std::string text =
        span ? quote_link(page,
                          passages_of(page.report.transcript, page.report.exchanges[index], *span))
             : std::string("Not told");
    list += fmt::format("<div class=\"{}\"><dt>{}</dt><dd dir=\"auto\">{}</dd></div>\n",
                        span ? "told" : "untold", label, text);
  }
  return "<dl class=\"star\">\n" + list + "</dl>\n";
}

std::string spoken_to_html(const HtmlPage& page, std::size_t index) {
  std::string links;
  for (const SpokenTo& one : spoken_to(page.report, index)) {
    const PrincipleSummary& summary = page.report.principles[one.principle];
    const std::string name = html_text(name_of(page.pack, summary.principle));
    if (!links.empty()) links += " · ";
    links +=
        has_section(summary) ? fmt::format("<a href=\"#p{}\">{}</a>", one.principle, name) : name;
    links += fmt::format(" ({})", words(one.verdict));
  }
  return links.empty() ? "" : "<p class=\"speaks\"><b>Speaks to</b> " + links + "</p>\n";
}

std::string exchange_html(const HtmlPage& page, std::size_t index) {
  const InterviewExchange& exchange = page.report.exchanges[index];
  const ExchangeReading& reading = page.report.readings[index];
  const std::string question = html_text(exchange.exchange.question);
  const std::string linked =
      exchange.question_turns.empty()
          ? question
          : fmt::format("<a href=\"#t{}\">{}</a>", exchange.question_turns.front(), question);
  const std::string time = time_html(exchange.start_ms);
  const std::string body = reading.abstention == Abstention::None
                               ? star_html(page, index) + spoken_to_html(page, index)
                               : fmt::format("<p class=\"abstained\"><b>Not judged</b> {}</p>\n",
                                             sentence(reading.abstention));
  const std::string probe = probe_html(reading.probe);
  return fmt::format(
      "<section class=\"exchange\" aria-labelledby=\"x{0}\">\n<h3 id=\"x{0}\">Exchange {0}"
      "<span class=\"when\">{1}{2}</span></h3>\n<p class=\"question\" dir=\"auto\">{3}</p>\n{4}{5}"
      "</section>\n",
      index + 1, exchange.follow_up ? " follow-up" : "", time.empty() ? "" : " " + time, linked,
      body, probe.empty() ? "" : "<div class=\"next\">\n" + probe + "</div>\n");
}

}  // namespace

std::string exchanges_html(const HtmlPage& page) {
  std::string sections;
  for (std::size_t i = 0; i < page.report.exchanges.size(); ++i) {
    sections += exchange_html(page, i);
  }
  return "<section aria-labelledby=\"exchanges\">\n<h2 id=\"exchanges\">Exchanges</h2>\n" +
         sections + "</section>\n";
}

}  // namespace barometer::report
