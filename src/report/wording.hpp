// Wording: how the values of a report are said to people, the same in every format. Text taken from
// the interview or the pack is passed through as it is; the format makes it harmless.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/interview.hpp"
#include "domain/pack.hpp"

namespace barometer::report {

// Lower case: "strong", "insufficient evidence", "not assessed".
std::string_view words(PrincipleVerdict verdict);
std::string_view words(Verdict verdict);
// "for" or "against".
std::string_view words(Polarity polarity);
// "did it", "would do it together", "says so": mode and whose act it was.
std::string words(Mode mode, Agency agency);
// A sentence on why an answer was not judged. Precondition: not Abstention::None.
std::string_view sentence(Abstention abstention);
// "Speaker labels" for label_coverage.
std::string title(const GateCheck& check);

// "4:12", from an hour on "1:04:12".
std::string clock(std::int64_t milliseconds);
// "31 minutes"; below two minutes "95 seconds".
std::string duration(std::int64_t milliseconds);
// "87 %", with a space that does not break.
std::string percent(double share);
// "+0.42", "−0.10", "0.00".
std::string signed_score(double score);
// "1 quote", "3 quotes".
std::string counted(std::size_t number, std::string_view noun);
// The first letter in upper case, if it is one of a to z.
std::string with_capital(std::string_view text);
// "a, b and c".
std::string listed(const std::vector<std::string>& items);
// "a · b · c": for names of principles, which hold commas and "and" of their own.
std::string dotted(const std::vector<std::string>& items);

std::string name_of(const Pack& pack, const PrincipleId& principle);  // its id if not in the pack
std::string text_of(const Pack& pack, const IndicatorId& indicator);  // likewise

}  // namespace barometer::report
