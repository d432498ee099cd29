// The JSON Schemas in packs/schema say what the format table says, and the checker does it.
//
// After a change of the table run pack_tests with BAROMETER_UPDATE_SCHEMA=1 to write them anew.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "core/file.hpp"
#include "domain/pack.hpp"
#include "pack/format.hpp"
#include "pack/shape.hpp"

namespace barometer {
namespace {

using Json = nlohmann::ordered_json;
using Shape = Field::Shape;

std::string text(std::string_view view) { return std::string(view); }

Json schema_of(const Format& format);

Json word_schema(const Field& field) {
  Json schema = {{"type", "string"}};
  if (field.pattern != nullptr) schema["pattern"] = text(field.pattern->source());
  if (field.max != 0) schema["maxLength"] = field.max;
  for (const auto word : field.words) schema["enum"].push_back(text(word));
  return schema;
}

Json text_schema(const Field& field) {
  return {{"type", "string"}, {"minLength", field.min}, {"maxLength", field.max}};
}

Json list_schema(const Field& field) {
  Json schema = {{"type", "array"}, {"minItems", field.min}, {"maxItems", field.max}};
  if (field.of != nullptr) {
    schema["items"] = schema_of(*field.of);
  } else {
    Field item = field;
    item.max = principle_format().find("id")->max;
    schema["items"] = word_schema(item);
    schema["uniqueItems"] = true;
  }
  if (field.of == &indicator_format()) {
    for (const auto polarity : {Polarity::Supports, Polarity::Contradicts}) {
      schema["allOf"].push_back(
          {{"contains", {{"properties", {{"polarity", {{"const", text(to_string(polarity))}}}}}}},
           {"minContains", min_indicators_per_polarity}});
    }
  }
  return schema;
}

Json points_schema(const Field& field) {
  Json points = Json::object();
  Json required = Json::array();
  for (const auto* key : {"1", "2", "3", "4", "5"}) {
    points[key] = text_schema(field);
    required.push_back(key);
  }
  return {{"type", "object"},
          {"properties", points},
          {"required", required},
          {"additionalProperties", false}};
}

Json field_schema(const Field& field) {
  switch (field.shape) {
    case Shape::SchemaNumber:
      return {{"const", pack_schema_number}};
    case Shape::Text:
      return text_schema(field);
    case Shape::Word:
      return word_schema(field);
    case Shape::Points:
      return points_schema(field);
    case Shape::WordList:
    case Shape::ObjectList:
      return list_schema(field);
  }
  return {};
}

Json schema_of(const Format& format) {
  Json properties = Json::object();
  Json required = Json::array();
  for (const Field& field : format.fields) {
    Json schema = {{"description", text(field.meaning)}};
    schema.update(field_schema(field));
    if (&format == &probe_format() && field.key == "kind") {
      for (const auto kind : builtin_probe_kinds) schema["examples"].push_back(text(kind));
    }
    properties[text(field.key)] = schema;
    if (field.need == Field::Need::Required) required.push_back(text(field.key));
  }
  return {{"type", "object"},
          {"properties", properties},
          {"required", required},
          {"additionalProperties", false}};
}

struct SchemaFile {
  const char* name;
  const char* title;
  const Format& (*format)();
};

class PackSchema : public testing::TestWithParam<SchemaFile> {
 protected:
  std::filesystem::path path() const {
    return std::filesystem::path(BAROMETER_SOURCE_DIR) / "packs" / "schema" / GetParam().name;
  }

