#include "report/exchange_json.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <utility>

#include "report/json_value.hpp"

namespace barometer {
namespace {

using report::Json;

Error fault(std::size_t line_number, std::string_view what) {
  return invalid_input(fmt::format("Line {}: {}", line_number, what));
}

// Precondition: `object` is an object.
Result<std::string> required_text(const Json& object, std::string_view key,
                                  std::size_t line_number) {
  const auto found = object.find(key);
  if (found == object.end()) {
    return fault(line_number, fmt::format("\"{}\" is missing. Every exchange needs \"id\", "
                                          "\"question\" and \"answer\".",
                                          key));
  }
  if (!found->is_string()) return fault(line_number, fmt::format("\"{}\" must be a string.", key));
  return found->get<std::string>();
}

Result<std::vector<std::pair<std::string, std::string>>> context_of(const Json& object,
                                                                    std::size_t line_number) {
  std::vector<std::pair<std::string, std::string>> context;
  const auto found = object.find("context");
  if (found == object.end() || found->is_null()) return context;
  if (!found->is_array()) {
    return fault(line_number, "\"context\" must be a list of [question, answer] pairs.");
  }
  for (const Json& pair : *found) {
    if (!pair.is_array() || pair.size() != 2 || !pair[0].is_string() || !pair[1].is_string()) {
      return fault(line_number,
                   fmt::format("\"context\" item {} must be a pair of strings, [question, answer].",
                               context.size() + 1));
    }
    context.emplace_back(pair[0].get<std::string>(), pair[1].get<std::string>());
  }
  return context;
}

Result<Json> parsed_object(std::string_view line, std::size_t line_number) {
  if (line.size() > max_exchange_line_bytes) {
    return fault(line_number,
                 fmt::format("longer than {} bytes. Split the exchange, or shorten its "
                             "context.",
                             max_exchange_line_bytes));
  }
  try {
    Json value = Json::parse(line);
    if (!value.is_object()) return fault(line_number, "not a JSON object ({...}).");
    return value;
  } catch (const Json::parse_error& error) {
    // what() repeats the input; the place is enough.
    return fault(
        line_number,
        fmt::format("not valid JSON at byte {}. Each line must be one JSON object in UTF-8.",
                    error.byte));
  } catch (const Json::exception&) {
    return fault(line_number, "holds a number that is out of range.");
  }
}

}  // namespace

Result<Exchange> parse_exchange(std::string_view line, std::size_t line_number, const Pack& pack) {
  const auto object = parsed_object(line, line_number);
  if (!object) return object.error();
  Exchange exchange;
  auto id = required_text(*object, "id", line_number);
  if (!id) return id.error();
  if (id->empty()) return fault(line_number, "\"id\" is empty.");
  auto question = required_text(*object, "question", line_number);
  if (!question) return question.error();
  auto answer = required_text(*object, "answer", line_number);
  if (!answer) return answer.error();
  auto context = context_of(*object, line_number);
  if (!context) return context.error();
  exchange.id = std::move(*id);
  exchange.question = std::move(*question);
  exchange.answer = std::move(*answer);
  exchange.context = std::move(*context);
  const auto principle = object->find("principle");
  if (principle != object->end() && !principle->is_null()) {
    if (!principle->is_string()) return fault(line_number, "\"principle\" must be a string.");
    const PrincipleId asked{principle->get<std::string>()};
    if (pack.find(asked) == nullptr) {
      return fault(line_number,
                   fmt::format("\"principle\" is not the id of a principle of pack {} {}.", pack.id,
                               pack.version));
    }
    exchange.principle = asked;
  }
  return exchange;
}

std::string exchange_reading_json(const Exchange& exchange, const ExchangeReading& reading) {
  const auto quote_or_null = [&](const std::optional<ByteSpan>& span) {
    return span ? Json(slice(exchange.answer, *span)) : Json(nullptr);
  };
  Json readings = Json::array();
  for (const PrincipleReading& one : reading.readings) {
    Json evidence = Json::array();
    for (const Evidence& found : one.evidence) {
      evidence.push_back({{"quote", slice(exchange.answer, found.span)},
                          {"start", found.span.begin},
                          {"end", found.span.end},
                          {"indicator", found.indicator.value},
                          {"polarity", to_string(found.polarity)},
                          {"mode", to_string(found.mode)},
                          {"probability", report::rounded(found.probability)},
                          {"agency", to_string(found.agency)}});
    }
    readings.push_back({{"principle", one.principle.value},
                        {"verdict", to_string(one.verdict)},
                        {"score", report::rounded(one.score)},
                        {"rating", report::or_null(one.rating)},
                        {"evidence", std::move(evidence)},
                        {"probability", report::rounded(one.probability)},
                        {"relevance", report::rounded(one.relevance)}});
  }
  const Json object = {{"id", reading.id},
                       {"readings", std::move(readings)},
                       {"star",
                        {{"situation", quote_or_null(reading.star.situation)},
                         {"task", quote_or_null(reading.star.task)},
                         {"action", quote_or_null(reading.star.action)},
                         {"result", quote_or_null(reading.star.result)}}},
                       {"probe", report::probe_json(reading.probe)},
                       {"abstention", report::abstention_json(reading.abstention)}};
  return report::dumped(object, -1);
}

}  // namespace barometer
