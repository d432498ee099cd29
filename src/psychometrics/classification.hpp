// Classification: how well scores and calls tell cases apart.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace barometer {

struct ScoredCase {
  double score = 0.0;
  bool positive = false;
  int stratum = 0;  // of auc_within_strata alone
};

// Area under the receiver operating characteristic: the chance that a positive case scores above a
// negative one, ties counting half (Mann & Whitney 1947; Hanley & McNeil 1982). In [0, 1]; none
// where one of the classes is missing.
std::optional<double> auc(std::span<const ScoredCase> cases);

// The same over pairs of one stratum only, each pair counting alike (van Elteren 1960 with equal
// weights): what is left when the strata, such as lengths, cannot tell the classes apart.
std::optional<double> auc_within_strata(std::span<const ScoredCase> cases);

// Mean over the classes of `truth` of the share that was called so (Brodersen et al. 2010). None
// for fewer than two classes. Precondition: both of one length.
std::optional<double> balanced_accuracy(std::span<const int> truth, std::span<const int> called);

// Mean over the classes that occur in either of F1 = 2 hits / (cases + calls) (Opitz & Burst 2019,
// averaged F1). None when empty. Precondition: both of one length.
std::optional<double> macro_f1(std::span<const int> truth, std::span<const int> called);

// Share of the cases whose right answer stands among the first `k`; ranks count from 0.
std::optional<double> top_k(std::span<const std::size_t> ranks, std::size_t k);

}  // namespace barometer
