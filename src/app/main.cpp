#include "cli/command_line.hpp"

int main(int argc, char** argv) { return barometer::cli::run(argc, argv); }
