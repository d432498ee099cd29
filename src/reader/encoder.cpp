#include "reader/encoder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <numeric>
#include <openvino/openvino.hpp>
#include <thread>
#include <unordered_map>
#include <utility>

namespace barometer {
namespace {

constexpr std::size_t most_pieces = 8;       // of one word: longer is noise
constexpr std::size_t batch_tokens = 1024;   // with padding; measured on two cores
constexpr std::size_t length_step = 16;      // sequences are padded to a multiple of it
constexpr std::size_t words_at_once = 4096;  // through the tokenizer

struct Batch {
  std::vector<std::size_t> rows;  // indices of sequences
  std::size_t length = 0;         // of each, with padding
};

std::size_t padded(const TokenSequence& sequence) {
  return (sequence.ids.size() + length_step - 1) / length_step * length_step;
}

// Sequences of one padded length go together. How far one is padded depends on itself alone, never
// on its company: the last digits of a sum do depend on the padding.
std::vector<Batch> batches_by_length(std::span<const TokenSequence> sequences) {
  std::vector<std::size_t> order(sequences.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return padded(sequences[a]) > padded(sequences[b]);
  });
  std::vector<Batch> batches;
  for (const std::size_t row : order) {
    const std::size_t length = padded(sequences[row]);
    const bool another = batches.empty() || batches.back().length != length ||
                         length * (batches.back().rows.size() + 1) > batch_tokens;
    if (another) batches.push_back({{}, length});
    batches.back().rows.push_back(row);
  }
  return batches;
}

std::filesystem::path tokenizers_library(const EngineOptions& options) {
  const std::filesystem::path name = "libopenvino_tokenizers.so";
  return options.library_folder.empty() ? name : options.library_folder / name;
}

class OpenVinoEncoder final : public Encoder {
 public:
  OpenVinoEncoder(ov::CompiledModel tokenizer, ov::CompiledModel model, std::size_t streams,
                  std::int64_t start, std::int64_t separator)
      : tokenizer_(std::move(tokenizer)),
        model_(std::move(model)),
        start_(start),
        separator_(separator) {
    for (std::size_t i = 0; i < streams; ++i) idle_.push_back(model_.create_infer_request());
  }

  std::int64_t start_token() const override { return start_; }
  std::int64_t separator_token() const override { return separator_; }

  Result<std::vector<std::vector<std::int64_t>>> word_tokens(
      std::span<const std::string_view> words) const override {
    const std::lock_guard lock(words_mutex_);
    std::vector<std::string> unseen;
    for (const std::string_view word : words) {
      if (known_.try_emplace(std::string(word)).second) unseen.emplace_back(word);
    }
    try {
      for (std::size_t begin = 0; begin < unseen.size(); begin += words_at_once) {
        tokenize({unseen.data() + begin, std::min(words_at_once, unseen.size() - begin)});
      }
    } catch (const std::exception& failure) {
      for (const std::string& word : unseen) known_.erase(word);
      return Error{ErrorCode::Unavailable,
                   fmt::format("The tokenizer stopped: {}", failure.what())};
    }
    std::vector<std::vector<std::int64_t>> tokens;
    tokens.reserve(words.size());
    for (const std::string_view word : words) tokens.push_back(known_.at(std::string(word)));
    return tokens;
  }

  Status encode(std::span<const TokenSequence> sequences,
                const std::function<void(std::size_t, const TokenStates&)>& visit,
                const std::function<void(double)>& progress, std::size_t parallel) const override {
    const std::vector<Batch> batches = batches_by_length(sequences);
    std::vector<ov::InferRequest> requests =
        borrow(parallel == 0 ? batches.size() : std::min(parallel, batches.size()));
    std::vector<std::size_t> running(requests.size(),
                                     batches.size());  // which batch; none: batches.size()
    std::size_t done = 0;
    try {
      const auto collect = [&](std::size_t slot) {
        if (running[slot] == batches.size()) return;
        requests[slot].wait();
        hand_out(requests[slot], batches[running[slot]], sequences, visit);
        running[slot] = batches.size();
        ++done;
        if (progress) progress(static_cast<double>(done) / static_cast<double>(batches.size()));
      };
      for (std::size_t index = 0; index < batches.size(); ++index) {
        const std::size_t slot = index % requests.size();
        collect(slot);
        fill(requests[slot], batches[index], sequences);
        running[slot] = index;
        requests[slot].start_async();
      }
      for (std::size_t offset = 0; offset < requests.size(); ++offset) {
        collect((batches.size() + offset) % requests.size());
      }
    } catch (const std::exception& failure) {
      for (ov::InferRequest& request : requests) settle(request);
      give_back(std::move(requests));
      return Error{ErrorCode::Unavailable,
                   fmt::format("The inference engine stopped: {}", failure.what())};
    }
    give_back(std::move(requests));
    return Done{};
  }

 private:
  // Precondition: words_mutex_ is held and every word has an (empty) entry.
  void tokenize(std::span<const std::string> words) const {
    if (words.empty()) return;
    ov::InferRequest request = tokenizer_.create_infer_request();
    ov::Tensor input(ov::element::string, {words.size()});
    std::copy(words.begin(), words.end(), input.data<std::string>());
    request.set_input_tensor(input);
    request.infer();
    const ov::Tensor ids = request.get_tensor("input_ids");
    const ov::Tensor mask = request.get_tensor("attention_mask");
    const std::size_t width = ids.get_shape().at(1);
    for (std::size_t row = 0; row < words.size(); ++row) {
      std::vector<std::int64_t>& pieces = known_.at(words[row]);
      for (std::size_t column = 0; column < width && pieces.size() < most_pieces; ++column) {
        const std::size_t at = row * width + column;
        if (mask.data<const std::int64_t>()[at] != 0)
          pieces.push_back(ids.data<const std::int64_t>()[at]);
      }
    }
  }

