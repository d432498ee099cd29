// A candidate by script (tests/cases/interviewer/<name>/candidate.json): what is said depends on
// what the interviewer says, on the gap it goes after, and on a seed.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/random.hpp"
#include "domain/practice.hpp"

namespace barometer::test {

class SimulatedCandidate {
 public:
  // Throws where the script is none: a fault of the test's own files.
  SimulatedCandidate(const std::filesystem::path& folder, std::uint64_t seed);

  // The next answer to the last of `said`.
  std::string answer(const std::vector<Utterance>& said);

 private:
  using Lines = std::vector<std::string>;
  // The next of `lines`, from a seeded start on.
  std::string next(const std::string& place, const Lines& lines);

  Random random_;
  Lines opening_;
  std::map<std::string, Lines> by_gap_;
  Lines otherwise_;
  std::map<std::string, Lines> on_;
  std::map<std::string, std::size_t> used_;
};

// All scripts, sorted by name.
std::vector<std::filesystem::path> simulated_candidates(const std::filesystem::path& root);

}  // namespace barometer::test
