#include "service/evaluate.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "service/evaluation_figures.hpp"
#include "support/pack.hpp"

namespace barometer {
namespace {

const std::string filler =
    " It was a wet morning at the depot and three lorries waited at the gate with frozen goods.";

class Evaluate : public testing::Test {
 protected:
  Evaluate() {
    auto made = make_cue_reader(pack, {{"took over the list", {"ownership.for"}},
                                       {"not my job", {"ownership.against"}},
                                       {"counted the pumps", {"dive-deep.for"}}});
    EXPECT_TRUE(made);
    reader = *std::move(made);
  }

  static LabelledExchange labelled(const std::string& group, const std::string& answer,
                                   std::vector<Verdict> verdicts) {
    LabelledExchange one;
    one.exchange.id = "e" + std::to_string(++count);
    one.exchange.question = "What happened then?";
    one.exchange.answer = answer;
    one.group = group;
    for (const Verdict verdict : verdicts)
      one.ratings.push_back({verdict, PrincipleId{"ownership"}, std::nullopt, ""});
    return one;
  }

  EvaluationReport evaluated(const std::vector<LabelledExchange>& exchanges,
                             Robustness robustness = Robustness::Skip) {
    EvaluateOptions options;
    options.robustness = robustness;
    options.draws = 200;
    auto report = evaluate("made.jsonl", exchanges, pack, *reader, options);
    EXPECT_TRUE(report) << report.error().message;
    return *std::move(report);
  }

  // What the reader, a finder of three phrases, gets right, and one that it gets wrong.
  static std::vector<LabelledExchange> mostly_right() {
    return {labelled("p1", "I took over the list." + filler, {Verdict::Strong, Verdict::Strong}),
            labelled("p1", "That was not my job." + filler, {Verdict::Weak, Verdict::Weak}),
            labelled("p2", "I took over the list from her." + filler,
                     {Verdict::Strong, Verdict::Mixed}),
            labelled("p2", "Well, not my job, but I took over the list." + filler,
                     {Verdict::Mixed, Verdict::Mixed}),
            labelled("p3", "So not my job really." + filler, {Verdict::Weak, Verdict::Strong}),
            labelled("p4", "Nothing of note." + filler,
                     {Verdict::Insufficient, Verdict::Insufficient})};
  }

  static const Figure* find(const PartEvaluation& part, const std::string& id) {
    for (const FigureSection& section : part.sections)
      for (const Figure& figure : section.figures)
        if (figure.id == id) return &figure;
    return nullptr;
  }

  static double value(const PartEvaluation& part, const std::string& id) {
    const Figure* figure = find(part, id);
    if (figure == nullptr || !figure->value) {
      ADD_FAILURE() << id << " is missing";
      return -9.0;
    }
    return *figure->value;
  }

