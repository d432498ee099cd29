// Topics: a question that opens a subject with its follow-ups, read for one principle.
//
// "How did you measure it?" belongs to the principle of the story that it goes into, but read alone
// its answer may look a little more like a neighbouring one. So a follow-up is read for the
// principle of its topic unless its own evidence for another is clearly stronger.
//
// The rule, over readings without a principle asked for. Readings that abstained say nothing.
//   1. The pool of a principle is its relevance in the opener plus its mean relevance in the
//      follow-ups.
//   2. The topic's principle is the one the opener was asked for; else the one that comes first in
//      the opener's reading, unless the pool of another is at least 1.5 times as large: then that
//      one. An opener that says nothing leaves it to the pool. Where the pool is empty, the topic
//      has no principle.
//   3. A follow-up keeps the principle that comes first in its own reading if it has evidence for
//      it and that one's relevance is at least twice that of the topic's principle. Else it
//      inherits the topic's principle.
// The opener stays as it was read: it sets the topic.
#pragma once

#include <optional>
#include <vector>

#include "domain/interview.hpp"
#include "domain/reading.hpp"

namespace barometer {

// For each exchange the principle that it inherits and was not read for; none where it stays as it
// is. `readings`: one for each exchange, in order. How probes are recognised: domain/follow_up.hpp.
std::vector<std::optional<PrincipleId>> inherited_principles(
    const std::vector<InterviewExchange>& exchanges, const std::vector<ExchangeReading>& readings);

}  // namespace barometer
