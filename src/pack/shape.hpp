// Shape: whether a YAML tree has the keys, types, words and sizes that the format table asks for.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "pack/format.hpp"
#include "pack/yaml_tree.hpp"

namespace barometer {

using Report = std::function<void(Place, std::string message)>;

// Reports every fault of `root`, a map that must follow `format`.
void check_shape(const YamlNode& root, const Format& format, const Report& report);

// " Did you mean ...?" where one of `known` is a slip of the pen away, else nothing.
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& known);

}  // namespace barometer
