// Random names for what is kept: 128 bits of the operating system's randomness.
#pragma once

#include <cstdint>
#include <string>

namespace barometer {

// 26 characters of [0-9a-v]; never the same twice.
std::string random_id();

std::uint64_t random_seed();

}  // namespace barometer
