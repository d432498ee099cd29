// The one-page sheet.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/html_text.hpp"
#include "service/stories.hpp"

namespace barometer {
namespace {

// The page's height is fixed and what would run over is hidden, so no printer makes a second page;
// the more stories there are, the less each gets to say (Detail), and what does not fit at all is
// counted in words. A window has no such height to share out: there the parts follow one another,
// for the stories would shrink to nothing.
constexpr std::string_view style = R"(
@page { size: A4; margin: 10mm }
* { box-sizing: border-box }
html { font: 9pt/1.3 system-ui, sans-serif; color: #111; background: #fff }
body { margin: 0 auto; width: 188mm; height: 258mm; overflow: hidden; display: flex; flex-direction: column }
h1 { font-size: 12pt; margin: 0 0 2mm }
main { flex: 1 1 0; min-height: 0; overflow: hidden; columns: 2; column-gap: 6mm }
article { break-inside: avoid; margin: 0 0 2.5mm; border-left: .6mm solid #888; padding-left: 2mm }
h2 { font-size: 9.5pt; margin: 0 }
p { margin: .4mm 0; display: -webkit-box; -webkit-box-orient: vertical; overflow: hidden }
.for { color: #444; font-size: 8pt }
footer { font-size: 7.5pt; color: #444; border-top: .3mm solid #888; padding-top: 1mm; max-height: 22mm; overflow: hidden }
@media screen { body { display: block; margin: 8mm auto; height: auto; overflow: visible } main { overflow: visible } }
)";

std::string name_of(const Pack& pack, const PrincipleId& id) {
  const Principle* principle = pack.find(id);
  return report::html_text(principle == nullptr ? id.value : principle->name);
}

// How much of each story the page holds, by the height of its lines: two columns of 258 mm.
struct Detail {
  std::size_t most;        // stories that fit
  std::size_t lines;       // of each part
  std::string_view parts;  // letters that are shown; the others are in the story bank
};
constexpr std::array<Detail, 6> details = {
    {{6, 5, "STAR"}, {10, 3, "STAR"}, {14, 1, "STAR"}, {22, 1, "AR"}, {30, 1, "A"}, {44, 1, ""}}};

const Detail& detail_for(std::size_t stories) {
  for (const Detail& detail : details)
    if (stories <= detail.most) return detail;
  return details.back();
}

std::string story_html(const Pack& pack, const Story& story, std::string_view parts) {
  std::string out = fmt::format("<article>\n<h2>{}</h2>\n", report::html_text(story.title));
  std::string principles;
  for (const PrincipleId& id : story.principles)
    principles += (principles.empty() ? "" : " · ") + name_of(pack, id);
  if (!principles.empty()) out += fmt::format("<p class=\"for\">{}</p>\n", principles);
  for (const auto& [letter, text] :
       {std::pair{'S', &story.situation}, std::pair{'T', &story.task},
        std::pair{'A', &story.action}, std::pair{'R', &story.result}}) {
    if (!text->empty() && parts.find(letter) != std::string_view::npos)
      out += fmt::format("<p><b>{}</b> {}</p>\n", letter, report::html_text(*text));
  }
  return out + "</article>\n";
}

}  // namespace

std::string story_sheet_html(const Pack& pack, const StoryMatrix& matrix) {
  const Detail& detail = detail_for(matrix.stories.size());
  std::string out =
      "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Stories on one "
      "page</title>\n<style>";
  out += style;
  out += fmt::format(
      "p {{ -webkit-line-clamp: {0} }} p.for {{ -webkit-line-clamp: 1 }} h2 {{ overflow: hidden; "
      "text-overflow: ellipsis; white-space: nowrap }}\n</style>\n",
      detail.lines);
  out += "<body>\n<h1>Stories on one page</h1>\n<main>\n";
  if (matrix.stories.empty())
    out += "<p>There is no story yet. Save one, and it will stand here.</p>\n";
  for (std::size_t i = 0; i < std::min(detail.most, matrix.stories.size()); ++i)
    out += story_html(pack, matrix.stories[i].story, detail.parts);
  out += "</main>\n";
  std::string open;
  for (const MatrixPrinciple& principle : matrix.principles) {
    if (principle.stories == 0)
      open += (open.empty() ? "" : " · ") + name_of(pack, principle.principle);
  }
  if (matrix.stories.size() > detail.most)
    out += fmt::format("<footer>{} more stories do not fit on one page.</footer>\n",
                       matrix.stories.size() - detail.most);
  if (!open.empty()) out += fmt::format("<footer>Without a story: {}</footer>\n", open);
  return out + "</body>\n</html>\n";
}

}  // namespace barometer
