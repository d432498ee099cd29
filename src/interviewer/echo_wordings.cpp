// Follow-ups that take up an act or a clause of the latest answer.
#include <algorithm>
#include <array>

#include "interviewer/clauses.hpp"
#include "interviewer/wording_list.hpp"

namespace barometer {
namespace {

constexpr double echo_fit = 1.3;
constexpr double vague_act_gain = 1.6;  // of what takes up a passage: a gain by itself
constexpr double opposition_gain = 1.2;
constexpr double frame_worn = 0.7;  // the third "when you ..." of a topic sounds like a form

std::string quoting(const Clause& clause, std::string_view question) {
  return "You said \"" + clause.words + "\". " + std::string(question);
}

bool taken_up(const AccountView& view, const std::string& words) {
  return std::any_of(view.asked.begin(), view.asked.end(), [&](const std::string& asked) {
    return asked.find(words) != std::string::npos;
  });
}

double frame_wear(const AccountView& view) {
  const auto used = std::count_if(view.asked.begin(), view.asked.end(), [](const auto& asked) {
    return asked.find(" when you ") != std::string::npos ||
           asked.find(" after you ") != std::string::npos;
  });
  return used >= 2 ? frame_worn : 1.0;
}

// A decision says more of somebody than an errand; of equals, the last one told.
const OwnAct* telling_act(const std::vector<OwnAct>& acts, const AccountView& view) {
  const OwnAct* best = nullptr;
  for (const OwnAct& act : acts) {
    if (taken_up(view, act.words)) continue;
    if (best == nullptr || act.decision || !best->decision) best = &act;
  }
  return best;
}

void add_echoes(WordingList& out, const Speech& speech, double weight) {
  const auto acts = own_acts(speech);
  const OwnAct* act = telling_act(acts, out.view);
  if (act == nullptr) return;
  const double fit = echo_fit * weight * frame_wear(out.view);
  const std::string when = " when you " + act->words + "?";
  // Only a decision has something on the other scale.
  if (act->decision) {
    if (!act->explained) out.add(Gap::Reasoning, "What did you weigh" + when, fit * 1.1);
    out.add(Gap::Alternatives, "What else was possible" + when, fit * 1.1);
  } else if (!act->explained && !act->look && weight >= 1.0) {
    out.add(Gap::Reasoning, "What did you have in mind" + when, fit * 0.85);
  }
  if (!act->decision && weight >= 1.0)
    out.add(Gap::Specifics, "How did it go when you " + act->words + "?", fit * 0.8);
  // What is told behind the act may be what came of it.
  const bool last = act->span.begin >= speech.sentences.back().begin;
  if (last) out.add(Gap::Result, "What happened after you " + act->words + "?", fit);
  if (act->change) out.add(Gap::SideEffects, "How did the others take it" + when, fit);
  if (act->decision) out.add(Gap::HowKnown, "What did you know" + when, fit * 0.9);
}

// What somebody else held against it, as long as it is not told how that went on.
void add_opposition(WordingList& out, const Speech& speech) {
  const auto found = oppositions(speech);
  if (found.empty() || taken_up(out.view, found.back().words)) return;
  const bool goes_on =
      std::any_of(speech.words.begin(), speech.words.end(), [&](const SpokenWord& word) {
        return word.span.begin >= found.back().span.end &&
               (word.text == "i" || word.text == "we" || word.text == "but");
      });
  if (goes_on || out.view.probed[static_cast<std::size_t>(Gap::Afterwards)] > 0) return;
  out.add(Gap::Afterwards, quoting(found.back(), "What came of that?"), opposition_gain, true, {},
          "somebody stood against it, and it is open how that went on");
  out.found.back().takes_up = true;
}

void add_quotes(WordingList& out, const Speech& speech, double weight) {
  const AccountSigns& signs = out.view.signs;
  auto ours = we_clauses(speech);
  std::stable_sort(ours.begin(), ours.end(), [](const Clause& a, const Clause& b) {
    return speech_of(a.words).words.size() > speech_of(b.words).words.size();
  });
  const bool past = out.view.tense == Tense::Past;
  if (past && !ours.empty() && static_cast<double>(signs.our_deeds) > signs.own_deeds)
    out.add(Gap::OwnPart, quoting(ours.front(), "What did you do yourself?"), quote_fit * weight,
            true);
  const auto claimed = claims(speech);
  if (!claimed.empty())
    out.add(Gap::HowKnown,
            quoting(claimed.front(), past ? "How did you know?" : "How do you know?"),
            quote_fit * weight, true);
}

// "I supported him": what that was, exactly. Only where no act is told beside it.
void add_vague_act(WordingList& out, const Speech& speech) {
  const auto vague = vague_acts(speech);
  if (vague.empty() || !own_acts(speech).empty() || taken_up(out.view, vague.front().words)) return;
  out.add(Gap::Specifics, quoting(vague.front(), "What did you do, exactly?"), vague_act_gain, true,
          {}, "an act is named in general words");
  out.found.back().takes_up = true;
}

}  // namespace

void add_echo_wordings(WordingList& out, const Speech& speech, double weight) {
  if (out.view.tense == Tense::Would) return;
  const bool latest = weight >= 1.0;
  if (out.view.topic.quoted < 2) {
    add_quotes(out, speech, weight);
    if (latest && out.view.tense == Tense::Past) {
      add_vague_act(out, speech);
      add_opposition(out, speech);
    }
  }
  if (out.view.tense == Tense::Past) add_echoes(out, speech, weight);
}

}  // namespace barometer
