#include "report/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace barometer::report {

std::string_view words(PrincipleVerdict verdict) {
  switch (verdict) {
    case PrincipleVerdict::NotAssessed:
      return "not assessed";
    case PrincipleVerdict::Insufficient:
      return "insufficient evidence";
    case PrincipleVerdict::Weak:
      return "weak";
    case PrincipleVerdict::Mixed:
      return "mixed";
    case PrincipleVerdict::Strong:
      return "strong";
  }
  return "not assessed";
}

std::string_view words(Verdict verdict) {
  return verdict == Verdict::Insufficient ? "insufficient evidence" : to_string(verdict);
}

std::string_view words(Polarity polarity) {
  return polarity == Polarity::Supports ? "for" : "against";
}

std::string words(Mode mode, Agency agency) {
  if (mode == Mode::Says) return "says so";
  std::string said = mode == Mode::Did ? "did it" : "would do it";
  if (agency == Agency::Ours) return said + " together";
  if (agency == Agency::Other) return "somebody else " + said;
  return said;
}

std::string_view sentence(Abstention abstention) {
  switch (abstention) {
    case Abstention::None:
      return "";
    case Abstention::TooShort:
      return "The answer is too short to judge.";
    case Abstention::Gibberish:
      return "The answer is not made of readable sentences.";
    case Abstention::Instruction:
      return "The answer gives instructions to the reader; they were not followed.";
    case Abstention::Echo:
      return "The answer repeats the question.";
    case Abstention::OffTopic:
      return "The answer is about something else.";
    case Abstention::Language:
      return "The answer is in a language that this reader was not made for.";
    case Abstention::NotVerbatim:
      return "What the reader found does not stand in the source word for word.";
  }
  return "";
}

std::string title(const GateCheck& check) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> titles = {{
      {"label_coverage", "Speaker labels"},
      {"recognition", "Recognition"},
      {"substance", "Substance"},
      {"length", "Length"},
      {"language", "Language"},
      {"times", "Time stamps"},
      {"candidate", "Candidate"},
  }};
  for (const auto& [code, name] : titles) {
    if (code == check.code) return std::string(name);
  }
  std::string name = check.code;
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

std::string clock(std::int64_t milliseconds) {
  const std::int64_t seconds = milliseconds / 1000;
  const std::int64_t minutes = seconds / 60;
  if (minutes < 60) return fmt::format("{}:{:02}", minutes, seconds % 60);
  return fmt::format("{}:{:02}:{:02}", minutes / 60, minutes % 60, seconds % 60);
}

std::string duration(std::int64_t milliseconds) {
  const std::int64_t seconds = (milliseconds + 500) / 1000;
  if (seconds < 120) return counted(static_cast<std::size_t>(seconds), "second");
  return counted(static_cast<std::size_t>((seconds + 30) / 60), "minute");
}

std::string percent(double share) {
  return fmt::format("{}\u00A0%",
                     static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * 100.0)));
}

std::string signed_score(double score) {
  const std::string digits = fmt::format("{:.2f}", std::abs(score));
  if (digits == "0.00") return digits;
  return (score < 0 ? "−" : "+") + digits;
}

std::string counted(std::size_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

std::string with_capital(std::string_view text) {
  std::string shown(text);
  if (!shown.empty() && shown[0] >= 'a' && shown[0] <= 'z') {
    shown[0] = static_cast<char>(shown[0] - 'a' + 'A');
  }
  return shown;
}

std::string listed(const std::vector<std::string>& items) {
  std::string list;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) list += i + 1 == items.size() ? " and " : ", ";
    list += items[i];
  }
  return list;
}

std::string dotted(const std::vector<std::string>& items) {
  std::string list;
  for (const std::string& item : items) {
    if (!list.empty()) list += " · ";
    list += item;
  }
  return list;
}

std::string name_of(const Pack& pack, const PrincipleId& principle) {
  const Principle* found = pack.find(principle);
  return found == nullptr ? principle.value : found->name;
}

std::string text_of(const Pack& pack, const IndicatorId& indicator) {
  const Indicator* found = pack.find(indicator);
  return found == nullptr ? indicator.value : found->text;
}

}  // namespace barometer::report
