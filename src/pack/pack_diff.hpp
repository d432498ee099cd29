// PackDiff: what changed from one pack to another, for the author of a new version and for those
// who compare feedback given under two versions.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "domain/pack.hpp"

namespace barometer {

// Added and changed in the order of the later pack, removed in the order of the earlier one.
template <typename T>
struct Changes {
  std::vector<T> added;
  std::vector<T> removed;
  std::vector<std::pair<T, T>> changed;  // before, after

  bool empty() const { return added.empty() && removed.empty() && changed.empty(); }
};

// One text that both have. `what` is its key in the file, such as "title" or "anchors: 3".
struct Reworded {
  std::string what;
  std::string before;
  std::string after;
};

// A principle of both packs. It is the same principle where the id is the same, or where the name
// or at least half of the indicators' texts are (then it was renamed).
struct PrincipleDiff {
  PrincipleId before;
  PrincipleId after;
  std::vector<Reworded> texts;    // name, summary, anchors
  Changes<Indicator> indicators;  // by the id within the principle
  Changes<Question> questions;    // by id
  Changes<Probe> probes;          // by text, else by kind and `when`

  bool renamed() const { return before != after; }
  bool empty() const;
};

struct PackDiff {
  std::string before;           // "<id>@<version>"
  std::string after;            // "<id>@<version>"
  std::vector<Reworded> texts;  // title, language, license, summary, rating_scale
  Changes<ProbeKind> probe_kinds;
  std::vector<Principle> added;
  std::vector<Principle> removed;
  std::vector<PrincipleDiff> changed;  // only those with a change
  bool reordered = false;              // the principles that both have stand in another order

  bool empty() const;  // nothing but the id or the version changed
};

PackDiff diff_packs(const Pack& before, const Pack& after);

// As lines for a terminal: "+" added, "-" removed, "~" changed, indented under what they belong to.
std::vector<std::string> render_lines(const PackDiff& diff);

}  // namespace barometer
