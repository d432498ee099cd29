"""Spoken answers: a voice, a real Whisper model behind an endpoint, and the way through Barometer between them."""
import http.server
import os
import re
import shutil
import subprocess
import threading
import time
import unittest

from server import Server
from support import ROOT, Case, main

PYTHON = ROOT / ".deps/python/bin/python"
WHEELS = ROOT / ".deps/speech"
KEY = "sk-violet-key"
TYPES = {".webm": "audio/webm", ".ogg": "audio/ogg", ".mp4": "audio/mp4", ".wav": "audio/wav"}
SAID = [
    "I went to the hospital on two nights and counted the calls myself.",
    "The second pump failed because nobody had cleaned the filter since March.",
    "We asked the manager, and then I wrote a new plan for the whole team.",
]
PATH = "/api/v1/speech/transcriptions"
# What a recording begins with: enough for Barometer, which does not listen itself.
LOOKS_LIKE_WEBM = b"\x1a\x45\xdf\xa3" + b"violet submarine " * 100


def why_not():
    if shutil.which("espeak-ng") is None:
        return "espeak-ng is not installed"
    if not (WHEELS / ".stamp").exists() or not PYTHON.exists():
        return "the speech recogniser of tools/setup/wheels-speech.txt is not there (make test fetches it where it can)"
    return None


def words_of(text):
    return re.findall(r"[a-z0-9']+", text.lower())


class WithServer(Case):
    def serve(self):
        server = Server(self.folder / "data")
        self.addCleanup(lambda: server.process.poll() is None and server.kill())
        return server

    def set_endpoint(self, server, url, **more):
        settings = {"theme": "system", "pack": "amazon-2021", "reader": None, "speech": {"url": url, **more}}
        answer = server.ask("PUT", "/api/v1/settings", settings)
        self.assertEqual(answer.status, 200, answer.body)
        return answer

    def transcribe(self, server, sound, media_type="audio/webm;codecs=opus"):
        return server.ask("POST", PATH, sound, {"Content-Type": media_type})


class Heard(WithServer):
    @classmethod
    def setUpClass(cls):
        if reason := why_not():
            raise unittest.SkipTest(reason)
        cls.environment = {**os.environ, "PYTHONPATH": str(WHEELS)}
        cls.tool = [PYTHON, "-B", ROOT / "tests/e2e/whisper_endpoint.py"]
        cls.whisper = subprocess.Popen([*cls.tool, "serve", KEY], stdout=subprocess.PIPE, env=cls.environment)
        cls.addClassCleanup(cls.end)
        cls.url = f"http://127.0.0.1:{int(cls.whisper.stdout.readline())}/v1"

    @classmethod
    def end(cls):
        cls.whisper.kill()
        cls.whisper.wait()
        cls.whisper.stdout.close()

    def record(self, text, suffix):
        """The sound of `text` as a browser gives it."""
        wav = self.folder / "said.wav"
        subprocess.run(["espeak-ng", "-v", "en-us", "-s", "140", "-w", wav, text], check=True)
        if suffix == ".wav":
            return wav.read_bytes()
        encoded = self.folder / f"said{suffix}"
        subprocess.run([*self.tool, "encode", wav, encoded], check=True, env=self.environment)
        return encoded.read_bytes()

    def test_what_was_said_comes_back_as_text_with_times(self):
        server = self.serve()
        self.set_endpoint(server, self.url, model="whisper-tiny", secret=KEY)
        wanted = found = 0
        for text, suffix in zip([*SAID, SAID[0]], TYPES):
            sound = self.record(text, suffix)
            answer = self.transcribe(server, sound, TYPES[suffix])
            self.assertEqual(answer.status, 200, answer.body)
            heard = answer.json()
            print(f"{suffix}: {heard['text']}")
            said = words_of(text)
            got = words_of(heard["text"])
            wanted += len(said)
            found += sum(1 for word in said if word in got)
            self.assertEqual(heard["language"], "en")
            self.assertGreater(heard["duration_ms"], 2000)
            self.assertEqual(words_of(" ".join(word["text"] for word in heard["words"])), got)
            for before, after in zip(heard["words"], heard["words"][1:]):
                self.assertLessEqual(before["begin_ms"], before["end_ms"])
                self.assertLessEqual(before["begin_ms"], after["begin_ms"])
            self.assertLessEqual(heard["words"][-1]["end_ms"], heard["duration_ms"] + 100)
            spoken_ms = heard["words"][-1]["end_ms"] - heard["words"][0]["begin_ms"]
            pace = len(heard["words"]) / (spoken_ms / 60_000)
            self.assertTrue(90 < pace < 260, f"{pace} words a minute")
        print(f"{found} of {wanted} words came back")
        self.assertGreaterEqual(found / wanted, 0.85)

    def test_nothing_of_it_is_kept_or_logged(self):
        server = self.serve()
        settings = self.set_endpoint(server, self.url, model="whisper-tiny", secret=KEY)
        self.assertEqual(settings.json()["speech"]["has_secret"], True)
        sound = self.record(SAID[1], ".ogg")
        answer = server.ask("POST", PATH, sound, {"Content-Type": "audio/ogg"}, key="the-same-key")
        self.assertIn("filter", answer.json()["text"])
        shown = b"".join(server.ask("GET", f"/api/v1/{path}").body for path in ("settings", "data", "data/export.json"))
        self.assertNotIn(KEY.encode(), shown + answer.body)
        self.assertEqual(server.stop(), 0)
        for place in ("filter", "pump", KEY, self.url.split("//")[1]):
            self.assertNotIn(place, server.said())
        for file in (self.folder / "data").iterdir():
            kept = file.read_bytes()
            self.assertNotIn(b"filter since", kept)
            self.assertNotIn(sound[200:400], kept)

    def test_what_the_endpoint_refuses_is_said(self):
        server = self.serve()
        sound = self.record(SAID[0], ".wav")
        self.set_endpoint(server, self.url, model="whisper-tiny", secret="sk-violet-wrong")
        refused = self.transcribe(server, sound, "audio/wav")
        self.assertEqual(refused.status, 502)
        self.assertIn("key", refused.json()["detail"])
        self.assertNotIn(b"violet", refused.body, "it repeats the key; we do not")
        self.set_endpoint(server, self.url, model="no-such-model", secret=KEY)
        self.assertIn("model", self.transcribe(server, sound, "audio/wav").json()["detail"])
        self.set_endpoint(server, self.url, model="whisper-tiny", secret=KEY)
        noise = self.transcribe(server, LOOKS_LIKE_WEBM)
        self.assertEqual((noise.status, noise.headers["Content-Type"]), (502, "application/problem+json"))
        self.assertIn("400", noise.json()["detail"])


