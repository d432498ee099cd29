#include "domain/pack.hpp"

#include <algorithm>

namespace barometer {

std::string_view to_string(Polarity polarity) {
  return polarity == Polarity::Supports ? "supports" : "contradicts";
}

std::string_view to_string(QuestionKind kind) {
  switch (kind) {
    case QuestionKind::Past:
      return "past";
    case QuestionKind::Hypothetical:
      return "hypothetical";
    case QuestionKind::Direct:
      return "direct";
  }
  return "past";
}

std::string_view to_string(Level level) {
  switch (level) {
    case Level::Junior:
      return "junior";
    case Level::Senior:
      return "senior";
    case Level::Manager:
      return "manager";
  }
  return "junior";
}

const Principle* Pack::find(const PrincipleId& principle) const {
  const auto found = std::find_if(principles.begin(), principles.end(),
                                  [&](const Principle& one) { return one.id == principle; });
  return found == principles.end() ? nullptr : &*found;
}

const Indicator* Pack::find(const IndicatorId& indicator) const {
  for (const Principle& principle : principles) {
    for (const Indicator& one : principle.indicators) {
      if (one.id == indicator) return &one;
    }
  }
  return nullptr;
}

}  // namespace barometer
