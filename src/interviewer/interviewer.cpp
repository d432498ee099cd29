#include "interviewer/interviewer.hpp"

#include <algorithm>
#include <cassert>

#include "interviewer/speech.hpp"

namespace barometer {
namespace {

std::size_t question_count(PracticeLength length) {
  switch (length) {
    case PracticeLength::Short:
      return 1;
    case PracticeLength::Usual:
      return 3;
    case PracticeLength::Long:
      return 5;
  }
  return 3;
}

template <typename T>
void shuffle(std::vector<T>& items, Random& random) {
  for (std::size_t left = items.size(); left > 1; --left)
    std::swap(items[left - 1], items[random.below(left)]);
}

// Past events first: they carry the most. Another kind where the principle is asked about again.
const Question* pick_question(const Principle& principle, const std::vector<Topic>& topics,
                              std::optional<Level> level, Random& random) {
  std::vector<const Question*> open;
  std::size_t asked = 0;
  for (const Topic& topic : topics) asked += topic.principle == principle.id ? 1U : 0U;
  const auto used = [&](const Question& question) {
    return std::any_of(topics.begin(), topics.end(),
                       [&](const Topic& topic) { return topic.question == question.text; });
  };
  const auto gather = [&](bool by_level, bool by_kind) {
    open.clear();
    for (const Question& question : principle.questions) {
      if (used(question) || (by_level && level && question.level != *level)) continue;
      const bool wanted = asked % 2 == 0 ? question.kind == QuestionKind::Past
                                         : question.kind != QuestionKind::Past;
      if (!by_kind || wanted) open.push_back(&question);
    }
    return !open.empty();
  };
  if (!gather(true, true) && !gather(true, false) && !gather(false, false)) return nullptr;
  return open[random.below(open.size())];
}

Topic topic_of(const Principle& principle, const Question& question) {
  Topic topic;
  topic.principle = principle.id;
  topic.question_id = question.id;
  topic.question = question.text;
  topic.kind = question.kind;
  return topic;
}

const Question* known_question(const Pack& pack, const std::string& text,
                               const Principle** principle) {
  for (const Principle& one : pack.principles) {
    for (const Question& question : one.questions) {
      if (question.text != text) continue;
      *principle = &one;
      return &question;
    }
  }
  return nullptr;
}

Result<Topic> own_topic(const Pack& pack, const PracticeSettings& settings) {
  const Principle* principle = nullptr;
  const Question* known = known_question(pack, settings.question, &principle);
  if (!settings.principles.empty()) {
    principle = pack.find(settings.principles.front());
    assert(principle != nullptr);
  }
  if (principle == nullptr)
    return invalid_input(
        "A question of your own needs the principle that it is asked for. Name it with "
        "--principle.");
  Topic topic;
  topic.principle = principle->id;
  topic.question = settings.question;
  topic.kind = kind_of_question(settings.question);
  if (known != nullptr) {
    topic.question_id = known->id;
    topic.kind = known->kind;
  }
  return topic;
}

}  // namespace

std::size_t most_levels(Probing probing) { return probing == Probing::Gentle ? 3 : deepest_level; }

std::size_t most_futile(Probing probing) {
  switch (probing) {
    case Probing::Gentle:
      return 1;
    case Probing::Usual:
      return 2;
    case Probing::Hard:
      return 3;
  }
  return 2;
}

QuestionKind kind_of_question(std::string_view text) {
  static const Phrases hypothetical{"^ suppose|imagine|if|say|assume|what if|would|could",
                                    "^ how|which|who would|could",
                                    "suppose|imagine you|that|your|a", "what|how would you",
                                    "^ in|given a|this|the situation|case"};
  static const Phrases past{
      "tell|speak|talk me|us~ about a|the|an time|moment|occasion|situation|instance|day",
      "^ tell me|us about",
      "^ describe|recall|share|give",
      "example|time",
      "did|was|were|have you|your|it|the",
      "^ walk me|us through",
      "most recent"};
  const Speech speech = speech_of(text);
  if (hypothetical.in(speech)) return QuestionKind::Hypothetical;
  if (past.in(speech)) return QuestionKind::Past;
  return QuestionKind::Direct;
}

Result<Practice> begin_practice(const Pack& pack, const PracticeSettings& settings) {
  Practice practice;
  practice.pack_id = pack.id;
  practice.pack_version = pack.version;
  practice.settings = settings;
  practice.random.state = settings.seed;
  for (const PrincipleId& id : settings.principles) {
    if (pack.find(id) == nullptr)
      return invalid_input("\"" + id.value + "\": pack " + pack.id +
                           " has no such principle. `barometer pack show " + pack.id +
                           "` lists them.");
  }
  if (!settings.question.empty()) {
    auto topic = own_topic(pack, settings);
    if (!topic) return topic.error();
    practice.topics.push_back(*std::move(topic));
  } else {
    std::vector<const Principle*> principles;
    for (const PrincipleId& id : settings.principles) principles.push_back(pack.find(id));
    if (principles.empty()) {
      for (const Principle& principle : pack.principles) principles.push_back(&principle);
      shuffle(principles, practice.random);
    }
    const std::size_t count =
        settings.principles.empty()
            ? question_count(settings.length)
            : std::max(question_count(settings.length), settings.principles.size());
    for (std::size_t i = 0; i < count && !principles.empty(); ++i) {
      const Principle& principle = *principles[i % principles.size()];
      const Question* question =
          pick_question(principle, practice.topics, settings.level, practice.random);
      if (question != nullptr) practice.topics.push_back(topic_of(principle, *question));
    }
  }
  if (practice.topics.empty()) return invalid_input("The pack has no question to ask.");
  Utterance first;
  first.kind = UtteranceKind::Question;
  first.text = practice.topics.front().question;
  first.reason = "opens " + pack.find(practice.topics.front().principle)->name;
  practice.entries.push_back({first, std::nullopt});
  return practice;
}

const Utterance& open_question(const Practice& practice) {
  for (auto entry = practice.entries.rbegin(); entry != practice.entries.rend(); ++entry) {
    if (!entry->utterance) continue;
    const UtteranceKind kind = entry->utterance->kind;
    if (kind == UtteranceKind::Question || kind == UtteranceKind::Probe ||
        kind == UtteranceKind::Hint)
      return *entry->utterance;
  }
  assert(false && "a practice begins with a question");
  return *practice.entries.front().utterance;
}

std::optional<Exchange> exchange_to_read(const Practice& practice, std::string_view text) {
  const Utterance& open = open_question(practice);
  if (listen(speech_of(text), open.level > 0).kind != TurnKind::Answer) return std::nullopt;
  Exchange exchange;
  exchange.id = "practice-" + std::to_string(practice.entries.size());
  exchange.principle = practice.current().principle;
  exchange.question = open.text;
  exchange.answer = text;
  std::string question;
  for (const PracticeEntry& entry : practice.entries) {
    if (entry.utterance && entry.utterance->topic == practice.topic &&
        (entry.utterance->kind == UtteranceKind::Question ||
         entry.utterance->kind == UtteranceKind::Probe ||
         entry.utterance->kind == UtteranceKind::Hint))
      question = entry.utterance->text;
    if (entry.answer && entry.answer->topic == practice.topic &&
        entry.answer->kind == TurnKind::Answer)
      exchange.context.emplace_back(question, entry.answer->text);
  }
  return exchange;
}

}  // namespace barometer
