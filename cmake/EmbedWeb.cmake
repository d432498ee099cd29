# The built web page inside the program. barometer_embed_web(<generated.cpp> <folder>) writes a source file that defines
# barometer::api::embedded::web_files() over every file below the folder, each as it is and packed by gzip; over none
# where the page was not built. It looks at configure time: build the page, then configure again.
function(barometer_embed_web output folder)
  file(GLOB_RECURSE files RELATIVE ${folder} CONFIGURE_DEPENDS ${folder}/*)
  set(symbols)
  set(rows)
  set(inputs)
  set(number 0)
  get_filename_component(packed_folder ${output} DIRECTORY)
  set(packed_folder ${packed_folder}/web)
  file(MAKE_DIRECTORY ${packed_folder})
  foreach(file IN LISTS files)
    get_filename_component(ending ${file} LAST_EXT)
    if(ending STREQUAL ".map")
      continue()
    endif()
    set(type application/octet-stream)
    foreach(known "html|text/html\\; charset=utf-8" "js|text/javascript\\; charset=utf-8" "css|text/css\\; charset=utf-8"
        "svg|image/svg+xml" "png|image/png" "ico|image/x-icon" "woff2|font/woff2" "json|application/json"
        "webmanifest|application/manifest+json" "txt|text/plain\\; charset=utf-8" "vtt|text/vtt\\; charset=utf-8")
      string(REPLACE "|" ";" pair "${known}")
      list(GET pair 0 wanted)
      if(ending STREQUAL ".${wanted}")
        string(REGEX REPLACE "^[a-z0-9]+\\|" "" type "${known}")
        string(REPLACE "\\;" ";" type "${type}")
      endif()
    endforeach()
    set(packed ${packed_folder}/${number}.gz)
    set(plain ${packed_folder}/${number}.plain)  # a copy, so that building the page anew does not break a build under way
    file(COPY_FILE ${folder}/${file} ${plain} ONLY_IF_DIFFERENT)
    execute_process(COMMAND gzip -9 -n -c ${plain} OUTPUT_FILE ${packed} COMMAND_ERROR_IS_FATAL ANY)
    file(SHA256 ${plain} digest)
    string(SUBSTRING ${digest} 0 16 digest)
    string(APPEND symbols "BAROMETER_EMBED(web_${number}, \"${plain}\")\n")
    string(APPEND symbols "BAROMETER_EMBED(web_${number}_gz, \"${packed}\")\n")
    string(APPEND rows "    {\"/${file}\", \"${type}\", \"\\\"${digest}\\\"\", BAROMETER_BYTES(web_${number}),\n"
      "     BAROMETER_BYTES(web_${number}_gz)},\n")
    list(APPEND inputs ${plain} ${packed})
    math(EXPR number "${number} + 1")
  endforeach()
  set(source "// Made by cmake/EmbedWeb.cmake.
#include <array>

#include \"api/embedded.hpp\"

#define BAROMETER_EMBED(symbol, path)                                            \\
  __asm__(\".section .rodata\\n\" #symbol \":\\n.incbin \\\"\" path \"\\\"\\n\" #symbol \"_end:\\n.byte 0\\n.previous\\n\"); \\
  extern \"C\" const char symbol[];                                                \\
  extern \"C\" const char symbol##_end[];
#define BAROMETER_BYTES(symbol) \\
  std::string_view(symbol, static_cast<std::size_t>(symbol##_end - symbol))

${symbols}
namespace barometer::api::embedded {

std::span<const WebFile> web_files() {
  static const std::array<WebFile, ${number}> files = {{
${rows}  }};
  return files;
}

}  // namespace barometer::api::embedded
")
  file(CONFIGURE OUTPUT ${output} CONTENT "${source}" @ONLY)
  set_source_files_properties(${output} PROPERTIES OBJECT_DEPENDS "${inputs}")
  if(EXISTS ${folder}/index.html)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${folder}/index.html)
  endif()
  if(number EQUAL 0)
    message(STATUS "The web page was not built; the server will say so.")
  endif()
endfunction()
