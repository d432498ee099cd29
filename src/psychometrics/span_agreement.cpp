#include "psychometrics/span_agreement.hpp"

#include <algorithm>

namespace barometer {
namespace {

std::size_t count_agreeing(std::span<const MarkedSpan> marks, std::span<const MarkedSpan> others) {
  return static_cast<std::size_t>(
      std::count_if(marks.begin(), marks.end(), [&](const MarkedSpan& mark) {
        return std::any_of(others.begin(), others.end(),
                           [&](const MarkedSpan& other) { return agree(mark, other); });
      }));
}

}  // namespace

bool agree(const MarkedSpan& a, const MarkedSpan& b) {
  if (a.polarity != b.polarity) return false;
  const std::size_t begin = std::max(a.span.begin, b.span.begin);
  const std::size_t end = std::min(a.span.end, b.span.end);
  return begin < end && 2 * (end - begin) >= std::min(a.span.size(), b.span.size());
}

SpanCounts& SpanCounts::operator+=(const SpanCounts& other) {
  given += other.given;
  right += other.right;
  sought += other.sought;
  found += other.found;
  return *this;
}

SpanCounts compare_spans(std::span<const MarkedSpan> given, std::span<const MarkedSpan> sought) {
  return {given.size(), count_agreeing(given, sought), sought.size(),
          count_agreeing(sought, given)};
}

}  // namespace barometer
