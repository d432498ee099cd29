#include "support/sample_report.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>
#include <string_view>
#include <utility>
#include <vector>

#include "support/script.hpp"

namespace barometer::test {
namespace {

constexpr std::string_view nurse_script = R"(
I: Thank you for coming in. Tell me about a time you noticed something wrong on your ward that was not part of your own task.
C: Yes. Two winters ago I was a staff nurse on a medical ward with twenty-eight beds.
C: On night shifts the call bells in the two side rooms kept cutting out, and everybody just wrote it in the book.
C: It was the estates department's job, really, and the sister in charge said so.
C: But I had a man in room two who had rung for twenty minutes and then tried to get up on his own.
C: He did not fall. He sat on the floor and waited for somebody.
C: I decided that I would not hand over another shift like that.
C: So I borrowed a meter from a porter who used to be an electrician, and we tested every bell on the ward that night, all fifty-six.
C: Eleven of them failed whenever the lift ran.
I: Mm-hm.
C: I wrote that down with the times and took it to estates myself in the morning, and I went back every day until they had changed the relay.
C: After that I put a bell check into the Sunday night list, and it has my initials on it for the whole first year.
I: What happened to it a year later?
C: I still looked at the list when I was no longer on that ward.
C: In fourteen months there was one failure, and it was found on a Sunday, before a patient needed the bell.
C: I could have told the other wards sooner, though. Ward nine had the same relay and I only thought of it in spring.
I: Tell me about a mistake of yours that other people had to live with for a while.
C: I gave a wrong answer to a family.
C: The daughter asked whether her mother would get the rehabilitation place, and I said yes, because it had always been yes.
C: It was not my list to promise from.
C: The place went to somebody else, and by then they had given notice on the flat.
C: I rang her the same afternoon, before the doctor did, and told her that I had been wrong and that it was me.
C: The social worker and I found a short stay for the mother, but honestly the social worker did most of that.
C: At handover I told the team as well, so that nobody else would say it.
C: I would say the real problem is the system, though. They never update us.
I: You tried two new ways of doing the drug round last year. How did you decide which of them was the better one?
C: We tried the trolley and we tried the lockers by the bed.
C: I have done drug rounds for eighteen years, so I know what works, and the trolley works.
C: One of the new nurses said the lockers were quicker, but she was new.
C: So we kept the trolley.
I: Suppose your ward lost a third of its money for agency staff next month. What would you do first?
C: Good question.
C: I would have to think about it.
)";

constexpr std::string_view hostile_script =
    "I: <img src=x onerror=alert(1)> Tell me about </script><script>alert(2)</script> and *that* "
    "[link](https://example.org) for a while, please, in your own words.\n"
    "C: I said \"quoted\" & 'single' <b>bold</b> </style> `code` {{script}} and "
    "\x1b[31mred\x1b[0m\x07 "
    "text with https://example.org/path and www.example.org and a@example.org.\n"
    "C: \u202Egnp.exe\u202C and \u2066isolated and \xC2\x9B"
    "31m and \u05D0\u05E0\u05D9 \u05D4\u05D7\u05DC\u05D8\u05EA\u05D9 \u05DC\u05D1\u05D3 and "
    "\u6211\u4E00\u4E2A\u4EBA\u51B3\u5B9A\u4E86\u8FD9\u4EF6\u4E8B\u60C5\u3002\n"
    "C: "
    "DonaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaftDonaudampfsch"
    "iff"
    "fahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft was the name of the firm.\n"
    "C: # not a heading | not a cell | ~~not struck~~ $x$ <!-- not a comment -->\n"
    "I: What else?\n"
    "C: 1. That is all.\n";

// What a reader found, by the words it found.
struct Finding {
  std::size_t exchange;
  std::string_view indicator;
  double probability;
  std::string_view quote;
  Polarity polarity = Polarity::Supports;
  Mode mode = Mode::Did;
  Agency agency = Agency::Mine;
};

ByteSpan span_of(const std::string& answer, std::string_view quote) {
  const auto begin = answer.find(quote);
  if (begin == std::string::npos) throw std::logic_error("sample quote is not in its answer");
  return {begin, begin + quote.size()};
}

std::int64_t spoken_ms(std::string_view text) {
  return 400 * (std::count(text.begin(), text.end(), ' ') + 2);
}

Transcript timed(std::string_view script, std::string interviewer, std::string candidate) {
  Transcript said = transcript(script);
  said.format = "zoom_vtt";
  said.speakers = {{std::move(interviewer), Role::Interviewer},
                   {std::move(candidate), Role::Candidate},
                   {"Recording", Role::Other},
                   {"", Role::Unknown}};
  std::int64_t now = 41'000;
  for (Turn& turn : said.turns) {
    turn.start_ms = now;
    now += spoken_ms(turn.text);
    turn.end_ms = now;
    now += 700;
  }
  return said;
}

PrincipleId principle_of(std::string_view indicator) {
  return PrincipleId{std::string(indicator.substr(0, indicator.find('.')))};
}

InterviewReport report_on(Transcript said, std::string name) {
  InterviewReport report;
  report.name = std::move(name);
  report.transcript = std::move(said);
  report.exchanges = exchanges_of(report.transcript);
  const Pack pack = sample_pack();
  report.pack_id = pack.id;
  report.pack_version = pack.version;
  report.reader_version = "encoder 1.0.0";
  for (const Principle& principle : pack.principles) {
    PrincipleSummary summary;
    summary.principle = principle.id;
    report.principles.push_back(std::move(summary));
  }
  report.gate = {
      {"candidate", true, true, "One speaker is the candidate."},
      {"label_coverage", true, true, "Every turn has a speaker."},
      {"length", true, true, "The candidate speaks 456 words in 5 answers."},
      {"language", true, true, "English."},
      {"recognition", true, false, "2 % of the words were marked as unsure by the recogniser."},
  };
  return report;
}

PrincipleSummary& summary_of(InterviewReport& report, std::string_view principle) {
  for (PrincipleSummary& summary : report.principles) {
    if (summary.principle.value == principle) return summary;
  }
  throw std::logic_error("sample principle is not in the pack");
}

void add_findings(InterviewReport& report, const std::vector<Finding>& findings) {
  for (const Finding& finding : findings) {
    const InterviewExchange& exchange = report.exchanges[finding.exchange];
    LocatedEvidence found;
    found.exchange = finding.exchange;
    found.evidence = {span_of(exchange.exchange.answer, finding.quote),
                      IndicatorId{std::string(finding.indicator)},
                      finding.polarity,
                      finding.mode,
                      finding.agency,
                      finding.probability};
    found.passages = passages_of(report.transcript, exchange, found.evidence.span);
    if (!found.passages.empty()) {
      found.start_ms = report.transcript.turns[found.passages.front().turn].start_ms;
    }
    PrincipleSummary& summary = summary_of(report, principle_of(finding.indicator).value);
    summary.evidence.push_back(found);
    if (std::find(summary.exchanges.begin(), summary.exchanges.end(), finding.exchange) ==
        summary.exchanges.end()) {
      summary.exchanges.push_back(finding.exchange);
    }
  }
  for (PrincipleSummary& summary : report.principles) {
    std::sort(summary.exchanges.begin(), summary.exchanges.end());
    std::stable_sort(summary.evidence.begin(), summary.evidence.end(),
                     [](const LocatedEvidence& a, const LocatedEvidence& b) {
                       return std::pair(a.exchange, a.evidence.span) <
                              std::pair(b.exchange, b.evidence.span);
                     });
  }
}

// Readings that agree with the summaries: each exchange is judged as its principles are as a whole.
void add_readings(InterviewReport& report) {
  for (std::size_t i = 0; i < report.exchanges.size(); ++i) {
    ExchangeReading reading;
    reading.id = report.exchanges[i].exchange.id;
    for (const PrincipleSummary& summary : report.principles) {
      PrincipleReading one;
      one.principle = summary.principle;
      const bool speaks = std::find(summary.exchanges.begin(), summary.exchanges.end(), i) !=
                          summary.exchanges.end();
      if (speaks && summary.verdict > PrincipleVerdict::Insufficient) {
        one.verdict = static_cast<Verdict>(static_cast<int>(summary.verdict) - 1);
        one.score = summary.score.value_or(0.0);
        one.rating = summary.rating;
        one.probability = 0.5 + one.score / 2;
      }
      one.relevance = speaks ? 0.8 : 0.05;
      for (const LocatedEvidence& found : summary.evidence) {
        if (found.exchange == i) one.evidence.push_back(found.evidence);
      }
      reading.readings.push_back(std::move(one));
    }
    report.readings.push_back(std::move(reading));
  }
}

void judge(InterviewReport& report, std::string_view principle, PrincipleVerdict verdict,
           std::optional<double> score, std::optional<int> rating, std::string missing,
           ProbeChoice probe) {
  PrincipleSummary& summary = summary_of(report, principle);
  summary.verdict = verdict;
  summary.score = score;
  summary.rating = rating;
  summary.missing = std::move(missing);
  summary.probe = std::move(probe);
}

const std::vector<Finding>& nurse_findings() {
  using enum Polarity;
  using enum Mode;
  using enum Agency;
  static const std::vector<Finding> findings = {
      {0, "customer-obsession.sees-the-person", 0.88,
       "I had a man in room two who had rung for twenty minutes and then tried to get up on his "
       "own"},
      {2, "customer-obsession.promises-blindly", 0.71, "I said yes, because it had always been yes",
       Contradicts},
      {2, "customer-obsession.sees-the-person", 0.64, "found a short stay for the mother", Supports,
       Did, Ours},
      {0, "ownership.outside-own-role", 0.93,
       "we tested every bell on the ward that night, all fifty-six", Supports, Did, Ours},
      {0, "ownership.stays-in-operation", 0.95,
       "I went back every day until they had changed the relay. After that I put a bell check into "
       "the Sunday night list"},
      {1, "ownership.stays-in-operation", 0.90,
       "I still looked at the list when I was no longer on that ward"},
      {1, "ownership.forgets-the-rest", 0.58, "I could have told the other wards sooner, though.",
       Contradicts},
      {0, "invent-and-simplify.uses-what-is-there", 0.55,
       "I borrowed a meter from a porter who used to be an electrician"},
      {2, "earn-trust.names-own-mistake", 0.96,
       "I rang her the same afternoon, before the doctor did, and told her that I had been wrong "
       "and "
       "that it was me."},
      {2, "earn-trust.fair-to-others", 0.83, "honestly the social worker did most of that"},
      {1, "earn-trust.names-own-mistake", 0.67,
       "I could have told the other wards sooner, though."},
      {2, "earn-trust.blames-others", 0.77,
       "I would say the real problem is the system, though. They never update us.", Contradicts,
       Says},
      {0, "dive-deep.checks-for-himself", 0.94,
       "we tested every bell on the ward that night, all fifty-six. Eleven of them failed whenever "
       "the lift ran.",
       Supports, Did, Ours},
      {0, "dive-deep.knows-the-numbers", 0.81, "I wrote that down with the times"},
      {1, "dive-deep.knows-the-numbers", 0.86,
       "In fourteen months there was one failure, and it was found on a Sunday"},
      {3, "are-right-a-lot.rank-as-proof", 0.92,
       "I have done drug rounds for eighteen years, so I know what works", Contradicts, Says},
      {3, "are-right-a-lot.dismisses-a-view", 0.89,
       "One of the new nurses said the lockers were quicker, but she was new.", Contradicts},
      {3, "are-right-a-lot.compares-options", 0.52,
       "We tried the trolley and we tried the lockers by the bed.", Supports, Did, Ours},
  };
  return findings;
}

void judge_nurse(InterviewReport& report) {
  using enum PrincipleVerdict;
  judge(report, "customer-obsession", Mixed, 0.31, 3,
        "What the patients and families needed beyond the bell and the place.",
        {"end-customer", "Who was that for, in the end?",
         "One patient is seen; the others who use the bells are not."});
  judge(report, "ownership", Strong, 0.78, 4, "What following up cost the own shift.",
        {"side-effects", "What happened to your own work meanwhile?",
         "The price of stepping in is not told."});
  judge(report, "invent-and-simplify", Weak, 0.05, 2, "A second idea, and anything taken away.",
        {"what-else", "What else did you think of?", "One idea, and then a stop."});
  judge(report, "are-right-a-lot", Weak, -0.56, 1,
        "What the two ways were compared on, and what spoke against the trolley.",
        {"how-do-you-know", "How did you know that it was the better one?",
         "Experience stands where a comparison would."});
  judge(report, "earn-trust", Mixed, 0.44, 3, "What was changed so that it cannot happen again.",
        {"what-changed", "What did you change afterwards?",
         "The mistake is named, the mechanism is not mended."});
  judge(report, "dive-deep", Strong, 0.81, 5, "", {});
  judge(report, "frugality", Insufficient, std::nullopt, std::nullopt,
        "Any thought of what could be done with less.",
        {"with-less", "What could you have done with half of it?",
         "The question was asked and got no answer."});
  summary_of(report, "frugality").exchanges = {4};
  summary_of(report, "think-big").probe = {"what-else", "What would ten times as many beds change?",
                                           ""};
  summary_of(report, "deliver-results").probe = {"how-measured", "How did you measure that?", ""};
}

void tell_stories(InterviewReport& report) {
  const auto part = [&](std::size_t exchange, std::string_view words) {
    return std::optional<ByteSpan>(span_of(report.exchanges[exchange].exchange.answer, words));
  };
  report.readings[0].star = {
      part(0,
           "On night shifts the call bells in the two side rooms kept cutting out, and everybody "
           "just "
           "wrote it in the book."),
      part(0, "I decided that I would not hand over another shift like that."),
      part(0,
           "So I borrowed a meter from a porter who used to be an electrician, and we tested every "
           "bell on the ward that night, all fifty-six."),
      part(0, "Eleven of them failed whenever the lift ran.")};
  report.readings[0].probe = {"result", "What happened to it a year later?",
                              "The story ends when the relay was changed."};
  report.readings[1].star.result = part(
      1,
      "In fourteen months there was one failure, and it was found on a Sunday, before a patient "
      "needed the bell.");
  report.readings[1].probe = {"what-changed", "What did you do about ward nine?",
                              "A gap is named and left open."};
  report.readings[2].star = {part(2, "I gave a wrong answer to a family."), std::nullopt,
                             part(2,
                                  "I rang her the same afternoon, before the doctor did, and told "
                                  "her that I had been wrong "
                                  "and that it was me."),
                             std::nullopt};
  report.readings[2].probe = {"what-changed", "What did you change afterwards?",
                              "The mechanism is not mended."};
  report.readings[3].star.situation =
      part(3, "We tried the trolley and we tried the lockers by the bed.");
  report.readings[3].star.result = part(3, "So we kept the trolley.");
  report.readings[3].probe = {"how-do-you-know", "How did you know that it was the better one?",
                              "No comparison is told."};
  report.readings[4].abstention = Abstention::TooShort;
  report.readings[4].probe = {"what-would-you-do", "Take your time. What would you look at first?",
                              "The question got no answer."};
}

// Id, name, and what it means here.
constexpr std::array<std::array<std::string_view, 3>, 16> principle_rows = {{
    {"customer-obsession", "Customer Obsession",
     "Starts from the person outside the organisation who lives with the result."},
    {"ownership", "Ownership", "Looks after the whole and its future, beyond the own task."},
    {"invent-and-simplify", "Invent and Simplify", "Finds many ideas and takes things away."},
    {"are-right-a-lot", "Are Right, A Lot", "Compares on stated grounds and seeks dissent."},
    {"learn-and-be-curious", "Learn and Be Curious", "Learns unprompted."},
    {"hire-and-develop-the-best", "Hire and Develop the Best", "Sees talent and lets it grow."},
    {"insist-on-the-highest-standards", "Insist on the Highest Standards",
     "Repairs the cause so that it stays repaired."},
    {"think-big", "Think Big", "Goes beyond the frame of the question."},
    {"bias-for-action", "Bias for Action", "Decides fast what can be undone."},
    {"frugality", "Frugality", "Does more with less."},
    {"earn-trust", "Earn Trust", "Names own mistakes first and mends what led to them."},
    {"dive-deep", "Dive Deep", "Knows the facts several levels down."},
    {"have-backbone-disagree-and-commit", "Have Backbone; Disagree and Commit",
     "Challenges with facts, then carries what was decided."},
    {"deliver-results", "Deliver Results", "Knows how success is measured, and gets there."},
    {"strive-to-be-earths-best-employer", "Strive to be Earth's Best Employer",
     "Cares for people's growth, even where it leads them away."},
    {"success-and-scale-bring-broad-responsibility", "Success and Scale Bring Broad Responsibility",
     "Weighs what a success does to others."},
}};

struct IndicatorRow {
  std::string_view id;
  Polarity polarity;
  std::string_view text;
};

constexpr std::array<IndicatorRow, 16> indicator_rows = {{
    {"customer-obsession.sees-the-person", Polarity::Supports,
     "Knows who is affected in the end, and what they need."},
    {"customer-obsession.promises-blindly", Polarity::Contradicts,
     "Promises what somebody else has to keep."},
    {"ownership.outside-own-role", Polarity::Supports,
     "Fixes a problem outside their own job because nobody was looking after it."},
    {"ownership.stays-in-operation", Polarity::Supports,
     "Keeps looking after the work once it is in daily use."},
    {"ownership.forgets-the-rest", Polarity::Contradicts,
     "Fixes the own corner and leaves the same fault elsewhere."},
    {"invent-and-simplify.uses-what-is-there", Polarity::Supports,
     "Solves it with something from another field."},
    {"are-right-a-lot.compares-options", Polarity::Supports, "Compares options before choosing."},
    {"are-right-a-lot.rank-as-proof", Polarity::Contradicts,
     "Gives rank or experience as the proof."},
    {"are-right-a-lot.dismisses-a-view", Polarity::Contradicts,
     "Dismisses a view because of who holds it."},
    {"earn-trust.names-own-mistake", Polarity::Supports,
     "Names an own mistake plainly, to those it hit."},
    {"earn-trust.fair-to-others", Polarity::Supports, "Gives others the credit for their part."},
    {"earn-trust.blames-others", Polarity::Contradicts, "Moves the fault to others."},
    {"dive-deep.checks-for-himself", Polarity::Supports,
     "Goes and checks instead of relying on a report."},
    {"dive-deep.knows-the-numbers", Polarity::Supports, "Knows the figures without looking."},
    {"frugality.does-with-less", Polarity::Supports, "Finds a way with half the means."},
    {"frugality.more-people-first", Polarity::Contradicts, "Asks for more people first."},
}};

}  // namespace

