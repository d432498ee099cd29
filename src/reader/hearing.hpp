// Hearing: what of an answer may count. Sentences that address the reader, repeat the rubric or the
// question, or say the same again are muted; what is left is what the encoder gets.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/byte_span.hpp"
#include "domain/pack.hpp"
#include "domain/reading.hpp"
#include "reader/words.hpp"

namespace barometer {

enum class Muted : std::uint8_t { No, Instruction, Echo, Repetition };

struct HeardSentence {
  ByteSpan span;
  std::size_t first_word = 0;  // into Hearing::words; equal to end_word when muted
  std::size_t end_word = 0;
  Muted muted = Muted::No;
};

struct Hearing {
  std::vector<HeardSentence> sentences;  // in order
  std::vector<HeardWord> words;          // of the sentences that are not muted
  Abstention abstention = Abstention::None;
};

// Runs of four words of a pack's rubric, by hash: what a candidate may not score with by repeating.
class RubricEcho {
 public:
  explicit RubricEcho(const Pack& pack);

  // How much of `words` stands in runs of four words that the rubric or `question` has, too; in [0,
  // 1].
  double share(const std::vector<HeardWord>& words, std::string_view question) const;

 private:
  std::unordered_set<std::uint64_t> runs_;
};

Hearing hear(const Exchange& exchange, const RubricEcho& echo);

// Keyboard mashing, sound tests: most words look like none.
bool is_gibberish(const std::vector<HeardWord>& words);

}  // namespace barometer
