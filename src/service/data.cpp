#include "service/data.hpp"

#include <nlohmann/json.hpp>

#include "core/base64.hpp"

namespace barometer {
namespace {

using Json = nlohmann::ordered_json;

Json encode(const KeptReading& reading, const std::string& source, const KeptReport& report) {
  Json speakers = Json::array();
  for (const KeptSpeaker& one : reading.speakers)
    speakers.push_back({{"name", one.name},
                        {"role", to_string(one.role)},
                        {"turns", one.turns},
                        {"words", one.words}});
  Json warnings = Json::array();
  for (const Warning& one : reading.warnings)
    warnings.push_back({{"code", one.code}, {"message", one.message}});
  return {{"id", reading.id.value},
          {"created_ms", reading.created_ms},
          {"name", reading.name},
          {"pack_id", reading.pack_id},
          {"pack_version", reading.pack_version},
          {"format", reading.format},
          {"status", to_string(reading.status)},
          {"problem", reading.problem},
          {"speakers", std::move(speakers)},
          {"warnings", std::move(warnings)},
          {"source_base64", base64_encode(source)},
          {"report_json", report.json},
          {"report_html", report.html}};
}

Json encode(const KeptTurn& turn) {
  return {{"created_ms", turn.created_ms},
          {"speaker", to_string(turn.speaker)},
          {"kind", turn.kind},
          {"text", turn.text},
          {"reason", turn.reason},
          {"gap", turn.gap}};
}

Json encode(const Outcome& outcome) {
  return {{"principle", outcome.principle.value},
          {"verdict", to_string(outcome.verdict)},
          {"score", outcome.score ? Json(*outcome.score) : Json(nullptr)},
          {"supports", outcome.supports},
          {"contradicts", outcome.contradicts}};
}

Json encode(const KeptInterview& interview, const std::vector<KeptTurn>& turns,
            const std::vector<Outcome>& outcomes) {
  Json body = {{"id", interview.id.value},
               {"created_ms", interview.created_ms},
               {"pack_id", interview.pack_id},
               {"pack_version", interview.pack_version},
               {"status", to_string(interview.status)},
               {"setup", interview.setup},
               {"state", interview.state},
               {"feedback", interview.feedback},
               {"draft", interview.draft},
               {"turns", Json::array()},
               {"outcomes", Json::array()}};
  for (const KeptTurn& turn : turns) body["turns"].push_back(encode(turn));
  for (const Outcome& outcome : outcomes) {
    if (outcome.interview == interview.id) body["outcomes"].push_back(encode(outcome));
  }
  return body;
}

Json encode(const Story& story, const std::vector<Telling>& tellings) {
  Json body = {{"id", story.id.value},           {"created_ms", story.created_ms},
               {"updated_ms", story.updated_ms}, {"title", story.title},
               {"situation", story.situation},   {"task", story.task},
               {"action", story.action},         {"result", story.result},
               {"notes", story.notes},           {"principles", Json::array()},
               {"tellings", Json::array()}};
  for (const PrincipleId& id : story.principles) body["principles"].push_back(id.value);
  for (const Telling& telling : tellings)
    body["tellings"].push_back({{"created_ms", telling.created_ms},
                                {"interview_id", telling.interview.value},
                                {"text", telling.text}});
  return body;
}

// What does not fit a document of ours; nlohmann's own exceptions say the same.
struct Misfit : std::exception {};

template <typename T>
T known(std::optional<T> value) {
  if (!value) throw Misfit();
  return *value;
}

Status import_reading(Transaction& transaction, const Json& body) {
  KeptReading reading;
  reading.id = {body.at("id")};
  reading.created_ms = body.at("created_ms");
  reading.name = body.at("name");
  reading.pack_id = body.at("pack_id");
  reading.pack_version = body.at("pack_version");
  reading.format = body.at("format");
  reading.status = known(reading_status_from(body.at("status").get<std::string>()));
  reading.problem = body.at("problem");
  for (const Json& one : body.at("speakers"))
    reading.speakers.push_back({one.at("name"), known(role_from(one.at("role").get<std::string>())),
                                one.at("turns"), one.at("words")});
  for (const Json& one : body.at("warnings"))
    reading.warnings.push_back({one.at("code"), one.at("message")});
  const auto source = known(base64_decode(body.at("source_base64").get<std::string>()));
  if (const auto added = transaction.add_reading(reading, source); !added) return added.error();
  return transaction.set_report(reading.id, {body.at("report_json"), body.at("report_html")});
}

Status import_interview(Transaction& transaction, const Json& body) {
  KeptInterview interview;
  interview.id = {body.at("id")};
  interview.created_ms = body.at("created_ms");
  interview.pack_id = body.at("pack_id");
  interview.pack_version = body.at("pack_version");
  interview.status = known(interview_status_from(body.at("status").get<std::string>()));
  interview.setup = body.at("setup");
  interview.state = body.at("state");
  interview.feedback = body.at("feedback");
  interview.draft = body.at("draft");
  if (const auto added = transaction.add_interview(interview); !added) return added.error();
  for (const Json& one : body.at("turns")) {
    const KeptTurn turn{0,
                        one.at("created_ms"),
                        known(role_from(one.at("speaker").get<std::string>())),
                        one.at("kind"),
                        one.at("text"),
                        one.at("reason"),
                        one.at("gap")};
    if (const auto added = transaction.append_turn(interview.id, turn); !added)
      return added.error();
  }
  std::vector<Outcome> outcomes;
  for (const Json& one : body.at("outcomes")) {
    Outcome outcome;
    outcome.principle = {one.at("principle")};
    outcome.verdict = known(principle_verdict_from(one.at("verdict").get<std::string>()));
    if (!one.at("score").is_null()) outcome.score = one.at("score").get<double>();
    outcome.supports = one.at("supports");
    outcome.contradicts = one.at("contradicts");
    outcomes.push_back(std::move(outcome));
  }
  return transaction.set_outcomes(interview.id, outcomes);
}

Status import_story(Transaction& transaction, const Json& body) {
  Story story;
  story.id = {body.at("id")};
  story.created_ms = body.at("created_ms");
  story.updated_ms = body.at("updated_ms");
  story.title = body.at("title");
  story.situation = body.at("situation");
  story.task = body.at("task");
  story.action = body.at("action");
  story.result = body.at("result");
  story.notes = body.at("notes");
  for (const Json& id : body.at("principles")) story.principles.push_back({id});
  if (const auto added = transaction.add_story(story); !added) return added.error();
  for (const Json& one : body.at("tellings")) {
    const Telling telling{0, one.at("created_ms"), {one.at("interview_id")}, one.at("text")};
    if (const auto added = transaction.add_telling(story.id, telling); !added) return added.error();
  }
  return Done{};
}

Status import_all(Transaction& transaction, const Json& document) {
  for (const Json& body : document.at("readings"))
    if (const auto done = import_reading(transaction, body); !done) return done.error();
  for (const Json& body : document.at("interviews"))
    if (const auto done = import_interview(transaction, body); !done) return done.error();
  for (const Json& body : document.at("stories"))
    if (const auto done = import_story(transaction, body); !done) return done.error();
  for (const auto& [name, value] : document.at("settings").items())
    if (const auto done = transaction.set_setting({name, value}); !done) return done.error();
  return Done{};
}

}  // namespace

Result<std::string> export_data(Transaction& transaction, Secrets secrets) {
  Json document = {{"schema", data_schema},
                   {"readings", Json::array()},
                   {"interviews", Json::array()},
                   {"stories", Json::array()},
                   {"settings", Json::object()}};
  const auto readings = transaction.readings(no_limit);
  if (!readings) return readings.error();
  for (auto reading = readings->rbegin(); reading != readings->rend(); ++reading) {
    const auto source = transaction.reading_source(reading->id);
    if (!source) return source.error();
    const auto report = transaction.report(reading->id);
    if (!report) return report.error();
    document["readings"].push_back(encode(*reading, *source, *report));
  }
  const auto interviews = transaction.interviews(no_limit);
  if (!interviews) return interviews.error();
  const auto outcomes = transaction.outcomes();
  if (!outcomes) return outcomes.error();
  for (auto interview = interviews->rbegin(); interview != interviews->rend(); ++interview) {
    const auto turns = transaction.turns(interview->id);
    if (!turns) return turns.error();
    document["interviews"].push_back(encode(*interview, *turns, *outcomes));
  }
  const auto stories = transaction.stories(no_limit);
  if (!stories) return stories.error();
  for (auto story = stories->rbegin(); story != stories->rend(); ++story) {
    const auto tellings = transaction.tellings(story->id);
    if (!tellings) return tellings.error();
    document["stories"].push_back(encode(*story, *tellings));
  }
  const auto settings = transaction.settings();
  if (!settings) return settings.error();
  for (const Setting& setting : *settings) {
    if (secrets == Secrets::Take || !setting.name.ends_with(".secret"))
      document["settings"][setting.name] = setting.value;
  }
  return document.dump(1, ' ', false, Json::error_handler_t::replace);
}

Status import_data(Transaction& transaction, std::string_view text) {
  const Json document = Json::parse(text, nullptr, false);
  if (document.is_discarded() || !document.is_object() || !document.contains("schema"))
    return invalid_input("This is no data of Barometer: no JSON, or without \"schema\".");
  if (document.at("schema") != data_schema)
    return Error{ErrorCode::Conflict,
                 "This data is of another version than this program knows. Use the program that "
                 "wrote it, or a newer one."};
  try {
    return import_all(transaction, document);
  } catch (const Misfit&) {
  } catch (const Json::exception&) {
  }
  return invalid_input("This data is damaged: a part is missing or of the wrong type.");
}

}  // namespace barometer
