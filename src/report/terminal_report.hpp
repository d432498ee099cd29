// The report on a terminal: 40 to 120 columns, readable without colour.
#pragma once

#include <string>

#include "report/report.hpp"

namespace barometer::report {

// Escape sequences are only those that set bold, faint and colour, and none with Colour::Off.
std::string terminal_report(const InterviewReport& report, const Pack& pack,
                            const RenderOptions& options);

}  // namespace barometer::report
