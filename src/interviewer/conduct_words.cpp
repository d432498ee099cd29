// Rules on what a single utterance may say.
#include <algorithm>
#include <array>
#include <cctype>

#include "interviewer/conduct.hpp"
#include "interviewer/conduct_walk.hpp"
#include "interviewer/noun_phrases.hpp"

namespace barometer {
namespace {

using namespace conduct;

// Reports every utterance in whose own words one of `phrases` stands.
void forbid(const Practice& practice, const Pack& pack, Findings& findings, const Phrases& phrases,
            bool pack_may = true) {
  each_utterance(practice, [&](std::size_t i, const Utterance& one) {
    if (pack_may && is_given(practice, pack, one.text)) return;
    if (phrases.in(speech_of(without_quotes(one.text)))) findings.push_back({i, one.text});
  });
}

void no_praise(const Practice& practice, const Pack& pack, Findings& findings) {
  static const Phrases praise{"great",
                              "good|nice|fine|strong|clear job|answer|point|example|work|one|story",
                              "excellent",
                              "well done|put|said",
                              "impressive",
                              "amazing",
                              "perfect",
                              "awesome",
                              "fantastic",
                              "wonderful",
                              "i love|like|appreciate",
                              "love that|this|it|your",
                              "interesting",
                              "congratulations",
                              "bravo",
                              "brilliant",
                              "thanks|thank * sharing",
                              "helpful",
                              "that's good|great|fine|clear|useful",
                              "outstanding",
                              "proud",
                              "nicely"};
  forbid(practice, pack, findings, praise);
}

void no_judgement(const Practice& practice, const Pack& pack, Findings& findings) {
  static const Phrases judging{"bad",
                               "wrong",
                               "poor",
                               "weak",
                               "insufficient",
                               "incorrect",
                               "disappoint-",
                               "unfortunately",
                               "not enough",
                               "too short|long|vague|general",
                               "unclear",
                               "vague",
                               "shallow",
                               "mistaken",
                               "lacking",
                               "confusing",
                               "unconvincing",
                               "better answer|example",
                               "doesn't|didn't answer",
                               "you failed|forgot|missed"};
  forbid(practice, pack, findings, judging);
}

void one_question_mark(const Practice& practice, const Pack&, Findings& findings) {
  each_utterance(practice, [&](std::size_t i, const Utterance& one) {
    if (std::count(one.text.begin(), one.text.end(), '?') > 1 &&
        one.text.find(practice.topics[one.topic].question) == std::string::npos)
      findings.push_back({i, one.text});
  });
}

void follow_ups_ask(const Practice& practice, const Pack&, Findings& findings) {
  each_follow_up(practice, [&](std::size_t i, const Utterance& one) {
    if (!one.text.ends_with('?')) findings.push_back({i, one.text});
  });
}

void at_most_thirty_words(const Practice& practice, const Pack&, Findings& findings) {
  each_utterance(practice, [&](std::size_t i, const Utterance& one) {
    const bool question = one.text.find(practice.topics[one.topic].question) != std::string::npos;
    if (!question && speech_of(one.text).words.size() > 30) findings.push_back({i, one.text});
  });
}

void no_either_or(const Practice& practice, const Pack& pack, Findings& findings) {
  static const Phrases choice{"or", "either", "whether"};
  each_utterance(practice, [&](std::size_t i, const Utterance& one) {
    if (one.kind != UtteranceKind::Probe || is_given(practice, pack, one.text)) return;
    if (choice.in(speech_of(without_quotes(one.text)))) findings.push_back({i, one.text});
  });
}

void no_double_question(const Practice& practice, const Pack& pack, Findings& findings) {
  static const Phrases twice{"and what|how|why|who|when|which|where|did|do|was|were",
                             "but what|how|why|who|when|which|where", "also what|how|why"};
  forbid(practice, pack, findings, twice);
}

void no_leading_form(const Practice& practice, const Pack&, Findings& findings) {
  static const Phrases leading{
      "^ did|do|does|was|were|is|are|have|has|had|would|could|should you|it|that|they|the|"
      "there",
      "don't|didn't|isn't|wasn't|weren't|wouldn't|won't|aren't|couldn't you|it|that|"
      "they|there",
      "^ so you",
      "surely",
      "do you agree|think",
      "would you say|agree",
      "is it true",
      "right $",
      "correct $",
      "i|we assume|suppose|guess",
      "obviously",
      "by measuring|counting|asking|surveying|checking $"};
  each_follow_up(practice, [&](std::size_t i, const Utterance& one) {
    for (const ByteSpan span : speech_of(without_quotes(one.text)).sentences) {
      if (leading.in(speech_of(slice(without_quotes(one.text), span))))
        findings.push_back({i, one.text});
    }
  });
}

void asks_openly(const Practice& practice, const Pack& pack, Findings& findings) {
  static const Phrases open{"what|which|who|whom|whose|how|when|where|why"};
  each_follow_up(practice, [&](std::size_t i, const Utterance& one) {
    if (!is_given(practice, pack, one.text) && !open.in(speech_of(one.text)))
      findings.push_back({i, one.text});
  });
}

void no_private_topic(const Practice& practice, const Pack& pack, Findings& findings) {
  each_utterance(practice, [&](std::size_t i, const Utterance& one) {
    if (is_given(practice, pack, one.text)) return;
    for (const SpokenWord& word : speech_of(one.text).words) {
      if (is_private_word(word.text)) findings.push_back({i, one.text});
    }
  });
}

void no_unkind_word(const Practice& practice, const Pack& pack, Findings& findings) {
  each_utterance(practice, [&](std::size_t i, const Utterance& one) {
    if (is_given(practice, pack, one.text)) return;
    for (const SpokenWord& word : speech_of(without_quotes(one.text)).words) {
      if (is_unkind_word(word.text)) findings.push_back({i, one.text});
    }
  });
}

void no_rubric(const Practice& practice, const Pack& pack, Findings& findings) {
  each_utterance(practice, [&](std::size_t i, const Utterance& one) {
    if (is_given(practice, pack, one.text)) return;
    for (const Principle& principle : pack.principles) {
      for (const Indicator& indicator : principle.indicators) {
        if (shares_run(without_quotes(one.text), indicator.text, 5))
          findings.push_back({i, one.text});
      }
      for (const std::string& anchor : principle.anchors) {
        if (shares_run(without_quotes(one.text), anchor, 5)) findings.push_back({i, one.text});
      }
    }
  });
}

void no_principle_name(const Practice& practice, const Pack& pack, Findings& findings) {
  each_utterance(practice, [&](std::size_t i, const Utterance& one) {
    if (is_given(practice, pack, one.text)) return;
    for (const Principle& principle : pack.principles) {
      if (one.text.find(principle.name) != std::string::npos) findings.push_back({i, one.text});
    }
  });
}

void no_scores(const Practice& practice, const Pack& pack, Findings& findings) {
  static const Phrases scores{
      "rating|ratings|score|scores|grade|grades|verdict|rubric|indicator|indicators",
      "pass|passed|fail|failed|hire|hired|reject|rejected",
      "star method|format",
      "the bar",
      "out of five|ten",
      "points"};
  forbid(practice, pack, findings, scores);
}

void no_advice(const Practice& practice, const Pack& pack, Findings& findings) {
  static const Phrases advice{"you should",
                              "you could try",
                              "try to|and",
                              "make sure",
                              "i suggest|recommend|advise",
                              "it would be better",
                              "remember to",
                              "don't forget",
                              "next time you",
                              "a tip",
                              "consider adding|giving|mentioning"};
  forbid(practice, pack, findings, advice);
}

void no_sample_answer(const Practice& practice, const Pack& pack, Findings& findings) {
  static const Phrases samples{"for example|instance", "such as",       "e.g",
                               "like a|an|the|when",   "perhaps a|you", "maybe a|you"};
  forbid(practice, pack, findings, samples);
}

void no_opinion(const Practice& practice, const Pack& pack, Findings& findings) {
  static const Phrases opinion{"i think|feel|believe|agree|disagree|doubt|wonder|hope|like|love",
                               "in my opinion|view",
                               "i'm glad|happy|sorry|impressed|excited|surprised|afraid"};
  each_utterance(practice, [&](std::size_t i, const Utterance& one) {
    // Sympathy with a loss is none.
    if (is_given(practice, pack, one.text) || one.kind == UtteranceKind::Support) return;
    if (opinion.in(speech_of(without_quotes(one.text)))) findings.push_back({i, one.text});
  });
}

void no_agreement(const Practice& practice, const Pack& pack, Findings& findings) {
  static const Phrases agreement{
      "^ yes|yeah|right|exactly|absolutely|sure|certainly|indeed|ok|okay|great|wow|oh|"
      "ah|good|fine|understood",
      "^ i see|understand|get",
      "^ of course",
      "makes sense",
      "got it",
      "that's right|true"};
  forbid(practice, pack, findings, agreement);
}

void no_exclamation(const Practice& practice, const Pack&, Findings& findings) {
  each_utterance(practice, [&](std::size_t i, const Utterance& one) {
    if (one.kind != UtteranceKind::Question && one.kind != UtteranceKind::Repeat &&
        without_quotes(one.text).find('!') != std::string::npos)
      findings.push_back({i, one.text});
  });
}

void plain_text(const Practice& practice, const Pack&, Findings& findings) {
  each_utterance(practice, [&](std::size_t i, const Utterance& one) {
    if (one.kind == UtteranceKind::Question || one.kind == UtteranceKind::Repeat) return;
    const std::string own = without_quotes(one.text);
    const bool control = std::any_of(own.begin(), own.end(), [](char c) {
      return static_cast<unsigned char>(c) < 0x20 || c == '<' || c == '{' || c == '*' || c == '#' ||
             c == '_' || c == '`';
    });
    if (control) findings.push_back({i, one.text});
  });
}

void whole_sentences(const Practice& practice, const Pack&, Findings& findings) {
  each_utterance(practice, [&](std::size_t i, const Utterance& one) {
    if (one.kind == UtteranceKind::Question || one.kind == UtteranceKind::Repeat) return;
    const bool begins =
        !one.text.empty() && std::isupper(static_cast<unsigned char>(one.text[0])) != 0;
    const bool ends = one.text.ends_with('.') || one.text.ends_with('?') ||
                      (!one.text.empty() && static_cast<unsigned char>(one.text.back()) >= 0x80);
    if (!begins || !ends || one.text.find("  ") != std::string::npos)
      findings.push_back({i, one.text});
  });
}

void no_why_blame(const Practice& practice, const Pack& pack, Findings& findings) {
  static const Phrases blame{"why didn't|did|don't|weren't|wasn't not~ you", "why * not",
                             "how could you", "what were you thinking"};
  forbid(practice, pack, findings, blame);
}

void no_assumed_fault(const Practice& practice, const Pack& pack, Findings& findings) {
  static const Phrases fault{"your mistake|fault|failure|error|weakness", "you were wrong",
                             "you ignored|forgot"};
  forbid(practice, pack, findings, fault);
}

void no_promise(const Practice& practice, const Pack& pack, Findings& findings) {
  static const Phrases promise{"promise|guarantee", "you will|'ll get|hear|be",
                               "you'll get|hear|be", "we will hire|offer", "salary|offer|contract"};
  forbid(practice, pack, findings, promise);
}

void no_pressure(const Practice& practice, const Pack& pack, Findings& findings) {
  static const Phrases pressure{"hurry",           "quickly please",    "come on",
                                "last chance",     "you must|have to",  "be honest",
                                "time is running", "for the last time", "answer the|my question"};
  each_utterance(practice, [&](std::size_t i, const Utterance& one) {
    if (is_given(practice, pack, one.text) || one.kind == UtteranceKind::Wait) return;
    if (pressure.in(speech_of(without_quotes(one.text)))) findings.push_back({i, one.text});
  });
}

// Frames that make nonsense of most nouns: "What happened to the stairs?"
void no_stock_frame(const Practice& practice, const Pack& pack, Findings& findings) {
  static const Phrases frames{"happened to|with the|my|your",
                              "who used|uses the",
                              "who else * to do with",
                              "mean for the",
                              "do about the",
                              "became of the * staff|people|team|crew"};
  each_follow_up(practice, [&](std::size_t i, const Utterance& one) {
    if (is_given(practice, pack, one.text)) return;
    if (frames.in(speech_of(without_quotes(one.text)))) findings.push_back({i, one.text});
  });
}

constexpr std::array<ConductRule, 26> rules = {{
    {"no-stock-frame", "no noun is put into a frame that fits few of them",
     "\"what happened to the stairs?\"", Strictness::Hard, no_stock_frame},
    {"no-praise", "no utterance praises", "praise steers, and tells where the bar is",
     Strictness::Hard, no_praise},
    {"no-judgement", "no utterance judges", "a verdict on the way closes people up",
     Strictness::Hard, no_judgement},
    {"one-question-mark", "at most one question mark in an utterance",
     "two questions get half an answer each", Strictness::Hard, one_question_mark},
    {"follow-ups-ask", "a probe or hint ends with its question",
     "a remark leaves open what is wanted", Strictness::Hard, follow_ups_ask},
    {"at-most-thirty-words", "no utterance beside a question has more than 30 words",
     "the time is the candidate's", Strictness::Hard, at_most_thirty_words},
    {"no-either-or", "no probe offers a choice of answers", "the answer is in the question",
     Strictness::Hard, no_either_or},
    {"no-double-question", "no utterance asks two things", "the easier one gets answered",
     Strictness::Hard, no_double_question},
    {"no-leading-form", "no follow-up can be answered by a nod", "it puts words into a mouth",
     Strictness::Hard, no_leading_form},
    {"asks-openly", "a follow-up asks what, which, who, how, when, where",
     "open questions bring accounts", Strictness::Hard, asks_openly},
    {"no-private-topic", "health, age, family, faith, origin, union and the like are not touched",
     "it is unlawful, and none of an interviewer's business", Strictness::Hard, no_private_topic},
    {"no-unkind-word", "no harsh or judging word beside a quotation", "an interview is no trial",
     Strictness::Hard, no_unkind_word},
    {"no-rubric", "no five words of an indicator or anchor in a row",
     "the answer would be given away", Strictness::Hard, no_rubric},
    {"no-principle-name", "no principle is named", "it tells what to say", Strictness::Hard,
     no_principle_name},
    {"no-scores", "no rating, score or pass is mentioned", "feedback comes afterwards",
     Strictness::Hard, no_scores},
    {"no-advice", "no advice is given", "it is an interview, not a lesson", Strictness::Hard,
     no_advice},
    {"no-sample-answer", "no example of an answer is given", "it would come back as the answer",
     Strictness::Hard, no_sample_answer},
    {"no-opinion", "the interviewer has no opinion", "people follow it", Strictness::Hard,
     no_opinion},
    {"no-agreement", "no utterance opens with agreement", "agreement is praise", Strictness::Hard,
     no_agreement},
    {"no-exclamation", "no exclamation mark", "calm", Strictness::Hard, no_exclamation},
    {"plain-text", "no markup and no control characters", "it is said, not printed",
     Strictness::Hard, plain_text},
    {"whole-sentences", "capital first, full stop or question mark last, single spaces",
     "it is read aloud", Strictness::Hard, whole_sentences},
    {"no-why-blame", "no \"why didn't you\"", "it accuses", Strictness::Hard, no_why_blame},
    {"no-assumed-fault", "no fault is laid at the candidate's door",
     "it supposes what was not told", Strictness::Hard, no_assumed_fault},
    {"no-promise", "nothing is promised", "nothing was decided", Strictness::Hard, no_promise},
    {"no-pressure", "nobody is hurried", "thinking takes time", Strictness::Hard, no_pressure},
}};

}  // namespace

std::span<const ConductRule> word_rules() { return rules; }

}  // namespace barometer
