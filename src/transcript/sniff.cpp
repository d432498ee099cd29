#include "transcript/sniff.hpp"

#include <array>
#include <cctype>
#include <cstddef>

namespace barometer {
namespace {

using namespace std::string_view_literals;

struct Magic {
  std::size_t offset;
  std::string_view bytes;
  std::string_view kind;
};

constexpr std::array<Magic, 34> magics = {{
    {0, "%PDF-"sv, "a PDF document"sv},
    {0, "\xFF\xD8\xFF"sv, "a JPEG image"sv},
    {0, "\x89PNG"sv, "a PNG image"sv},
    {0, "GIF8"sv, "a GIF image"sv},
    {0, "II*\0"sv, "a TIFF image"sv},
    {0, "MM\0*"sv, "a TIFF image"sv},
    {8, "WEBPVP8"sv, "a WebP image"sv},
    {4, "ftypheic"sv, "a HEIC image"sv},
    {4, "ftypavif"sv, "an AVIF image"sv},
    {4, "ftyp"sv, "an MP4 recording"sv},
    {0, "\x1A\x45\xDF\xA3"sv, "a WebM or Matroska recording"sv},
    {8, "AVI LIST"sv, "an AVI recording"sv},
    {0, "FLV\x01"sv, "an FLV recording"sv},
    {0, "\0\0\x01\xBA"sv, "an MPEG recording"sv},
    {0, "\x30\x26\xB2\x75\x8E\x66\xCF\x11"sv, "a Windows Media recording"sv},
    {8, "WAVEfmt "sv, "a WAV recording"sv},
    {0, "RIFF"sv, "a RIFF recording or image"sv},
    {0, "ID3\x02"sv, "an MP3 recording"sv},
    {0, "ID3\x03"sv, "an MP3 recording"sv},
    {0, "ID3\x04"sv, "an MP3 recording"sv},
    {0, "\xFF\xFB"sv, "an MP3 recording"sv},
    {0, "\xFF\xF3"sv, "an MP3 recording"sv},
    {0, "\xFF\xF2"sv, "an MP3 recording"sv},
    {0, "\xFF\xF1"sv, "an AAC recording"sv},
    {0, "\xFF\xF9"sv, "an AAC recording"sv},
    {0, "fLaC"sv, "a FLAC recording"sv},
    {0, "OggS\0"sv, "an Ogg recording"sv},
    {0, "#!AMR"sv, "an AMR recording"sv},
    {0, "\x1F\x8B"sv, "a gzip archive"sv},
    {0, "Rar!\x1A"sv, "a RAR archive"sv},
    {0, "7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive"sv},
    {0, "\xD0\xCF\x11\xE0"sv, "an old Office document (.doc)"sv},
    {0, "{\\rtf"sv, "a rich text document (.rtf)"sv},
    {0, "SQLite format 3\0"sv, "a database"sv},
}};

bool starts_with_ignoring_case(std::string_view text, std::string_view lower_start) {
  if (text.size() < lower_start.size()) return false;
  for (std::size_t i = 0; i < lower_start.size(); ++i) {
    if (std::tolower(static_cast<unsigned char>(text[i])) != lower_start[i]) return false;
  }
  return true;
}

}  // namespace

std::optional<std::string_view> foreign_kind(std::string_view bytes) {
  // The longer UTF-32 mark begins with the UTF-16 one; both mean the same to whoever must act.
  if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv)) {
    return "text in UTF-16, not in UTF-8"sv;
  }
  for (const auto& magic : magics) {
    if (bytes.size() <= magic.offset || !bytes.substr(magic.offset).starts_with(magic.bytes))
      continue;
    const bool words_by_chance =
        magic.offset == 4 && bytes.front() != '\0';  // a box length is there
    if (!words_by_chance) return magic.kind;
  }
  const auto first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF"sv);
  if (first == std::string_view::npos) return std::nullopt;
  const auto text = bytes.substr(first);
  if (starts_with_ignoring_case(text, "<!doctype html"sv) ||
      starts_with_ignoring_case(text, "<html"sv)) {
    return "a web page"sv;
  }
  if (starts_with_ignoring_case(text, "<?xml"sv)) return "an XML document"sv;
  return std::nullopt;
}

}  // namespace barometer
