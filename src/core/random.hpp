// Random: numbers from a seed, the same on every machine. Plain data, so that it can be stored with
// what it drew for, and go on from there.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace barometer {

struct Random {
  std::uint64_t state = 1;

  // SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
  std::uint64_t next() {
    std::uint64_t mixed = (state += 0x9E3779B97F4A7C15ULL);
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31U);
  }

  // In [0, bound). Precondition: bound > 0. The bias is below 2^-32 for every bound in use here.
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>((next() >> 11U) % bound); }

  // In [0, 1).
  double unit() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }

  auto operator<=>(const Random&) const = default;
};

}  // namespace barometer
