#include "interviewer/simulated_candidate.hpp"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

namespace barometer::test {

SimulatedCandidate::SimulatedCandidate(const std::filesystem::path& folder, std::uint64_t seed)
    : random_{seed} {
  const auto script = nlohmann::json::parse(std::ifstream(folder / "candidate.json"));
  script.at("opening").get_to(opening_);
  script.at("by_gap").get_to(by_gap_);
  script.at("otherwise").get_to(otherwise_);
  script.at("on").get_to(on_);
  if (otherwise_.empty()) otherwise_ = opening_;
}

std::string SimulatedCandidate::next(const std::string& place, const Lines& lines) {
  const auto known = used_.find(place);
  std::size_t& at =
      known == used_.end() ? used_[place] = random_.below(lines.size()) : known->second;
  return lines[at++ % lines.size()];
}

std::string SimulatedCandidate::answer(const std::vector<Utterance>& said) {
  const Utterance& last = said.back();
  const std::string kind(to_string(last.kind));
  if (const auto on = on_.find(kind); on != on_.end()) return next("on " + kind, on->second);
  if (last.kind == UtteranceKind::Question) return next("opening", opening_);
  if (last.gap) {
    const std::string gap(to_string(*last.gap));
    if (const auto known = by_gap_.find(gap); known != by_gap_.end())
      return next("gap " + gap, known->second);
  }
  return next("otherwise", otherwise_);
}

std::vector<std::filesystem::path> simulated_candidates(const std::filesystem::path& root) {
  std::vector<std::filesystem::path> folders;
  for (const auto& entry : std::filesystem::directory_iterator(root)) {
    if (std::filesystem::exists(entry.path() / "candidate.json")) folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

}  // namespace barometer::test
