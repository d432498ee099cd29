// Digest: SHA-256, for the content security policy of the page and to name a source.
#pragma once

#include <string>
#include <string_view>

namespace barometer::report {

std::string sha256_hex(std::string_view bytes);     // 64 lower-case digits
std::string sha256_base64(std::string_view bytes);  // 44 characters, padded
}  // namespace barometer::report
