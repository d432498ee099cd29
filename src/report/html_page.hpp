// The parts of the HTML page, one function each. All return markup in which every text of others is
// escaped.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/interview.hpp"
#include "domain/pack.hpp"
#include "report/overview.hpp"

namespace barometer::report {

struct HtmlPage {
  const InterviewReport& report;
  const Pack& pack;
  std::vector<NumberedQuote> quotes;
};

// html_principles.cpp
std::string summary_html(const HtmlPage& page);
std::string principles_html(const HtmlPage& page);
std::string open_principles_html(const HtmlPage& page);  // the ones that were not assessed
std::string probe_html(const ProbeChoice& probe);

// html_exchanges.cpp
std::string exchanges_html(const HtmlPage& page);

// html_transcript.cpp: turns in paragraphs, quotes marked in them
std::string transcript_html(const HtmlPage& page);

// Where in the transcript a stretch starts: the id of an element there.
std::string anchor_of(const Stretch& stretch);
// A link with `text` to where the passages start; only the text if there are none.
std::string quote_link(const HtmlPage& page, const std::vector<Passage>& passages);
// <time>, or nothing.
std::string time_html(std::optional<std::int64_t> milliseconds);
// A small drawing beside the word; hidden from screen readers.
std::string verdict_html(PrincipleVerdict verdict);

}  // namespace barometer::report
