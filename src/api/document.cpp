#include "api/document.hpp"

#include <fmt/format.h>
#include <unicode/regex.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <charconv>
#include <memory>

#include "api/embedded.hpp"
#include "core/utf8.hpp"

namespace barometer::api {
namespace {

using Value = nlohmann::json;

Value scalar(const YAML::Node& node) {
  const std::string& text = node.Scalar();
  if (node.Tag() == "!") return text;  // quoted
  if (text == "true") return true;
  if (text == "false") return false;
  if (text == "null" || text == "~") return nullptr;
  std::int64_t whole = 0;
  const char* end = text.data() + text.size();
  if (const auto [at, failure] = std::from_chars(text.data(), end, whole);
      failure == std::errc() && at == end)
    return whole;
  return text;
}

Value to_json(const YAML::Node& node) {
  if (node.IsScalar()) return scalar(node);
  if (node.IsSequence()) {
    Value list = Value::array();
    for (const auto& item : node) list.push_back(to_json(item));
    return list;
  }
  Value object = Value::object();
  for (const auto& pair : node) object[pair.first.Scalar()] = to_json(pair.second);
  return object;
}

bool is_of(const Value& value, const std::string& type) {
  if (type == "string") return value.is_string();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  if (type == "boolean") return value.is_boolean();
  if (type == "array") return value.is_array();
  if (type == "object") return value.is_object();
  return value.is_null();
}

bool matches(const std::string& pattern, const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::RegexMatcher matcher(icu::UnicodeString::fromUTF8(pattern), 0, status);
  const auto subject = icu::UnicodeString::fromUTF8(text);
  matcher.reset(subject);
  return U_SUCCESS(status) && matcher.find() != 0;
}

}  // namespace

Document::Document() {
  json_ = to_json(YAML::Load(std::string(embedded::openapi_yaml)));
  for (const auto& [path, item] : json_.at("paths").items()) {
    for (const char* method : {"get", "post", "put", "delete"})
      if (item.contains(method)) add_operation(path, item, method);
  }
}

void Document::add_operation(const std::string& path, const Value& item,
                             const std::string& method) {
  const Value& said = item.at(method);
  Operation operation;
  operation.id = said.at("operationId");
  operation.path = path;
  operation.method = method;
  std::transform(method.begin(), method.end(), operation.method.begin(),
                 [](char c) { return static_cast<char>(c - 'a' + 'A'); });
  for (const Value* holder : {&item, &said}) {
    const auto parameters = holder->find("parameters");
    if (parameters == holder->end()) continue;
    for (const Value& entry : *parameters) {
      const Value& parameter = resolved(entry);
      operation.parameters.push_back({parameter.at("name"), parameter.at("in"),
                                      parameter.value("required", false), &parameter.at("schema")});
    }
  }
  if (const auto body = said.find("requestBody"); body != said.end()) {
    for (const auto& [type, content] : body->at("content").items())
      operation.bodies[type] = &content.at("schema");
  }
  operations_.push_back(std::move(operation));
}

const Value& Document::resolved(const Value& node) const {
  const auto reference = node.find("$ref");
  if (reference == node.end()) return node;
  return resolved(json_.at(Value::json_pointer(reference->get<std::string>().substr(1))));
}

std::optional<std::string> Document::fault(const Value& given, const Value& value,
                                           const std::string& where) const {
  const Value& schema = resolved(given);
  if (const auto choices = schema.find("oneOf"); choices != schema.end()) {
    std::optional<std::string> closest;
    for (const Value& choice : *choices) {
      const auto found = fault(choice, value, where);
      if (!found) return std::nullopt;
      if (!closest) closest = found;
    }
    return closest;
  }
  if (const auto only = schema.find("const"); only != schema.end() && value != *only)
    return fmt::format("{}: must be {}", where, only->dump());
  if (const auto choices = schema.find("enum"); choices != schema.end()) {
    if (std::find(choices->begin(), choices->end(), value) == choices->end())
      return fmt::format("{}: must be one of {}", where, choices->dump());
  }
  if (const auto type = schema.find("type"); type != schema.end()) {
    const Value types = type->is_array() ? *type : Value::array({*type});
    if (std::none_of(types.begin(), types.end(),
                     [&](const Value& name) { return is_of(value, name.get<std::string>()); }))
      return fmt::format("{}: must be of type {}", where, types.dump());
  }
  if (value.is_string()) return text_fault(schema, value.get_ref<const std::string&>(), where);
  if (value.is_object()) return object_fault(schema, value, where);
  if (value.is_array()) return array_fault(schema, value, where);
  if (value.is_number()) return number_fault(schema, value, where);
  return std::nullopt;
}

std::optional<std::string> Document::text_fault(const Value& schema, const std::string& text,
                                                const std::string& where) const {
  if (text.find('\0') != std::string::npos) return fmt::format("{}: must not hold U+0000", where);
  const auto length = utf8::count_code_points(text);
  if (const auto most = schema.find("maxLength");
      most != schema.end() && length > most->get<std::size_t>())
    return fmt::format("{}: at most {} characters", where, most->get<std::size_t>());
  if (const auto least = schema.find("minLength");
      least != schema.end() && length < least->get<std::size_t>())
    return fmt::format("{}: at least {} characters", where, least->get<std::size_t>());
  if (const auto pattern = schema.find("pattern");
      pattern != schema.end() && !matches(pattern->get<std::string>(), text))
    return fmt::format("{}: must match {}", where, pattern->get<std::string>());
  return std::nullopt;
}

std::optional<std::string> Document::object_fault(const Value& schema, const Value& value,
                                                  const std::string& where) const {
  if (const auto needed = schema.find("required"); needed != schema.end()) {
    for (const Value& name : *needed) {
      if (!value.contains(name.get_ref<const std::string&>()))
        return fmt::format("{}: \"{}\" is missing", where, name.get<std::string>());
    }
  }
  const auto known = schema.find("properties");
  if (known == schema.end()) return std::nullopt;
  const bool closed = schema.contains("additionalProperties");  // the document only says "false"
  for (const auto& [name, part] : value.items()) {
    const auto property = known->find(name);
    if (property == known->end()) {
      if (closed) return fmt::format("{}: holds a key that is not known here", where);
      continue;
    }
    if (auto found = fault(*property, part, where + "." + name)) return found;
  }
  return std::nullopt;
}

std::optional<std::string> Document::array_fault(const Value& schema, const Value& value,
                                                 const std::string& where) const {
  if (const auto most = schema.find("maxItems");
      most != schema.end() && value.size() > most->get<std::size_t>())
    return fmt::format("{}: at most {} entries", where, most->get<std::size_t>());
  if (const auto least = schema.find("minItems");
      least != schema.end() && value.size() < least->get<std::size_t>())
    return fmt::format("{}: at least {} entries", where, least->get<std::size_t>());
  const auto items = schema.find("items");
  if (items == schema.end()) return std::nullopt;
  for (std::size_t i = 0; i < value.size(); ++i)
    if (auto found = fault(*items, value[i], fmt::format("{}[{}]", where, i))) return found;
  return std::nullopt;
}

std::optional<std::string> Document::number_fault(const Value& schema, const Value& value,
                                                  const std::string& where) const {
  const auto number = value.get<double>();
  if (const auto least = schema.find("minimum");
      least != schema.end() && number < least->get<double>())
    return fmt::format("{}: at least {}", where, least->dump());
  if (const auto most = schema.find("maximum");
      most != schema.end() && number > most->get<double>())
    return fmt::format("{}: at most {}", where, most->dump());
  return std::nullopt;
}

}  // namespace barometer::api
