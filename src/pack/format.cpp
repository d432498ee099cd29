#include "pack/format.hpp"

#include <algorithm>
#include <string>

#include "domain/pack.hpp"

namespace barometer {
namespace {

using Need = Field::Need;
using Shape = Field::Shape;

// Semantic Versioning 2.0.0, semver.org, without its capturing groups.
#define BAROMETER_SEMVER                                 \
  "(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)"  \
  "(-(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)"       \
  "(\\.(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*)?" \
  "(\\+[0-9a-zA-Z-]+(\\.[0-9a-zA-Z-]+)*)?"
#define BAROMETER_ID "[a-z][a-z0-9]*(-[a-z0-9]+)*"
#define BAROMETER_LICENSE "\\(?[A-Za-z0-9][A-Za-z0-9.+-]*\\)?"

const Pattern& id_pattern() {
  static const Pattern pattern("^" BAROMETER_ID "$");
  return pattern;
}

const Pattern& version_pattern() {
  static const Pattern pattern("^" BAROMETER_SEMVER "$");
  return pattern;
}

const Pattern& extends_pattern() {
  static const Pattern pattern("^" BAROMETER_ID "@" BAROMETER_SEMVER "$");
  return pattern;
}

const Pattern& language_pattern() {
  static const Pattern pattern("^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$");
  return pattern;
}

const Pattern& license_pattern() {
  static const Pattern pattern("^" BAROMETER_LICENSE "( (AND|OR|WITH) " BAROMETER_LICENSE ")*$");
  return pattern;
}

#undef BAROMETER_SEMVER
#undef BAROMETER_ID
#undef BAROMETER_LICENSE

constexpr std::size_t id_length = 64;

template <typename Enum>
std::vector<std::string_view> words_of(std::initializer_list<Enum> values) {
  std::vector<std::string_view> words;
  for (const Enum value : values) words.push_back(to_string(value));
  return words;
}

Format make_pack_format() {
  return {
      "a pack",
      {
          {.key = "schema",
           .shape = Shape::SchemaNumber,
           .meaning = "The number of the pack format: 1."},
          {.key = "id",
           .shape = Shape::Word,
           .max = id_length,
           .pattern = &id_pattern(),
           .meaning = "The pack's name for programs: lower-case words with hyphens, such as "
                      "harbour-authority."},
          {.key = "version",
           .shape = Shape::Word,
           .max = id_length,
           .pattern = &version_pattern(),
           .meaning = "A semantic version, such as 1.0.0. Everything made under the pack keeps "
                      "it, so raise it with every change."},
          {.key = "extends",
           .need = Need::Optional,
           .shape = Shape::Word,
           .max = 130,
           .pattern = &extends_pattern(),
           .meaning = "The pack that listed principles without a file here are taken from, with "
                      "its exact version, such as amazon-2021@1.0.0."},
          {.key = "title",
           .max = 120,
           .meaning = "The pack's name for people, such as \"Six principles of a harbour "
                      "authority\"."},
          {.key = "language",
           .shape = Shape::Word,
           .max = 12,
           .pattern = &language_pattern(),
           .meaning = "The language of all texts as a tag, such as en, pt-BR or zh-Hant."},
          {.key = "license",
           .shape = Shape::Word,
           .max = 120,
           .pattern = &license_pattern(),
           .meaning = "An SPDX license expression, such as Apache-2.0 or CC-BY-4.0; "
                      "LicenseRef-Internal for a pack that stays in the house."},
          {.key = "summary",
           .max = 2000,
           .meaning = "One paragraph: whose principles these are and how the pack came about."},
          {.key = "rating_scale",
           .shape = Shape::Points,
           .max = 600,
           .meaning = "What the ratings 1 to 5 mean whatever the principle, 5 the highest."},
          {.key = "probe_kinds",
           .need = Need::Optional,
           .shape = Shape::ObjectList,
           .min = 0,
           .max = 32,
           .of = &probe_kind_format(),
           .meaning = "Kinds of probe beyond the built-in ones."},
          {.key = "principles",
           .shape = Shape::WordList,
           .max = 64,
           .pattern = &id_pattern(),
           .meaning = "The ids of the principles (lower-case words with hyphens) in the order of "
                      "display; each has its file "
                      "principles/<id>.yaml or comes from the pack that this one extends."},
      },
  };
}

Format make_principle_format() {
  return {
      "a principle",
      {
          {.key = "id",
           .shape = Shape::Word,
           .max = id_length,
           .pattern = &id_pattern(),
           .meaning = "The name of this file without .yaml: lower-case words with hyphens."},
          {.key = "name",
           .max = 120,
           .meaning = "The principle's name for people, such as \"Plain Speech on the Radio\"."},
          {.key = "summary",
           .max = 2000,
           .meaning = "Two or three sentences that say what the principle asks for."},
          {.key = "indicators",
           .shape = Shape::ObjectList,
           .min = 12,
           .max = 64,
           .of = &indicator_format(),
           .meaning = "What speaks for and against the principle: at least 12 behaviours, at "
                      "least 5 of each polarity, no two alike."},
          {.key = "anchors",
           .shape = Shape::Points,
           .max = 600,
           .meaning = "Observable behaviour for each rating, 1 the lowest and 5 the highest."},
          {.key = "questions",
           .shape = Shape::ObjectList,
           .min = 9,
           .max = 64,
           .of = &question_format(),
           .meaning = "Opening questions: every kind for every level at least once."},
          {.key = "probes",
           .shape = Shape::ObjectList,
           .min = 5,
           .max = 64,
           .of = &probe_format(),
           .meaning = "Neutral follow-ups to a thin answer, at least 5."},
      },
  };
}

}  // namespace

const Field* Format::find(std::string_view key) const {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const Field& field) { return field.key == key; });
  return found == fields.end() ? nullptr : &*found;
}

