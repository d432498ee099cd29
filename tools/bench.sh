#!/usr/bin/env bash
# Speed, as ratios side by side in one run: an hour of interview cold and warm, the reader against the bare engine, a folder
# of interviews, and (where .venv has it, see training/requirements.txt) the same encoder under sentence-transformers.
# Results go to build/bench/; bench/results/ keeps the first run of a version.
set -euo pipefail
cd "$(dirname "$0")/.."
tools/build.sh release barometer
tools/build.sh release reader_bench
out=build/bench
mkdir -p "$out"
program=build/release/src/barometer
library=$(dirname "$(find .deps/wheels -name libopenvino_tokenizers.so)")
python3 bench/make_interview.py training/data/exchanges "$out/hour.vtt"

machine="$(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), load $(cut -d' ' -f1 /proc/loadavg)"
echo "Machine: $machine"
build/release/bench/reader_bench --model models/reader --library "$library" --pack packs/amazon-2021 --interview "$out/hour.vtt" --json "$out/reader.json"

echo "Cold: process start to HTML report, hour of interview"
python3 bench/cold.py 7 "$program" read "$out/hour.vtt" --role Candidate=candidate --format html -o "$out/hour.html" --quiet

count=${FILES:-200}
echo "Folder of $count interviews (FILES=1000 for the long run)"
rm -rf "$out/folder"
mkdir -p "$out/folder"
for ((i = 0; i < count; i++)); do cp examples/night-ward.vtt "$out/folder/$i.vtt"; done
python3 bench/cold.py 1 "$program" read "$out/folder" --role "Ines Duarte=candidate" --format jsonl -o "$out/readings" --quiet

# The base of the reader's encoder, whole, as tools/train.sh unpacks it; its first layers are what the reader runs.
encoder=${BASE_ENCODER:-build/training/encoder} python=${PYTHON:-.venv/bin/python}
if [ -d "$encoder" ] && [ -x "$python" ] && "$python" -c 'import sentence_transformers' 2>/dev/null; then
  "$python" bench/baseline.py "$encoder" "$out/hour.vtt" 2>/dev/null
else
  echo "Skipped: no base encoder in $encoder or no sentence-transformers for $python (tools/train.sh sets both up)"
fi

if command -v wrk >/dev/null; then
  echo "Server: 20 people practising at once, 500 idle event streams"
  python3 bench/server_load.py --program "$program" --seconds "${LOAD_SECONDS:-60}"
else
  echo "Skipped: wrk is not installed"
fi
