// Choice: which gap to go after next. Expected gain = what the gap is worth for the principle × the
// chance that it is still open × how well it can be asked after what was just said.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/random.hpp"
#include "domain/pack.hpp"
#include "domain/practice.hpp"
#include "interviewer/wording.hpp"

namespace barometer {

struct ChosenProbe {
  Wording wording;
  double gain = 0.0;
};

// What a gap is worth for `principle`, by how often the pack asks after it; in [0, 2].
double gap_value(Gap gap, const Principle& principle, QuestionKind kind);

// Everything that may be asked now and is worth it, by gain, without the noise.
std::vector<ChosenProbe> rank_probes(const AccountView& view, Probing probing,
                                     const std::string& reader_probe);

// None when nothing that is worth asking is open. `random` decides between equals.
std::optional<ChosenProbe> choose_probe(const AccountView& view, Probing probing,
                                        const std::string& reader_probe, Random& random);

// Adds what one answer tells to the topic's gaps. `entry` is its place in Practice::entries.
void take_in(Topic& topic, const CandidateTurn& turn, const Speech& speech, std::size_t entry);

}  // namespace barometer
