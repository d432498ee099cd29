#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "report/html_page.hpp"
#include "report/html_text.hpp"
#include "report/wording.hpp"

namespace barometer::report {
namespace {

// What stands on the text of one turn.
struct TurnMarks {
  struct Marked {
    ByteSpan span;
    const NumberedQuote* quote = nullptr;
    bool last = false;  // the quote ends with this stretch
  };
  std::vector<Marked> marked;
  std::set<std::size_t> anchors;  // bytes that links lead to
};

std::vector<TurnMarks> marks_of(const HtmlPage& page) {
  std::vector<TurnMarks> marks(page.report.transcript.turns.size());
  for (const NumberedQuote& quote : page.quotes) {
    const auto parts = stretches(quote.found->passages);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      marks[parts[i].turn].marked.push_back({parts[i].span, &quote, i + 1 == parts.size()});
      if (i == 0) marks[parts[i].turn].anchors.insert(parts[i].span.begin);
    }
  }
  for (std::size_t i = 0; i < page.report.readings.size(); ++i) {
    const StarParts& star = page.report.readings[i].star;
    for (const auto& span : {star.situation, star.task, star.action, star.result}) {
      if (!span) continue;
      const auto parts =
          stretches(passages_of(page.report.transcript, page.report.exchanges[i], *span));
      if (!parts.empty()) marks[parts.front().turn].anchors.insert(parts.front().span.begin);
    }
  }
  return marks;
}

std::string_view sign(Polarity polarity) { return polarity == Polarity::Supports ? "+" : "−"; }

// One piece of a turn between two cuts.
std::string piece_html(std::string_view text, std::string_view id,
                       const std::vector<const NumberedQuote*>& over) {
  const std::string shown = html_text(text);
  const std::string id_attribute = id.empty() ? "" : fmt::format(" id=\"{}\"", id);
  if (over.empty()) {
    return id.empty() ? shown : fmt::format("<span{}>{}</span>", id_attribute, shown);
  }
  bool pro = false;
  bool contra = false;
  std::string numbers;
  for (const NumberedQuote* quote : over) {
    (quote->found->evidence.polarity == Polarity::Supports ? pro : contra) = true;
    if (!numbers.empty()) numbers += ' ';
    numbers += std::to_string(quote->number);
  }
  return fmt::format("<mark{} class=\"{}\" data-quotes=\"{}\">{}</mark>", id_attribute,
                     pro && contra ? "both"
                     : pro         ? "for"
                                   : "against",
                     numbers, shown);
}

std::string turn_html(const HtmlPage& page, std::size_t index, const TurnMarks& marks) {
  const std::string_view text = page.report.transcript.turns[index].text;
  std::set<std::size_t> cuts = marks.anchors;
  cuts.insert({0, text.size()});
  for (const auto& one : marks.marked) cuts.insert({one.span.begin, one.span.end});
  std::string shown;
  for (auto cut = cuts.begin(); std::next(cut) != cuts.end(); ++cut) {
    const ByteSpan piece{*cut, *std::next(cut)};
    std::vector<const NumberedQuote*> over;
    std::string ends;
    for (const auto& one : marks.marked) {
      if (one.span.begin <= piece.begin && piece.end <= one.span.end) over.push_back(one.quote);
      if (one.last && one.span.end == piece.end) {
        const Polarity polarity = one.quote->found->evidence.polarity;
        ends += fmt::format("<sup class=\"ref {}\" data-quotes=\"{}\">{}{}</sup>", words(polarity),
                            one.quote->number, sign(polarity), one.quote->number);
      }
    }
    const std::string id =
        marks.anchors.contains(piece.begin) ? anchor_of({index, piece}) : std::string();
    shown += piece_html(slice(text, piece), id, over) + ends;
  }
  return fmt::format("<span class=\"turn\" id=\"t{}\">{}</span>", index, shown);
}

// Turns of one speaker in a row, up to about a hundred words: cues of a recording are far shorter
// than what people read as a paragraph.
struct Block {
  std::size_t first = 0;
  std::size_t end = 0;
  bool new_speaker = true;
};

std::vector<Block> blocks_of(const Transcript& transcript) {
  constexpr std::size_t paragraph_bytes = 600;
  std::vector<Block> blocks;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < transcript.turns.size(); ++i) {
    const bool same = i > 0 && transcript.turns[i].speaker == transcript.turns[i - 1].speaker;
    if (!same || bytes > paragraph_bytes) {
      blocks.push_back({i, i, !same});
      bytes = 0;
    }
    blocks.back().end = i + 1;
    bytes += transcript.turns[i].text.size();
  }
  return blocks;
}

