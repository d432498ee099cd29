#include "service/interviews.hpp"

#include <functional>
#include <map>

#include "core/random_id.hpp"
#include "report/feedback.hpp"
#include "report/practice_json.hpp"
#include "service/practice_feedback.hpp"
#include "service/practise.hpp"

namespace barometer {
namespace {

KeptTurn turn_of(const Utterance& utterance, std::int64_t at_ms) {
  KeptTurn turn;
  turn.created_ms = at_ms;
  turn.speaker = Role::Interviewer;
  turn.kind = to_string(utterance.kind);
  turn.text = utterance.text;
  turn.reason = utterance.reason;
  if (utterance.gap) turn.gap = to_string(*utterance.gap);
  return turn;
}

// Of every principle that was answered about; the last topic of a principle counts.
std::vector<Outcome> outcomes_of(const PracticeFeedback& feedback, const Practice& practice) {
  std::map<PrincipleId, Outcome> outcomes;
  for (const TopicFeedback& topic : feedback.topics) {
    Outcome outcome;
    outcome.principle = practice.topics[topic.topic].principle;
    outcome.verdict = topic.verdict;
    for (const FeedbackQuote& quote : topic.quotes)
      ++(quote.polarity == Polarity::Supports ? outcome.supports : outcome.contradicts);
    const auto pieces = outcome.supports + outcome.contradicts;
    if (pieces > 0)
      outcome.score =
          static_cast<double>(outcome.supports - outcome.contradicts) / static_cast<double>(pieces);
    outcomes[outcome.principle] = outcome;
  }
  std::vector<Outcome> all;
  all.reserve(outcomes.size());
  for (auto& [principle, outcome] : outcomes) all.push_back(std::move(outcome));
  return all;
}

Error over() { return {ErrorCode::Conflict, "This interview is over. Begin another one."}; }

}  // namespace

std::mutex& Interviews::lock_of(const InterviewId& id) {
  return locks_[std::hash<InterviewId>{}(id) % locks_.size()];
}

Result<std::unique_ptr<Transaction>> Interviews::begin(Access access) {
  return store_.begin(local_owner, access);
}

Result<InterviewId> Interviews::add(Transaction& transaction, const Practice& practice,
                                    const std::string& setup, std::int64_t at_ms) {
  KeptInterview interview;
  interview.id = {random_id()};
  interview.created_ms = at_ms;
  interview.pack_id = practice.pack_id;
  interview.pack_version = practice.pack_version;
  interview.setup = setup;
  interview.state = practice_json(practice);
  if (const auto added = transaction.add_interview(interview); !added) return added.error();
  for (const PracticeEntry& entry : practice.entries) {
    const auto kept = transaction.append_turn(interview.id, turn_of(*entry.utterance, at_ms));
    if (!kept) return kept.error();
  }
  return interview.id;
}

Result<std::int64_t> Interviews::keep_answer(const SubmittedAnswer& answer) {
  auto transaction = begin(Access::Write);
  if (!transaction) return transaction.error();
  const auto earlier = (*transaction)->answered_request(answer.request.key);
  if (!earlier) return earlier.error();
  if (*earlier) return std::int64_t{std::stoll((*earlier)->body)};
  auto interview = (*transaction)->interview(answer.interview);
  if (!interview) return interview.error();
  if (interview->status == InterviewStatus::Ended) return over();
  KeptTurn turn;
  turn.created_ms = answer.at_ms;
  turn.speaker = Role::Candidate;
  turn.kind = "answer";
  turn.text = answer.text;
  const auto number = (*transaction)->append_turn(answer.interview, turn);
  if (!number) return number.error();
  if (const auto kept = (*transaction)->set_draft(answer.interview, ""); !kept) return kept.error();
  AnsweredRequest begun = answer.request;
  begun.status = 0;
  begun.body = std::to_string(*number);
  if (const auto kept = (*transaction)->remember_request(begun); !kept) return kept.error();
  if (const auto kept = (*transaction)->commit(); !kept) return kept.error();
  return *number;
}

Result<Reaction> Interviews::submit(const SubmittedAnswer& answer, const Encode& encode) {
  if (answer.text.size() > max_answer_bytes)
    return invalid_input("The answer is too long: 64 kB are the most.");
  const std::lock_guard lock(lock_of(answer.interview));
  {
    auto reading = begin(Access::Read);
    if (!reading) return reading.error();
    auto earlier = (*reading)->answered_request(answer.request.key);
    if (!earlier) return earlier.error();
    if (*earlier &&
        ((*earlier)->status != 0 || (*earlier)->fingerprint != answer.request.fingerprint)) {
      Reaction reaction;
      reaction.earlier = **earlier;
      return reaction;
    }
    if (!*earlier) {
      reading->reset();
      // An answer that a crash left unheard comes first.
      if (const auto caught_up = react(answer.interview, nullptr, answer.at_ms); !caught_up)
        return caught_up.error();
    }
  }
  const auto number = keep_answer(answer);
  if (!number) return number.error();
  const Asked asked{answer.request, encode, *number};
  return react(answer.interview, &asked, answer.at_ms);
}

Result<WholeInterview> Interviews::load(const InterviewId& id) {
  auto transaction = begin(Access::Read);
  if (!transaction) return transaction.error();
  auto interview = (*transaction)->interview(id);
  if (!interview) return interview.error();
  auto turns = (*transaction)->turns(id);
  if (!turns) return turns.error();
  return WholeInterview{*std::move(interview), *std::move(turns)};
}

// Turns and entries of the practice are the same things in the same order; one turn more is an
// answer that was not heard.
Result<Reaction> Interviews::react(const InterviewId& id, const Asked* asked, std::int64_t at_ms) {
  auto whole = load(id);
  if (!whole) return whole.error();
  Reaction reaction;
  reaction.status = whole->interview.status;
  const bool waits = !whole->turns.empty() && whole->turns.back().speaker == Role::Candidate;
  if (!waits && asked == nullptr) return reaction;
  auto practice = practice_from_json(whole->interview.state);
  if (!practice) return practice.error();
  const std::size_t heard = practice->entries.size();
  std::shared_ptr<const PackWithReader> open;
  if (whole->turns.size() > heard) {
    auto shelved = shelf_.take(whole->interview.pack_id + "@" + whole->interview.pack_version);
    if (!shelved) return shelved.error();
    open = *std::move(shelved);
    const KeptTurn& waiting = whole->turns[heard];
    const auto said =
        answer_practice(*practice, open->pack, *open->reader, waiting.text, waiting.created_ms);
    if (!said) return said.error();
    reaction.turns.push_back(waiting);
  } else if (asked != nullptr) {
    // It was heard when somebody looked at the interview: what follows up to the next answer is
    // ours.
    auto at = static_cast<std::size_t>(asked->number);
    do {
      reaction.turns.push_back(whole->turns.at(at));
      ++at;
    } while (at < whole->turns.size() && whole->turns[at].speaker != Role::Candidate);
  }
  const auto kept = keep(std::move(whole->interview), *practice, open ? &open->pack : nullptr,
                         heard, at_ms, reaction, asked);
  if (!kept) return kept.error();
  return reaction;
}

Status Interviews::keep(KeptInterview interview, const Practice& practice, const Pack* pack,
                        std::size_t from, std::int64_t at_ms, Reaction& reaction,
                        const Asked* asked) {
  auto transaction = begin(Access::Write);
  if (!transaction) return transaction.error();
  for (std::size_t i = from; i < practice.entries.size(); ++i) {
    if (!practice.entries[i].utterance) continue;
    KeptTurn turn = turn_of(*practice.entries[i].utterance, at_ms);
    const auto number = (*transaction)->append_turn(interview.id, turn);
    if (!number) return number.error();
    turn.number = *number;
    reaction.turns.push_back(std::move(turn));
  }
  interview.state = practice_json(practice);
  interview.status = practice.finished ? InterviewStatus::Ended : InterviewStatus::Running;
  reaction.status = interview.status;
  if (practice.finished && pack != nullptr) {
    const PracticeFeedback feedback = feedback_on(practice, *pack);
    interview.feedback = report::feedback_json(feedback, practice, *pack);
    const auto set = (*transaction)->set_outcomes(interview.id, outcomes_of(feedback, practice));
    if (!set) return set.error();
  }
  if (const auto kept = (*transaction)->update_interview(interview); !kept) return kept.error();
  if (asked != nullptr) {
    AnsweredRequest done = asked->request;
    done.status = 200;
    done.body = asked->encode(reaction);
    if (const auto kept = (*transaction)->remember_request(done); !kept) return kept.error();
  }
  return (*transaction)->commit();
}

Result<WholeInterview> Interviews::whole(const InterviewId& id) {
  const std::lock_guard lock(lock_of(id));
  auto whole = load(id);
  if (!whole || whole->turns.empty() || whole->turns.back().speaker != Role::Candidate)
    return whole;
  if (const auto caught_up = react(id, nullptr, whole->turns.back().created_ms); !caught_up)
    return caught_up.error();
  return load(id);
}

Result<WholeInterview> Interviews::end(const InterviewId& id, std::int64_t at_ms) {
  const std::lock_guard lock(lock_of(id));
  if (const auto caught_up = react(id, nullptr, at_ms); !caught_up) return caught_up.error();
  auto whole = load(id);
  if (!whole || whole->interview.status == InterviewStatus::Ended) return whole;
  auto practice = practice_from_json(whole->interview.state);
  if (!practice) return practice.error();
  const auto pack = shelf_.pack(whole->interview.pack_id + "@" + whole->interview.pack_version);
  if (!pack) return pack.error();
  const std::size_t heard = practice->entries.size();
  (void)end_practice(*practice);
  Reaction closing;
  if (const auto kept =
          keep(std::move(whole->interview), *practice, &*pack, heard, at_ms, closing, nullptr);
      !kept)
    return kept.error();
  return load(id);
}

}  // namespace barometer
