#!/usr/bin/env bash
# Runs the tests of a preset that is built: C++, browser, end to end. Says what was skipped.
#   test.sh PRESET
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
preset=$1

# The engine comes built without sanitizers: the thread sanitizer takes its threads for races, and the address sanitizer
# refuses how it loads its libraries (RTLD_DEEPBIND). The page is the same whatever built it.
without=()
case $preset in
  tsan) without=(-LE 'e2e|browser' -E 'Encoder/ReaderContract|^Parity[.]') ;;
  asan) without=(-LE browser -E 'Encoder/ReaderContract|^Parity[.]|^e2e[.](evaluate|exchanges|practise|read)$') ;;
esac

log=build/$preset/test.log
ctest --preset "$preset" -j "$(nproc)" "${without[@]}" 2>&1 | tee "$log" |
  sed -u -E -e '/tests passed, [0-9]+ tests failed out of/,$d' \
    -e '/^ +Start +[0-9]+: /d' -e '/^ *[0-9]+\/[0-9]+ Test +#[0-9]+: .* Passed /d'
result=${PIPESTATUS[0]}

grep -h -i '^skipped' "build/$preset/Testing/Temporary/LastTest.log" 2>/dev/null | sort -u
if [ ${#without[@]} -gt 0 ]; then echo "Skipped: tests that match ${without[*]}"; fi
command -v node >/dev/null || echo "Skipped: browser tests, node is missing"
sed -n '/tests passed, [0-9]* tests failed out of/,$p' "$log"
exit "$result"
