// Rules on how utterances answer the candidate.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "interviewer/account.hpp"
#include "interviewer/account_view.hpp"
#include "interviewer/conduct.hpp"
#include "interviewer/conduct_walk.hpp"
#include "interviewer/contradictions.hpp"
#include "interviewer/interviewer.hpp"
#include "interviewer/listening.hpp"
#include "interviewer/manner.hpp"
#include "interviewer/wording.hpp"

namespace barometer {
namespace {

using namespace conduct;

// Passages in straight quotation marks.
std::vector<std::string> quotations(const std::string& text) {
  std::vector<std::string> found;
  for (auto begin = text.find('"'); begin != std::string::npos;) {
    const auto end = text.find('"', begin + 1);
    if (end == std::string::npos) break;
    found.push_back(text.substr(begin + 1, end - begin - 1));
    begin = text.find('"', end + 1);
  }
  return found;
}

void quotes_are_verbatim(const Practice& practice, const Pack&, Findings& findings) {
  each_follow_up(practice, [&](std::size_t i, const Utterance& one) {
    const std::string said = said_before(practice, i);
    for (const std::string& quote : quotations(one.text)) {
      if (quote.empty() || said.find(quote) == std::string::npos) findings.push_back({i, one.text});
    }
  });
}

void you_said_is_a_quote(const Practice& practice, const Pack&, Findings& findings) {
  static const Phrases claims{"you said|mentioned|told|described|explained|stated|claimed"};
  each_follow_up(practice, [&](std::size_t i, const Utterance& one) {
    if (claims.in(speech_of(without_quotes(one.text))) && quotations(one.text).empty())
      findings.push_back({i, one.text});
  });
}

std::set<std::string> stems_of(const std::string& text) {
  std::set<std::string> stems;
  for (const SpokenWord& word : speech_of(text).words) stems.insert(stem(word.text));
  return stems;
}

void nouns_are_the_candidates(const Practice& practice, const Pack& pack, Findings& findings) {
  each_follow_up(practice, [&](std::size_t i, const Utterance& one) {
    if (is_given(practice, pack, one.text)) return;
    std::set<std::string> known = stems_of(said_before(practice, i));
    known.merge(stems_of(practice.topics[one.topic].question));
    for (const Principle& principle : pack.principles) {
      if (principle.id != practice.topics[one.topic].principle) continue;
      for (const Probe& probe : principle.probes) known.merge(stems_of(probe.text));
    }
    for (const SpokenWord& word : speech_of(one.text).words) {
      if (!is_function_word(word.text) && !is_plain_word(word.text) &&
          !known.contains(stem(word.text)))
        findings.push_back({i, word.text + ": " + one.text});
    }
  });
}

// The answer that a follow-up comes behind.
const CandidateTurn* answer_before(const Practice& practice, std::size_t entry) {
  if (entry == 0 || !practice.entries[entry - 1].answer) return nullptr;
  return &*practice.entries[entry - 1].answer;
}

// "my shift" -> "your shift", as somebody says it back.
std::string turned_round(const std::string& word) {
  if (word == "my") return "your";
  if (word == "me") return "you";
  if (word == "myself") return "yourself";
  return word == "mine" ? "yours" : word;
}

bool is_run_of(const std::vector<std::string>& run, const Speech& said) {
  for (std::size_t i = 0; i + run.size() <= said.words.size(); ++i) {
    std::size_t same = 0;
    while (same < run.size() && turned_round(said.words[i + same].text) == run[same]) ++same;
    if (same == run.size()) return true;
  }
  return false;
}

// "What happened after you moved the count?": the count was moved, in these words.
void echoes_are_the_candidates(const Practice& practice, const Pack& pack, Findings& findings) {
  static const Phrases frames{"when|after|before you"};
  each_follow_up(practice, [&](std::size_t i, const Utterance& one) {
    const Speech asked = speech_of(without_quotes(one.text));
    const auto frame = frames.find(asked);
    if (!frame || is_given(practice, pack, one.text)) return;
    std::vector<std::string> run;
    for (std::size_t j = frame->end; j < asked.words.size() && !asked.words[j].opens_clause; ++j)
      run.push_back(asked.words[j].text);
    if (one.kind == UtteranceKind::Probe && !is_run_of(run, speech_of(said_before(practice, i))))
      findings.push_back({i, one.text});
  });
}

void no_figures_when_both_told(const Practice& practice, const Pack&, Findings& findings) {
  static const Phrases both{"from # * to #"};
  each_follow_up(practice, [&](std::size_t i, const Utterance& one) {
    const CandidateTurn* answer = answer_before(practice, i);
    if (answer != nullptr && one.gap == Gap::Measure && both.in(speech_of(answer->text)))
      findings.push_back({i, one.text});
  });
}

// Laid side by side as soon as they are heard, unless the two quotations of the topic are used up.
void contradictions_are_taken_up(const Practice& practice, const Pack& pack, Findings& findings) {
  std::size_t quotations_used = 0;
  for (std::size_t i = 1; i < practice.entries.size(); ++i) {
    const auto& said = practice.entries[i].utterance;
    if (!said) continue;
    if (said->kind == UtteranceKind::Question) quotations_used = 0;
    const bool quotes = said->text.find('"') != std::string::npos;
    if (said->kind == UtteranceKind::Probe && answer_before(practice, i) != nullptr &&
        quotations_used < 2 && pack.find(practice.topics[said->topic].principle) != nullptr) {
      Practice so_far = practice;
      so_far.entries.resize(i);
      so_far.topic = said->topic;
      const AccountView seen = view_of(so_far, pack);
      const auto found = contradiction_in(seen.answers);
      const bool open = found && seen.tense == Tense::Past &&
                        seen.probed[static_cast<std::size_t>(found->gap)] < 2;
      const bool asked_before =
          found && std::any_of(seen.asked.begin(), seen.asked.end(), [&](const std::string& asked) {
            return asked.find(found->before) != std::string::npos;
          });
      if (open && !asked_before && said->text.find(found->now) == std::string::npos)
        findings.push_back({i, said->text});
    }
    quotations_used += quotes ? 1U : 0U;
  }
}

void no_number_made_up(const Practice& practice, const Pack& pack, Findings& findings) {
  each_follow_up(practice, [&](std::size_t i, const Utterance& one) {
    if (is_given(practice, pack, one.text)) return;
    const Speech said = speech_of(said_before(practice, i));
    for (const SpokenWord& word : speech_of(one.text).words) {
      if (!word.number) continue;
      const bool known =
          std::any_of(said.words.begin(), said.words.end(),
                      [&](const SpokenWord& each) { return each.text == word.text; });
      if (!known) findings.push_back({i, one.text});
    }
  });
}

void no_measure_when_measured(const Practice& practice, const Pack&, Findings& findings) {
  static const Phrases measured{"i|we measured|counted|timed|tracked|weighed"};
  each_follow_up(practice, [&](std::size_t i, const Utterance& one) {
    const CandidateTurn* answer = answer_before(practice, i);
    if (answer == nullptr || one.gap != Gap::Measure) return;
    const Speech speech = speech_of(answer->text);
    const AccountSigns signs = signs_of(speech);
    if (signs.figure && measured.in(speech)) findings.push_back({i, one.text});
  });
}

void no_own_part_when_told(const Practice& practice, const Pack&, Findings& findings) {
  each_follow_up(practice, [&](std::size_t i, const Utterance& one) {
    if (one.gap != Gap::OwnPart) return;
    AccountSigns signs;
    for (std::size_t j = 0; j < i; ++j) {
      const auto& answer = practice.entries[j].answer;
      if (answer && answer->topic == one.topic && answer->kind == TurnKind::Answer &&
          !answer->elsewhere)
        signs.add(signs_of(speech_of(answer->text)));
    }
    if (signs.own_deeds >= 4.0 && signs.our_deeds == 0) findings.push_back({i, one.text});
  });
}

void no_result_when_told(const Practice& practice, const Pack&, Findings& findings) {
  static const Phrases told{"in the end i|we|it|the|they", "as a result", "the result|outcome was"};
  each_follow_up(practice, [&](std::size_t i, const Utterance& one) {
    const CandidateTurn* answer = answer_before(practice, i);
    if (answer == nullptr || one.gap != Gap::Result || answer->elsewhere) return;
    if (told.in(speech_of(answer->text))) findings.push_back({i, one.text});
  });
}

void stops_when_nothing_comes(const Practice& practice, const Pack&, Findings& findings) {
  std::size_t empty = 0;
  std::size_t topic = 0;
  for (std::size_t i = 0; i < practice.entries.size(); ++i) {
    const auto& entry = practice.entries[i];
    if (entry.answer) {
      const bool nothing = entry.answer->kind == TurnKind::NothingMore ||
                           (entry.answer->kind == TurnKind::DontKnow && entry.answer->level > 0);
      if (entry.answer->kind == TurnKind::Answer && entry.answer->brought) empty = 0;
      if (nothing) ++empty;
    } else {
      if (entry.utterance->topic != topic) empty = 0;
      topic = entry.utterance->topic;
      if (follows_up(*entry.utterance) && empty > most_futile(practice.settings.probing))
        findings.push_back({i, entry.utterance->text});
    }
  }
}

void reason_without_the_candidates_words(const Practice& practice, const Pack&,
                                         Findings& findings) {
  each_utterance(practice, [&](std::size_t i, const Utterance& one) {
    if (one.reason.find('"') != std::string::npos ||
        shares_run(one.reason, said_before(practice, i), 5))
      findings.push_back({i, one.reason});
  });
}

// `wanted` of the kinds answer a turn of `kind`.
void expect(const Practice& practice, Findings& findings, TurnKind kind,
            std::initializer_list<UtteranceKind> wanted) {
  each_reaction(practice, [&](std::size_t i, const CandidateTurn& turn, const Utterance& one) {
    if (turn.kind == kind && std::find(wanted.begin(), wanted.end(), one.kind) == wanted.end())
      findings.push_back({i, one.text});
  });
}

void repeats_on_request(const Practice& practice, const Pack&, Findings& findings) {
  std::string open;
  for (std::size_t i = 0; i + 1 < practice.entries.size(); ++i) {
    const auto& entry = practice.entries[i];
    if (entry.utterance &&
        (follows_up(*entry.utterance) || entry.utterance->kind == UtteranceKind::Question))
      open = entry.utterance->text;
    const auto& next = practice.entries[i + 1].utterance;
    if (!entry.answer || !next ||
        (entry.answer->kind != TurnKind::Repeat && entry.answer->kind != TurnKind::Rephrase))
      continue;
    if (next->kind != UtteranceKind::Repeat || next->text.find(open) == std::string::npos)
      findings.push_back({i + 1, next->text});
  }
}

// Turns are classed again here, so that a wrong class in the record shows, too.
void waits_on_request(const Practice& practice, const Pack&, Findings& findings) {
  static const Phrases wish{"^ give me a minute|moment|second $", "^ let me think $"};
  each_reaction(practice, [&](std::size_t i, const CandidateTurn& turn, const Utterance& one) {
    const bool asked = turn.kind == TurnKind::Pause || wish.in(speech_of(turn.text));
    if (asked && one.kind != UtteranceKind::Wait && one.kind != UtteranceKind::Repeat &&
        one.kind != UtteranceKind::Transition && one.kind != UtteranceKind::Close)
      findings.push_back({i, one.text});
  });
}

void silence_gets_time(const Practice& practice, const Pack&, Findings& findings) {
  each_reaction(practice, [&](std::size_t i, const CandidateTurn& turn, const Utterance& one) {
    const bool silent = speech_of(turn.text).words.empty();
    if (silent && one.kind != UtteranceKind::Wait && one.kind != UtteranceKind::Repeat &&
        one.kind != UtteranceKind::Transition && one.kind != UtteranceKind::Close)
      findings.push_back({i, one.text});
  });
}

void ends_on_request(const Practice& practice, const Pack&, Findings& findings) {
  expect(practice, findings, TurnKind::End, {UtteranceKind::Close, UtteranceKind::Transition});
}

void moves_on_on_request(const Practice& practice, const Pack&, Findings& findings) {
  expect(practice, findings, TurnKind::Skip, {UtteranceKind::Transition, UtteranceKind::Close});
}

void calm_on_abuse(const Practice& practice, const Pack&, Findings& findings) {
  expect(practice, findings, TurnKind::Abuse,
         {UtteranceKind::Boundary, UtteranceKind::Transition, UtteranceKind::Close});
}

void kind_on_distress(const Practice& practice, const Pack&, Findings& findings) {
  expect(practice, findings, TurnKind::Distress, {UtteranceKind::Support, UtteranceKind::Close});
}

void help_in_danger(const Practice& practice, const Pack&, Findings& findings) {
  expect(practice, findings, TurnKind::SelfHarm, {UtteranceKind::Support});
}

void asks_for_the_language(const Practice& practice, const Pack&, Findings& findings) {
  each_reaction(practice, [&](std::size_t i, const CandidateTurn& turn, const Utterance& one) {
    const bool foreign = !foreign_language(speech_of(turn.text)).empty();
    if (foreign && one.kind != UtteranceKind::Language && one.kind != UtteranceKind::Transition &&
        one.kind != UtteranceKind::Close)
      findings.push_back({i, one.text});
  });
}

void feedback_comes_later(const Practice& practice, const Pack&, Findings& findings) {
  expect(practice, findings, TurnKind::AsksFeedback, {UtteranceKind::Redirect});
}

void no_answer_given_away(const Practice& practice, const Pack&, Findings& findings) {
  expect(practice, findings, TurnKind::AsksAnswer, {UtteranceKind::Redirect});
}

void back_to_the_question(const Practice& practice, const Pack&, Findings& findings) {
  expect(practice, findings, TurnKind::OffTopic,
         {UtteranceKind::Redirect, UtteranceKind::Transition, UtteranceKind::Close});
}

void one_hint_without_example(const Practice& practice, const Pack&, Findings& findings) {
  std::set<std::size_t> hinted;
  each_reaction(practice, [&](std::size_t i, const CandidateTurn& turn, const Utterance& one) {
    if (one.kind == UtteranceKind::Hint) hinted.insert(one.topic);
    const bool first = turn.kind == TurnKind::DontKnow && turn.level == 0;
    if (first && one.kind != UtteranceKind::Hint && !hinted.contains(turn.topic))
      findings.push_back({i, one.text});
  });
}

// Sentences that give the interviewer orders are never obeyed, quoted or taken up.
void no_order_is_obeyed(const Practice& practice, const Pack&, Findings& findings) {
  each_reaction(practice, [&](std::size_t i, const CandidateTurn& turn, const Utterance& one) {
    if (turn.kind != TurnKind::Instruction) return;
    const bool spoke_of_itself = one.kind == UtteranceKind::Question ||
                                 one.kind == UtteranceKind::Wait || one.kind == UtteranceKind::Hint;
    if (spoke_of_itself || shares_run(without_quotes(one.text), turn.text, 4))
      findings.push_back({i, one.text});
  });
}

void no_order_is_quoted(const Practice& practice, const Pack&, Findings& findings) {
  each_follow_up(practice, [&](std::size_t i, const Utterance& one) {
    for (const std::string& quote : quotations(one.text)) {
      for (std::size_t j = 0; j < i; ++j) {
        const auto& answer = practice.entries[j].answer;
        if (!answer || answer->text.find(quote) == std::string::npos) continue;
        if (without_instructions(speech_of(answer->text)).find(quote) == std::string::npos)
          findings.push_back({i, one.text});
      }
    }
  });
}

void no_past_after_plans(const Practice& practice, const Pack& pack, Findings& findings) {
  static const Phrases past{"what|how|who|which|where * did|was|were", "happened"};
  static const Phrases bridge{"when did you", "last time", "one time|case"};
  each_follow_up(practice, [&](std::size_t i, const Utterance& one) {
    AccountSigns signs;
    std::size_t answers = 0;
    for (std::size_t j = 0; j < i; ++j) {
      const auto& answer = practice.entries[j].answer;
      if (!answer || answer->topic != one.topic || answer->kind != TurnKind::Answer) continue;
      signs.add(signs_of(speech_of(answer->text)));
      ++answers;
    }
    const Speech speech = speech_of(without_quotes(one.text));
    if (answers > 0 && signs.past == 0 && signs.would >= 2 && past.in(speech) &&
        !bridge.in(speech) && !is_given(practice, pack, one.text))
      findings.push_back({i, one.text});
  });
}

void we_gets_an_own_part_probe(const Practice& practice, const Pack&, Findings& findings) {
  for (std::size_t t = 0; t < practice.topics.size(); ++t) {
    AccountSigns signs;
    std::size_t follow_ups = 0;
    std::size_t last = 0;
    bool asked = false;
    for (std::size_t i = 0; i < practice.entries.size(); ++i) {
      const auto& entry = practice.entries[i];
      if (entry.answer && entry.answer->topic == t && entry.answer->level == 0 &&
          entry.answer->kind == TurnKind::Answer)
        signs.add(signs_of(speech_of(entry.answer->text)));
      if (!entry.utterance || entry.utterance->topic != t || !follows_up(*entry.utterance))
        continue;
      ++follow_ups;
      last = i;
      asked = asked || entry.utterance->gap == Gap::OwnPart;
    }
    if (signs.our_deeds >= 2 && signs.own_deeds < 0.5 && follow_ups >= 3 && !asked)
      findings.push_back({last, "a story in \"we\" only, and nobody asked for the own part"});
  }
}

// Over the candidate's answers on a topic before `entry`.
AccountSigns signs_before(const Practice& practice, std::size_t entry, std::size_t topic) {
  AccountSigns signs;
  for (std::size_t i = 0; i < entry; ++i) {
    const auto& answer = practice.entries[i].answer;
    if (answer && answer->topic == topic && answer->kind == TurnKind::Answer && !answer->elsewhere)
      signs.add(signs_of(speech_of(answer->text)));
  }
  return signs;
}

void no_inaction_supposed(const Practice& practice, const Pack&, Findings& findings) {
  each_follow_up(practice, [&](std::size_t i, const Utterance& one) {
    if (one.gap == Gap::Obstacle && signs_before(practice, i, one.topic).own_deeds >= 1.0)
      findings.push_back({i, one.text});
  });
}

void a_refusal_is_left(const Practice& practice, const Pack&, Findings& findings) {
  std::optional<Gap> open;
  bool refused = false;
  for (std::size_t i = 0; i < practice.entries.size(); ++i) {
    const auto& entry = practice.entries[i];
    if (entry.answer) refused = entry.answer->kind == TurnKind::Declined;
    if (!entry.utterance) continue;
    if (refused && entry.utterance->kind == UtteranceKind::Probe && open &&
        entry.utterance->gap == open)
      findings.push_back({i, entry.utterance->text});
    if (entry.utterance->kind == UtteranceKind::Question || follows_up(*entry.utterance))
      open = entry.utterance->gap;
  }
}

// Classed again here, whatever the record says.
void a_stop_is_heard(const Practice& practice, const Pack&, Findings& findings) {
  each_reaction(practice, [&](std::size_t i, const CandidateTurn& turn, const Utterance& one) {
    const Speech speech = speech_of(turn.text);
    const bool stop = speech.words.size() <= 8 && manner::wants_to_stop(speech);
    if (stop && one.kind != UtteranceKind::Close && one.kind != UtteranceKind::Transition)
      findings.push_back({i, one.text});
  });
}

void a_loss_is_heard(const Practice& practice, const Pack&, Findings& findings) {
  each_reaction(practice, [&](std::size_t i, const CandidateTurn& turn, const Utterance& one) {
    const Speech speech = speech_of(turn.text);
    const bool loss = speech.words.size() <= 60 && manner::mourns(speech);
    if (loss && one.kind != UtteranceKind::Support && one.kind != UtteranceKind::Close &&
        one.kind != UtteranceKind::Language)
      findings.push_back({i, one.text});
  });
}

void uses_the_candidates_words(const Practice& practice, const Pack& pack, Findings& findings) {
  for (std::size_t t = 0; t < practice.topics.size(); ++t) {
    std::size_t follow_ups = 0;
    std::size_t words = 0;
    std::size_t last = 0;
    bool taken_up = false;
    for (std::size_t i = 0; i < practice.entries.size(); ++i) {
      const auto& entry = practice.entries[i];
      if (entry.answer && entry.answer->topic == t && entry.answer->kind == TurnKind::Answer)
        words += speech_of(entry.answer->text).words.size();
      if (!entry.utterance || entry.utterance->topic != t || !follows_up(*entry.utterance))
        continue;
      ++follow_ups;
      last = i;
      taken_up = taken_up || is_given(practice, pack, entry.utterance->text);
      const auto said = stems_of(said_before(practice, i));
      for (const SpokenWord& word : speech_of(entry.utterance->text).words) {
        if (!is_function_word(word.text) && !is_plain_word(word.text) &&
            said.contains(stem(word.text)))
          taken_up = true;
      }
    }
    if (follow_ups >= 4 && words >= 60 && !taken_up)
      findings.push_back({last, "four follow-ups without a word of the candidate's"});
  }
}

constexpr std::array<ConductRule, 34> rules = {{
    {"echoes-are-the-candidates", "an act that is given back was told in these words",
     "nothing is supposed", Strictness::Hard, echoes_are_the_candidates},
    {"no-figures-when-both-told", "no figure is asked for right after the two that were compared",
     "it was said", Strictness::Hard, no_figures_when_both_told},
    {"contradictions-are-taken-up", "two parts that do not go together are laid side by side",
     "it is what listening is for", Strictness::Soft, contradictions_are_taken_up},
    {"no-inaction-supposed", "nobody who acted is asked what kept them from it",
     "nothing is supposed", Strictness::Hard, no_inaction_supposed},
    {"a-refusal-is-left", "what may not be told is not asked for again", "it was refused",
     Strictness::Hard, a_refusal_is_left},
    {"a-stop-is-heard", "a wish to stop ends it in any wording", "it is voluntary",
     Strictness::Hard, a_stop_is_heard},
    {"a-loss-is-heard", "a death near the candidate is answered first", "people first",
     Strictness::Hard, a_loss_is_heard},
    {"quotes-are-verbatim", "what stands in quotation marks was said",
     "a false quotation ends trust", Strictness::Hard, quotes_are_verbatim},
    {"you-said-is-a-quote", "\"you said\" goes with a quotation", "a paraphrase bends",
     Strictness::Hard, you_said_is_a_quote},
    {"nouns-are-the-candidates", "content words are plain, the pack's, or the candidate's",
     "nothing is supposed", Strictness::Hard, nouns_are_the_candidates},
    {"no-number-made-up", "numbers are the candidate's", "nothing is supposed", Strictness::Hard,
     no_number_made_up},
    {"no-measure-when-measured", "no figure is asked for right after one with its count",
     "it was said", Strictness::Hard, no_measure_when_measured},
    {"no-own-part-when-told", "no own part is asked for after deeds in the first person",
     "it was said", Strictness::Hard, no_own_part_when_told},
    {"no-result-when-told", "no result is asked for right after \"in the end\"", "it was said",
     Strictness::Hard, no_result_when_told},
    {"stops-when-nothing-comes", "follow-ups end when they bring nothing",
     "nobody likes to say no five times", Strictness::Hard, stops_when_nothing_comes},
    {"reason-without-the-candidates-words", "a reason holds no words of the candidate",
     "reasons are logged", Strictness::Hard, reason_without_the_candidates_words},
    {"repeats-on-request", "the question comes again when asked for", "courtesy", Strictness::Hard,
     repeats_on_request},
    {"waits-on-request", "time is given when asked for", "courtesy", Strictness::Hard,
     waits_on_request},
    {"silence-gets-time", "silence gets time first", "thinking is silent", Strictness::Hard,
     silence_gets_time},
    {"ends-on-request", "it ends when the candidate wants it", "it is voluntary", Strictness::Hard,
     ends_on_request},
    {"moves-on-on-request", "another question comes when wanted", "it is voluntary",
     Strictness::Hard, moves_on_on_request},
    {"calm-on-abuse", "an insult gets a boundary, then an end", "calm", Strictness::Hard,
     calm_on_abuse},
    {"kind-on-distress", "somebody unwell may stop or move on", "people first", Strictness::Hard,
     kind_on_distress},
    {"help-in-danger", "somebody in danger is pointed to help", "people first", Strictness::Hard,
     help_in_danger},
    {"asks-for-the-language", "another language gets a friendly word in it",
     "nothing was understood", Strictness::Hard, asks_for_the_language},
    {"feedback-comes-later", "no feedback during the interview", "it steers", Strictness::Hard,
     feedback_comes_later},
    {"no-answer-given-away", "what is looked for is not told", "the answer would be worth nothing",
     Strictness::Hard, no_answer_given_away},
    {"back-to-the-question", "off the topic, it comes back to the question", "time is short",
     Strictness::Hard, back_to_the_question},
    {"one-hint-without-example", "no example gets one hint", "everybody has gone blank once",
     Strictness::Hard, one_hint_without_example},
    {"no-order-is-obeyed", "an order in an answer is only an answer", "nobody grades themselves",
     Strictness::Hard, no_order_is_obeyed},
    {"no-order-is-quoted", "an order in an answer is not quoted",
     "it would be repeated to a reader", Strictness::Hard, no_order_is_quoted},
    {"no-past-after-plans", "no past event is asked after where only plans were told",
     "there is none", Strictness::Soft, no_past_after_plans},
    {"we-gets-an-own-part-probe", "a story in \"we\" only gets the question for the own part",
     "nobody hires a team by one of it", Strictness::Soft, we_gets_an_own_part_probe},
    {"uses-the-candidates-words",
     "of four follow-ups, one takes up the candidate's words or the pack's",
     "otherwise it is a form", Strictness::Soft, uses_the_candidates_words},
}};

}  // namespace

std::span<const ConductRule> listening_rules() { return rules; }

}  // namespace barometer
