// Base64 (RFC 4648, with padding): bytes of any kind in text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace barometer {

std::string base64_encode(std::string_view bytes);

// Nothing for what is not base64 throughout.
std::optional<std::string> base64_decode(std::string_view text);

}  // namespace barometer
