"""What a person is told who gives a file that cannot be read."""
import os
import time
import unittest

from support import EXAMPLE, ROOT, Case, main, run, vtt


class BadFile(Case):
    def both(self, path, code, *fragments):
        """`transcript show` and `read` say the same."""
        for command in (["transcript", "show"], ["read"]):
            with self.subTest(" ".join(command)):
                target = self.folder / "out.json"
                self.fails(run(*command, path, "--format", "json", "-o", target), code, path.name, *fragments)
                self.assertFalse(target.exists(), "nothing is written when the input is at fault")

    def test_truncated_json_names_the_place(self):
        whole = (ROOT / "tests/cases/transcript/deepgram_json-utterances/in.json").read_bytes()
        self.both(self.file("call.json", whole[: len(whole) // 2]), 2, "line")

    def test_empty_file(self):
        self.both(self.file("call.vtt", b""), 2, "empty")

    def test_jpeg_named_vtt(self):
        head = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
        self.both(self.file("call.vtt", head + os.urandom(20000)), 2, "JPEG")

    def test_file_of_200_mb_is_refused_at_once(self):
        path = self.folder / "call.vtt"
        with path.open("wb") as file:
            file.write(b"WEBVTT\n\n")
            cue = b"00:00:01.000 --> 00:00:04.000\nDana Osei: I counted the pumps.\n\n" * 15000
            while file.tell() < 200_000_000:
                file.write(cue)
        started = time.monotonic()
        result = run("read", path)
        self.fails(result, 2, "call.vtt", "MB")
        self.assertLess(time.monotonic() - started, 5)
        if not os.environ.get("BAROMETER_SANITIZED"):
            self.assertLess(result.peak_mb, 150)

    def test_invalid_utf8_names_byte_and_line(self):
        text = vtt("Dana Osei: Why?", "Ilya Marsh: J'ai d\u00e9cid\u00e9 seul.").encode("latin-1")
        self.both(self.file("call.vtt", text), 2, f"Byte {text.index(0xE9)}", "line 9", "UTF-8")

    def test_three_speakers_without_roles_are_listed(self):
        path = self.file("call.vtt", vtt("Anna Berg: Why?", "Ben Ito: I left.", "Cleo Marsh: When?"))
        self.fails(run("read", path), 2, "call.vtt", "Anna Berg", "Ben Ito", "Cleo Marsh", "--role")

    def test_role_for_nobody_lists_who_there_is(self):
        self.fails(run("read", EXAMPLE, "--role", "Dana=candidate"), 2, "Dana", "Ines Duarte", "Martin Keller")

    def test_missing_file(self):
        self.both(self.folder / "nowhere.vtt", 3, "no such file")

    @unittest.skipIf(os.geteuid() == 0, "root may read every file")
    def test_file_without_permission(self):
        path = self.file("call.vtt", "WEBVTT\n")
        path.chmod(0)
        self.both(path, 5, "permission")

    def test_pattern_without_match(self):
        self.fails(run("read", self.folder / "*.vtt"), 3, "no such file")

    def test_folder_without_files(self):
        self.fails(run("read", self.folder), 3, "no file")

    def test_messages_never_repeat_what_was_said(self):
        path = self.file("call.vtt", vtt("Anna Berg: Secretword one?", "Ben Ito: Secretword two."))
        self.assertNotIn("Secretword", run("read", path).said)


if __name__ == "__main__":
    main()
