#include "transcript/json_import.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "core/json_escape.hpp"
#include "core/utf8.hpp"

namespace barometer {
namespace {

using testing::HasSubstr;
using testing::Not;

namespace fs = std::filesystem;

std::string contents(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

// The texts of a transcript, so that a failing test prints words.
std::vector<std::string> texts(const Result<Transcript>& read) {
  if (!read) return {"error: " + read.error().message};
  std::vector<std::string> found;
  for (const Turn& turn : read->turns) found.push_back(turn.text);
  return found;
}

std::string error_of(std::string bytes, const ImportLimits& limits = {}) {
  const auto read = import_transcript(std::move(bytes), std::nullopt, limits);
  return read ? "no error" : read.error().message;
}

std::string podcast_of(const std::string& literal) {
  return R"({"version":"1.0.0","segments":[{"speaker":"A","startTime":0,"endTime":1,"body":")" +
         literal + "\"}]}";
}

TEST(JsonImport, RefusesEveryJsonThatIsCutOff) {
  std::size_t files = 0;
  for (const auto& entry : fs::directory_iterator(BAROMETER_SOURCE_DIR "/tests/cases/transcript")) {
    if (!fs::exists(entry.path() / "in.json") || fs::exists(entry.path() / "error.txt")) continue;
    ++files;
    const auto bytes = contents(entry.path() / "in.json");
    const auto end = bytes.find_last_of('}');
    for (std::size_t size = 0; size <= end; ++size) {
      ASSERT_NE(error_of(bytes.substr(0, size)), "no error")
          << entry.path().filename() << " cut to " << size << " bytes";
    }
  }
  EXPECT_GE(files, 20U);
}

// Whatever stands in a string comes out, and the runs prove all of it, so that any stretch of
// whole characters is one quote.
TEST(JsonImport, GivesBackEveryTextWithItsProof) {
  std::mt19937 random(5);
  const std::vector<std::pair<std::string, std::string>> alphabet = {
      {"a", "a"},
      {" ", " "},
      {"\xC3\xA9", "\xC3\xA9"},
      {"\\u00e9", "\xC3\xA9"},
      {"\\\"", "\""},
      {"\\\\", "\\"},
      {"\\n", "\n"},
      {"\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80"},
      {"\\ud83d\\ude00", "\xF0\x9F\x98\x80"},
      {"\\/", "/"},
  };
  for (int round = 0; round < 2'000; ++round) {
    std::string literal = "x";
    std::string text = "x";
    for (auto left = random() % 20; left > 0; --left) {
      const auto& [escaped, meaning] = alphabet[random() % alphabet.size()];
      literal += escaped;
      text += meaning;
    }
    literal += ".";
    text += ".";
    const auto bytes = podcast_of(literal);
    const auto read = import_transcript(bytes);
    ASSERT_TRUE(read) << read.error().message;
    ASSERT_EQ(read->turns.size(), 1U);
    ASSERT_TRUE(faults(*read).empty()) << faults(*read).front();
    const Turn& turn = read->turns[0];
    ASSERT_EQ(turn.text, text);
    ASSERT_EQ(slice(bytes, turn.source), literal);
    std::size_t proven = 0;
    for (const SourceRun& run : turn.runs) proven += run.length;
    ASSERT_EQ(proven, text.size());
    ByteSpan span{random() % text.size(), 1 + random() % text.size()};
    while (!utf8::is_boundary(text, span.begin)) ++span.begin;
    while (!utf8::is_boundary(text, span.end)) ++span.end;
    for (const Passage& passage : verbatim_passages(*read, 0, span)) {
      ASSERT_EQ(passage.quote, slice(text, span));
      ASSERT_EQ(passage.source.size(), 1U);
      ASSERT_EQ(without_json_escapes(slice(bytes, passage.source[0])), passage.quote);
    }
  }
}

TEST(JsonImport, JoinsWordsByOneSpaceAndNothingBeforePunctuation) {
  const auto read = import_transcript(R"({"results":{"items":[
    {"type":"pronunciation","start_time":"0.1","end_time":"0.2","alternatives":[{"content":"I"}]},
    {"type":"pronunciation","start_time":"0.3","end_time":"0.5","alternatives":[{"content":"left"}]},
    {"type":"punctuation","alternatives":[{"content":","}]},
    {"type":"pronunciation","start_time":"0.6","end_time":"0.9","alternatives":[{"content":"then"}]}]}})");
  ASSERT_EQ(texts(read), std::vector<std::string>{"I left, then"});
  // Evidence over the whole turn is one quote, although no two words are neighbours in the file.
  const auto passages = verbatim_passages(*read, 0, {0, read->turns[0].text.size()});
  ASSERT_EQ(passages.size(), 1U);
  EXPECT_EQ(passages[0].quote, "I left, then");
}

