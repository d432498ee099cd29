#include "service/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace barometer {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

// Median of scores: the middle one, or the mean of the two in the middle.
double median_of(std::vector<double> scores) {
  std::sort(scores.begin(), scores.end());
  const std::size_t half = scores.size() / 2;
  return scores.size() % 2 == 1 ? scores[half] : (scores[half - 1] + scores[half]) / 2.0;
}

const KeptInterview* find(const std::vector<KeptInterview>& interviews, const InterviewId& id) {
  const auto at = std::find_if(interviews.begin(), interviews.end(),
                               [&id](const KeptInterview& one) { return one.id == id; });
  return at == interviews.end() ? nullptr : &*at;
}

std::string names(const Pack& pack, const std::vector<PrincipleId>& ids) {
  std::string text;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const Principle* principle = pack.find(ids[i]);
    if (i > 0) text += i + 1 == ids.size() ? " and " : ", ";
    text += principle == nullptr ? ids[i].value : principle->name;
  }
  return text;
}

}  // namespace

std::vector<PrincipleProgress> progress_of(const Pack& pack, const std::vector<Outcome>& outcomes,
                                           const std::vector<KeptInterview>& interviews) {
  std::vector<PrincipleProgress> all;
  for (const Principle& principle : pack.principles) {
    PrincipleProgress progress;
    progress.principle = principle.id;
    std::vector<double> scores;
    for (const Outcome& outcome : outcomes) {
      const KeptInterview* interview = find(interviews, outcome.interview);
      if (outcome.principle != principle.id || interview == nullptr ||
          interview->pack_id != pack.id)
        continue;
      progress.points.push_back({outcome.interview, interview->created_ms, outcome});
      progress.latest = outcome.verdict;
      if (outcome.score) scores.push_back(*outcome.score);
    }
    if (!scores.empty()) {
      progress.median = median_of(scores);
      progress.lowest = *std::min_element(scores.begin(), scores.end());
      progress.highest = *std::max_element(scores.begin(), scores.end());
    }
    all.push_back(std::move(progress));
  }
  return all;
}

std::vector<PrincipleId> by_need(const std::vector<PrincipleProgress>& progress) {
  std::vector<const PrincipleProgress*> order;
  order.reserve(progress.size());
  for (const PrincipleProgress& one : progress) order.push_back(&one);
  std::stable_sort(order.begin(), order.end(),
                   [](const PrincipleProgress* a, const PrincipleProgress* b) {
                     if (a->latest != b->latest) return a->latest < b->latest;
                     const auto last = [](const PrincipleProgress* one) {
                       return one->points.empty() ? 0 : one->points.back().created_ms;
                     };
                     return last(a) < last(b);
                   });
  std::vector<PrincipleId> ids;
  ids.reserve(order.size());
  for (const PrincipleProgress* one : order) ids.push_back(one->principle);
  return ids;
}

std::optional<Date> date_from(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  const char* begin = text.data();
  if (std::from_chars(begin, begin + 4, year).ptr != begin + 4 ||
      std::from_chars(begin + 5, begin + 7, month).ptr != begin + 7 ||
      std::from_chars(begin + 8, begin + 10, day).ptr != begin + 10)
    return std::nullopt;
  const Date date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (!date.ok() || year < 1970) return std::nullopt;
  return date;
}

std::string to_string(const Date& date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

Date date_of(std::int64_t ms) {
  return Date(std::chrono::floor<days>(
      std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(ms))));
}

std::vector<PlannedSession> plan_sessions(const Date& set_on, const Date& interview,
                                          const Date& today,
                                          const std::vector<PrincipleProgress>& progress) {
  constexpr std::array<int, 9> days_before = {60, 45, 30, 19, 12, 7, 4, 2, 1};
  constexpr std::size_t each = 3;
  const auto needed = by_need(progress);
  std::vector<PlannedSession> sessions;
  auto after = sys_days(set_on) - days(1);  // finished since then counts for the next session
  std::size_t next = 0;
  for (const int before : days_before) {
    const auto day = sys_days(interview) - days(before);
    if (day < sys_days(set_on)) continue;
    PlannedSession session;
    session.date = Date(day);
    for (const PrincipleProgress& one : progress) {
      const bool practised =
          std::any_of(one.points.begin(), one.points.end(), [&](const ProgressPoint& point) {
            const auto then = sys_days(date_of(point.created_ms));
            return then > after && then <= day;
          });
      if (practised && day <= sys_days(today)) session.principles.push_back(one.principle);
    }
    session.done = !session.principles.empty();
    if (!session.done) {
      for (std::size_t i = 0; i < std::min(each, needed.size()); ++i)
        session.principles.push_back(needed[next++ % needed.size()]);
    }
    after = day;
    sessions.push_back(std::move(session));
  }
  return sessions;
}

std::string nudge(const Pack& pack, const std::optional<Date>& interview, const Date& today,
                  const std::vector<PlannedSession>& sessions, std::size_t stories) {
  if (interview && sys_days(*interview) == sys_days(today))
    return "The interview is today. Read your one-page sheet once, and then let it be.";
  if (interview && sys_days(*interview) < sys_days(today))
    return "The interview date has passed. Set the next one, or take it back.";
  for (auto session = sessions.rbegin(); session != sessions.rend(); ++session) {
    if (sys_days(session->date) > sys_days(today)) continue;
    if (session->done) break;
    return fmt::format("{}: practise {}.", session->date == today ? "Today" : "Still open",
                       names(pack, session->principles));
  }
  if (stories == 0 && interview)
    return "Save your first story: an answer from a practice interview does well.";
  return {};
}

}  // namespace barometer
