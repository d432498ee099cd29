// g++ 12 warns wrongly about std::regex under -fsanitize (gcc.gnu.org/PR105562).
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#include "pack/pattern.hpp"

namespace barometer {

Pattern::Pattern(const char* source)
    : source_(source), compiled_(std::make_shared<const std::regex>(source)) {}

bool Pattern::fits(std::string_view text) const {
  return text.size() <= max_size && std::regex_match(text.begin(), text.end(), *compiled_);
}

}  // namespace barometer
