#include "api/codec.hpp"
#include "api/problem.hpp"
#include "api/routes.hpp"
#include "service/speech.hpp"

namespace barometer::api {
namespace {

Json encode_parts(const std::vector<SpokenPart>& parts) {
  Json list = Json::array();
  for (const SpokenPart& part : parts)
    list.push_back({{"text", part.text}, {"begin_ms", part.begin_ms}, {"end_ms", part.end_ms}});
  return list;
}

Json encode(const Transcription& heard) {
  return {{"text", heard.text},
          {"language", heard.language.empty() ? Json(nullptr) : Json(heard.language)},
          {"duration_ms", heard.duration_ms ? Json(*heard.duration_ms) : Json(nullptr)},
          {"words", encode_parts(heard.words)},
          {"segments", encode_parts(heard.segments)}};
}

// The transaction ends here: nothing of the store is held while the endpoint works.
Result<Endpoint> endpoint_of_owner(Store& store) {
  const auto transaction = store.begin(local_owner, Access::Read);
  if (!transaction) return transaction.error();
  const auto settings = (*transaction)->settings();
  if (!settings) return settings.error();
  return endpoint_of(*settings, "speech");
}

Result<Response> transcribe_recording(const Parts& parts, Call& call) {
  const auto endpoint = endpoint_of_owner(parts.store);
  if (!endpoint) return endpoint.error();
  const Recording recording{call.request.content_type, call.request.body};
  const auto heard = transcribe(*endpoint, recording, parts.call_limits, parts.ending);
  if (heard) return answer(encode(*heard));
  const Error& error = heard.error();
  // The fault of another server, not of this one.
  if (error.code == ErrorCode::Unavailable) return problem(502, "endpoint", error.message);
  if (error.code == ErrorCode::Cancelled)
    return problem(503, "unavailable", "The server is being stopped. Try again when it is back.");
  return error;
}

}  // namespace

void add_speech_routes(Router& router, const Parts& parts) {
  router.add_waiting("transcribe_speech",
                     [&parts](Call& call) { return transcribe_recording(parts, call); });
}

}  // namespace barometer::api
