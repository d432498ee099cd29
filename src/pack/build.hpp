// Building the domain's Pack from trees that have passed every check.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "domain/pack.hpp"
#include "pack/yaml_tree.hpp"

namespace barometer {

// `principles` holds the files by principle id; the others that `pack` lists come from `base`.
// Preconditions: the trees are without fault, and `base` is given if `pack` extends one.
Pack build_pack(const YamlNode& pack,
                const std::map<std::string, YamlNode, std::less<>>& principles, const Pack* base);

}  // namespace barometer
