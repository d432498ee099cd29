#include "pack/describe.hpp"

#include <fmt/format.h>

#include <array>
#include <iterator>
#include <string_view>

namespace barometer {
namespace {

// Characters that begin markup within a line. Texts never stand at the start of one, so that list
// and heading signs need no care.
std::string escaped(std::string_view text) {
  std::string safe;
  for (const char byte : text) {
    if (std::string_view("\\`*_[]<>&|~").find(byte) != std::string_view::npos) safe += '\\';
    safe += byte;
  }
  return safe;
}

class Page {
 public:
  template <typename... Args>
  void line(fmt::format_string<Args...> form, Args&&... args) {
    fmt::format_to(std::back_inserter(text_), form, std::forward<Args>(args)...);
    text_ += '\n';
  }

  // A line with an empty one after it.
  template <typename... Args>
  void paragraph(fmt::format_string<Args...> form, Args&&... args) {
    line(form, std::forward<Args>(args)...);
    text_ += '\n';
  }

  void end_list() { text_ += '\n'; }

  void points(const std::array<std::string, 5>& points) {
    for (std::size_t i = 0; i < points.size(); ++i) line("{}. {}", i + 1, escaped(points[i]));
    end_list();
  }

  std::string take() {
    text_.pop_back();  // one line end at the end of the page, not two
    return std::move(text_);
  }

 private:
  std::string text_;
};

void describe_indicators(const Principle& principle, Polarity polarity, Page& page) {
  page.paragraph("### {}", polarity == Polarity::Supports ? "Speaks for it" : "Speaks against it");
  for (const Indicator& one : principle.indicators) {
    if (one.polarity != polarity) continue;
    page.line("- {} (`{}`)", escaped(one.text), one.id.value);
  }
  page.end_list();
}

void describe_principle(const Principle& principle, Page& page) {
  page.paragraph("## {}", escaped(principle.name));
  page.paragraph("`{}`: {}", principle.id.value, escaped(principle.summary));
  describe_indicators(principle, Polarity::Supports, page);
  describe_indicators(principle, Polarity::Contradicts, page);
  page.paragraph("### Ratings");
  page.points(principle.anchors);
  page.paragraph("### Questions");
  for (const auto kind : {QuestionKind::Past, QuestionKind::Hypothetical, QuestionKind::Direct}) {
    for (const auto level : {Level::Junior, Level::Senior, Level::Manager}) {
      for (const Question& one : principle.questions) {
        if (one.kind != kind || one.level != level) continue;
        page.line("- {}, {}: {}", to_string(kind), to_string(level), escaped(one.text));
      }
    }
  }
  page.end_list();
  page.paragraph("### Probes");
  for (const Probe& one : principle.probes) {
    page.line("- When {}: {} (`{}`)", escaped(one.when), escaped(one.text), one.kind);
  }
  page.end_list();
}

}  // namespace

std::string describe(const Pack& pack) {
  Page page;
  page.paragraph("# {}", escaped(pack.title));
  page.paragraph("`{}` {}, language {}, license {}, {} principles.", pack.id, pack.version,
                 pack.language, pack.license, pack.principles.size());
  page.paragraph("Summary: {}", escaped(pack.summary));
  page.paragraph("## What the ratings mean");
  page.points(pack.rating_scale);
  if (!pack.probe_kinds.empty()) {
    page.paragraph("## Probe kinds of this pack");
    for (const ProbeKind& kind : pack.probe_kinds) {
      page.line("- `{}`: {}", kind.id, escaped(kind.meaning));
    }
    page.end_list();
  }
  for (const Principle& principle : pack.principles) describe_principle(principle, page);
  return page.take();
}

}  // namespace barometer
