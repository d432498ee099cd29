# One folder under src/ is one library and one test program. DEPS are the only modules it may include
# from; the `layers` test fails when an #include disagrees. PRIVATE are libraries of others that stay
# behind the module's headers; PUBLIC ones show in them.
function(barometer_module name)
  cmake_parse_arguments(arg "" "" "SOURCES;HEADERS;TESTS;DEPS;PRIVATE;PUBLIC;TEST_LIBRARIES" ${ARGN})
  add_library(barometer_${name} STATIC ${arg_SOURCES})
  add_library(barometer::${name} ALIAS barometer_${name})
  target_sources(barometer_${name} PUBLIC
    FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/src FILES ${arg_HEADERS})
  target_compile_features(barometer_${name} PUBLIC cxx_std_20)
  target_link_libraries(barometer_${name}
    PUBLIC ${arg_DEPS} ${arg_PUBLIC} PRIVATE ${arg_PRIVATE} barometer_options)
  if(BUILD_TESTING AND arg_TESTS)
    add_executable(${name}_tests ${arg_TESTS})
    target_include_directories(${name}_tests PRIVATE ${PROJECT_SOURCE_DIR}/tests)
    target_compile_definitions(${name}_tests PRIVATE
      BAROMETER_SOURCE_DIR="${PROJECT_SOURCE_DIR}" BAROMETER_BINARY_DIR="${PROJECT_BINARY_DIR}")
    target_link_libraries(${name}_tests PRIVATE
      barometer::${name} ${arg_TEST_LIBRARIES} ${arg_PRIVATE} barometer_options GTest::gmock GTest::gtest_main)
    gtest_discover_tests(${name}_tests NO_PRETTY_VALUES DISCOVERY_TIMEOUT 60)
  endif()
endfunction()
