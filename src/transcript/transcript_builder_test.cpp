#include "transcript/transcript_builder.hpp"

#include <gtest/gtest.h>

#include <random>

namespace barometer {
namespace {

std::vector<std::string> codes(const Transcript& transcript) {
  std::vector<std::string> found;
  for (const Warning& warning : transcript.warnings) found.push_back(warning.code);
  return found;
}

TranscriptBuilder builder_of(std::string source) { return {"test", std::move(source), {}}; }

TEST(TranscriptBuilder, TrimsTurnsAndKeepsTheirRuns) {
  auto builder = builder_of("  the R&amp;D team \xC2\xA0\n");
  builder.begin_turn("Dana", 1'000, 2'000);
  builder.add_source({0, 7});
  builder.add_text("&");
  builder.add_source({12, 22});
  const auto read = std::move(builder).finish();
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_TRUE(faults(*read).empty());
  EXPECT_EQ(read->turns[0].text, "the R&D team");
  EXPECT_EQ(read->turns[0].source, (ByteSpan{2, 18}));
  EXPECT_EQ(read->turns[0].runs, (std::vector<SourceRun>{{0, 2, 5}, {6, 12, 6}}));
  EXPECT_TRUE(read->warnings.empty());
}

TEST(TranscriptBuilder, ForgetsTurnsWithoutText) {
  auto builder = builder_of("I left.");
  builder.begin_turn("Nobody");
  builder.begin_turn("Dana", 0);
  builder.add_source({0, 7});
  builder.begin_turn("Nobody else");
  const auto read = std::move(builder).finish();
  ASSERT_TRUE(read);
  EXPECT_EQ(read->turns.size(), 1U);
  EXPECT_EQ(read->speakers.size(), 1U);
}

TEST(TranscriptBuilder, DropsTimesThatRunBackwardsWithinATurn) {
  auto builder = builder_of("I left.I ran.");
  builder.begin_turn("Dana", 5'000, 4'000);
  builder.add_source({0, 7});
  builder.begin_turn("Dana", 7'000);
  builder.add_source({7, 13});
  const auto read = std::move(builder).finish();
  ASSERT_TRUE(read);
  EXPECT_FALSE(read->turns[0].start_ms || read->turns[0].end_ms);
  EXPECT_EQ(read->turns[1].start_ms, 7'000);
  EXPECT_EQ(codes(*read), (std::vector<std::string>{"time_dropped", "times_missing"}));
}

TEST(TranscriptBuilder, CountsWarningsOfOneCode) {
  auto builder = builder_of("I left.");
  builder.begin_turn("Dana", 0);
  builder.add_source({0, 7});
  builder.warn("lines_skipped", "Lines were left out", "line 3");
  builder.warn("lines_skipped", "Lines were left out", "line 9");
  const auto read = std::move(builder).finish();
  ASSERT_TRUE(read);
  EXPECT_EQ(read->warnings[0].message, "Lines were left out (2 in all; the first at line 3)");
}

TEST(TranscriptBuilder, RefusesFilesWithoutSpeech) {
  auto builder = builder_of("... -- ?");
  builder.begin_turn("Dana");
  builder.add_source({0, 8});
  const auto read = std::move(builder).finish();
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::InvalidInput);
}

TEST(TranscriptBuilder, NamesTheLimitThatWasPassed) {
  ImportLimits limits;
  limits.max_turns = 2;
  limits.max_speakers = 1;
  TranscriptBuilder turns("test", "abc", limits);
  for (std::size_t i = 0; i < 3; ++i) {
    turns.begin_turn("Dana");
    turns.add_source({i, i + 1});
  }
  const auto many_turns = std::move(turns).finish();
  ASSERT_FALSE(many_turns);
  EXPECT_NE(many_turns.error().message.find("2 turns"), std::string::npos);
  TranscriptBuilder speakers("test", "abc", limits);
  for (std::size_t i = 0; i < 2; ++i) {
    speakers.begin_turn(std::to_string(i));
    speakers.add_source({i, i + 1});
  }
  const auto many_speakers = std::move(speakers).finish();
  ASSERT_FALSE(many_speakers);
  EXPECT_NE(many_speakers.error().message.find("1 speakers"), std::string::npos);
}

TEST(TranscriptBuilder, ReplacesBytesThatAreNotUtf8AndKeepsTheSource) {
  const std::string source = "caf\xE9 at four";
  auto builder = builder_of(source);
  builder.begin_turn("Dana", 0);
  builder.add_source({0, source.size()});
  const auto read = std::move(builder).finish();
  ASSERT_TRUE(read);
  EXPECT_TRUE(faults(*read).empty());
  EXPECT_EQ(read->source, source);
  EXPECT_EQ(read->turns[0].text, "caf\xEF\xBF\xBD at four");
  EXPECT_EQ(codes(*read), (std::vector<std::string>{"invalid_bytes"}));
}

TEST(TranscriptBuilder, LeavesOutWhatNothingProves) {
  auto builder = builder_of("I left.");
  builder.begin_turn("Dana", 0);
  builder.add_text("I stayed.");
  builder.begin_turn("Dana", 0);
  builder.add_source({0, 7});
  const auto read = std::move(builder).finish();
  ASSERT_TRUE(read);
  EXPECT_EQ(read->turns.size(), 1U);
  EXPECT_EQ(codes(*read), (std::vector<std::string>{"text_unproven"}));
}

// Whatever an importer does with pieces of any bytes, the transcript is sound.
TEST(TranscriptBuilder, IsSoundForRandomPieces) {
  std::mt19937 random(11);
  const std::string alphabet = " \n\t&a\xC3\xA9\xE9\xF0\x9F\x9A\x80\xEF\xBB\xBF\xC2\xA0.";
  const auto below = [&random](std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
  };
  for (int round = 0; round < 500; ++round) {
    std::string source;
    for (std::size_t i = below(60) + 2; i > 0; --i) source += alphabet[below(alphabet.size())];
    auto builder = builder_of(source);
    for (int turn = 0; turn < 4; ++turn) {
      builder.begin_turn(turn % 2 == 0 ? "Dana" : "", static_cast<std::int64_t>(below(9)) - 1,
                         static_cast<std::int64_t>(below(9)));
      for (int piece = 0; piece < 4; ++piece) {
        const auto begin = below(source.size());
        builder.add_source({begin, begin + below(source.size() - begin + 1)});
        if (piece % 2 == 0) builder.add_text(" ");
      }
    }
    const auto read = std::move(builder).finish();
    if (!read) continue;
    const auto found = faults(*read);
    EXPECT_TRUE(found.empty()) << found.front();
  }
}

}  // namespace
}  // namespace barometer
