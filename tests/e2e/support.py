"""What the end-to-end tests share: starting the program as a user would, and saying what was skipped."""
import dataclasses
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("BAROMETER", ROOT / "build/release/src/barometer")).resolve()
EXAMPLE = ROOT / "examples/night-ward.vtt"
EXAMPLE_ROLE = "Ines Duarte=candidate"
SKIPPED = 77  # ctest shows it as "Skipped"

needs_model = unittest.skipUnless(
    (ROOT / "models/reader/reader.json").exists() or "BAROMETER_DATA_DIR" in os.environ,
    "the reader's model is not there (models/reader/reader.json)",
)


@dataclasses.dataclass
class Run:
    code: int
    out: bytes
    said: str  # standard error
    peak_mb: float


def run(*arguments, stdin=b"", cwd=None, env=None):
    """Runs the program outside any terminal. Fails on a crash: a signal is never an answer."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as given:
        given.write(stdin)
        given.seek(0)
        process = subprocess.Popen(
            [PROGRAM, *map(str, arguments)], stdin=given, stdout=out, stderr=said, cwd=cwd,
            env={**os.environ, "NO_COLOR": "", **(env or {})},
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        said.seek(0)
        result = Run(process.returncode, out.read(), said.read().decode(), usage.ru_maxrss / 1024)
    if result.code < 0:
        raise AssertionError(f"stopped by signal {-result.code}: {arguments}\n{result.said}")
    return result


class Case(unittest.TestCase):
    """A test with an empty folder of its own, self.folder."""

    maxDiff = None

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="barometer-e2e-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def file(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def fails(self, result, code, *fragments):
        """The promised error: exit code, a message that begins with the program and says each fragment, no output."""
        self.assertEqual(result.code, code, result.said)
        self.assertEqual(result.out, b"")
        self.assertTrue(result.said.startswith("barometer: "), result.said)
        for fragment in fragments:
            self.assertIn(fragment, result.said)


def vtt(*lines):
    """A Zoom export. Each line: "Name: words"."""
    cues = [
        f"{number}\n00:{number // 60:02}:{number % 60:02}.000 --> 00:{number // 60:02}:{number % 60:02}.900\n{line}\n"
        for number, line in enumerate(lines, 1)
    ]
    return "WEBVTT\n\n" + "\n".join(cues)


def main():
    program = unittest.main(verbosity=2, exit=False)
    skipped = program.result.skipped
    for reason in sorted({reason for _, reason in skipped}):
        print(f"SKIPPED {sum(1 for _, other in skipped if other == reason)} tests: {reason}")
    if not program.result.wasSuccessful():
        sys.exit(1)
    if program.result.testsRun and len(skipped) == program.result.testsRun:
        sys.exit(SKIPPED)
