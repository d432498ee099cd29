// Labelled exchange lines: what `barometer evaluate` reads, one JSON object a line
// (schemas/labelled-exchange-1.schema.json). An exchange line (exchange_json.hpp) with its labels.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/result.hpp"
#include "domain/evaluation.hpp"
#include "domain/pack.hpp"

namespace barometer {

// Beside the exchange: "group", optional "part", and either "verdict" (with "evidence" and "probe",
// where rated) or "ratings". Keys that are not known are passed over. InvalidInput names
// `line_number` and the key at fault, and never repeats what stands there; also for a quote that
// does not stand in the answer, and a principle that is not in `pack`. A quote that stands there
// more than once means the first.
Result<LabelledExchange> parse_labelled_exchange(std::string_view line, std::size_t line_number,
                                                 const Pack& pack);

}  // namespace barometer
