"""barometer serve, backup, restore and data, as somebody uses them: over real sockets, with real files."""
import http.client
import json
import os
import re
import signal
import socket
import sqlite3
import stat
import threading
import time
import unittest

from server import Postgres, Server, needs_engine
from support import EXAMPLE, Case, main, needs_model, run

ANSWER = ("I went to the ward on two nights and counted the calls myself. There were 41 on the first night, and 30 of "
          "them were the same bell.")


class WithServer(Case):
    def serve(self, *arguments, env=None):
        server = Server(self.folder / "data", *arguments, env=env)
        self.addCleanup(lambda: server.process.poll() is None and server.kill())
        return server

    def raw(self, server, data, timeout=20):
        """What comes back for bytes that no client would send."""
        host, port = server.host.split(":")
        with socket.create_connection((host, int(port)), timeout=timeout) as connection:
            connection.sendall(data)
            got = b""
            while chunk := connection.recv(65536):
                got += chunk
        return got


class Http(WithServer):
    def test_it_answers_and_ends_in_order(self):
        server = self.serve()
        health = server.ask("GET", "/healthz")
        self.assertEqual((health.status, health.json()["store"]), (200, "sqlite"))
        self.assertEqual(health.headers["X-Content-Type-Options"], "nosniff")
        self.assertEqual(health.headers["Cache-Control"], "no-store")
        self.assertIn("default-src 'none'", health.headers["Content-Security-Policy"])
        page = server.ask("GET", "/")
        self.assertEqual(page.status, 200)
        self.assertIn("script-src 'self'", page.headers["Content-Security-Policy"])
        self.assertEqual(server.stop(), 0)
        for line in server.said().splitlines():
            self.assertIn("event", json.loads(line))

    def test_one_connection_takes_many_requests(self):
        server = self.serve()
        connection = server.connect()
        for _ in range(50):
            self.assertEqual(server.ask("GET", "/healthz", connection=connection).status, 200)
        connection.close()

    def test_other_hosts_and_origins_are_refused(self):
        server = self.serve()
        self.assertEqual(server.ask("GET", "/api/v1/stories", headers={"Host": "evil.example"}).status, 403)
        self.assertEqual(server.ask("GET", "/api/v1/stories", headers={"Origin": "http://evil.example"}).status, 403)
        own = server.url.rstrip("/")
        self.assertEqual(server.ask("GET", "/api/v1/stories", headers={"Origin": own}).status, 200)

    def test_limits_are_kept(self):
        server = self.serve()
        host = f"Host: {server.host}\r\n".encode()
        self.assertIn(b" 431 ", self.raw(server, b"GET / HTTP/1.1\r\n" + host + b"X: " + b"a" * 9000 + b"\r\n\r\n"))
        self.assertIn(b" 400 ", self.raw(server, b"HELLO\r\n\r\n"))
        self.assertIn(b" 400 ", self.raw(server, b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n"))
        post = b"POST /api/v1/stories HTTP/1.1\r\n" + host + b"Content-Type: application/json\r\n"
        self.assertIn(b" 413 ", self.raw(server, post + b"Content-Length: 2000000\r\n\r\n"))
        chunk = b"%x\r\n%s\r\n" % (600_000, b" " * 600_000)
        self.assertIn(b" 413 ", self.raw(server, post + b"Transfer-Encoding: chunked\r\n\r\n" + chunk * 2))
        began = time.monotonic()
        self.assertEqual(self.raw(server, b"GET / HTTP/1.1\r\nHost"), b"", "it hangs up after ten seconds")
        self.assertLess(time.monotonic() - began, 15)
        self.assertEqual(server.ask("GET", "/healthz").status, 200)

    def test_it_only_listens_elsewhere_with_a_secret(self):
        data = ("--data", self.folder / "data")
        self.fails(run("serve", "--listen", "0.0.0.0", *data), 2, "--secret-file")
        self.fails(run("serve", "--listen", "0.0.0.0", "--allow-remote", *data), 2, "--secret-file")
        short = self.file("short", "hunter2\n")
        self.fails(run("serve", "--listen", "0.0.0.0", "--allow-remote", "--secret-file", short, *data), 2, "16")
        secret = self.file("secret", "0123456789abcdef0123\n")
        server = self.serve("--listen", "127.0.0.1", "--secret-file", secret)
        self.assertEqual(server.ask("GET", "/api/v1/stories").status, 401)
        right = {"Authorization": "Bearer 0123456789abcdef0123"}
        self.assertEqual(server.ask("GET", "/api/v1/stories", headers=right).status, 200)
        self.assertEqual(server.stop(), 0)
        self.assertNotIn("0123456789abcdef0123", server.said())

    def test_a_session_opens_what_carries_no_header(self):
        secret = "0123456789abcdef0123"
        server = self.serve("--listen", "127.0.0.1", "--secret-file", self.file("secret", secret))
        self.assertEqual(server.ask("GET", "/api/v1/session").status, 401)
        self.assertEqual(server.ask("POST", "/api/v1/session", {"secret": "no such secret"}).status, 401)
        opened = server.ask("POST", "/api/v1/session", {"secret": secret})
        self.assertEqual(opened.status, 204)
        cookie, *attributes = opened.headers["Set-Cookie"].split("; ")
        self.assertLessEqual({"HttpOnly", "SameSite=Strict", "Path=/"}, set(attributes))
        self.assertNotIn(secret, cookie)
        self.assertNotIn("Secure", attributes)
        behind_proxy = {"Origin": f"https://{server.host}"}
        self.assertIn("Secure", server.ask("POST", "/api/v1/session", {"secret": secret}, behind_proxy).headers["Set-Cookie"])
        mine = {"Cookie": f"other=1; {cookie}"}
        self.assertEqual(server.ask("GET", "/api/v1/session", headers=mine).json(), {"asks_for_secret": True})
        taken = server.ask("POST", "/api/v1/readings", EXAMPLE.read_bytes(),
                           {"Content-Type": "application/octet-stream", **mine}).json()
        path = f"/api/v1/readings/{taken['id']}"
        for place, right in (("/report.html", 409), ("/events", 200)):
            self.assertEqual(server.ask("GET", path + place).status, 401)
            connection = server.connect()
            connection.request("GET", path + place, headers=mine)
            response = connection.getresponse()
            self.assertEqual(response.status, right)
            if right == 200:
                self.assertEqual(response.readline(), b"event: reading\n")
            connection.close()
        elsewhere = {**mine, "Origin": "http://evil.example"}
        self.assertEqual(server.ask("POST", "/api/v1/stories", {"title": "a"}, elsewhere).status, 403)
        self.assertEqual(server.ask("GET", "/api/v1/stories", headers={**mine, "Sec-Fetch-Site": "cross-site"}).status, 403)
        closed = server.ask("DELETE", "/api/v1/session", headers=mine)
        self.assertEqual(closed.status, 204)
        self.assertIn("Max-Age=0", closed.headers["Set-Cookie"])
        self.assertEqual(server.ask("GET", "/api/v1/stories", headers=mine).status, 401)
        self.assertEqual(server.stop(), 0)
        self.assertNotIn(secret, server.said())
        self.assertNotIn(cookie.split("=")[1], server.said())

    def test_a_taken_port_is_said(self):
        server = self.serve()
        port = server.host.split(":")[1]
        self.fails(run("serve", "--port", port, "--data", self.folder / "other"), 6, "cannot listen", "--port")

    def test_what_is_under_way_is_answered_before_it_ends(self):
        server = self.serve()
        answers = []

        def write(number):
            connection = server.connect()
            for k in range(40):
                try:
                    answers.append(server.ask("POST", "/api/v1/stories", {"title": f"{number}-{k}"},
                                              connection=connection))
                except (OSError, http.client.HTTPException):
                    return

        writers = [threading.Thread(target=write, args=(number,)) for number in range(4)]
        for writer in writers:
            writer.start()
        time.sleep(0.15)
        self.assertEqual(server.stop(), 0)
        for writer in writers:
            writer.join()
        told = [answer.json()["title"] for answer in answers if answer.status == 201]
        database = sqlite3.connect(self.folder / "data/barometer.db")
        kept = [row[0] for row in database.execute("SELECT title FROM story")]
        database.close()
        self.assertLessEqual(set(told), set(kept))
        self.assertEqual({answer.status for answer in answers}, {201})

    def test_the_log_holds_no_text(self):
        server = self.serve()
        server.ask("POST", "/api/v1/stories", {"title": "violet submarine"})
        server.ask("POST", "/api/v1/stories", {"violet submarine": 1})
        server.ask("POST", "/api/v1/readings?name=violet%20submarine.vtt", b"violet submarine: hello",
                   {"Content-Type": "application/octet-stream"})
        server.ask("GET", "/violet-submarine")
        metrics = server.ask("GET", "/metrics").body.decode()
        self.assertIn('barometer_http_requests_total{method="POST"', metrics)
        self.assertEqual(server.stop(), 0)
        self.assertNotIn("violet", server.said() + metrics)


@needs_engine
@needs_model
class Work(WithServer):
    def wait(self, server, reading):
        for _ in range(600):
            state = server.ask("GET", f"/api/v1/readings/{reading}").json()
            if state["status"] in ("done", "failed"):
                return state
            time.sleep(0.05)
        self.fail("the reading never ended")

    def test_a_transcript_becomes_a_report(self):
        server = self.serve()
        taken = server.ask("POST", "/api/v1/readings?name=night-ward.vtt", EXAMPLE.read_bytes(),
                           {"Content-Type": "application/octet-stream"}).json()
        self.assertEqual(taken["status"], "waiting_for_roles")
        path = f"/api/v1/readings/{taken['id']}"
        events = []

        def watch():
            connection = server.connect()
            connection.request("GET", path + "/events")
            events.append(connection.getresponse().read().decode())
            connection.close()

        watcher = threading.Thread(target=watch)
        watcher.start()
        roles = {"roles": [{"speaker": "Ines Duarte", "role": "candidate"}]}
        self.assertEqual(server.ask("POST", path + "/roles", roles).status, 200)
        self.assertEqual(self.wait(server, taken["id"])["status"], "done")
        watcher.join(20)
        states = [json.loads(data)["status"] for data in re.findall(r"^data: (.*)$", events[0], re.M)]
        self.assertEqual(states[-1], "done")
        report = server.ask("GET", path + "/report").json()
        told = run("read", EXAMPLE, "--role", "Ines Duarte=candidate", "--format", "json")
        self.assertEqual(report, json.loads(told.out), "the same report as in the terminal")
        page = server.ask("GET", path + "/report.html")
        self.assertEqual(page.headers["Content-Type"], "text/html; charset=utf-8")
        self.assertIn(b"Ines Duarte", page.body)

    def test_a_reading_goes_on_after_a_kill(self):
        server = self.serve()
        text = EXAMPLE.read_bytes()
        taken = server.ask("POST", "/api/v1/readings", text, {"Content-Type": "application/octet-stream"}).json()
        roles = {"roles": [{"speaker": "Ines Duarte", "role": "candidate"}]}
        server.ask("POST", f"/api/v1/readings/{taken['id']}/roles", roles)
        server.kill()
        self.assertEqual(self.wait(self.serve(), taken["id"])["status"], "done")

    def test_an_interview_goes_on_after_a_kill(self):
        server = self.serve()
        begun = server.ask("POST", "/api/v1/interviews", {"principles": ["dive-deep"], "length": "short"}).json()
        path = f"/api/v1/interviews/{begun['id']}"
        said = server.ask("POST", path + "/answers", {"text": ANSWER})
        self.assertEqual(said.status, 200)
        server.ask("PUT", path + "/draft", {"text": "The next"})
        server.kill()
        server = self.serve()
        whole = server.ask("GET", path).json()
        self.assertEqual(whole["draft"], "The next")
        self.assertEqual(whole["turns"][1]["text"], ANSWER)
        self.assertEqual(whole["turns"][2:], said.json()["utterances"])
        ended = server.ask("POST", path + "/end").json()
        self.assertEqual(ended["turns"][-1]["kind"], "close")
        self.assertIn("counted the calls", server.ask("GET", path + "/feedback").body.decode(), "in the candidate's words")
        points = [one for one in server.ask("GET", "/api/v1/progress").json()["principles"] if one["points"]]
        self.assertEqual([one["principle"] for one in points], ["dive-deep"])

    def test_a_backup_made_while_it_runs_restores_everything(self):
        server = self.serve()
        data = ("--data", self.folder / "data")
        begun = server.ask("POST", "/api/v1/interviews", {"principles": ["dive-deep"], "length": "short"}).json()
        server.ask("POST", f"/api/v1/interviews/{begun['id']}/answers", {"text": ANSWER})
        server.ask("POST", "/api/v1/stories", {"title": "The bell", "principles": ["dive-deep"]})
        before = server.ask("GET", "/api/v1/data/export.json").json()
        for name in ("copy.db", "copy.json"):
            self.assertEqual(run("backup", self.folder / name, *data).code, 0)
            mode = stat.S_IMODE(os.stat(self.folder / name).st_mode)
            self.assertEqual(mode, 0o600, name)
            other = ("--data", self.folder / f"other-{name}")
            self.assertEqual(run("restore", self.folder / name, *other).code, 0)
            again = Server(self.folder / f"other-{name}")
            self.assertEqual(again.ask("GET", "/api/v1/data/export.json").json(), before)
            self.assertEqual(again.stop(), 0)
            self.fails(run("restore", self.folder / name, *other), 4, "--replace")
            self.assertEqual(run("restore", self.folder / name, "--replace", *other).code, 0)
        self.fails(run("backup", self.folder / "copy.db", *data), 4, "already")


class Data(WithServer):
    def test_where_and_delete(self):
        data = ("--data", self.folder / "data")
        self.assertIn(b"nothing is kept yet", run("data", "where", *data).out)
        self.assertFalse((self.folder / "data").exists(), "asking makes nothing")
        server = self.serve()
        server.ask("POST", "/api/v1/stories", {"title": "violet submarine"})
        self.assertIn(str(self.folder / "data/barometer.db").encode(), run("data", "where", *data).out)
        self.fails(run("data", "delete", *data), 2, "--yes")
        self.assertEqual(run("data", "delete", "--yes", *data).code, 0)
        self.assertEqual(server.ask("GET", "/api/v1/stories").json(), {"stories": []})
        server.stop()
        for file in (self.folder / "data").iterdir():
            self.assertNotIn(b"violet submarine", file.read_bytes(), file.name)
            self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o600)

    def test_it_lies_in_the_data_home(self):
        home = {"XDG_DATA_HOME": str(self.folder / "share")}
        self.assertIn(str(self.folder / "share/barometer/barometer.db").encode(), run("data", "where", env=home).out)

    def test_a_broken_place_is_said(self):
        self.file("data/barometer.db", "this is a letter " * 40)
        self.fails(run("serve", "--port", "0", "--data", self.folder / "data"), 4, "no data of Barometer")
        self.fails(run("serve", "--port", "0", "--data", "/proc/nowhere"), 5, "--data")
        self.fails(run("serve", "--port", "0", "--data", "a", "--store", "b"), 2, "not both")
        self.fails(run("serve", "--store", "mysql://x"), 2, "postgresql://")
        self.fails(run("restore", self.file("x.json", "[]"), "--data", self.folder / "new"), 2, "no data of Barometer")

    def test_a_full_disk_is_said_and_the_server_goes_on(self):
        server = self.serve()
        self.assertEqual(server.ask("POST", "/api/v1/stories", {"title": "small"}).status, 201)
        try:
            import resource
            limit = (900_000, 900_000)
            resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, limit)
        except (ImportError, PermissionError) as failure:
            raise unittest.SkipTest(f"a limit on files cannot be set ({failure})")
        statuses = []
        for number in range(40):
            body = {"title": f"{number}", "situation": "x" * 20000, "task": "x" * 20000, "action": "x" * 20000}
            statuses.append(server.ask("POST", "/api/v1/stories", body).status)
            if statuses[-1] != 201:
                break
        self.assertEqual(statuses[-1], 503, statuses)
        count = len(server.ask("GET", "/api/v1/stories").json()["stories"])
        self.assertEqual(count, len(statuses), "the small one, and all that were acknowledged")
        server.process.send_signal(signal.SIGTERM)
        self.assertEqual(server.process.wait(20), 0)


