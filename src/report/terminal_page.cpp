#include "report/terminal_page.hpp"

#include <algorithm>
#include <utility>

#include "report/columns.hpp"
#include "report/plain_text.hpp"

namespace barometer::report {
namespace {

constexpr std::size_t widest_text = 92;  // longer lines of prose are hard to read

std::string_view sequence(Ink ink) {
  switch (ink) {
    case Ink::Plain:
      return "";
    case Ink::Strong:
      return "\x1b[1m";
    case Ink::Faint:
      return "\x1b[2m";
    case Ink::For:
      return "\x1b[36m";  // cyan and yellow: told apart by people who cannot tell red from green
    case Ink::Against:
      return "\x1b[33m";
  }
  return "";
}

std::string repeated(std::string_view character, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += character;
  return text;
}

}  // namespace

TerminalPage::TerminalPage(std::size_t width, Colour colour)
    : width_(std::clamp<std::size_t>(width, 40, 120)), colour_(colour) {}

void TerminalPage::blank() { text_ += '\n'; }

void TerminalPage::line(const std::string& text) {
  text_ += text;
  text_ += '\n';
}

std::string TerminalPage::inked(std::string_view harmless_text, Ink ink) const {
  if (colour_ == Colour::Off || ink == Ink::Plain || harmless_text.empty()) {
    return std::string(harmless_text);
  }
  return std::string(sequence(ink)) + std::string(harmless_text) + "\x1b[0m";
}

void TerminalPage::title(std::string_view text) {
  for (const std::string& row : wrapped(harmless(text), width_)) line(inked(row, Ink::Strong));
  line(inked(repeated("━", width_), Ink::Faint));
}

void TerminalPage::heading(std::string_view text) {
  blank();
  blank();
  const std::string shown = shortened(harmless(text), width_ - 4);
  line(inked(shown, Ink::Strong) + " " +
       inked(repeated("─", width_ - columns(shown) - 1), Ink::Faint));
}

void TerminalPage::paragraph(std::string_view text, Ink ink, std::size_t indent,
                             std::string_view mark, Ink mark_ink) {
  const std::size_t mark_width = mark.empty() ? 0 : columns(mark) + 1;
  const std::size_t room = std::min(width_, widest_text) - indent - mark_width;
  bool first = true;
  for (const std::string& row : wrapped(harmless(text), room)) {
    std::string start(indent, ' ');
    if (mark_width > 0) {
      start += first ? inked(mark, mark_ink) + " " : std::string(mark_width, ' ');
    }
    line(start + inked(row, ink));
    first = false;
  }
}

void TerminalPage::field(std::string_view label, std::string_view text, std::size_t indent,
                         std::size_t label_width, Ink ink) {
  if (width_ < 60) {
    line(std::string(indent, ' ') + inked(label, Ink::Faint));
    paragraph(text, ink, indent + 2);
    return;
  }
  const std::size_t room = std::min(width_, widest_text) - indent - label_width;
  bool first = true;
  for (const std::string& row : wrapped(harmless(text), room)) {
    const std::string start = first ? inked(label, Ink::Faint) : std::string();
    const std::string gap(label_width - (first ? columns(label) : 0), ' ');
    line(std::string(indent, ' ') + start + gap + inked(row, ink));
    first = false;
  }
}

}  // namespace barometer::report
