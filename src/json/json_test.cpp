#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "core/utf8.hpp"
#include "json/decimal.hpp"
#include "json/json_path.hpp"
#include "json/json_string.hpp"
#include "json/located_json.hpp"

namespace barometer {
namespace {

using testing::HasSubstr;
using testing::Not;

LocatedJson parsed(std::string_view source, std::size_t begin = 0) {
  auto json = parse_located_json(source, begin);
  EXPECT_TRUE(json) << json.error().message;
  return std::move(json).value();
}

std::string error_of(std::string_view source, const JsonLimits& limits = {}) {
  const auto json = parse_located_json(source, 0, limits);
  if (json) return "no error";
  EXPECT_EQ(json.error().code, ErrorCode::InvalidInput);
  return json.error().message;
}

TEST(LocatedJson, TellsTheBytesOfEveryValue) {
  const std::string source = "{\"a\":\"caf\xC3\xA9\", \"b\" : [ 12.50,-3e2 ,null,true, {} ,\"\"]}";
  const auto json = parsed(source);
  const auto bytes = [&](JsonValue value) { return std::string(slice(source, value.span())); };
  EXPECT_EQ(bytes(json.root()), source);
  EXPECT_EQ(bytes(json.root()["a"]), "\"caf\xC3\xA9\"");
  const auto list = json.root()["b"];
  EXPECT_EQ(bytes(list.at(0)), "12.50");
  EXPECT_EQ(bytes(list.at(1)), "-3e2");
  EXPECT_EQ(bytes(list.at(2)), "null");
  EXPECT_EQ(bytes(list.at(3)), "true");
  EXPECT_EQ(bytes(list.at(4)), "{}");
  EXPECT_EQ(bytes(list.at(5)), "\"\"");
  EXPECT_EQ(list.size(), 6U);
}

TEST(LocatedJson, CountsFromTheStartOfTheFileBehindAByteOrderMark) {
  const std::string source = "\xEF\xBB\xBF{\"a\":\"J'ai \xF0\x9F\x98\x80\",\"b\":\"later\"}";
  const auto json = parsed(source, 3);
  EXPECT_EQ(slice(source, *json.root()["a"].literal()), "J'ai \xF0\x9F\x98\x80");
  EXPECT_EQ(slice(source, *json.root()["b"].literal()), "later");
}

TEST(LocatedJson, WalksOverWhatIsMissing) {
  const auto json = parsed(R"({"a":null,"b":3})");
  EXPECT_FALSE(json.root()["a"]);
  EXPECT_FALSE(json.root()["no"]["such"].at(4)["path"]);
  EXPECT_EQ(json.root()["b"]["x"].text(), "");
  EXPECT_EQ(json.root()["b"].size(), 0U);
  EXPECT_FALSE(json.root()["b"].literal());
  EXPECT_EQ(json.root()["b"].label(), "3");
}

TEST(LocatedJson, GoesThroughAnArrayInOrder) {
  const auto json = parsed(R"([{"w":"I"},{"w":"left"},{}])");
  std::vector<std::string> words;
  for (const JsonValue element : JsonElements(json.root())) {
    words.push_back(element["w"].text());
  }
  EXPECT_EQ(words, (std::vector<std::string>{"I", "left", ""}));
}

TEST(LocatedJson, ReadsNumbersAndStringsThatHoldThem) {
  const auto json =
      parsed(R"({"s":"12.48","n":12.48,"i":3,"e":1.5e1,"w":" 0.9 ","x":"1.2s","z":""})");
  const auto root = json.root();
  EXPECT_EQ(root["s"].scaled(3), 12480);
  EXPECT_EQ(root["n"].scaled(3), 12480);
  EXPECT_EQ(root["i"].scaled(3), 3000);
  EXPECT_EQ(root["e"].scaled(3), 15000);
  EXPECT_NEAR(root["w"].number().value_or(0), 0.9, 1e-9);
  EXPECT_FALSE(root["x"].scaled(3));
  EXPECT_FALSE(root["z"].number());
  EXPECT_FALSE(root["missing"].number());
}

TEST(LocatedJson, TakesNanForNoNumber) {
  const auto json = parsed(R"({"a":NaN,"b":-Infinity,"c":1})");
  EXPECT_FALSE(json.root()["a"].number());
  EXPECT_FALSE(json.root()["b"].scaled(3));
  EXPECT_EQ(json.root()["c"].scaled(0), 1);
}

TEST(LocatedJson, ToleratesRawControlCharactersInStrings) {
  const auto json = parsed("{\"a\":\"one\ttwo\nthree\x01\"}");
  EXPECT_EQ(json.root()["a"].text(), "one\ttwo\nthree\x01");
}

TEST(LocatedJson, SaysWhereATextIsCutOff) {
  EXPECT_THAT(error_of("{\"a\":[1,\n  2"), HasSubstr("cut off at line 2, column 4"));
  EXPECT_THAT(error_of("{\"a\":[1,\n  2"), HasSubstr("array that opens at line 1, column 6"));
  EXPECT_THAT(error_of("{\"a\":\"secret"), HasSubstr("string that opens at line 1, column 6"));
  EXPECT_THAT(error_of("{\"a\":\"secret\\"), HasSubstr("cut off"));
  EXPECT_THAT(error_of("{\"a\":\"secret\\\""), HasSubstr("cut off"));
  EXPECT_THAT(error_of("{\"a\""), HasSubstr("cut off"));
}

TEST(LocatedJson, SaysWhereATextIsMalformed) {
  EXPECT_THAT(error_of("\r\n{\"\xC3\xA9\" 1}"), HasSubstr("line 2, column 6: a colon"));
  EXPECT_THAT(error_of("{\"a\":1,}"), HasSubstr("line 1, column 8: a key"));
  EXPECT_THAT(error_of("{\"a\":1]"), HasSubstr("line 1, column 7"));
  EXPECT_THAT(error_of("{\"a\":1}}"), HasSubstr("line 1, column 8"));
  EXPECT_THAT(error_of("{\"a\":1} more"), HasSubstr("more text after the end"));
  EXPECT_THAT(error_of("{'a':1}"), HasSubstr("line 1, column 2"));
  EXPECT_THAT(error_of("{\"a\":// x\n1}"), HasSubstr("a value is missing"));
  EXPECT_THAT(error_of(std::string_view("{\"a\":1}\0x", 9)), HasSubstr("zero byte"));
  EXPECT_THAT(error_of("{\"a\":\"\\q\"}"), HasSubstr("an escape that does not exist"));
  EXPECT_THAT(error_of("{\"a\":\"\\ud83d\"}"), HasSubstr("half of a surrogate pair"));
  EXPECT_THAT(error_of(""), HasSubstr("line 1, column 1"));
  EXPECT_THAT(error_of("\"text\""), HasSubstr("not valid"));
}

TEST(LocatedJson, NeverRepeatsTheText) {
  for (const std::string_view source :
       {R"({"secret":1,"secret":2})", R"({"a":secret})", R"({"a":"secret)", R"({"a":1e999secret})",
        R"({"secret" "secret"})", R"({"a":"\usecret"})"}) {
    EXPECT_THAT(error_of(source), Not(HasSubstr("secret")));
    EXPECT_THAT(error_of(source), HasSubstr("line 1, column"));
  }
}

TEST(LocatedJson, StopsAtItsLimits) {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  EXPECT_EQ(error_of(nested(64)), "no error");
  EXPECT_THAT(error_of(nested(65)), HasSubstr("limit of 64 levels, at line 1, column 65"));
  EXPECT_THAT(error_of(std::string(1'000'000, '[')), HasSubstr("limit of 64 levels"));
  EXPECT_THAT(error_of("[1,2,3,4]", {64, 3}), HasSubstr("limit of 3 values"));
}

TEST(ScaledDecimal, HasNoFloatDrift) {
  EXPECT_EQ(scaled_decimal("12.48", 3), 12480);
  EXPECT_EQ(scaled_decimal("0.29", 3), 290);
  EXPECT_EQ(scaled_decimal("1.005", 3), 1005);
  EXPECT_EQ(scaled_decimal("4.0005", 3), 4001);
  EXPECT_EQ(scaled_decimal("4.00049999", 3), 4000);
  EXPECT_EQ(scaled_decimal("-1.5", 0), -2);
  EXPECT_EQ(scaled_decimal("1e-05", 3), 0);
  EXPECT_EQ(scaled_decimal("1.25E+2", 3), 125000);
  EXPECT_EQ(scaled_decimal("5e-4", 3), 1);
  EXPECT_EQ(scaled_decimal("0.0000000000000000000000000001", 3), 0);
  EXPECT_EQ(scaled_decimal("00000000000000000000000000007", 0), 7);
  EXPECT_EQ(scaled_decimal("0e999999999999999999999", 3), 0);
  EXPECT_EQ(scaled_decimal("9223372036854775807", 0), 9223372036854775807);
}

TEST(ScaledDecimal, RefusesWhatIsNoNumberOrDoesNotFit) {
  for (const std::string_view text : {"", "-", ".", "1,5", "1.2s", "NaN", "1e", "1e+", "0x10", " 1",
                                      "9223372036854775808", "1e30", "1.5e999999999999999999999"}) {
    EXPECT_FALSE(scaled_decimal(text, 0)) << text;
  }
}

TEST(ScaledDecimal, AgreesWithWholeMilliseconds) {
  std::mt19937 random(7);
  for (int i = 0; i < 20'000; ++i) {
    const auto ms = static_cast<std::int64_t>(random() % 100'000'000);
    const auto fraction = std::to_string(1000 + ms % 1000).substr(1);
    EXPECT_EQ(scaled_decimal(std::to_string(ms / 1000) + "." + fraction, 3), ms);
  }
}

std::string unescaped(std::string_view literal) {
  return json_string_text(literal, {0, literal.size()});
}

std::vector<JsonStringPiece> pieces_of(std::string_view source, ByteSpan literal) {
  std::vector<JsonStringPiece> found;
  JsonStringPieces pieces(source, literal);
  while (const auto piece = pieces.next()) found.push_back(*piece);
  return found;
}

TEST(JsonString, UndoesEscapes) {
  EXPECT_EQ(unescaped(R"(a \"b\" \\ \/ \n\t)"), "a \"b\" \\ / \n\t");
  EXPECT_EQ(unescaped(R"(d\u00e9cid\u00C9)"),
            "d\xC3\xA9"
            "cid\xC3\x89");
  EXPECT_EQ(unescaped(R"(\uD83D\uDE00!)"), "\xF0\x9F\x98\x80!");
}

TEST(JsonString, ReplacesWhatCannotBeText) {
  EXPECT_EQ(unescaped(R"(\ud83dx)"), "\xEF\xBF\xBDx");
  EXPECT_EQ(unescaped(R"(\ude00\ud83d)"), "\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(unescaped(R"(\ud83d\u0041)"),
            "\xEF\xBF\xBD"
            "A");
  EXPECT_EQ(unescaped(R"(a\u0000b)"),
            "a\xEF\xBF\xBD"
            "b");
}

TEST(JsonString, KeepsAnEscapeOfNothing) {
  EXPECT_EQ(unescaped(R"(\q \u12 \)"), R"(\q \u12 \)");
  EXPECT_EQ(unescaped(R"(\u12g4\n)"), "\\u12g4\n");
}

TEST(JsonString, TellsWhereEachPieceStands) {
  const std::string_view source = R"("he said \"\u00e9t\u00e9\" twice")";
  const auto pieces = pieces_of(source, {1, source.size() - 1});
  ASSERT_EQ(pieces.size(), 7U);
  EXPECT_EQ(slice(source, pieces[0].source), "he said ");
  EXPECT_EQ(slice(source, pieces[1].source), R"(\")");
  EXPECT_EQ(pieces[1].unescaped, "\"");
  EXPECT_EQ(slice(source, pieces[2].source), R"(\u00e9)");
  EXPECT_EQ(pieces[2].unescaped, "\xC3\xA9");
  EXPECT_EQ(slice(source, pieces[3].source), "t");
  EXPECT_EQ(slice(source, pieces[6].source), " twice");
}

