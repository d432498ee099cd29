// Zoom's meeting chat. What people typed is not what they said, so it comes with a warning.
#include <array>

#include "transcript/clock.hpp"
#include "transcript/importer.hpp"
#include "transcript/lines.hpp"

namespace barometer {
namespace {

constexpr std::string_view format = "zoom_chat";

struct ChatHeader {
  std::string_view name;
  std::int64_t ms = 0;
  bool time_of_day = true;  // else from the start of the recording
  std::size_t text_begin = 0;
};

std::string_view trimmed(std::string_view text) {
  return slice(text, trimmed_span(text, {0, text.size()}));
}

// "10:15:02\t From  Dana Osei : text", "10:15:02 From Dana Osei to Everyone:" with the text on the
// next line.
std::optional<ChatHeader> saved_chat_header(std::string_view line, const ClockText& clock) {
  auto at = line.find_first_not_of(" \t", clock.length);
  if (at == std::string_view::npos || at == clock.length) return std::nullopt;
  const auto rest = line.substr(at);
  if (!rest.starts_with("From ") && !rest.starts_with("from ")) return std::nullopt;
  at += 5;
  auto colon = line.find(" : ", at);
  if (colon != std::string_view::npos) {
    ++colon;
  } else {
    colon = line.find(':', at);
    if (colon == std::string_view::npos) return std::nullopt;
  }
  auto name = line.substr(at, colon - at);
  // The last " to " parts sender and receiver.
  if (const auto to = name.rfind(" to "); to != std::string_view::npos) name = name.substr(0, to);
  name = trimmed(name);
  if (name.empty()) return std::nullopt;
  return ChatHeader{name, clock.ms, true, colon + 1};
}

// Of a cloud recording: "00:12:23<tab>Dana Osei:<tab>text".
std::optional<ChatHeader> cloud_chat_header(std::string_view line, const ClockText& clock) {
  const auto rest = line.substr(clock.length);
  const auto end = rest.find(":\t");
  if (!rest.starts_with('\t') || end == std::string_view::npos || end < 2) return std::nullopt;
  return ChatHeader{rest.substr(1, end - 1), clock.ms, false, clock.length + end + 2};
}

std::optional<ChatHeader> chat_header(std::string_view line) {
  const auto clock = read_clock(line);
  if (!clock || clock->fields != 3) return std::nullopt;
  if (auto header = saved_chat_header(line, *clock)) return header;
  return cloud_chat_header(line, *clock);
}

// Quotes another message, or is a sign and not a message.
bool is_notice(std::string_view text) {
  static constexpr auto openings = std::to_array<std::string_view>(
      {"Replying to \"", "Reacted to \"", "Replying to \xE2\x80\x9C", "Reacted to \xE2\x80\x9C"});
  if (text.starts_with("Removed a ") && text.find(" reaction from ") != std::string_view::npos) {
    return true;
  }
  for (const auto opening : openings) {
    if (text.starts_with(opening)) return true;
  }
  return false;
}

// A chat starts with its first message; captions, which look alike, may begin with "From", too.
bool recognises(const SourceFile& file) {
  std::size_t headers = 0;
  std::size_t other_times = 0;
  for (const Line& line : lines_of(file)) {
    const auto text = slice(file.text(), line.span);
    if (is_blank(text)) continue;
    if (chat_header(text)) {
      ++headers;
    } else if (headers == 0) {
      return false;
    } else {
      other_times += read_clock(text) ? 1U : 0U;
    }
  }
  return headers > other_times;
}

class ChatReader {
 public:
  ChatReader(const SourceFile& file, const ImportLimits& limits)
      : text_(file.text()), builder_(std::string(format), file.bytes, limits) {
    builder_.warn("chat_not_speech", "This is a chat: what was typed, not what was said");
  }

  Result<Transcript> read(const std::vector<Line>& lines) && {
    for (const Line& line : lines) {
      const auto text = slice(text_, line.span);
      if (is_blank(text)) continue;
      const auto header = chat_header(text);
      if (header) begin_turn(*header, line);
      add({line.span.begin + (header ? header->text_begin : 0), line.span.end}, line);
    }
    return std::move(builder_).finish();
  }

 private:
  void begin_turn(const ChatHeader& header, const Line& line) {
    std::optional<std::int64_t> start_ms = header.ms;
    if (header.time_of_day) {
      start_ms = clock_.since_first(header.ms);
    }
    if (!in_turn_ && header.time_of_day) {
      builder_.warn("clock_rebased", "Times of day were counted from the first message",
                    place_of(line));
    } else if (!in_turn_) {
      builder_.warn("format_doubtful", "The times of this kind of chat file are not documented");
    }
    if (!start_ms) {
      builder_.warn("time_dropped", "A time of day before the first one was left out",
                    place_of(line));
    }
    builder_.begin_turn(header.name, start_ms);
    in_turn_ = true;
  }

  void add(ByteSpan span, const Line& line) {
    const auto said = trimmed(slice(text_, span));
    if (said.empty()) return;
    if (!in_turn_ || is_notice(said)) {
      builder_.warn("lines_skipped", "Lines that are no speech were left out", place_of(line));
    } else {
      add_joined(builder_, span);
    }
  }

  std::string_view text_;
  TranscriptBuilder builder_;
  WallClock clock_;
  bool in_turn_ = false;
};

Result<Transcript> read(const SourceFile& file, const ImportLimits& limits) {
  return ChatReader(file, limits).read(lines_of(file));
}

}  // namespace

extern const Importer zoom_chat_importer = {format, "Zoom meeting chat (.txt)", recognises, read};

}  // namespace barometer
