// Readings in SQL.
#include "core/base64.hpp"
#include "store/sql_transaction.hpp"

namespace barometer::sql {

using soci::into;
using soci::use;

Status SqlTransaction::add_reading(const KeptReading& reading, std::string_view source) {
  return guarded([&]() -> Status {
    if (exists("reading", reading.id.value)) return present("reading");
    const long long sequence = next_sequence();
    const long long created_ms = reading.created_ms;
    const std::string status(to_string(reading.status));
    const std::string encoded = base64_encode(source);
    session_
        << "INSERT INTO reading (owner, id, sequence, created_ms, name, pack_id, pack_version, "
           "format, status, problem, source, report_json, report_html) VALUES (:owner, :id, "
           ":sequence, :created_ms, :name, :pack_id, :pack_version, :format, :status, :problem, "
           ":source, '', '')",
        use(owner_), use(reading.id.value), use(sequence), use(created_ms), use(reading.name),
        use(reading.pack_id), use(reading.pack_version), use(reading.format), use(status),
        use(reading.problem), use(encoded);
    set_speakers(reading);
    long long number = 0;
    for (const Warning& warning : reading.warnings) {
      session_ << "INSERT INTO reading_warning (owner, reading_id, number, code, message) VALUES "
                  "(:owner, :id, :number, :code, :message)",
          use(owner_), use(reading.id.value), use(number), use(warning.code), use(warning.message);
      ++number;
    }
    return Done{};
  });
}

void SqlTransaction::set_speakers(const KeptReading& reading) {
  session_ << "DELETE FROM reading_speaker WHERE owner = :owner AND reading_id = :id", use(owner_),
      use(reading.id.value);
  long long number = 0;
  for (const KeptSpeaker& speaker : reading.speakers) {
    const std::string role(to_string(speaker.role));
    const long long turns = speaker.turns;
    const long long words = speaker.words;
    session_ << "INSERT INTO reading_speaker (owner, reading_id, number, name, role, turns, words) "
                "VALUES (:owner, :id, :number, :name, :role, :turns, :words)",
        use(owner_), use(reading.id.value), use(number), use(speaker.name), use(role), use(turns),
        use(words);
    ++number;
  }
}

Status SqlTransaction::update_reading(const KeptReading& reading) {
  return guarded([&]() -> Status {
    if (!exists("reading", reading.id.value)) return missing("reading");
    const std::string status(to_string(reading.status));
    session_
        << "UPDATE reading SET status = :status, problem = :problem WHERE owner = :owner AND id "
           "= :id",
        use(status), use(reading.problem), use(owner_), use(reading.id.value);
    set_speakers(reading);
    return Done{};
  });
}

Status SqlTransaction::set_report(const ReadingId& id, const KeptReport& report) {
  return guarded([&]() -> Status {
    if (!exists("reading", id.value)) return missing("reading");
    session_ << "UPDATE reading SET report_json = :json, report_html = :html WHERE owner = :owner "
                "AND id = :id",
        use(report.json), use(report.html), use(owner_), use(id.value);
    return Done{};
  });
}

void SqlTransaction::load_parts(KeptReading& reading) {
  KeptSpeaker speaker;
  std::string role;
  long long turns = 0;
  long long words = 0;
  soci::statement speakers =
      (session_.prepare << "SELECT name, role, turns, words FROM reading_speaker WHERE owner = "
                           ":owner AND reading_id = :id ORDER BY number",
       use(owner_), use(reading.id.value), into(speaker.name), into(role), into(turns),
       into(words));
  speakers.execute();
  while (speakers.fetch()) {
    speaker.role = role_from(role).value_or(Role::Unknown);
    speaker.turns = turns;
    speaker.words = words;
    reading.speakers.push_back(speaker);
  }
  Warning warning;
  soci::statement warnings =
      (session_.prepare << "SELECT code, message FROM reading_warning WHERE owner = :owner AND "
                           "reading_id = :id ORDER BY number",
       use(owner_), use(reading.id.value), into(warning.code), into(warning.message));
  warnings.execute();
  while (warnings.fetch()) reading.warnings.push_back(warning);
}

std::vector<KeptReading> SqlTransaction::select_readings(const std::string& condition,
                                                         const std::string& id, std::int64_t most) {
  std::vector<KeptReading> all;
  KeptReading row;
  long long sequence = 0;
  long long created_ms = 0;
  std::string status;
  soci::statement rows =
      (session_.prepare << "SELECT id, sequence, created_ms, name, pack_id, pack_version, format, "
                           "status, problem FROM reading WHERE owner = :owner AND "
                        << condition << " ORDER BY sequence DESC LIMIT " << most,
       use(owner_), use(id), into(row.id.value), into(sequence), into(created_ms), into(row.name),
       into(row.pack_id), into(row.pack_version), into(row.format), into(status),
       into(row.problem));
  rows.execute();
  while (rows.fetch()) {
    row.sequence = sequence;
    row.created_ms = created_ms;
    row.status = reading_status_from(status).value_or(ReadingStatus::Failed);
    all.push_back(row);
  }
  for (KeptReading& reading : all) load_parts(reading);
  return all;
}

Result<KeptReading> SqlTransaction::reading(const ReadingId& id) {
  return guarded([&]() -> Result<KeptReading> {
    auto found = select_readings("id = :id", id.value, 1);
    if (found.empty()) return missing("reading");
    return std::move(found.front());
  });
}

Result<std::vector<KeptReading>> SqlTransaction::readings(std::int64_t most) {
  return guarded([&]() -> Result<std::vector<KeptReading>> {
    return select_readings("id <> :none", "", most);
  });
}

Result<std::string> SqlTransaction::reading_source(const ReadingId& id) {
  return guarded([&]() -> Result<std::string> {
    std::string encoded;
    session_ << "SELECT source FROM reading WHERE owner = :owner AND id = :id", use(owner_),
        use(id.value), into(encoded);
    if (!session_.got_data()) return missing("reading");
    auto source = base64_decode(encoded);
    if (!source) {
      return Error{ErrorCode::Unavailable,
                   "The kept transcript is damaged. Restore a backup, or hand the file in again."};
    }
    return *std::move(source);
  });
}

Result<KeptReport> SqlTransaction::report(const ReadingId& id) {
  return guarded([&]() -> Result<KeptReport> {
    KeptReport kept;
    session_ << "SELECT report_json, report_html FROM reading WHERE owner = :owner AND id = :id",
        use(owner_), use(id.value), into(kept.json), into(kept.html);
    if (!session_.got_data()) return missing("reading");
    return kept;
  });
}

Status SqlTransaction::delete_reading(const ReadingId& id) {
  return delete_from("reading", id.value, "reading");
}

}  // namespace barometer::sql
