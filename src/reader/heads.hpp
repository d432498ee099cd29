// Heads: the small linear maps on top of the encoder, and the calibration that goes with them. Read
// from models/<name>/reader.json (manifest) and heads.bin (float32, little-endian).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "core/result.hpp"

namespace barometer {

// Of two vectors of the same length.
float dot(std::span<const float> a, std::span<const float> b);

// y = W x + b, W row-major (outputs x inputs). `bias` may be empty.
struct Linear {
  std::size_t inputs = 0;
  std::vector<float> weight;
  std::vector<float> bias;

  std::size_t outputs() const { return inputs == 0 ? 0 : weight.size() / inputs; }
  std::vector<float> operator()(std::span<const float> x) const;
};

// p = 1 / (1 + exp(-(slope * logit + intercept))), fitted on answers that training did not see
// (Platt 1999).
struct Platt {
  double slope = 1.0;
  double intercept = 0.0;

  double operator()(double logit) const;
};

inline constexpr std::size_t star_part_count = 4;

struct Heads {
  std::string version;  // of the weights
  std::int64_t start_token = 0;
  std::int64_t separator_token = 0;
  std::size_t width = 0;         // of the encoder
  std::size_t max_question = 0;  // tokens of the question; earlier exchanges add max_context
  std::size_t max_context = 0;
  std::size_t max_answer = 0;     // tokens of the answer in one window
  std::size_t max_principle = 0;  // tokens of the name of the principle asked about
  double scale = 1.0;             // of similarities in the shared space

  Linear token;   // per token: for, against, situation, task, action, result
  Linear attend;  // per token: how much it tells; a soft maximum weighs the answer's tokens by it
  // Per answer, from the start token, the mean of the answer's tokens, and their mean by `attend`:
  Linear verdict;  // beyond insufficient, beyond weak, beyond mixed
  Linear mode;     // did, would, says
  Linear agency;   // mine, ours, other
  Linear probe;    // in the order of builtin_probe_kinds
  Linear answer_shared;
  Linear span_mode;
  Linear span_agency;
  Linear span_shared;

  std::array<Platt, 3> beyond;                   // calibration of `verdict`
  std::array<double, 3> cuts = {0.5, 0.5, 0.5};  // on the calibrated probabilities
  Platt evidence_for;
  Platt evidence_against;
  std::array<double, 2> evidence_cuts = {0.5, 0.5};  // for, against: below it, no quote
};

// NotFound or InvalidInput (damaged, another schema, shapes that do not fit).
Result<Heads> load_heads(const std::filesystem::path& model_folder);

}  // namespace barometer
