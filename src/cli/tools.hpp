// Tools: opening what several commands need, with the places where an installed and a built program
// keep them.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "core/result.hpp"
#include "domain/pack.hpp"
#include "domain/transcript.hpp"
#include "reader/reader.hpp"

namespace barometer::cli {

inline constexpr const char* default_pack = "amazon-2021";

Result<Pack> open_pack(const std::string& name);

// The embedded reader. `pack` must outlive it.
Result<std::unique_ptr<Reader>> open_reader(const Pack& pack, unsigned jobs);

// A transcript from a file or "-"; `format` empty: by content. Errors start with the file's name.
Result<Transcript> open_transcript(const std::filesystem::path& path, const std::string& format);

}  // namespace barometer::cli
