// Reaction: the interviewer's answer to one turn. A part of respond(), for its own files only.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "interviewer/account_view.hpp"
#include "interviewer/interviewer.hpp"
#include "interviewer/listening.hpp"
#include "interviewer/speech.hpp"

namespace barometer {

class Reaction {
 public:
  Reaction(Practice& practice, const Pack& pack)
      : practice_(practice), pack_(pack), open_(open_question(practice)) {}

  std::vector<Utterance> to(std::string_view text, const ExchangeReading* reading,
                            std::int64_t at_ms);

 private:
  Topic& topic() { return practice_.topics[practice_.topic]; }
  const Principle& principle() { return *pack_.find(topic().principle); }

  void say(UtteranceKind kind, std::string text, std::string reason) {
    Utterance one;
    one.kind = kind;
    one.text = std::move(text);
    one.reason = std::move(reason);
    one.topic = practice_.topic;
    one.level = topic().level;
    said_.push_back(std::move(one));
  }
  std::size_t times(UtteranceKind kind) const {
    return static_cast<std::size_t>(std::count_if(
        practice_.entries.begin(), practice_.entries.end(),
        [&](const auto& entry) { return entry.utterance && entry.utterance->kind == kind; }));
  }

  AccountView view() const { return view_of(practice_, pack_); }
  std::size_t new_content(const Speech& speech) const;

  void on_answer(CandidateTurn& turn, const Speech& speech, const ExchangeReading* reading,
                 Wish wish);
  void on_turn(const Heard& heard, const Speech& speech);
  void on_own_question(const Heard& heard);
  void on_nothing(TurnKind kind);
  void on_silence();
  void on_astray(bool understood);
  void on_abuse(Wish wish);
  void on_distress(TurnKind kind, Wish wish);
  void on_foreign(std::string_view language);
  void on_repeat(TurnKind kind);
  bool on_support_answer(TurnKind kind, const Speech& speech);
  void on_declined(Wish wish, const Speech& speech);
  void on_said_already();
  void replace_story();
  void say_before(const std::string& words);
  void say_probe(Gap gap, std::string text, std::string reason);
  bool asks_own_part_again();
  bool asks_for_a_case();

  void probe_or_end(const std::string& reader_probe);
  void own_case();
  void end_topic(TopicEnd end);
  void end_interview(TopicEnd end, std::string text, std::string reason);

  Practice& practice_;
  const Pack& pack_;
  Utterance open_;
  std::vector<Utterance> said_;
};

// Why a topic ended, for people.
std::string reason_of(TopicEnd end);

}  // namespace barometer
