#include "pack/yaml_tree.hpp"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <optional>
#include <sstream>
#include <utility>

#include "core/utf8.hpp"
#include "pack/pattern.hpp"

namespace barometer {
namespace {

// yaml-cpp counts bytes from 0.
class Places {
 public:
  explicit Places(std::string_view text) : text_(text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\n') line_starts_.push_back(i + 1);
    }
  }

  Place of(const YAML::Mark& mark) const {
    if (mark.line < 0) return {};
    return of(static_cast<std::size_t>(mark.line), static_cast<std::size_t>(mark.column));
  }

  Place of_offset(std::size_t offset) const {
    const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    const auto line = static_cast<std::size_t>(after - line_starts_.begin()) - 1;
    return of(line, offset - line_starts_[line]);
  }

 private:
  Place of(std::size_t line, std::size_t column) const {
    line = std::min(line, line_starts_.size() - 1);
    const auto end = line + 1 < line_starts_.size() ? line_starts_[line + 1] - 1 : text_.size();
    const auto length = std::min(column, end - line_starts_[line]);
    const auto before = text_.substr(line_starts_[line], length);
    return {line + 1, utf8::count_code_points(before) + 1};
  }

  std::string_view text_;
  std::vector<std::size_t> line_starts_ = {0};
};

// Thrown through the parser to end the reading of what is well-formed but not let in.
class Refusal : public YAML::ParserException {
 public:
  using YAML::ParserException::ParserException;
};

// Builds the tree from the parser's events.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const Places& places, YamlDocument& document)
      : places_(places), document_(document) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ > 1) throw Refusal(mark, "a second document starts here. A file holds one.");
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    add(leaf(YamlNode::Kind::Null, mark, "", "", anchor));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    fault(mark, "aliases (*name) are not part of the pack format. Write the text out.");
    add(leaf(YamlNode::Kind::Refused, mark, "", "", 0));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    add(leaf(YamlNode::Kind::Scalar, mark, tag, value, anchor));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(leaf(YamlNode::Kind::List, mark, tag, "", anchor), mark);
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(leaf(YamlNode::Kind::Map, mark, tag, "", anchor), mark);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    YamlNode node;
    std::optional<YamlNode> key;  // of a map: read, and waiting for its value
    bool overfull = false;        // of a map: it has too many keys, and that has been said
  };

  void fault(const YAML::Mark& mark, std::string message) {
    document_.faults.push_back({places_.of(mark), std::move(message)});
  }

  YamlNode leaf(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag,
                const std::string& value, YAML::anchor_t anchor) {
    if (++nodes_ > max_yaml_nodes) {
      throw Refusal(mark,
                    fmt::format("more than {} values. No pack needs that many.", max_yaml_nodes));
    }
    if (anchor != 0) {
      fault(mark, "anchors (&name) are not part of the pack format. Take it out.");
    }
    YamlNode node;
    node.kind = kind;
    node.place = places_.of(mark);
    node.text = value;
    if (tag == "!") node.style = YamlNode::Style::Quoted;
    if (!tag.empty() && tag != "!" && tag != "?") {
      fault(mark, "tags (!name) are not part of the pack format. Take it out.");
      if (kind == YamlNode::Kind::Scalar) node.kind = YamlNode::Kind::Refused;
    }
    return node;
  }

  void open(YamlNode node, const YAML::Mark& mark) {
    if (stack_.size() >= max_yaml_depth) {
      throw Refusal(mark,
                    fmt::format("more than {} levels. No pack needs that many.", max_yaml_depth));
    }
    stack_.push_back({std::move(node), std::nullopt});
  }

  void close() {
    YamlNode node = std::move(stack_.back().node);
    stack_.pop_back();
    add(std::move(node));
  }

  void add(YamlNode node) {
    if (stack_.empty()) {
      document_.root = std::move(node);
      return;
    }
    Open& parent = stack_.back();
    if (parent.node.kind == YamlNode::Kind::List) {
      parent.node.items.push_back(std::move(node));
    } else if (!parent.key) {
      parent.key = std::move(node);
    } else {
      add_entry(parent, *std::exchange(parent.key, std::nullopt), std::move(node));
    }
  }

  void add_entry(Open& parent, YamlNode key, YamlNode value) {
    YamlNode& map = parent.node;
    if (key.kind == YamlNode::Kind::Refused) return;
    if (key.kind != YamlNode::Kind::Scalar) {
      document_.faults.push_back(
          {key.place, fmt::format("a key is {}. Use a word as the key.", name_of(key))});
      return;
    }
    if (const YamlEntry* first = find_entry(map, key.text)) {
      document_.faults.push_back(
          {key.place, fmt::format("key {} is given twice, first on line {}. Take one out.",
                                  in_quotes(key.text), first->place.line)});
      return;
    }
    if (map.entries.size() == max_yaml_keys) {
      // Said once, by the first key too many.
      if (!std::exchange(parent.overfull, true)) {
        document_.faults.push_back(
            {key.place, fmt::format("more than {} keys. No pack needs that many.", max_yaml_keys)});
      }
      return;
    }
    map.entries.push_back({std::move(key.text), key.place, std::move(value)});
  }

  const Places& places_;
  YamlDocument& document_;
  std::vector<Open> stack_;
  std::size_t nodes_ = 0;
  std::size_t documents_ = 0;
};

