// Practice interviews as scripts. One line an utterance or turn:
//   "Q: ..." question (a new topic), "P own-part: ..." probe, "H result: ..." hint, "R: ..."
//   repeat, "W: ..." wait, "D: ..." redirect, "B: ..." boundary, "S: ..." support, "L: ..."
//   language, "T: ..." transition, "X: ..." close, "C: ..." candidate.
#pragma once

#include <string>
#include <string_view>

#include "domain/practice.hpp"
#include "interviewer/listening.hpp"
#include "support/pack.hpp"

namespace barometer::test {

inline UtteranceKind kind_of(char mark) {
  constexpr std::string_view marks = "QPHRWDBSLTX";
  return static_cast<UtteranceKind>(marks.find(mark));
}

inline Practice practice(std::string_view script) {
  Practice one;
  std::size_t begin = 0;
  while (begin < script.size()) {
    const std::size_t end = std::min(script.find('\n', begin), script.size());
    const std::string_view line = script.substr(begin, end - begin);
    begin = end + 1;
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string text(line.substr(std::min(colon + 2, line.size())));
    if (line[0] == 'C') {
      CandidateTurn turn;
      turn.text = text;
      turn.topic = one.topic;
      turn.level = one.topics.back().level;
      turn.kind = listen(speech_of(text), turn.level > 0).kind;
      turn.brought = turn.kind == TurnKind::Answer;
      one.entries.push_back({std::nullopt, turn});
      continue;
    }
    Utterance said;
    said.kind = kind_of(line[0]);
    said.text = text;
    said.reason = "a reason";
    if (said.kind == UtteranceKind::Question) {
      Topic topic;
      topic.principle = {one.topics.empty() ? "ownership" : "dive-deep"};
      topic.question = text;
      one.topics.push_back(topic);
      one.topic = one.topics.size() - 1;
    }
    if (said.kind == UtteranceKind::Probe || said.kind == UtteranceKind::Hint) {
      said.gap = gap_from(line.substr(2, colon - 2));
      if (said.gap) said.probe_kind = probe_kind_of(*said.gap);
      ++one.topics.back().level;
      if (said.kind == UtteranceKind::Hint) ++one.topics.back().hints;
    }
    said.topic = one.topic;
    said.level = one.topics.empty() ? 0 : one.topics.back().level;
    one.entries.push_back({said, std::nullopt});
  }
  one.finished = true;
  return one;
}

}  // namespace barometer::test
