// Decimal numbers as text, turned into whole numbers without a detour through floating point.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace barometer {

// `decimal` times 10 to the power of `places`, rounded half away from zero: ("12.48", 3) gives
// 12480. Takes an optional sign, digits, a fraction and an exponent; nothing around them. Nothing
// when the text is no such number, or the result does not fit.
std::optional<std::int64_t> scaled_decimal(std::string_view decimal, int places);

}  // namespace barometer