// yaml-cpp guesses at other encodings and takes one control character for the end of the file.
std::optional<YamlFault> unreadable_byte(std::string_view text, const Places& places) {
  if (const auto bad = utf8::first_invalid(text)) {
    return YamlFault{places.of_offset(*bad), "not UTF-8 from here on. Save the file as UTF-8."};
  }
  const auto control = std::find_if(text.begin(), text.end(), [](char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return (value < 0x20 && value != '\n' && value != '\r' && value != '\t') || value == 0x7f;
  });
  if (control == text.end()) return std::nullopt;
  return YamlFault{places.of_offset(static_cast<std::size_t>(control - text.begin())),
                   "a control character. Take it out."};
}

bool is_plain(const YamlNode& node) {
  return node.kind == YamlNode::Kind::Scalar && node.style == YamlNode::Style::Plain;
}

}  // namespace

YamlDocument parse_yaml(std::string_view bytes) {
  constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
  if (bytes.substr(0, byte_order_mark.size()) == byte_order_mark) {
    bytes.remove_prefix(byte_order_mark.size());
  }
  YamlDocument document;
  const Places places(bytes);
  if (auto bad = unreadable_byte(bytes, places)) {
    document.faults.push_back(std::move(*bad));
    document.root.kind = YamlNode::Kind::Refused;
    return document;
  }
  const auto give_up = [&](const YAML::Mark& mark, std::string message) {
    document.root = YamlNode{};
    document.root.kind = YamlNode::Kind::Refused;
    document.faults.push_back({places.of(mark), std::move(message)});
  };
  TreeBuilder builder(places, document);
  try {
    std::istringstream stream{std::string(bytes)};
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const Refusal& refusal) {
    give_up(refusal.mark, refusal.msg);
  } catch (const YAML::Exception& failure) {
    give_up(failure.mark,
            fmt::format("cannot be read as YAML: {}. Put a text in quotes if it holds \": \" or "
                        "starts with a special character.",
                        failure.msg));
  }
  return document;
}

std::string_view name_of(const YamlNode& node) {
  switch (node.kind) {
    case YamlNode::Kind::Null:
      return "nothing";
    case YamlNode::Kind::Scalar:
      if (is_number(node)) return "a number";
      return is_truth_value(node) ? "true or false" : "a text";
    case YamlNode::Kind::List:
      return "a list";
    case YamlNode::Kind::Map:
      return "keys with values";
    case YamlNode::Kind::Refused:
      return "unreadable";
  }
  return "unreadable";
}

bool is_control(char32_t code_point) {
  return code_point < 0x20 || (code_point >= 0x7f && code_point <= 0x9f);
}

std::string in_quotes(std::string_view text) {
  constexpr std::size_t longest = 60;
  std::string shown = "\"";
  std::size_t offset = 0;
  for (std::size_t count = 0; offset < text.size() && count < longest; ++count) {
    const auto code_point = utf8::next(text, offset);
    utf8::append(shown, is_control(code_point) ? U'?' : code_point);
  }
  return shown + (offset < text.size() ? "...\"" : "\"");
}

bool is_number(const YamlNode& node) {
  static const Pattern number(
      "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|"
      "[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
  return is_plain(node) && number.fits(node.text);
}

bool is_truth_value(const YamlNode& node) {
  static const Pattern truth_value("true|True|TRUE|false|False|FALSE");
  return is_plain(node) && truth_value.fits(node.text);
}

const YamlEntry* find_entry(const YamlNode& map, std::string_view key) {
  const auto found = std::find_if(map.entries.begin(), map.entries.end(),
                                  [&](const YamlEntry& entry) { return entry.key == key; });
  return found == map.entries.end() ? nullptr : &*found;
}

std::string_view text_at(const YamlNode& map, std::string_view key) {
  const YamlEntry* entry = find_entry(map, key);
  if (entry == nullptr || entry->value.kind != YamlNode::Kind::Scalar) return {};
  return entry->value.text;
}

const std::vector<YamlNode>& items_at(const YamlNode& map, std::string_view key) {
  static const std::vector<YamlNode> none;
  const YamlEntry* entry = find_entry(map, key);
  return entry == nullptr ? none : entry->value.items;
}

Place place_at(const YamlNode& map, std::string_view key) {
  const YamlEntry* entry = find_entry(map, key);
  return entry == nullptr ? map.place : entry->value.place;
}

}  // namespace barometer