std::string notes_html(const HtmlPage& page, const std::vector<TurnMarks>& marks,
                       const Block& block) {
  std::map<std::size_t, const NumberedQuote*> ending;  // by number
  for (std::size_t i = block.first; i < block.end; ++i) {
    for (const auto& one : marks[i].marked) {
      if (one.last) ending.emplace(one.quote->number, one.quote);
    }
  }
  if (ending.empty()) return {};
  std::string links;
  for (const auto& [number, quote] : ending) {
    const Polarity polarity = quote->found->evidence.polarity;
    const auto& principle = page.report.principles[quote->principle].principle;
    links += fmt::format(
        "<li data-quotes=\"{1}\"><a class=\"{0}\" href=\"#q{1}\">{2}{1} "
        "<span class=\"unseen\">{0} </span>{3}</a></li>\n",
        words(polarity), number, sign(polarity), html_text(name_of(page.pack, principle)));
  }
  return "<ul class=\"notes\">\n" + links + "</ul>\n";
}

std::string block_html(const HtmlPage& page, const std::vector<TurnMarks>& marks,
                       const Block& block) {
  const Transcript& transcript = page.report.transcript;
  const Turn& first = transcript.turns[block.first];
  const Speaker& speaker = transcript.speakers[first.speaker];
  std::string head = time_html(first.start_ms);
  if (block.new_speaker) {
    head = fmt::format("<b class=\"speaker\" dir=\"auto\">{}</b> {}",
                       html_text(speaker_name(transcript, block.first)), head);
  }
  std::string text;
  for (std::size_t i = block.first; i < block.end; ++i) {
    if (!text.empty()) text += ' ';
    text += turn_html(page, i, marks[i]);
  }
  return fmt::format(
      "<div class=\"said {}\">\n<p class=\"who\">{}</p>\n<p class=\"words\" dir=\"auto\">{}</p>\n{}"
      "</div>\n",
      to_string(speaker.role), head, text, notes_html(page, marks, block));
}

}  // namespace

std::string anchor_of(const Stretch& stretch) {
  return fmt::format("t{}-{}", stretch.turn, stretch.span.begin);
}

std::string quote_link(const HtmlPage& page, const std::vector<Passage>& passages) {
  const std::string text = html_text(quote_text(page.report.transcript, passages));
  const auto parts = stretches(passages);
  if (parts.empty()) return text;
  return fmt::format("<a href=\"#{}\">{}</a>", anchor_of(parts.front()), text);
}

std::string time_html(std::optional<std::int64_t> milliseconds) {
  if (!milliseconds) return {};
  return fmt::format("<time datetime=\"PT{}S\">{}</time>", *milliseconds / 1000,
                     clock(*milliseconds));
}

std::string transcript_html(const HtmlPage& page) {
  const auto marks = marks_of(page);
  std::string text;
  for (const Block& block : blocks_of(page.report.transcript)) {
    text += block_html(page, marks, block);
  }
  if (text.empty()) return "<p class=\"empty\">The file holds no speech.</p>\n";
  if (page.quotes.empty()) return text;
  return "<p class=\"legend\"><mark class=\"for\">for</mark> <mark "
         "class=\"against\">against</mark> "
         "<mark class=\"both\">both</mark> a principle; the number leads back to the quote.</p>\n" +
         text;
}

}  // namespace barometer::report
