// The report for programs: schemas/report-1.schema.json.
#pragma once

#include <cstdint>
#include <string>

#include "domain/interview.hpp"
#include "domain/pack.hpp"

namespace barometer::report {

enum class JsonLayout : std::uint8_t { Indented, OneLine };

// Ends in a line break; that is the only one in OneLine. Every key is always there; what is unknown
// is null.
std::string json_report(const InterviewReport& report, const Pack& pack, JsonLayout layout);

}  // namespace barometer::report
