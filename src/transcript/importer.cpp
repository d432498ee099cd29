#include "transcript/importer.hpp"

#include <algorithm>
#include <utility>

#include "core/utf8.hpp"
#include "transcript/extracted_text.hpp"
#include "transcript/json_import.hpp"
#include "transcript/sniff.hpp"

namespace barometer {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view accepted =
    "Barometer reads transcripts: VTT, SRT, TXT, Markdown, JSON and DOCX exports.";

// Not "PK" alone: those may be somebody's initials.
bool is_zip(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06") ||
         bytes.starts_with("PK\x07\x08");
}

const Importer* find_importer(std::string_view id) {
  for (const Importer& importer : importers()) {
    if (importer.id == id) return &importer;
  }
  return nullptr;
}

const Importer* detect(const SourceFile& file) {
  // JSON that no JSON importer knows is nobody's speech, so no text format may have it.
  for (const Importer& importer : is_json(file) ? importers_of_json() : importers()) {
    if (importer.recognises(file)) return &importer;
  }
  return nullptr;
}

Error unknown_format(std::string_view id) {
  std::string message =
      "There is no input format \"" + std::string(id.substr(0, 40)) + "\". Known:";
  for (const Importer& importer : importers()) message += " " + std::string(importer.id);
  return invalid_input(message);
}

std::string line_of(std::string_view bytes, std::size_t offset) {
  const auto lines =
      std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(offset), '\n');
  return std::to_string(lines + 1);
}

// Refuses what is not text. Fills `masked` where an importer might tolerate bad bytes.
Status check_text(SourceFile& file) {
  if (const auto kind = foreign_kind(file.bytes)) {
    return invalid_input("The file is " + std::string(*kind) + ". " + std::string(accepted));
  }
  if (const auto zero = file.bytes.find('\0'); zero != std::string::npos) {
    return invalid_input("Byte " + std::to_string(zero) + " (line " + line_of(file.bytes, zero) +
                         ") is NUL, so the file is not text in UTF-8. Save it as UTF-8.");
  }
  if (file.bytes.starts_with(byte_order_mark)) file.text_begin = byte_order_mark.size();
  if (file.bytes.find_first_not_of(" \t\r\n", file.text_begin) == std::string::npos) {
    return invalid_input("The file is empty. " + std::string(accepted));
  }
  if (utf8::first_invalid(file.bytes)) file.masked = utf8::with_invalid_bytes_masked(file.bytes);
  return Done{};
}

Error not_utf8(std::string_view bytes) {
  const auto bad = utf8::first_invalid(bytes).value_or(0);
  return invalid_input("Byte " + std::to_string(bad) + " (line " + line_of(bytes, bad) +
                       ") is not valid UTF-8. Save the file as UTF-8 and try again.");
}

// A pattern of a person's own takes the place of what the text formats know of labels.
Result<const Importer*> with_own_labels(const Importer& found) {
  for (const Importer& importer : importers_of_extracted_text()) {
    if (importer.id == found.id) return find_importer("labelled_text");
  }
  return invalid_input("A label pattern is for text. The format here is " + std::string(found.id) +
                       " (" + std::string(found.title) +
                       "), which names the speakers in a way of its own: leave the pattern out.");
}

Result<Transcript> read_text(SourceFile file, const Importer* importer,
                             const ImportLimits& limits) {
  const auto text = check_text(file);
  if (!text) return text.error();
  // Bad bytes are looked at only to see whether the format is one that tolerates them.
  if (importer == nullptr) importer = detect(file);
  if (importer == nullptr) {
    if (!file.masked.empty()) return not_utf8(file.bytes);
    if (is_json(file)) return unknown_json(file, limits);
    return invalid_input("No format fits the file. " + std::string(accepted));
  }
  if (file.label_pattern != nullptr) {
    const auto labelled = with_own_labels(*importer);
    if (!labelled) return labelled.error();
    importer = *labelled;
  }
  if (!file.masked.empty() && !importer->tolerates_invalid_utf8) return not_utf8(file.bytes);
  return importer->read(file, limits);
}

Result<Transcript> read_zip(const SourceFile& file, const Importer* named,
                            const ImportLimits& limits) {
  const Importer* container = detect(file);
  if (container == nullptr || container->unpack == nullptr) {
    return invalid_input("The file is a zip archive. " + std::string(accepted));
  }
  const bool by_content = named == nullptr || named == container;
  if (by_content && file.label_pattern == nullptr) return container->read(file, limits);
  auto text = container->unpack(file, limits);
  if (!text) return text.error();
  const Importer* reading = by_content ? find_importer("labelled_text") : named;
  return read_text({*std::move(text), 0, {}, file.label_pattern}, reading, limits);
}

}  // namespace

Result<Transcript> import_transcript(std::string bytes, std::optional<std::string_view> format,
                                     const ImportLimits& limits, const LabelPattern* labels) {
  const Importer* named = nullptr;
  if (format) {
    named = find_importer(*format);
    if (named == nullptr) return unknown_format(*format);
  }
  if (bytes.size() > limits.max_bytes) {
    return invalid_input("The file has " + std::to_string(bytes.size()) + " bytes; the limit is " +
                         std::to_string(limits.max_bytes) + ".");
  }
  SourceFile file{std::move(bytes), 0, {}, labels};
  if (const auto lines = std::count(file.bytes.begin(), file.bytes.end(), '\n');
      static_cast<std::size_t>(lines) > limits.max_lines) {
    return invalid_input("The file has " + std::to_string(lines) + " lines; the limit is " +
                         std::to_string(limits.max_lines) + ".");
  }
  if (is_zip(file.bytes)) return read_zip(file, named, limits);
  return read_text(std::move(file), named, limits);
}

Result<Transcript> read_extracted_text(std::string text, const ImportLimits& limits) {
  SourceFile file{std::move(text), 0, {}};
  const auto checked = check_text(file);
  if (!checked) return checked.error();
  if (!file.masked.empty()) return not_utf8(file.bytes);
  for (const Importer& importer : importers_of_extracted_text()) {
    if (importer.recognises(file)) return importer.read(file, limits);
  }
  return invalid_input("No format fits the text of the document. " + std::string(accepted));
}

}  // namespace barometer
