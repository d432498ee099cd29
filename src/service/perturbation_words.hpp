// The word lists of the perturbations.
#pragma once

#include <span>
#include <string_view>
#include <utility>

namespace barometer {

// Frequent English words, lower case: what a recogniser falls back on.
std::span<const std::string_view> common_words();

// Swapped in both directions, lower case: "he" and "she", "wife" and "husband". Without "her" and
// "his", which need the next word.
std::span<const std::pair<std::string_view, std::string_view>> gendered_words();

// First names and nationalities that are no other word when they begin with a capital. Each list is
// a ring: half a turn away stands another gender and another part of the world.
std::span<const std::string_view> first_names();
std::span<const std::string_view> nationalities();
std::span<const std::string_view> countries();

// Sentences that say nothing about anybody's behaviour.
std::span<const std::string_view> padding_sentences();
// Sentences that tell a reader or grader what to do.
std::span<const std::string_view> instructions();

}  // namespace barometer
