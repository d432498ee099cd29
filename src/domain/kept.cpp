#include "domain/kept.hpp"

#include <array>

namespace barometer {
namespace {

// The enumerator that is called `name`, among the first `count` of its type.
template <typename Enum>
std::optional<Enum> named(std::string_view name, int count) {
  for (int i = 0; i < count; ++i) {
    if (to_string(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_string(ReadingStatus status) {
  constexpr std::array<std::string_view, 5> names = {"waiting_for_roles", "queued", "reading",
                                                     "done", "failed"};
  return names[static_cast<std::size_t>(status)];
}

std::optional<ReadingStatus> reading_status_from(std::string_view name) {
  return named<ReadingStatus>(name, 5);
}

std::string_view to_string(InterviewStatus status) {
  return status == InterviewStatus::Running ? "running" : "ended";
}

std::optional<InterviewStatus> interview_status_from(std::string_view name) {
  return named<InterviewStatus>(name, 2);
}

std::optional<PrincipleVerdict> principle_verdict_from(std::string_view name) {
  return named<PrincipleVerdict>(name, 5);
}

}  // namespace barometer
