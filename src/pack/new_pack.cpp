#include "pack/new_pack.hpp"

#include <fmt/format.h>

#include <array>
#include <string>
#include <system_error>
#include <utility>

#include "core/file.hpp"
#include "pack/format.hpp"
#include "pack/yaml_tree.hpp"

namespace barometer {
namespace {

constexpr std::string_view pack_text = R"(# A pack: the principles that interviews are held against.
# `barometer pack check` names what is still to fill in, with file and line. Texts that hold ": " or
# start with a special character go in quotes.
schema: 1
id: {id}
version: 0.1.0 # raise it with every change
title: # to fill in, such as "Six principles of a harbour authority"
language: en # of all texts below
license: # to fill in, such as CC-BY-4.0, or LicenseRef-Internal for a pack that stays in the house
summary: # to fill in: whose principles these are and how the pack came about
rating_scale: # to fill in: what each rating means whatever the principle, as behaviour
  1: # goes against the principle
  2:
  3: # what you expect of a person who does the job well
  4:
  5: # rare: at scale, unasked, at a cost, with facts
probe_kinds: [] # beyond the built-in ones, such as - {{id: near-miss, meaning: "Asks what nearly happened."}}
principles: # in the order of display; each has a file principles/<id>.yaml
  - keep-the-promise # complete: read it, then change it or take it out together with its file
  - your-next-principle # to fill in; rename it together with its file and the id in there
)";

constexpr std::string_view blank_text = R"(id: your-next-principle
name: # to fill in: as people know it
summary: # to fill in: two or three sentences, what it asks for
# One observable behaviour each, in the present tense and without a subject, true for every trade in
# the house. At least 12, at least 5 of each polarity, none that a neighbour principle could claim.
# - {id: short-name, polarity: supports, text: "Does this."}
# - {id: another-name, polarity: contradicts, text: "Does that instead."}
indicators: []
anchors: # to fill in: behaviour for each rating, by scope, initiative and evidence
  1:
  2:
  3:
  4:
  5:
# Every kind (past, hypothetical, direct) for every level (junior, senior, manager) at least once.
# - {id: your-next-principle-q1, kind: past, level: junior, text: "Tell me about a time ..."}
questions: []
# Neutral and short: never leading, never praising. At least 5.
# - {kind: end-customer, when: "nobody outside the house is named", text: "Who used it in the end?"}
probes: []
)";

constexpr std::string_view example_text = R"(id: keep-the-promise
name: "Keep the Promise"
summary: >-
  What was promised is done, by the day that was named. A promise that cannot be kept is called in
  early, with a way out, and nobody promises for others.
indicators:
  - {id: names-the-day, polarity: supports, text: "Names a day and an hour when giving a promise."}
  - {id: writes-it-down, polarity: supports, text: "Writes given promises down where others can see them."}
  - {id: warns-early, polarity: supports, text: "Warns the other side as soon as a date is in danger."}
  - {id: offers-a-way-out, polarity: supports, text: "Brings a replacement or a partial delivery along with bad news."}
  - {id: asks-before-promising, polarity: supports, text: "Asks those who do the work before agreeing to a date."}
  - {id: says-no, polarity: supports, text: "Declines a request that cannot be met, and says why."}
  - {id: checks-it-arrived, polarity: supports, text: "Calls afterwards to hear whether everything arrived as agreed."}
  - {id: promises-for-others, polarity: contradicts, text: "Commits colleagues to a task without having spoken to them."}
  - {id: lets-it-lapse, polarity: contradicts, text: "Lets an agreed day pass in silence."}
  - {id: blames-the-next, polarity: contradicts, text: "Points at a supplier or colleague when something comes late."}
  - {id: always-yes, polarity: contradicts, text: "Agrees to every request and sorts it out later."}
  - {id: redefines-done, polarity: contradicts, text: "Calls unfinished work done because the deadline has come."}
  - {id: needs-reminding, polarity: contradicts, text: "Starts only when reminded, sometimes more than once."}
