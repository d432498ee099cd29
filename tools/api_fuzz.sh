#!/usr/bin/env bash
# Throws what openapi.yaml allows, and what it does not, at a server of its own: no fault (5xx), no status, type or body
# that the document does not describe. Needs the network once, for schemathesis.
#   api_fuzz.sh [EXAMPLES]      examples for each operation and phase (25)
set -euo pipefail
cd "$(dirname "$0")/.."
program=build/release/src/barometer
tool=.deps/schemathesis
if [ ! -x $tool/bin/schemathesis ]; then
  python3 -m venv "$tool"
  # This version of schemathesis does not say that it needs an older hypothesis.
  "$tool/bin/pip" install --quiet --disable-pip-version-check schemathesis==4.1.4 hypothesis==6.135.0
fi
folder=$(mktemp -d)
"${BAROMETER:-$program}" serve --port 0 --data "$folder/data" >"$folder/address" 2>"$folder/log" &
server=$!
trap 'kill $server 2>/dev/null || true; wait $server 2>/dev/null || true; rm -rf "$folder"' EXIT
for _ in $(seq 100); do grep -q http "$folder/address" && break; sleep 0.1; done
url=$(awk '{print $NF}' "$folder/address")
checks=not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance
checks=$checks,response_schema_conformance,unsupported_method,use_after_free
# Event streams do not end by themselves, and erasing everything would leave nothing to ask about.
SCHEMATHESIS_HOOKS=tests.api.hooks PYTHONPATH=. PYTHONDONTWRITEBYTECODE=1 HYPOTHESIS_STORAGE_DIRECTORY="$folder/hypothesis" \
  "$tool/bin/schemathesis" run "${url}api/v1/openapi.json" --checks "$checks" \
  --max-examples "${1:-25}" --request-timeout 30 --exclude-path-regex 'events$' --exclude-operation-id erase_data
echo "Answers by status:"
grep -o '"status":[0-9]*' "$folder/log" | sort | uniq -c
kill -0 $server || { echo "api_fuzz: the server died" >&2; exit 1; }
