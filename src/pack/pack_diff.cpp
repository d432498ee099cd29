#include "pack/pack_diff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>

namespace barometer {
namespace {

void compare_text(std::string what, const std::string& before, const std::string& after,
                  std::vector<Reworded>& texts) {
  if (before != after) texts.push_back({std::move(what), before, after});
}

void compare_points(std::string_view what, const std::array<std::string, 5>& before,
                    const std::array<std::string, 5>& after, std::vector<Reworded>& texts) {
  for (std::size_t i = 0; i < before.size(); ++i) {
    compare_text(fmt::format("{}: {}", what, i + 1), before[i], after[i], texts);
  }
}

// Pairs up by `same` what is not paired yet, in order. `partner[i]` is the index in `before` of
// after[i].
template <typename T, typename Same>
void pair_up(const std::vector<T>& before, const std::vector<T>& after, const Same& same,
             std::vector<std::optional<std::size_t>>& partner, std::vector<bool>& taken) {
  for (std::size_t i = 0; i < after.size(); ++i) {
    for (std::size_t j = 0; j < before.size() && !partner[i]; ++j) {
      if (taken[j] || !same(before[j], after[i])) continue;
      partner[i] = j;
      taken[j] = true;
    }
  }
}

// `rules` tell from the surest to the least sure when two things are the same one.
template <typename T, typename Equal, typename... Same>
Changes<T> changes(const std::vector<T>& before, const std::vector<T>& after, const Equal& equal,
                   const Same&... rules) {
  std::vector<std::optional<std::size_t>> partner(after.size());
  std::vector<bool> taken(before.size(), false);
  (pair_up(before, after, rules, partner, taken), ...);
  Changes<T> found;
  for (std::size_t i = 0; i < after.size(); ++i) {
    if (!partner[i]) {
      found.added.push_back(after[i]);
    } else if (!equal(before[*partner[i]], after[i])) {
      found.changed.emplace_back(before[*partner[i]], after[i]);
    }
  }
  for (std::size_t j = 0; j < before.size(); ++j) {
    if (!taken[j]) found.removed.push_back(before[j]);
  }
  return found;
}

// The name of an indicator within its principle, whatever the principle is called.
std::string_view name_within(const IndicatorId& id) {
  const std::string_view whole = id.value;
  return whole.substr(whole.find('.') + 1);
}

Changes<Indicator> compare_indicators(const Principle& before, const Principle& after) {
  return changes(
      before.indicators, after.indicators,
      [](const Indicator& a, const Indicator& b) {
        return a.polarity == b.polarity && a.text == b.text;
      },
      [](const Indicator& a, const Indicator& b) {
        return name_within(a.id) == name_within(b.id);
      });
}

Changes<Question> compare_questions(const Principle& before, const Principle& after) {
  return changes(
      before.questions, after.questions,
      [](const Question& a, const Question& b) {
        return a.kind == b.kind && a.level == b.level && a.text == b.text;
      },
      [](const Question& a, const Question& b) { return a.id == b.id; });
}

Changes<Probe> compare_probes(const Principle& before, const Principle& after) {
  const auto equal = [](const Probe& a, const Probe& b) {
    return a.kind == b.kind && a.when == b.when && a.text == b.text;
  };
  return changes(
      before.probes, after.probes, equal, equal,
      [](const Probe& a, const Probe& b) { return a.text == b.text; },
      [](const Probe& a, const Probe& b) { return a.kind == b.kind && a.when == b.when; });
}

PrincipleDiff compare_principles(const Principle& before, const Principle& after) {
  PrincipleDiff diff;
  diff.before = before.id;
  diff.after = after.id;
  compare_text("name", before.name, after.name, diff.texts);
  compare_text("summary", before.summary, after.summary, diff.texts);
  compare_points("anchors", before.anchors, after.anchors, diff.texts);
  diff.indicators = compare_indicators(before, after);
  diff.questions = compare_questions(before, after);
  diff.probes = compare_probes(before, after);
  return diff;
}

bool same_under_another_id(const Principle& before, const Principle& after) {
  if (before.name == after.name) return true;
  const auto shared = std::count_if(
      after.indicators.begin(), after.indicators.end(), [&](const Indicator& indicator) {
        return std::any_of(before.indicators.begin(), before.indicators.end(),
                           [&](const Indicator& one) { return one.text == indicator.text; });
      });
  const auto larger = std::max(before.indicators.size(), after.indicators.size());
  return larger > 0 && static_cast<std::size_t>(shared) * 2 >= larger;
}

void compare_all_principles(const Pack& before, const Pack& after, PackDiff& diff) {
  std::vector<std::optional<std::size_t>> partner(after.principles.size());
  std::vector<bool> taken(before.principles.size(), false);
  pair_up(
      before.principles, after.principles,
      [](const Principle& a, const Principle& b) { return a.id == b.id; }, partner, taken);
  pair_up(before.principles, after.principles, same_under_another_id, partner, taken);
  std::optional<std::size_t> last;
  for (std::size_t i = 0; i < after.principles.size(); ++i) {
    if (!partner[i]) {
      diff.added.push_back(after.principles[i]);
      continue;
    }
    if (last && *partner[i] < *last) diff.reordered = true;
    last = partner[i];
    auto one = compare_principles(before.principles[*partner[i]], after.principles[i]);
    if (!one.empty()) diff.changed.push_back(std::move(one));
  }
  for (std::size_t j = 0; j < before.principles.size(); ++j) {
    if (!taken[j]) diff.removed.push_back(before.principles[j]);
  }
}

class Lines {
 public:
  void add(int depth, char sign, std::string_view text) {
    lines_.push_back(fmt::format("{:{}}{} {}", "", depth * 2, sign, text));
  }