  static inline int count = 0;
  Pack pack = test::small_pack();
  std::unique_ptr<Reader> reader;
};

TEST_F(Evaluate, CountsByHand) {
  const auto report = evaluated(mostly_right());
  ASSERT_EQ(report.parts.size(), 1U);
  const PartEvaluation& all = report.parts[0];
  EXPECT_EQ(all.n, 6U);
  EXPECT_EQ(all.groups, 4U);
  // Means 3, 1, 2.5, 2, 2, 0: the third counts as strong.
  EXPECT_EQ(all.verdicts, (std::vector<std::size_t>{1, 1, 2, 2}));
  // Scores 1, -1, 1, 0, -1, 0. Strong: both above all of the rest.
  EXPECT_DOUBLE_EQ(value(all, "auc_strong"), 1.0);
  // Mixed or better 1, 1, 0, -1 against -1, 0: 2 + 2 + 1.5 + .5 of 8.
  EXPECT_DOUBLE_EQ(value(all, "auc_mixed_or_better"), 6.0 / 8.0);
  EXPECT_DOUBLE_EQ(value(all, "balanced_accuracy_strong"), 1.0);
  // Truth 3 1 3 2 2 0, called 3 1 3 2 1 0: F1 1, 2/3, 2/3, 1.
  EXPECT_NEAR(value(all, "macro_f1"), (1.0 + 2.0 / 3.0 + 2.0 / 3.0 + 1.0) / 4.0, 1e-12);
  EXPECT_EQ(find(all, "auc_strong")->n, 6U);
  EXPECT_EQ(find(all, "auc_strong")->groups, 4U);
  EXPECT_DOUBLE_EQ(value(all, "judged_share"), 5.0 / 6.0);
}

TEST_F(Evaluate, FindsThePrincipleWithoutBeingTold) {
  auto exchanges = mostly_right();
  // The cue of another principle is all that the reader hears here.
  exchanges.push_back(labelled("p5", "I counted the pumps." + filler, {Verdict::Strong}));
  const auto report = evaluated(exchanges);
  // Right for the five with a cue of ownership; without any cue the pack's order decides (right).
  EXPECT_DOUBLE_EQ(value(report.parts[0], "principle_top_1"), 6.0 / 7.0);
  EXPECT_DOUBLE_EQ(value(report.parts[0], "principle_top_3"), 1.0);
  EXPECT_DOUBLE_EQ(value(report.parts[0], "principle_between_raters"), 1.0);
  EXPECT_EQ(find(report.parts[0], "principle_between_raters")->n, 6U);
}

TEST_F(Evaluate, SaysWhereRatersWereToldThePrinciple) {
  auto exchanges = mostly_right();
  for (auto& one : exchanges) one.exchange.principle = PrincipleId{"ownership"};
  EXPECT_EQ(find(evaluated(exchanges).parts[0], "principle_between_raters"), nullptr);
}

TEST_F(Evaluate, HoldsSpansAgainstEachRater) {
  auto exchanges = mostly_right();
  const std::string& answer = exchanges[0].exchange.answer;
  const auto mark = [&answer](const std::string& words) {
    const auto begin = answer.find(words);
    return MarkedSpan{{begin, begin + words.size()}, Polarity::Supports};
  };
  exchanges[0].ratings[0].spans = {mark("I took over the list.")};
  exchanges[0].ratings[1].spans = {mark("frozen goods"), mark("over the list")};
  const auto report = evaluated(exchanges);
  const PartEvaluation& all = report.parts[0];
  EXPECT_DOUBLE_EQ(value(all, "span_recall"), 2.0 / 3.0);
  EXPECT_DOUBLE_EQ(value(all, "span_precision"), 1.0);
  EXPECT_DOUBLE_EQ(value(all, "span_recall_rater_1"), 1.0);
  EXPECT_DOUBLE_EQ(value(all, "span_recall_rater_2"), 0.5);
  // One of one, and one of two.
  EXPECT_DOUBLE_EQ(value(all, "span_between_raters"), 2.0 / 3.0);
  EXPECT_EQ(find(all, "span_recall")->n, 1U);
  exchanges[0].ratings[1].principle = PrincipleId{"dive-deep"};
  EXPECT_DOUBLE_EQ(value(evaluated(exchanges).parts[0], "span_recall"), 1.0)
      << "a rater who looked under another principle marked other things";
}

TEST_F(Evaluate, HoldsProbesAgainstAnyAndEachRater) {
  auto exchanges = mostly_right();
  Exchange asked = exchanges[0].exchange;
  asked.principle = PrincipleId{"ownership"};
  const auto readings = reader->read(std::vector{asked});
  ASSERT_TRUE(readings);
  const std::string kind = (*readings)[0].probe.kind;
  exchanges[0].ratings[0].probe = "with-less";
  exchanges[0].ratings[1].probe = kind;
  exchanges[1].ratings[0].probe = "with-less";
  const auto report = evaluated(exchanges);
  EXPECT_DOUBLE_EQ(value(report.parts[0], "probe_as_any_rater"), 0.5);
  EXPECT_DOUBLE_EQ(value(report.parts[0], "probe_as_each_rater"), 0.25);
  EXPECT_DOUBLE_EQ(value(report.parts[0], "probe_between_raters"), 0.0);
  EXPECT_EQ(find(report.parts[0], "probe_as_any_rater")->n, 2U);
}

TEST_F(Evaluate, ShowsThePartsAfterTheWhole) {
  auto exchanges = mostly_right();
  for (std::size_t i = 0; i < exchanges.size(); ++i) exchanges[i].part = i < 4 ? "typed" : "spoken";
  const auto report = evaluated(exchanges);
  ASSERT_EQ(report.parts.size(), 3U);
  EXPECT_EQ(report.parts[0].name, "all");
  EXPECT_EQ(report.parts[1].name, "typed");
  EXPECT_EQ(report.parts[1].n, 4U);
  EXPECT_EQ(report.parts[1].groups, 2U);
  EXPECT_EQ(report.parts[2].n, 2U);
  EXPECT_EQ(find(report.parts[2], "auc_strong")->value, std::nullopt) << "nothing strong in it";
}

TEST_F(Evaluate, IsTheSameTwice) {
  const auto exchanges = mostly_right();
  const auto once = evaluated(exchanges, Robustness::Measure);
  const auto again = evaluated(exchanges, Robustness::Measure);
  for (std::size_t i = 0; i < once.parts[0].sections.size(); ++i) {
    const auto& figures = once.parts[0].sections[i].figures;
    for (std::size_t j = 0; j < figures.size(); ++j) {
      EXPECT_EQ(figures[j].value, again.parts[0].sections[i].figures[j].value);
      EXPECT_EQ(figures[j].interval, again.parts[0].sections[i].figures[j].interval);
    }
  }
  ASSERT_EQ(once.robustness.size(), again.robustness.size());
  for (std::size_t i = 0; i < once.robustness.size(); ++i)
    EXPECT_EQ(once.robustness[i].mean_change.value, again.robustness[i].mean_change.value);
}

TEST_F(Evaluate, SeesThatTheCueReaderIsFaithfulAndRobust) {
  const auto report = evaluated(mostly_right(), Robustness::Measure);
  const auto of = [&report](const std::string& id) -> const RobustnessEvaluation& {
    for (const RobustnessEvaluation& one : report.robustness)
      if (one.id == id) return one;
    ADD_FAILURE() << id << " is missing";
    return report.robustness.front();
  };
  EXPECT_EQ(of("padding").unchanged.value, 1.0);
  EXPECT_EQ(of("padding").absolute_change.value, 0.0);
  EXPECT_EQ(of("padding").unchanged.n, 6U);
  EXPECT_EQ(of("instruction").raised.value, 0.0);
  EXPECT_EQ(of("names").unchanged.n, 1U) << "only one answer has a pronoun";
  ASSERT_TRUE(report.faithfulness);
  // Five have quotes; without them nothing is left to judge by. The fourth scored 0 before, too.
  EXPECT_EQ(report.faithfulness->cited.n, 5U);
  EXPECT_DOUBLE_EQ(*report.faithfulness->cited.value, 4.0 / 5.0);
  EXPECT_DOUBLE_EQ(*report.faithfulness->random.value, 0.0);
  EXPECT_DOUBLE_EQ(*report.faithfulness->share.value, 4.0 / 5.0);
}

TEST_F(Evaluate, TellsHowFarItIs) {
  double last = 0.0;
  EvaluateOptions options;
  options.robustness = Robustness::Measure;
  options.draws = 20;
  options.progress = [&last](double share, std::string_view detail) {
    EXPECT_GE(share, last);
    EXPECT_FALSE(detail.empty());
    last = share;
  };
  ASSERT_TRUE(evaluate("made.jsonl", mostly_right(), pack, *reader, options));
  EXPECT_NEAR(last, 1.0, 1e-9);
}

TEST_F(Evaluate, RefusesNothing) {
  const auto report = evaluate("empty.jsonl", {}, pack, *reader);
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::InvalidInput);
}

TEST_F(Evaluate, PassesOnWhatTheReaderRefuses) {
  auto exchanges = mostly_right();
  exchanges[0].exchange.principle = PrincipleId{"unknown"};
  EXPECT_FALSE(evaluate("made.jsonl", exchanges, pack, *reader));
}

TEST(PrincipleOf, TakesTheLinesThenTheMostNamed) {
  LabelledExchange one;
  const auto rated = [](std::optional<PrincipleId> principle) {
    return HumanRating{Verdict::Weak, std::move(principle), std::nullopt, ""};
  };
  one.ratings = {rated(std::nullopt)};
  EXPECT_EQ(principle_of(one), std::nullopt);
  one.ratings = {rated(PrincipleId{"b"}), rated(PrincipleId{"a"})};
  EXPECT_EQ(principle_of(one), PrincipleId{"b"}) << "the first where they differ";
  one.ratings.push_back(rated(PrincipleId{"a"}));
  EXPECT_EQ(principle_of(one), PrincipleId{"a"});
  one.exchange.principle = PrincipleId{"c"};
  EXPECT_EQ(principle_of(one), PrincipleId{"c"});
}

TEST(EvaluatePart, KeepsLengthOutWhereItIsAskedTo) {
  // Long answers are rated better; within a length the score tells nothing.
  std::vector<EvaluatedExchange> exchanges;
  for (std::size_t i = 0; i < 100; ++i) {
    EvaluatedExchange one;
    one.group = i;
    one.words = 10 + 10 * (i / 20);
    const bool better = i % 20 < 4 * (i / 20) + 2;
    one.human = better ? 2.0 : 1.0;
    one.ratings = {one.human};
    one.better_share = better ? 1.0 : 0.0;
    one.verdict = better ? 2 : 1;
    one.score = static_cast<double>(one.words);
    one.probability = 0.5;
    exchanges.push_back(one);
  }
  BootstrapOptions options;
  options.draws = 50;
  const PartEvaluation part = evaluate_part("all", exchanges, options);
  double within = 0.0;
  double overall = 0.0;
  for (const FigureSection& section : part.sections) {
    for (const Figure& figure : section.figures) {
      if (figure.id == "auc_within_length") within = figure.value.value_or(0.0);
      if (figure.id == "auc_mixed_or_better") overall = figure.value.value_or(0.0);
    }
  }
  EXPECT_GT(overall, 0.75);
  EXPECT_DOUBLE_EQ(within, 0.5);
}

}  // namespace
}  // namespace barometer
