#include "service/speech.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

namespace barometer {
namespace {

using Json = nlohmann::json;

constexpr std::size_t longest_text = 200'000;  // bytes; hours of speech

struct Form {
  std::string_view media_type;
  const char* file_name;  // endpoints tell the format by its end
  std::size_t mark_at;
  std::string_view mark;  // every such file has it there
};
constexpr std::array<Form, 4> forms = {{
    {"audio/webm", "answer.webm", 0, "\x1A\x45\xDF\xA3"},
    {"audio/ogg", "answer.ogg", 0, "OggS"},
    {"audio/mp4", "answer.mp4", 4, "ftyp"},
    {"audio/wav", "answer.wav", 0, "RIFF"},
}};

Error unavailable(std::string_view host, std::string_view what) {
  return {ErrorCode::Unavailable, fmt::format("{}: {}", host, what)};
}

// What a status other than 200 means for the one who set the endpoint.
Error refusal(int status, std::string_view host) {
  const auto told = [&](std::string_view what) {
    return unavailable(host, fmt::format("it answered with status {}: {}", status, what));
  };
  switch (status) {
    case 400:
    case 415:
    case 422:
      return told(
          "it takes no such recording, or does not know the model. Check the model in the "
          "settings; whisper.cpp's server needs --convert for what browsers record.");
    case 401:
    case 403:
      return told("it wants a key, or another one. Set its key in the settings.");
    case 404:
    case 405:
      return told(
          "it has no audio/transcriptions there, or no such model. Check the address and the "
          "model in the settings.");
    case 413:
      return told("the recording is too long for it. Record the answer in shorter pieces.");
    case 429:
      return told("it is too busy, or its quota is used up. Try again later.");
    default:
      break;
  }
  if (status >= 300 && status < 400)
    return told(
        "it sends on to another address, which is never followed. Set the address it moved to.");
  if (status >= 500) return told("it failed. Look into what it printed, and try again.");
  return told("that is no transcription. Check the address in the settings.");
}

// Without control characters: a draft may hold none but line ends.
std::string clean(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20 && c != '\n') c = ' ';
  const auto first = text.find_first_not_of(" \n");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \n") - first + 1);
}

std::string text_in(const Json& object, const char* name) {
  const auto at = object.find(name);
  return at == object.end() || !at->is_string() ? std::string() : at->get<std::string>();
}

// Seconds of the endpoint; nothing for what is no time within a day.
std::optional<std::int64_t> ms_in(const Json& object, const char* name) {
  constexpr double day_s = 86'400.0;
  const auto at = object.find(name);
  if (at == object.end() || !at->is_number()) return std::nullopt;
  const double seconds = at->get<double>();
  if (!std::isfinite(seconds) || seconds < 0.0 || seconds > day_s) return std::nullopt;
  return std::llround(seconds * 1000.0);
}

const Json& list_in(const Json& object, const char* name) {
  static const Json none = Json::array();
  const auto at = object.find(name);
  return at == object.end() || !at->is_array() ? none : *at;
}

// Parts with their times, as far as they are sound; `name` is that of their text.
std::vector<SpokenPart> parts_in(const Json& list, const char* name) {
  std::vector<SpokenPart> parts;
  // whisper.cpp gives pieces of words, and begins each whole word with a space.
  const bool pieces = std::any_of(list.begin(), list.end(), [&](const Json& one) {
    return one.is_object() && text_in(one, name).starts_with(' ');
  });
  for (const Json& one : list) {
    if (!one.is_object()) continue;
    const std::string raw = text_in(one, name);
    std::string text = clean(raw);
    const auto begin = ms_in(one, "start");
    const auto end = ms_in(one, "end");
    if (text.empty() || !begin || !end || *end < *begin) continue;
    if (pieces && !raw.starts_with(' ') && !parts.empty()) {
      parts.back().text += text;
      parts.back().end_ms = std::max(parts.back().end_ms, *end);
    } else {
      parts.push_back({std::move(text), *begin, *end});
    }
  }
  return parts;
}

Result<Transcription> decode(const std::string& body, std::string_view host) {
  const Json answer = Json::parse(body, nullptr, false);
  if (answer.is_discarded())
    return unavailable(host, "its answer is no JSON. Check the address in the settings.");
  const auto text = answer.is_object() ? answer.find("text") : answer.end();
  if (!answer.is_object() || text == answer.end() || !text->is_string())
    return unavailable(host, "its answer holds no text. Check the address in the settings.");
  Transcription heard;
  heard.text = clean(text->get<std::string>());
  if (heard.text.size() > longest_text)
    return unavailable(host, "its text is longer than anybody could have spoken.");
  heard.language = clean(text_in(answer, "language"));
  heard.duration_ms = ms_in(answer, "duration");
  const Json& segments = list_in(answer, "segments");
  heard.segments = parts_in(segments, "text");
  heard.words = parts_in(list_in(answer, "words"), "word");
  if (!heard.words.empty()) return heard;
  for (const Json& segment : segments) {  // some give the words there
    if (!segment.is_object()) continue;
    for (SpokenPart& word : parts_in(list_in(segment, "words"), "word"))
      heard.words.push_back(std::move(word));
  }
  return heard;
}

}  // namespace

Result<Transcription> transcribe(const Endpoint& endpoint, const Recording& recording,
                                 const CallLimits& limits, const std::stop_token& given_up) {
  const auto form = std::find_if(forms.begin(), forms.end(), [&](const Form& one) {
    return one.media_type == recording.media_type;
  });
  if (form == forms.end() || recording.sound.size() < form->mark_at ||
      !recording.sound.substr(form->mark_at).starts_with(form->mark))
    return invalid_input(fmt::format(
        "The body is no recording of the type {}; nothing was sent on.", recording.media_type));
  if (endpoint.url.empty()) {
    return Error{
        ErrorCode::Conflict,
        "No endpoint for speech is set. Give the address of an OpenAI-compatible one in the "
        "settings (speech.url), such as http://127.0.0.1:8080/v1 of a whisper.cpp server on "
        "this machine."};
  }
  const auto place = place_of(endpoint.url);
  if (!place) return place.error();
  const auto address = operation_address(endpoint.url, "audio/transcriptions");
  if (!address) return address.error();
  std::vector<FormField> fields = {
      {"file", recording.sound, form->file_name, recording.media_type},
      {"model", endpoint.model.empty() ? "whisper-1" : std::string_view(endpoint.model)},
      {"response_format", "verbose_json"},
      {"timestamp_granularities[]", "word"},
      {"timestamp_granularities[]", "segment"}};
  auto answer = post_form(*address, endpoint.secret, fields, limits, given_up);
  if (answer && (answer->status == 400 || answer->status == 422)) {
    // Some models tell no times, and refuse to be asked for them.
    fields.resize(3);
    fields.back().value = "json";
    answer = post_form(*address, endpoint.secret, fields, limits, given_up);
  }
  if (!answer) return answer.error();
  if (answer->status != 200) return refusal(answer->status, place->host);
  return decode(answer->body, place->host);
}

}  // namespace barometer
