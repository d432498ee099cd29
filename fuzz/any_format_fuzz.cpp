// Detection, and whatever it leads to.
#include <cstddef>
#include <cstdint>

#include "import_property.hpp"

// The name is libFuzzer's. NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  barometer::fuzz::check_import(bytes, std::nullopt);
  return 0;
}
