#include "service/quality_gate.hpp"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "text/segment.hpp"

namespace barometer {
namespace {

struct Counts {
  std::size_t words = 0;
  std::size_t labelled = 0;
  std::size_t candidate = 0;
};

Counts count(const Transcript& transcript) {
  Counts counts;
  for (const Turn& turn : transcript.turns) {
    const Speaker& speaker = transcript.speakers[turn.speaker];
    const std::size_t words = count_words(turn.text);
    counts.words += words;
    if (!speaker.name.empty()) counts.labelled += words;
    if (speaker.role == Role::Candidate) counts.candidate += words;
  }
  return counts;
}

int percent(double share) { return static_cast<int>(std::lround(100.0 * share)); }

GateCheck check_labels(const Counts& counts, const GateLimits& limits) {
  const double share =
      counts.words == 0 ? 0.0
                        : static_cast<double>(counts.labelled) / static_cast<double>(counts.words);
  return {
      "label_coverage", share >= limits.least_label_coverage,
      share < limits.blocking_label_coverage,
      fmt::format(
          "{} % of the words are under a speaker's label{}.", percent(share),
          share >= limits.least_label_coverage ? "" : "; the rest cannot be counted as anybody's")};
}

GateCheck check_length(const Counts& counts, const GateLimits& limits) {
  return {"length", counts.candidate >= limits.least_words,
          counts.candidate < limits.blocking_words,
          fmt::format(
              "The candidate says {} word{}{}.", counts.candidate, counts.candidate == 1 ? "" : "s",
              counts.candidate >= limits.least_words ? "" : "; that is little to judge by")};
}

GateCheck check_recognition(const Transcript& transcript, const GateLimits& limits) {
  const double share = transcript.low_confidence_share;
  const bool invented =
      std::any_of(transcript.warnings.begin(), transcript.warnings.end(),
                  [](const Warning& one) { return one.code == "possible_hallucination"; });
  std::string message =
      share == 0.0 ? "The recogniser reports no doubt (or none is recorded)."
                   : fmt::format("The recogniser doubts {} % of the words.", percent(share));
  if (invented) message += " Some text may have been heard in silence.";
  return {"recognition", share <= limits.most_low_confidence && !invented,
          share > limits.blocking_low_confidence, message};
}

GateCheck check_language(const std::string& text, std::size_t words, std::string_view language,
                         const GateLimits& limits) {
  if (words < limits.least_words_for_language)
    return {"language", true, false, "Too short to tell the language."};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  int bytes = 0;
  bool reliable = false;
  const CLD2::Language found = CLD2::DetectLanguageSummary(
      text.data(), static_cast<int>(std::min<std::size_t>(text.size(), 1 << 20)), true,
      languages.data(), percents.data(), &bytes, &reliable);
  const std::string_view code = CLD2::LanguageCode(found);
  const bool same = !reliable || code == language.substr(0, 2);
  return {"language", same, !same,
          same ? fmt::format("The language is that of the pack ({}).", language)
               : fmt::format("The candidate seems to speak {}; the pack and the reader know {}.",
                             CLD2::LanguageName(found), language)};
}

GateCheck check_substance(const std::vector<InterviewExchange>& exchanges) {
  const auto thin = std::count_if(
      exchanges.begin(), exchanges.end(),
      [](const InterviewExchange& one) { return count_words(one.exchange.answer) <= 1; });
  const auto all = static_cast<std::ptrdiff_t>(exchanges.size());
  if (all == 0) return {"substance", false, true, "There is no answer by the candidate."};
  return {"substance", 2 * thin <= all, thin == all,
          thin == 0 ? fmt::format("{} answer{} of more than one word.", all, all == 1 ? "" : "s")
                    : fmt::format("{} of {} answers have at most one word.", thin, all)};
}

GateCheck check_times(const Transcript& transcript) {
  const auto timed = std::count_if(transcript.turns.begin(), transcript.turns.end(),
                                   [](const Turn& turn) { return turn.start_ms.has_value(); });
  const auto warned = [&](std::string_view part) {
    return std::any_of(
        transcript.warnings.begin(), transcript.warnings.end(),
        [&](const Warning& one) { return one.code.find(part) != std::string::npos; });
  };
  if (timed == 0)
    return {"times", true, false, "The file has no times; quotes cannot be found in a recording."};
  if (warned("backwards")) return {"times", false, false, "Some times run backwards."};
  if (warned("approximate"))
    return {"times", true, false, "Times are those of blocks, not of single turns."};
  return {"times", true, false,
          fmt::format("{} of {} turns have a time.", timed, transcript.turns.size())};
}

GateCheck check_echo(const std::vector<InterviewExchange>& exchanges) {
  const auto echoes =
      std::count_if(exchanges.begin(), exchanges.end(), [](const InterviewExchange& one) {
        return count_words(one.exchange.answer) >= 4 &&
               lower(one.exchange.question).find(lower(one.exchange.answer)) != std::string::npos;
      });
  return {"echo", echoes == 0, false,
          echoes == 0 ? "No answer repeats its question."
                      : fmt::format("{} answer{} repeat the question word for word.", echoes,
                                    echoes == 1 ? "" : "s")};
}

}  // namespace

std::vector<GateCheck> check_quality(const Transcript& transcript,
                                     const std::vector<InterviewExchange>& exchanges,
                                     std::string_view language, const GateLimits& limits) {
  const Counts counts = count(transcript);
  std::string spoken;
  for (const InterviewExchange& one : exchanges) spoken += one.exchange.answer + '\n';
  return {check_labels(counts, limits),
          check_length(counts, limits),
          check_recognition(transcript, limits),
          check_language(spoken, counts.candidate, language, limits),
          check_substance(exchanges),
          check_echo(exchanges),
          check_times(transcript)};
}

bool blocks(const std::vector<GateCheck>& checks) {
  return std::any_of(checks.begin(), checks.end(),
                     [](const GateCheck& one) { return !one.passed && one.blocking; });
}

}  // namespace barometer
