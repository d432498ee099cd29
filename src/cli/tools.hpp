// Tools: opening what several commands need, with the places where an installed and a built program
// keep them.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "core/result.hpp"
#include "domain/pack.hpp"
#include "domain/transcript.hpp"
#include "reader/reader.hpp"
#include "transcript/label_pattern.hpp"

namespace barometer::cli {

inline constexpr const char* default_pack = "amazon-2021";

Result<Pack> open_pack(const std::string& name);

// The embedded reader. `pack` must outlive it.
Result<std::unique_ptr<Reader>> open_reader(const Pack& pack, unsigned jobs);

// The --label-pattern of a person; none for an empty one.
Result<std::optional<LabelPattern>> open_label_pattern(const std::string& regex);

// A transcript from a file or "-"; `format` empty: by content; `labels`: see import_transcript.
// Errors start with the file's name.
Result<Transcript> open_transcript(const std::filesystem::path& path, const std::string& format,
                                   const std::optional<LabelPattern>& labels = std::nullopt);

}  // namespace barometer::cli
