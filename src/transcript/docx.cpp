// Word documents (Teams, Google Docs): a zip whose main part is XML. The paragraphs become text,
// one line each, which is kept as the source and read like any text export.
#include <zip.h>

#include <array>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "transcript/extracted_text.hpp"
#include "transcript/importer.hpp"

namespace barometer {
namespace {

// A document has some dozen parts; pictures add a few hundred.
constexpr zip_int64_t max_entries = 10'000;
// Tags and attributes cost memory many times their size, so a part made of nothing else stops here.
constexpr std::size_t max_marks = 6'000'000;
constexpr std::string_view accepted =
    "Barometer reads .docx documents, and VTT, SRT, TXT, Markdown "
    "and JSON exports as they are, not zipped.";

bool recognises(const SourceFile& file) {
  const std::string_view bytes = file.bytes;
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06") ||
         bytes.starts_with("PK\x07\x08");
}

struct CloseArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct ClosePart {
  void operator()(zip_file_t* part) const { zip_fclose(part); }
};
using Archive = std::unique_ptr<zip_t, CloseArchive>;

Error damaged() {
  return invalid_input(
      "The document is damaged or cut off: its zip container cannot be read. Download it again.");
}

Result<Archive> open_archive(const std::string& bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  Archive archive(source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error));
  zip_error_fini(&error);
  if (!archive) {
    if (source != nullptr) zip_source_free(source);
    return damaged();
  }
  if (zip_get_num_entries(archive.get(), 0) > max_entries) {
    return invalid_input("The zip archive has more than the limit of " +
                         std::to_string(max_entries) + " entries. " + std::string(accepted));
  }
  return archive;
}

Error too_large(const ImportLimits& limits) {
  return invalid_input("The document is too large unpacked: the limit is " +
                       std::to_string(limits.max_unpacked_bytes >> 20) +
                       " MB of text. Save the transcript alone and try again.");
}

// Unpacks the part at `index`, and stops at the limit whatever the directory claims.
Result<std::string> read_part(zip_t* archive, zip_uint64_t index, const ImportLimits& limits) {
  zip_stat_t about;
  zip_stat_init(&about);
  if (zip_stat_index(archive, index, 0, &about) != 0) return damaged();
  if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE) {
    return invalid_input(
        "The document is protected by a password. Save it without one and try again.");
  }
  const std::unique_ptr<zip_file_t, ClosePart> part(zip_fopen_index(archive, index, 0));
  if (!part) return damaged();
  std::string bytes;
  std::array<char, 1 << 16> piece{};
  while (true) {
    const auto count = zip_fread(part.get(), piece.data(), piece.size());
    if (count < 0) return damaged();
    if (count == 0) return bytes;
    bytes.append(piece.data(), static_cast<std::size_t>(count));
    if (bytes.size() > limits.max_unpacked_bytes) return too_large(limits);
  }
}

