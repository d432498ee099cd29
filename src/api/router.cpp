#include "api/router.hpp"

#include <fmt/format.h>
#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <chrono>

#include "api/problem.hpp"
#include "core/utf8.hpp"

namespace barometer::api {
namespace {

constexpr std::size_t usual_limit = std::size_t{1} << 20;

std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    path.remove_prefix(1);  // the slash
    const auto end = std::min(path.find('/'), path.size());
    parts.push_back(path.substr(0, end));
    path.remove_prefix(end);
  }
  return parts;
}

bool fits(std::string_view pattern, std::string_view path,
          std::map<std::string, std::string>& parameters) {
  if (path.empty() || path.front() != '/') return false;
  const auto wanted = parts_of(pattern);
  const auto given = parts_of(path);
  if (wanted.size() != given.size()) return false;
  parameters.clear();
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (wanted[i].starts_with('{')) {
      parameters.emplace(wanted[i].substr(1, wanted[i].size() - 2), given[i]);
    } else if (wanted[i] != given[i]) {
      return false;
    }
  }
  return true;
}

}  // namespace

std::int64_t now_ms() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

std::string fingerprint(const Request& request) {
  std::string text = request.method + '\n' + request.path + '\n';
  for (const auto& [name, value] : request.query) text += name + '=' + value + '\n';
  text += request.content_type + '\n' + request.body;
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data());
  std::string hex;
  for (const unsigned char byte : digest) hex += fmt::format("{:02x}", byte);
  return hex;
}

Response replay(const AnsweredRequest& earlier, const std::string& fingerprint) {
  if (earlier.fingerprint != fingerprint) {
    return problem(409, "conflict",
                   "This Idempotency-Key was used for another request. Take a new one.");
  }
  Response response;
  response.status = earlier.status;
  response.body = earlier.body;
  response.headers.emplace_back("Idempotency-Replayed", "true");
  return response;
}

std::string Call::query(const std::string& name, const std::string& otherwise) const {
  const auto at = request.query.find(name);
  return at == request.query.end() ? otherwise : at->second;
}

Result<Transaction*> Call::read() {
  if (!transaction_) {
    auto begun = store_.begin(local_owner, Access::Read);
    if (!begun) return begun.error();
    transaction_ = *std::move(begun);
  }
  return transaction_.get();
}

Result<Transaction*> Call::write() {
  if (writing_) return transaction_.get();
  transaction_.reset();
  auto begun = store_.begin(local_owner, Access::Write);
  if (!begun) return begun.error();
  transaction_ = *std::move(begun);
  writing_ = true;
  if (request.idempotency_key) {
    auto earlier = transaction_->answered_request(*request.idempotency_key);
    if (!earlier) return earlier.error();
    if (*earlier) {
      earlier_ = **earlier;
      return Error{ErrorCode::Conflict, "done already"};  // the router gives the earlier answer
    }
  }
  return transaction_.get();
}

void Router::add_own(const std::string& operation, Route route) {
  own_[operation] = true;
  add(operation, std::move(route));
}

void Router::add_waiting(const std::string& operation, Route route) {
  waiting_.insert(operation);
  add(operation, std::move(route));
}

std::vector<std::string> Router::faults() const {
  std::vector<std::string> all;
  for (const Operation& operation : document_.operations())
    if (!routes_.contains(operation.id)) all.push_back("no route for " + operation.id);
  for (const auto& route : routes_) {
    const auto& known = document_.operations();
    if (std::none_of(known.begin(), known.end(),
                     [&route](const Operation& one) { return one.id == route.first; }))
      all.push_back("not in the document: " + route.first);
  }
  return all;
}

const Operation* Router::find(const Request& request,
                              std::map<std::string, std::string>& parameters,
                              std::string& allowed) const {
  for (const Operation& operation : document_.operations()) {
    if (!fits(operation.path, request.path, parameters)) continue;
    if (operation.method == request.method) return &operation;
    allowed += (allowed.empty() ? "" : ", ") + operation.method;
  }
  return nullptr;
}

const Operation* Router::find(const std::string& method, const std::string& path) const {
  Request request;
  request.method = method;
  request.path = path;
  std::map<std::string, std::string> parameters;
  std::string allowed;
  return find(request, parameters, allowed);
}

bool Router::waits(const std::string& method, const std::string& path) const {
  const Operation* operation = find(method, path);
  return operation != nullptr && waiting_.contains(operation->id);
}

// Of files the document tells the length.
std::size_t Router::body_limit(const std::string& method, const std::string& path) const {
  const Operation* operation = find(method, path);
  std::size_t limit = usual_limit;
  if (operation == nullptr) return limit;
  for (const auto& [type, schema] : operation->bodies)
    if (type != "application/json") limit = std::max(limit, schema->value("maxLength", limit));
  return limit;
}