Pack sample_pack() {
  Pack pack;
  pack.id = "sample-16";
  pack.version = "1.0.0";
  pack.title = "Sixteen sample principles";
  pack.language = "en";
  pack.license = "Apache-2.0";
  for (const auto& [id, name, summary] : principle_rows) {
    Principle principle;
    principle.id = PrincipleId{std::string(id)};
    principle.name = name;
    principle.summary = summary;
    principle.anchors = {
        "What was told goes against the principle, and nothing told speaks for it.",
        "It shows a little, within the bare task; few facts, or more that speaks against it.",
        "Acted by it in the own work, unasked at least once, with facts that can be checked.",
        "Acted by it unasked and beyond the own task, and tells in detail what it led to.",
        "Acted by it at a real cost or on a large scale, with facts over time and what is still "
        "missing."};
    for (const IndicatorRow& row : indicator_rows) {
      if (principle_of(row.id) != principle.id) continue;
      principle.indicators.push_back(
          {IndicatorId{std::string(row.id)}, row.polarity, std::string(row.text)});
    }
    pack.principles.push_back(std::move(principle));
  }
  return pack;
}

InterviewReport nurse_report() {
  InterviewReport report = report_on(timed(nurse_script, "Tomasz Brandt", "Maren Oduya"),
                                     "2024-03-08 Maren Oduya, ward sister.vtt");
  report.gate.push_back(
      {"times", false, false,
       "The recording has a gap of 96 seconds after 2:40. Something may be missing "
       "there."});
  report.transcript.warnings = {
      {"cue_without_text", "2 captions without text were left out (lines 118 and 240)."}};
  report.dropped_quotes = 1;
  add_findings(report, nurse_findings());
  judge_nurse(report);
  add_readings(report);
  tell_stories(report);
  return report;
}

