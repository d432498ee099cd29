# Text files that a program carries inside. barometer_embed_text(<generated.cpp> NAMESPACE <ns> HEADER <h>
# FILES <f>...) defines one std::string_view per file, named as the file with '_' for '.'; the header declares
# them. Built again when a file changes.
if(CMAKE_SCRIPT_MODE_FILE)
  # cmake -D OUTPUT=... -D NAMESPACE=... -D HEADER=... -D FILES=a|b -P EmbedText.cmake
  string(REPLACE "|" ";" FILES "${FILES}")
  set(source "#include \"${HEADER}\"\n\nnamespace ${NAMESPACE} {\n\n")
  foreach(file IN LISTS FILES)
    get_filename_component(name "${file}" NAME)
    string(REPLACE "." "_" name "${name}")
    file(READ "${file}" text)
    string(FIND "${text}" ")embedded\"" at)
    if(NOT at EQUAL -1)
      message(FATAL_ERROR "${file} holds the mark that ends embedded text")
    endif()
    string(APPEND source "const std::string_view ${name} = R\"embedded(${text})embedded\";\n\n")
  endforeach()
  string(APPEND source "}  // namespace ${NAMESPACE}\n")
  file(WRITE "${OUTPUT}" "${source}")
  return()
endif()

set(BAROMETER_EMBED_TEXT_SCRIPT ${CMAKE_CURRENT_LIST_FILE})

function(barometer_embed_text output)
  cmake_parse_arguments(arg "" "NAMESPACE;HEADER" "FILES" ${ARGN})
  list(TRANSFORM arg_FILES PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
  string(REPLACE ";" "|" joined "${arg_FILES}")
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -D OUTPUT=${output} -D NAMESPACE=${arg_NAMESPACE} -D HEADER=${arg_HEADER}
      -D FILES=${joined} -P ${BAROMETER_EMBED_TEXT_SCRIPT}
    DEPENDS ${arg_FILES} ${BAROMETER_EMBED_TEXT_SCRIPT}
    VERBATIM)
endfunction()
