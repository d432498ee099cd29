// Interviews every simulated candidate over every principle of the built-in packs, holds the
// interviews against the conduct rules, and writes how often each rule is broken. Exit code 1 when
// a hard rule is broken at all, or a soft one more often than agreed.
//
//   conduct_check <source folder> <table.md> [<transcripts folder>]
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "interviewer/conduct.hpp"
#include "interviewer/interviewer.hpp"
#include "interviewer/simulated_candidate.hpp"
#include "pack/pack.hpp"
#include "reader/reader.hpp"
#include "service/practise.hpp"

namespace barometer::test {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_turns = 60;  // an interview that goes on is broken
constexpr double soft_limit = 0.15;     // of the interviews

struct Tally {
  std::size_t interviews = 0;
  std::size_t utterances = 0;
  std::map<std::string, std::size_t> broken;  // rule -> interviews
  std::map<std::string, std::string> example;
  std::map<std::string, std::size_t> by_candidate;
};

std::string script_of(const Practice& practice) {
  std::string text;
  for (const PracticeEntry& entry : practice.entries) {
    if (entry.answer) text += "C: " + entry.answer->text + "\n";
    if (entry.utterance) {
      text += "I [" + std::string(to_string(entry.utterance->kind));
      if (entry.utterance->gap) text += " " + std::string(to_string(*entry.utterance->gap));
      text += "] " + entry.utterance->text + "\n";
    }
  }
  return text;
}

Practice interview(const Pack& pack, const Reader& reader, const PracticeSettings& settings,
                   const fs::path& folder) {
  SimulatedCandidate candidate(folder, settings.seed);
  auto practice = start_practising(pack, reader, settings);
  if (!practice) throw std::runtime_error(practice.error().message);
  std::vector<Utterance> said{*practice->entries.front().utterance};
  for (std::size_t turn = 0; turn < most_turns && !practice->finished; ++turn) {
    auto next = answer_practice(*practice, pack, reader, candidate.answer(said));
    if (!next) throw std::runtime_error(next.error().message);
    said = *std::move(next);
  }
  if (!practice->finished) throw std::runtime_error(folder.filename().string() + ": no end");
  return *practice;
}

void judge(const Practice& practice, const Pack& pack, const std::string& name, Tally& tally) {
  ++tally.interviews;
  for (const PracticeEntry& entry : practice.entries) tally.utterances += entry.utterance ? 1U : 0U;
  for (const ConductRule& rule : conduct_rules()) {
    const auto findings = check_conduct(rule, practice, pack);
    if (findings.empty()) continue;
    const std::string id(rule.id);
    ++tally.broken[id];
    ++tally.by_candidate[name];
    if (!tally.example.contains(id))
      tally.example[id] = findings.front().what + "\n--- " + name + "\n" + script_of(practice);
  }
}

std::string table(const Tally& tally) {
  std::string text =
      "| Rule | What | | Interviews that break it | Rate |\n|---|---|---|---:|---:|\n";
  for (const ConductRule& rule : conduct_rules()) {
    const auto found = tally.broken.find(std::string(rule.id));
    const std::size_t broken = found == tally.broken.end() ? 0 : found->second;
    char rate[32];
    std::snprintf(rate, sizeof rate, "%.2f %%",
                  100.0 * static_cast<double>(broken) / static_cast<double>(tally.interviews));
    text += "| " + std::string(rule.id) + " | " + std::string(rule.what) + " | " +
            (rule.strictness == Strictness::Hard ? "hard" : "soft") + " | " +
            std::to_string(broken) + " | " + rate + " |\n";
  }
  return text;
}

int run(const fs::path& source, const fs::path& out, const fs::path& transcripts) {
  Tally tally;
  const auto started = std::chrono::steady_clock::now();
  const auto folders = simulated_candidates(source / "tests/cases/interviewer");
  for (const char* name : {"amazon-2021", "amazon-2020", "harbour-authority"}) {
    const auto pack = load_pack(source / "packs" / name);
    if (!pack) throw std::runtime_error(pack.error().message);
    const auto reader = make_cue_reader(*pack, {});
    if (!reader) throw std::runtime_error(reader.error().message);
    for (const fs::path& folder : folders) {
      std::uint64_t seed = 1;
      for (const Principle& principle : pack->principles) {
        for (const QuestionKind kind :
             {QuestionKind::Past, QuestionKind::Hypothetical, QuestionKind::Direct}) {
          PracticeSettings settings;
          settings.seed = ++seed;
          settings.probing = static_cast<Probing>(seed % 3);
          settings.principles = {principle.id};
          std::size_t skip = seed % 3;
          for (const Question& question : principle.questions) {
            if (question.kind != kind) continue;
            settings.question = question.text;
            if (skip-- == 0) break;
          }
          const Practice practice = interview(*pack, **reader, settings, folder);
          judge(practice, *pack, folder.filename().string(), tally);
          if (!transcripts.empty() && std::string(name) == "amazon-2021") {
            fs::create_directories(transcripts);
            std::ofstream(transcripts / (folder.filename().string() + ".txt"), std::ios::app)
                << "== " << principle.id.value << "\n"
                << script_of(practice) << "\n";
          }
        }
      }
      // Several questions, chosen by the program.
      PracticeSettings settings;
      settings.seed = seed;
      settings.length = PracticeLength::Long;
      judge(interview(*pack, **reader, settings, folder), *pack, folder.filename().string(), tally);
    }
  }
  const auto took =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
  std::string text = "# How the interviewer keeps its rules\n\n" +
                     std::to_string(tally.interviews) + " interviews with " +
                     std::to_string(folders.size()) + " simulated candidates, " +
                     std::to_string(tally.utterances) + " utterances.\n\n" + table(tally);
  if (!out.parent_path().empty()) fs::create_directories(out.parent_path());
  std::ofstream(out) << text;
  std::cout << text << "\nTook " << took << " s.\n";
  int code = 0;
  for (const ConductRule& rule : conduct_rules()) {
    const auto found = tally.broken.find(std::string(rule.id));
    if (found == tally.broken.end()) continue;
    const double rate = static_cast<double>(found->second) / static_cast<double>(tally.interviews);
    const bool failed = rule.strictness == Strictness::Hard || rate > soft_limit;
    if (failed) code = 1;
    std::cout << (failed ? "FAILED " : "broken ") << rule.id << ": "
              << tally.example[std::string(rule.id)] << "\n";
  }
  return code;
}

}  // namespace
}  // namespace barometer::test

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: conduct_check <source folder> <table.md> [<transcripts folder>]\n";
    return 2;
  }
  try {
    return barometer::test::run(argv[1], argv[2], argc > 3 ? argv[3] : "");
  } catch (const std::exception& failure) {
    std::cerr << failure.what() << "\n";
    return 2;
  }
}
