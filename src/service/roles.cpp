#include "service/roles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "text/segment.hpp"

namespace barometer {
namespace {

bool has_name(const Speaker& speaker) {
  const std::string label = lower(speaker.name);
  static constexpr std::array<std::string_view, 5> nameless = {"", "?", "unknown",
                                                               "unknown speaker", "speaker ?"};
  return std::find(nameless.begin(), nameless.end(), label) == nameless.end();
}

Speaker* find_speaker(Transcript& transcript, std::string_view name) {
  const auto exact = std::find_if(transcript.speakers.begin(), transcript.speakers.end(),
                                  [&](const Speaker& one) { return one.name == name; });
  if (exact != transcript.speakers.end()) return &*exact;
  const std::string wanted = lower(name);
  const auto same = [&](const Speaker& one) { return lower(one.name) == wanted; };
  if (std::count_if(transcript.speakers.begin(), transcript.speakers.end(), same) != 1)
    return nullptr;
  return &*std::find_if(transcript.speakers.begin(), transcript.speakers.end(), same);
}

std::string with_commas(std::size_t number) {
  std::string digits = std::to_string(number);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), ",");
  return digits;
}

}  // namespace

Result<RoleAssignment> parse_role(std::string_view text) {
  const auto equals = text.rfind('=');
  const auto role =
      equals == std::string_view::npos ? std::nullopt : role_from(text.substr(equals + 1));
  if (!role || equals == 0) {
    return invalid_input(
        fmt::format("--role \"{}\": not understood. Write the speaker's label, '=', and one of "
                    "candidate, interviewer, other, "
                    "unknown: --role \"Dana Osei=candidate\".",
                    text));
  }
  return RoleAssignment{std::string(text.substr(0, equals)), *role};
}

Status assign_roles(Transcript& transcript, std::span<const RoleAssignment> assignments) {
  std::vector<const Speaker*> assigned;
  for (const RoleAssignment& assignment : assignments) {
    Speaker* speaker = find_speaker(transcript, assignment.speaker);
    if (speaker == nullptr) {
      return invalid_input(fmt::format("No speaker is labelled \"{}\". The file has:\n{}",
                                       assignment.speaker, describe_speakers(transcript)));
    }
    // Naming the candidate says that nobody else is, whatever the labels suggested.
    if (assignment.role == Role::Candidate) {
      for (Speaker& other : transcript.speakers) {
        const bool kept = std::find(assigned.begin(), assigned.end(), &other) != assigned.end();
        if (other.role == Role::Candidate && !kept) other.role = Role::Unknown;
      }
    }
    speaker->role = assignment.role;
    assigned.push_back(speaker);
  }
  if (!has_candidate(transcript)) return Done{};
  for (Speaker& speaker : transcript.speakers) {
    const bool said_so = std::find(assigned.begin(), assigned.end(), &speaker) != assigned.end();
    if (speaker.role == Role::Unknown && !said_so && has_name(speaker))
      speaker.role = Role::Interviewer;
  }
  return Done{};
}

bool has_candidate(const Transcript& transcript) {
  return std::any_of(transcript.speakers.begin(), transcript.speakers.end(),
                     [](const Speaker& one) { return one.role == Role::Candidate; });
}

std::string describe_speakers(const Transcript& transcript) {
  std::vector<std::size_t> turns(transcript.speakers.size(), 0);
  std::vector<std::size_t> words(transcript.speakers.size(), 0);
  for (const Turn& turn : transcript.turns) {
    ++turns[turn.speaker];
    words[turn.speaker] += count_words(turn.text);
  }
  std::string text;
  for (std::size_t i = 0; i < transcript.speakers.size(); ++i) {
    if (!text.empty()) text += '\n';
    const std::string& name = transcript.speakers[i].name;
    fmt::format_to(std::back_inserter(text), "  {} ({} {}, {} words, {})",
                   name.empty() ? "(no label)" : name, with_commas(turns[i]),
                   turns[i] == 1 ? "turn" : "turns", with_commas(words[i]),
                   to_string(transcript.speakers[i].role));
  }
  return text;
}

Error candidate_unknown(const Transcript& transcript, std::string_view name) {
  return invalid_input(
      fmt::format("{}: who is the candidate? The file does not tell. Its speakers are:\n{}\nSay "
                  "who with --role \"<label>=candidate\".",
                  name, describe_speakers(transcript)));
}

}  // namespace barometer
