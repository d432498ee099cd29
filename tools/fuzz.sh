#!/usr/bin/env bash
# Fuzzes each parser for some seconds. What it finds lies in build/found/<parser>; fuzz/README.md says what to do with it.
#   fuzz.sh SECONDS [PARSER...]
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=$1
shift
tools/build.sh fuzz fuzz/all  # not the server: clang 14 has no coroutines (docs/adr/0013)
failed=()
for program in build/fuzz/fuzz/*_fuzz; do
  name=$(basename "$program" _fuzz)
  if [ $# -gt 0 ] && [[ " $* " != *" $name "* ]]; then continue; fi
  found=build/found/$name
  mkdir -p "$found"
  dictionary=()
  if [[ $name == *json ]]; then dictionary=(-dict=fuzz/json.dict); fi
  printf '%-20s ' "$name"
  if "$program" -max_total_time="$seconds" -print_final_stats=1 "${dictionary[@]}" -artifact_prefix="$found/" "$found" \
    "fuzz/corpus/$name" >"$found.log" 2>&1; then
    echo "fine, $(sed -n 's/^stat::number_of_executed_units: *//p' "$found.log") inputs"
  else
    echo "FAILED, see $found.log"
    failed+=("$name")
  fi
done
[ ${#failed[@]} -eq 0 ] || { echo "fuzz: failed: ${failed[*]}" >&2; exit 1; }
