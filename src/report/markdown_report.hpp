// The report as Markdown (CommonMark with the tables of GitHub).
#pragma once

#include <string>
#include <string_view>

#include "domain/interview.hpp"
#include "domain/pack.hpp"

namespace barometer::report {

std::string markdown_report(const InterviewReport& report, const Pack& pack);

// Text of others for the middle of a Markdown line: harmless, and shown as it is written. It opens
// no emphasis, code, link, image, HTML, table cell, mention or mathematics, also where programs
// make links of bare addresses; a word joiner (U+2060) behind every "@" sees to that.
std::string markdown_text(std::string_view text);

}  // namespace barometer::report
