// Interviews as scripts: lines "I: ...", "C: ...", "O: ..." (other), "?: ..." (unknown). Blank
// lines are skipped.
#pragma once

#include <string>
#include <string_view>

#include "domain/transcript.hpp"

namespace barometer::test {

inline Transcript transcript(std::string_view script) {
  Transcript said;
  said.format = "script";
  said.source = script;
  said.speakers = {{"Interviewer", Role::Interviewer},
                   {"Candidate", Role::Candidate},
                   {"Other", Role::Other},
                   {"", Role::Unknown}};
  std::size_t begin = 0;
  while (begin < script.size()) {
    auto end = script.find('\n', begin);
    if (end == std::string_view::npos) end = script.size();
    if (end - begin > 3) {
      const auto speaker = std::string_view("ICO?").find(script[begin]);
      Turn turn;
      turn.speaker = speaker == std::string_view::npos ? 3 : speaker;
      turn.text = script.substr(begin + 3, end - begin - 3);
      turn.source = {begin + 3, end};
      turn.runs = {{0, begin + 3, turn.text.size()}};
      said.turns.push_back(std::move(turn));
    }
    begin = end + 1;
  }
  return said;
}

}  // namespace barometer::test