anchors:
  1: "Let promises lapse without a word, or gave them in the name of people who knew nothing of it."
  2: "Keeps small promises within the own task. Late ones came to light when somebody asked."
  3: "Kept a promise that had become difficult, warned in time and can name the dates."
  4: "Saw a promise of the whole team in danger, re-planned with everyone concerned and kept it."
  5: "Changed how a department gives and tracks promises; the figures of a year show the difference."
questions:
  - {id: keep-the-promise-q1, kind: past, level: junior, text: "Tell me about a promise that was hard to keep."}
  - {id: keep-the-promise-q2, kind: past, level: senior, text: "Tell me about a date you saw slipping."}
  - {id: keep-the-promise-q3, kind: past, level: manager, text: "Tell me about a commitment your team could not meet."}
  - {id: keep-the-promise-q4, kind: hypothetical, level: junior, text: "Suppose you notice at noon that today's work will not be finished. What do you do?"}
  - {id: keep-the-promise-q5, kind: hypothetical, level: senior, text: "Suppose a good client asks for something by Friday that takes two weeks. What do you say?"}
  - {id: keep-the-promise-q6, kind: hypothetical, level: manager, text: "Suppose two of your people have promised the same machine to different clients. How do you go about it?"}
  - {id: keep-the-promise-q7, kind: direct, level: junior, text: "How do you keep track of what you have agreed to?"}
  - {id: keep-the-promise-q8, kind: direct, level: senior, text: "When do you turn a request down?"}
  - {id: keep-the-promise-q9, kind: direct, level: manager, text: "What do you look at before your team commits to a date?"}
probes:
  - {kind: own-part, when: "the team acts in the story", text: "What was your part in that?"}
  - {kind: end-customer, when: "the person who waited is not named", text: "Who was waiting for it?"}
  - {kind: how-measured, when: "\"in time\" is said without a date", text: "Which day had been agreed?"}
  - {kind: what-changed, when: "the same delay could come again", text: "What is different today?"}
  - {kind: what-else, when: "only one way out was considered", text: "What else could have been done?"}
)";

Status must_be_empty(const std::filesystem::path& folder) {
  std::error_code failure;
  if (!std::filesystem::exists(folder, failure)) return Done{};
  if (std::filesystem::is_directory(folder, failure) &&
      std::filesystem::is_empty(folder, failure) && !failure) {
    return Done{};
  }
  return Error{
      ErrorCode::Conflict,
      fmt::format("{}: exists and is not an empty folder. Name another one.", folder.string())};
}

}  // namespace

Result<std::vector<std::filesystem::path>> new_pack(const std::filesystem::path& folder,
                                                    std::string_view id) {
  const Field& field = *pack_format().find("id");
  if (!fits(id, field)) {
    return invalid_input(
        fmt::format("{} cannot be the id of a pack. {}", in_quotes(id), field.meaning));
  }
  if (const auto empty = must_be_empty(folder); !empty) return empty.error();
  const auto principles = folder / "principles";
  std::error_code failure;
  std::filesystem::create_directories(principles, failure);
  if (failure) {
    return Error{ErrorCode::Unavailable,
                 fmt::format("{}: cannot be made ({}).", principles.string(), failure.message())};
  }
  const std::array<std::pair<std::filesystem::path, std::string>, 3> files = {{
      {folder / "pack.yaml", fmt::format(pack_text, fmt::arg("id", id))},
      {principles / fmt::format("{}.yaml", example_principle), std::string(example_text)},
      {principles / fmt::format("{}.yaml", blank_principle), std::string(blank_text)},
  }};
  std::vector<std::filesystem::path> written;
  for (const auto& [path, text] : files) {
    if (const auto status = write_file(path, text); !status) return status.error();
    written.push_back(path);
  }
  return written;
}

}  // namespace barometer
