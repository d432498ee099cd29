#include "service/practise.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <utility>

#include "core/utf8.hpp"
#include "interviewer/interviewer.hpp"

namespace barometer {

Result<Practice> start_practising(const Pack& pack, const Reader& reader,
                                  const PracticeSettings& settings) {
  if (utf8::first_invalid(settings.question))
    return invalid_input("The question is not valid UTF-8.");
  auto practice = begin_practice(pack, settings);
  if (!practice) return practice.error();
  practice->reader_version = reader.version();
  return practice;
}

Result<std::vector<Utterance>> answer_practice(Practice& practice, const Pack& pack,
                                               const Reader& reader, std::string_view text,
                                               std::int64_t at_ms) {
  if (practice.finished)
    return Error{ErrorCode::Conflict, "This interview is over. Begin another one."};
  if (practice.pack_id != pack.id || practice.pack_version != pack.version) {
    return Error{ErrorCode::Conflict,
                 fmt::format("This interview was begun under pack {}@{}, not {}@{}.",
                             practice.pack_id, practice.pack_version, pack.id, pack.version)};
  }
  if (text.size() > max_answer_bytes) {
    return invalid_input(fmt::format("An answer may have {} kB at most; this one has {} kB.",
                                     max_answer_bytes / 1024, text.size() / 1024));
  }
  if (utf8::first_invalid(text)) return invalid_input("The answer is not valid UTF-8.");
  const auto exchange = exchange_to_read(practice, text);
  if (!exchange) return respond(practice, pack, text, nullptr, at_ms);
  const auto readings = reader.read(std::array{*exchange});
  if (!readings) return readings.error();
  return respond(practice, pack, text, &readings->front(), at_ms);
}

std::vector<Utterance> end_practice(Practice& practice) { return close_practice(practice); }

}  // namespace barometer
