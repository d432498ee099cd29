#include "api/http_server.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <atomic>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <mutex>
#include <set>
#include <thread>

#include "api/gate.hpp"
#include "api/page.hpp"
#include "api/problem.hpp"
#include "api/url.hpp"

namespace barometer::api {
namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = net::ip::tcp;
using namespace std::chrono_literals;

constexpr auto idle_limit = 60s;     // between two requests of a connection
constexpr auto request_limit = 10s;  // for a whole request to arrive
constexpr auto file_limit = 60s;     // where it is a file or a recording
constexpr auto write_limit = 30s;    // for an answer to be taken
constexpr auto heartbeat = 15s;      // of event streams
constexpr auto patience_limit = 7s;  // for what is under way when the server ends
constexpr auto farewell_limit = 3s;  // after that
constexpr std::size_t most_connections = 1200;
constexpr std::uint32_t header_limit = 8192;
constexpr std::size_t largest_body = std::size_t{32} << 20;
constexpr std::size_t large_body = std::size_t{1} << 20;
constexpr int most_waiting = 24;  // requests that wait for servers of others, at once

using Parser = http::request_parser<http::string_body>;
using HttpResponse = http::response<http::string_body>;

std::string_view as_view(beast::string_view text) { return {text.data(), text.size()}; }

std::string field(const Parser& parser, http::field name) {
  return std::string(as_view(parser.get()[name]));
}

struct Connection {
  explicit Connection(tcp::socket socket) : stream(std::move(socket)) {}
  beast::tcp_stream stream;
  bool idle = true;  // on the stream's executor
};

// What a request may be told when it could not be read; nothing when nobody listens any more, or
// the stream has hung up because it took too long.
std::optional<Response> unreadable(const beast::error_code& failure) {
  if (failure == http::error::header_limit || failure == http::error::buffer_overflow)
    return problem(431, "too_large", "The header is larger than 8 KiB.");
  if (failure == http::error::body_limit)
    return problem(413, "too_large", "The body is larger than this path takes.");
  if (failure == http::error::end_of_stream || failure == http::error::partial_message)
    return std::nullopt;
  if (failure.category() == beast::error_code(http::error::bad_method).category())
    return problem(400, "malformed", "This is not HTTP.");
  return std::nullopt;
}

class HttpServer {
 public:
  HttpServer(const HttpOptions& options, const HttpParts& parts)
      : options_(options), parts_(parts), gate_(options.port, parts.sessions) {}

  Status run();

 private:
  net::awaitable<void> accept();
  net::awaitable<void> serve(std::shared_ptr<Connection> connection);
  net::awaitable<bool> exchange(Connection& connection, beast::flat_buffer& buffer);
  net::awaitable<void> read_request(Connection& connection, beast::flat_buffer& buffer,
                                    Parser& parser, beast::error_code& failure);
  net::awaitable<Routed> answer(Parser& parser);
  net::awaitable<Routed> work(Request request);
  net::awaitable<Routed> wait_for_others(Request request);
  net::awaitable<bool> send(Connection& connection, Response response, bool keep_alive, bool head);
  net::awaitable<void> watch(Connection& connection, ReadingId id);
  // Nothing when it is gone.
  net::awaitable<std::optional<std::pair<std::string, bool>>> snapshot(const ReadingId& id);
  void stop();
  net::awaitable<void> say_farewell();
  bool nobody_left();
  void leave(Connection* connection);

