// What must hold for any bytes at all that are imported.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace barometer::fuzz {

// Imports `bytes` twice, as `format` or as what is detected. Stops the program with a message
// unless both give the same, which is either InvalidInput or a transcript without faults whose
// texts and labels are UTF-8 and whose quotes are bytes of the source.
void check_import(const std::string& bytes, std::optional<std::string_view> format);

}  // namespace barometer::fuzz
