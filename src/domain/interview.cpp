#include "domain/interview.hpp"

#include <algorithm>
#include <array>

#include "domain/follow_up.hpp"

namespace barometer {

std::string_view to_string(PrincipleVerdict verdict) {
  static constexpr std::array<std::string_view, 5> names = {"not_assessed", "insufficient", "weak",
                                                            "mixed", "strong"};
  return names[static_cast<std::size_t>(verdict)];
}

namespace {

std::size_t rough_word_count(std::string_view text) {
  std::size_t count = 0;
  bool inside = false;
  for (const char byte : text) {
    const bool space = byte == ' ' || (byte >= '\t' && byte <= '\r');
    if (!space && !inside) ++count;
    inside = !space;
  }
  return count;
}

// What an interviewer says to show that they listen. Anything with a question mark, or longer, is a
// question.
bool is_backchannel(std::string_view text) {
  return text.find('?') == std::string_view::npos && rough_word_count(text) <= 3;
}

void append_turn(std::string& text, const std::string& said) {
  if (!text.empty()) text += ' ';
  text += said;
}

}  // namespace

std::vector<InterviewExchange> exchanges_of(const Transcript& transcript, const Pack* pack) {
  const FollowUps follow_ups(pack);
  std::vector<InterviewExchange> found;
  InterviewExchange current;
  const auto close = [&] {
    if (!current.answer_pieces.empty()) {
      current.exchange.id = std::to_string(found.size() + 1);
      current.follow_up = !found.empty() && follow_ups.is_probe(current.exchange.question);
      if (current.follow_up) {
        const Exchange& before = found.back().exchange;
        current.exchange.context = before.context;
        current.exchange.context.emplace_back(before.question, before.answer);
      }
      found.push_back(std::move(current));
    }
    current = {};
  };
  for (std::size_t i = 0; i < transcript.turns.size(); ++i) {
    const Turn& turn = transcript.turns[i];
    const Role role = transcript.speakers[turn.speaker].role;
    if (role == Role::Interviewer) {
      if (!current.answer_pieces.empty()) {
        if (is_backchannel(turn.text)) continue;
        close();
      }
      current.question_turns.push_back(i);
      append_turn(current.exchange.question, turn.text);
    } else if (role == Role::Candidate) {
      std::string& answer = current.exchange.answer;
      if (!answer.empty()) answer += ' ';
      if (!current.start_ms) current.start_ms = turn.start_ms;
      current.answer_pieces.push_back({i, 0, answer.size(), turn.text.size()});
      answer += turn.text;
    }
  }
  close();
  return found;
}

std::vector<Passage> passages_of(const Transcript& transcript, const InterviewExchange& exchange,
                                 ByteSpan span) {
  std::vector<Passage> found;
  for (const TurnPiece& piece : exchange.answer_pieces) {
    const auto begin = std::max(piece.text_begin, span.begin);
    const auto end = std::min(piece.text_begin + piece.length, span.end);
    if (begin >= end) continue;
    const auto shift = piece.turn_begin - piece.text_begin;
    for (Passage& passage :
         verbatim_passages(transcript, piece.turn, {begin + shift, end + shift})) {
      found.push_back(std::move(passage));
    }
  }
  return found;
}

}  // namespace barometer
