// Documents. Bytes that begin with "P" are the file; all others are its main part and are zipped
// first, because a fuzzer does not find its way through a checksum.
#include <zip.h>

#include <cstddef>
#include <cstdint>

#include "import_property.hpp"

namespace {

std::string zipped(const std::string& part) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error);
  const auto index =
      zip_file_add(archive, "word/document.xml",
                   zip_source_buffer(archive, part.data(), part.size(), 0), ZIP_FL_ENC_UTF_8);
  zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
  zip_close(archive);
  zip_source_open(target);
  std::string bytes;
  char buffer[4096];
  for (zip_int64_t count = 0; (count = zip_source_read(target, buffer, sizeof buffer)) > 0;) {
    bytes.append(buffer, static_cast<std::size_t>(count));
  }
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

}  // namespace

// The name is libFuzzer's. NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  barometer::fuzz::check_import(bytes.starts_with('P') ? bytes : zipped(bytes), std::nullopt);
  return 0;
}
