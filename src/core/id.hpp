// Id<Tag>: a name that cannot be mixed up with a name of another kind.
#pragma once

#include <compare>
#include <functional>
#include <string>

namespace barometer {

template <typename Tag>
struct Id {
  std::string value;

  bool empty() const { return value.empty(); }
  auto operator<=>(const Id&) const = default;
};

}  // namespace barometer

template <typename Tag>
struct std::hash<barometer::Id<Tag>> {
  std::size_t operator()(const barometer::Id<Tag>& id) const noexcept {
    return std::hash<std::string>{}(id.value);
  }
};
