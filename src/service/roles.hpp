// Roles: who is the candidate. An explicit step: from telling labels, or from what a person says;
// never a guess.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/result.hpp"
#include "domain/transcript.hpp"

namespace barometer {

struct RoleAssignment {
  std::string
      speaker;  // the label as in the file; an exact match wins over one that differs in case
  Role role = Role::Unknown;
};

// "Dana=candidate". InvalidInput says what is wrong with it.
Result<RoleAssignment> parse_role(std::string_view text);

// Applies `assignments` over what the labels tell. Then, with a candidate known, other speakers
// with a name become interviewers; those without ("", "?", "Unknown Speaker") stay unknown.
// InvalidInput when a named speaker is not in the file.
Status assign_roles(Transcript& transcript, std::span<const RoleAssignment> assignments);

// True when exactly the needed roles are there: somebody is the candidate and somebody asks.
bool has_candidate(const Transcript& transcript);

// "Dana Osei (41 turns, 1,900 words)" for each speaker: what a person needs in order to say who is
// who.
std::string describe_speakers(const Transcript& transcript);

// What to say when nobody can be asked: lists the speakers and the option to use.
Error candidate_unknown(const Transcript& transcript, std::string_view name);

}  // namespace barometer
