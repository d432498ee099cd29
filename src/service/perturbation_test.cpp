#include "service/perturbation.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "core/utf8.hpp"
#include "service/perturbation_words.hpp"
#include "text/segment.hpp"

namespace barometer {
namespace {

const std::string answer =
    "He's my manager, Peter, and her report came late. So I counted the pumps myself, twice, and "
    "I told Anna's team in Germany about the leak before the shift.";

std::string changed(Perturbation kind, const std::string& text, std::uint64_t seed = 1) {
  std::mt19937_64 random(seed);
  const auto answers = perturbed(kind, text, random);
  return answers ? answers->after : "";
}

ByteSpan span_of(const std::string& text, const std::string& words) {
  const auto begin = text.find(words);
  return {begin, begin + words.size()};
}

TEST(Perturbed, LeavesTheAnswerWholeInsidePaddingAndInstructions) {
  for (const Perturbation kind : {Perturbation::Padding, Perturbation::Introduction,
                                  Perturbation::Instruction, Perturbation::Duplication}) {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      const std::string text = changed(kind, answer, seed);
      EXPECT_NE(text.find(answer), std::string::npos);
      EXPECT_GT(text.size(), answer.size());
    }
  }
  EXPECT_EQ(changed(Perturbation::Duplication, "I left."), "I left. I left.");
}

TEST(Perturbed, TakesPunctuationAndCaseAway) {
  EXPECT_EQ(changed(Perturbation::NoPunctuation, "So, I didn't. Décidé: NO!"),
            "so i didn't décidé no");
  EXPECT_EQ(changed(Perturbation::NoPunctuation, "so i left"), "") << "nothing to change";
}

TEST(Perturbed, SwapsNamesPronounsAndNations) {
  EXPECT_EQ(changed(Perturbation::Names, "He said Peter and his wife thanked her for her help."),
            "She said Priya and her husband thanked him for his help.");
  EXPECT_EQ(changed(Perturbation::Names, "She's German. I told Anna's team."),
            "He's Nigerian. I told Rajesh's team.");
  EXPECT_EQ(changed(Perturbation::Names, "I counted the pumps."), "");
  EXPECT_EQ(changed(Perturbation::Names, "I asked her. Then we left."),
            "I asked him. Then we left.")
      << "a new sentence is not what is hers";
}

TEST(Perturbed, SwapsBackWhatItSwapped) {
  const std::string text = "Karen met her brother and himself; Vikram is Canadian, from Kenya.";
  EXPECT_EQ(changed(Perturbation::Names, changed(Perturbation::Names, text)), text);
}

TEST(Perturbed, ComparesOneIntroductionWithItsOpposite) {
  std::set<std::string> seen;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    std::mt19937_64 random(seed);
    const auto answers = perturbed(Perturbation::Introduction, "I left.", random);
    ASSERT_TRUE(answers && answers->before);
    EXPECT_EQ(changed(Perturbation::Names, *answers->before), answers->after);
    seen.insert(answers->after);
  }
  EXPECT_GT(seen.size(), 10U);
  std::mt19937_64 random(1);
  EXPECT_FALSE(perturbed(Perturbation::Padding, "I left.", random)->before);
}

TEST(Perturbed, MisspellsOnlyLongerWords) {
  std::set<std::string> seen;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const std::string text = changed(Perturbation::Misspelling, "I counted a pump, no 12345", seed);
    if (text.empty()) continue;
    EXPECT_EQ(text.find("I c"), 0U);
    EXPECT_NE(text.find("d a pump, no 12345"), std::string::npos);
    seen.insert(text);
  }
  EXPECT_GT(seen.size(), 5U);
}

TEST(Perturbed, GivesNothingForAnAnswerWithoutWords) {
  for (const PerturbationRow& row : perturbations) {
    EXPECT_EQ(changed(row.kind, ""), "");
    EXPECT_EQ(changed(row.kind, " ... !"), "");
  }
}

