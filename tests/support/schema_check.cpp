#include "support/schema_check.hpp"

#include <regex.h>

#include <fstream>
#include <set>
#include <stdexcept>

namespace barometer::test {
namespace {

using nlohmann::json;

const std::set<std::string>& known_keywords() {
  static const std::set<std::string> known = {
      "$schema", "$id",     "$defs",    "$ref",     "title",      "description", "examples",
      "type",    "const",   "enum",     "required", "properties", "items",       "anyOf",
      "minimum", "maximum", "minItems", "maxItems", "minLength",  "pattern"};
  return known;
}

bool fits(const std::string& pattern, const std::string& text) {
  regex_t compiled;
  if (regcomp(&compiled, pattern.c_str(), REG_EXTENDED | REG_NOSUB) != 0) return false;
  const bool found = regexec(&compiled, text.c_str(), 0, nullptr, 0) == 0;
  regfree(&compiled);
  return found;
}

struct Checker {
  const json& root;
  std::vector<std::string> found;

  void add(const std::string& path, const std::string& what) {
    found.push_back(path + ": " + what);
  }

  static bool has_type(const json& value, const std::string& type) {
    if (type == "null") return value.is_null();
    if (type == "string") return value.is_string();
    if (type == "boolean") return value.is_boolean();
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    if (type == "array") return value.is_array();
    return type == "object" && value.is_object();
  }

  void check_type(const json& schema, const json& value, const std::string& path) {
    if (!schema.contains("type")) return;
    bool fits = false;
    const json types = schema["type"].is_array() ? schema["type"] : json::array({schema["type"]});
    for (const json& type : types) fits = fits || has_type(value, type.get<std::string>());
    if (!fits) add(path, "is not of type " + schema["type"].dump());
  }

  void check_limits(const json& schema, const json& value, const std::string& path) {
    if (schema.contains("const") && value != schema["const"]) add(path, "is not the constant");
    if (schema.contains("enum")) {
      bool listed = false;
      for (const json& one : schema["enum"]) listed = listed || one == value;
      if (!listed) add(path, "is not one of the listed values");
    }
    if (value.is_number()) {
      const auto number = value.get<double>();
      if (schema.contains("minimum") && number < schema["minimum"].get<double>())
        add(path, "small");
      if (schema.contains("maximum") && number > schema["maximum"].get<double>())
        add(path, "large");
    }
    if (value.is_array()) {
      if (schema.contains("minItems") && value.size() < schema["minItems"].get<std::size_t>()) {
        add(path, "too few items");
      }
      if (schema.contains("maxItems") && value.size() > schema["maxItems"].get<std::size_t>()) {
        add(path, "too many items");
      }
    }
    if (!value.is_string()) return;
    const auto& text = value.get_ref<const std::string&>();
    if (schema.contains("minLength") && text.size() < schema["minLength"].get<std::size_t>()) {
      add(path, "too short");
    }
    if (schema.contains("pattern") && !fits(schema["pattern"].get<std::string>(), text)) {
      add(path, "does not fit the pattern");
    }
  }

  void check_object(const json& schema, const json& value, const std::string& path) {
    const json& properties = schema["properties"];
    for (const auto& [key, part] : value.items()) {
      if (properties.contains(key)) {
        check(properties[key], part, path + "." + key);
      } else {
        add(path, "key \"" + key + "\" is not described");
      }
    }
    for (const auto& [key, part] : properties.items()) {
      if (!part.contains("description")) add(path, "key \"" + key + "\" has no description");
      if (!value.contains(key)) add(path, "key \"" + key + "\" is described and missing");
    }
    for (const json& key : schema.value("required", json::array())) {
      if (!properties.contains(key.get<std::string>())) add(path, "requires what it does not know");
    }
  }

  void check(json schema, const json& value, const std::string& path) {
    while (schema.contains("$ref")) {
      const std::string name =
          schema["$ref"].get<std::string>().substr(std::string("#/$defs/").size());
      if (!root["$defs"].contains(name)) return add(path, "refers to nothing");
      schema = json(root["$defs"][name]);
    }
    for (const auto& [key, part] : schema.items()) {
      if (!known_keywords().contains(key)) add(path, "keyword " + key + " is not checked");
    }
    if (schema.contains("anyOf")) {
      if (value.is_null() && schema["anyOf"].back() == json{{"type", "null"}}) return;
      return check(schema["anyOf"].front(), value, path);
    }
    check_type(schema, value, path);
    check_limits(schema, value, path);
    if (value.is_object()) {
      if (!schema.contains("properties")) return add(path, "an object without properties");
      check_object(schema, value, path);
    }
    if (value.is_array()) {
      if (!schema.contains("items")) return add(path, "a list without items");
      for (std::size_t i = 0; i < value.size(); ++i) {
        check(schema["items"], value[i], path + "[" + std::to_string(i) + "]");
      }
    }
  }
};

}  // namespace

std::vector<std::string> differences(const json& schema, const json& value) {
  Checker checker{schema, {}};
  checker.check(schema, value, "$");
  return checker.found;
}

json published_schema(const std::string& name) {
  std::ifstream file(std::string(BAROMETER_SOURCE_DIR) + "/schemas/" + name + ".schema.json");
  if (!file) throw std::runtime_error("schemas/" + name + ".schema.json cannot be read");
  return json::parse(file);
}

}  // namespace barometer::test
