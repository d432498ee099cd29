#!/usr/bin/env bash
# Formats the C++ files, or names those that are not.
#   format.sh --fix|--check
set -euo pipefail
cd "$(dirname "$0")/.."
if [ "${1:-}" = --fix ]; then how=(-i); else how=(--dry-run --Werror); fi
command -v clang-format-14 >/dev/null || tools/setup/setup.sh check
find src tests fuzz bench -name node_modules -prune -o \( -name '*.cpp' -o -name '*.hpp' \) -print0 |
  xargs -0 -n 20 -P "$(nproc)" clang-format-14 --style=file "${how[@]}"
