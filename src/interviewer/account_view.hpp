// Account view: one topic as it stands when the next follow-up is chosen.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "domain/pack.hpp"
#include "domain/practice.hpp"
#include "interviewer/account.hpp"
#include "interviewer/speech.hpp"

namespace barometer {

// What sort of account the follow-ups are about: it decides their tense.
enum class Tense : std::uint8_t { Past, Would, Present };

// What is known of one topic's account when the next follow-up is worded.
struct AccountView {
  const Principle& principle;
  const Topic& topic;
  Tense tense = Tense::Past;
  AccountSigns signs;              // over all answers of the topic
  std::vector<Speech> answers;     // of the topic, in order; the last one is the latest
  std::vector<std::string> stems;  // of the content words of question and answers
  std::vector<std::string> asked;  // texts of the topic's questions and follow-ups so far
  bool grave = false;              // somebody died: only light questions
  std::vector<std::string> said;   // texts of all utterances of the interview
  std::array<std::size_t, gap_count> probed{};  // how often each gap was probed; hints left out
};

// An answer, or an account that broke off in grief: what it tells counts.
bool is_account(const CandidateTurn& turn);

// The first story is put aside, so that all of its gaps are open again.
bool makes_room_for_another_story(const Utterance& one);

// The topic under way. What tells the interviewer or a reader what to do is left out, as are other
// stories. `practice` and `pack` must outlive the view.
AccountView view_of(const Practice& practice, const Pack& pack);

}  // namespace barometer
