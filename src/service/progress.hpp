// Progress: what practice has shown so far, per principle, and the plan up to the interview. Pure.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/kept.hpp"
#include "domain/pack.hpp"

namespace barometer {

struct ProgressPoint {
  InterviewId interview;
  std::int64_t created_ms = 0;
  Outcome outcome;
};

struct PrincipleProgress {
  PrincipleId principle;
  std::vector<ProgressPoint> points;  // oldest first, by sequence
  PrincipleVerdict latest = PrincipleVerdict::NotAssessed;
  std::optional<double> median;  // of the scores that there are; in [-1, 1]
  std::optional<double> lowest;
  std::optional<double> highest;
};

// One entry for each principle of `pack`, in its order. `outcomes` are oldest first.
std::vector<PrincipleProgress> progress_of(const Pack& pack, const std::vector<Outcome>& outcomes,
                                           const std::vector<KeptInterview>& interviews);

// Those that need practice most first: never practised, then the weakest, then the one that was
// longest ago; the pack's order decides what is left.
std::vector<PrincipleId> by_need(const std::vector<PrincipleProgress>& progress);

using Date = std::chrono::year_month_day;

// "2027-03-01"; nothing for what is no date.
std::optional<Date> date_from(std::string_view text);
std::string to_string(const Date& date);
// In UTC.
Date date_of(std::int64_t ms);

struct PlannedSession {
  Date date;
  std::vector<PrincipleId> principles;
  bool done = false;
};

// Sessions from the day on which the date was set up to the day before the interview. The last one
// is the day before, the others lie 2, 4, 7, 12, 19, 30, 45 and 60 days before: the nearer, the
// closer together. A session is done when its day has come and an interview was finished on that
// day or after the session before it. The others share out what needs practice, three principles
// each: practice ahead of a session changes what it is about, and does not take it off the plan.
std::vector<PlannedSession> plan_sessions(const Date& set_on, const Date& interview,
                                          const Date& today,
                                          const std::vector<PrincipleProgress>& progress);

// One thing to do next, in words; empty when there is nothing to say.
std::string nudge(const Pack& pack, const std::optional<Date>& interview, const Date& today,
                  const std::vector<PlannedSession>& sessions, std::size_t stories);

}  // namespace barometer