  void reworded(int depth, const std::vector<Reworded>& texts) {
    for (const Reworded& one : texts) {
      add(depth, '~', one.what);
      before_after(depth, one.before, one.after);
    }
  }

  void before_after(int depth, std::string_view before, std::string_view after) {
    add(depth + 1, '-', before);
    add(depth + 1, '+', after);
  }

  // `title` names one thing, `body` gives what can change about it.
  template <typename T, typename Title, typename Body>
  void changes(int depth, const Changes<T>& changes, const Title& title, const Body& body) {
    for (const T& one : changes.removed) {
      add(depth, '-', fmt::format("{}: {}", title(one), body(one)));
    }
    for (const T& one : changes.added) {
      add(depth, '+', fmt::format("{}: {}", title(one), body(one)));
    }
    for (const auto& [before, after] : changes.changed) {
      add(depth, '~', title(after));
      before_after(depth, body(before), body(after));
    }
  }

  std::vector<std::string> take() { return std::move(lines_); }

 private:
  std::vector<std::string> lines_;
};

void render_principle(const PrincipleDiff& diff, Lines& lines) {
  lines.add(0, '~',
            diff.renamed() ? fmt::format("principle {} -> {}", diff.before.value, diff.after.value)
                           : fmt::format("principle {}", diff.after.value));
  lines.reworded(1, diff.texts);
  lines.changes(
      1, diff.indicators,
      [](const Indicator& one) { return fmt::format("indicator {}", name_within(one.id)); },
      [](const Indicator& one) {
        return fmt::format("({}) {}", to_string(one.polarity), one.text);
      });
  lines.changes(
      1, diff.questions, [](const Question& one) { return fmt::format("question {}", one.id); },
      [](const Question& one) {
        return fmt::format("({}, {}) {}", to_string(one.kind), to_string(one.level), one.text);
      });
  lines.changes(
      1, diff.probes, [](const Probe& one) { return fmt::format("probe {}", one.kind); },
      [](const Probe& one) { return fmt::format("({}) {}", one.when, one.text); });
}

}  // namespace

bool PrincipleDiff::empty() const {
  return !renamed() && texts.empty() && indicators.empty() && questions.empty() && probes.empty();
}

bool PackDiff::empty() const {
  return texts.empty() && probe_kinds.empty() && added.empty() && removed.empty() &&
         changed.empty() && !reordered;
}

PackDiff diff_packs(const Pack& before, const Pack& after) {
  PackDiff diff;
  diff.before = before.id + "@" + before.version;
  diff.after = after.id + "@" + after.version;
  compare_text("title", before.title, after.title, diff.texts);
  compare_text("language", before.language, after.language, diff.texts);
  compare_text("license", before.license, after.license, diff.texts);
  compare_text("summary", before.summary, after.summary, diff.texts);
  compare_points("rating_scale", before.rating_scale, after.rating_scale, diff.texts);
  diff.probe_kinds = changes(
      before.probe_kinds, after.probe_kinds,
      [](const ProbeKind& a, const ProbeKind& b) { return a.meaning == b.meaning; },
      [](const ProbeKind& a, const ProbeKind& b) { return a.id == b.id; });
  compare_all_principles(before, after, diff);
  return diff;
}

std::vector<std::string> render_lines(const PackDiff& diff) {
  Lines lines;
  lines.add(0, '-', diff.before);
  lines.add(0, '+', diff.after);
  lines.reworded(0, diff.texts);
  lines.changes(
      0, diff.probe_kinds,
      [](const ProbeKind& one) { return fmt::format("probe kind {}", one.id); },
      [](const ProbeKind& one) { return one.meaning; });
  const auto whole = [&](char sign, const Principle& one) {
    lines.add(
        0, sign,
        fmt::format("principle {} ({}): {} indicators, {} questions, {} probes", one.id.value,
                    one.name, one.indicators.size(), one.questions.size(), one.probes.size()));
  };
  for (const Principle& one : diff.removed) whole('-', one);
  for (const Principle& one : diff.added) whole('+', one);
  if (diff.reordered) lines.add(0, '~', "the order of the principles");
  for (const PrincipleDiff& one : diff.changed) render_principle(one, lines);
  return lines.take();
}

}  // namespace barometer
