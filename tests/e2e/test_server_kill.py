"""Kills the server at random points while a client submits answers and stories: whatever was acknowledged is there
afterwards, exactly once, and what was not can be sent again. BAROMETER_KILLS says how often (25)."""
import http.client
import os
import random
import sqlite3
import threading
import time
import uuid

from server import Server, needs_engine
from support import Case, main, needs_model

KILLS = int(os.environ.get("BAROMETER_KILLS", "25"))
SEED = int(os.environ.get("BAROMETER_SEED", str(time.time_ns())))
ANSWERS = [
    "I went to the ward on two nights and counted the calls myself. There were 41 on the first one.",
    "The nurses on the night shift used it. I asked three of them what kept them from the patients.",
    "I do not know.",
    "We tried another roster first, but I stopped that after a week because nobody slept.",
    "",
]


class Client(threading.Thread):
    """Writes until the server is gone. Keeps what it asked for and what was acknowledged."""

    def __init__(self, test, server, rng):
        super().__init__(daemon=True)
        self.test, self.server, self.rng = test, server, rng
        self.fault = None

    def run(self):
        try:
            connection = self.server.connect(timeout=30)
            while True:
                self.write(connection)
        except (OSError, http.client.HTTPException):
            pass  # killed
        except AssertionError as fault:
            self.fault = fault

    def write(self, connection):
        test = self.test
        if test.pending is None:
            key = str(uuid.uuid4())
            if self.rng.random() < 0.5 or test.interview is None:
                test.count += 1
                test.pending = ("/api/v1/stories", {"title": f"story {test.count}", "situation": "x" * 500}, key)
            else:
                test.count += 1
                text = self.rng.choice(ANSWERS)
                test.pending = (f"/api/v1/interviews/{test.interview}/answers",
                                {"text": f"{text} ({test.count})" if text else ""}, key)
        path, body, key = test.pending
        answer = self.server.ask("POST", path, body, key=key, connection=connection)
        if answer.status in (200, 201):
            test.acknowledged.append((path, body, answer.json()))
            if "answers" in path and answer.json()["status"] == "ended":
                test.interview = None
        elif answer.status == 409 and "answers" in path:
            test.interview = None
        else:
            raise AssertionError(f"{path}: {answer.status} {answer.body}")
        test.pending = None
        if test.interview is None:
            begun = self.server.ask("POST", "/api/v1/interviews", {"principles": ["dive-deep"], "length": "short"},
                                    connection=connection)
            if begun.status != 201:
                raise AssertionError(f"interview: {begun.status} {begun.body}")
            test.interview = begun.json()["id"]
            test.interviews.append(test.interview)


@needs_engine
@needs_model
class Kill(Case):
    def setUp(self):
        super().setUp()
        self.pending = None  # asked for, not acknowledged: sent again after the restart, with the same key
        self.interview = None
        self.interviews = []
        self.acknowledged = []
        self.count = 0

    def check(self):
        """Everything that was acknowledged, exactly once; nothing twice; the file is sound."""
        file = self.folder / "data/barometer.db"
        database = sqlite3.connect(file)
        self.assertEqual(database.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
        self.assertEqual(database.execute("PRAGMA foreign_key_check").fetchall(), [])
        titles = [row[0] for row in database.execute("SELECT title FROM story")]
        self.assertEqual(len(titles), len(set(titles)), "a story twice")
        told = {body["title"] for path, body, _ in self.acknowledged if path.endswith("stories")}
        self.assertLessEqual(told, set(titles))
        turns = {}
        for interview, number, text in database.execute("SELECT interview_id, number, text FROM interview_turn"):
            turns[(interview, number)] = text
        texts = [text for text in turns.values() if text.endswith(")")]
        self.assertEqual(len(texts), len(set(texts)), "an answer twice")
        for path, _, answer in self.acknowledged:
            if path.endswith("answers"):
                interview = path.split("/")[4]
                for turn in [answer["answer"], *answer["utterances"]]:
                    self.assertEqual(turns[(interview, turn["number"])], turn["text"])
        database.close()

    def test_nothing_acknowledged_is_lost(self):
        rng = random.Random(SEED)
        print(f"seed {SEED}, {KILLS} kills", flush=True)
        for _ in range(KILLS):
            server = Server(self.folder / "data")
            client = Client(self, server, rng)
            client.start()
            # Mostly while it works, now and then while it still starts.
            before = len(self.acknowledged)
            patience = time.monotonic() + (15 if rng.random() < 0.8 else 0)
            while len(self.acknowledged) == before and time.monotonic() < patience and not client.fault:
                time.sleep(0.002)
            time.sleep(rng.random() * 0.6)
            server.kill()
            client.join(30)
            self.assertFalse(client.is_alive())
            if client.fault:
                raise client.fault
            self.check()
        # The last one is sent again and comes in once.
        server = Server(self.folder / "data")
        if self.pending:
            path, body, key = self.pending
            first = server.ask("POST", path, body, key=key)
            again = server.ask("POST", path, body, key=key)
            self.assertEqual(first.status, again.status)
            self.assertEqual(first.body, again.body)
        for interview in self.interviews:
            whole = server.ask("GET", f"/api/v1/interviews/{interview}").json()
            self.assertEqual([turn["number"] for turn in whole["turns"]], list(range(len(whole["turns"]))))
            self.assertEqual(whole["turns"][-1]["speaker"], "interviewer", "an answer that was never heard")
        self.assertEqual(server.stop(), 0)
        self.check()
        print(f"{KILLS} kills: {len(self.acknowledged)} writes acknowledged, none lost, none twice", flush=True)


if __name__ == "__main__":
    main()
