#include "pack/shape.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/utf8.hpp"
#include "text/segment.hpp"

namespace barometer {
namespace {

using Shape = Field::Shape;

std::string joined(const std::vector<std::string_view>& words) {
  std::string list;
  for (const auto word : words) {
    if (!list.empty()) list += ", ";
    list += word;
  }
  return list;
}

// Edit distance of Levenshtein (1966), two rows at a time.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> above(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::vector<std::size_t> row(b.size() + 1, i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const auto substituted = above[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, substituted});
    }
    above = std::move(row);
  }
  return above.back();
}

bool has_control_character(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const auto code_point = utf8::next(text, offset);
    if (is_control(code_point) && code_point != U'\n' && code_point != U'\t') return true;
  }
  return false;
}

class Walk {
 public:
  explicit Walk(const Report& report) : report_(report) {}

  void object(const YamlNode& node, const Format& format) const {
    if (node.kind == YamlNode::Kind::Refused) return;
    if (node.kind != YamlNode::Kind::Map) {
      report_(node.place,
              fmt::format("expected {} (keys with values), found {}.", format.name, name_of(node)));
      return;
    }
    for (const YamlEntry& entry : node.entries) {
      if (const Field* field = format.find(entry.key)) {
        value(entry, *field);
      } else {
        unknown_key(entry, format);
      }
    }
    for (const Field& field : format.fields) {
      if (field.need == Field::Need::Optional || find_entry(node, field.key)) continue;
      report_(node.place, fmt::format("key \"{}\" is missing. {}", field.key, field.meaning));
    }
  }

 private:
  void unknown_key(const YamlEntry& entry, const Format& format) const {
    std::vector<std::string_view> keys;
    for (const Field& field : format.fields) keys.push_back(field.key);
    const auto meant = did_you_mean(entry.key, keys);
    report_(entry.place, fmt::format("unknown key {}.{}", in_quotes(entry.key),
                                     meant.empty() ? fmt::format(" The keys of {} are {}.",
                                                                 format.name, joined(keys))
                                                   : meant));
  }

  void value(const YamlEntry& entry, const Field& field) const {
    const YamlNode& node = entry.value;
    if (node.kind == YamlNode::Kind::Refused) return;
    if (node.kind == YamlNode::Kind::Null) {
      report_(entry.place, fmt::format("\"{}\" is empty. {}", field.key, field.meaning));
      return;
    }
    switch (field.shape) {
      case Shape::SchemaNumber:
        return schema_number(node, field);
      case Shape::Text:
      case Shape::Word:
        return text(node, field);
      case Shape::Points:
        return points(node, field);
      case Shape::WordList:
      case Shape::ObjectList:
        return list(entry, field);
    }
  }

  void schema_number(const YamlNode& node, const Field& field) const {
    if (node.kind == YamlNode::Kind::Scalar && node.style == YamlNode::Style::Plain &&
        node.text == std::to_string(pack_schema_number)) {
      return;
    }
    report_(node.place,
            fmt::format("\"schema\" must be the number {}, found {}. {}", pack_schema_number,
                        node.kind == YamlNode::Kind::Scalar ? in_quotes(node.text)
                                                            : std::string(name_of(node)),
                        field.meaning));
  }

  void text(const YamlNode& node, const Field& field) const {
    if (node.kind != YamlNode::Kind::Scalar) {
      report_(node.place, fmt::format("\"{}\" must be a text, found {}. {}", field.key,
                                      name_of(node), field.meaning));
    } else if (const auto size = utf8::count_code_points(node.text);
               field.max != 0 && size > field.max) {
      report_(node.place, fmt::format("\"{}\" has {} characters, at most {} are allowed.",
                                      field.key, size, field.max));
    } else if (has_control_character(node.text)) {
      report_(node.place, fmt::format("\"{}\" holds a control character. Take it out.", field.key));
    } else if (field.shape == Shape::Text && words(node.text).empty()) {
      report_(node.place, fmt::format("\"{}\" has no words. {}", field.key, field.meaning));
    } else if (field.pattern != nullptr && !fits(node.text, field)) {
      report_(node.place, fmt::format("\"{}\" cannot be {}. {}", field.key, in_quotes(node.text),
                                      field.meaning));
    } else if (!field.words.empty() &&
               std::find(field.words.begin(), field.words.end(), node.text) == field.words.end()) {
      report_(node.place, fmt::format("\"{}\" cannot be {}; it is one of {}.{}", field.key,
                                      in_quotes(node.text), joined(field.words),
                                      did_you_mean(node.text, field.words)));
    } else if (is_number(node) || is_truth_value(node)) {
      report_(node.place, fmt::format("\"{}\" must be a text, found {}. Put it in quotes if it is "
                                      "one. {}",
                                      field.key, name_of(node), field.meaning));
    }
  }

  void points(const YamlNode& node, const Field& field) const {
    if (node.kind != YamlNode::Kind::Map) {
      report_(node.place, fmt::format("\"{}\" must have the keys 1 to 5, found {}. {}", field.key,
                                      name_of(node), field.meaning));
      return;
    }
    Field point = field;
    point.shape = Shape::Text;
    for (const YamlEntry& entry : node.entries) {
      if (!point_of(entry.key)) {
        report_(entry.place, fmt::format("\"{}\" has no point {}; its keys are 1 to 5.", field.key,
                                         in_quotes(entry.key)));
        continue;
      }
      const auto name = fmt::format("{}: {}", field.key, entry.key);
      point.key = name;
      value(entry, point);
    }
    for (const auto key : {"1", "2", "3", "4", "5"}) {
      if (find_entry(node, key)) continue;
      report_(node.place, fmt::format("\"{}\" lacks point {}. {}", field.key, key, field.meaning));
    }
  }

  void list(const YamlEntry& entry, const Field& field) const {
    const YamlNode& node = entry.value;
    if (node.kind != YamlNode::Kind::List) {
      report_(node.place, fmt::format("\"{}\" must be a list, found {}. {}", field.key,
                                      name_of(node), field.meaning));
      return;
    }
    const auto size = node.items.size();
    if (size < field.min) {
      report_(entry.place, fmt::format("\"{}\" has {} of at least {}. {}", field.key, size,
                                       field.min, field.meaning));
    }
    if (size > field.max) {
      report_(entry.place, fmt::format("\"{}\" has {} entries, at most {} are allowed.", field.key,
                                       size, field.max));
    }
    Field word = field;
    word.shape = Shape::Word;
    word.max = principle_format().find("id")->max;
    for (std::size_t i = 0; i < std::min(size, field.max); ++i) {
      if (field.of != nullptr) {
        object(node.items[i], *field.of);
      } else if (node.items[i].kind != YamlNode::Kind::Refused) {
        text(node.items[i], word);
      }
    }
  }

  const Report& report_;
};

}  // namespace

void check_shape(const YamlNode& root, const Format& format, const Report& report) {
  Walk(report).object(root, format);
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& known) {
  constexpr std::size_t longest = 64;  // edit distance is quadratic
  if (word.size() > longest) return {};
  std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
  std::string_view nearest;
  for (const auto one : known) {
    const auto distance = edit_distance(word, one);
    if (distance >= least) continue;
    least = distance;
    nearest = one;
  }
  return nearest.empty() ? std::string{} : fmt::format(" Did you mean \"{}\"?", nearest);
}

}  // namespace barometer
