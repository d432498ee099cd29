// Stories in SQL.
#include "store/sql_transaction.hpp"

namespace barometer::sql {

using soci::into;
using soci::use;

Status SqlTransaction::add_story(const Story& story) {
  return guarded([&]() -> Status {
    if (exists("story", story.id.value)) return present("story");
    const long long sequence = next_sequence();
    const long long created_ms = story.created_ms;
    const long long updated_ms = story.updated_ms;
    session_ << "INSERT INTO story (owner, id, sequence, created_ms, updated_ms, title, situation, "
                "task, action, result, notes) VALUES (:owner, :id, :sequence, :created_ms, "
                ":updated_ms, :title, :situation, :task, :action, :result, :notes)",
        use(owner_), use(story.id.value), use(sequence), use(created_ms), use(updated_ms),
        use(story.title), use(story.situation), use(story.task), use(story.action),
        use(story.result), use(story.notes);
    set_principles(story);
    return Done{};
  });
}

void SqlTransaction::set_principles(const Story& story) {
  session_ << "DELETE FROM story_principle WHERE owner = :owner AND story_id = :id", use(owner_),
      use(story.id.value);
  long long number = 0;
  for (const PrincipleId& principle : story.principles) {
    session_ << "INSERT INTO story_principle (owner, story_id, number, principle) VALUES (:owner, "
                ":id, :number, :principle)",
        use(owner_), use(story.id.value), use(number), use(principle.value);
    ++number;
  }
}

Status SqlTransaction::replace_story(const Story& story) {
  return guarded([&]() -> Status {
    if (!exists("story", story.id.value)) return missing("story");
    const long long updated_ms = story.updated_ms;
    session_
        << "UPDATE story SET updated_ms = :updated_ms, title = :title, situation = :situation, "
           "task = :task, action = :action, result = :result, notes = :notes WHERE owner = "
           ":owner AND id = :id",
        use(updated_ms), use(story.title), use(story.situation), use(story.task), use(story.action),
        use(story.result), use(story.notes), use(owner_), use(story.id.value);
    set_principles(story);
    session_ << "DELETE FROM story_strength WHERE owner = :owner AND story_id = :id", use(owner_),
        use(story.id.value);
    return Done{};
  });
}

void SqlTransaction::load_parts(Story& story) {
  PrincipleId principle;
  soci::statement principles =
      (session_.prepare
           << "SELECT principle FROM story_principle WHERE owner = :owner AND story_id "
              "= :id ORDER BY number",
       use(owner_), use(story.id.value), into(principle.value));
  principles.execute();
  while (principles.fetch()) story.principles.push_back(principle);
  story.tellings = next_number("story_telling", "story_id", story.id.value);
}

std::vector<Story> SqlTransaction::select_stories(const std::string& condition,
                                                  const std::string& id, std::int64_t most) {
  std::vector<Story> all;
  Story row;
  long long sequence = 0;
  long long created_ms = 0;
  long long updated_ms = 0;
  soci::statement rows =
      (session_.prepare << "SELECT id, sequence, created_ms, updated_ms, title, situation, task, "
                           "action, result, notes FROM story WHERE owner = :owner AND "
                        << condition << " ORDER BY sequence DESC LIMIT " << most,
       use(owner_), use(id), into(row.id.value), into(sequence), into(created_ms), into(updated_ms),
       into(row.title), into(row.situation), into(row.task), into(row.action), into(row.result),
       into(row.notes));
  rows.execute();
  while (rows.fetch()) {
    row.sequence = sequence;
    row.created_ms = created_ms;
    row.updated_ms = updated_ms;
    all.push_back(row);
  }
  for (Story& story : all) load_parts(story);
  return all;
}

Result<Story> SqlTransaction::story(const StoryId& id) {
  return guarded([&]() -> Result<Story> {
    auto found = select_stories("id = :id", id.value, 1);
    if (found.empty()) return missing("story");
    return std::move(found.front());
  });
}

Result<std::vector<Story>> SqlTransaction::stories(std::int64_t most) {
  return guarded(
      [&]() -> Result<std::vector<Story>> { return select_stories("id <> :none", "", most); });
}

Status SqlTransaction::delete_story(const StoryId& id) {
  return delete_from("story", id.value, "story");
}

Result<std::int64_t> SqlTransaction::add_telling(const StoryId& id, const Telling& telling) {
  return guarded([&]() -> Result<std::int64_t> {
    if (!exists("story", id.value)) return missing("story");
    const long long number = next_number("story_telling", "story_id", id.value);
    const long long created_ms = telling.created_ms;
    session_
        << "INSERT INTO story_telling (owner, story_id, number, created_ms, interview_id, text) "
           "VALUES (:owner, :id, :number, :created_ms, :interview_id, :text)",
        use(owner_), use(id.value), use(number), use(created_ms), use(telling.interview.value),
        use(telling.text);
    return std::int64_t{number};
  });
}

Result<std::vector<Telling>> SqlTransaction::tellings(const StoryId& id) {
  return guarded([&]() -> Result<std::vector<Telling>> {
    if (!exists("story", id.value)) return missing("story");
    std::vector<Telling> all;
    Telling row;
    long long number = 0;
    long long created_ms = 0;
    soci::statement rows =
        (session_.prepare
             << "SELECT number, created_ms, interview_id, text FROM story_telling WHERE "
                "owner = :owner AND story_id = :id ORDER BY number",
         use(owner_), use(id.value), into(number), into(created_ms), into(row.interview.value),
         into(row.text));
    rows.execute();
    while (rows.fetch()) {
      row.number = number;
      row.created_ms = created_ms;
      all.push_back(row);
    }
    return all;
  });
}

Status SqlTransaction::set_strengths(const StoryId& id, std::string_view pack_id,
                                     const std::vector<Strength>& strengths) {
  return guarded([&]() -> Status {
    if (!exists("story", id.value)) return missing("story");
    const std::string pack(pack_id);
    session_ << "DELETE FROM story_strength WHERE owner = :owner AND story_id = :id AND pack_id = "
                ":pack",
        use(owner_), use(id.value), use(pack);
    for (const Strength& strength : strengths) {
      const std::string verdict(to_string(strength.verdict));
      const long long supports = strength.supports;
      const long long contradicts = strength.contradicts;
      session_ << "INSERT INTO story_strength (owner, story_id, pack_id, principle, verdict, "
                  "supports, contradicts) VALUES (:owner, :id, :pack, :principle, :verdict, "
                  ":supports, :contradicts)",
          use(owner_), use(id.value), use(pack), use(strength.principle.value), use(verdict),
          use(supports), use(contradicts);
    }
    return Done{};
  });
}

Result<std::vector<Strength>> SqlTransaction::strengths(std::string_view pack_id) {
  return guarded([&]() -> Result<std::vector<Strength>> {
    const std::string pack(pack_id);
    std::vector<Strength> all;
    Strength row;
    std::string verdict;
    long long supports = 0;
    long long contradicts = 0;
    soci::statement rows =
        (session_.prepare
             << "SELECT story_id, pack_id, principle, verdict, supports, contradicts "
                "FROM story_strength WHERE owner = :owner AND pack_id = :pack ORDER BY "
                "story_id, principle",
         use(owner_), use(pack), into(row.story.value), into(row.pack_id),
         into(row.principle.value), into(verdict), into(supports), into(contradicts));
    rows.execute();
    while (rows.fetch()) {
      row.verdict = principle_verdict_from(verdict).value_or(PrincipleVerdict::Insufficient);
      row.supports = supports;
      row.contradicts = contradicts;
      all.push_back(row);
    }
    return all;
  });
}

}  // namespace barometer::sql
