// Interviews: practice interviews that are kept. An answer is on disk before the interviewer hears
// it, and an interview goes on after a crash exactly as it would have: what was answered and not
// yet heard is heard then.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "core/result.hpp"
#include "domain/kept.hpp"
#include "domain/practice.hpp"
#include "service/reader_shelf.hpp"
#include "store/store.hpp"

namespace barometer {

struct WholeInterview {
  KeptInterview interview;
  std::vector<KeptTurn> turns;
};

// What came of an answer.
struct Reaction {
  std::vector<KeptTurn> turns;  // the answer, then what the interviewer says to it
  InterviewStatus status = InterviewStatus::Running;
  std::optional<AnsweredRequest>
      earlier;  // the request was answered before; then nothing else is set
};

struct SubmittedAnswer {
  InterviewId interview;
  std::string text;
  std::int64_t at_ms = 0;
  AnsweredRequest request;  // key, fingerprint and time
};

class Interviews {
 public:
  // The body to remember for a reaction.
  using Encode = std::function<std::string(const Reaction&)>;

  Interviews(Store& store, ReaderShelf& shelf) : store_(store), shelf_(shelf) {}

  // Adds a practice that was begun, within `transaction`; gives its id.
  static Result<InterviewId> add(Transaction& transaction, const Practice& practice,
                                 const std::string& setup, std::int64_t at_ms);

  // Keeps the answer, reacts, keeps the reaction. The same request again gives what it gave before.
  // Conflict when the interview has ended. When reacting fails the answer is kept all the same, and
  // the same request again reacts to it.
  Result<Reaction> submit(const SubmittedAnswer& answer, const Encode& encode);

  // Reacts to an answer that waits for it, if one does, and gives the whole interview.
  Result<WholeInterview> whole(const InterviewId& id);

  // Ends the interview now; the last turn is a close. Nothing happens when it has ended.
  Result<WholeInterview> end(const InterviewId& id, std::int64_t at_ms);

 private:
  std::mutex& lock_of(const InterviewId& id);
  Result<std::unique_ptr<Transaction>> begin(Access access);
  // Gives the number of its turn, also where an earlier try of the same request kept it.
  Result<std::int64_t> keep_answer(const SubmittedAnswer& answer);
  // Hears the answer that waits. With `request`: gives the reaction to the turn `number`, whenever
  // it was heard, and remembers it.
  struct Asked {
    const AnsweredRequest& request;
    const Encode& encode;
    std::int64_t number = 0;
  };
  Result<Reaction> react(const InterviewId& id, const Asked* asked, std::int64_t at_ms);
  Result<WholeInterview> load(const InterviewId& id);
  // `pack` null: the end, if it is one, was kept before.
  Status keep(KeptInterview interview, const Practice& practice, const Pack* pack, std::size_t from,
              std::int64_t at_ms, Reaction& reaction, const Asked* asked);

  Store& store_;
  ReaderShelf& shelf_;
  std::array<std::mutex, 64> locks_;  // one answer of an interview at a time
};

}  // namespace barometer
