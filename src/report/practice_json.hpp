// Practice as JSON: utterances for whoever follows an interview, and whole sessions to store and
// resume. The schemas are schemas/utterance-1.schema.json and schemas/practice-1.schema.json.
#pragma once

#include <string>
#include <string_view>

#include "core/result.hpp"
#include "domain/practice.hpp"

namespace barometer {

inline constexpr std::string_view practice_schema = "barometer.practice/1";

// {"kind","text","reason","gap",...} on one line, without the line break. `gap` is null for what
// goes after none.
std::string utterance_json(const Utterance& utterance);

// The whole session, so that practice_from_json() gives it back.
std::string practice_json(const Practice& practice);

// InvalidInput: not such a document, a version that this program does not know, or one that does
// not hold together. The message says where, and holds no text of the document.
Result<Practice> practice_from_json(std::string_view text);

}  // namespace barometer
