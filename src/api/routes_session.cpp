#include "api/codec.hpp"
#include "api/problem.hpp"
#include "api/routes.hpp"

namespace barometer::api {

void add_session_routes(Router& router, const Parts& parts) {
  router.add("get_session", [&parts](Call&) -> Result<Response> {
    return answer({{"asks_for_secret", parts.sessions.asks()}});
  });
  router.add("open_session", [&parts](Call& call) -> Result<Response> {
    if (!parts.sessions.asks()) {
      return Error{ErrorCode::Conflict,
                   "This server asks for no secret: it listens on this machine only."};
    }
    const auto token = parts.sessions.open(call.body.at("secret").get<std::string>());
    if (!token)
      return problem(401, "unauthorized",
                     "This is not the secret that the server was started with.");
    Response response = no_content();
    response.headers.emplace_back("Set-Cookie", session_header(*token, call.request.encrypted));
    return response;
  });
  router.add("close_session", [&parts](Call& call) -> Result<Response> {
    parts.sessions.close(call.request.session);
    Response response = no_content();
    response.headers.emplace_back("Set-Cookie", session_header("", call.request.encrypted));
    return response;
  });
}

}  // namespace barometer::api
