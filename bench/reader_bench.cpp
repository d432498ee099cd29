// Speed of reading, by named cases. Prints min / median / max and ratios, as text and as JSON
// (--json FILE).
//
//   reader_bench --model DIR --interview FILE.vtt [--rounds 7] [--json FILE]
//
// The same token sequences go through the whole reader and through the bare engine, in turn, in one
// run: the ratio is what hearing, batching, heads and judging cost.
#include <fmt/format.h>
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <thread>

#include "core/file.hpp"
#include "pack/pack.hpp"
#include "reader/encoder.hpp"
#include "reader/heads.hpp"
#include "reader/reader.hpp"
#include "reader/words.hpp"
#include "report/report.hpp"
#include "service/read_interview.hpp"
#include "service/roles.hpp"
#include "text/segment.hpp"
#include "transcript/importer.hpp"

namespace {

using namespace barometer;

struct Timing {
  std::string name;
  std::vector<double> seconds;

  double at(double share) const {
    std::vector<double> sorted = seconds;
    std::sort(sorted.begin(), sorted.end());
    return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
  }
};

double timed(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

// Remembers what the reader sends to the engine, so that the bare engine can be given the same.
class Recorder final : public Encoder {
 public:
  explicit Recorder(Encoder& inner) : inner_(inner) {}
  std::int64_t start_token() const override { return inner_.start_token(); }
  std::int64_t separator_token() const override { return inner_.separator_token(); }
  Result<std::vector<std::vector<std::int64_t>>> word_tokens(
      std::span<const std::string_view> words) const override {
    return inner_.word_tokens(words);
  }
  Status encode(std::span<const TokenSequence> sequences,
                const std::function<void(std::size_t, const TokenStates&)>& visit,
                const std::function<void(double)>& progress, std::size_t parallel) const override {
    kept.assign(sequences.begin(), sequences.end());
    return inner_.encode(sequences, visit, progress, parallel);
  }
  mutable std::vector<TokenSequence> kept;

 private:
  Encoder& inner_;
};

template <typename T>
T must(Result<T> result) {
  if (!result) {
    fmt::print(stderr, "reader_bench: {}\n", result.error().message);
    std::exit(row_of(result.error().code).exit_code);
  }
  return *std::move(result);
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Speed of reading");
  std::string model;
  std::string library;
  std::string interview;
  std::string pack_name;
  std::string json_file;
  int rounds = 7;
  app.add_option("--model", model)->required();
  app.add_option("--library", library)->required();
  app.add_option("--interview", interview)->required();
  app.add_option("--pack", pack_name)->required();
  app.add_option("--rounds", rounds);
  app.add_option("--json", json_file);
  CLI11_PARSE(app, argc, argv);

  const Pack pack = must(load_pack(pack_name));
  EncoderOptions options;
  options.model_folder = model;
  options.library_folder = library;
  const auto reader = must(open_encoder_reader(pack, options));
  const std::string bytes = must(read_file(interview, std::size_t{64} << 20));
  const auto import = [&] {
    Transcript transcript = must(import_transcript(bytes));
    must(assign_roles(transcript, std::vector<RoleAssignment>{{"Candidate", Role::Candidate}}));
    return transcript;
  };
  std::size_t spoken = 0;
  for (const Turn& turn : import().turns) spoken += count_words(turn.text);

  // The same sequences for the bare engine.
  const Heads heads = must(load_heads(model));
  EngineOptions engine{model, library, {}, 0, heads.start_token, heads.separator_token};
  const auto bare = must(open_encoder(engine));
  Recorder recorder(*bare);
  const auto recording = must(make_encoder_reader(pack, heads, recorder));
  std::vector<Exchange> exchanges;
  for (const InterviewExchange& one : exchanges_of(import())) exchanges.push_back(one.exchange);
  must(recording->read(exchanges));  // follow-ups that move to their topic are read again; not here
  const std::vector<TokenSequence> sequences = recorder.kept;
  std::size_t tokens = 0;
  for (const TokenSequence& sequence : sequences) tokens += sequence.ids.size();

  Timing whole{"read interview, warm (import to HTML)", {}};
  Timing reading{"reader only", {}};
  Timing raw{"bare engine, same sequences", {}};
  std::vector<double> ratios;
  for (int round = 0; round < rounds + 1; ++round) {
    const double a = timed([&] {
      render(ReportFormat::Html, must(read_interview("bench", import(), pack, *reader)), pack);
    });
    const double b = timed([&] { must(reader->read(exchanges)); });
    const double c =
        timed([&] { must(bare->encode(sequences, [](std::size_t, const TokenStates&) {})); });
    if (round == 0) continue;  // warm-up
    whole.seconds.push_back(a);
    reading.seconds.push_back(b);
    raw.seconds.push_back(c);
    ratios.push_back(c / b);
  }
  std::sort(ratios.begin(), ratios.end());

  fmt::print("{} words, {} exchanges, {} tokens in {} sequences, {} cores\n", spoken,
             exchanges.size(), tokens, sequences.size(), std::thread::hardware_concurrency());
  nlohmann::ordered_json out = {{"words", spoken},
                                {"exchanges", exchanges.size()},
                                {"tokens", tokens},
                                {"cores", std::thread::hardware_concurrency()}};
  for (const Timing& timing : {whole, reading, raw}) {
    fmt::print("{:<40} min {:.3f} s  median {:.3f} s  max {:.3f} s\n", timing.name, timing.at(0),
               timing.at(0.5), timing.at(1));
    out["cases"][timing.name] = {
        {"min_s", timing.at(0)}, {"median_s", timing.at(0.5)}, {"max_s", timing.at(1)}};
  }
  const double rate = static_cast<double>(tokens) / reading.at(0.5);
  fmt::print(
      "reader throughput {:.0f} tokens/s; share of the bare engine's: min {:.2f}  median {:.2f}  "
      "max {:.2f}; peak memory {:.0f} MB\n",
      rate, ratios.front(), ratios[ratios.size() / 2], ratios.back(), peak_megabytes());
  out["reader_tokens_per_s"] = rate;
  out["share_of_bare_engine"] = {
      {"min", ratios.front()}, {"median", ratios[ratios.size() / 2]}, {"max", ratios.back()}};
  out["peak_mb"] = peak_megabytes();
  if (!json_file.empty()) std::ofstream(json_file) << out.dump(1) << "\n";
  return 0;
}
