// Encoder: words in, one vector per token out. The only header whose implementation includes the
// inference engine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"

namespace barometer {

// What goes in: token ids with their types (0 question, 1 answer).
struct TokenSequence {
  std::vector<std::int64_t> ids;
  std::vector<std::int64_t> types;
};

// What comes out: row-major (tokens x width).
struct TokenStates {
  std::size_t width = 0;
  std::vector<float> values;

  std::size_t tokens() const { return width == 0 ? 0 : values.size() / width; }
  std::span<const float> token(std::size_t index) const {
    return {values.data() + index * width, width};
  }
};

struct EngineOptions {
  std::filesystem::path model_folder;
  std::filesystem::path library_folder;
  std::filesystem::path cache_folder;
  unsigned jobs = 0;
  std::int64_t start_token = 0;  // of the manifest
  std::int64_t separator_token = 0;
};

class Encoder {
 public:
  virtual ~Encoder() = default;

  virtual std::int64_t start_token() const = 0;      // [CLS]
  virtual std::int64_t separator_token() const = 0;  // [SEP]

  // Token ids of each word (lower case), at most eight each. Remembers words it has seen.
  // Thread-safe.
  virtual Result<std::vector<std::vector<std::int64_t>>> word_tokens(
      std::span<const std::string_view> words) const = 0;

  // Calls `visit(index, states)` once for each sequence, from the calling thread, in an order of
  // its own (by length). At most `parallel` batches run at once (0: one for each job). Batches
  // depend neither on it nor on `jobs`, so the values do not either. Thread-safe.
  virtual Status encode(std::span<const TokenSequence> sequences,
                        const std::function<void(std::size_t, const TokenStates&)>& visit,
                        const std::function<void(double)>& progress = {},
                        std::size_t parallel = 0) const = 0;
};

Result<std::unique_ptr<Encoder>> open_encoder(const EngineOptions& options);

}  // namespace barometer
