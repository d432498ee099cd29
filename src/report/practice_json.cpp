#include "report/practice_json.hpp"

#include <algorithm>
#include <exception>
#include <string>
#include <utility>

#include "core/utf8.hpp"
#include "report/json_value.hpp"

namespace barometer {
namespace {

using report::Json;
using report::or_null;
using report::rounded;
using report::span_json;

// A document that does not fit; what() is where.
struct Misfit : std::exception {
  explicit Misfit(std::string place) : where(std::move(place)) {}
  const char* what() const noexcept override { return where.c_str(); }
  std::string where;
};

Json utterance_object(const Utterance& one) {
  Json json;
  json["kind"] = to_string(one.kind);
  json["text"] = one.text;
  json["reason"] = one.reason;
  json["gap"] = one.gap ? Json(to_string(*one.gap)) : Json(nullptr);
  json["probe"] = one.probe_kind.empty() ? Json(nullptr) : Json(one.probe_kind);
  json["topic"] = one.topic;
  json["level"] = one.level;
  return json;
}

Json star_json(const StarParts& star) {
  const auto part = [](const std::optional<ByteSpan>& span) {
    return span ? span_json(*span) : Json(nullptr);
  };
  return {{"situation", part(star.situation)},
          {"task", part(star.task)},
          {"action", part(star.action)},
          {"result", part(star.result)}};
}

Json answer_object(const CandidateTurn& turn) {
  Json json;
  json["text"] = turn.text;
  json["kind"] = to_string(turn.kind);
  json["topic"] = turn.topic;
  json["level"] = turn.level;
  json["gap"] = turn.gap ? Json(to_string(*turn.gap)) : Json(nullptr);
  json["brought"] = turn.brought;
  json["elsewhere"] = turn.elsewhere;
  json["at_ms"] = turn.at_ms;
  json["reader_probe"] = turn.reader_probe;
  json["verdict"] = turn.verdict ? Json(to_string(*turn.verdict)) : Json(nullptr);
  json["rating"] = or_null(turn.rating);
  json["evidence"] = Json::array();
  for (const FoundEvidence& one : turn.evidence) {
    json["evidence"].push_back({{"span", span_json(one.span)},
                                {"indicator", one.indicator.value},
                                {"polarity", to_string(one.polarity)},
                                {"mode", to_string(one.mode)},
                                {"agency", to_string(one.agency)},
                                {"probability", rounded(one.probability)}});
  }
  json["star"] = star_json(turn.star);
  return json;
}

Json topic_object(const Topic& topic) {
  Json json;
  json["principle"] = topic.principle.value;
  json["question_id"] = topic.question_id;
  json["question"] = topic.question;
  json["question_kind"] = to_string(topic.kind);
  json["level"] = topic.level;
  json["hints"] = topic.hints;
  json["futile"] = topic.futile;
  json["astray"] = topic.astray;
  json["silences"] = topic.silences;
  json["foreign"] = topic.foreign;
  json["quoted"] = topic.quoted;
  json["hops"] = topic.hops;
  json["supposed"] = topic.supposed;
  json["end"] = to_string(topic.end);
  json["gaps"] = Json::object();
  for (std::size_t i = 0; i < gap_count; ++i) {
    const GapState& state = topic.gaps[i];
    if (state.told <= 0.0 && !state.asked) continue;
    json["gaps"][std::string(to_string(static_cast<Gap>(i)))] = {{"told", state.told},
                                                                 {"asked", state.asked},
                                                                 {"entry", or_null(state.entry)},
                                                                 {"span", span_json(state.span)}};
  }
  return json;
}

// Values out of a document, each with its place for the message.
template <typename T>
T value(const Json& json, const char* key, const std::string& where) {
  const auto found = json.find(key);
  if (found == json.end()) throw Misfit(where + "." + key + " is missing");
  try {
    return found->get<T>();
  } catch (const Json::exception&) {
    throw Misfit(where + "." + key + " has the wrong type");
  }
}

std::size_t count(const Json& json, const char* key, const std::string& where) {
  const auto number = value<std::int64_t>(json, key, where);
  if (number < 0 || number > 1'000'000) throw Misfit(where + "." + key + " is out of range");
  return static_cast<std::size_t>(number);
}

template <typename Enum, typename From>
Enum named(const Json& json, const char* key, const std::string& where, From from) {
  const auto found = from(value<std::string>(json, key, where));
  if (!found) throw Misfit(where + "." + key + " is not a known word");
  return *found;
}

template <typename Enum, typename From>
std::optional<Enum> maybe_named(const Json& json, const char* key, const std::string& where,
                                From from) {
  if (!json.contains(key) || json[key].is_null()) return std::nullopt;
  return named<Enum>(json, key, where, from);
}

ByteSpan span_from(const Json& json, const std::string& where, std::string_view text) {
  if (!json.is_array() || json.size() != 2 || !json[0].is_number_unsigned() ||
      !json[1].is_number_unsigned())
    throw Misfit(where + " is no span");
  const ByteSpan span{json[0].get<std::size_t>(), json[1].get<std::size_t>()};
  if (span.begin > span.end || span.end > text.size() || !utf8::is_boundary(text, span.begin) ||
      !utf8::is_boundary(text, span.end))
    throw Misfit(where + " lies outside the text");
  return span;
}

std::optional<Polarity> polarity_from(std::string_view name) {
  for (const Polarity one : {Polarity::Supports, Polarity::Contradicts}) {
    if (to_string(one) == name) return one;
  }
  return std::nullopt;
}
std::optional<Agency> agency_from(std::string_view name) {
  for (const Agency one : {Agency::Mine, Agency::Ours, Agency::Other}) {
    if (to_string(one) == name) return one;
  }
  return std::nullopt;
}
std::optional<QuestionKind> question_kind_from(std::string_view name) {
  for (const QuestionKind one :
       {QuestionKind::Past, QuestionKind::Hypothetical, QuestionKind::Direct}) {
    if (to_string(one) == name) return one;
  }
  return std::nullopt;
}
std::optional<Level> level_from(std::string_view name) {
  for (const Level one : {Level::Junior, Level::Senior, Level::Manager}) {
    if (to_string(one) == name) return one;
  }
  return std::nullopt;
}

Utterance utterance_from(const Json& json, const std::string& where) {
  Utterance one;
  one.kind = named<UtteranceKind>(json, "kind", where, utterance_kind_from);
  one.text = value<std::string>(json, "text", where);
  one.reason = value<std::string>(json, "reason", where);
  one.gap = maybe_named<Gap>(json, "gap", where, gap_from);
  if (json.contains("probe") && json["probe"].is_string())
    one.probe_kind = json["probe"].get<std::string>();
  one.topic = count(json, "topic", where);
  one.level = count(json, "level", where);
  return one;
}

CandidateTurn answer_from(const Json& json, const std::string& where) {
  CandidateTurn turn;
  turn.text = value<std::string>(json, "text", where);
  turn.kind = named<TurnKind>(json, "kind", where, turn_kind_from);
  turn.topic = count(json, "topic", where);
  turn.level = count(json, "level", where);
  turn.gap = maybe_named<Gap>(json, "gap", where, gap_from);
  turn.brought = value<bool>(json, "brought", where);
  turn.elsewhere = value<bool>(json, "elsewhere", where);
  turn.at_ms = value<std::int64_t>(json, "at_ms", where);
  turn.reader_probe = value<std::string>(json, "reader_probe", where);
  turn.verdict = maybe_named<Verdict>(json, "verdict", where, verdict_from);
  if (json.contains("rating") && !json["rating"].is_null())
    turn.rating = value<int>(json, "rating", where);
  for (const Json& one : value<Json>(json, "evidence", where)) {
    const std::string place = where + ".evidence";
    turn.evidence.push_back({span_from(value<Json>(one, "span", place), place, turn.text),
                             {value<std::string>(one, "indicator", place)},
                             named<Polarity>(one, "polarity", place, polarity_from),
                             named<Mode>(one, "mode", place, mode_from),
                             named<Agency>(one, "agency", place, agency_from),
                             value<double>(one, "probability", place)});
  }
  const Json star = value<Json>(json, "star", where);
  const auto part = [&](const char* key) -> std::optional<ByteSpan> {
    if (!star.contains(key) || star[key].is_null()) return std::nullopt;
    return span_from(star[key], where + ".star", turn.text);
  };
  turn.star = {part("situation"), part("task"), part("action"), part("result")};
  return turn;
}

Topic topic_from(const Json& json, const std::string& where) {
  Topic topic;
  topic.principle = {value<std::string>(json, "principle", where)};
  topic.question_id = value<std::string>(json, "question_id", where);
  topic.question = value<std::string>(json, "question", where);
  topic.kind = named<QuestionKind>(json, "question_kind", where, question_kind_from);
  topic.level = count(json, "level", where);
  topic.hints = count(json, "hints", where);
  topic.futile = count(json, "futile", where);
  topic.astray = count(json, "astray", where);
  topic.silences = count(json, "silences", where);
  topic.foreign = count(json, "foreign", where);
  topic.quoted = count(json, "quoted", where);
  topic.hops = count(json, "hops", where);
  topic.supposed = value<bool>(json, "supposed", where);
  topic.end = named<TopicEnd>(json, "end", where, topic_end_from);
  const Json gaps = value<Json>(json, "gaps", where);
  for (auto one = gaps.begin(); one != gaps.end(); ++one) {
    const auto gap = gap_from(one.key());
    if (!gap) throw Misfit(where + ".gaps has an unknown name");
    GapState& state = topic.gaps[static_cast<std::size_t>(*gap)];
    state.told = std::clamp(value<double>(*one, "told", where + ".gaps"), 0.0, 1.0);
    state.asked = value<bool>(*one, "asked", where + ".gaps");
    if (one->contains("entry") && !(*one)["entry"].is_null()) {
      state.entry = count(*one, "entry", where + ".gaps");
      const Json span = value<Json>(*one, "span", where + ".gaps");
      if (span.is_array() && span.size() == 2)
        state.span = {span[0].get<std::size_t>(), span[1].get<std::size_t>()};
    }
  }
  return topic;
}

Json settings_object(const PracticeSettings& settings) {
  Json json;
  json["principles"] = Json::array();
  for (const PrincipleId& one : settings.principles) json["principles"].push_back(one.value);
  json["question"] = settings.question;
  json["level"] = settings.level ? Json(to_string(*settings.level)) : Json(nullptr);
  json["length"] = to_string(settings.length);
  json["probing"] = to_string(settings.probing);
  json["seed"] = settings.seed;
  return json;
}

PracticeSettings settings_from(const Json& json) {
  const std::string where = "settings";
  PracticeSettings settings;
  for (const Json& one : value<Json>(json, "principles", where)) {
    if (!one.is_string()) throw Misfit("settings.principles has the wrong type");
    settings.principles.push_back({one.get<std::string>()});
  }
  settings.question = value<std::string>(json, "question", where);
  settings.level = maybe_named<Level>(json, "level", where, level_from);
  settings.length = named<PracticeLength>(json, "length", where, practice_length_from);
  settings.probing = named<Probing>(json, "probing", where, probing_from);
  settings.seed = value<std::uint64_t>(json, "seed", where);
  return settings;
}

// What the interviewer relies on.
void check(const Practice& practice) {
  if (practice.topics.empty() || practice.topic >= practice.topics.size())
    throw Misfit("topic is out of range");
  if (practice.entries.empty() || !practice.entries.front().utterance ||
      practice.entries.front().utterance->kind != UtteranceKind::Question)
    throw Misfit("entries do not begin with a question");
  for (const PracticeEntry& entry : practice.entries) {
    const std::size_t topic = entry.utterance ? entry.utterance->topic : entry.answer->topic;
    if (topic >= practice.topics.size()) throw Misfit("an entry names a topic that is not there");
  }
  for (const Topic& topic : practice.topics) {
    for (const GapState& state : topic.gaps) {
      if (!state.entry) continue;
      if (*state.entry >= practice.entries.size() || !practice.entries[*state.entry].answer)
        throw Misfit("a gap names an entry that is not there");
      const std::string& text = practice.entries[*state.entry].answer->text;
      if (state.span.begin > state.span.end || state.span.end > text.size() ||
          !utf8::is_boundary(text, state.span.begin) || !utf8::is_boundary(text, state.span.end))
        throw Misfit("a gap's span lies outside the text");
    }
  }
}

}  // namespace

std::string utterance_json(const Utterance& utterance) {
  return report::dumped(utterance_object(utterance), -1);
}

std::string practice_json(const Practice& practice) {
  Json json;
  json["schema"] = practice_schema;
  json["pack"] = {{"id", practice.pack_id}, {"version", practice.pack_version}};
  json["reader"] = {{"version", practice.reader_version}};
  json["settings"] = settings_object(practice.settings);
  json["random"] = practice.random.state;
  json["topic"] = practice.topic;
  json["abuse"] = practice.abuse;
  json["support_offered"] = practice.support_offered;
  json["finished"] = practice.finished;
  json["topics"] = Json::array();
  for (const Topic& topic : practice.topics) json["topics"].push_back(topic_object(topic));
  json["entries"] = Json::array();
  for (const PracticeEntry& entry : practice.entries) {
    json["entries"].push_back(entry.utterance
                                  ? Json{{"interviewer", utterance_object(*entry.utterance)}}
                                  : Json{{"candidate", answer_object(*entry.answer)}});
  }
  return report::dumped(json, 1) + "\n";
}

Result<Practice> practice_from_json(std::string_view text) {
  try {
    const Json json = Json::parse(text);
    if (!json.is_object() || value<std::string>(json, "schema", "session") != practice_schema)
      throw Misfit("schema is not " + std::string(practice_schema));
    Practice practice;
    const Json pack = value<Json>(json, "pack", "session");
    practice.pack_id = value<std::string>(pack, "id", "pack");
    practice.pack_version = value<std::string>(pack, "version", "pack");
    practice.reader_version =
        value<std::string>(value<Json>(json, "reader", "session"), "version", "reader");
    practice.settings = settings_from(value<Json>(json, "settings", "session"));
    practice.random.state = value<std::uint64_t>(json, "random", "session");
    practice.topic = count(json, "topic", "session");
    practice.abuse = count(json, "abuse", "session");
    practice.support_offered = value<bool>(json, "support_offered", "session");
    practice.finished = value<bool>(json, "finished", "session");
    for (const Json& topic : value<Json>(json, "topics", "session"))
      practice.topics.push_back(
          topic_from(topic, "topics[" + std::to_string(practice.topics.size()) + "]"));
    for (const Json& entry : value<Json>(json, "entries", "session")) {
      const std::string where = "entries[" + std::to_string(practice.entries.size()) + "]";
      PracticeEntry one;
      if (entry.contains("interviewer")) {
        one.utterance = utterance_from(entry["interviewer"], where);
      } else {
        one.answer = answer_from(value<Json>(entry, "candidate", where), where);
      }
      practice.entries.push_back(std::move(one));
    }
    check(practice);
    return practice;
  } catch (const Misfit& misfit) {
    return invalid_input(
        "Not a practice session that this program can go on with: " + misfit.where + ".");
  } catch (const Json::exception&) {
    return invalid_input("Not a practice session: the file is no JSON document of that sort.");
  }
}

}  // namespace barometer