// Any text, escaped at random, comes back, and the pieces cover the literal without a gap.
TEST(JsonString, GivesBackEveryText) {
  std::mt19937 random(11);
  const std::vector<char32_t> alphabet = {U'a',      U' ',      U'"',          U'\\', U'\n',
                                          U'\u00e9', U'\u4f60', U'\U0001F600', U'/'};
  for (int round = 0; round < 2'000; ++round) {
    std::string text;
    std::string literal;
    for (auto left = random() % 12; left > 0; --left) {
      const char32_t code_point = alphabet[random() % alphabet.size()];
      utf8::append(text, code_point);
      const bool must = code_point == U'"' || code_point == U'\\';
      if (!must && random() % 2 == 0) {
        utf8::append(literal, code_point);
        continue;
      }
      char buffer[16];
      const auto write_unit = [&](std::uint32_t unit) {
        std::snprintf(buffer, sizeof buffer, random() % 2 == 0 ? "\\u%04x" : "\\u%04X", unit);
        literal += buffer;
      };
      if (code_point >= 0x10000) {
        write_unit(0xD800U + ((static_cast<std::uint32_t>(code_point) - 0x10000U) >> 10U));
        write_unit(0xDC00U + ((static_cast<std::uint32_t>(code_point) - 0x10000U) & 0x3FFU));
      } else {
        write_unit(static_cast<std::uint32_t>(code_point));
      }
    }
    ASSERT_EQ(unescaped(literal), text) << literal;
    std::size_t covered = 0;
    for (const auto& piece : pieces_of(literal, {0, literal.size()})) {
      ASSERT_EQ(piece.source.begin, covered);
      covered = piece.source.end;
    }
    ASSERT_EQ(covered, literal.size());
    // jsoncpp must agree on what the literal says and where it stands.
    const auto source = "\xEF\xBB\xBF[\"" + literal + "\"]";
    const auto json = parsed(source, 3);
    ASSERT_EQ(json.root().at(0).text(), text);
    ASSERT_EQ(slice(source, *json.root().at(0).literal()), literal);
  }
}

