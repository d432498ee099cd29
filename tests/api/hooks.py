"""Hooks of schemathesis: every write gets a key of its own, and every other path names a thing that is there."""
import json
import random
import urllib.request
import uuid

import schemathesis

made = {}


def ask(base, path, body, kind="application/json"):
    headers = {"Content-Type": kind, "Idempotency-Key": str(uuid.uuid4())}
    request = urllib.request.Request(base + path, body, headers)
    return json.loads(urllib.request.urlopen(request, timeout=60).read())["id"]


def make(base):
    made["story_id"] = ask(base, "/api/v1/stories", b'{"title":"The bell","principles":["dive-deep"]}')
    made["interview_id"] = ask(base, "/api/v1/interviews", b'{"principles":["dive-deep"],"probing":"hard"}')
    made["reading_id"] = ask(base, "/api/v1/readings", b"Interviewer: Why?\nCandidate: I counted all the calls myself.\n",
                             "application/octet-stream")


@schemathesis.hook
def before_call(context, case, kwargs):
    if case.headers and "Idempotency-Key" in case.headers and random.random() < 0.8:
        case.headers["Idempotency-Key"] = str(uuid.uuid4())
    names = [name for name in (case.path_parameters or {}) if name in ("story_id", "interview_id", "reading_id")]
    if names and random.random() < 0.5:
        if not made or case.operation.method.upper() == "DELETE":
            make(case.operation.base_url)
        case.path_parameters[names[0]] = made[names[0]]


@schemathesis.serializer("audio/webm", "audio/ogg", "audio/mp4", "audio/wav")
def as_bytes(context, value):
    return value if isinstance(value, bytes) else str(value).encode()