TEST(Perturbed, IsTheSameForTheSameNumbersAndStaysUtf8) {
  const std::string text = answer + " Ça a marché, 漢字 🙂 naïvely überall.";
  for (const PerturbationRow& row : perturbations) {
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
      const std::string once = changed(row.kind, text, seed);
      EXPECT_EQ(once, changed(row.kind, text, seed));
      EXPECT_FALSE(utf8::first_invalid(once));
    }
  }
}

TEST(Misheard, ChangesAsManyWordsAsItSays) {
  std::string text;
  for (int i = 0; i < 4000; ++i) text += "pump ";
  std::mt19937_64 random(3);
  const std::string heard = misheard(text, 0.2, random);
  // A third of the errors drops a word, a third adds one, a third changes one.
  std::size_t pumps = 0;
  for (const ByteSpan& word : words(heard)) pumps += slice(heard, word) == "pump" ? 1U : 0U;
  const std::size_t all = count_words(heard);
  EXPECT_NEAR(static_cast<double>(all), 4000.0, 80.0);
  EXPECT_NEAR(static_cast<double>(all - pumps), 4000.0 * 0.2 / 3.0, 60.0);
}

TEST(Misheard, PutsALikeWordInTheOthersPlace) {
  std::set<std::string> heard;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    std::mt19937_64 random(seed);
    heard.insert(misheard("than", 1.0, random));
  }
  EXPECT_EQ(heard, (std::set<std::string>{"", "than than", "that"}));
}

TEST(Misheard, LeavesEverythingAtRateZero) {
  std::mt19937_64 random(1);
  EXPECT_EQ(misheard(answer, 0.0, random), answer);
}

TEST(Without, DeletesOverlappingSpansOnce) {
  const std::vector<ByteSpan> spans = {span_of(answer, "counted the pumps"),
                                       span_of(answer, "pumps myself")};
  EXPECT_NE(without(answer, spans).find("So I , twice"), std::string::npos);
  EXPECT_EQ(without(answer, {}), answer);
}

TEST(SpansElsewhere, TakeAsManyWordsAndTouchNothingCited) {
  const std::vector<ByteSpan> cited = {span_of(answer, "counted the pumps myself"),
                                       span_of(answer, "the leak")};
  std::set<std::size_t> starts;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    std::mt19937_64 random(seed);
    const auto found = spans_elsewhere(answer, cited, random);
    ASSERT_TRUE(found);
    ASSERT_EQ(found->size(), 2U);
    EXPECT_EQ(count_words(slice(answer, (*found)[0])), 4U);
    EXPECT_EQ(count_words(slice(answer, (*found)[1])), 2U);
    std::vector<ByteSpan> all = *found;
    all.insert(all.end(), cited.begin(), cited.end());
    std::sort(all.begin(), all.end());
    for (std::size_t i = 1; i < all.size(); ++i) EXPECT_LE(all[i - 1].end, all[i].begin);
    starts.insert((*found)[0].begin);
  }
  EXPECT_GT(starts.size(), 5U);
}

TEST(SpansElsewhere, SaysWhereThereIsNoRoom) {
  std::mt19937_64 random(1);
  const std::string text = "I counted them all";
  EXPECT_FALSE(spans_elsewhere(text, std::vector{span_of(text, "counted them all")}, random));
  EXPECT_TRUE(spans_elsewhere(text, std::vector{span_of(text, "all")}, random));
}

TEST(WordLists, AreRingsWithoutDuplicates) {
  for (const auto list : {first_names(), nationalities(), countries(), common_words()}) {
    const std::set<std::string_view> unique(list.begin(), list.end());
    EXPECT_EQ(unique.size(), list.size());
  }
  for (const auto ring : {first_names(), nationalities(), countries()})
    EXPECT_EQ(ring.size() % 2, 0U) << "half a turn twice must lead back";
}

}  // namespace
}  // namespace barometer
