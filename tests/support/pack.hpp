// A small pack for tests: two principles, a few indicators.
#pragma once

#include <string>

#include "domain/pack.hpp"

namespace barometer::test {

inline Principle principle(const std::string& id, const std::string& supports,
                           const std::string& contradicts) {
  Principle one;
  one.id = {id};
  one.name = id;
  one.summary = "What " + id + " looks for in the work of every day.";
  one.indicators = {{{id + ".for"}, Polarity::Supports, supports},
                    {{id + ".against"}, Polarity::Contradicts, contradicts}};
  for (std::size_t i = 0; i < one.anchors.size(); ++i)
    one.anchors[i] = "Anchor " + std::to_string(i + 1) + " of " + id + ".";
  one.questions = {{id + "-q1", QuestionKind::Past, Level::Junior,
                    "Tell me about a time you cared for " + id + "."}};
  one.probes = {{"result", "no result is told", "What came of it?"},
                {"own-part", "it stays open who did it", "What was your part?"}};
  return one;
}

inline Pack small_pack() {
  Pack pack;
  pack.id = "small";
  pack.version = "1.0.0";
  pack.title = "Small pack";
  pack.language = "en";
  pack.license = "Apache-2.0";
  for (std::size_t i = 0; i < pack.rating_scale.size(); ++i)
    pack.rating_scale[i] = "Point " + std::to_string(i + 1);
  pack.principles = {principle("ownership", "Takes over work that nobody had assigned.",
                               "Says that it was somebody else's job."),
                     principle("dive-deep", "Goes to look at the single records in person.",
                               "Stays vague when asked which ones.")};
  return pack;
}

}  // namespace barometer::test