  static void fill(ov::InferRequest& request, const Batch& batch,
                   std::span<const TokenSequence> sequences) {
    const ov::Shape shape{batch.rows.size(), batch.length};
    ov::Tensor ids(ov::element::i64, shape);
    ov::Tensor types(ov::element::i64, shape);
    ov::Tensor mask(ov::element::i64, shape);
    for (ov::Tensor* tensor : {&ids, &types, &mask})
      std::fill_n(tensor->data<std::int64_t>(), tensor->get_size(), 0);
    for (std::size_t row = 0; row < batch.rows.size(); ++row) {
      const TokenSequence& sequence = sequences[batch.rows[row]];
      const auto offset = static_cast<std::ptrdiff_t>(row * batch.length);
      std::copy(sequence.ids.begin(), sequence.ids.end(), ids.data<std::int64_t>() + offset);
      std::copy(sequence.types.begin(), sequence.types.end(), types.data<std::int64_t>() + offset);
      std::fill_n(mask.data<std::int64_t>() + offset, sequence.ids.size(), 1);
    }
    request.set_tensor("input_ids", ids);
    request.set_tensor("token_type_ids", types);
    request.set_tensor("attention_mask", mask);
  }

  static void hand_out(ov::InferRequest& request, const Batch& batch,
                       std::span<const TokenSequence> sequences,
                       const std::function<void(std::size_t, const TokenStates&)>& visit) {
    const ov::Tensor output = request.get_output_tensor();
    const std::size_t width = output.get_shape().at(2);
    TokenStates states;
    states.width = width;
    for (std::size_t row = 0; row < batch.rows.size(); ++row) {
      const float* begin = output.data<const float>() + row * batch.length * width;
      states.values.assign(begin, begin + sequences[batch.rows[row]].ids.size() * width);
      visit(batch.rows[row], states);
    }
  }

  static void settle(ov::InferRequest& request) {
    try {
      request.wait();
    } catch (const std::exception&) {  // the first failure has been reported already
    }
  }

  // At most `wanted` idle requests, at least one: whoever finds none waits.
  std::vector<ov::InferRequest> borrow(std::size_t wanted) const {
    std::unique_lock lock(idle_mutex_);
    idle_changed_.wait(lock, [this] { return !idle_.empty(); });
    std::vector<ov::InferRequest> borrowed;
    while (!idle_.empty() && borrowed.size() < std::max<std::size_t>(1, wanted)) {
      borrowed.push_back(std::move(idle_.back()));
      idle_.pop_back();
    }
    return borrowed;
  }

  void give_back(std::vector<ov::InferRequest> requests) const {
    {
      const std::lock_guard lock(idle_mutex_);
      std::move(requests.begin(), requests.end(), std::back_inserter(idle_));
    }
    idle_changed_.notify_all();
  }

  mutable ov::CompiledModel tokenizer_;
  mutable ov::CompiledModel model_;
  std::int64_t start_;
  std::int64_t separator_;
  mutable std::mutex words_mutex_;
  mutable std::unordered_map<std::string, std::vector<std::int64_t>> known_;
  mutable std::mutex idle_mutex_;
  mutable std::condition_variable idle_changed_;
  mutable std::vector<ov::InferRequest> idle_;
};

}  // namespace

Result<std::unique_ptr<Encoder>> open_encoder(const EngineOptions& options) {
  const auto model_file = options.model_folder / "encoder.xml";
  const auto tokenizer_file = options.model_folder / "tokenizer.xml";
  for (const auto& file : {model_file, tokenizer_file}) {
    if (!std::filesystem::exists(file)) {
      return Error{
          ErrorCode::NotFound,
          fmt::format("{}: the reader's model is missing. Reinstall, or set BAROMETER_DATA_DIR.",
                      file.string())};
    }
  }
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  const unsigned jobs = options.jobs == 0 ? cores : std::min(options.jobs, cores);
  try {
    ov::Core core;
    core.add_extension(tokenizers_library(options).string());
    // One core for each stream: the order of additions, and so every digit, is the same for any
    // number of jobs.
    ov::AnyMap settings{ov::num_streams(static_cast<std::int32_t>(jobs)),
                        ov::inference_num_threads(static_cast<std::int32_t>(jobs)),
                        ov::hint::enable_cpu_pinning(false)};
    ov::AnyMap tokenizer_settings{ov::num_streams(1), ov::inference_num_threads(1)};
    if (!options.cache_folder.empty())
      settings.insert(ov::cache_dir(options.cache_folder.string()));
    auto tokenizer = core.compile_model(tokenizer_file.string(), "CPU", tokenizer_settings);
    auto model = core.compile_model(model_file.string(), "CPU", settings);
    return std::make_unique<OpenVinoEncoder>(std::move(tokenizer), std::move(model), jobs,
                                             options.start_token, options.separator_token);
  } catch (const std::exception& failure) {
    return Error{ErrorCode::Unavailable,
                 fmt::format("The inference engine cannot load {}: {}",
                             options.model_folder.string(), failure.what())};
  }
}

}  // namespace barometer
