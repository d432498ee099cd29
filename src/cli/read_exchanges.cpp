// Exchange mode: lines in, lines out, in order. For pipelines and for measuring the reader.
#include <fmt/format.h>

#include <fstream>
#include <iostream>

#include "cli/console.hpp"
#include "cli/inputs.hpp"
#include "cli/read_options.hpp"
#include "cli/tools.hpp"
#include "core/file.hpp"
#include "report/exchange_json.hpp"

namespace barometer::cli {
namespace {

constexpr std::size_t lines_at_once = 512;  // read, encoded and written together: memory stays flat

// One line without its break. False at the end; a line over the limit is cut one byte past it,
// which the parser refuses.
bool next_line(std::istream& in, std::string& line) {
  line.clear();
  bool any = false;
  for (int byte = in.get(); byte != std::istream::traits_type::eof(); byte = in.get()) {
    any = true;
    if (byte == '\n') return true;
    if (line.size() <= max_exchange_line_bytes) line += static_cast<char>(byte);
  }
  return any;
}

bool is_blank(const std::string& line) {
  return line.find_first_not_of(" \t\r") == std::string::npos;
}

class ExchangeFile {
 public:
  ExchangeFile(const Pack& pack, const Reader& reader, std::string& out)
      : pack_(pack), reader_(reader), out_(out) {}

  Status read(std::istream& in, const std::string& name) {
    std::vector<Exchange> waiting;
    std::string line;
    for (std::size_t number = 1; next_line(in, line); ++number) {
      if (is_blank(line)) continue;
      auto exchange = parse_exchange(line, number, pack_);
      if (!exchange)
        return Error{exchange.error().code, fmt::format("{}: {}", name, exchange.error().message)};
      waiting.push_back(*std::move(exchange));
      if (waiting.size() < lines_at_once) continue;
      if (const auto done = flush(waiting); !done) return done;
    }
    return flush(waiting);
  }

 private:
  Status flush(std::vector<Exchange>& waiting) {
    const auto readings = reader_.read(waiting);
    if (!readings) return readings.error();
    for (std::size_t i = 0; i < waiting.size(); ++i)
      out_ += exchange_reading_json(waiting[i], (*readings)[i]) + "\n";
    waiting.clear();
    return Done{};
  }

  const Pack& pack_;
  const Reader& reader_;
  std::string& out_;
};

}  // namespace

int read_exchange_lines(const ReadRequest& request) {
  if (!request.output_format.empty() && request.output_format != "json" &&
      request.output_format != "jsonl") {
    return fail(invalid_input(
        fmt::format("--input-format exchanges gives JSON lines; --format {} is not possible.",
                    request.output_format)));
  }
  const auto inputs = find_inputs(request.files);
  if (!inputs) return fail(inputs.error());
  const auto pack = open_pack(request.pack);
  if (!pack) return fail(pack.error());
  const auto reader = open_reader(*pack, request.jobs);
  if (!reader) return fail(reader.error());
  // Whole files are read before anything is written: a broken line leaves no partial output.
  std::string out;
  ExchangeFile file(*pack, **reader, out);
  for (const Input& input : *inputs) {
    std::ifstream opened;
    if (input.path != "-") {
      opened.open(input.path, std::ios::binary);
      if (!opened)
        return fail({ErrorCode::NotFound,
                     fmt::format("{}: cannot be opened. Check the path.", input.name)});
    }
    if (const auto done = file.read(input.path == "-" ? std::cin : opened, input.name); !done)
      return fail(done.error());
  }
  if (!request.output.empty()) {
    const auto written = write_file(request.output, out);
    return written ? 0 : fail(written.error());
  }
  return print(out) ? 0 : row_of(ErrorCode::Unavailable).exit_code;
}

}  // namespace barometer::cli
