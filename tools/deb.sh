#!/usr/bin/env bash
# Makes dist/barometer_<version>_<architecture>.deb out of the release preset.
set -euo pipefail
cd "$(dirname "$0")/.."
for tool in dpkg-shlibdeps file; do
  command -v "$tool" >/dev/null || { echo "deb: $tool is missing; \`make test\` installs it, or: apt-get install dpkg-dev file" >&2; exit 1; }
done
tools/build.sh release barometer
tools/build.sh release completions
mkdir -p dist
rm -f dist/barometer_*.deb
log=build/release/package.log
# From inside the build folder: cpack leaves its working copy where it is called.
(cd build/release && cpack -G DEB) >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
rm -rf build/release/_CPack_Packages
for package in dist/barometer_*.deb; do
  echo "$package ($(($(stat -c %s "$package") >> 20)) MB). Install it with: sudo apt install ./$package"
done
