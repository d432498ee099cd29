#include "report/html_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "report/digest.hpp"
#include "report/html_assets.hpp"
#include "report/html_page.hpp"
#include "report/html_text.hpp"
#include "report/wording.hpp"

namespace barometer::report {
namespace {

std::string facts_html(const HtmlPage& page) {
  const Transcript& transcript = page.report.transcript;
  std::string facts;
  const auto fact = [&](std::string_view label, const std::string& text) {
    if (text.empty()) return;
    facts +=
        fmt::format("<div><dt>{}</dt><dd dir=\"auto\">{}</dd></div>\n", label, html_text(text));
  };
  const auto interviewers = names_with(transcript, Role::Interviewer);
  fact("Candidate", listed(names_with(transcript, Role::Candidate)));
  fact(interviewers.size() == 1 ? "Interviewer" : "Interviewers", listed(interviewers));
  if (const auto time = length_ms(transcript)) fact("Length", duration(*time));
  const auto& exchanges = page.report.exchanges;
  const auto follow_ups = static_cast<std::size_t>(
      std::count_if(exchanges.begin(), exchanges.end(),
                    [](const InterviewExchange& one) { return one.follow_up; }));
  if (page.report.judged()) {
    std::string text = counted(exchanges.size() - follow_ups, "question");
    if (follow_ups > 0) text += " and " + counted(follow_ups, "follow-up");
    fact("Asked", text);
  }
  return facts;
}

std::string limits_html(const HtmlPage& page) {
  const auto found = limits(page.report, page.pack);
  if (found.empty()) return {};
  std::string list;
  for (const std::string& one : found) {
    list += fmt::format("<li dir=\"auto\">{}</li>\n", html_text(one));
  }
  return fmt::format(
      "<section aria-labelledby=\"limits\">\n<h2 id=\"limits\">What could not be judged</h2>\n"
      "<ul class=\"limits\">\n{}</ul>\n</section>\n",
      list);
}

std::string checks_html(const HtmlPage& page) {
  std::string rows;
  for (const GateCheck& check : checks_by_weight(page.report)) {
    if (!page.report.judged() && !check.passed && check.blocking) continue;  // told above
    const std::string_view kind = check.passed ? "passed" : check.blocking ? "failed" : "warned";
    rows += fmt::format(
        "<li class=\"check {}\"><span class=\"check-name\">{}</span> "
        "<span class=\"check-state\">{}</span> <span class=\"check-message\">{}</span></li>\n",
        kind, html_text(title(check)), with_capital(state(check)), html_text(check.message));
  }
  if (rows.empty()) return {};
  return fmt::format(
      "<section aria-labelledby=\"checks\">\n<h2 id=\"checks\">{}</h2>\n"
      "<ul class=\"checks\">\n{}</ul>\n</section>\n",
      page.report.judged() ? "Checks before judging" : "Other checks", rows);
}

std::string contents_html(const HtmlPage& page) {
  std::string links;
  const auto link = [&](std::string_view id, std::string_view text) {
    links += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", id, text);
  };
  if (page.report.judged()) {
    link("summary", "Summary");
    link("principles", "Evidence");
    link("exchanges", "Exchanges");
  }
  if (!limits(page.report, page.pack).empty()) link("limits", "Not judged");
  if (!checks_html(page).empty()) link("checks", "Checks");
  link("transcript", "Transcript");
  return links;
}

std::string body_html(const HtmlPage& page) {
  if (page.report.judged()) {
    return summary_html(page) + principles_html(page) + open_principles_html(page) +
           exchanges_html(page) + limits_html(page) + checks_html(page);
  }
  std::string stops;
  for (const GateCheck& check : page.report.gate) {
    if (check.passed || !check.blocking) continue;
    stops += fmt::format("<p class=\"stop\"><b>{}</b> {}</p>\n", html_text(title(check)),
                         html_text(check.message));
  }
  return fmt::format(
             "<section class=\"not-judged\" aria-labelledby=\"not-judged\">\n"
             "<h2 id=\"not-judged\">Not judged</h2>\n<p>{}</p>\n{}<p>{}</p>\n</section>\n",
             html_text(why_not_judged(page.report)), stops,
             stops.empty() ? "The transcript is shown as it was read."
                           : "A verdict on a broken transcript would be a guess, so there is none. "
                             "The transcript is shown as it was read.") +
         checks_html(page) + limits_html(page);
}

// Only this style and this script may run; nothing may be fetched or sent.
std::string policy() {
  return fmt::format(
      "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; "
      "form-action 'none'",
      sha256_base64(assets::report_css), sha256_base64(assets::report_js));
}

}  // namespace

std::string html_report(const InterviewReport& report, const Pack& pack) {
  const HtmlPage page{report, pack, numbered_quotes(report)};
  return filled(assets::report_html, [&](std::string_view name) -> std::optional<std::string> {
    if (name == "policy") return policy();
    if (name == "style") return std::string(assets::report_css);
    if (name == "script") return std::string(assets::report_js);
    if (name == "name") return html_text(report.name);
    if (name == "disclaimer") return html_text(report_disclaimer);
    if (name == "facts") return facts_html(page);
    if (name == "contents") return contents_html(page);
    if (name == "body") return body_html(page);
    if (name == "transcript") return transcript_html(page);
    if (name == "provenance") return html_text(provenance(report, pack));
    return std::nullopt;
  });
}

}  // namespace barometer::report