  HttpOptions options_;
  const HttpParts& parts_;
  Gate gate_;
  net::io_context io_{2};
  net::thread_pool workers_{2};  // routes wait for the disk; what only moves bytes must not wait
  net::thread_pool waiters_{8};  // routes that wait for servers of others keep nobody from the disk
  std::atomic<int> waiting_ = 0;
  std::optional<tcp::acceptor> acceptor_;
  std::optional<net::steady_timer> farewell_;
  std::atomic<bool> stopping_ = false;
  std::mutex mutex_;
  std::set<std::shared_ptr<Connection>> connections_;
};

Status HttpServer::run() {
  beast::error_code failure;
  const auto address = net::ip::make_address(options_.address, failure);
  if (failure) return invalid_input(fmt::format("{}: no IP address.", options_.address));
  acceptor_.emplace(net::make_strand(io_));
  const tcp::endpoint endpoint(address, options_.port);
  acceptor_->open(endpoint.protocol(), failure);
  if (!failure) acceptor_->set_option(net::socket_base::reuse_address(true), failure);
  if (!failure) acceptor_->bind(endpoint, failure);
  if (!failure) acceptor_->listen(net::socket_base::max_listen_connections, failure);
  if (failure) {
    return Error{ErrorCode::Unavailable,
                 fmt::format("{}:{}: cannot listen there ({}). Is another server running? Choose "
                             "another --port.",
                             options_.address, options_.port, failure.message())};
  }
  const auto port = acceptor_->local_endpoint().port();
  gate_ = Gate(port, parts_.sessions);
  farewell_.emplace(acceptor_->get_executor());
  net::signal_set signals(acceptor_->get_executor(), SIGTERM, SIGINT);
  signals.async_wait([this](const beast::error_code& ignored, int) {
    if (!ignored) stop();
  });
  net::co_spawn(acceptor_->get_executor(), accept(), net::detached);
  parts_.ready(fmt::format(
      "http://{}:{}/", address.is_v6() ? "[" + options_.address + "]" : options_.address, port));
  std::thread second([this] { io_.run(); });
  io_.run();
  second.join();
  parts_.give_up();
  waiters_.join();
  workers_.join();
  return Done{};
}

void HttpServer::stop() {
  stopping_ = true;
  spdlog::info(R"("event":"stopping")");
  beast::error_code ignored;
  acceptor_->close(ignored);
  parts_.hub.close();
  const std::lock_guard lock(mutex_);
  if (connections_.empty()) return;
  net::co_spawn(acceptor_->get_executor(), say_farewell(), net::detached);
  for (const auto& connection : connections_) {
    net::post(connection->stream.get_executor(), [connection] {
      if (connection->idle) connection->stream.cancel();
    });
  }
}

// What waits for others is given up a little earlier, so that it can still be answered.
net::awaitable<void> HttpServer::say_farewell() {
  beast::error_code cancelled;
  farewell_->expires_after(patience_limit);
  co_await farewell_->async_wait(net::redirect_error(net::use_awaitable, cancelled));
  if (cancelled || nobody_left()) co_return;
  parts_.give_up();
  farewell_->expires_after(farewell_limit);
  co_await farewell_->async_wait(net::redirect_error(net::use_awaitable, cancelled));
  if (!cancelled) io_.stop();
}

bool HttpServer::nobody_left() {
  const std::lock_guard lock(mutex_);
  return connections_.empty();
}

void HttpServer::leave(Connection* connection) {
  const std::lock_guard lock(mutex_);
  std::erase_if(connections_, [connection](const auto& one) { return one.get() == connection; });
  parts_.metrics.set_connections(connections_.size());
  if (stopping_ && connections_.empty())
    net::post(acceptor_->get_executor(), [this] { farewell_->cancel(); });
}

net::awaitable<void> HttpServer::accept() {
  while (!stopping_) {
    beast::error_code failure;
    tcp::socket socket = co_await acceptor_->async_accept(
        net::make_strand(io_), net::redirect_error(net::use_awaitable, failure));
    if (failure == net::error::operation_aborted || stopping_) co_return;
    if (failure) {  // out of file handles, say: a short pause instead of a busy loop
      net::steady_timer pause(acceptor_->get_executor(), 50ms);
      co_await pause.async_wait(net::redirect_error(net::use_awaitable, failure));
      continue;
    }
    socket.set_option(tcp::no_delay(true), failure);
    auto connection = std::make_shared<Connection>(std::move(socket));
    {
      const std::lock_guard lock(mutex_);
      if (connections_.size() >= most_connections) continue;  // closes it
      connections_.insert(connection);
      parts_.metrics.set_connections(connections_.size());
    }
    const auto executor = connection->stream.get_executor();
    net::co_spawn(executor, serve(std::move(connection)), net::detached);
  }
}

net::awaitable<void> HttpServer::serve(std::shared_ptr<Connection> connection) {
  try {
    beast::flat_buffer buffer(header_limit + largest_body);
    while (co_await exchange(*connection, buffer)) {
    }
    beast::error_code ignored;
    connection->stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
  } catch (const std::exception&) {
    spdlog::error(R"("event":"connection_fault")");
  }
  leave(connection.get());
}

// One request and its answer. False when the connection is at its end.
net::awaitable<bool> HttpServer::exchange(Connection& connection, beast::flat_buffer& buffer) {
  beast::error_code failure;
  connection.idle = true;
  if (stopping_) co_return false;
  if (buffer.size() == 0) {
    connection.stream.expires_after(idle_limit);
    const std::size_t count = co_await connection.stream.async_read_some(
        buffer.prepare(4096), net::redirect_error(net::use_awaitable, failure));
    if (failure) co_return false;
    buffer.commit(count);
  }
  connection.idle = false;
  const auto started = std::chrono::steady_clock::now();
  Parser parser;
  connection.stream.expires_after(request_limit);
  co_await read_request(connection, buffer, parser, failure);
  if (failure) {
    if (auto refusal = unreadable(failure)) {
      parts_.metrics.count("-", "unreadable", refusal->status, 0.0);
      co_await send(connection, *std::move(refusal), false, false);
    }
    co_return false;
  }
  Routed routed = co_await answer(parser);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - started;
  const std::string method(as_view(http::to_string(parser.get().method())));
  const int status = routed.response.status;
  parts_.metrics.count(method, routed.route, status, took.count());
  spdlog::info(R"("event":"request","method":"{}","route":"{}","status":{},"ms":{:.1f})", method,
               routed.route, status, took.count() * 1000.0);
  if (routed.response.watched) {
    co_await watch(connection, *routed.response.watched);
    co_return false;
  }
  const bool keep_alive = parser.get().keep_alive() && !stopping_;
  const bool head = parser.get().method() == http::verb::head;
  co_return co_await send(connection, std::move(routed.response), keep_alive, head);
}

net::awaitable<void> HttpServer::read_request(Connection& connection, beast::flat_buffer& buffer,
                                              Parser& parser, beast::error_code& failure) {
  parser.header_limit(header_limit);
  parser.body_limit(largest_body);
  co_await http::async_read_header(connection.stream, buffer, parser,
                                   net::redirect_error(net::use_awaitable, failure));
  if (failure) co_return;
  const std::string method(as_view(parser.get().method_string()));
  const std::size_t limit =
      parts_.router.body_limit(method, split_target(as_view(parser.get().target())).path);
  const auto length = parser.content_length();
  if (length && *length > limit) {
    failure = http::error::body_limit;
    co_return;
  }
  parser.body_limit(limit);
  if (limit > large_body) connection.stream.expires_after(file_limit);
  if (as_view(parser.get()[http::field::expect]) == "100-continue") {
    http::response<http::empty_body> go_on(http::status::continue_, parser.get().version());
    co_await http::async_write(connection.stream, go_on,
                               net::redirect_error(net::use_awaitable, failure));
    if (failure) co_return;
  }
  co_await http::async_read(connection.stream, buffer, parser,
                            net::redirect_error(net::use_awaitable, failure));
}

net::awaitable<Routed> HttpServer::answer(Parser& parser) {
  auto& received = parser.get();
  const std::string target(as_view(received.target()));
  Request request;
  const Target split = split_target(target);
  if (!split.sound) co_return Routed{problem(400, "malformed", "The path is malformed."), "none"};
  request.method = std::string(as_view(received.method_string()));
  request.path = split.path;
  request.query = split.query;
  const std::string host = field(parser, http::field::host);
  const std::string origin = field(parser, http::field::origin);
  const std::string site(as_view(received["Sec-Fetch-Site"]));
  const std::string authorization = field(parser, http::field::authorization);
  request.session = session_token(field(parser, http::field::cookie));
  request.encrypted = origin.starts_with("https:");
  if (auto refused = gate_.refuse(
          {request.method, request.path, host, origin, site, authorization, request.session}))
    co_return Routed{*std::move(refused), "none"};
  const bool own =
      request.path.starts_with("/api/") || request.path == "/healthz" || request.path == "/metrics";
  if (!own) {
    if (received.method() != http::verb::get && received.method() != http::verb::head) {
      Response refused = problem(405, "method_not_allowed", "This path takes GET and HEAD only.");
      refused.headers.emplace_back("Allow", "GET, HEAD");
      co_return Routed{std::move(refused), "page"};
    }
    const std::string encoding = field(parser, http::field::accept_encoding);
    const std::string known = field(parser, http::field::if_none_match);
    co_return Routed{page({request.path, encoding, known}), "page"};
  }
  if (received.find("Idempotency-Key") != received.end())
    request.idempotency_key = std::string(as_view(received["Idempotency-Key"]));
  request.content_type = media_type(field(parser, http::field::content_type));
  request.body = std::move(received.body());
  if (!parts_.router.waits(request.method, request.path))
    co_return co_await net::co_spawn(workers_, work(std::move(request)), net::use_awaitable);
  co_return co_await wait_for_others(std::move(request));
}

net::awaitable<Routed> HttpServer::work(Request request) {
  co_return parts_.router.handle(std::move(request));
}

net::awaitable<Routed> HttpServer::wait_for_others(Request request) {
  if (waiting_.fetch_add(1) >= most_waiting) {
    --waiting_;
    co_return Routed{problem(503, "unavailable",
                             "Too many recordings are being turned into text. Try again later."),
                     request.path};
  }
  Routed routed = co_await net::co_spawn(waiters_, work(std::move(request)), net::use_awaitable);
  --waiting_;
  co_return routed;
}

net::awaitable<bool> HttpServer::send(Connection& connection, Response response, bool keep_alive,
                                      bool head) {
  HttpResponse message;
  message.version(11);
  message.result(static_cast<unsigned>(response.status));
  message.keep_alive(keep_alive);
  message.set("X-Content-Type-Options", "nosniff");
  message.set("Referrer-Policy", "no-referrer");
  message.set("Cross-Origin-Resource-Policy", "same-origin");
  message.set("Cross-Origin-Opener-Policy", "same-origin");
  message.set(http::field::cache_control, "no-store");  // unless the page says otherwise
  message.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  for (const auto& [name, value] : response.headers) message.set(name, value);
  const bool empty = response.status == 204 || response.status == 304;
  if (!empty) message.set(http::field::content_type, response.content_type);
  message.body() = std::move(response.body);
  if (!empty) message.prepare_payload();
  if (head) message.body().clear();
  beast::error_code failure;
  connection.stream.expires_after(write_limit);
  co_await http::async_write(connection.stream, message,
                             net::redirect_error(net::use_awaitable, failure));
  co_return !failure && keep_alive;
}

net::awaitable<std::optional<std::pair<std::string, bool>>> HttpServer::snapshot(
    const ReadingId& id) {
  auto state = parts_.snapshot(id);
  if (!state) co_return std::nullopt;
  co_return *std::move(state);
}

net::awaitable<void> HttpServer::watch(Connection& connection, ReadingId id) {
  const auto stream = parts_.hub.join(id, connection.stream.get_executor());
  if (!stream) {
    co_await send(connection, problem(503, "unavailable", "Too many event streams are open."),
                  false, false);
    co_return;
  }
  parts_.metrics.set_streams(parts_.hub.streams());
  http::response<http::empty_body> head(http::status::ok, 11);
  head.set(http::field::content_type, "text/event-stream");
  head.set(http::field::cache_control, "no-store");
  head.set("X-Content-Type-Options", "nosniff");
  head.keep_alive(false);
  head.chunked(true);
  http::response_serializer<http::empty_body> serializer(head);
  beast::error_code failure;
  connection.stream.expires_after(write_limit);
  co_await http::async_write_header(connection.stream, serializer,
                                    net::redirect_error(net::use_awaitable, failure));
  bool last = false;
  bool tell = true;  // the state as it is, at once
  while (!failure && !last && !stream->closing) {
    std::string text = ": still here\n\n";
    if (tell) {
      const auto state = co_await net::co_spawn(workers_, snapshot(id), net::use_awaitable);
      if (!state) break;
      text = "event: reading\ndata: " + state->first + "\n\n";
      last = state->second;
    }
    connection.stream.expires_after(write_limit);
    co_await net::async_write(connection.stream, http::make_chunk(net::buffer(text)),
                              net::redirect_error(net::use_awaitable, failure));
    if (failure || last) break;
    connection.stream.expires_never();
    if (!stream->changed) {
      beast::error_code woken;
      stream->timer.expires_after(heartbeat);
      co_await stream->timer.async_wait(net::redirect_error(net::use_awaitable, woken));
    }
    tell = std::exchange(stream->changed, false);
  }
  if (!failure) {
    connection.stream.expires_after(write_limit);
    co_await net::async_write(connection.stream, http::make_chunk_last(),
                              net::redirect_error(net::use_awaitable, failure));
  }
}

}  // namespace

bool is_loopback(const std::string& address) {
  beast::error_code failure;
  const auto parsed = net::ip::make_address(address, failure);
  return !failure && parsed.is_loopback();
}

Status serve_http(const HttpOptions& options, const HttpParts& parts) {
  try {
    return HttpServer(options, parts).run();
  } catch (const std::exception& failure) {
    return Error{ErrorCode::Internal,
                 fmt::format("The server stopped by a fault ({}).", failure.what())};
  }
}

}  // namespace barometer::api
