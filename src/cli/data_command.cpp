// barometer data, backup, restore: where the data is, a copy of it, and its end.
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

#include "cli/command_line.hpp"
#include "cli/console.hpp"
#include "cli/store_place.hpp"
#include "core/file.hpp"
#include "service/data.hpp"
#include "store/store.hpp"

namespace barometer::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_backup = std::size_t{4} << 30;

struct DataRequest {
  std::string data;
  std::string store;
  std::string file;
  bool yes = false;
  bool replace = false;
};

Result<std::unique_ptr<Store>> open(const DataRequest& request) {
  const auto address = store_address(request.data, request.store);
  if (!address) return address.error();
  return open_store(*address);
}

Result<std::string> export_from(Store& store) {
  const auto transaction = store.begin(local_owner, Access::Read);
  if (!transaction) return transaction.error();
  return export_data(**transaction, Secrets::Take);
}

int where(const DataRequest& request) {
  const auto address = store_address(request.data, request.store);
  if (!address) return fail(address.error());
  std::error_code failure;
  if (request.store.empty() && !fs::exists(*address, failure))
    return print(fmt::format("{}\n  nothing is kept yet\n", *address)) ? 0 : 1;
  const auto store = open_store(*address);
  if (!store) return fail(store.error());
  const auto place = (*store)->place();
  if (!place) return fail(place.error());
  return print(fmt::format("{}\n  {}, {} kB\n", place->place, place->kind,
                           (place->bytes + 1023) / 1024))
             ? 0
             : 1;
}

int erase(const DataRequest& request) {
  const auto address = store_address(request.data, request.store);
  if (!address) return fail(address.error());
  std::error_code failure;
  if (request.store.empty() && !fs::exists(*address, failure)) {
    note("Nothing is kept, so there is nothing to erase.");
    return 0;
  }
  const auto store = open_store(*address);
  if (!store) return fail(store.error());
  const auto place = (*store)->place();
  if (!place) return fail(place.error());
  if (!request.yes) {
    if (!is_terminal(stdin))
      return fail(invalid_input("Nothing was erased. Say --yes to erase without being asked."));
    const auto answer = ask(
        fmt::format("Erase every transcript, interview and story in {}? Type yes: ", place->place));
    if (!answer || *answer != "yes") return fail(invalid_input("Nothing was erased."));
  }
  const auto transaction = (*store)->begin(local_owner, Access::Write);
  if (!transaction) return fail(transaction.error());
  if (const auto gone = (*transaction)->erase_all(); !gone) return fail(gone.error());
  if (const auto gone = (*transaction)->commit(); !gone) return fail(gone.error());
  note(fmt::format("Everything in {} is erased.", place->place));
  return 0;
}

// A SQLite store is copied as it is; everything else, and a file that ends in .json, becomes JSON.
int back_up(const DataRequest& request) {
  ::umask(0077);
  const auto store = open(request);
  if (!store) return fail(store.error());
  const fs::path file = request.file;
  std::error_code failure;
  if (fs::exists(file, failure)) {
    return fail(Error{ErrorCode::Conflict,
                      fmt::format("{}: is there already. Choose another name.", file.string())});
  }
  const auto place = (*store)->place();
  if (!place) return fail(place.error());
  if (place->kind == "sqlite" && file.extension() != ".json") {
    if (const auto copied = (*store)->copy_to(file); !copied) return fail(copied.error());
  } else {
    const auto data = export_from(**store);
    if (!data) return fail(data.error());
    if (const auto written = write_file(file, *data); !written) return fail(written.error());
  }
  note(fmt::format("{}: a copy of everything, secrets of endpoints included. Keep it safe.",
                   file.string()));
  return 0;
}

// What a backup holds, as JSON. A SQLite file is copied first, so that the backup is never changed,
// not even by a newer version's migration.
Result<std::string> backup_data(const fs::path& file) {
  auto bytes = read_file(file, largest_backup);
  if (!bytes) return bytes.error();
  if (!bytes->starts_with("SQLite format 3")) return bytes;
  std::string folder = (fs::temp_directory_path() / "barometer-restore-XXXXXX").string();
  if (::mkdtemp(folder.data()) == nullptr)
    return Error{ErrorCode::Unavailable, "There is no room for a temporary copy of the backup."};
  const fs::path copy = fs::path(folder) / "barometer.db";
  Result<std::string> data = Error{};
  if (const auto written = write_file(copy, *bytes); !written) {
    data = written.error();
  } else if (const auto store = open_sqlite_store(copy); !store) {
    data = Error{store.error().code, fmt::format("{}: {}", file.string(), store.error().message)};
  } else {
    data = export_from(**store);
  }
  std::error_code ignored;
  fs::remove_all(folder, ignored);
  return data;
}

int restore(const DataRequest& request) {
  ::umask(0077);
  const auto data = backup_data(request.file);
  if (!data) return fail(data.error());
  const auto store = open(request);
  if (!store) return fail(store.error());
  const auto transaction = (*store)->begin(local_owner, Access::Write);
  if (!transaction) return fail(transaction.error());
  if (request.replace) {
    if (const auto gone = (*transaction)->erase_all(); !gone) return fail(gone.error());
  }
  if (const auto done = import_data(**transaction, *data); !done) {
    if (done.error().code != ErrorCode::Conflict) return fail(done.error());
    return fail(Error{ErrorCode::Conflict,
                      done.error().message +
                          " Nothing was changed. Say --replace to put the backup in place of what "
                          "is there."});
  }
  if (const auto kept = (*transaction)->commit(); !kept) return fail(kept.error());
  note(fmt::format("{}: restored.", request.file));
  return 0;
}

}  // namespace

void add_data_command(CLI::App& app, Action& action) {
  auto request = std::make_shared<DataRequest>();
  CLI::App* data = app.add_subcommand("data", "Show where everything is kept, or erase it all");
  data->require_subcommand(1);
  CLI::App* show = data->add_subcommand("where", "Print where the data is, and how much of it");
  add_store_options(*show, request->data, request->store);
  show->callback([request, &action] { action = [request] { return where(*request); }; });
  CLI::App* gone = data->add_subcommand("delete", "Erase every transcript, interview and story");
  add_store_options(*gone, request->data, request->store);
  gone->add_flag("--yes", request->yes, "Do not ask");
  gone->callback([request, &action] { action = [request] { return erase(*request); }; });
}

void add_backup_commands(CLI::App& app, Action& action) {
  auto request = std::make_shared<DataRequest>();
  CLI::App* backup =
      app.add_subcommand("backup", "Copy everything into a file, also while the server runs");
  backup
      ->add_option("FILE", request->file,
                   "File to write; .json for a document that any store can take")
      ->required();
  add_store_options(*backup, request->data, request->store);
  backup->callback([request, &action] { action = [request] { return back_up(*request); }; });
  CLI::App* back =
      app.add_subcommand("restore", "Take a backup in, also into another kind of store");
  back->add_option("FILE", request->file, "File that `barometer backup` wrote")->required();
  back->add_flag("--replace", request->replace, "Erase what is there first");
  add_store_options(*back, request->data, request->store);
  back->callback([request, &action] { action = [request] { return restore(*request); }; });
}

}  // namespace barometer::cli
