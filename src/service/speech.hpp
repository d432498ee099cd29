// Speech: a recorded answer becomes text by the endpoint of the settings. Nothing of it is kept.
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "service/endpoint.hpp"

namespace barometer {

// What browsers record.
struct Recording {
  std::string media_type;  // audio/webm, audio/ogg, audio/mp4, audio/wav
  std::string_view sound;  // outlives the call
};

// Times count from the beginning of the recording.
struct SpokenPart {
  std::string text;
  std::int64_t begin_ms = 0;
  std::int64_t end_ms = 0;  // not before begin_ms
};

struct Transcription {
  std::string text;      // may be empty: nothing was heard
  std::string language;  // as the endpoint names it; empty where it does not
  std::optional<std::int64_t> duration_ms;
  std::vector<SpokenPart> words;  // in order; empty where the endpoint tells no times
  std::vector<SpokenPart> segments;
};

// InvalidInput (the bytes are no such recording, the endpoint's address is none), Conflict (no
// endpoint is set); of the endpoint: Unavailable, Timeout, Cancelled. Messages name the endpoint's
// host, and hold nothing that it answered.
Result<Transcription> transcribe(const Endpoint& endpoint, const Recording& recording,
                                 const CallLimits& limits, const std::stop_token& given_up);

}  // namespace barometer
