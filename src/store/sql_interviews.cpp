// Practice interviews in SQL.
#include "store/sql_transaction.hpp"

namespace barometer::sql {

using soci::into;
using soci::use;

Status SqlTransaction::add_interview(const KeptInterview& interview) {
  return guarded([&]() -> Status {
    if (exists("interview", interview.id.value)) return present("interview");
    const long long sequence = next_sequence();
    const long long created_ms = interview.created_ms;
    const std::string status(to_string(interview.status));
    session_
        << "INSERT INTO interview (owner, id, sequence, created_ms, pack_id, pack_version, "
           "status, setup, state, feedback, draft) VALUES (:owner, :id, :sequence, :created_ms, "
           ":pack_id, :pack_version, :status, :setup, :state, :feedback, :draft)",
        use(owner_), use(interview.id.value), use(sequence), use(created_ms),
        use(interview.pack_id), use(interview.pack_version), use(status), use(interview.setup),
        use(interview.state), use(interview.feedback), use(interview.draft);
    return Done{};
  });
}

Status SqlTransaction::update_interview(const KeptInterview& interview) {
  return guarded([&]() -> Status {
    if (!exists("interview", interview.id.value)) return missing("interview");
    const std::string status(to_string(interview.status));
    session_ << "UPDATE interview SET status = :status, state = :state, feedback = :feedback WHERE "
                "owner = :owner AND id = :id",
        use(status), use(interview.state), use(interview.feedback), use(owner_),
        use(interview.id.value);
    return Done{};
  });
}

Status SqlTransaction::set_draft(const InterviewId& id, std::string_view text) {
  return guarded([&]() -> Status {
    if (!exists("interview", id.value)) return missing("interview");
    const std::string draft(text);
    session_ << "UPDATE interview SET draft = :draft WHERE owner = :owner AND id = :id", use(draft),
        use(owner_), use(id.value);
    return Done{};
  });
}

std::vector<KeptInterview> SqlTransaction::select_interviews(const std::string& condition,
                                                             const std::string& id,
                                                             std::int64_t most) {
  std::vector<KeptInterview> all;
  KeptInterview row;
  long long sequence = 0;
  long long created_ms = 0;
  std::string status;
  soci::statement rows =
      (session_.prepare << "SELECT id, sequence, created_ms, pack_id, pack_version, status, setup, "
                           "state, feedback, draft FROM interview WHERE owner = :owner AND "
                        << condition << " ORDER BY sequence DESC LIMIT " << most,
       use(owner_), use(id), into(row.id.value), into(sequence), into(created_ms),
       into(row.pack_id), into(row.pack_version), into(status), into(row.setup), into(row.state),
       into(row.feedback), into(row.draft));
  rows.execute();
  while (rows.fetch()) {
    row.sequence = sequence;
    row.created_ms = created_ms;
    row.status = interview_status_from(status).value_or(InterviewStatus::Ended);
    all.push_back(row);
  }
  for (KeptInterview& interview : all)
    interview.turns = next_number("interview_turn", "interview_id", interview.id.value);
  return all;
}

Result<KeptInterview> SqlTransaction::interview(const InterviewId& id) {
  return guarded([&]() -> Result<KeptInterview> {
    auto found = select_interviews("id = :id", id.value, 1);
    if (found.empty()) return missing("interview");
    return std::move(found.front());
  });
}

Result<std::vector<KeptInterview>> SqlTransaction::interviews(std::int64_t most) {
  return guarded([&]() -> Result<std::vector<KeptInterview>> {
    return select_interviews("id <> :none", "", most);
  });
}

Status SqlTransaction::delete_interview(const InterviewId& id) {
  return delete_from("interview", id.value, "interview");
}

Result<std::int64_t> SqlTransaction::append_turn(const InterviewId& id, const KeptTurn& turn) {
  return guarded([&]() -> Result<std::int64_t> {
    if (!exists("interview", id.value)) return missing("interview");
    const long long number = next_number("interview_turn", "interview_id", id.value);
    const long long created_ms = turn.created_ms;
    const std::string speaker(to_string(turn.speaker));
    session_
        << "INSERT INTO interview_turn (owner, interview_id, number, created_ms, speaker, kind, "
           "text, reason, gap) VALUES (:owner, :id, :number, :created_ms, :speaker, :kind, "
           ":text, :reason, :gap)",
        use(owner_), use(id.value), use(number), use(created_ms), use(speaker), use(turn.kind),
        use(turn.text), use(turn.reason), use(turn.gap);
    return std::int64_t{number};
  });
}

Result<std::vector<KeptTurn>> SqlTransaction::turns(const InterviewId& id) {
  return guarded([&]() -> Result<std::vector<KeptTurn>> {
    if (!exists("interview", id.value)) return missing("interview");
    std::vector<KeptTurn> all;
    KeptTurn row;
    long long number = 0;
    long long created_ms = 0;
    std::string speaker;
    soci::statement rows =
        (session_.prepare << "SELECT number, created_ms, speaker, kind, text, reason, gap FROM "
                             "interview_turn WHERE owner = :owner AND interview_id = :id ORDER BY "
                             "number",
         use(owner_), use(id.value), into(number), into(created_ms), into(speaker), into(row.kind),
         into(row.text), into(row.reason), into(row.gap));
    rows.execute();
    while (rows.fetch()) {
      row.number = number;
      row.created_ms = created_ms;
      row.speaker = role_from(speaker).value_or(Role::Unknown);
      all.push_back(row);
    }
    return all;
  });
}

Status SqlTransaction::set_outcomes(const InterviewId& id, const std::vector<Outcome>& outcomes) {
  return guarded([&]() -> Status {
    if (!exists("interview", id.value)) return missing("interview");
    session_ << "DELETE FROM interview_outcome WHERE owner = :owner AND interview_id = :id",
        use(owner_), use(id.value);
    for (const Outcome& outcome : outcomes) {
      const std::string verdict(to_string(outcome.verdict));
      double score = outcome.score.value_or(0.0);
      soci::indicator known = outcome.score ? soci::i_ok : soci::i_null;
      const long long supports = outcome.supports;
      const long long contradicts = outcome.contradicts;
      session_ << "INSERT INTO interview_outcome (owner, interview_id, principle, verdict, score, "
                  "supports, contradicts) VALUES (:owner, :id, :principle, :verdict, :score, "
                  ":supports, :contradicts)",
          use(owner_), use(id.value), use(outcome.principle.value), use(verdict), use(score, known),
          use(supports), use(contradicts);
    }
    return Done{};
  });
}

Result<std::vector<Outcome>> SqlTransaction::outcomes() {
  return guarded([&]() -> Result<std::vector<Outcome>> {
    std::vector<Outcome> all;
    Outcome row;
    std::string verdict;
    double score = 0.0;
    soci::indicator known = soci::i_ok;
    long long supports = 0;
    long long contradicts = 0;
    soci::statement rows =
        (session_.prepare << "SELECT o.interview_id, o.principle, o.verdict, o.score, o.supports, "
                             "o.contradicts FROM interview_outcome o JOIN interview i ON i.owner = "
                             "o.owner AND i.id = o.interview_id WHERE o.owner = :owner ORDER BY "
                             "i.sequence, o.principle",
         use(owner_), into(row.interview.value), into(row.principle.value), into(verdict),
         into(score, known), into(supports), into(contradicts));
    rows.execute();
    while (rows.fetch()) {
      row.verdict = principle_verdict_from(verdict).value_or(PrincipleVerdict::NotAssessed);
      row.score = known == soci::i_ok ? std::optional(score) : std::nullopt;
      row.supports = supports;
      row.contradicts = contradicts;
      all.push_back(row);
    }
    return all;
  });
}

}  // namespace barometer::sql
