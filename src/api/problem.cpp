#include "api/problem.hpp"

#include <array>
#include <nlohmann/json.hpp>

namespace barometer::api {
namespace {

struct Title {
  std::string_view type;
  std::string_view title;
};

constexpr std::array<Title, 14> titles = {{
    {"malformed", "The request is malformed"},
    {"unauthorized", "The secret is missing or wrong"},
    {"forbidden", "Not allowed"},
    {"not_found", "No such thing"},
    {"method_not_allowed", "No such method here"},
    {"timeout", "Too slow"},
    {"conflict", "In conflict with what is there"},
    {"too_large", "Too large"},
    {"unsupported_media_type", "Another type of content is expected"},
    {"invalid_input", "Against the rules"},
    {"unavailable", "Not available now"},
    {"endpoint", "An endpoint of the settings failed"},
    {"internal", "A fault of the server"},
    {"cancelled", "Cancelled"},
}};

}  // namespace

Response problem(int status, std::string_view type, std::string_view detail) {
  nlohmann::ordered_json body;
  body["type"] = "urn:barometer:problem:" + std::string(type);
  body["title"] = "Problem";
  for (const Title& row : titles)
    if (row.type == type) body["title"] = row.title;
  body["status"] = status;
  body["detail"] = detail;
  Response response;
  response.status = status;
  response.content_type = "application/problem+json";
  response.body = body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  return response;
}

Response problem(const Error& error) {
  const ErrorCodeRow& row = row_of(error.code);
  return problem(row.http_status, row.name, error.message);
}

}  // namespace barometer::api
