"""Whole interviews through the embedded reader: one file, many files, every format, terminal and pipe."""
import json
import os
import pathlib
import pty
import shutil
import subprocess

from support import EXAMPLE, EXAMPLE_ROLE, PROGRAM, ROOT, Case, main, needs_model, run, vtt

ROLE = ("--role", EXAMPLE_ROLE)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(2000)


def report(path, *arguments):
    return json.loads(run("read", path, "--format", "json", *arguments).out)


def quotes(found):
    for principle in found["principles"]:
        for evidence in principle["evidence"]:
            yield from evidence["passages"]


def on_terminal(*arguments, typed=b"", env=None):
    """Runs the program on a pseudo terminal of 100 columns; gives exit code and what was shown."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        ["/bin/sh", "-c", 'stty cols 100; exec "$0" "$@"', PROGRAM, *map(str, arguments)],
        stdin=slave, stdout=slave, stderr=slave, close_fds=True,
        env={**{k: v for k, v in os.environ.items() if k != "NO_COLOR"}, "TERM": "xterm", **(env or {})},
    )
    os.close(slave)
    if typed:
        os.write(master, typed)
    shown = b""
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:  # Linux says so when the other end is closed
            break
        if not part:
            break
        shown += part
    os.close(master)
    return process.wait(), shown.decode()


@needs_model
class OneInterview(Case):
    def test_every_quote_is_bytes_of_the_file(self):
        source = EXAMPLE.read_bytes()
        found = report(EXAMPLE, *ROLE)
        passages = list(quotes(found))
        self.assertGreater(len(passages), 5)
        for passage in passages:
            self.assertIn(passage["quote"].encode(), source)
            pieces = [source[begin:end].decode() for begin, end in passage["source"]]
            self.assertEqual(" ".join(pieces), passage["quote"])

    def test_only_the_candidate_is_quoted(self):
        found = report(EXAMPLE, *ROLE)
        for passage in quotes(found):
            turn = found["turns"][passage["turn"]]
            self.assertEqual(found["speakers"][turn["speaker"]]["role"], "candidate")

    def test_every_principle_of_the_pack_is_named_once(self):
        found = report(EXAMPLE, *ROLE)
        names = [principle["principle"] for principle in found["principles"]]
        self.assertEqual(len(names), 16)
        self.assertEqual(len(set(names)), 16)
        for principle in found["principles"]:
            if principle["verdict"] in ("not_assessed", "insufficient"):
                self.assertIsNone(principle["rating"], "what was not judged has no number")

    def test_another_pack_judges_by_other_principles(self):
        found = report(EXAMPLE, *ROLE, "--pack", "harbour-authority")
        self.assertEqual(found["pack"]["id"], "harbour-authority")
        self.assertLess(len(found["principles"]), 16)

    def test_same_bytes_for_any_number_of_jobs(self):
        for form in ("json", "html", "markdown"):
            one = run("read", EXAMPLE, *ROLE, "--format", form, "--jobs", "1")
            two = run("read", EXAMPLE, *ROLE, "--format", form, "--jobs", "2")
            self.assertEqual(one.code, 0, one.said)
            self.assertEqual(one.out, two.out)

    def test_reads_standard_input(self):
        result = run("read", "-", *ROLE, "--format", "json", stdin=EXAMPLE.read_bytes())
        by_name = report(EXAMPLE, *ROLE)
        by_pipe = json.loads(result.out)
        self.assertEqual(by_pipe["principles"], by_name["principles"])

    def test_the_file_name_does_not_matter(self):
        renamed = self.folder / "call.json"
        shutil.copy(EXAMPLE, renamed)
        self.assertEqual(report(renamed, *ROLE)["principles"], report(EXAMPLE, *ROLE)["principles"])

    def test_a_few_words_are_not_judged(self):
        path = self.file("call.vtt", vtt("Interviewer: Why?", "Candidate: I left."))
        result = run("read", path, "--format", "json")
        self.assertEqual(result.code, 0, result.said)
        found = json.loads(result.out)
        self.assertFalse(found["judged"])
        self.assertEqual({principle["verdict"] for principle in found["principles"]}, {"not_assessed"})

    def test_html_needs_no_network(self):
        page = run("read", EXAMPLE, *ROLE, "--format", "html").out.decode()
        self.assertIn("Content-Security-Policy", page)
        for fetched in ('src="http', "src='http", '<link rel="stylesheet"', "url(http", "@import"):
            self.assertNotIn(fetched, page)

    def test_markup_in_a_transcript_stays_text(self):
        path = self.file("call.vtt", vtt(
            "Interviewer: Tell me about <b>pumps</b>.",
            "Candidate: I wrote <script>alert(1)</script> on the board, and I counted every pump on the ward twice, because "
            "the list was wrong, and I showed the sister that nine of them were missing from it."))
        page = run("read", path, "--format", "html").out.decode()
        self.assertNotIn("<script>alert(1)", page)
        self.assertIn("&lt;script&gt;alert(1)", page)

    def test_no_part_of_a_report_is_left_behind(self):
        target = pathlib.Path("/proc/report.html")
        self.fails(run("read", EXAMPLE, *ROLE, "--format", "html", "-o", target), 6, "cannot be written")

    def test_closed_pipe_is_quiet(self):
        reader, writer = os.pipe()
        os.close(reader)
        done = subprocess.run([PROGRAM, "read", EXAMPLE, *ROLE], stdout=writer, stderr=subprocess.PIPE)
        os.close(writer)
        self.assertEqual((done.returncode, done.stderr), (6, b""))


@needs_model
class FollowUps(Case):
    """What stands in src/service/topic.hpp, from the numbers of the report alone."""

    @staticmethod
    def relevance(exchange, principle):
        if exchange["abstention"]:
            return 0
        return next(one["relevance"] for one in exchange["readings"] if one["principle"] == principle)

    def topic_of(self, opener, follow_ups):
        heard = [one for one in follow_ups if not one["abstention"]]
        pools = {}
        for one in opener["readings"]:
            found = [self.relevance(follow_up, one["principle"]) for follow_up in heard]
            pools[one["principle"]] = self.relevance(opener, one["principle"]) + sum(found) / max(len(found), 1)
        first = opener["readings"][0]["principle"]
        best = max(pools, key=pools.get)
        return best if opener["abstention"] or pools[best] >= 1.5 * pools[first] else first

    def test_probes_are_told_from_questions_that_open_a_subject(self):
        found = report(EXAMPLE, *ROLE)
        probes = [exchange["question"] for exchange in found["exchanges"] if exchange["follow_up"]]
        self.assertEqual(probes, [
            "What did the charts tell you?", "And what did you do with that?", "Who was all of this for, in the end?",
            "What would you do differently now?", "How did you know that passing was good enough?",
            "What was your own part in it?", "How was it measured, and what was the number?",
            "And once it was decided?", "What else?"])

    def test_follow_ups_are_read_for_the_principle_of_their_topic(self):
        # The second one has many thin follow-ups: whatever the weights, some land elsewhere when read alone.
        inherited = self.inherited(report(EXAMPLE, *ROLE))
        inherited += self.inherited(report(ROOT / "tests/fixtures/follow-ups.vtt", "--role", "Candidate=candidate"))
        self.assertGreater(inherited, 0, "no follow-up that read alone lands elsewhere")

    def inherited(self, found):
        """How many follow-ups took the principle of their topic; checks each."""
        topics = []
        for exchange in found["exchanges"]:
            if exchange["follow_up"]:
                topics[-1].append(exchange)
            else:
                self.assertIsNone(exchange["principle"], "an opener says for itself what it is about")
                topics.append([exchange])
        count = 0
        for opener, *follow_ups in topics:
            topic = self.topic_of(opener, follow_ups) if follow_ups else None
            for one in follow_ups:
                first = one["readings"][0]["principle"]
                own = max(one["readings"], key=lambda reading: reading["relevance"])
                with self.subTest(one["question"]):
                    if one["principle"]:
                        count += 1
                        self.assertEqual((one["principle"], first), (topic, topic))
                        self.assertNotEqual(own["principle"], topic, "nothing was to be moved")
                    elif first != topic:
                        self.assertGreaterEqual(own["relevance"], 2 * self.relevance(one, topic))
        return count


@needs_model
class EscapedJson(Case):
    """A recogniser that writes all but ASCII as \\u escapes says the same as one that does not."""

    def setUp(self):
        super().setUp()
        turns = json.loads(run("transcript", "show", EXAMPLE, "--format", "json").out)["turns"]
        segments = [{"speaker": turn["speaker"], "startTime": turn["start_ms"] / 1000,
                     "body": turn["text"].replace("'", "\u2019").replace("Jonas", "Jon\u00e1\u0161")} for turn in turns]
        transcript = {"version": "1.0.0", "segments": segments}
        self.escaped = self.file("escaped.json", json.dumps(transcript))
        self.plain = self.file("plain.json", json.dumps(transcript, ensure_ascii=False))

    def test_quotes_run_on_over_escapes(self):
        found, plain = report(self.escaped, *ROLE), report(self.plain, *ROLE)
        self.assertEqual([passage["quote"] for passage in quotes(found)], [passage["quote"] for passage in quotes(plain)])
        self.assertEqual(found["dropped_quotes"], 0)
        self.assertTrue(any("\u2019" in passage["quote"] for passage in quotes(found)), "no quote has an escape")

    def test_the_bytes_of_a_quote_mean_the_quote(self):
        source = self.escaped.read_bytes()
        for passage in quotes(report(self.escaped, *ROLE)):
            pieces = [json.loads(b'"' + source[begin:end] + b'"') for begin, end in passage["source"]]
            self.assertEqual(" ".join(pieces), passage["quote"])


@needs_model
class Terminal(Case):
    def test_the_report_starts_on_a_line_without_the_progress_bar(self):
        long_talk = EXAMPLE.read_text().replace("WEBVTT\n", "")
        path = self.file("long.vtt", "WEBVTT\n" + "\n".join([long_talk] * 20))
        code, shown = on_terminal("read", path, *ROLE, "--jobs", "1", env={"NO_COLOR": "1"})
        self.assertEqual(code, 0, shown[-500:])
        bar, erase = "Reading \u2588", "\r\x1b[K"
        self.assertIn(bar, shown, "the work was too short to show a bar")
        last = shown.rindex(bar)
        drawn, after = shown[last:].split(erase, 1)
        self.assertFalse("\n" in drawn, "something was printed behind the bar")  # assertNotIn would print all of it
        self.assertFalse(erase in after, "the bar stood while the report was printed")
        self.assertTrue("Ines Duarte" in after)

    def test_many_interviews_print_on_clean_lines(self):
        for name in ("a.vtt", "b.vtt"):
            talk = EXAMPLE.read_text().replace("WEBVTT\n", "")
            self.file(f"calls/{name}", "WEBVTT\n" + "\n".join([talk] * 12))
        code, shown = on_terminal("read", self.folder / "calls", *ROLE, "--jobs", "1")
        self.assertEqual(code, 0, shown[-500:])
        self.assertIn("Reading 2 files", shown, "the work was too short to show a bar")
        # What a terminal keeps of a line is what stands behind the last erasure.
        lines = [line.rsplit("\r\x1b[K", 1)[-1].strip("\r") for line in shown.split("\n")]
        self.assertEqual(sum(line.startswith('{"') for line in lines), 2)
        self.assertTrue(any(line.startswith("2 of 2 interviews read") for line in lines), lines[-1])

    def test_colour_on_a_terminal_and_none_with_no_color(self):
        code, coloured = on_terminal("read", EXAMPLE, *ROLE)
        self.assertEqual(code, 0, coloured)
        self.assertIn("\x1b[", coloured)
        code, plain = on_terminal("read", EXAMPLE, *ROLE, "--quiet", env={"NO_COLOR": "1"})
        self.assertEqual(code, 0, plain)
        self.assertNotIn("\x1b[", plain)
        code, dumb = on_terminal("read", EXAMPLE, *ROLE, "--quiet", env={"TERM": "dumb"})
        self.assertNotIn("\x1b[", dumb)

    def test_lines_fit_the_terminal(self):
        _, plain = on_terminal("read", EXAMPLE, *ROLE, "--quiet", env={"NO_COLOR": "1"})
        self.assertLessEqual(max(len(line) for line in plain.splitlines()), 100)

    def test_no_colour_in_a_pipe_unless_asked_for(self):
        self.assertNotIn(b"\x1b[", run("read", EXAMPLE, *ROLE, "--format", "terminal").out)
        self.assertIn(b"\x1b[", run("read", EXAMPLE, *ROLE, "--format", "terminal", "--color", "always").out)

    def test_asks_who_the_candidate_is(self):
        code, shown = on_terminal("read", EXAMPLE, typed=b"2\n")
        self.assertEqual(code, 0, shown)
        self.assertIn("Who is the candidate?", shown)
        self.assertRegex(shown, r"Candidate\S*\s+Ines Duarte")

    def test_a_number_that_is_nobody_is_refused(self):
        code, shown = on_terminal("read", EXAMPLE, typed=b"9\n")
        self.assertEqual(code, 2)
        self.assertIn("--role", shown)


@needs_model
class ManyInterviews(Case):
    def setUp(self):
        super().setUp()
        self.calls = self.folder / "calls"
        self.calls.mkdir()
        shutil.copy(EXAMPLE, self.calls / "a.vtt")
        shutil.copy(EXAMPLE, self.calls / "b.vtt")
        whole = (ROOT / "tests/cases/transcript/deepgram_json-utterances/in.json").read_bytes()
        self.file("calls/cut.json", whole[: len(whole) // 2])
        self.file("calls/photo.vtt", JPEG)
        self.file("calls/.hidden", JPEG)
        self.out = self.folder / "out"

    def read(self, *arguments, **settings):
        return run("read", *arguments, *ROLE, **settings)

    def test_bad_files_do_not_stop_the_rest(self):
        result = self.read(self.calls, "--format", "json", "-o", self.out)
        self.assertEqual(result.code, 1, result.said)
        self.assertIn("2 of 4 interviews read, 2 failed", result.said)
        self.assertIn("cut.json", result.said)
        self.assertIn("JPEG", result.said)
        self.assertNotIn("hidden", result.said)
        self.assertEqual(sorted(path.name for path in self.out.rglob("*") if path.is_file()),
                         ["a.vtt.json", "b.vtt.json"])

    def test_resume_does_only_what_is_missing(self):
        self.read(self.calls, "--format", "json", "-o", self.out)
        before = {path: path.stat().st_mtime_ns for path in self.out.rglob("*.json")}
        shutil.copy(EXAMPLE, self.calls / "photo.vtt")
        (self.calls / "cut.json").unlink()
        result = self.read(self.calls, "--format", "json", "-o", self.out, "--resume")
        self.assertEqual(result.code, 0, result.said)
        self.assertIn("1 of 3 interviews read, 2 done before", result.said)
        self.assertEqual(before, {path: path.stat().st_mtime_ns for path in before})
        self.assertTrue((self.out / "photo.vtt.json").exists())

    def test_lines_come_in_the_order_of_the_files(self):
        result = self.read(self.calls, "--jobs", "2")
        self.assertEqual(result.code, 1)
        names = [json.loads(line)["name"] for line in result.out.decode().splitlines()]
        self.assertEqual(names, ["a.vtt", "b.vtt"])

    def test_same_bytes_for_any_number_of_jobs(self):
        self.assertEqual(self.read(self.calls, "--jobs", "1").out, self.read(self.calls, "--jobs", "2").out)

    def test_patterns_that_the_shell_left_alone(self):
        result = self.read("calls/[ab].vtt", cwd=self.folder)
        self.assertEqual(result.code, 0, result.said)
        self.assertEqual(len(result.out.splitlines()), 2)

    def test_output_folder_that_cannot_be_written(self):
        result = self.read(self.calls / "a.vtt", self.calls / "b.vtt", "--format", "json", "-o", "/proc/nowhere")
        self.assertEqual(result.code, 1)
        self.assertIn("2 failed", result.said)
        self.assertIn("cannot be written", result.said)

    def test_unknown_pack_stops_at_once(self):
        self.fails(self.read(self.calls, "--pack", "nowhere"), 3, "nowhere")


if __name__ == "__main__":
    main()