class Remote(http.server.BaseHTTPRequestHandler):
    """The remote side, slow on demand."""

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.server.came.release()
        self.server.go_on.wait(60)
        body = b'{"text":"At last."}'
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Slow(WithServer):
    def setUp(self):
        super().setUp()
        self.remote = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Remote)
        self.remote.came = threading.Semaphore(0)
        self.remote.go_on = threading.Event()
        self.remote.handle_error = lambda *_: None  # a caller that gave up
        thread = threading.Thread(target=self.remote.serve_forever)
        thread.start()
        self.addCleanup(thread.join)
        self.addCleanup(self.remote.server_close)
        self.addCleanup(self.remote.shutdown)
        self.addCleanup(self.remote.go_on.set)
        self.url = f"http://127.0.0.1:{self.remote.server_port}/v1"

    def begin(self, server, count):
        answers = []
        threads = [threading.Thread(target=lambda: answers.append(self.transcribe(server, LOOKS_LIKE_WEBM))) for _ in range(count)]
        for thread in threads:
            thread.start()
            self.addCleanup(thread.join)
        return answers, threads

    def test_nobody_else_waits_for_an_endpoint(self):
        server = self.serve()
        self.set_endpoint(server, self.url)
        answers, threads = self.begin(server, 8)
        for _ in range(8):
            self.assertTrue(self.remote.came.acquire(timeout=20), "eight are under way at once")
        began = time.monotonic()
        for _ in range(20):
            self.assertEqual(server.ask("GET", "/healthz").status, 200)
            self.assertEqual(server.ask("POST", "/api/v1/stories", {"title": "The bell"}).status, 201)
        self.assertLess(time.monotonic() - began, 5)
        self.remote.go_on.set()
        for thread in threads:
            thread.join()
        self.assertEqual({answer.status for answer in answers}, {200})
        self.assertEqual(answers[0].json(), {"text": "At last.", "language": None, "duration_ms": None, "words": [], "segments": []})

    def test_too_many_at_once_are_told_so(self):
        server = self.serve()
        self.set_endpoint(server, self.url)
        answers, threads = self.begin(server, 30)
        deadline = time.monotonic() + 20
        while len(answers) < 6 and time.monotonic() < deadline:
            time.sleep(0.02)
        self.assertEqual([answer.status for answer in answers], [503] * 6)
        self.remote.go_on.set()
        for thread in threads:
            thread.join()
        self.assertEqual(sorted(answer.status for answer in answers), [200] * 24 + [503] * 6)

    def test_a_wait_does_not_keep_the_server_from_ending(self):
        server = self.serve()
        self.set_endpoint(server, self.url)
        answers, threads = self.begin(server, 1)
        self.assertTrue(self.remote.came.acquire(timeout=20))
        began = time.monotonic()
        self.assertEqual(server.stop(), 0)
        self.assertLess(time.monotonic() - began, 15)
        threads[0].join()
        self.assertEqual(answers[0].status, 503)
        self.assertIn("stopped", answers[0].json()["detail"])

    def test_limits_are_kept(self):
        server = self.serve()
        self.assertEqual(self.transcribe(server, LOOKS_LIKE_WEBM).status, 409, "no endpoint is set")
        self.set_endpoint(server, self.url)
        self.assertEqual(self.transcribe(server, b"violet").status, 422)
        self.assertEqual(self.transcribe(server, LOOKS_LIKE_WEBM, "application/octet-stream").status, 415)
        self.remote.go_on.set()
        self.assertEqual(self.transcribe(server, LOOKS_LIKE_WEBM[:4] + bytes((25 << 20) - 4)).status, 200)
        connection = server.connect()
        connection.putrequest("POST", PATH)
        for name, value in {"Content-Type": "audio/webm", "Content-Length": str((25 << 20) + 1)}.items():
            connection.putheader(name, value)
        connection.endheaders()
        self.assertEqual(connection.getresponse().status, 413)
        connection.close()


if __name__ == "__main__":
    main()
