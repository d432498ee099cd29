// Words: what the reader hears. Punctuation, case and hesitations do not reach the encoder, so that
// the same speech gives the same reading whichever recogniser wrote it down. The trainer's rule
// (training/words.py) is the same, and tests/cases/words holds both to it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/byte_span.hpp"

namespace barometer {

struct HeardWord {
  std::string text;  // lower case, typographic apostrophes made plain
  ByteSpan span;     // where it stands
};

// Runs of letters and digits, joined over apostrophes; hesitations ("um") and immediate repetitions
// left out.
std::vector<HeardWord> heard_words(std::string_view text);

}  // namespace barometer
