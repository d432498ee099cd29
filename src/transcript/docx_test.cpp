#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zip.h>

#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "transcript/importer.hpp"

namespace barometer {
namespace {

using testing::HasSubstr;
using testing::Not;

using Parts = std::vector<std::pair<std::string, std::string>>;

// The bytes of a zip archive with these parts.
std::string zipped(const Parts& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error);
  for (const auto& [name, bytes] : parts) {
    zip_file_add(archive, name.c_str(), zip_source_buffer(archive, bytes.data(), bytes.size(), 0),
                 ZIP_FL_ENC_UTF_8);
  }
  EXPECT_EQ(zip_close(archive), 0);
  zip_source_open(target);
  std::string bytes;
  char buffer[4096];
  while (const auto count = zip_source_read(target, buffer, sizeof buffer)) {
    if (count < 0) break;
    bytes.append(buffer, static_cast<std::size_t>(count));
  }
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

std::string document(std::string_view body) {
  return R"(<?xml version="1.0"?><w:document xmlns:w="urn:w"><w:body>)" + std::string(body) +
         "</w:body></w:document>";
}

std::string paragraph(std::string_view text) {
  return "<w:p><w:r><w:t xml:space=\"preserve\">" + std::string(text) + "</w:t></w:r></w:p>";
}

std::string docx(std::string_view body) { return zipped({{"word/document.xml", document(body)}}); }

// The extracted text, or the error.
std::string source_of(std::string bytes, const ImportLimits& limits = {}) {
  const auto read = import_transcript(std::move(bytes), std::nullopt, limits);
  if (!read) {
    EXPECT_EQ(read.error().code, ErrorCode::InvalidInput);
    return "error: " + read.error().message;
  }
  EXPECT_THAT(faults(*read), testing::IsEmpty());
  return read->source;
}

TEST(Docx, GivesOneLineForEveryParagraph) {
  EXPECT_EQ(
      source_of(docx(paragraph("Interviewer: Why?") + "<w:p/>" + paragraph("Candidate: Rain."))),
      "Interviewer: Why?\n\nCandidate: Rain.\n");
}

TEST(Docx, KeepsTabsBreaksAndSpaces) {
  EXPECT_EQ(source_of(docx("<w:p><w:r><w:t>Dana:</w:t><w:tab/><w:t xml:space=\"preserve\"> a  b "
                           "</w:t><w:br/><w:t>c</w:t></w:r></w:p>")),
            "Dana:\t a  b \nc\n");
}

TEST(Docx, StopsABombAtTheLimit) {
  ImportLimits limits;
  limits.max_unpacked_bytes = std::size_t{1} << 20;
  const auto bomb = docx(paragraph(std::string(std::size_t{8} << 20, ' ')));
  ASSERT_LT(bomb.size(), std::size_t{64} << 10);
  EXPECT_THAT(source_of(bomb, limits), HasSubstr("too large unpacked: the limit is 1 MB"));
  const auto hidden_in_relations =
      zipped({{"_rels/.rels", std::string(std::size_t{8} << 20, ' ')}});
  EXPECT_THAT(source_of(hidden_in_relations, limits), HasSubstr("too large unpacked"));
}

TEST(Docx, StopsABombOfTagsAndAttributes) {
  std::string tags;
  for (int i = 0; i < 3'000'001; ++i) tags += "<a b=''/>";
  EXPECT_THAT(source_of(docx(tags)), HasSubstr("limit of 6000000 XML tags and attributes"));
}

TEST(Docx, StopsAnArchiveOfTooManyEntries) {
  Parts parts;
  for (int i = 0; i <= 10'000; ++i) parts.emplace_back("word/" + std::to_string(i), "");
  EXPECT_THAT(source_of(zipped(parts)), HasSubstr("limit of 10000 entries"));
}

TEST(Docx, StopsDeepNesting) {
  std::string body;
  for (int i = 0; i < 100'000; ++i) body += "<w:p>";
  for (int i = 0; i < 100'000; ++i) body += "</w:p>";
  EXPECT_THAT(source_of(docx(body)), HasSubstr("nested deeper than the limit of 64 levels"));
}

TEST(Docx, ExpandsNoEntitiesOfItsOwn) {
  const auto bytes =
      zipped({{"word/document.xml",
               R"(<!DOCTYPE x [<!ENTITY e "eeee">]><w:document><w:body><w:p><w:r><w:t>)"
               R"(Candidate: I kept &e; &lt;b&gt;.</w:t></w:r></w:p></w:body></w:document>)"}});
  EXPECT_EQ(source_of(bytes), "Candidate: I kept &e; <b>.\n");
}

TEST(Docx, NamesWhatIsAcceptedForOtherArchives) {
  const auto message = source_of(zipped({{"notes.txt", "very secret words"}}));
  EXPECT_THAT(message, HasSubstr("Barometer reads .docx documents"));
  EXPECT_THAT(message, Not(HasSubstr("secret")));
}

TEST(Docx, IsReadAsTheTextFormatThatAPersonNames) {
  const auto read = import_transcript(
      docx(paragraph("Interviewer: Why?") + paragraph("Candidate: Rain.")), "plain_text");
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->format, "plain_text");
  EXPECT_EQ(read->source, "Interviewer: Why?\nCandidate: Rain.\n");
}

TEST(Docx, RefusesEveryFileThatIsCutOff) {
  const auto whole = docx(paragraph("Interviewer: Why?") + paragraph("Candidate: Rain."));
  for (std::size_t size = 4; size < whole.size(); ++size) {
    EXPECT_THAT(source_of(whole.substr(0, size)), HasSubstr("damaged or cut off")) << size;
  }
}

TEST(Docx, SurvivesDamage) {
  const auto whole = docx(paragraph("Interviewer: Why?") + paragraph("Candidate: Rain."));
  std::mt19937 random(13);
  for (int i = 0; i < 4'000; ++i) {
    auto bytes = whole;
    for (auto left = 1 + random() % 3; left > 0; --left) {
      bytes[4 + random() % (bytes.size() - 4)] = static_cast<char>(random() % 256);
    }
    source_of(bytes);
  }
}

// Runs, tables and insertions in any shape: the words come out in order.
TEST(Docx, GivesTheWordsInOrder) {
  std::mt19937 random(17);
  for (int round = 0; round < 200; ++round) {
    std::string body;
    std::string expected;
    for (auto paragraphs = 1 + random() % 4; paragraphs > 0; --paragraphs) {
      std::string runs = "<w:r><w:t>Candidate:</w:t></w:r>";
      expected += "Candidate:";
      for (auto left = 1 + random() % 5; left > 0; --left) {
        const auto word = " w" + std::to_string(random() % 100);
        const auto run = "<w:r><w:rPr><w:i/></w:rPr><w:t>" + word + "</w:t></w:r>";
        runs += random() % 2 == 0 ? run : "<w:ins>" + run + "</w:ins>";
        expected += word;
      }
      const auto whole = "<w:p>" + runs + "</w:p>";
      body += random() % 2 == 0 ? whole : "<w:tbl><w:tr><w:tc>" + whole + "</w:tc></w:tr></w:tbl>";
      expected += '\n';
    }
    ASSERT_EQ(source_of(docx(body)), expected);
  }
}

}  // namespace
}  // namespace barometer
