#!/usr/bin/env python3
"""How fast the server is: 20 people practising at once (wrk is the load), and what 500 idle event streams cost.

    server_load.py [--program build/release/src/barometer] [--seconds 60] [--think 2000:4000]

Everything is on loopback and bounded in time. Latency is the server's own, from its log: from the first byte of an answer to the
interviewer's next words, which includes two durable transactions and the reader. One line a figure, and the same as JSON at the end."""
import argparse
import http.client
import json
import os
import pathlib
import random
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import uuid

ROOT = pathlib.Path(__file__).resolve().parents[1]
PEOPLE = 20
STREAMS = 500
SCRIPT = """
math.randomseed(%d)
local interviews = {%s}
local bodies = {%s}
local at = 0
local count = 0
function delay() return math.random(%d, %d) end
function request()
  at = at %% #interviews + 1
  count = count + 1
  local headers = {["Content-Type"] = "application/json", ["Idempotency-Key"] = string.format("load-%%s-%%d-%%d", "%s", at, count)}
  return wrk.format("POST", "/api/v1/interviews/" .. interviews[at] .. "/answers", headers, bodies[math.random(#bodies)])
end
"""
SENTENCES = [
    "I went to the ward on two nights and counted the calls myself.",
    "There were 41 on the first night and 38 on the second, and 30 of them came from the same bell.",
    "The nurses had written to the works office four times and nobody had come.",
    "I asked three of them what kept them from the patients and wrote their words down.",
    "We first thought that the receiver was at fault, so I swapped it with the one of the next ward.",
    "Nothing changed, which told me that it had to be the line.",
    "I followed it through the ceiling with the electrician and found a splice that was wet.",
    "My manager wanted to wait for the tender in March.",
    "I told him that the cost of waiting was two falls a month, and showed him the list.",
    "He agreed to a repair of 900 euros on the same day.",
    "Afterwards the calls went down to nine a night, measured over four weeks.",
    "I put a check of all splices into the monthly round so that it stays that way.",
    "In hindsight I should have asked the night shift a month earlier.",
    "The head nurse told the other wards, and two of them found the same fault.",
]


def answer(rng, words=200):
    text = ""
    while len(text.split()) < words:
        text += rng.choice(SENTENCES) + " "
    return " ".join(text.split()[:words])


class Server:
    def __init__(self, program, folder):
        self.log = open(folder / "log", "w+b")
        self.process = subprocess.Popen([program, "serve", "--port", "0", "--data", folder / "data"],
                                        stdout=subprocess.PIPE, stderr=self.log)
        self.host = self.process.stdout.readline().decode().split()[-1].removeprefix("http://").rstrip("/")

    def ask(self, method, path, body=None, kind="application/json"):
        connection = http.client.HTTPConnection(self.host, timeout=60)
        headers = {"Idempotency-Key": str(uuid.uuid4())}
        if body is not None:
            headers["Content-Type"] = kind
        connection.request(method, path, body=json.dumps(body) if isinstance(body, dict) else body, headers=headers)
        got = json.loads(connection.getresponse().read())
        connection.close()
        return got

    def resident_mb(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024

    def milliseconds(self, route):
        self.log.flush()
        found = []
        for line in (pathlib.Path(self.log.name)).read_text().splitlines():
            event = json.loads(line)
            if event.get("route") == route and event["status"] == 200:
                found.append(event["ms"])
        return sorted(found)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)


def at_share(values, share):
    return values[min(len(values) - 1, int(share * len(values)))]


def practise(server, folder, seconds, think):
    rng = random.Random(1)
    packs = server.ask("GET", "/api/v1/packs/amazon-2021")
    principles = [principle["id"] for principle in packs["principles"]]
    interviews = []
    for _ in range(PEOPLE):
        rng.shuffle(principles)
        body = {"principles": principles, "length": "long", "probing": "hard"}
        interviews.append(server.ask("POST", "/api/v1/interviews", body)["id"])
    bodies = [json.dumps({"text": answer(rng)}) for _ in range(40)]
    quoted = ", ".join(json.dumps(body) for body in bodies)
    script = folder / "load.lua"
    script.write_text(SCRIPT % (1, ", ".join(f'"{one}"' for one in interviews), quoted, *think, uuid.uuid4().hex[:8]))
    out = subprocess.run(["wrk", "-t", "1", "-c", str(PEOPLE), "-d", f"{seconds}s", "--timeout", "20s", "-s", script,
                          f"http://{server.host}"], capture_output=True, text=True, check=True).stdout
    errors = re.search(r"(Non-2xx.*|Socket errors.*)", out)
    return server.milliseconds("/api/v1/interviews/{interview_id}/answers"), errors[0] if errors else "none"


def streams(server):
    text = (ROOT / "examples/night-ward.vtt").read_bytes()
    reading = server.ask("POST", "/api/v1/readings", text, "application/octet-stream")["id"]
    before = server.resident_mb()
    host, port = server.host.split(":")
    request = f"GET /api/v1/readings/{reading}/events HTTP/1.1\r\nHost: {server.host}\r\n\r\n".encode()
    open_streams = []
    for _ in range(STREAMS):
        stream = socket.create_connection((host, int(port)))
        stream.sendall(request)
        open_streams.append(stream)
    alive = sum(1 for stream in open_streams if stream.recv(64).startswith(b"HTTP/1.1 200"))
    time.sleep(1)
    after = server.resident_mb()
    for stream in open_streams:
        stream.close()
    return alive, after - before


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=ROOT / "build/release/src/barometer")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--think", default="2000:4000", help="milliseconds between two answers of a person")
    options = parser.parse_args()
    if shutil.which("wrk") is None:
        raise SystemExit("wrk is not installed (Debian package wrk)")
    think = tuple(int(part) for part in options.think.split(":"))
    folder = pathlib.Path(tempfile.mkdtemp(prefix="barometer-load-"))
    server = Server(options.program, folder)
    try:
        times, errors = practise(server, folder, options.seconds, think)
        alive, grown = streams(server)
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)
    figures = {
        "answers": len(times), "people": PEOPLE, "think_ms": list(think), "errors": errors,
        "answer_ms_p50": at_share(times, 0.5), "answer_ms_p90": at_share(times, 0.9),
        "answer_ms_p99": at_share(times, 0.99), "answer_ms_max": times[-1],
        "idle_streams": alive, "idle_streams_mb": round(grown, 1), "load_average": os.getloadavg()[0],
    }
    for name, value in figures.items():
        print(f"{name:>18}  {value}")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
