#include <algorithm>
#include <array>
#include <utility>

#include "reader/judge.hpp"

namespace barometer {
namespace {

struct PlainProbe {
  std::string_view kind;
  std::string_view text;
  std::string_view gap;
};

// For packs whose principle has no wording of its own for a kind.
constexpr std::array<PlainProbe, 15> plain_probes = {{
    {"what-else", "What else?", "one idea or act only"},
    {"end-customer", "Who used it in the end?",
     "nobody outside is named who lives with the outcome"},
    {"how-do-you-know", "How did you know?", "a claim without its ground"},
    {"which-details", "Which ones exactly?", "no specifics"},
    {"own-part", "What was your own part in it?", "it stays open who did it"},
    {"how-measured", "How did you measure it?", "no measure of success"},
    {"better-than-accepted", "It was accepted. What would you still have improved?",
     "the work stops at acceptance"},
    {"help-others", "What did you do for the others?", "other people's growth or work is left out"},
    {"side-effects", "Who else was affected?", "effects on others are left out"},
    {"after-the-decision", "What did you do once it was decided?",
     "it stays open what followed the decision"},
    {"what-would-you-do", "What would you do?",
     "no act of the candidate's own, not even a planned one"},
    {"result", "What came of it?", "no result"},
    {"what-changed", "What did you change afterwards?",
     "nothing shows what was different afterwards"},
    {"with-less", "What could you have done with half?", "the cost is taken as given"},
    {"what-stopped-you", "What stopped you?", "a reason for not acting is missing"},
}};

}  // namespace

ProbeChoice word_probe(std::string_view kind, const Principle* principle) {
  const auto plain = std::find_if(plain_probes.begin(), plain_probes.end(),
                                  [kind](const PlainProbe& one) { return one.kind == kind; });
  ProbeChoice choice;
  choice.kind = kind;
  if (plain != plain_probes.end()) {
    choice.text = plain->text;
    choice.reason = plain->gap;
  }
  if (principle == nullptr) return choice;
  const auto own = std::find_if(principle->probes.begin(), principle->probes.end(),
                                [kind](const Probe& one) { return one.kind == kind; });
  if (own != principle->probes.end()) {
    choice.text = own->text;
    choice.reason = own->when;
  }
  return choice;
}

}  // namespace barometer
