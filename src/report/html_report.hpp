// The report as one HTML file: no network, no other files, a strict content security policy, and
// everything readable without script. src/report/html/ holds its template, style and script.
#pragma once

#include <string>

#include "domain/interview.hpp"
#include "domain/pack.hpp"

namespace barometer::report {

std::string html_report(const InterviewReport& report, const Pack& pack);

}  // namespace barometer::report