  Json expected() const {
    Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                   {"$id", GetParam().name},
                   {"title", GetParam().title}};
    schema.update(schema_of(GetParam().format()));
    return schema;
  }
};

TEST_P(PackSchema, SaysWhatTheFormatTableSays) {
  if (::getenv("BAROMETER_UPDATE_SCHEMA") != nullptr) {
    std::filesystem::create_directories(path().parent_path());
    ASSERT_TRUE(write_file(path(), expected().dump(2) + "\n"));
  }
  const auto bytes = read_file(path(), 1 << 20);
  ASSERT_TRUE(bytes) << bytes.error().message;
  const auto shipped = Json::parse(*bytes, nullptr, false);
  ASSERT_FALSE(shipped.is_discarded());
  EXPECT_EQ(Json::diff(shipped, expected()), Json::array())
      << "run pack_tests with BAROMETER_UPDATE_SCHEMA=1 after a change of the table";
}

INSTANTIATE_TEST_SUITE_P(
    Format, PackSchema,
    testing::Values(SchemaFile{"pack.schema.json", "pack.yaml of a Barometer pack", pack_format},
                    SchemaFile{"principle.schema.json", "A principle of a Barometer pack",
                               principle_format}),
    [](const auto& instance) {
      return std::string(instance.param.name).substr(0, std::string(instance.param.name).find('.'));
    });

// The other half: the checker takes and refuses what the table says, key by key.
std::vector<std::string> faults(const YamlNode& root, const Format& format) {
  std::vector<std::string> found;
  check_shape(root, format,
              [&](Place, std::string message) { found.push_back(std::move(message)); });
  return found;
}

YamlNode scalar(std::string_view value) {
  YamlNode node;
  node.kind = YamlNode::Kind::Scalar;
  node.text = value;
  return node;
}

YamlNode object(const Format& format);

YamlNode value(const Field& field) {
  YamlNode node;
  switch (field.shape) {
    case Shape::SchemaNumber:
      return scalar("1");
    case Shape::Text:
      return scalar("word");
    case Shape::Word:
      if (!field.words.empty()) return scalar(field.words.front());
      if (field.key == "version") return scalar("1.0.0");
      if (field.key == "extends") return scalar("base@1.0.0");
      if (field.key == "language") return scalar("en");
      return scalar("name");
    case Shape::Points:
      node.kind = YamlNode::Kind::Map;
      for (const auto* key : {"1", "2", "3", "4", "5"}) {
        node.entries.push_back({key, {}, scalar("word")});
      }
      return node;
    case Shape::WordList:
    case Shape::ObjectList:
      node.kind = YamlNode::Kind::List;
      for (std::size_t i = 0; i < field.min; ++i) {
        node.items.push_back(field.of != nullptr ? object(*field.of) : scalar("name"));
      }
      return node;
  }
  return node;
}

YamlNode object(const Format& format) {
  YamlNode node;
  node.kind = YamlNode::Kind::Map;
  for (const Field& field : format.fields) {
    node.entries.push_back({std::string(field.key), {}, value(field)});
  }
  return node;
}

class FormatTable : public testing::TestWithParam<const Format*> {};

TEST_P(FormatTable, IsWhatTheCheckerAsksFor) {
  const Format& format = *GetParam();
  const auto whole = object(format);
  EXPECT_THAT(faults(whole, format), testing::IsEmpty());
  for (std::size_t i = 0; i < format.fields.size(); ++i) {
    const Field& field = format.fields[i];
    SCOPED_TRACE(field.key);
    EXPECT_FALSE(field.meaning.empty());

    auto without = whole;
    without.entries.erase(without.entries.begin() + static_cast<std::ptrdiff_t>(i));
    EXPECT_EQ(faults(without, format).empty(), field.need == Field::Need::Optional);

    auto empty = whole;
    empty.entries[i].value = YamlNode{};
    EXPECT_THAT(faults(empty, format), testing::SizeIs(1));

    auto misspelt = whole;
    misspelt.entries[i].key += "x";
    EXPECT_THAT(faults(misspelt, format), testing::Contains(testing::HasSubstr("Did you mean")));

    auto other_type = whole;
    other_type.entries[i].value = scalar("true");
    if (field.shape == Shape::Text || field.shape == Shape::Word) {
      EXPECT_THAT(faults(other_type, format), testing::SizeIs(1));
      other_type.entries[i].value.kind = YamlNode::Kind::List;
    }
    EXPECT_THAT(faults(other_type, format), testing::SizeIs(1));

    if (field.max == 0) continue;
    auto too_much = whole;
    YamlNode& large = too_much.entries[i].value;
    if (large.kind == YamlNode::Kind::Scalar) {
      large.text.assign(field.max + 1, 'x');
    } else if (large.kind == YamlNode::Kind::Map) {
      large.entries[0].value.text.assign(field.max + 1, 'x');
    } else {
      large.items.assign(field.max + 1, field.of != nullptr ? object(*field.of) : scalar("name"));
    }
    EXPECT_THAT(faults(too_much, format), testing::SizeIs(1));
  }
}

INSTANTIATE_TEST_SUITE_P(Format, FormatTable,
                         testing::Values(&pack_format(), &principle_format(), &indicator_format(),
                                         &question_format(), &probe_format(), &probe_kind_format()),
                         [](const auto& instance) {
                           const auto name = std::string(instance.param->name);
                           auto word = name.substr(name.find(' ') + 1);
                           for (char& byte : word) byte = byte == ' ' ? '_' : byte;
                           return word;
                         });

TEST(FormatPatterns, TellGoodFromBad) {
  struct Example {
    const Format& format;
    const char* key;
    std::vector<std::string> good;
    std::vector<std::string> bad;
  };
  const std::vector<Example> examples = {
      {pack_format(), "id", {"a", "amazon-2021", "x1-2-y"}, {"", "A", "a_b", "-a", "a-", "1a"}},
      {pack_format(),
       "version",
       {"0.0.0", "1.10.2", "1.0.0-rc.1", "1.0.0-0a", "1.0.0+b.07", "1.0.0-x-y.z+1"},
       {"1", "1.0", "01.0.0", "1.0.0-", "1.0.0-01", "v1.0.0", "1.0.0 "}},
      {pack_format(), "extends", {"a-b@1.0.0"}, {"a", "a@", "@1.0.0", "a@1", "a@latest"}},
      {pack_format(),
       "language",
       {"en", "pt-BR", "zh-Hant", "zh-Hant-TW", "es-419", "gsw"},
       {"EN", "english", "en_GB", "en-gb", "e"}},
      {pack_format(),
       "license",
       {"MIT", "CC-BY-4.0", "GPL-2.0-or-later WITH Classpath-exception-2.0", "(MIT OR 0BSD)",
        "LicenseRef-Internal", "GPL-2.0+"},
       {"Apache 2.0", "see file", "MIT or BSD", "MIT OR", "-"}},
  };
  for (const auto& example : examples) {
    const Field& field = *example.format.find(example.key);
    for (const auto& one : example.good) EXPECT_TRUE(fits(one, field)) << one;
    for (const auto& one : example.bad) EXPECT_FALSE(fits(one, field)) << one;
    EXPECT_FALSE(fits(std::string(100'000, 'a'), field));
  }
}

}  // namespace
}  // namespace barometer