TEST(JsonPath, FindsKeysWhereverTheyStand) {
  constexpr std::string_view json =
      R"({"x":{"segments":1},"y":"\"segments\":","segments":[1,{"a":[]},{"speaker":null}],"z":{}})";
  EXPECT_TRUE(has_json_path(json, {"segments", "[]", "speaker"}));
  EXPECT_TRUE(has_json_path(json, {"segments", "[]", "a"}));
  EXPECT_TRUE(has_json_path(json, {"z"}));
  EXPECT_FALSE(has_json_path(json, {"speaker"}));
  EXPECT_FALSE(has_json_path(json, {"segments", "[]", "b"}));
  EXPECT_FALSE(has_json_path(json, {"z", "[]", "b"}));
}

TEST(JsonPath, FindsAKeyBeforeTheTextIsCutOff) {
  EXPECT_TRUE(has_json_path(R"({"data":{"transcript":{"sentences":[{"te)",
                            {"data", "transcript", "sentences"}));
  EXPECT_FALSE(
      has_json_path(R"({"data":{"transcript":{"sentences)", {"data", "transcript", "sentences"}));
}

TEST(JsonPath, EndsOnEveryText) {
  std::mt19937 random(3);
  constexpr std::string_view alphabet = "{}[],:\"\\ a1";
  for (int round = 0; round < 20'000; ++round) {
    std::string text = "{\"a\":[";
    for (auto left = random() % 24; left > 0; --left) text += alphabet[random() % alphabet.size()];
    has_json_path(text, {"a", "[]", "a"});
    has_json_path(text, {"b"});
    EXPECT_TRUE(has_json_path(text, {"a"}));
  }
}

TEST(LooksLikeJsonObject, TellsJsonFromNamesInBraces) {
  EXPECT_TRUE(looks_like_json_object(" \r\n{ \"a\":1}"));
  EXPECT_TRUE(looks_like_json_object("{}"));
  EXPECT_TRUE(looks_like_json_object("{"));
  EXPECT_FALSE(looks_like_json_object("{Dana} hello"));
  EXPECT_FALSE(looks_like_json_object("[1]"));
  EXPECT_FALSE(looks_like_json_object(""));
}

}  // namespace
}  // namespace barometer
