// Segments: sentences and words of speech, as byte spans. Works on text with and without
// punctuation.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/byte_span.hpp"

namespace barometer {

// Sentences by Unicode rules; where speech came without punctuation, pieces of at most `max_words`
// words, cut before conjunctions and pauses where possible. Spans carry no surrounding white space
// and cover every word.
std::vector<ByteSpan> sentences(std::string_view text, std::size_t max_words = 40);

// Words by Unicode rules: runs with at least one letter or digit ("don't" is one word).
std::vector<ByteSpan> words(std::string_view text);

std::size_t count_words(std::string_view text);

// Lower case (root locale), Unicode-aware.
std::string lower(std::string_view text);

}  // namespace barometer
