// Many interviews side by side. Each worker takes the next file, so all cores are busy and memory
// stays flat; what is printed to one place comes in the order of the files.
#include <fmt/format.h>

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

#include "cli/console.hpp"
#include "cli/inputs.hpp"
#include "cli/read_options.hpp"
#include "cli/tools.hpp"
#include "core/file.hpp"
#include "report/report.hpp"
#include "service/read_interview.hpp"
#include "service/roles.hpp"

namespace barometer::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_waiting = 64;  // reports that are done before one of an earlier file is

std::string_view extension_of(ReportFormat format) {
  switch (format) {
    case ReportFormat::Terminal:
      return ".txt";
    case ReportFormat::Html:
      return ".html";
    case ReportFormat::Json:
      return ".json";
    case ReportFormat::Jsonl:
      return ".jsonl";
    case ReportFormat::Markdown:
      return ".md";
  }
  return ".txt";
}

struct Outcome {
  std::optional<Error> failure;
  bool skipped = false;
};

class Batch {
 public:
  Batch(const ReadRequest& request, std::vector<Input> inputs, std::optional<LabelPattern> labels,
        std::vector<RoleAssignment> roles, ReportFormat format, const Pack& pack,
        const Reader& reader)
      : request_(request),
        inputs_(std::move(inputs)),
        labels_(std::move(labels)),
        roles_(std::move(roles)),
        format_(format),
        pack_(pack),
        reader_(reader),
        outcomes_(inputs_.size()) {}

  int run(unsigned workers) {
    Progress progress(fmt::format("Reading {} files", inputs_.size()), !request_.quiet);
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < std::max(1U, workers); ++i)
      threads.emplace_back([this, &progress] { work(progress); });
    for (std::thread& thread : threads) thread.join();
    progress.clear();
    return summary();
  }

 private:
  void work(Progress& progress) {
    for (std::size_t index = next_++; index < inputs_.size(); index = next_++) {
      wait_for_turn(index);
      if (stopped_) return;
      std::string text;
      Outcome outcome;
      const fs::path target = target_of(inputs_[index]);
      std::error_code ignored;
      if (request_.resume && !target.empty() && fs::exists(target, ignored)) {
        outcome.skipped = true;
      } else {
        auto made = report_of(inputs_[index]);
        if (!made) {
          outcome.failure = made.error();
        } else {
          text = *std::move(made);
          if (!target.empty()) {
            fs::create_directories(target.parent_path(), ignored);
            if (const auto written = write_file(target, text); !written)
              outcome.failure = written.error();
            text.clear();
          }
        }
      }
      hand_in(index, std::move(outcome), std::move(text), progress);
    }
  }

  // A worker may not run far ahead of the slowest file.
  void wait_for_turn(std::size_t index) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopped_ || index < printed_ + most_waiting; });
  }

  void hand_in(std::size_t index, Outcome outcome, std::string text, Progress& progress) {
    const std::lock_guard lock(mutex_);
    outcomes_[index] = std::move(outcome);
    waiting_[index] = std::move(text);
    ++done_;
    while (!waiting_.empty() && waiting_.begin()->first == printed_) {
      const std::string& next = waiting_.begin()->second;
      if (!next.empty()) progress.clear();
      if (!next.empty() && !print(next)) stopped_ = true;
      waiting_.erase(waiting_.begin());
      ++printed_;
    }
    progress.show(static_cast<double>(done_) / static_cast<double>(inputs_.size()),
                  fmt::format("{} of {}", done_, inputs_.size()));
    changed_.notify_all();
  }

  fs::path target_of(const Input& input) const {
    if (request_.output.empty()) return {};
    fs::path name = fs::path(input.name).is_absolute() ? fs::path(input.name).filename()
                                                       : fs::path(input.name).lexically_normal();
    if (!name.empty() && *name.begin() == "..") name = name.filename();
    name += extension_of(format_);
    return fs::path(request_.output) / name;
  }

  Result<std::string> report_of(const Input& input) const {
    auto transcript = open_transcript(input.path, request_.input_format, labels_);
    if (!transcript) return transcript.error();
    // In a folder not every file has every speaker: only the roles that fit are used.
    std::vector<RoleAssignment> fitting;
    for (const RoleAssignment& role : roles_) {
      for (const Speaker& speaker : transcript->speakers) {
        if (speaker.name == role.speaker) fitting.push_back(role);
      }
    }
    if (const auto assigned = assign_roles(*transcript, fitting); !assigned)
      return assigned.error();
    if (!has_candidate(*transcript)) return candidate_unknown(*transcript, input.name);
    ReadOptions options;
    options.parallel = 1;
    const auto report =
        read_interview(input.path == "-" ? input.name : input.path.filename().string(),
                       *std::move(transcript), pack_, reader_, options);
    if (!report) return report.error();
    std::string text = render(format_, *report, pack_, {});
    if (!text.ends_with('\n')) text += '\n';
    return text;
  }

  int summary() const {
    std::size_t failed = 0;
    std::size_t skipped = 0;
    for (const Outcome& outcome : outcomes_) {
      failed += outcome.failure ? 1U : 0U;
      skipped += outcome.skipped ? 1U : 0U;
    }
    if (!request_.quiet || failed > 0) {
      note(fmt::format("{} of {} interviews read{}{}.", outcomes_.size() - failed - skipped,
                       outcomes_.size(),
                       skipped > 0 ? fmt::format(", {} done before", skipped) : "",
                       failed > 0 ? fmt::format(", {} failed", failed) : ""));
    }
    for (const Outcome& outcome : outcomes_) {
      if (outcome.failure) complain(outcome.failure->message);
    }
    if (stopped_) return row_of(ErrorCode::Unavailable).exit_code;
    return failed > 0 ? 1 : 0;
  }

  const ReadRequest& request_;
  std::vector<Input> inputs_;
  std::optional<LabelPattern> labels_;
  std::vector<RoleAssignment> roles_;
  ReportFormat format_;
  const Pack& pack_;
  const Reader& reader_;
  std::vector<Outcome> outcomes_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<bool> stopped_ = false;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::size_t, std::string> waiting_;
  std::size_t printed_ = 0;
  std::size_t done_ = 0;
};

}  // namespace

int read_many(const ReadRequest& request) {
  auto inputs = find_inputs(request.files);
  if (!inputs) return fail(inputs.error());
  const ReportFormat format =
      report_format_from(request.output_format).value_or(ReportFormat::Jsonl);
  const bool one_document_each = format == ReportFormat::Html || format == ReportFormat::Json;
  if (request.output.empty() && (one_document_each || request.resume)) {
    return fail(invalid_input(
        request.resume
            ? "--resume needs an output folder: add --output DIR."
            : fmt::format("--format {} gives one document for each file: add --output DIR.",
                          to_string(format))));
  }
  auto labels = open_label_pattern(request.label_pattern);
  if (!labels) return fail(labels.error());
  std::vector<RoleAssignment> roles;
  for (const std::string& text : request.roles) {
    auto role = parse_role(text);
    if (!role) return fail(role.error());
    roles.push_back(*std::move(role));
  }
  const auto pack = open_pack(request.pack);
  if (!pack) return fail(pack.error());
  const auto reader = open_reader(*pack, request.jobs);
  if (!reader) return fail(reader.error());
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  Batch batch(request, *std::move(inputs), *std::move(labels), std::move(roles), format, *pack,
              **reader);
  return batch.run(request.jobs == 0 ? cores : std::min(request.jobs, cores));
}

}  // namespace barometer::cli
