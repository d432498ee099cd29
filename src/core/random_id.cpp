#include "core/random_id.hpp"

#include <array>
#include <cstddef>
#include <random>

namespace barometer {

std::string random_id() {
  constexpr char digits[] = "0123456789abcdefghijklmnopqrstuv";
  std::random_device device;  // libstdc++: the processor's source or getrandom()
  std::array<std::uint32_t, 5> words{};
  for (auto& word : words) word = device();
  std::string id;
  for (std::size_t i = 0; i < 26; ++i) id += digits[(words[i / 6] >> (5 * (i % 6))) & 31U];
  return id;
}

std::uint64_t random_seed() {
  std::random_device device;
  return std::uint64_t{device()} << 32U | device();
}

}  // namespace barometer
