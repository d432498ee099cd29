#include "report/labelled_exchange_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "report/exchange_json.hpp"
#include "report/json_value.hpp"

namespace barometer {
namespace {

using report::Json;

// Where labels stand, for messages: "" or "rating 2: ".
struct LabelPlace {
  std::size_t line_number = 0;
  std::string where;

  Error fault(std::string_view what) const {
    return invalid_input(fmt::format("Line {}: {}{}", line_number, where, what));
  }
};

// A key that may be missing or null, but is a string otherwise.
Result<std::optional<std::string>> optional_text(const Json& object, std::string_view key,
                                                 const LabelPlace& place) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return std::optional<std::string>();
  if (!found->is_string()) return place.fault(fmt::format("\"{}\" must be a string.", key));
  return std::optional<std::string>(found->get<std::string>());
}

Status add_span(const std::string& quote, Polarity polarity, std::string_view key,
                const Exchange& exchange, const LabelPlace& place, HumanRating& rating) {
  const auto begin = quote.empty() ? std::string::npos : exchange.answer.find(quote);
  if (begin == std::string::npos) {
    return place.fault(fmt::format(
        "the quote of {} does not stand in the answer. Quotes are verbatim, or null.", key));
  }
  rating.spans->push_back({{begin, begin + quote.size()}, polarity});
  return Done{};
}

std::optional<Polarity> polarity_from(const Json& entry) {
  const auto found = entry.find("polarity");
  if (found == entry.end() || !found->is_string()) return std::nullopt;
  const auto name = found->get<std::string>();
  if (name == to_string(Polarity::Supports)) return Polarity::Supports;
  if (name == to_string(Polarity::Contradicts)) return Polarity::Contradicts;
  return std::nullopt;
}

Status add_evidence(const Json& labels, const Exchange& exchange, const LabelPlace& place,
                    HumanRating& rating) {
  const auto found = labels.find("evidence");
  if (found == labels.end() || found->is_null()) return Done{};
  if (!found->is_array()) return place.fault("\"evidence\" must be a list.");
  std::size_t number = 0;
  for (const Json& entry : *found) {
    ++number;
    const auto polarity = entry.is_object() ? polarity_from(entry) : std::nullopt;
    if (!polarity || !entry.contains("quote") || !entry["quote"].is_string()) {
      return place.fault(
          fmt::format("\"evidence\" item {} must be an object with \"quote\" and "
                      "\"polarity\" (supports or contradicts).",
                      number));
    }
    const auto added =
        add_span(entry["quote"].get<std::string>(), *polarity,
                 fmt::format("\"evidence\" item {}", number), exchange, place, rating);
    if (!added) return added;
  }
  return Done{};
}

// One rater's labels. `principle` holds unless the labels name another one, or null for none.
Result<HumanRating> rating_of(const Json& labels, const Exchange& exchange,
                              const std::optional<PrincipleId>& principle, const LabelPlace& place,
                              const Pack& pack) {
  HumanRating rating;
  const auto verdict = optional_text(labels, "verdict", place);
  if (!verdict) return verdict.error();
  const auto known = *verdict ? verdict_from(**verdict) : std::nullopt;
  if (!known) return place.fault("\"verdict\" must be insufficient, weak, mixed or strong.");
  rating.verdict = *known;
  rating.principle = principle;
  if (labels.contains("principle")) {
    const auto named = optional_text(labels, "principle", place);
    if (!named) return named.error();
    rating.principle = *named ? std::optional(PrincipleId{**named}) : std::nullopt;
    if (rating.principle && pack.find(*rating.principle) == nullptr) {
      return place.fault(fmt::format("\"principle\" is not the id of a principle of pack {} {}.",
                                     pack.id, pack.version));
    }
  }
  // A key that is there with null says that the rater looked and found nothing.
  if (labels.contains("for") || labels.contains("against") || labels.contains("evidence"))
    rating.spans.emplace();
  constexpr std::array<std::pair<std::string_view, Polarity>, 2> sides = {
      {{"for", Polarity::Supports}, {"against", Polarity::Contradicts}}};
  for (const auto& [key, polarity] : sides) {
    const auto quote = optional_text(labels, key, place);
    if (!quote) return quote.error();
    if (!*quote) continue;
    const auto added =
        add_span(**quote, polarity, fmt::format("\"{}\"", key), exchange, place, rating);
    if (!added) return added.error();
  }
  if (const auto added = add_evidence(labels, exchange, place, rating); !added)
    return added.error();
  auto probe = optional_text(labels, "probe", place);
  if (!probe) return probe.error();
  rating.probe = probe->value_or("");
  return rating;
}

Result<std::vector<HumanRating>> ratings_of(const Json& object, const Exchange& exchange,
                                            std::size_t line_number, const Pack& pack) {
  const LabelPlace line{line_number, ""};
  std::vector<HumanRating> ratings;
  const auto found = object.find("ratings");
  if (found == object.end()) {
    if (!object.contains("verdict"))
      return line.fault(
          "labels are missing. Give \"verdict\", or \"ratings\" with one for each rater.");
    auto rating = rating_of(object, exchange, exchange.principle, line, pack);
    if (!rating) return rating.error();
    ratings.push_back(*std::move(rating));
    return ratings;
  }
  for (const std::string_view key : {"verdict", "evidence", "for", "against", "probe"}) {
    if (object.contains(key)) {
      return line.fault(fmt::format(
          "\"{}\" beside \"ratings\": whose is it? Put it into the rating it belongs to.", key));
    }
  }
  if (!found->is_array() || found->empty())
    return line.fault("\"ratings\" must be a list with at least one rating.");
  for (const Json& entry : *found) {
    const LabelPlace place{line_number, fmt::format("rating {}: ", ratings.size() + 1)};
    if (!entry.is_object()) return place.fault("not an object ({...}).");
    auto rating = rating_of(entry, exchange, exchange.principle, place, pack);
    if (!rating) return rating.error();
    ratings.push_back(*std::move(rating));
  }
  return ratings;
}

}  // namespace

Result<LabelledExchange> parse_labelled_exchange(std::string_view line, std::size_t line_number,
                                                 const Pack& pack) {
  auto exchange = parse_exchange(line, line_number, pack);
  if (!exchange) return exchange.error();
  const Json object = Json::parse(line);  // parse_exchange saw that it is an object
  const LabelPlace place{line_number, ""};
  LabelledExchange labelled;
  labelled.exchange = *std::move(exchange);
  auto group = optional_text(object, "group", place);
  if (!group) return group.error();
  if (!*group || (*group)->empty()) {
    return place.fault(
        "\"group\" is missing. Name the person, speaker or family that the answer comes from: "
        "intervals are made over groups.");
  }
  labelled.group = **std::move(group);
  auto part = optional_text(object, "part", place);
  if (!part) return part.error();
  labelled.part = part->value_or("");
  auto ratings = ratings_of(object, labelled.exchange, line_number, pack);
  if (!ratings) return ratings.error();
  labelled.ratings = *std::move(ratings);
  return labelled;
}

}  // namespace barometer
