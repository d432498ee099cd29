// What both JSON outputs share: numbers that stay the same from run to run, spans, probes.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "core/byte_span.hpp"
#include "domain/reading.hpp"

namespace barometer::report {

using Json = nlohmann::ordered_json;

// Four decimals: more would only be noise.
double rounded(double value);

Json span_json(ByteSpan span);  // [begin, end]
Json probe_json(const ProbeChoice& probe);
Json abstention_json(Abstention abstention);  // null for none

template <typename T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

// `indent` -1 is one line. Bytes that are not UTF-8 (file names may hold some) become U+FFFD.
std::string dumped(const Json& value, int indent);

}  // namespace barometer::report
