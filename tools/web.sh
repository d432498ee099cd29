#!/usr/bin/env bash
# Builds the web page into web/dist where something has changed since. Says so and goes on where npm is missing, unless
# the page is needed.
#   web.sh [needed]
set -euo pipefail
cd "$(dirname "$0")/.."
if ! command -v npm >/dev/null; then
  [ "${1:-}" = needed ] || { echo "Skipped: the web page is not built, npm is missing" >&2; exit 0; }
  echo "web: npm is missing; 'make web' installs it." >&2
  exit 1
fi
if ! cmp -s web/package-lock.json web/node_modules/.stamp; then
  echo "Fetching the web page's packages into web/node_modules" >&2
  (cd web && npm ci --silent --ignore-scripts --no-audit --no-fund && cp package-lock.json node_modules/.stamp)
fi
newer=$(find web src/api/openapi.yaml -path web/node_modules -prune -o -path web/dist -prune -o -type f -newer web/dist/index.html -print -quit 2>/dev/null || echo all)
[ -f web/dist/index.html ] && [ -z "$newer" ] && exit 0
echo "Building the web page into web/dist" >&2
log=$(mktemp)
(cd web && npm run build) >"$log" 2>&1 || { cat "$log" >&2; rm -f "$log"; exit 1; }
rm -f "$log"
