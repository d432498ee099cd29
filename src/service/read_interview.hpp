// Reading an interview: from a transcript with roles to a report. The one way in for the command
// line and the server.
#pragma once

#include <string>

#include "core/result.hpp"
#include "domain/interview.hpp"
#include "domain/pack.hpp"
#include "reader/reader.hpp"

namespace barometer {

// Precondition: has_candidate(transcript). A transcript that fails the quality gate gives a report
// that says so and judges nothing. Every quote in the report stands in the source, in a candidate's
// turn; what does not is left out and counted. A follow-up is read for the principle of its topic
// unless its own evidence for another is clearly stronger (service/topic.hpp); one that was moved
// so has Exchange::principle.
Result<InterviewReport> read_interview(std::string name, Transcript transcript, const Pack& pack,
                                       const Reader& reader, const ReadOptions& options = {});

// One principle over all exchanges of `report` (readings and exchanges are set).
PrincipleSummary summarise(const InterviewReport& report, const Principle& principle);

}  // namespace barometer
