// TerminalPage: lines of a fixed width, with indents, ink and rules. What is written is made
// harmless first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "report/report.hpp"

namespace barometer::report {

enum class Ink : std::uint8_t { Plain, Strong, Faint, For, Against };

class TerminalPage {
 public:
  TerminalPage(std::size_t width, Colour colour);

  std::size_t width() const { return width_; }

  void blank();
  // A heading over the whole width; `main` also draws the rule twice as heavy.
  void heading(std::string_view text);
  void title(std::string_view text);
  // Wrapped; the first line opens with `mark`, all others are indented to stand under the text.
  void paragraph(std::string_view text, Ink ink = Ink::Plain, std::size_t indent = 0,
                 std::string_view mark = {}, Ink mark_ink = Ink::Plain);
  // "Missing    what is missing": a label in a column of its own, or above where the page is
  // narrow.
  void field(std::string_view label, std::string_view text, std::size_t indent,
             std::size_t label_width, Ink ink = Ink::Plain);
  // One line as it is: the caller has measured it, made it harmless, and inked its parts.
  void line(const std::string& text);

  std::string inked(std::string_view harmless_text, Ink ink) const;
  std::string take() { return std::move(text_); }

 private:
  std::size_t width_;
  Colour colour_;
  std::string text_;
};

}  // namespace barometer::report
