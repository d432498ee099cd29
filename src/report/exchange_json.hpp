// Exchange lines: what `--input-format exchanges` reads and `--output-format json` writes, one JSON
// object a line (schemas/exchange-input-1.schema.json and exchange-output-1.schema.json).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/result.hpp"
#include "domain/pack.hpp"
#include "domain/reading.hpp"

namespace barometer {

inline constexpr std::size_t max_exchange_line_bytes = 1'000'000;

// Reads one line (with or without its line break). Keys that are not known are passed over.
// InvalidInput names `line_number` and the key or byte at fault, and never repeats what stands
// there; also for a principle that is not in `pack`.
Result<Exchange> parse_exchange(std::string_view line, std::size_t line_number, const Pack& pack);

// One object without a line break. Spans are bytes of `exchange.answer`. Precondition:
// faults(exchange, reading) is empty.
std::string exchange_reading_json(const Exchange& exchange, const ExchangeReading& reading);

}  // namespace barometer
