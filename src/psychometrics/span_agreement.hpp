// Span agreement: whether two readers of one text marked the same passages.
#pragma once

#include <cstddef>
#include <span>

#include "domain/evaluation.hpp"

namespace barometer {

// The overlap rule: two marks agree when they have one polarity and share at least half of the
// bytes of the shorter one. An exact match would punish a word more or less at the edge; any
// overlap at all would reward marking everything.
bool agree(const MarkedSpan& a, const MarkedSpan& b);

// Counts, to be summed over texts: precision is right / given, recall found / sought.
struct SpanCounts {
  std::size_t given = 0;
  std::size_t right = 0;  // of those given, that agree with one that was sought
  std::size_t sought = 0;
  std::size_t found = 0;  // of those sought, that agree with one that was given

  SpanCounts& operator+=(const SpanCounts& other);
};

SpanCounts compare_spans(std::span<const MarkedSpan> given, std::span<const MarkedSpan> sought);

}  // namespace barometer
