#include "cli/tools.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <optional>

#include "core/data_folder.hpp"
#include "core/file.hpp"
#include "pack/pack.hpp"
#include "transcript/importer.hpp"

namespace barometer::cli {
namespace {

namespace fs = std::filesystem;

// $XDG_CACHE_HOME/barometer; empty when there is no home.
fs::path cache_folder() {
  if (const char* chosen = std::getenv("XDG_CACHE_HOME"); chosen != nullptr && *chosen != '\0')
    return fs::path(chosen) / "barometer";
  if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0')
    return fs::path(home) / ".cache" / "barometer";
  return {};
}

// Installed: <folder of the executable>/../lib/barometer, beside the engine. Built: where `make
// setup` put the wheel.
fs::path extension_folder() {
  std::error_code failure;
  const fs::path program = fs::read_symlink("/proc/self/exe", failure);
  const fs::path installed = program.parent_path().parent_path() / "lib" / "barometer";
  if (!failure && fs::exists(installed / "libopenvino_tokenizers.so", failure)) return installed;
  return BAROMETER_TOKENIZERS_DIR;
}

}  // namespace

Result<Pack> open_pack(const std::string& name) {
  const auto folder = find_pack(name);
  if (!folder) return folder.error();
  return load_pack(*folder);
}

Result<std::unique_ptr<Reader>> open_reader(const Pack& pack, unsigned jobs) {
  EncoderOptions options;
  const auto folders = data_folders("models");
  for (const fs::path& folder : folders) {
    if (fs::exists(folder / "reader" / "reader.json")) {
      options.model_folder = folder / "reader";
      break;
    }
  }
  if (options.model_folder.empty()) {
    return Error{ErrorCode::NotFound,
                 "The reader's model is missing. Reinstall, or set BAROMETER_DATA_DIR to the "
                 "folder that holds models/."};
  }
  options.library_folder = extension_folder();
  options.cache_folder = cache_folder();
  options.jobs = jobs;
  return open_encoder_reader(pack, options);
}

Result<std::optional<LabelPattern>> open_label_pattern(const std::string& regex) {
  if (regex.empty()) return std::optional<LabelPattern>();
  auto pattern = make_label_pattern(regex);
  if (!pattern) return pattern.error();
  return std::optional<LabelPattern>(*std::move(pattern));
}

Result<Transcript> open_transcript(const fs::path& path, const std::string& format,
                                   const std::optional<LabelPattern>& labels) {
  const ImportLimits limits;
  auto bytes = read_file(path, limits.max_bytes);
  if (!bytes) return bytes.error();
  auto transcript = import_transcript(
      *std::move(bytes), format.empty() ? std::nullopt : std::optional<std::string_view>(format),
      limits, labels ? &*labels : nullptr);
  if (!transcript) {
    return Error{transcript.error().code,
                 fmt::format("{}: {}", path == "-" ? "standard input" : path.string(),
                             transcript.error().message)};
  }
  return transcript;
}

}  // namespace barometer::cli
