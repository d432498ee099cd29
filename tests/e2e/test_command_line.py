"""Commands, options, exit codes, streams; what needs no reader."""
import json
import os
import pathlib
import subprocess

from support import EXAMPLE, EXAMPLE_ROLE, PROGRAM, Case, main, run, vtt


class CommandLine(Case):
    def test_version(self):
        result = run("--version")
        self.assertEqual(result.code, 0)
        self.assertRegex(result.out.decode(), r"^barometer \d+\.\d+\.\d+\n$")

    def test_no_arguments_teach(self):
        result = run()
        self.assertEqual(result.code, 2)
        self.assertIn("barometer read --help", result.said)

    def test_unknown_command(self):
        self.fails(run("raed", EXAMPLE), 2, "raed", "--help")

    def test_unknown_option(self):
        self.fails(run("read", EXAMPLE, "--frmat", "html"), 2, "--frmat", "--help")

    def test_unknown_format_lists_the_formats(self):
        self.fails(run("read", EXAMPLE, "--format", "pdf"), 2, "html", "markdown")

    def test_bad_role(self):
        self.fails(run("read", EXAMPLE, "--role", "Ines Duarte"), 2, "candidate")
        self.fails(run("read", EXAMPLE, "--role", "Ines Duarte=boss"), 2, "candidate")

    def test_bad_number(self):
        self.fails(run("read", EXAMPLE, "--jobs", "many"), 2, "--jobs")

    def test_unknown_pack_lists_the_packs(self):
        self.fails(run("read", EXAMPLE, "--role", EXAMPLE_ROLE, "--pack", "nowhere"), 3, "nowhere", "amazon-2021")

    def test_unknown_input_format(self):
        self.fails(run("read", EXAMPLE, "--input-format", "fax"), 2, "fax")

    def test_several_files_with_one_document_each_need_a_folder(self):
        self.fails(run("read", EXAMPLE, EXAMPLE, "--format", "html"), 2, "--output")
        self.fails(run("read", EXAMPLE, EXAMPLE, "--resume"), 2, "--output")

    def test_help_goes_to_standard_output(self):
        for command in ([], ["read"], ["transcript", "show"], ["pack", "check"]):
            result = run(*command, "--help")
            self.assertEqual((result.code, result.said), (0, ""))
            self.assertIn(b"Usage: barometer", result.out)

    def test_closed_pipe_is_quiet(self):
        for arguments in (["pack", "show", "amazon-2021"], ["transcript", "show", EXAMPLE]):
            reader, writer = os.pipe()
            os.close(reader)
            done = subprocess.run([PROGRAM, *arguments], stdout=writer, stderr=subprocess.PIPE)
            os.close(writer)
            self.assertEqual((done.returncode, done.stderr), (6, b""))

    def test_full_disk_is_said(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "transcript", "show", EXAMPLE], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 6)
        self.assertIn(b"No space left", done.stderr)


