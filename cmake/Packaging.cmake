# Install rules and the Debian package. A package carries all that it needs at run time: the engine's libraries come
# from the wheels and lie in lib/barometer, where the program (by its RPATH) and cli/tools.cpp look for them.
set(wheels ${BAROMETER_DEPS_DIR}/wheels)

set_target_properties(barometer PROPERTIES INSTALL_RPATH "$ORIGIN/../lib/barometer")
install(TARGETS barometer RUNTIME)

# The CPU plugin and the reader of its own model format; none of the other devices and formats.
file(GLOB engine_libraries
  ${wheels}/openvino/libs/libopenvino.so.* ${wheels}/openvino/libs/libopenvino_ir_frontend.so.*
  ${wheels}/openvino/libs/libopenvino_intel_cpu_plugin.so
  ${wheels}/openvino/libs/libtbb.so.* ${wheels}/openvino/libs/libtbbmalloc.so.* ${wheels}/openvino/libs/libtbbbind*.so.*
  ${wheels}/openvino/libs/libhwloc.so.*)
install(FILES ${engine_libraries} ${BAROMETER_TOKENIZERS_LIBRARY} DESTINATION lib/barometer)

install(DIRECTORY packs models schemas examples DESTINATION ${CMAKE_INSTALL_DATADIR}/barometer)
install(FILES man/barometer.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)

# Licences of everything that the package carries.
set(doc_dir ${CMAKE_INSTALL_DATADIR}/doc/barometer)
install(FILES README.md CHANGELOG.md NOTICE DESTINATION ${doc_dir})
install(FILES LICENSE DESTINATION ${doc_dir} RENAME copyright)
file(GLOB engine_licences ${wheels}/openvino-*.dist-info/licenses/LICENSE
  ${wheels}/openvino-*.dist-info/licenses/licensing/*.txt)
install(FILES ${engine_licences} DESTINATION ${doc_dir}/licences/openvino)
file(GLOB tokenizers_licences ${wheels}/openvino_tokenizers-*.dist-info/LICENSE
  ${wheels}/openvino_tokenizers-*.dist-info/third-party-programs.txt)
install(FILES ${tokenizers_licences} DESTINATION ${doc_dir}/licences/openvino-tokenizers)
if(NOT engine_licences OR NOT tokenizers_licences)
  message(FATAL_ERROR "The licences of the inference engine are missing from ${wheels}. Run `make setup`.")
endif()

# Completions are printed by the program itself, so they cannot fall behind.
set(completions ${PROJECT_BINARY_DIR}/completions)
add_custom_command(
  OUTPUT ${completions}/barometer.bash ${completions}/barometer.zsh ${completions}/barometer.fish
  COMMAND ${CMAKE_COMMAND} -E make_directory ${completions}
  COMMAND barometer completion bash > ${completions}/barometer.bash
  COMMAND barometer completion zsh > ${completions}/barometer.zsh
  COMMAND barometer completion fish > ${completions}/barometer.fish
  DEPENDS barometer
  VERBATIM)
if(BAROMETER_SANITIZE)
  set(in_all)
else()
  set(in_all ALL)
endif()
add_custom_target(completions ${in_all}
  DEPENDS ${completions}/barometer.bash ${completions}/barometer.zsh ${completions}/barometer.fish)
install(FILES ${completions}/barometer.bash
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME barometer)
install(FILES ${completions}/barometer.zsh
  DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions RENAME _barometer)
install(FILES ${completions}/barometer.fish
  DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME barometer)
set(CPACK_PACKAGE_VENDOR "The Barometer project")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_OUTPUT_FILE_PREFIX ${PROJECT_SOURCE_DIR}/dist)
set(CPACK_THREADS 0)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "The Barometer project <barometer@localhost>")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)  # dependencies from what the program links
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${wheels}/openvino/libs)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
include(CPack)
