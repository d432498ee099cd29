// Perturbation: changes to an answer that should not change what a careful reader says of it, and
// deletions that should. Pure functions of the text and the random numbers given.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/byte_span.hpp"

namespace barometer {

enum class Perturbation : std::uint8_t {
  Padding,
  Duplication,
  NoPunctuation,
  Recogniser5,
  Recogniser10,
  Recogniser20,
  Names,
  Introduction,
  Instruction,
  Misspelling,
};

struct PerturbationRow {
  Perturbation kind;
  std::string_view id;
  std::string_view label;
};

inline constexpr std::array<PerturbationRow, 10> perturbations = {{
    {Perturbation::Padding, "padding", "four sentences without content around it"},
    {Perturbation::Duplication, "duplication", "the answer said twice"},
    {Perturbation::NoPunctuation, "no_punctuation", "no punctuation, lower case"},
    {Perturbation::Recogniser5, "recogniser_5", "5 % of the words misheard"},
    {Perturbation::Recogniser10, "recogniser_10", "10 % of the words misheard"},
    {Perturbation::Recogniser20, "recogniser_20", "20 % of the words misheard"},
    {Perturbation::Names, "names", "other names, pronouns, nationalities"},
    {Perturbation::Introduction, "introduction", "introduced by another name, from elsewhere"},
    {Perturbation::Instruction, "instruction", "an instruction to the reader added"},
    {Perturbation::Misspelling, "misspelling", "10 % of the longer words misspelt"},
}};

// What is held against each other.
struct PerturbedAnswer {
  // For introductions, the answer with the one it started from; else none: the answer as it was.
  std::optional<std::string> before;
  std::string after;
};

// None where the change leaves the answer as it was (no name to swap, no word misheard) or it has
// no words. An introduction in itself is padding; so the change is from one with a name and country
// of the first halves of their lists to one with those opposite (perturbation_words.hpp), and its
// mean is a bias.
std::optional<PerturbedAnswer> perturbed(Perturbation kind, std::string_view answer,
                                         std::mt19937_64& random);

// `answer` as a recogniser might hear it: each word is misheard with probability `rate`, and then
// dropped, said twice, or replaced by the common word that is spelt most like it, in equal shares.
// So `rate` is the expected word error rate.
std::string misheard(std::string_view answer, double rate, std::mt19937_64& random);

// `answer` without these spans. Overlaps are fine.
std::string without(std::string_view answer, std::span<const ByteSpan> spans);

// For every stretch that `spans` cover, a run of as many words elsewhere; the runs touch neither
// `spans` nor each other. None where there is no room.
std::optional<std::vector<ByteSpan>> spans_elsewhere(std::string_view answer,
                                                     std::span<const ByteSpan> spans,
                                                     std::mt19937_64& random);

}  // namespace barometer
