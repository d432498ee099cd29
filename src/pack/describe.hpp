// Describing a pack to people: everything in it, as Markdown.
#pragma once

#include <string>

#include "domain/pack.hpp"

namespace barometer {

// Principles in their order, each with its indicators for and against, anchors, questions by kind
// and level, and probes. Texts are escaped: nothing in a pack becomes markup.
std::string describe(const Pack& pack);

}  // namespace barometer
