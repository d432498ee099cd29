// The document: openapi.yaml, which the program carries inside, as the one table of what the server
// answers. Paths, methods and the rules for what comes in are taken from it, so that it cannot fall
// behind.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/message.hpp"
#include "core/result.hpp"

namespace barometer::api {

struct Parameter {
  std::string name;
  std::string in;  // path, query, header
  bool required = false;
  const nlohmann::json* schema = nullptr;
};

struct Operation {
  std::string id;
  std::string method;  // upper case
  std::string path;    // a template: /api/v1/packs/{pack_id}
  std::vector<Parameter> parameters;
  std::map<std::string, const nlohmann::json*> bodies;  // schema by content type; none: no body
};

class Document {
 public:
  Document();
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  const nlohmann::json& json() const { return json_; }
  const std::vector<Operation>& operations() const { return operations_; }

  // What `value` breaks of `schema`, and where ("body.title: …"); none when it keeps to it.
  // Messages repeat no text of `value`.
  std::optional<std::string> fault(const nlohmann::json& schema, const nlohmann::json& value,
                                   const std::string& where) const;

 private:
  const nlohmann::json& resolved(const nlohmann::json& node) const;
  std::optional<std::string> text_fault(const nlohmann::json& schema, const std::string& text,
                                        const std::string& where) const;
  std::optional<std::string> object_fault(const nlohmann::json& schema, const nlohmann::json& value,
                                          const std::string& where) const;
  std::optional<std::string> array_fault(const nlohmann::json& schema, const nlohmann::json& value,
                                         const std::string& where) const;
  std::optional<std::string> number_fault(const nlohmann::json& schema, const nlohmann::json& value,
                                          const std::string& where) const;
  void add_operation(const std::string& path, const nlohmann::json& item,
                     const std::string& method);

  nlohmann::json json_;
  std::vector<Operation> operations_;
};

}  // namespace barometer::api