TEST(JsonImport, NamesWhatItAcceptsForUnknownKeys) {
  const auto message = error_of(R"({"lines":["very secret words"]})");
  EXPECT_THAT(message, HasSubstr("the keys of no known transcript"));
  for (const Importer& importer : importers_of_json()) {
    EXPECT_THAT(message, HasSubstr(std::string(importer.title)));
  }
  EXPECT_THAT(message, Not(HasSubstr("secret")));
}

TEST(JsonImport, NeverTakesJsonForSpeech) {
  for (const std::string_view bytes :
       {R"({"a":1})", "{", "{}", R"([{"a":"b"}])", "[ {\n\"a\":", "\xEF\xBB\xBF{\"a\":\"b\"}"}) {
    EXPECT_NE(error_of(std::string(bytes)), "no error") << bytes;
  }
}

TEST(JsonImport, TakesANameInBracesForText) {
  EXPECT_EQ(error_of("{Dana} Tell me about a time.\n{Ilya} I left.\n"), "no error");
}

TEST(JsonImport, StopsAtTheLimits) {
  ImportLimits limits;
  limits.max_turns = 2;
  EXPECT_THAT(error_of(R"({"segments":[{"body":"a"},{"body":"b"},{"body":"c"}]})", limits),
              HasSubstr("more than 2 turns"));
  limits.max_depth = 3;
  EXPECT_THAT(error_of(R"({"segments":[{"body":[[]]}]})", limits), HasSubstr("limit of 3 levels"));
}

TEST(JsonImport, DetectsBroadlyAlikeFilesByTheirOrder) {
  const auto format_of = [](std::string bytes) {
    const auto read = import_transcript(std::move(bytes));
    return read ? read->format : "error: " + read.error().message;
  };
  EXPECT_EQ(format_of(R"({"segments":[{"speaker":"A","body":"Yes."}]})"), "podcasting_json");
  EXPECT_EQ(format_of(R"({"segments":[{"speaker":"A","text":"Yes.","avg_logprob":-0.1}]})"),
            "whisperx_json");
  EXPECT_EQ(format_of(R"({"segments":[{"text":"Yes.","avg_logprob":-0.1}]})"), "whisper_json");
  EXPECT_EQ(format_of(R"({"text":"speaker","utterances":null,"words":[{"text":"Yes."}]})"),
            "assemblyai_json");
  EXPECT_EQ(format_of(R"({"results":{"utterances":[{"transcript":"Yes."}],"channels":[]}})"),
            "deepgram_json");
}

std::vector<std::string> speakers_in_order(std::vector<PendingTurn> turns) {
  put_in_spoken_order(turns);
  std::vector<std::string> names;
  names.reserve(turns.size());
  for (const PendingTurn& turn : turns) names.push_back(turn.speaker);
  return names;
}

TEST(SpokenOrder, SortsByStartAndKeepsUntimedTurnsInTheirPlace) {
  std::vector<PendingTurn> turns(5);
  turns[0] = {"first", 100, {}, {}};
  turns[1] = {"fifth", 900, {}, {}};
  turns[2] = {"third", 300, {}, {}};
  turns[3] = {"fourth", {}, {}, {}};
  turns[4] = {"second", 300, {}, {}};
  EXPECT_EQ(speakers_in_order(turns),
            (std::vector<std::string>{"first", "third", "fourth", "second", "fifth"}));
}

TEST(CountWords, CountsBetweenWhiteSpace) {
  EXPECT_EQ(spaced_words(""), 0U);
  EXPECT_EQ(spaced_words(" \t\n"), 0U);
  EXPECT_EQ(spaced_words(" I  left.\nYes "), 3U);
}

}  // namespace
}  // namespace barometer
