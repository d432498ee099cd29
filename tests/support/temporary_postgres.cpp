#include "support/temporary_postgres.hpp"

#include <fmt/format.h>
#include <stdlib.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

namespace barometer::test {
namespace {

namespace fs = std::filesystem;

std::string find_programs() {
  std::error_code none;
  std::string newest;
  for (const auto& version : fs::directory_iterator("/usr/lib/postgresql", none)) {
    const auto folder = version.path() / "bin";
    if (fs::exists(folder / "initdb") && folder.string() > newest) newest = folder.string();
  }
  return newest;
}

}  // namespace

TemporaryPostgres::TemporaryPostgres(std::string programs, std::string folder)
    : programs_(std::move(programs)), folder_(std::move(folder)) {}

std::unique_ptr<TemporaryPostgres> TemporaryPostgres::start() {
  const std::string programs = find_programs();
  if (programs.empty()) return nullptr;
  std::string folder = "/tmp/barometer-postgres-XXXXXX";
  if (::mkdtemp(folder.data()) == nullptr) throw std::runtime_error("no temporary folder");
  std::unique_ptr<TemporaryPostgres> cluster(new TemporaryPostgres(programs, folder));
  // PostgreSQL refuses to run as root; Debian's package brings the user postgres.
  if (::getuid() == 0 && std::system(fmt::format("chown postgres {}", folder).c_str()) != 0)
    throw std::runtime_error("there is no user postgres");
  cluster->run(
      "initdb -D {0}/data -U barometer -A trust -E UTF8 --locale=C --no-sync >{0}/log 2>&1");
  cluster->run(
      "pg_ctl -D {0}/data -w -l {0}/log -o \"-c listen_addresses= -k {0} -c fsync=off\" start "
      ">>{0}/log 2>&1");
  return cluster;
}

TemporaryPostgres::~TemporaryPostgres() {
  try {
    run("pg_ctl -D {0}/data -m immediate -w stop >>{0}/log 2>&1");
  } catch (const std::exception&) {  // it had not started
  }
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

void TemporaryPostgres::run(const std::string& command) const {
  const std::string line =
      fmt::format("{}/{}", programs_, fmt::format(fmt::runtime(command), folder_));
  const std::string whole =
      ::getuid() == 0 ? fmt::format(
                            "cd / && setpriv --reuid=postgres --regid=postgres --clear-groups "
                            "sh -c '{}'",
                            line)
                      : fmt::format("sh -c '{}'", line);
  if (std::system(whole.c_str()) != 0)
    throw std::runtime_error("PostgreSQL failed; see " + folder_ + "/log: " + line);
}

std::string TemporaryPostgres::new_database() {
  const std::string name = fmt::format("test{}", ++databases_);
  run("createdb -h {0} -U barometer " + name + " >>{0}/log 2>&1");
  return fmt::format("postgresql://barometer@/{}?host={}", name, folder_);
}

void TemporaryPostgres::restart() { run("pg_ctl -D {0}/data -m fast -w restart >>{0}/log 2>&1"); }

}  // namespace barometer::test
