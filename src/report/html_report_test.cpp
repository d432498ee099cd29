#include "report/html_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "core/utf8.hpp"
#include "report/digest.hpp"
#include "report/html_text.hpp"
#include "report/plain_text.hpp"
#include "report/report.hpp"
#include "support/sample_report.hpp"
#include "support/script.hpp"

namespace barometer::report {
namespace {

using testing::HasSubstr;
using testing::Not;

std::vector<InterviewReport> all_samples() {
  return {test::nurse_report(), test::gate_failed_report(), test::no_evidence_report(),
          test::hostile_report(), test::empty_report()};
}

std::string shown(const InterviewReport& report) {
  return render(ReportFormat::Html, report, test::sample_pack());
}

std::string between(const std::string& text, const std::string& open, const std::string& close) {
  const auto begin = text.find(open);
  if (begin == std::string::npos) return "(missing: " + open + ")";
  const auto end = text.find(close, begin + open.size());
  return text.substr(begin + open.size(), end - begin - open.size());
}

// The page without style and script, which hold '<' of their own.
std::string markup_of(const std::string& page) {
  std::string markup = page;
  for (const auto& [open, close] : {std::pair{"<style>", "</style>"}, {"<script>", "</script>"}}) {
    const auto begin = markup.find(open);
    const auto end = markup.find(close, begin);
    markup.erase(begin, end - begin + std::string(close).size());
  }
  return markup;
}

// Everything between `open` and the `close` behind it.
std::vector<std::string> all_between(const std::string& text, const std::string& open,
                                     const std::string& close) {
  std::vector<std::string> found;
  for (auto at = text.find(open); at != std::string::npos; at = text.find(open, at + 1)) {
    const auto begin = at + open.size();
    found.push_back(text.substr(begin, text.find(close, begin) - begin));
  }
  return found;
}

// The values of one attribute on all elements.
std::vector<std::string> values(const std::string& markup, const std::string& attribute) {
  return all_between(markup, " " + attribute + "=\"", "\"");
}

std::vector<std::string> tags_of(const std::string& markup) {
  return all_between(markup, "<", ">");
}

std::string without_tags(const std::string& markup) {
  std::string text;
  bool inside = false;
  for (const char byte : markup) {
    if (byte == '<') inside = true;
    if (!inside) text += byte;
    if (byte == '>') inside = false;
  }
  return text;
}

// Every tag that is opened and not closed in order, or closed and not opened.
std::vector<std::string> unbalanced(const std::string& markup) {
  static const std::set<std::string> empty = {"meta", "input", "!DOCTYPE"};
  std::vector<std::string> open;
  std::vector<std::string> found;
  for (const std::string& tag : tags_of(markup)) {
    const std::string name = tag.substr(0, tag.find(' '));
    if (empty.contains(name) || tag.back() == '/') continue;
    if (name.front() != '/') {
      open.push_back(name);
    } else if (!open.empty() && "/" + open.back() == name) {
      open.pop_back();
    } else {
      found.push_back(name);
    }
  }
  found.insert(found.end(), open.begin(), open.end());
  return found;
}

std::string without_references(const std::string& page) {
  std::string text = page;
  const std::string open = "<sup class=\"ref";
  const std::string close = "</sup>";
  for (auto at = text.find(open); at != std::string::npos; at = text.find(open, at)) {
    text.erase(at, text.find(close, at) + close.size() - at);
  }
  return text;
}

TEST(HtmlText, EscapesEveryCharacterThatCouldEndSomething) {
  EXPECT_EQ(html_text("<a href=\"x\" b='y'>&amp;"),
            "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;amp;");
  EXPECT_EQ(html_text("\x1b[31m"), "␛[31m");
}

TEST(Filled, LooksAtEveryNameOnceAndNeverIntoValues) {
  const auto lookup = [](std::string_view name) -> std::optional<std::string> {
    if (name == "a") return "{{b}}";
    if (name == "b") return "never";
    return std::nullopt;
  };
  EXPECT_EQ(filled("x {{a}} {{c}} {{a", lookup), "x {{b}} {{c}} {{a");
}

TEST(HtmlReport, AllowsOnlyItsOwnStyleAndScript) {
  for (const InterviewReport& report : all_samples()) {
    const std::string page = shown(report);
    const std::string policy = between(page, "Content-Security-Policy\" content=\"", "\"");
    EXPECT_EQ(policy, "default-src 'none'; style-src 'sha256-" +
                          sha256_base64(between(page, "<style>", "</style>")) +
                          "'; script-src 'sha256-" +
                          sha256_base64(between(page, "<script>", "</script>")) +
                          "'; base-uri 'none'; form-action 'none'");
  }
}

TEST(HtmlReport, HasNoPlaceholderLeft) {
  const std::string page = shown(test::nurse_report());
  EXPECT_THAT(page, Not(HasSubstr("{{")));
  EXPECT_THAT(page, testing::StartsWith("<!DOCTYPE html>\n<html lang=\"en\">\n"));
  EXPECT_THAT(page, testing::EndsWith("</html>\n"));
}

TEST(HtmlReport, RefersToNothingOutside) {
  for (const InterviewReport& report : all_samples()) {
    const std::string page = shown(report);
    const std::string markup = markup_of(page);
    for (const std::string& target : values(markup, "href")) {
      EXPECT_EQ(target.front(), '#') << target;
    }
    for (const std::string& tag : tags_of(markup)) {
      for (const char* attribute : {" src=", " srcset=", " style=", " action=", " on"}) {
        EXPECT_THAT(tag, Not(HasSubstr(attribute)));
      }
    }
    const std::string style = between(page, "<style>", "</style>");
    EXPECT_THAT(style, Not(HasSubstr("url(")));
    EXPECT_THAT(style, Not(HasSubstr("@import")));
    EXPECT_THAT(between(page, "<script>", "</script>"), Not(HasSubstr("http")));
  }
}

TEST(HtmlReport, IsWellFormed) {
  for (const InterviewReport& report : all_samples()) {
    EXPECT_EQ(unbalanced(markup_of(shown(report))), std::vector<std::string>{}) << report.name;
  }
}

TEST(HtmlReport, LinksOnlyToWhatIsThereAndNamesItOnce) {
  for (const InterviewReport& report : all_samples()) {
    const std::string markup = markup_of(shown(report));
    std::map<std::string, int> ids;
    for (const std::string& id : values(markup, "id")) ++ids[id];
    for (const auto& [id, times] : ids) EXPECT_EQ(times, 1) << id;
    for (const std::string& target : values(markup, "href")) {
      EXPECT_TRUE(ids.contains(target.substr(1))) << target;
    }
    for (const std::string& id : values(markup, "aria-labelledby")) {
      EXPECT_TRUE(ids.contains(id)) << id;
    }
  }
}

TEST(HtmlReport, KeepsHeadingsInOrder) {
  for (const InterviewReport& report : all_samples()) {
    int before = 0;
    for (const std::string& tag : tags_of(markup_of(shown(report)))) {
      if (tag[0] != 'h' || tag.size() < 2 || tag[1] < '1' || tag[1] > '6') continue;
      EXPECT_LE(tag[1] - '0', before + 1);
      before = tag[1] - '0';
    }
  }
}

TEST(HtmlReport, KeepsMarkupOfTheInterviewAsText) {
  const std::string page = shown(test::hostile_report());
  const std::string markup = markup_of(page);
  for (const char* tag : {"<script", "</script", "<img", "<i>", "<!--"}) {
    EXPECT_THAT(markup, Not(HasSubstr(tag)));
  }
  EXPECT_THAT(all_between(markup, "<b>", "</b>"),
              testing::Each(testing::AnyOf("Missing", "Ask next", "Speaks to", "Not judged")));
  EXPECT_THAT(markup, HasSubstr("&lt;/script&gt;&lt;script&gt;alert(2)&lt;/script&gt;"));
  EXPECT_THAT(markup, HasSubstr("<title>&lt;/title&gt;&lt;script&gt;alert(0)&lt;/script&gt; ? "));
  EXPECT_THAT(markup, HasSubstr("␛[31mred␛[0m␇"));
  EXPECT_THAT(markup, HasSubstr("{{script}}"));
  for (const char byte : page) {
    ASSERT_TRUE(byte == '\n' || static_cast<unsigned char>(byte) >= 0x20);
  }
}

TEST(HtmlReport, MarksWhatSpeaksForAndAgainstAtOnce) {
  const std::string page = shown(test::nurse_report());
  EXPECT_THAT(page,
              HasSubstr("class=\"both\" data-quotes=\"7 12\">I could have told the other wards "
                        "sooner, though.</mark>"));
  EXPECT_THAT(page, HasSubstr("<sup class=\"ref against\" data-quotes=\"7\">−7</sup>"));
  EXPECT_THAT(page, HasSubstr("<a class=\"against\" href=\"#q7\">−7 <span class=\"unseen\">against "
                              "</span>Ownership</a>"));
}

TEST(HtmlReport, DoesNotJudgeWhatFailedTheGate) {
  const std::string markup = markup_of(shown(test::gate_failed_report()));
  EXPECT_THAT(markup, HasSubstr("<p class=\"stop\"><b>Speaker labels</b> 31 of 40 turns"));
  EXPECT_THAT(markup, Not(HasSubstr("class=\"grid\"")));
  EXPECT_THAT(markup, Not(HasSubstr("class=\"verdict")));
  EXPECT_THAT(markup, Not(HasSubstr("Ask next")));
}

TEST(HtmlReport, SaysThatNoEvidenceIsNotAgainstAnybody) {
  EXPECT_THAT(shown(test::no_evidence_report()),
              HasSubstr("That says nothing against the candidate"));
}

// Random evidence, overlapping and across turns: what the page shows of every turn, without tags
// and the numbers of quotes, is what was said.
TEST(HtmlReport, ShowsTheTranscriptUnchangedUnderAnyHighlights) {
  std::mt19937 random(23);
  for (int round = 0; round < 60; ++round) {
    InterviewReport report = test::nurse_report();
    for (PrincipleSummary& summary : report.principles) summary.evidence.clear();
    for (int i = 0; i < 25; ++i) {
      LocatedEvidence found;
      found.exchange = random() % report.exchanges.size();
      const InterviewExchange& exchange = report.exchanges[found.exchange];
      const std::size_t size = exchange.exchange.answer.size();
      const std::size_t begin = random() % (size - 1);
      found.evidence.span = {begin, begin + 1 + random() % (size - begin - 1)};
      found.evidence.polarity = random() % 2 == 0 ? Polarity::Supports : Polarity::Contradicts;
      found.evidence.indicator = IndicatorId{"ownership.outside-own-role"};
      found.passages = passages_of(report.transcript, exchange, found.evidence.span);
      report.principles[random() % report.principles.size()].evidence.push_back(found);
    }
    const std::string page = shown(report);
    EXPECT_EQ(unbalanced(markup_of(page)), std::vector<std::string>{});
    const std::string plain = without_references(page);
    for (std::size_t i = 0; i < report.transcript.turns.size(); ++i) {
      const std::string open = "<span class=\"turn\" id=\"t" + std::to_string(i) + "\">";
      const std::string rest = plain.substr(plain.find(open));
      const std::string said = html_text(report.transcript.turns[i].text);
      ASSERT_EQ(without_tags(rest.substr(0, rest.find("</p>"))).substr(0, said.size()), said);
    }
  }
}

TEST(HtmlReport, CutsMarksBetweenCharacters) {
  InterviewReport report = test::nurse_report();
  report.transcript = test::transcript("I: Why?\nC: J'ai décidé 我决定 seul.\n");
  report.exchanges = exchanges_of(report.transcript);
  report.readings.resize(1);
  report.readings[0].star = {};
  for (PrincipleSummary& summary : report.principles) {
    summary.evidence.clear();
    summary.exchanges.clear();
  }
  LocatedEvidence found;
  const std::string& answer = report.exchanges[0].exchange.answer;
  const auto begin = answer.find("décidé");
  found.evidence.span = {begin, answer.find(" seul")};
  found.passages = passages_of(report.transcript, report.exchanges[0], found.evidence.span);
  report.principles[1].evidence = {found};
  const std::string page = shown(report);
  EXPECT_THAT(page, HasSubstr(">décidé 我决定</mark>"));
  EXPECT_FALSE(utf8::first_invalid(page));
}

}  // namespace
}  // namespace barometer::report
