// The router: finds the operation of a request, holds the request to the document, and runs its
// route within a transaction that also remembers the answer, so that the same request sent again
// changes nothing.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "api/document.hpp"
#include "api/message.hpp"
#include "core/result.hpp"
#include "store/store.hpp"

namespace barometer::api {

// One request on its way through a route.
class Call {
 public:
  Call(Store& store, const Request& sent, const Operation& operation)
      : store_(store), request(sent), operation_(operation) {}

  const std::string& path(const std::string& name) const { return path_parameters.at(name); }
  std::string query(const std::string& name, const std::string& otherwise = "") const;

  // The transaction of this call, begun at the first use; committed by the router after the route
  // has answered. Conflict when the idempotency key was used in the meantime.
  Result<Transaction*> read();
  Result<Transaction*> write();

 private:
  Store& store_;

 public:
  const Request& request;
  nlohmann::json body;  // of an application/json request; holds to the document
  std::map<std::string, std::string> path_parameters;
  std::string about;                   // id of what it makes; of what it changes by the path
  std::function<void()> after_commit;  // not called when an earlier answer is given again

 private:
  friend class Router;
  const Operation& operation_;
  std::string fingerprint_;
  std::unique_ptr<Transaction> transaction_;
  bool writing_ = false;
  std::optional<AnsweredRequest> earlier_;  // found when the write began
};

using Route = std::function<Result<Response>(Call&)>;

// What the server tells of a request afterwards; never an id, a query or a text.
struct Routed {
  Response response;
  std::string route;  // the path's template; "page" or "none" without one
};

class Router {
 public:
  Router(const Document& document, Store& store) : document_(document), store_(store) {}

  // `operation` is an operationId of the document.
  void add(const std::string& operation, Route route) { routes_[operation] = std::move(route); }
  // Routes that keep their own transactions and remember their answers themselves.
  void add_own(const std::string& operation, Route route);
  // Routes that wait for a server of others, and so may take minutes.
  void add_waiting(const std::string& operation, Route route);

  // Never throws; whatever goes wrong is a problem.
  Routed handle(Request request);

  // Whether its route was added as a waiting one.
  bool waits(const std::string& method, const std::string& path) const;

  // The largest body that this request may have.
  std::size_t body_limit(const std::string& method, const std::string& path) const;

  // Operations of the document without a route, and routes without an operation.
  std::vector<std::string> faults() const;

 private:
  const Operation* find(const std::string& method, const std::string& path) const;
  const Operation* find(const Request& request, std::map<std::string, std::string>& parameters,
                        std::string& allowed) const;
  std::optional<Response> refuse(Call& call, const Operation& operation) const;
  Response run(Call& call, const Route& route);
  Response finish(Call& call, Response response);

  const Document& document_;
  Store& store_;
  std::map<std::string, Route> routes_;
  std::map<std::string, bool> own_;
  std::set<std::string> waiting_;
};

// Of method, path, query and body: what an idempotency key stands for.
std::string fingerprint(const Request& request);

// The stored answer, again; a conflict when the key was used for another request.
Response replay(const AnsweredRequest& earlier, const std::string& fingerprint);

std::int64_t now_ms();

}  // namespace barometer::api
