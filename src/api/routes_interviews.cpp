#include <algorithm>

#include "api/codec.hpp"
#include "api/problem.hpp"
#include "api/routes.hpp"
#include "core/random_id.hpp"
#include "service/practise.hpp"

namespace barometer::api {
namespace {

InterviewId id_of(const Call& call) { return {call.path("interview_id")}; }

// While the interview runs the reasons stay with the interviewer.
Json encode(const KeptTurn& turn, InterviewStatus status) {
  const bool told = status == InterviewStatus::Ended;
  return {{"number", turn.number},
          {"speaker", to_string(turn.speaker)},
          {"kind", turn.kind},
          {"text", turn.text},
          {"reason", told ? or_null(turn.reason) : Json(nullptr)},
          {"gap", told ? or_null(turn.gap) : Json(nullptr)},
          {"created_ms", turn.created_ms}};
}

// What an entry and a whole interview have in common.
Json encode(const KeptInterview& interview) {
  const Json setup = Json::parse(interview.setup);
  return {{"id", interview.id.value},
          {"sequence", interview.sequence},
          {"created_ms", interview.created_ms},
          {"pack", encode_pack_name(interview.pack_id, interview.pack_version)},
          {"principles", setup.at("principles")},
          {"length", setup.at("length")},
          {"probing", setup.at("probing")},
          {"status", to_string(interview.status)}};
}

Json encode(const WholeInterview& whole) {
  Json body = encode(whole.interview);
  body["turns"] = Json::array();
  for (const KeptTurn& turn : whole.turns)
    body["turns"].push_back(encode(turn, whole.interview.status));
  body["draft"] = whole.interview.draft;
  return body;
}

std::string encode(const Reaction& reaction) {
  Json body;
  body["answer"] = encode(reaction.turns.front(), reaction.status);
  body["utterances"] = Json::array();
  for (std::size_t i = 1; i < reaction.turns.size(); ++i)
    body["utterances"].push_back(encode(reaction.turns[i], reaction.status));
  body["status"] = to_string(reaction.status);
  return body.dump();
}

PracticeSettings settings_of(const nlohmann::json& body) {
  PracticeSettings settings;
  settings.principles = decode_ids(body.at("principles"));
  settings.length = practice_length_from(body.value("length", "usual")).value_or(settings.length);
  settings.probing = probing_from(body.value("probing", "usual")).value_or(settings.probing);
  if (const auto question = body.find("question"); question != body.end() && question->is_string())
    settings.question = question->get<std::string>();
  settings.seed = random_seed();
  return settings;
}

Result<Response> create(const Parts& parts, Call& call) {
  const auto shelved = parts.shelf.take(call.body.value("pack", default_pack));
  if (!shelved) return shelved.error();
  const auto practice =
      start_practising((*shelved)->pack, *(*shelved)->reader, settings_of(call.body));
  if (!practice) return practice.error();
  Json asked = Json::array();
  for (const Topic& topic : practice->topics) {
    if (std::find(asked.begin(), asked.end(), topic.principle.value) == asked.end())
      asked.push_back(topic.principle.value);
  }
  const Json setup = {{"principles", std::move(asked)},
                      {"length", to_string(practice->settings.length)},
                      {"probing", to_string(practice->settings.probing)}};
  const auto transaction = call.write();
  if (!transaction) return transaction.error();
  const auto id = Interviews::add(**transaction, *practice, setup.dump(), now_ms());
  if (!id) return id.error();
  call.about = id->value;
  auto interview = (*transaction)->interview(*id);
  if (!interview) return interview.error();
  auto turns = (*transaction)->turns(*id);
  if (!turns) return turns.error();
  return answer(encode(WholeInterview{*std::move(interview), *std::move(turns)}), 201);
}

Result<Response> submit(const Parts& parts, Call& call) {
  SubmittedAnswer submitted;
  submitted.interview = id_of(call);
  submitted.text = call.body.at("text");
  submitted.at_ms = now_ms();
  submitted.request.key = *call.request.idempotency_key;
  submitted.request.fingerprint = fingerprint(call.request);
  submitted.request.created_ms = submitted.at_ms;
  submitted.request.about = call.about;
  const auto reaction =
      parts.interviews.submit(submitted, [](const Reaction& done) { return encode(done); });
  if (!reaction) return reaction.error();
  if (reaction->earlier) return replay(*reaction->earlier, submitted.request.fingerprint);
  Response response;
  response.body = encode(*reaction);
  return response;
}

Result<Response> save_draft(Call& call) {
  const auto transaction = call.write();
  if (!transaction) return transaction.error();
  const std::string text = call.body.at("text");
  if (const auto kept = (*transaction)->set_draft(id_of(call), text); !kept) return kept.error();
  return no_content();
}

}  // namespace

void add_interview_routes(Router& router, const Parts& parts) {
  router.add("list_interviews", [](Call& call) -> Result<Response> {
    const auto transaction = call.read();
    if (!transaction) return transaction.error();
    const auto all = (*transaction)->interviews();
    if (!all) return all.error();
    Json interviews = Json::array();
    for (const KeptInterview& interview : *all) {
      Json entry = encode(interview);
      entry["turns"] = interview.turns;
      interviews.push_back(std::move(entry));
    }
    return answer({{"interviews", std::move(interviews)}});
  });
  router.add("create_interview", [&parts](Call& call) { return create(parts, call); });
  router.add_own("get_interview", [&parts](Call& call) -> Result<Response> {
    const auto whole = parts.interviews.whole(id_of(call));
    if (!whole) return whole.error();
    return answer(encode(*whole));
  });
  router.add("delete_interview", [](Call& call) -> Result<Response> {
    const auto transaction = call.write();
    if (!transaction) return transaction.error();
    if (const auto gone = (*transaction)->delete_interview(id_of(call)); !gone) return gone.error();
    if (const auto gone = (*transaction)->forget_requests_about(call.about); !gone)
      return gone.error();
    return no_content();
  });
  router.add_own("submit_answer", [&parts](Call& call) { return submit(parts, call); });
  // Ending twice is ending once: the second finds it ended and gives the same.
  router.add_own("end_interview", [&parts](Call& call) -> Result<Response> {
    const auto whole = parts.interviews.end(id_of(call), now_ms());
    if (!whole) return whole.error();
    return answer(encode(*whole));
  });
  router.add_own("get_feedback", [&parts](Call& call) -> Result<Response> {
    auto whole = parts.interviews.whole(id_of(call));
    if (!whole) return whole.error();
    if (whole->interview.feedback.empty()) {
      return Error{ErrorCode::Conflict,
                   "Feedback comes after the interview. Answer on, or end it first."};
    }
    Response response;
    response.body = std::move(whole->interview.feedback);
    return response;
  });
  router.add("save_draft", [](Call& call) { return save_draft(call); });
}

}  // namespace barometer::api