class TranscriptShow(Case):
    def test_keeps_every_turn_with_its_place_in_the_source(self):
        shown = json.loads(run("transcript", "show", EXAMPLE, "--output-format", "json").out)
        source = EXAMPLE.read_bytes()
        self.assertEqual(shown["format"], "zoom_vtt")
        self.assertEqual([speaker["name"] for speaker in shown["speakers"]], ["Martin Keller", "Ines Duarte"])
        self.assertGreater(len(shown["turns"]), 100)
        for turn in shown["turns"]:
            self.assertEqual(source[turn["source_begin"] : turn["source_end"]].decode(), turn["text"])

    def test_reads_standard_input(self):
        by_name = run("transcript", "show", EXAMPLE)
        by_pipe = run("transcript", "show", "-", stdin=EXAMPLE.read_bytes())
        self.assertEqual((by_pipe.code, by_pipe.out), (0, by_name.out))

    def test_converts_and_reads_back(self):
        target = self.folder / "again.vtt"
        self.assertEqual(run("transcript", "show", EXAMPLE, "--format", "vtt", "-o", target).code, 0)
        before = json.loads(run("transcript", "show", EXAMPLE, "--format", "json").out)
        after = json.loads(run("transcript", "show", target, "--format", "json").out)
        self.assertEqual([turn["text"] for turn in before["turns"]], [turn["text"] for turn in after["turns"]])

    def test_file_names_with_blanks_quotes_and_dashes(self):
        for name in ("a call.vtt", "it's \"it\".vtt", "-start.vtt", "[1].vtt", "R\u00e9union.vtt"):
            self.file(name, vtt("Anna Berg: Why?", "Ben Ito: I left."))
            with self.subTest(name):
                self.assertEqual(run("transcript", "show", f"./{name}", cwd=self.folder).code, 0)

    def test_output_that_cannot_be_written(self):
        for target in (self.folder / "no" / "such" / "out.txt", pathlib.Path("/proc/out.txt"), self.folder):
            with self.subTest(str(target)):
                self.fails(run("transcript", "show", EXAMPLE, "-o", target), 6, str(target), "cannot be written")
        self.assertEqual(list(self.folder.iterdir()), [], "no part of a file is left behind")

    def test_output_replaces_a_file_whole(self):
        target = self.file("out.txt", "before")
        self.assertEqual(run("transcript", "show", EXAMPLE, "-o", target).code, 0)
        self.assertIn("Ines Duarte", target.read_text())
        self.assertEqual([path.name for path in self.folder.iterdir()], ["out.txt"])

    def test_label_pattern_of_ones_own(self):
        notes = self.file("notes.txt", "Dana> Who approved it?\nIlya> Me: I called.\nThey came.\n")
        shown = json.loads(run("transcript", "show", notes, "--label-pattern", r"(\w+)> ", "--format", "json").out)
        self.assertEqual([speaker["name"] for speaker in shown["speakers"]], ["Dana", "Ilya"])
        self.assertEqual([turn["text"] for turn in shown["turns"]], ["Who approved it?", "Me: I called. They came."])

    def test_label_pattern_at_fault(self):
        notes = self.file("notes.txt", "Dana> Who?\n" + "a" * 300 + "\n")
        for command in (["transcript", "show"], ["read"]):
            with self.subTest(command):
                refused = [(r"(\w+> ", "at character 6"), (r"\w+> ", "no group for the speaker"),
                           (r"(\d+)> ", "fits none of the 2 lines"), (r"((a+)+|\w+)>", "takes too long")]
                for pattern, fragment in refused:
                    self.fails(run(*command, notes, "--label-pattern", pattern), 2, fragment)
                self.fails(run(*command, EXAMPLE, "--label-pattern", r"(\w+)> "), 2, "zoom_vtt")
        lines = self.file("lines.jsonl", "{}\n")
        self.fails(run("read", "--input-format", "exchanges", lines, "--label-pattern", r"(\w+)> "), 2, "--label-pattern")

    def test_lists_formats(self):
        lines = run("transcript", "formats").out.decode().splitlines()
        self.assertGreater(len(lines), 20)
        self.assertTrue(any(line.startswith("zoom_vtt") for line in lines))


class Packs(Case):
    def test_built_in_packs_have_no_faults(self):
        listed = [line.split()[0] for line in run("pack", "list").out.decode().splitlines()]
        self.assertLessEqual({"amazon-2021", "amazon-2020"}, set(listed))
        checked = run("pack", "check", *listed)
        self.assertEqual(checked.code, 0, checked.said)

    def test_new_pack_names_what_is_missing(self):
        self.assertEqual(run("pack", "new", "our-rules", cwd=self.folder).code, 0)
        checked = run("pack", "check", "./our-rules", cwd=self.folder)
        self.assertEqual(checked.code, 2)
        self.assertRegex(checked.said, r"our-rules/\S+\.yaml:\d+:\d+: ")
        again = run("pack", "new", "our-rules", cwd=self.folder)
        self.assertNotEqual(again.code, 0, "what is there is not overwritten")

    def test_diff_says_what_the_newer_set_added(self):
        said = run("pack", "diff", "amazon-2020", "amazon-2021").out.decode()
        self.assertIn("strive-to-be-earths-best-employer", said)


if __name__ == "__main__":
    main()
