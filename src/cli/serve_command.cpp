// barometer serve: the server, its store, and its readers.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "api/server.hpp"
#include "cli/command_line.hpp"
#include "cli/console.hpp"
#include "cli/store_place.hpp"
#include "cli/tools.hpp"
#include "core/file.hpp"
#include "store/store.hpp"

namespace barometer::cli {
namespace {

constexpr const char* examples = R"(EXAMPLES
  barometer serve                                    prints the address; open it in a browser
  barometer serve --port 9000 --data ~/interviews
  barometer serve --store postgresql://barometer@/barometer?host=/run/postgresql
  barometer serve --listen 0.0.0.0 --allow-remote --secret-file /etc/barometer/secret

The server listens on this machine only, unless --allow-remote is given together with a secret; then every request
carries it ("Authorization: Bearer <secret>"), or the cookie of a session: the page asks for the secret once. It speaks
HTTP: put a proxy with TLS in front of it.)";

struct ServeRequest {
  std::string listen = "127.0.0.1";
  std::uint16_t port = 8765;
  bool allow_remote = false;
  std::string secret_file;
  std::string data;
  std::string store;
  unsigned jobs = 0;
};

Result<std::string> secret_of(const ServeRequest& request) {
  if (request.secret_file.empty()) return std::string();
  auto secret = read_file(request.secret_file, 4096);
  if (!secret) return secret.error();
  while (!secret->empty() && (secret->back() == '\n' || secret->back() == '\r')) secret->pop_back();
  constexpr std::size_t least = 16;
  if (secret->size() < least)
    return invalid_input(fmt::format(
        "{}: a secret has at least {} characters. Make one with `openssl rand -hex 32`.",
        request.secret_file, least));
  return secret;
}

int serve(const ServeRequest& request) {
  std::signal(SIGXFSZ, SIG_IGN);  // a limit on the size of files is a failed write, not a death
  const auto secret = secret_of(request);
  if (!secret) return fail(secret.error());
  if (!api::is_loopback_address(request.listen) && (!request.allow_remote || secret->empty())) {
    return fail(
        invalid_input(fmt::format("{}: others could reach this address. Give --allow-remote and "
                                  "--secret-file FILE as well, or "
                                  "leave --listen out.",
                                  request.listen)));
  }
  const auto address = store_address(request.data, request.store);
  if (!address) return fail(address.error());
  const auto store = open_store(*address);
  if (!store) return fail(store.error());
  ReaderShelf shelf([](const std::string& name) { return open_pack(name); },
                    [jobs = request.jobs](const Pack& pack) { return open_reader(pack, jobs); });
  api::ServerOptions options;
  options.address = request.listen;
  options.port = request.port;
  options.secret = *secret;
  options.version = BAROMETER_VERSION;
  options.ready = [](const std::string& url) {
    (void)print(fmt::format("Barometer is at {}\n", url));
    std::fflush(stdout);
  };
  const auto served = api::serve(options, **store, shelf);
  return served ? 0 : fail(served.error());
}

}  // namespace

void add_serve_command(CLI::App& app, Action& action) {
  auto request = std::make_shared<ServeRequest>();
  CLI::App* command =
      app.add_subcommand("serve", "Run the server: the web page and its HTTP interface");
  command->footer(examples);
  command->add_option("--port", request->port, "Port to listen on; 0 takes any that is free")
      ->capture_default_str();
  command->add_option("--listen", request->listen, "Address to listen on")->capture_default_str();
  command->add_flag("--allow-remote", request->allow_remote,
                    "Let other machines in; needs --secret-file");
  command->add_option("--secret-file", request->secret_file,
                      "File that holds the secret every request has to carry");
  add_store_options(*command, request->data, request->store);
  command->add_option("-j,--jobs", request->jobs, "How many cores the reader uses [all]");
  command->callback([request, &action] { action = [request] { return serve(*request); }; });
}

}  // namespace barometer::cli
