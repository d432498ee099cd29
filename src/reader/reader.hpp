// The reader finds, in the candidate's own words, evidence for and against principles.
//
// Contract, checked for every implementation in reader_contract_test.cpp:
//   1. Only the answer is read: no span lies in a question or in the context.
//   2. Every reading is sound: faults(exchange, reading) is empty.
//   3. The same exchanges give the same readings, whatever `jobs` is and however often it is asked.
//   4. read() may be called from several threads at once.
//   5. An answer without words is Insufficient for every principle.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/result.hpp"
#include "domain/pack.hpp"
#include "domain/reading.hpp"

namespace barometer {

struct ReadOptions {
  // Called now and then with the share of the work that is done, in [0, 1]; may be empty.
  std::function<void(double)> progress;
  // How many batches may be computed at once; 0: as many as the reader has jobs. Callers that read
  // several interviews side by side say 1. The readings are the same.
  std::size_t parallel = 0;
};

class Reader {
 public:
  virtual ~Reader() = default;

  // Travels with every report: which reader, which weights.
  virtual std::string version() const = 0;

  // One reading per exchange, in order. Fails with InvalidInput (an exchange names a principle that
  // the pack does not have, or is not UTF-8) or Unavailable (the model ran out of memory).
  virtual Result<std::vector<ExchangeReading>> read(std::span<const Exchange> exchanges,
                                                    const ReadOptions& options = {}) const = 0;
};

// A phrase that, where the candidate says it, is evidence.
struct Cue {
  std::string phrase;
  IndicatorId indicator;
};

// No model: finds phrases. For tests and demonstrations. `pack` must outlive the reader.
Result<std::unique_ptr<Reader>> make_cue_reader(const Pack& pack, std::vector<Cue> cues);

class Encoder;
struct Heads;

// Over an encoder of the caller's: for benches and for tests with a made-up one. `pack` and
// `encoder` must outlive it.
Result<std::unique_ptr<Reader>> make_encoder_reader(const Pack& pack, const Heads& heads,
                                                    const Encoder& encoder);

struct EncoderOptions {
  std::filesystem::path model_folder;  // models/<name>: encoder, tokenizer, heads, manifest
  std::filesystem::path
      library_folder;  // holds the tokenizer extension; empty: beside the inference engine
  std::filesystem::path cache_folder;  // compiled models and indicator vectors; empty: no cache
  unsigned jobs = 0;                   // how many cores to use; 0: all
};

// Compiles the encoder once; each call borrows inference requests. `pack` must outlive the reader.
// NotFound (no model in the folder), InvalidInput (a damaged model), Unavailable (the engine cannot
// start).
Result<std::unique_ptr<Reader>> open_encoder_reader(const Pack& pack,
                                                    const EncoderOptions& options);

}  // namespace barometer