const Format& pack_format() {
  static const Format format = make_pack_format();
  return format;
}

const Format& principle_format() {
  static const Format format = make_principle_format();
  return format;
}

const Format& indicator_format() {
  static const Format format = {
      "an indicator",
      {
          {.key = "id",
           .shape = Shape::Word,
           .max = id_length,
           .pattern = &id_pattern(),
           .meaning = "Lower-case words with hyphens, unique within the principle, such as "
                      "signs-unseen. Evidence refers to it: keep it when the wording changes."},
          {.key = "polarity",
           .shape = Shape::Word,
           .words = words_of({Polarity::Supports, Polarity::Contradicts}),
           .meaning = "Whether the behaviour speaks for the principle or against it."},
          {.key = "text",
           .max = 300,
           .meaning = "One observable behaviour, in the present tense and without a subject, "
                      "such as \"Goes back and corrects an own entry that was wrong.\""},
      },
  };
  return format;
}

const Format& question_format() {
  static const Format format = {
      "a question",
      {
          {.key = "id",
           .shape = Shape::Word,
           .max = id_length,
           .pattern = &id_pattern(),
           .meaning = "Lower-case words with hyphens, unique within the pack, such as "
                      "an-honest-tally-q1."},
          {.key = "kind",
           .shape = Shape::Word,
           .words =
               words_of({QuestionKind::Past, QuestionKind::Hypothetical, QuestionKind::Direct}),
           .meaning = "past asks for a time, hypothetical supposes a case, direct asks for a view "
                      "or a habit."},
          {.key = "level",
           .shape = Shape::Word,
           .words = words_of({Level::Junior, Level::Senior, Level::Manager}),
           .meaning = "Whom the question is meant for."},
          {.key = "text",
           .max = 400,
           .meaning = "The question as it is asked: neutral, one thing at a time."},
      },
  };
  return format;
}

const Format& probe_format() {
  static const Format format = {
      "a probe",
      {
          {.key = "kind",
           .shape = Shape::Word,
           .max = id_length,
           .pattern = &id_pattern(),
           .meaning = "A built-in kind, such as what-else, or one declared under probe_kinds in "
                      "pack.yaml."},
          {.key = "when",
           .max = 300,
           .meaning = "What the answer lacks for this probe to fit, such as \"the answer names "
                      "only an internal requester\"."},
          {.key = "text",
           .max = 300,
           .meaning = "The probe as it is asked: neutral, one question, at most 25 words."},
      },
  };
  return format;
}

const Format& probe_kind_format() {
  static const Format format = {
      "a probe kind",
      {
          {.key = "id",
           .shape = Shape::Word,
           .max = id_length,
           .pattern = &id_pattern(),
           .meaning = "Lower-case words with hyphens that are not built in, such as near-miss."},
          {.key = "meaning", .max = 300, .meaning = "What a probe of this kind asks for."},
      },
  };
  return format;
}

std::optional<std::size_t> point_of(std::string_view key) {
  if (key.size() != 1 || key[0] < '1' || key[0] > '5') return std::nullopt;
  return static_cast<std::size_t>(key[0] - '0');
}

bool fits(std::string_view text, const Field& word) {
  return text.size() <= word.max && word.pattern != nullptr && word.pattern->fits(text);
}

}  // namespace barometer
