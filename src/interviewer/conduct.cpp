#include "interviewer/conduct.hpp"

#include <algorithm>

#include "interviewer/conduct_walk.hpp"

namespace barometer {

std::vector<ConductRule> conduct_rules() {
  std::vector<ConductRule> rules;
  for (const auto group : {word_rules(), order_rules(), listening_rules()})
    rules.insert(rules.end(), group.begin(), group.end());
  return rules;
}

std::vector<ConductFinding> check_conduct(const ConductRule& rule, const Practice& practice,
                                          const Pack& pack) {
  std::vector<ConductFinding> findings;
  rule.check(practice, pack, findings);
  return findings;
}

namespace conduct {

bool is_given(const Practice& practice, const Pack& pack, const std::string& text) {
  for (const Topic& topic : practice.topics) {
    if (text.find(topic.question) != std::string::npos) return true;
  }
  for (const Principle& principle : pack.principles) {
    for (const Probe& probe : principle.probes) {
      if (text.ends_with(probe.text)) return true;
    }
  }
  return false;
}

std::string without_quotes(std::string_view text) {
  std::string kept;
  bool inside = false;
  for (const char c : text) {
    if (c == '"') {
      inside = !inside;
      kept += ' ';
    } else if (!inside) {
      kept += c;
    }
  }
  return kept;
}

std::string said_before(const Practice& practice, std::size_t entry) {
  std::string said;
  for (std::size_t i = 0; i < entry && i < practice.entries.size(); ++i) {
    if (practice.entries[i].answer) said += practice.entries[i].answer->text + "\n";
  }
  return said;
}

bool shares_run(std::string_view a, std::string_view b, std::size_t length) {
  const Speech first = speech_of(a);
  const Speech second = speech_of(b);
  for (std::size_t i = 0; i + length <= first.words.size(); ++i) {
    for (std::size_t j = 0; j + length <= second.words.size(); ++j) {
      std::size_t same = 0;
      while (same < length && first.words[i + same].text == second.words[j + same].text) ++same;
      if (same == length) return true;
    }
  }
  return false;
}

}  // namespace conduct
}  // namespace barometer
