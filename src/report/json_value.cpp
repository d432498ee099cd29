#include "report/json_value.hpp"

#include <cmath>

namespace barometer::report {

double rounded(double value) {
  const double result = std::round(value * 1e4) / 1e4;
  return result == 0.0 ? 0.0 : result;  // never -0.0
}

Json span_json(ByteSpan span) { return Json::array({span.begin, span.end}); }

Json probe_json(const ProbeChoice& probe) {
  return {{"kind", probe.kind}, {"text", probe.text}, {"reason", probe.reason}};
}

Json abstention_json(Abstention abstention) {
  return abstention == Abstention::None ? Json(nullptr) : Json(to_string(abstention));
}

std::string dumped(const Json& value, int indent) {
  return value.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace barometer::report
