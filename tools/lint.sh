#!/usr/bin/env bash
# Checks what a machine can check without running the program. `make lint` looks at changed files with the slow tool,
# .ci/run at all of them.
#   lint.sh changed|all
set -euo pipefail
cd "$(dirname "$0")/.."
what=${1:-changed}
failed=()
step() {  # step NAME COMMAND...
  local name=$1 started=$SECONDS
  shift
  if "$@"; then echo "lint: $name: fine ($((SECONDS - started)) s)"; else failed+=("$name"); echo "lint: $name: FAILED" >&2; fi
}

scripts() {
  if command -v shellcheck >/dev/null; then
    shellcheck tools/*.sh tools/setup/*.sh .ci/run
  else
    for script in tools/*.sh tools/setup/*.sh .ci/run; do bash -n "$script" || return 1; done
    echo "lint: shellcheck is not installed; scripts were only parsed"
  fi
}

sources() {
  if [ "$what" = all ]; then
    find src -name '*.cpp' ! -name '*_test.cpp' | sort
  else
    # Changed and new files; for a header the file of the same name.
    { git diff --name-only HEAD; git ls-files --others --exclude-standard; } | grep '^src/.*pp$' | sed 's/\.hpp$/.cpp/' |
      grep -v '_test\.cpp$' | sort -u | while read -r file; do if [ -f "$file" ]; then echo "$file"; fi; done
  fi
}

tidy() {
  local list
  list=$(sources)
  [ -n "$list" ] || { echo "lint: clang-tidy: no changed file"; return 0; }
  # clang 14 with this libstdc++ has no coroutines (docs/adr/0013).
  list=$(echo "$list" | grep -v '^src/api/http_server\.cpp$' || true)
  # The database is that of g++; clang does not know all of its warnings.
  echo "$list" | xargs -P "$(nproc)" -n 1 \
    clang-tidy-14 -p build/release --quiet --extra-arg=-Wno-unknown-warning-option 2> >(grep -v 'warnings generated' >&2)
}

step "format" tools/format.sh --check
step "scripts" scripts
step "python" .deps/check/bin/ruff check --quiet training tools tests/e2e bench fuzz
step "lengths" python3 tools/check_lengths.py
if [ -d web/node_modules ]; then step "web" npm --prefix web run --silent lint; fi
[ -f build/release/compile_commands.json ] || cmake --preset release >/dev/null
step "clang-tidy" tidy

if [ ${#failed[@]} -gt 0 ]; then
  echo "lint: failed: ${failed[*]}" >&2
  exit 1
fi
