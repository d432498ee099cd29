// Data: everything that is kept of one owner, out of a store and into one.
#pragma once

#include <string>
#include <string_view>

#include "core/result.hpp"
#include "store/store.hpp"

namespace barometer {

inline constexpr std::string_view data_schema = "barometer.data/1";

enum class Secrets : std::uint8_t { Leave, Take };

// One JSON document: transcripts (in base64) and reports, interviews, stories, settings; secrets of
// endpoints only where they are asked for. Requests that were answered are left out.
Result<std::string> export_data(Transaction& transaction, Secrets secrets);

// Adds what `text` holds, in its order. Conflict when a thing of it is there already; InvalidInput
// for what is no such document. After an error nothing of the transaction may be committed.
Status import_data(Transaction& transaction, std::string_view text);

}  // namespace barometer