// What the document does not allow.
std::optional<Response> Router::refuse(Call& call, const Operation& operation) const {
  const Request& request = call.request;
  for (const Parameter& parameter : operation.parameters) {
    const std::string* given = nullptr;
    if (parameter.in == "path") {
      given = &call.path_parameters.at(parameter.name);
    } else if (parameter.in == "header") {
      given = request.idempotency_key ? &*request.idempotency_key : nullptr;
    } else if (const auto at = request.query.find(parameter.name); at != request.query.end()) {
      given = &at->second;
    }
    if (given == nullptr) {
      if (!parameter.required) continue;
      return problem(400, "malformed", parameter.name + " is missing.");
    }
    if (utf8::first_invalid(*given))
      return problem(400, "malformed", parameter.name + ": no UTF-8.");
    const auto found = document_.fault(*parameter.schema, *given, parameter.name);
    if (!found) continue;
    if (parameter.in == "path") return problem(404, "not_found", "There is no such thing.");
    return problem(400, "malformed", *found + ".");
  }
  for (const auto& [name, value] : request.query) {
    const bool known = std::any_of(
        operation.parameters.begin(), operation.parameters.end(),
        [&, &wanted = name](const Parameter& p) { return p.in == "query" && p.name == wanted; });
    if (!known) return problem(400, "malformed", "A query parameter is not known here.");
  }
  if (operation.bodies.empty()) {
    if (request.body.empty()) return std::nullopt;
    return problem(400, "malformed", "This request has no body.");
  }
  const auto body = operation.bodies.find(request.content_type);
  if (body == operation.bodies.end()) {
    std::string types;
    for (const auto& [type, schema] : operation.bodies)
      types += (types.empty() ? "" : " or ") + type;
    return problem(415, "unsupported_media_type", "The Content-Type must be " + types + ".");
  }
  if (request.content_type != "application/json") {
    if (request.body.empty()) return problem(422, "invalid_input", "The body is empty.");
    return std::nullopt;
  }
  call.body = nlohmann::json::parse(request.body, nullptr, false);
  if (call.body.is_discarded()) return problem(400, "malformed", "The body is no JSON in UTF-8.");
  if (const auto found = document_.fault(*body->second, call.body, "body"))
    return problem(422, "invalid_input", *found + ".");
  return std::nullopt;
}

Response Router::finish(Call& call, Response response) {
  if (!call.writing_) return response;
  if (call.request.idempotency_key) {
    const AnsweredRequest done{*call.request.idempotency_key,
                               call.fingerprint_,
                               now_ms(),
                               response.status,
                               response.body,
                               call.about};
    if (const auto kept = call.transaction_->remember_request(done); !kept)
      return problem(kept.error());
  }
  if (const auto kept = call.transaction_->commit(); !kept) return problem(kept.error());
  if (call.after_commit) call.after_commit();
  return response;
}

Response Router::run(Call& call, const Route& route) {
  const bool own = own_.contains(call.operation_.id);
  if (call.request.idempotency_key) call.fingerprint_ = fingerprint(call.request);
  if (call.request.idempotency_key && !own && call.request.method != "GET") {
    auto reading = store_.begin(local_owner, Access::Read);
    if (!reading) return problem(reading.error());
    auto earlier = (*reading)->answered_request(*call.request.idempotency_key);
    if (!earlier) return problem(earlier.error());
    if (*earlier) return replay(**earlier, call.fingerprint_);
  }
  auto answered = route(call);
  if (call.earlier_) return replay(*call.earlier_, call.fingerprint_);
  if (!answered) return problem(answered.error());
  return finish(call, *std::move(answered));
}

Routed Router::handle(Request request) {
  if (request.method == "GET") request.idempotency_key.reset();  // nothing is written
  std::map<std::string, std::string> parameters;
  std::string allowed;
  const Operation* operation = find(request, parameters, allowed);
  if (operation == nullptr) {
    if (allowed.empty())
      return {problem(404, "not_found", "There is nothing at this path."), "none"};
    Response response = problem(405, "method_not_allowed", "This path takes " + allowed + " only.");
    response.headers.emplace_back("Allow", allowed);
    return {std::move(response), "none"};
  }
  find(request, parameters, allowed);  // the parameters of the operation that fits
  try {
    Call call(store_, request, *operation);
    call.path_parameters = std::move(parameters);
    if (!call.path_parameters.empty()) call.about = call.path_parameters.begin()->second;
    if (auto refused = refuse(call, *operation)) return {*std::move(refused), operation->path};
    return {run(call, routes_.at(operation->id)), operation->path};
  } catch (const std::exception&) {  // the last net; its text may hold a candidate's words
    return {problem(500, "internal", "The server met an unexpected fault. Nothing was changed."),
            operation->path};
  }
}

}  // namespace barometer::api
