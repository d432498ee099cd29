// Stories: the story bank of a candidate. Pure functions over what is kept.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "domain/kept.hpp"
#include "domain/pack.hpp"
#include "reader/reader.hpp"

namespace barometer {

struct StoryWithTellings {
  Story story;
  std::vector<std::string> tellings;  // in order
};

// Markdown that people can read and edit, and that stories_from_markdown() takes: one heading for
// each story and each part. Blank lines around a part and line breaks in titles are not kept.
std::string stories_markdown(const std::vector<StoryWithTellings>& stories);

// InvalidInput names the line.
Result<std::vector<StoryWithTellings>> stories_from_markdown(std::string_view text);

// The parts in STAR order, each a paragraph: what a reader reads.
std::string account_of(const Story& story);

// What `reader` finds in the story, for every principle of `pack`; for those that the story is
// meant for, what it finds when it is told so. An empty story gives Insufficient.
Result<std::vector<Strength>> strengths_of(const Story& story, const Pack& pack,
                                           const Reader& reader);

// A telling beside the one before it.
struct Retelling {
  std::int64_t words = 0;
  std::vector<std::string> numbers;  // figures that are new in this one
  std::vector<std::string> gone;     // figures of the one before that this one lacks
  std::optional<double> kept;        // share of the content words of the one before; in [0, 1]
};
Retelling compare_tellings(const std::optional<std::string>& before, std::string_view telling);

// A story that is meant for more principles than this is told too often in one loop.
inline constexpr std::size_t most_principles_of_a_story = 3;

struct MatrixCell {
  PrincipleId principle;
  bool meant = false;
  PrincipleVerdict verdict = PrincipleVerdict::NotAssessed;
  std::int64_t supports = 0;
  std::int64_t contradicts = 0;
};

struct MatrixStory {
  Story story;
  bool over_used = false;
  std::vector<MatrixCell> cells;  // by the pack's order; those that are meant or speak to it
};

struct MatrixPrinciple {
  PrincipleId principle;
  std::int64_t stories = 0;  // that are meant for it
  std::string gap;           // what is missing, in words; empty where nothing is
};

struct StoryMatrix {
  std::vector<MatrixPrinciple> principles;  // all of the pack, in its order
  std::vector<MatrixStory> stories;         // in the order given
};

StoryMatrix story_matrix(const Pack& pack, const std::vector<Story>& stories,
                         const std::vector<Strength>& strengths);

// One page of paper (A4 or Letter) to read just before the call: each story in a few lines, and
// which principles they serve. What does not fit is cut with an ellipsis, never to a second page.
std::string story_sheet_html(const Pack& pack, const StoryMatrix& matrix);

}  // namespace barometer
