// The story bank as Markdown.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "service/stories.hpp"

namespace barometer {
namespace {

constexpr std::string_view head = "# Stories";
constexpr std::string_view principles_label = "Principles: ";

struct Part {
  std::string_view title;
  std::string Story::*text;
};
constexpr std::array<Part, 5> parts = {{{"Situation", &Story::situation},
                                        {"Task", &Story::task},
                                        {"Action", &Story::action},
                                        {"Result", &Story::result},
                                        {"Notes", &Story::notes}}};
constexpr std::string_view telling_title = "Telling";

// A line of a text that would read as a heading gets a backslash; one that begins with a backslash
// gets another.
std::string escaped(std::string_view text) {
  std::string result;
  bool line_begins = true;
  for (const char c : text) {
    if (line_begins && (c == '#' || c == '\\')) result += '\\';
    result += c;
    line_begins = c == '\n';
  }
  return result;
}

void write_part(std::string& out, std::string_view title, std::string_view text) {
  if (text.empty()) return;
  out += fmt::format("### {}\n\n{}\n\n", title, escaped(text));
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  const auto begin = text.find_first_not_of(blank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blank) - begin + 1);
}

std::vector<PrincipleId> ids_of(std::string_view list) {
  std::vector<PrincipleId> ids;
  while (!list.empty()) {
    const auto end = std::min(list.find(','), list.size());
    const auto id = trimmed(list.substr(0, end));
    if (!id.empty()) ids.push_back({std::string(id)});
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return ids;
}

class MarkdownReader {
 public:
  Result<std::vector<StoryWithTellings>> read(std::string_view text) {
    for (std::size_t number = 1; !text.empty(); ++number) {
      const auto end = std::min(text.find('\n'), text.size());
      std::string_view line = text.substr(0, end);
      text.remove_prefix(std::min(end + 1, text.size()));
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (auto fault = take(line)) return invalid_input(fmt::format("Line {}: {}", number, *fault));
    }
    finish_part();
    return std::move(stories_);
  }

 private:
  std::optional<std::string> take(std::string_view line) {
    if (line.starts_with("### ")) {
      finish_part();
      if (stories_.empty())
        return "a part needs a story above it (a line that starts with \"## \").";
      return begin_part(trimmed(line.substr(4)));
    }
    if (line.starts_with("## ")) {
      finish_part();
      const auto title = trimmed(line.substr(3));
      if (title.empty()) return "the story has no title.";
      stories_.emplace_back();
      stories_.back().story.title = title;
      return std::nullopt;
    }
    if (text_ != nullptr) {
      if (line.starts_with('\\')) line.remove_prefix(1);
      *text_ += line;
      *text_ += '\n';
      return std::nullopt;
    }
    if (!stories_.empty() && line.starts_with(principles_label)) {
      stories_.back().story.principles = ids_of(line.substr(principles_label.size()));
      return std::nullopt;
    }
    if (trimmed(line).empty() || line.starts_with("# ")) return std::nullopt;
    return "a text needs a part above it, such as \"### Situation\".";
  }

  std::optional<std::string> begin_part(std::string_view title) {
    StoryWithTellings& current = stories_.back();
    if (title == telling_title) {
      current.tellings.emplace_back();
      text_ = &current.tellings.back();
      return std::nullopt;
    }
    for (const Part& part : parts) {
      if (part.title != title) continue;
      text_ = &(current.story.*part.text);
      if (text_->empty()) return std::nullopt;
      return "this story has that part already.";
    }
    return "the parts are Situation, Task, Action, Result, Notes and Telling.";
  }

  void finish_part() {
    if (text_ != nullptr) *text_ = std::string(trimmed(*text_));
    text_ = nullptr;
  }

  std::vector<StoryWithTellings> stories_;
  std::string* text_ = nullptr;  // of the part under way
};

}  // namespace

std::string stories_markdown(const std::vector<StoryWithTellings>& stories) {
  std::string out = fmt::format("{}\n\n", head);
  for (const StoryWithTellings& entry : stories) {
    std::string title = entry.story.title;
    std::replace(title.begin(), title.end(), '\n', ' ');
    std::replace(title.begin(), title.end(), '\r', ' ');
    out += fmt::format("## {}\n\n", title);
    if (!entry.story.principles.empty()) {
      out += principles_label;
      for (std::size_t i = 0; i < entry.story.principles.size(); ++i)
        out += (i == 0 ? "" : ", ") + entry.story.principles[i].value;
      out += "\n\n";
    }
    for (const Part& part : parts) write_part(out, part.title, entry.story.*part.text);
    for (const std::string& telling : entry.tellings) write_part(out, telling_title, telling);
  }
  return out;
}

Result<std::vector<StoryWithTellings>> stories_from_markdown(std::string_view text) {
  return MarkdownReader().read(text);
}

}  // namespace barometer
