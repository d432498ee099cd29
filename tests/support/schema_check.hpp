// Checks JSON against the part of JSON Schema (draft 2020-12) that the published schemas use, and
// more strictly than a validator: every key must be described, and every described key be there.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace barometer::test {

// One line per difference, each with the path in `value`; empty when they agree. A keyword that
// this checker does not know is a difference, too.
std::vector<std::string> differences(const nlohmann::json& schema, const nlohmann::json& value);

// The schema in schemas/<name>.schema.json.
nlohmann::json published_schema(const std::string& name);

}  // namespace barometer::test
