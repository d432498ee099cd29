#include "cli/inputs.hpp"

#include <fmt/format.h>
#include <glob.h>

#include <algorithm>

namespace barometer::cli {
namespace {

namespace fs = std::filesystem;

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

Status add_folder(const fs::path& folder, std::vector<Input>& inputs) {
  std::vector<Input> found;
  std::error_code failure;
  auto step = fs::recursive_directory_iterator(
      folder, fs::directory_options::skip_permission_denied, failure);
  for (; !failure && step != fs::recursive_directory_iterator(); step.increment(failure)) {
    if (is_hidden(step->path())) {
      if (step->is_directory()) step.disable_recursion_pending();
    } else if (step->is_regular_file()) {
      found.push_back({step->path(), step->path().lexically_relative(folder).string()});
    }
  }
  if (failure)
    return Error{ErrorCode::Unavailable,
                 fmt::format("{}: cannot be listed ({}).", folder.string(), failure.message())};
  std::sort(found.begin(), found.end(),
            [](const Input& a, const Input& b) { return a.path < b.path; });
  if (found.empty())
    return Error{ErrorCode::NotFound,
                 fmt::format("{}: the folder holds no file.", folder.string())};
  inputs.insert(inputs.end(), found.begin(), found.end());
  return Done{};
}

// For names that the shell left as they are.
std::vector<std::string> matches(const std::string& pattern) {
  std::vector<std::string> found;
  glob_t result{};
  if (::glob(pattern.c_str(), 0, nullptr, &result) == 0) {
    for (std::size_t i = 0; i < result.gl_pathc; ++i) found.emplace_back(result.gl_pathv[i]);
  }
  ::globfree(&result);
  return found;
}

}  // namespace

Result<std::vector<Input>> find_inputs(const std::vector<std::string>& named) {
  std::vector<Input> inputs;
  for (const std::string& name : named) {
    if (name == "-") {
      inputs.push_back({"-", "standard input"});
      continue;
    }
    std::error_code ignored;
    const bool exists = fs::exists(name, ignored);
    const std::vector<std::string> paths = exists ? std::vector{name} : matches(name);
    if (paths.empty())
      return Error{ErrorCode::NotFound,
                   fmt::format("{}: no such file or folder. Check the path.", name)};
    for (const std::string& path : paths) {
      if (fs::is_directory(path, ignored)) {
        if (const auto added = add_folder(path, inputs); !added) return added.error();
      } else {
        inputs.push_back({path, path});
      }
    }
  }
  return inputs;
}

}  // namespace barometer::cli