InterviewReport gate_failed_report() {
  InterviewReport report =
      report_on(timed(nurse_script, "Speaker 1", "Speaker 2"), "teams-export-without-names.vtt");
  report.gate = {
      {"candidate", true, true, "One speaker is the candidate."},
      {"label_coverage", false, true,
       "31 of 40 turns have no speaker, so questions and answers cannot be told apart. Export the "
       "transcript again with speaker names, or name them in the file."},
      {"language", true, true, "English."},
      {"recognition", false, false, "38 % of the words were marked as unsure by the recogniser."},
  };
  return report;
}

InterviewReport no_evidence_report() {
  InterviewReport report = report_on(
      timed(
          "I: Tell me about a time when you had to make a decision without having all the facts.\n"
          "C: I would rather not talk about that.\n"
          "I: What else?\n"
          "C: That's it.\n",
          "Tomasz Brandt", "Jo Lindqvist"),
      "short-call.txt");
  add_readings(report);
  report.readings[0].abstention = Abstention::TooShort;
  report.readings[1].abstention = Abstention::TooShort;
  report.readings[0].probe = {"what-else", "What else can you tell me about it?", ""};
  return report;
}

InterviewReport hostile_report() {
  Transcript said = timed(hostile_script, "<i>Ivy</i> \"& Co\" \x1b]0;title\x07",
                          "</script><script>alert('name')</script> \u202Eevil [x](y) | z");
  InterviewReport report =
      report_on(std::move(said), "</title><script>alert(0)</script> \xFF *report*.vtt");
  report.transcript.warnings = {{"odd", "<b>warning</b> \x1b[1m"}};
  report.gate.push_back({"odd_<check>", false, false, "<script>alert(3)</script>"});
  add_findings(report, {{0, "ownership.outside-own-role", 0.9, report.transcript.turns[1].text},
                        {0, "dive-deep.<b>unknown</b>", 0.7, report.transcript.turns[2].text,
                         Polarity::Contradicts},
                        {0, "ownership.outside-own-role", 0.6, report.transcript.turns[3].text},
                        {0, "frugality.does-with-less", 0.6, report.transcript.turns[4].text},
                        {1, "frugality.does-with-less", 0.6, "1. That is all."}});
  judge(report, "ownership", PrincipleVerdict::Strong, 0.5, 4, "<b>missing</b> {{style}}",
        {"what-else", "<i>What</i> else?", "</p><script>alert(4)</script>"});
  judge(report, "dive-deep", PrincipleVerdict::Weak, -0.4, 2, "", {});
  judge(report, "frugality", PrincipleVerdict::Mixed, 0.1, 3, "", {});
  add_readings(report);
  const auto size = report.exchanges[0].exchange.answer.size();
  report.readings[0].star.situation = ByteSpan{0, size};
  return report;
}

InterviewReport empty_report() {
  InterviewReport report = report_on(timed("", "", ""), "silence.vtt");
  report.gate.clear();
  return report;
}

}  // namespace barometer::test
