// Sniff: names what a file is when it is no transcript at all, by its first bytes.
#pragma once

#include <optional>
#include <string_view>

namespace barometer {

// "a PDF document", "an MP4 recording", ...; none if the bytes look like none of the kinds that
// people mistake for a transcript.
std::optional<std::string_view> foreign_kind(std::string_view bytes);

}  // namespace barometer
