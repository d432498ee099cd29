#!/usr/bin/env bash
# Configures a preset where needed and builds a target. Says nothing when there is nothing to do, and nothing on
# standard output: `make run` hands that to the program.
#   build.sh PRESET TARGET [-- CMAKE_ARGUMENT...]
set -euo pipefail
cd "$(dirname "$0")/.."
preset=$1 target=$2
shift 2
[ "${1:-}" = -- ] && shift
folder=build/$preset
log=$folder/build.log
mkdir -p "$folder"

if [ $# -gt 0 ] || [ ! -f "$folder/build.ninja" ] || [ CMakePresets.json -nt "$folder/CMakeCache.txt" ] ||
   [ .deps/wheels/.stamp -nt "$folder/CMakeCache.txt" ]; then
  cmake --preset "$preset" "$@" >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
  touch "$folder/CMakeCache.txt"
fi

# On a terminal one line that counts up and goes away; elsewhere a line for each tenth. What the compiler said comes only
# when something fails.
if [ -t 2 ]; then terminal=1; else terminal=0; fi
NINJA_STATUS="Building $preset: %f of %t  " ninja -C "$folder" "$target" 2>&1 | tee "$log" | awk -v terminal=$terminal '
  !/^Building / { next }
  terminal { printf "\r\033[K%.100s", $0; shown = 1; fflush(); next }
  int(10 * $3 / $5) > tenth { tenth = int(10 * $3 / $5); print $1, $2, $3, $4, $5; fflush() }
  END { if (shown) printf "\r\033[K" }' >&2 || { grep -v '^Building ' "$log" >&2; exit 1; }
grep -A5 'warning:' "$log" >&2 || true
