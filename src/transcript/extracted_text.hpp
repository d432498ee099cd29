// Extracted text: reads what a container (docx) held, going on at the first format for people.
#pragma once

#include <span>
#include <string>

#include "core/result.hpp"
#include "domain/transcript.hpp"
#include "transcript/importer.hpp"

namespace barometer {

// `text` is the document's text, one paragraph a line, a line break inside a paragraph as "\n", a
// tab as "\t", spaces kept. It becomes Transcript::source. Transcript::format is the id of the text
// format that was found ("teams_docx", "google_meet", ...).
Result<Transcript> read_extracted_text(std::string text, const ImportLimits& limits);

// The formats that may stand in a document, in order of detection; the last one reads any text.
std::span<const Importer> importers_of_extracted_text();

}  // namespace barometer
