# Every library that Barometer links. Debian packages first; OpenVINO comes from the pinned wheels that
# `make setup` puts into .deps/ (they carry headers, libraries and CMake configuration).
find_package(CLI11 REQUIRED)          # command line
find_package(fmt REQUIRED)            # formatting
find_package(spdlog REQUIRED)         # log
find_package(nlohmann_json REQUIRED)  # JSON that we write and our own JSON that we read
find_package(jsoncpp REQUIRED)        # JSON of others: it tells the byte offset of every value
find_package(yaml-cpp REQUIRED)       # packs
find_package(ICU REQUIRED COMPONENTS uc i18n data)
find_package(Boost 1.74 REQUIRED CONFIG)  # statistics: the F distribution (headers only)
find_package(pugixml REQUIRED)        # docx: the XML
find_package(OpenSSL REQUIRED COMPONENTS Crypto)  # SHA-256: the report's content security policy
find_package(PkgConfig REQUIRED)
pkg_check_modules(libzip REQUIRED IMPORTED_TARGET libzip)  # docx: the container
find_library(CLD2_LIBRARY cld2 REQUIRED)                   # which language a text is in
find_path(CLD2_INCLUDE_DIR cld2/public/compact_lang_det.h REQUIRED)
add_library(barometer_cld2 INTERFACE)
target_include_directories(barometer_cld2 SYSTEM INTERFACE ${CLD2_INCLUDE_DIR})
target_link_libraries(barometer_cld2 INTERFACE ${CLD2_LIBRARY})

# Store: SOCI brings no CMake configuration of its own in Debian.
find_path(SOCI_INCLUDE_DIR soci/soci.h REQUIRED)
find_library(SOCI_CORE_LIBRARY soci_core REQUIRED)
find_library(SOCI_SQLITE3_LIBRARY soci_sqlite3 REQUIRED)
find_library(SOCI_POSTGRESQL_LIBRARY soci_postgresql REQUIRED)
find_path(POSTGRESQL_INCLUDE_DIR libpq-fe.h PATH_SUFFIXES postgresql REQUIRED)  # SOCI's header includes it
add_library(barometer_soci INTERFACE)
target_include_directories(barometer_soci SYSTEM INTERFACE ${SOCI_INCLUDE_DIR} ${SOCI_INCLUDE_DIR}/soci ${POSTGRESQL_INCLUDE_DIR})
target_link_libraries(barometer_soci INTERFACE
  ${SOCI_SQLITE3_LIBRARY} ${SOCI_POSTGRESQL_LIBRARY} ${SOCI_CORE_LIBRARY})

find_package(CURL 7.85 REQUIRED)  # calls endpoints of the settings: speech to text
find_package(prometheus-cpp REQUIRED COMPONENTS core)  # metrics of the server

set(BAROMETER_DEPS_DIR ${PROJECT_SOURCE_DIR}/.deps CACHE PATH "Where `make setup` puts the wheels")
find_package(OpenVINO REQUIRED COMPONENTS Runtime
  PATHS ${BAROMETER_DEPS_DIR}/wheels/openvino/cmake NO_DEFAULT_PATH)
file(GLOB BAROMETER_TOKENIZERS_LIBRARY
  ${BAROMETER_DEPS_DIR}/wheels/openvino_tokenizers/lib/libopenvino_tokenizers.so)
if(NOT BAROMETER_TOKENIZERS_LIBRARY)
  message(FATAL_ERROR "The tokenizer extension is missing from ${BAROMETER_DEPS_DIR}. Run `make setup`.")
endif()
