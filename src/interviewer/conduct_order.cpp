// Rules on how utterances follow each other.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "interviewer/account.hpp"
#include "interviewer/account_view.hpp"
#include "interviewer/conduct.hpp"
#include "interviewer/conduct_walk.hpp"
#include "interviewer/interviewer.hpp"

namespace barometer {
namespace {

using namespace conduct;

void first_is_question(const Practice& practice, const Pack&, Findings& findings) {
  if (practice.entries.empty() || !practice.entries.front().utterance ||
      practice.entries.front().utterance->kind != UtteranceKind::Question)
    findings.push_back({0, "no question at the beginning"});
}

void last_is_close(const Practice& practice, const Pack&, Findings& findings) {
  if (practice.entries.empty() || !practice.entries.back().utterance ||
      practice.entries.back().utterance->kind != UtteranceKind::Close)
    findings.push_back({practice.entries.size(), "no close at the end"});
}

void one_close(const Practice& practice, const Pack&, Findings& findings) {
  std::size_t closes = 0;
  each_utterance(practice, [&](std::size_t i, const Utterance& one) {
    if (one.kind == UtteranceKind::Close && ++closes > 1) findings.push_back({i, one.text});
  });
}

void question_as_asked(const Practice& practice, const Pack&, Findings& findings) {
  each_utterance(practice, [&](std::size_t i, const Utterance& one) {
    if (one.kind == UtteranceKind::Question && one.text != practice.topics[one.topic].question)
      findings.push_back({i, one.text});
  });
}

void questions_of_the_pack(const Practice& practice, const Pack& pack, Findings& findings) {
  each_utterance(practice, [&](std::size_t i, const Utterance& one) {
    if (one.kind != UtteranceKind::Question || one.text == practice.settings.question) return;
    const Principle* principle = pack.find(practice.topics[one.topic].principle);
    const bool known = principle != nullptr &&
                       std::any_of(principle->questions.begin(), principle->questions.end(),
                                   [&](const Question& each) { return each.text == one.text; });
    if (!known) findings.push_back({i, one.text});
  });
}

void five_levels(const Practice& practice, const Pack&, Findings& findings) {
  std::map<std::size_t, std::size_t> count;
  each_follow_up(practice, [&](std::size_t i, const Utterance& one) {
    if (++count[one.topic] > deepest_level) findings.push_back({i, one.text});
  });
}

void levels_rise_by_one(const Practice& practice, const Pack&, Findings& findings) {
  std::map<std::size_t, std::size_t> last;
  each_follow_up(practice, [&](std::size_t i, const Utterance& one) {
    if (one.level != last[one.topic] + 1) findings.push_back({i, one.text});
    last[one.topic] = one.level;
  });
}

void as_deep_as_agreed(const Practice& practice, const Pack&, Findings& findings) {
  each_follow_up(practice, [&](std::size_t i, const Utterance& one) {
    if (one.level > most_levels(practice.settings.probing)) findings.push_back({i, one.text});
  });
}

void every_follow_up_has_a_gap(const Practice& practice, const Pack&, Findings& findings) {
  each_follow_up(practice, [&](std::size_t i, const Utterance& one) {
    if (!one.gap) findings.push_back({i, one.text});
  });
}

void everything_has_a_reason(const Practice& practice, const Pack&, Findings& findings) {
  each_utterance(practice, [&](std::size_t i, const Utterance& one) {
    if (one.reason.empty()) findings.push_back({i, one.text});
  });
}

void known_probe_kind(const Practice& practice, const Pack& pack, Findings& findings) {
  each_follow_up(practice, [&](std::size_t i, const Utterance& one) {
    const bool known =
        std::find(builtin_probe_kinds.begin(), builtin_probe_kinds.end(), one.probe_kind) !=
            builtin_probe_kinds.end() ||
        std::any_of(pack.probe_kinds.begin(), pack.probe_kinds.end(),
                    [&](const ProbeKind& kind) { return kind.id == one.probe_kind; });
    if (!known) findings.push_back({i, one.text});
  });
}

void gap_fits_the_kind(const Practice& practice, const Pack&, Findings& findings) {
  each_follow_up(practice, [&](std::size_t i, const Utterance& one) {
    if (one.gap && gap_of(one.probe_kind) != *one.gap && probe_kind_of(*one.gap) != one.probe_kind)
      findings.push_back({i, one.text});
  });
}

void hints_are_counted(const Practice& practice, const Pack&, Findings& findings) {
  std::map<std::size_t, std::size_t> hints;
  each_follow_up(practice, [&](std::size_t, const Utterance& one) {
    if (one.kind == UtteranceKind::Hint) ++hints[one.topic];
  });
  for (std::size_t i = 0; i < practice.topics.size(); ++i) {
    if (hints[i] != practice.topics[i].hints) findings.push_back({0, "a hint is not counted"});
  }
}

void one_hint_a_topic(const Practice& practice, const Pack&, Findings& findings) {
  std::map<std::size_t, std::size_t> hints;
  each_follow_up(practice, [&](std::size_t i, const Utterance& one) {
    if (one.kind == UtteranceKind::Hint && ++hints[one.topic] > 1)
      findings.push_back({i, one.text});
  });
}

void no_repeated_text(const Practice& practice, const Pack&, Findings& findings) {
  std::set<std::pair<std::size_t, std::string>> asked;
  each_utterance(practice, [&](std::size_t i, const Utterance& one) {
    if (one.kind != UtteranceKind::Question && !follows_up(one)) return;
    if (!asked.emplace(one.topic, one.text).second) findings.push_back({i, one.text});
  });
}

// Content words without those of asking itself.
std::set<std::string> content_of(const std::string& text) {
  std::set<std::string> content;
  for (const SpokenWord& word : speech_of(text).words) {
    if (!is_function_word(word.text) && word.text != "exactly") content.insert(stem(word.text));
  }
  return content;
}

void no_repeated_meaning(const Practice& practice, const Pack&, Findings& findings) {
  std::map<std::size_t, std::vector<std::set<std::string>>> asked;
  each_follow_up(practice, [&](std::size_t i, const Utterance& one) {
    const auto content = content_of(without_quotes(one.text));
    for (const auto& before : asked[one.topic]) {
      std::size_t shared = 0;
      for (const std::string& each : content) shared += before.contains(each) ? 1U : 0U;
      if (content.size() >= 2 && 4 * shared >= 3 * std::max(content.size(), before.size()))
        findings.push_back({i, one.text});
    }
    asked[one.topic].push_back(content);
  });
}

void no_repeated_gap(const Practice& practice, const Pack&, Findings& findings) {
  std::map<std::pair<std::size_t, Gap>, std::size_t> asked;
  each_utterance(practice, [&](std::size_t i, const Utterance& one) {
    if (makes_room_for_another_story(one)) asked.clear();
    if (one.kind != UtteranceKind::Probe || !one.gap) return;
    // One single case first, its details later: two things. An own part that was gone round is
    // asked for once more.
    const std::size_t most = *one.gap == Gap::Specifics || *one.gap == Gap::OwnPart ? 2 : 1;
    if (++asked[{one.topic, *one.gap}] > most) findings.push_back({i, one.text});
  });
}

void one_follow_up_at_a_time(const Practice& practice, const Pack&, Findings& findings) {
  bool waiting = false;
  for (std::size_t i = 0; i < practice.entries.size(); ++i) {
    if (practice.entries[i].answer) {
      waiting = false;
    } else if (follows_up(*practice.entries[i].utterance)) {
      if (waiting) findings.push_back({i, practice.entries[i].utterance->text});
      waiting = true;
    }
  }
}

void every_turn_is_answered(const Practice& practice, const Pack&, Findings& findings) {
  for (std::size_t i = 0; i < practice.entries.size(); ++i) {
    if (practice.entries[i].answer &&
        (i + 1 == practice.entries.size() || !practice.entries[i + 1].utterance))
      findings.push_back({i, "a turn of the candidate gets no answer"});
  }
}

void transition_before_the_next(const Practice& practice, const Pack&, Findings& findings) {
  each_utterance(practice, [&](std::size_t i, const Utterance& one) {
    if (one.kind != UtteranceKind::Question || i == 0) return;
    const auto& before = practice.entries[i - 1].utterance;
    if (!before || before->kind != UtteranceKind::Transition) findings.push_back({i, one.text});
  });
}

void nothing_after_the_close(const Practice& practice, const Pack&, Findings& findings) {
  bool closed = false;
  for (std::size_t i = 0; i < practice.entries.size(); ++i) {
    if (closed) findings.push_back({i, "something is said after the close"});
    const auto& one = practice.entries[i].utterance;
    closed = closed || (one && one->kind == UtteranceKind::Close);
  }
}

void topics_in_order(const Practice& practice, const Pack&, Findings& findings) {
  std::size_t last = 0;
  each_utterance(practice, [&](std::size_t i, const Utterance& one) {
    if (one.topic < last) findings.push_back({i, one.text});
    last = one.topic;
  });
}

void no_topic_twice(const Practice& practice, const Pack&, Findings& findings) {
  std::set<std::string> asked;
  each_utterance(practice, [&](std::size_t i, const Utterance& one) {
    if (one.kind == UtteranceKind::Question && !asked.insert(one.text).second)
      findings.push_back({i, one.text});
  });
}

void boundary_once(const Practice& practice, const Pack&, Findings& findings) {
  std::size_t count = 0;
  each_utterance(practice, [&](std::size_t i, const Utterance& one) {
    if (one.kind == UtteranceKind::Boundary && ++count > 2) findings.push_back({i, one.text});
  });
}

void varied_small_talk(const Practice& practice, const Pack&, Findings& findings) {
  const std::string* last = nullptr;
  each_utterance(practice, [&](std::size_t i, const Utterance& one) {
    if (one.kind != UtteranceKind::Wait && one.kind != UtteranceKind::Redirect &&
        one.kind != UtteranceKind::Transition)
      return;
    if (last != nullptr && *last == one.text) findings.push_back({i, one.text});
    last = &one.text;
  });
}

void two_quotations_at_most(const Practice& practice, const Pack&, Findings& findings) {
  std::map<std::size_t, std::size_t> quotes;
  each_follow_up(practice, [&](std::size_t i, const Utterance& one) {
    if (one.text.find('"') != std::string::npos && ++quotes[one.topic] > 2)
      findings.push_back({i, one.text});
  });
}

void no_probe_twice(const Practice& practice, const Pack& pack, Findings& findings) {
  std::set<std::string> asked;
  each_utterance(practice, [&](std::size_t i, const Utterance& one) {
    if (one.kind == UtteranceKind::Probe && !is_given(practice, pack, one.text) &&
        !asked.insert(one.text).second)
      findings.push_back({i, one.text});
  });
}

constexpr std::array<ConductRule, 27> rules = {{
    {"no-probe-twice", "no follow-up comes word for word twice in an interview",
     "it sounds like a form", Strictness::Hard, no_probe_twice},
    {"first-is-question", "an interview begins with a question", "everything hangs on it",
     Strictness::Hard, first_is_question},
    {"last-is-close", "an interview ends with closing words", "nobody is left hanging",
     Strictness::Hard, last_is_close},
    {"one-close", "it closes once", "an end is an end", Strictness::Hard, one_close},
    {"question-as-asked", "a question is asked word for word", "all candidates get the same one",
     Strictness::Hard, question_as_asked},
    {"questions-of-the-pack", "questions are the pack's or the caller's", "nothing is made up",
     Strictness::Hard, questions_of_the_pack},
    {"five-levels", "five follow-ups on a question at most", "deeper it becomes an examination",
     Strictness::Hard, five_levels},
    {"levels-rise-by-one", "each follow-up is one level deeper", "so that they can be counted",
     Strictness::Hard, levels_rise_by_one},
    {"as-deep-as-agreed", "no deeper than the set-up says", "the candidate chose it",
     Strictness::Hard, as_deep_as_agreed},
    {"every-follow-up-has-a-gap", "a follow-up names its gap", "no fishing", Strictness::Hard,
     every_follow_up_has_a_gap},
    {"everything-has-a-reason", "an utterance has a reason", "an interview can be explained",
     Strictness::Hard, everything_has_a_reason},
    {"known-probe-kind", "a follow-up is of a known kind", "kinds are counted over interviews",
     Strictness::Hard, known_probe_kind},
    {"gap-fits-the-kind", "kind and gap belong together", "the reason is the real one",
     Strictness::Hard, gap_fits_the_kind},
    {"hints-are-counted", "hints are marked and counted",
     "an answer after a hint is another answer", Strictness::Hard, hints_are_counted},
    {"one-hint-a-topic", "one hint on a question at most", "more would be the answer",
     Strictness::Hard, one_hint_a_topic},
    {"no-repeated-text", "nothing is asked twice in the same words", "it was answered",
     Strictness::Hard, no_repeated_text},
    {"no-repeated-meaning", "nothing is asked twice in other words", "it was answered",
     Strictness::Hard, no_repeated_meaning},
    {"no-repeated-gap", "no gap is gone after twice", "insisting brings invention",
     Strictness::Hard, no_repeated_gap},
    {"one-follow-up-at-a-time", "one follow-up, then an answer", "no barrage", Strictness::Hard,
     one_follow_up_at_a_time},
    {"every-turn-is-answered", "every turn of the candidate gets an answer",
     "an interview is a talk", Strictness::Hard, every_turn_is_answered},
    {"transition-before-the-next", "a new question is led over to", "so that nobody is lost",
     Strictness::Hard, transition_before_the_next},
    {"nothing-after-the-close", "nothing is said after the close", "an end is an end",
     Strictness::Hard, nothing_after_the_close},
    {"topics-in-order", "a topic that was left is not taken up again", "one thing after the other",
     Strictness::Hard, topics_in_order},
    {"no-topic-twice", "no question is asked twice in an interview", "it was answered",
     Strictness::Hard, no_topic_twice},
    {"boundary-twice", "scolding gets a calm line, insults one boundary", "then it is kept",
     Strictness::Hard, boundary_once},
    {"varied-small-talk", "the same aside is not said twice in a row", "a person would not",
     Strictness::Soft, varied_small_talk},
    {"two-quotations-at-most", "two quotations on a question at most", "more sounds like a hearing",
     Strictness::Hard, two_quotations_at_most},
}};

}  // namespace

std::span<const ConductRule> order_rules() { return rules; }

}  // namespace barometer
