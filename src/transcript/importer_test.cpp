#include "transcript/importer.hpp"

#include <gtest/gtest.h>

#include <set>

#include "transcript/cue_text.hpp"
#include "transcript/extracted_text.hpp"
#include "transcript/sniff.hpp"

namespace barometer {
namespace {

std::string error_of(const Result<Transcript>& read) {
  return read ? "read as " + read->format : read.error().message;
}

TEST(Importers, HaveStableNamesOfTheirOwn) {
  std::set<std::string_view> ids;
  for (const Importer& importer : importers()) {
    EXPECT_TRUE(ids.insert(importer.id).second) << importer.id;
    EXPECT_FALSE(importer.title.empty());
  }
  EXPECT_EQ(importers().back().id, "plain_text");
  EXPECT_EQ(importers_of_extracted_text().back().id, "plain_text");
}

TEST(Import, TakesTheFormatThatAPersonNames) {
  const std::string text = "Dana: Why?\nIlya: I left.\n";
  const auto detected = import_transcript(text);
  ASSERT_TRUE(detected);
  EXPECT_EQ(detected->format, "labelled_text");
  const auto named = import_transcript(text, "plain_text");
  ASSERT_TRUE(named);
  EXPECT_EQ(named->format, "plain_text");
  EXPECT_EQ(named->turns[0].text, "Dana: Why?");
}

TEST(Import, ListsTheFormatsWhereTheNameIsUnknown) {
  const auto message = error_of(import_transcript("Dana: Why?\n", "word_star"));
  EXPECT_NE(message.find("\"word_star\""), std::string::npos);
  EXPECT_NE(message.find("zoom_vtt"), std::string::npos);
}

TEST(Import, NamesTheLimitsOfSizeAndLines) {
  ImportLimits limits;
  limits.max_bytes = 10;
  EXPECT_NE(
      error_of(import_transcript("I left at four.", std::nullopt, limits)).find("limit is 10"),
      std::string::npos);
  limits = {};
  limits.max_lines = 2;
  EXPECT_NE(
      error_of(import_transcript("I\nleft\nat\nfour", std::nullopt, limits)).find("limit is 2"),
      std::string::npos);
}

TEST(Import, PutsNoBytesOfTheFileIntoErrors) {
  const auto message = error_of(import_transcript("I left my \xFFsecret employer.\n"));
  EXPECT_EQ(message.find("secret"), std::string::npos);
  EXPECT_NE(message.find("Byte 10 (line 1)"), std::string::npos);
}

TEST(Import, ReadsALineOfFourMegabytes) {
  std::string text = "Candidate: ";
  text.resize(std::size_t{4} << 20, '<');
  text += " done\nInterviewer: Why?\n";
  const auto read = import_transcript(text);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_TRUE(faults(*read).empty());
  EXPECT_EQ(read->turns.size(), 2U);
}

TEST(Import, ReadsACueOfAMegabyteOfOpeningBrackets) {
  std::string text = "WEBVTT\n\n00:01.000 --> 00:02.000\nI left ";
  for (const char byte : {'<', '&', '{'}) text.append(std::size_t{1} << 20, byte);
  const auto read = import_transcript(text);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_TRUE(faults(*read).empty());
}

TEST(ExtractedText, GoesOnWithTheFormatsForPeople) {
  const auto teams =
      read_extracted_text("Dana Osei   0:03\nWhy?\nIlya Marsh   0:09\nI left.\n", {});
  ASSERT_TRUE(teams);
  EXPECT_EQ(teams->format, "teams_docx");
  // A document that only looks like a machine's file is text.
  const auto vtt = read_extracted_text("WEBVTT\n\n00:01.000 --> 00:02.000\nI left.\n", {});
  ASSERT_TRUE(vtt);
  EXPECT_EQ(vtt->format, "plain_text");
}

TEST(Sniff, TellsWhatPeopleTakeForATranscript) {
  EXPECT_EQ(foreign_kind("%PDF-1.4"), "a PDF document");
  EXPECT_EQ(foreign_kind(std::string_view("\0\0\0\x20"
                                          "ftypM4A ",
                                          12)),
            "an MP4 recording");
  EXPECT_EQ(foreign_kind("Softypeople: I left"), std::nullopt);
  EXPECT_EQ(foreign_kind("\n<HTML>"), "a web page");
  EXPECT_EQ(foreign_kind("WEBVTT"), std::nullopt);
  EXPECT_EQ(foreign_kind(""), std::nullopt);
}

std::string decoded(std::string_view text, CueSyntax syntax) {
  Cue cue;
  cue.lines = {{{0, text.size()}, 1}};
  std::string joined;
  for (const CueLine& line : decoded_lines(text, cue, syntax)) {
    joined += line.voice ? "<" + *line.voice + ">" : "";
    joined += line.said.text;
  }
  return joined;
}

TEST(CueText, UndoesMarkupAndEntities) {
  const auto vtt = CueSyntax::Vtt;
  EXPECT_EQ(decoded("I <i>did</i> it <00:00:01.000><c.red>now</c>", vtt), "I did it now");
  EXPECT_EQ(decoded("R&amp;D &lt;b&gt; &#8212; &#x2014; &copy; & &", vtt),
            "R&D <b> \xE2\x80\x94 \xE2\x80\x94 &copy; & &");
  EXPECT_EQ(decoded("&#0; &#xD800; &#x110000; &#; &#xyz;", vtt),
            "&#0; &#xD800; &#x110000; &#; &#xyz;");
  EXPECT_EQ(decoded("<v.loud Dana &amp; Kofi>Why</v> not", vtt), "<Dana & Kofi>Why not");
  EXPECT_EQ(decoded("a < b, 3 > 2, <sigh> <", vtt), "a < b, 3 > 2, <sigh> <");
  EXPECT_EQ(decoded("{\\an8}<font color=\"red\">Why</font> R&amp;D {sic}", CueSyntax::Srt),
            "Why R&amp;D {sic}");
}

}  // namespace
}  // namespace barometer