Result<pugi::xml_document> parse_xml(std::string_view part) {
  std::size_t marks = 0;
  for (const char byte : part) marks += byte == '<' || byte == '=' ? 1U : 0U;
  if (marks > max_marks) {
    return invalid_input("The document has more than the limit of " + std::to_string(max_marks) +
                         " XML tags and attributes. Save the transcript alone and try again.");
  }
  pugi::xml_document xml;
  const auto parsed =
      xml.load_buffer(part.data(), part.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  if (!parsed) {
    return invalid_input("The document is damaged: its XML cannot be read at byte " +
                         std::to_string(parsed.offset) + " of the unpacked text. Save it again.");
  }
  return xml;
}

// Some writers give the main part another name; the package's relations tell it.
Result<zip_uint64_t> find_main_part(zip_t* archive, const ImportLimits& limits) {
  const auto usual = zip_name_locate(archive, "word/document.xml", 0);
  if (usual >= 0) return static_cast<zip_uint64_t>(usual);
  const auto error = invalid_input(
      "The file is a zip archive, but no Word document: word/document.xml is missing. " +
      std::string(accepted));
  const auto relations = zip_name_locate(archive, "_rels/.rels", 0);
  if (relations < 0) return error;
  const auto part = read_part(archive, static_cast<zip_uint64_t>(relations), limits);
  if (!part) return part.error();
  const auto xml = parse_xml(*part);
  if (!xml) return xml.error();
  for (const auto relation : xml->document_element()) {
    std::string target = relation.attribute("Target").value();
    if (!std::string_view(relation.attribute("Type").value()).ends_with("/officeDocument"))
      continue;
    if (target.starts_with('/')) target.erase(0, 1);
    if (!target.starts_with("word/")) continue;
    const auto found = zip_name_locate(archive, target.c_str(), 0);
    if (found >= 0) return static_cast<zip_uint64_t>(found);
  }
  return error;
}

// Walks over the XML without recursion and writes what a reader of the document would see.
class TextExtractor {
 public:
  TextExtractor(pugi::xml_node root, const ImportLimits& limits)
      : limits_(limits), prefix_(prefix_of(root)) {}

  Result<std::string> extract(pugi::xml_node root) {
    std::size_t depth = 1;
    for (auto node = root; node;) {
      const bool skipped = enter(node);
      if (!skipped && node.first_child()) {
        node = node.first_child();
        if (++depth > limits_.max_depth) {
          return invalid_input("The document's XML is nested deeper than the limit of " +
                               std::to_string(limits_.max_depth) +
                               " levels. Save the transcript alone and try again.");
        }
        continue;
      }
      if (!skipped) leave(node);
      while (node && node != root && !node.next_sibling()) {
        node = node.parent();
        --depth;
        leave(node);
      }
      if (node == root) break;
      node = node.next_sibling();
    }
    return std::move(text_);
  }

 private:
  static std::string prefix_of(pugi::xml_node root) {
    const std::string_view name = root.name();
    const auto colon = name.find(':');
    return std::string(colon == std::string_view::npos ? "" : name.substr(0, colon + 1));
  }

  // The name without the prefix of word processing; empty for elements of other vocabularies.
  std::string_view local_name(pugi::xml_node node) const {
    const std::string_view name = node.name();
    if (!name.starts_with(prefix_)) return {};
    return name.substr(prefix_.size());
  }

  // True if what is inside must not be looked at.
  bool enter(pugi::xml_node node) {
    const auto name = local_name(node);
    // Settings (with tab stops), text that was moved away, and the second copy of a text box.
    if (name == "pPr" || name == "rPr" || name == "moveFrom" || name == "sectPr" ||
        std::string_view(node.name()) == "mc:Fallback") {
      return true;
    }
    if (name == "p") {
      if (!text_.empty() && text_.back() != '\n' && open_paragraphs_ > 0) text_ += '\n';
      ++open_paragraphs_;
    } else if (name == "tab") {
      text_ += '\t';
    } else if (name == "br" || name == "cr") {
      text_ += '\n';
    } else if (name == "noBreakHyphen") {
      text_ += '-';
    } else if (name == "t") {
      for (const auto piece : node.children()) text_ += piece.value();
      return true;
    }
    return false;
  }

  void leave(pugi::xml_node node) {
    if (local_name(node) != "p") return;
    --open_paragraphs_;
    text_ += '\n';
  }

  const ImportLimits& limits_;
  std::string prefix_;
  std::string text_;
  std::size_t open_paragraphs_ = 0;
};

Result<std::string> unpack(const SourceFile& file, const ImportLimits& limits) {
  const auto archive = open_archive(file.bytes);
  if (!archive) return archive.error();
  const auto index = find_main_part(archive->get(), limits);
  if (!index) return index.error();
  const auto part = read_part(archive->get(), *index, limits);
  if (!part) return part.error();
  const auto xml = parse_xml(*part);
  if (!xml) return xml.error();
  const auto root = xml->document_element();
  return TextExtractor(root, limits).extract(root);
}

Result<Transcript> read(const SourceFile& file, const ImportLimits& limits) {
  auto text = unpack(file, limits);
  if (!text) return text.error();
  return read_extracted_text(*std::move(text), limits);
}

}  // namespace

extern const Importer docx_importer;
const Importer docx_importer{"docx", "Word document (.docx)",          recognises,
                             read,   /*tolerates_invalid_utf8=*/false, unpack};

}  // namespace barometer
