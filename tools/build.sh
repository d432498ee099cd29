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
show() {
  local line built all tenth=0 shown=0
  while IFS= read -r line; do
    [[ $line == "Building "* ]] || continue
    if [ -t 2 ]; then
      printf '\r\033[K%.100s' "$line" >&2
      shown=1
    else
      read -r _ _ built _ all _ <<<"$line"
      if ((10 * built / all > tenth)); then
        tenth=$((10 * built / all))
        echo "${line%%  *}" >&2
      fi
    fi
  done
  if [ $shown = 1 ]; then printf '\r\033[K' >&2; fi
}
NINJA_STATUS="Building $preset: %f of %t  " ninja -C "$folder" "$target" 2>&1 | tee "$log" | show ||
  { grep -v '^Building ' "$log" >&2; exit 1; }
grep -A5 'warning:' "$log" >&2 || true
