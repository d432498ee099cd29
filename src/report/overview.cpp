#include "report/overview.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/wording.hpp"

namespace barometer::report {

std::vector<NumberedQuote> numbered_quotes(const InterviewReport& report) {
  std::vector<NumberedQuote> quotes;
  for (std::size_t i = 0; i < report.principles.size(); ++i) {
    for (const Polarity polarity : {Polarity::Supports, Polarity::Contradicts}) {
      for (const LocatedEvidence& found : report.principles[i].evidence) {
        if (found.evidence.polarity == polarity) quotes.push_back({quotes.size() + 1, i, &found});
      }
    }
  }
  return quotes;
}

std::vector<NumberedQuote> quotes_of(const std::vector<NumberedQuote>& quotes,
                                     std::size_t principle, Polarity polarity) {
  std::vector<NumberedQuote> chosen;
  for (const NumberedQuote& quote : quotes) {
    if (quote.principle == principle && quote.found->evidence.polarity == polarity) {
      chosen.push_back(quote);
    }
  }
  return chosen;
}

std::vector<Stretch> stretches(const std::vector<Passage>& passages) {
  std::vector<Stretch> joined;
  for (const Passage& passage : passages) {
    if (!joined.empty() && joined.back().turn == passage.turn) {
      joined.back().span.end = std::max(joined.back().span.end, passage.span.end);
    } else {
      joined.push_back({passage.turn, passage.span});
    }
  }
  return joined;
}

std::string quote_text(const Transcript& transcript, const std::vector<Passage>& passages) {
  std::string text;
  for (const Stretch& stretch : stretches(passages)) {
    if (!text.empty()) text += ' ';
    text += slice(transcript.turns[stretch.turn].text, stretch.span);
  }
  return text;
}

bool is_judged(const PrincipleSummary& summary) {
  return summary.verdict != PrincipleVerdict::NotAssessed &&
         summary.verdict != PrincipleVerdict::Insufficient;
}

bool has_section(const PrincipleSummary& summary) {
  return summary.verdict != PrincipleVerdict::NotAssessed || !summary.evidence.empty();
}

std::string speaker_name(const Transcript& transcript, std::size_t turn) {
  const Speaker& speaker = transcript.speakers[transcript.turns[turn].speaker];
  return speaker.name.empty() ? with_capital(to_string(speaker.role)) : speaker.name;
}

std::vector<std::string> names_with(const Transcript& transcript, Role role) {
  std::vector<std::string> names;
  for (const Speaker& speaker : transcript.speakers) {
    if (speaker.role == role && !speaker.name.empty()) names.push_back(speaker.name);
  }
  return names;
}

std::optional<std::int64_t> length_ms(const Transcript& transcript) {
  std::optional<std::int64_t> last;
  for (const Turn& turn : transcript.turns) {
    for (const auto& time : {turn.start_ms, turn.end_ms}) {
      if (time && (!last || *time > *last)) last = time;
    }
  }
  return last;
}

std::string verdicts_in_words(const InterviewReport& report) {
  if (!report.judged()) return {};
  std::array<std::size_t, 5> counts{};
  for (const PrincipleSummary& one : report.principles) {
    ++counts[static_cast<std::size_t>(one.verdict)];
  }
  const auto count = [&](PrincipleVerdict verdict) {
    return counts[static_cast<std::size_t>(verdict)];
  };
  const std::size_t judged = count(PrincipleVerdict::Strong) + count(PrincipleVerdict::Mixed) +
                             count(PrincipleVerdict::Weak);
  std::vector<std::string> parts;
  for (const auto verdict :
       {PrincipleVerdict::Strong, PrincipleVerdict::Mixed, PrincipleVerdict::Weak}) {
    if (count(verdict) > 0) parts.push_back(fmt::format("{} {}", count(verdict), words(verdict)));
  }
  std::string text = judged == 0 ? fmt::format("None of the {} principles could be judged.",
                                               report.principles.size())
                                 : fmt::format("Evidence on {} of {} principles: {}.", judged,
                                               report.principles.size(), listed(parts));
  const std::size_t thin = count(PrincipleVerdict::Insufficient);
  const std::size_t open = count(PrincipleVerdict::NotAssessed);
  std::vector<std::string> rest;
  if (thin > 0) rest.push_back(fmt::format("{} had insufficient evidence", thin));
  if (open > 0 && open < report.principles.size()) {
    rest.push_back(fmt::format("{} {} not assessed", open, open == 1 ? "was" : "were"));
  }
  if (!rest.empty()) text += " " + listed(rest) + ".";
  return text;
}

std::string exchanges_in_words(const std::vector<std::size_t>& exchanges) {
  if (exchanges.empty()) return {};
  std::vector<std::string> numbers;
  numbers.reserve(exchanges.size());
  for (const std::size_t exchange : exchanges) numbers.push_back(std::to_string(exchange + 1));
  return (numbers.size() == 1 ? "from exchange " : "from exchanges ") + listed(numbers);
}

std::string exchange_title(const InterviewReport& report, std::size_t exchange) {
  return fmt::format("Exchange {} of {}{}", exchange + 1, report.exchanges.size(),
                     report.exchanges[exchange].follow_up ? ", a follow-up" : "");
}

std::vector<SpokenTo> spoken_to(const InterviewReport& report, std::size_t exchange) {
  std::vector<SpokenTo> found;
  if (exchange >= report.readings.size()) return found;
  for (std::size_t i = 0; i < report.principles.size(); ++i) {
    const PrincipleSummary& summary = report.principles[i];
    const auto& spoken = summary.exchanges;
    if (std::find(spoken.begin(), spoken.end(), exchange) == spoken.end()) continue;
    for (const PrincipleReading& reading : report.readings[exchange].readings) {
      if (reading.principle == summary.principle) found.push_back({i, reading.verdict});
    }
  }
  return found;
}

std::string why_not_judged(const InterviewReport& report) {
  if (report.judged()) return {};
  std::vector<std::string> stopped;
  for (const GateCheck& check : report.gate) {
    if (check.blocking && !check.passed) stopped.push_back("“" + title(check) + "”");
  }
  if (!stopped.empty()) {
    return fmt::format("This interview was not judged, because the {} {} failed.",
                       stopped.size() == 1 ? "check" : "checks", listed(stopped));
  }
  if (report.exchanges.empty()) {
    return "This interview was not judged, because no question with an answer of the candidate was "
           "found. Check which speaker is the candidate.";
  }
  return "This interview was not judged.";
}

std::vector<std::string> limits(const InterviewReport& report, const Pack& pack) {
  std::vector<std::string> found;
  const std::size_t dropped = report.dropped_quotes;
  for (std::size_t i = 0; i < report.readings.size(); ++i) {
    if (report.readings[i].abstention == Abstention::None) continue;
    found.push_back(fmt::format("Exchange {}: {}", i + 1, sentence(report.readings[i].abstention)));
  }
  std::vector<std::string> thin;
  std::size_t open = 0;
  for (const PrincipleSummary& one : report.principles) {
    if (one.verdict == PrincipleVerdict::Insufficient) {
      thin.push_back(name_of(pack, one.principle));
    } else if (one.verdict == PrincipleVerdict::NotAssessed) {
      ++open;
    }
  }
  if (report.judged()) {
    if (!thin.empty()) found.push_back("Too little was said to judge: " + dotted(thin) + ".");
    if (open > 0) {
      found.push_back(fmt::format("{} {} not assessed: nothing asked or said was about {}.",
                                  counted(open, "principle"), open == 1 ? "was" : "were",
                                  open == 1 ? "it" : "them"));
    }
  }
  if (dropped > 0) {
    found.push_back(fmt::format(
        "{} of the reader {} not in the source word for word and {} left out.",
        counted(dropped, "quote"), dropped == 1 ? "was" : "were", dropped == 1 ? "was" : "were"));
  }
  for (const Warning& warning : report.transcript.warnings) found.push_back(warning.message);
  return found;
}

std::vector<GateCheck> checks_by_weight(const InterviewReport& report) {
  std::vector<GateCheck> checks = report.gate;
  const auto weight = [](const GateCheck& check) {
    return check.passed ? 2 : check.blocking ? 0 : 1;
  };
  std::stable_sort(checks.begin(), checks.end(),
                   [&](const GateCheck& a, const GateCheck& b) { return weight(a) < weight(b); });
  return checks;
}

std::string_view state(const GateCheck& check) {
  if (check.passed) return "passed";
  return check.blocking ? "failed, stops judging" : "warning";
}

std::string provenance(const InterviewReport& report, const Pack& pack) {
  std::string text =
      fmt::format("Pack: {} ({} {}). ", pack.title, report.pack_id, report.pack_version);
  text += report.reader_version.empty() ? "No reader." : "Reader: " + report.reader_version + ".";
  if (!report.transcript.format.empty()) {
    text += " Transcript format: " + report.transcript.format + ".";
  }
  return text;
}

}  // namespace barometer::report
