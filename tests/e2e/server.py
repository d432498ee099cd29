"""A server of the test's own: starts the program, talks HTTP to it, and ends or kills it."""
import http.client
import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import unittest
import uuid

from support import PROGRAM


# The engine comes built without sanitizers and does not load beside one.
needs_engine = unittest.skipIf(os.environ.get("BAROMETER_SANITIZED"), "the engine does not load under a sanitizer")


class Postgres:
    """A PostgreSQL of the test's own, in `folder`, on a socket there. PostgreSQL does not run as root: then as its own user."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir(mode=0o755)
        if os.getuid() == 0:
            shutil.chown(folder, "postgres")
        self.run("initdb", "-D", "data", "-U", "barometer", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        self.run("pg_ctl", "-D", "data", "-w", "-l", "log", "-o", f"-c listen_addresses= -k {folder}", "start")
        self.run("createdb", "-h", str(folder), "-U", "barometer", "barometer")
        self.address = f"postgresql://barometer@/barometer?host={folder}"

    @staticmethod
    def programs():
        found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"))
        return found[-1].parent if found else None

    def run(self, program, *arguments):
        user = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.getuid() == 0 else {}
        subprocess.run([self.programs() / program, *arguments], cwd=self.folder, check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, **user)

    def stop(self):
        self.run("pg_ctl", "-D", "data", "-m", "immediate", "-w", "stop")


class Answer:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body

    def json(self):
        return json.loads(self.body)


class Server:
    """`barometer serve` on a free port, over `folder` (or another --store)."""

    def __init__(self, folder, *arguments, env=None):
        self.log = tempfile.TemporaryFile()
        store = [] if "--store" in arguments else ["--data", str(folder)]
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--port", "0", *store, *map(str, arguments)],
            stdout=subprocess.PIPE, stderr=self.log, env={**os.environ, **(env or {})},
        )
        line = self.process.stdout.readline().decode()
        if "http://" not in line:
            self.process.wait()
            raise AssertionError(f"the server did not start: {line}{self.said()}")
        self.url = line.split()[-1]
        self.host = self.url.removeprefix("http://").rstrip("/")

    def said(self):
        self.log.seek(0)
        return self.log.read().decode()

    def connect(self, timeout=60):
        return http.client.HTTPConnection(self.host, timeout=timeout)

    def ask(self, method, path, body=None, headers=None, key=None, connection=None):
        headers = dict(headers or {})
        if isinstance(body, (dict, list)):
            body = json.dumps(body).encode()
            headers.setdefault("Content-Type", "application/json")
        if isinstance(body, str):
            body = body.encode()
        if key or method == "POST":
            headers.setdefault("Idempotency-Key", key or str(uuid.uuid4()))
        used = connection or self.connect()
        try:
            used.request(method, path, body=body, headers=headers)
            response = used.getresponse()
            return Answer(response.status, response.headers, response.read())
        finally:
            if connection is None:
                used.close()

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.process.stdout.close()
        self.log.close()

    def stop(self):
        """An orderly end; gives the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout=30)
        self.process.stdout.close()
        return code
