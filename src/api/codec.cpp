#include "api/codec.hpp"

namespace barometer::api {

Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json encode_pack_name(const std::string& id, const std::string& version) {
  return {{"id", id}, {"version", version}};
}

Json encode(const PackEntry& entry) {
  return {{"id", entry.id},
          {"version", entry.version},
          {"title", entry.title},
          {"language", entry.language},
          {"principles", entry.principles},
          {"problem", or_null(entry.problem)}};
}

namespace {

Json encode(const Principle& principle) {
  Json indicators = Json::array();
  for (const Indicator& one : principle.indicators)
    indicators.push_back(
        {{"id", one.id.value}, {"polarity", to_string(one.polarity)}, {"text", one.text}});
  Json questions = Json::array();
  for (const Question& one : principle.questions)
    questions.push_back({{"id", one.id},
                         {"kind", to_string(one.kind)},
                         {"level", to_string(one.level)},
                         {"text", one.text}});
  Json probes = Json::array();
  for (const Probe& one : principle.probes)
    probes.push_back({{"kind", one.kind}, {"when", one.when}, {"text", one.text}});
  return {{"id", principle.id.value},     {"name", principle.name},
          {"summary", principle.summary}, {"indicators", std::move(indicators)},
          {"anchors", principle.anchors}, {"questions", std::move(questions)},
          {"probes", std::move(probes)}};
}

}  // namespace

Json encode(const Pack& pack) {
  Json kinds = Json::array();
  for (const ProbeKind& kind : pack.probe_kinds)
    kinds.push_back({{"id", kind.id}, {"meaning", kind.meaning}});
  Json principles = Json::array();
  for (const Principle& principle : pack.principles) principles.push_back(encode(principle));
  return {{"id", pack.id},
          {"version", pack.version},
          {"title", pack.title},
          {"summary", pack.summary},
          {"language", pack.language},
          {"license", pack.license},
          {"rating_scale", pack.rating_scale},
          {"probe_kinds", std::move(kinds)},
          {"principles", std::move(principles)}};
}

Json encode(const KeptReading& reading, double progress) {
  Json speakers = Json::array();
  for (const KeptSpeaker& speaker : reading.speakers)
    speakers.push_back({{"name", speaker.name},
                        {"role", to_string(speaker.role)},
                        {"turns", speaker.turns},
                        {"words", speaker.words}});
  Json warnings = Json::array();
  for (const Warning& warning : reading.warnings)
    warnings.push_back({{"code", warning.code}, {"message", warning.message}});
  return {{"id", reading.id.value},
          {"sequence", reading.sequence},
          {"created_ms", reading.created_ms},
          {"name", reading.name},
          {"pack", encode_pack_name(reading.pack_id, reading.pack_version)},
          {"format", reading.format},
          {"status", to_string(reading.status)},
          {"progress", progress},
          {"speakers", std::move(speakers)},
          {"warnings", std::move(warnings)},
          {"problem", or_null(reading.problem)}};
}

Json encode_ids(const std::vector<PrincipleId>& ids) {
  Json list = Json::array();
  for (const PrincipleId& id : ids) list.push_back(id.value);
  return list;
}

std::vector<PrincipleId> decode_ids(const nlohmann::json& list) {
  std::vector<PrincipleId> ids;
  for (const auto& id : list) ids.push_back({id.get<std::string>()});
  return ids;
}

Json encode(const Story& story) {
  return {{"id", story.id.value},
          {"sequence", story.sequence},
          {"created_ms", story.created_ms},
          {"updated_ms", story.updated_ms},
          {"title", story.title},
          {"situation", story.situation},
          {"task", story.task},
          {"action", story.action},
          {"result", story.result},
          {"notes", story.notes},
          {"principles", encode_ids(story.principles)},
          {"tellings", story.tellings}};
}

}  // namespace barometer::api