@unittest.skipIf(Postgres.programs() is None, "PostgreSQL is not installed (package postgresql)")
class InPostgres(WithServer):
    def test_it_serves_backs_up_and_restores(self):
        self.folder.chmod(0o755)
        database = Postgres(self.folder / "postgres")
        self.addCleanup(database.stop)
        server = self.serve("--store", database.address)
        self.assertEqual(server.ask("GET", "/healthz").json()["store"], "postgresql")
        key = "the-same-key"
        first = server.ask("POST", "/api/v1/stories", {"title": "The bell"}, key=key)
        server.kill()
        server = self.serve("--store", database.address)
        self.assertEqual(server.ask("POST", "/api/v1/stories", {"title": "The bell"}, key=key).body, first.body)
        kept = server.ask("GET", "/api/v1/data/export.json").json()
        self.assertEqual(len(kept["stories"]), 1)
        self.assertEqual(run("backup", self.folder / "copy.json", "--store", database.address).code, 0)
        self.assertEqual(run("restore", self.folder / "copy.json", "--data", self.folder / "file").code, 0)
        other = Server(self.folder / "file")
        self.assertEqual(other.ask("GET", "/api/v1/data/export.json").json(), kept, "from one kind to the other")
        self.assertEqual(other.stop(), 0)
        self.assertEqual(run("data", "delete", "--yes", "--store", database.address).code, 0)
        self.assertEqual(server.ask("GET", "/api/v1/stories").json(), {"stories": []})
        self.assertEqual(server.stop(), 0)


if __name__ == "__main__":
    main()
