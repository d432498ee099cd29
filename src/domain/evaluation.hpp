// Evaluation: labelled exchanges, and what comes out when a reader is held against them. Plain
// data.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/byte_span.hpp"
#include "domain/pack.hpp"
#include "domain/reading.hpp"
#include "domain/statistic.hpp"

namespace barometer {

// Words that somebody marked as speaking for or against a principle.
struct MarkedSpan {
  ByteSpan span;  // of Exchange::answer, never empty
  Polarity polarity = Polarity::Supports;
};

// What one rater said about one exchange.
struct HumanRating {
  Verdict verdict = Verdict::Insufficient;
  std::optional<PrincipleId> principle;          // the one that the verdict and the spans are about
  std::optional<std::vector<MarkedSpan>> spans;  // none: nobody looked for any
  std::string probe;                             // kind of the best next probe; empty: not rated
};

struct LabelledExchange {
  Exchange exchange;
  std::string group;  // person, speaker or family: what bootstrap draws as a whole; never empty
  std::string part;   // such as "typed"; empty: none was named
  std::vector<HumanRating> ratings;  // never empty; a rater should have the same place throughout
};

// One number with its doubt.
struct Figure {
  std::string id;  // stable, lower_snake_case
  std::string label;
  std::optional<double> value;       // none where the material cannot say, such as one class only
  std::optional<Interval> interval;  // 95 %; none for too few groups
  std::size_t n = 0;                 // exchanges that it rests on
  std::size_t groups = 0;            // groups that these come from
};

// Figures that belong together.
struct FigureSection {
  std::string id;
  std::string title;
  std::vector<Figure> figures;
};

struct PartEvaluation {
  std::string name;  // "all" for everything together
  std::size_t n = 0;
  std::size_t groups = 0;
  // Exchanges by the raters' mean verdict, rounded: insufficient, weak, mixed, strong.
  std::vector<std::size_t> verdicts;
  std::vector<FigureSection> sections;
  std::vector<ReliabilityPoint> reliability;  // of `probability`, by bins of equal mass
  std::vector<CoveragePoint> coverage;        // at tenths of the coverage, descending
};

// What a change that should not matter does to the readings.
struct RobustnessEvaluation {
  std::string id;
  std::string label;
  Figure unchanged;        // share of the verdicts that stay
  Figure raised;           // share of the verdicts that go up
  Figure mean_change;      // of the score, new less old
  Figure absolute_change;  // mean of its size
};

// Whether the quotes carry the score: how far it moves when words are deleted.
struct FaithfulnessEvaluation {
  Figure cited;       // mean size of the move, without the quoted spans
  Figure random;      // without as many words elsewhere
  Figure difference;  // cited less random, exchange by exchange
  Figure share;       // of the exchanges where the quotes move it more
};

struct EvaluationReport {
  std::string name;  // of the file, without its folder
  std::string pack_id;
  std::string pack_version;
  std::string reader_version;
  std::uint64_t seed = 1;
  std::size_t draws = 0;                               // of the bootstrap
  std::vector<PartEvaluation> parts;                   // "all" first; alone where no part was named
  std::vector<RobustnessEvaluation> robustness;        // empty unless asked for
  std::optional<FaithfulnessEvaluation> faithfulness;  // likewise
};

}  // namespace barometer
