// The contract of every importer, checked on the case folders
// tests/cases/transcript/<format>-<words>/. A folder holds in.<ext> and either expected.json or
// error.txt with a fragment of the message; label_pattern.txt holds a person's own pattern.
// BAROMETER_UPDATE_CASES=vtt- writes expected.json of the cases whose names begin so ("all": of
// all); then read it before you believe it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

#include "core/utf8.hpp"
#include "transcript/importer.hpp"
#include "transcript/label_pattern.hpp"

namespace barometer {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

struct Case {
  std::string name;
  fs::path folder;
  std::string extension;
  std::string bytes;

  // "broken" for exports that nobody can read.
  std::string format() const { return name.substr(0, name.find('-')); }
  bool is_broken() const { return fs::exists(folder / "error.txt"); }
  bool is_text() const {
    return extension == ".vtt" || extension == ".srt" || extension == ".txt" || extension == ".md";
  }
};

std::string contents(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

const std::vector<Case>& cases() {
  static const auto all = [] {
    std::vector<Case> found;
    for (const auto& entry :
         fs::directory_iterator(BAROMETER_SOURCE_DIR "/tests/cases/transcript")) {
      if (!entry.is_directory()) continue;
      for (const auto& file : fs::directory_iterator(entry.path())) {
        if (file.path().stem() != "in") continue;
        found.push_back({entry.path().filename().string(), entry.path(),
                         file.path().extension().string(), contents(file.path())});
      }
    }
    std::sort(found.begin(), found.end(),
              [](const Case& a, const Case& b) { return a.name < b.name; });
    return found;
  }();
  return all;
}

Json time_of(const std::optional<std::int64_t>& ms) { return ms ? Json(*ms) : Json(nullptr); }

// The answer of `barometer transcript show FILE --output-format json`.
Json as_json(const Transcript& transcript) {
  Json json;
  json["format"] = transcript.format;
  json["speakers"] = Json::array();
  for (const Speaker& speaker : transcript.speakers) {
    json["speakers"].push_back({{"name", speaker.name}, {"role", to_string(speaker.role)}});
  }
  json["turns"] = Json::array();
  for (const Turn& turn : transcript.turns) {
    json["turns"].push_back({{"speaker", transcript.speakers[turn.speaker].name},
                             {"start_ms", time_of(turn.start_ms)},
                             {"end_ms", time_of(turn.end_ms)},
                             {"text", turn.text},
                             {"source_begin", turn.source.begin},
                             {"source_end", turn.source.end}});
  }
  json["warnings"] = Json::array();
  for (const Warning& warning : transcript.warnings) {
    json["warnings"].push_back({{"code", warning.code}, {"message", warning.message}});
  }
  return json;
}

// One line for each element of a list, so that a person can read it.
void write_expected(const fs::path& path, const Json& json) {
  std::ofstream file(path, std::ios::binary);
  file << "{";
  const char* separator = "\n";
  for (const auto& [key, value] : json.items()) {
    file << separator << Json(key).dump() << ": ";
    separator = ",\n";
    if (!value.is_array() || value.empty()) {
      file << value.dump();
      continue;
    }
    file << "[";
    for (std::size_t i = 0; i < value.size(); ++i) {
      file << (i == 0 ? "\n  " : ",\n  ") << value[i].dump();
    }
    file << "\n]";
  }
  file << "\n}\n";
}

bool is_to_be_updated(const Case& example) {
  const char* wanted = std::getenv("BAROMETER_UPDATE_CASES");
  if (wanted == nullptr) return false;
  return std::string_view(wanted) == "all" || example.name.starts_with(wanted);
}

// Empty when the transcript is sound.
std::string fault_of(const Transcript& transcript) {
  const auto found = faults(transcript);
  if (!found.empty()) return found.front();
  for (const Turn& turn : transcript.turns) {
    if (utf8::first_invalid(turn.text)) return "a turn is not UTF-8";
  }
  for (const Speaker& speaker : transcript.speakers) {
    if (utf8::first_invalid(speaker.name)) return "a label is not UTF-8";
  }
  return {};
}

// What import_transcript may do with any bytes at all; empty when it did that.
std::string breach_of(const std::string& bytes) {
  const auto read = import_transcript(bytes);
  if (read) return fault_of(*read);
  return read.error().code == ErrorCode::InvalidInput ? std::string{} : read.error().message;
}

std::mt19937 seeded(const Case& example) {
  const std::string& name = example.name;
  std::seed_seq seed(name.begin(), name.end());
  return std::mt19937(seed);
}

// As a person would have it read.
Result<Transcript> read_case(const Case& example) {
  const auto path = example.folder / "label_pattern.txt";
  if (!fs::exists(path)) return import_transcript(example.bytes);
  auto regex = contents(path);
  regex.erase(regex.find_last_not_of("\r\n") + 1);
  const auto pattern = make_label_pattern(regex);
  if (!pattern) return pattern.error();
  return import_transcript(example.bytes, std::nullopt, {}, &*pattern);
}

// What is wrong with how a case is read; empty when nothing is.
std::string difference(const Case& example) {
  const auto read = read_case(example);
  if (example.is_broken()) {
    auto fragment = contents(example.folder / "error.txt");
    fragment.erase(fragment.find_last_not_of("\r\n") + 1);
    if (read) return "was read as " + read->format;
    if (read.error().code != ErrorCode::InvalidInput) return "another code than InvalidInput";
    const bool found = read.error().message.find(fragment) != std::string::npos;
    return found ? std::string{} : read.error().message;
  }
  if (!read) return read.error().message;
  const auto actual = as_json(*read);
  const auto path = example.folder / "expected.json";
  if (is_to_be_updated(example)) write_expected(path, actual);
  const auto expected = Json::parse(contents(path), nullptr, false);
  if (expected.is_discarded()) return "expected.json is missing or broken";
  if (read->format != example.format()) return "was read as " + read->format;
  return expected == actual ? std::string{} : Json::diff(expected, actual).dump(1);
}

TEST(ImporterContract, ReadsEveryCaseAsExpected) {
  ASSERT_FALSE(cases().empty());
  for (const Case& example : cases()) EXPECT_EQ(difference(example), "") << example.name;
}

TEST(ImporterContract, GivesSoundTranscripts) {
  for (const Case& example : cases()) {
    SCOPED_TRACE(example.name);
    EXPECT_EQ(breach_of(example.bytes), "");
  }
}

TEST(ImporterContract, GivesTheSameForTheSameBytes) {
  for (const Case& example : cases()) {
    SCOPED_TRACE(example.name);
    const auto once = import_transcript(example.bytes);
    const auto again = import_transcript(example.bytes);
    ASSERT_EQ(once.has_value(), again.has_value());
    if (!once) continue;
    EXPECT_EQ(as_json(*once), as_json(*again));
    EXPECT_EQ(once->source, again->source);
  }
}

TEST(ImporterContract, KeepsTheSourceByteForByte) {
  for (const Case& example : cases()) {
    SCOPED_TRACE(example.name);
    const auto read = import_transcript(example.bytes);
    if (!read || example.extension == ".docx") continue;
    EXPECT_EQ(read->source, example.bytes);
  }
}

TEST(ImporterContract, ReadsAnotherLineEndingAlike) {
  for (const Case& example : cases()) {
    if (!example.is_text() || example.is_broken()) continue;
    if (example.bytes.find('\r') != std::string::npos) continue;
    SCOPED_TRACE(example.name);
    std::string with_carriage_returns;
    for (const char byte : example.bytes) {
      if (byte == '\n') with_carriage_returns += '\r';
      with_carriage_returns += byte;
    }
    const auto plain = import_transcript(example.bytes);
    const auto other = import_transcript(with_carriage_returns);
    ASSERT_TRUE(plain && other);
    ASSERT_EQ(plain->turns.size(), other->turns.size());
    for (std::size_t i = 0; i < plain->turns.size(); ++i) {
      EXPECT_EQ(plain->turns[i].text, other->turns[i].text);
      EXPECT_EQ(plain->turns[i].start_ms, other->turns[i].start_ms);
      EXPECT_EQ(plain->turns[i].speaker, other->turns[i].speaker);
    }
    EXPECT_EQ(as_json(*plain)["warnings"], as_json(*other)["warnings"]);
  }
}

TEST(ImporterContract, ReadsBehindAByteOrderMark) {
  const std::string mark = "\xEF\xBB\xBF";
  for (const Case& example : cases()) {
    if (!example.is_text() || example.is_broken() || example.bytes.starts_with(mark)) continue;
    SCOPED_TRACE(example.name);
    const auto plain = import_transcript(example.bytes);
    const auto marked = import_transcript(mark + example.bytes);
    ASSERT_TRUE(plain && marked);
    ASSERT_EQ(plain->turns.size(), marked->turns.size());
    for (std::size_t i = 0; i < plain->turns.size(); ++i) {
      EXPECT_EQ(plain->turns[i].text, marked->turns[i].text);
      EXPECT_EQ(plain->turns[i].source.begin + mark.size(), marked->turns[i].source.begin);
    }
  }
}

TEST(ImporterContract, SurvivesFilesThatAreCutOff) {
  constexpr int cuts = 40;
  for (const Case& example : cases()) {
    SCOPED_TRACE(example.name);
    auto random = seeded(example);
    std::uniform_int_distribution<std::size_t> place(0, example.bytes.size());
    for (int i = 0; i < cuts; ++i) {
      const auto size = place(random);
      EXPECT_EQ(breach_of(example.bytes.substr(0, size)), "") << "cut to " << size << " bytes";
    }
  }
}

TEST(ImporterContract, SurvivesFilesThatAreDamaged) {
  constexpr int damages = 40;
  for (const Case& example : cases()) {
    if (example.bytes.empty()) continue;
    SCOPED_TRACE(example.name);
    auto random = seeded(example);
    std::uniform_int_distribution<std::size_t> place(0, example.bytes.size() - 1);
    std::uniform_int_distribution<std::size_t> length(0, 12);
    for (int i = 0; i < damages; ++i) {
      auto bytes = example.bytes;
      const auto from = place(random);
      // Bytes go, or come from elsewhere in the file.
      if (i % 2 == 0) {
        bytes.erase(from, length(random));
      } else {
        bytes.insert(from, example.bytes.substr(place(random), length(random)));
      }
      EXPECT_EQ(breach_of(bytes), "") << "damage " << i;
    }
  }
}

TEST(ImporterContract, ReadsAnyTextAsAnyFormatThatAPersonNames) {
  for (const Case& example : cases()) {
    SCOPED_TRACE(example.name);
    for (const Importer& importer : importers()) {
      const auto read = import_transcript(example.bytes, importer.id);
      if (read) {
        EXPECT_EQ(fault_of(*read), "") << importer.id;
      } else {
        EXPECT_EQ(read.error().code, ErrorCode::InvalidInput) << importer.id;
      }
    }
  }
}

// Messages may be logged and shown to people who must not read the interview.
TEST(ImporterContract, NeverRepeatsSpeechInMessages) {
  constexpr std::size_t long_enough = 12;
  for (const Case& example : cases()) {
    SCOPED_TRACE(example.name);
    const auto read = import_transcript(example.bytes);
    std::vector<std::string> messages;
    if (!read) {
      messages.push_back(read.error().message);
    } else {
      for (const Warning& warning : read->warnings) messages.push_back(warning.message);
    }
    std::istringstream lines(example.bytes);
    for (std::string line; std::getline(lines, line);) {
      if (line.size() < long_enough) continue;
      for (const auto& message : messages) {
        EXPECT_EQ(message.find(line), std::string::npos) << message;
      }
    }
  }
}

TEST(ImporterContract, HasThreeCasesForEveryFormat) {
  std::map<std::string, int, std::less<>> count;
  for (const Case& example : cases()) ++count[example.format()];
  for (const Importer& importer : importers()) {
    if (importer.unpack != nullptr) continue;  // its cases bear the name of the format inside
    EXPECT_GE(count[std::string(importer.id)], 3) << importer.id;
  }
}

}  // namespace
}  // namespace barometer
