"""What is written down about the program is what the program does: man page, completions, README."""
import json
import re
import shutil
import subprocess

from support import ROOT, Case, main, run

SUBCOMMAND = re.compile(r"^  ([a-z]+)(?:, ?[a-z]+)*  +\S", re.M)  # behind a comma: another name


def commands(path=()):
    """Every command with its help: [(("pack", "show"), help), ...]."""
    text = run(*path, "--help").out.decode()
    found = [(path, text)]
    if "\nSubcommands:" in text:
        listed = text.split("\nSubcommands:\n")[1].split("\n\n")[0]
        for name in SUBCOMMAND.findall(listed):
            found += commands((*path, name))
    return found


def long_options(text):
    listed = text.split("\nOptions:")[1].split("\n\n")[0]
    return set(re.findall(r"^  (?:-.,)?((?:--[a-z-]+,?)+)", listed, re.M))


class Documents(Case):
    @classmethod
    def setUpClass(cls):
        cls.commands = commands()
        cls.options = {
            path: {name for group in long_options(text) for name in group.strip(",").split(",")}
            for path, text in cls.commands
        }
        manual = (ROOT / "man/barometer.1").read_text()
        cls.manual = re.sub(r'\\f.|"', "", manual.replace("\\-", "-"))

    def test_the_commands_were_found(self):
        paths = {path for path, _ in self.commands}
        self.assertLessEqual({("read",), ("transcript", "show"), ("pack", "check"), ("completion",)}, paths)
        self.assertIn("--input-format", self.options[("read",)])

    def test_the_man_page_names_every_command_and_long_option(self):
        words = set(re.findall(r"[\w-]+", self.manual))
        for path, options in self.options.items():
            self.assertLessEqual(set(path), words, "the man page lacks a command")
            self.assertLessEqual(options, words, f"the man page lacks an option of {' '.join(path)}")

    def test_the_man_page_names_no_option_that_is_gone(self):
        everywhere = set().union(*self.options.values())
        self.assertLessEqual(set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", self.manual)), everywhere)

    def test_the_man_page_lists_the_exit_codes(self):
        text = dict(self.commands)[()]
        codes = re.findall(r"^  (\d+) ", text.split("EXIT CODES")[1], re.M)
        section = self.manual.split(".SH EXIT STATUS")[1].split(".SH")[0]
        self.assertEqual(sorted(re.findall(r"^\.B (\d+)$", section, re.M)), sorted(codes))

    def test_the_readme_names_every_command(self):
        readme = (ROOT / "README.md").read_text()
        for path, text in self.commands:
            if path and "Subcommands:" not in text:
                self.assertIn("barometer " + " ".join(path), readme)


class Completions(Case):
    def complete(self, *words):
        """What bash offers for the last word."""
        script = self.file("completion.bash", run("completion", "bash").out)
        listed = " ".join(f"'{word}'" for word in words)
        done = subprocess.run(
            ["bash", "-c", f'barometer() {{ echo "own-pack 1.0"; }}; source "$0"; COMP_WORDS=({listed}); '
                           f'COMP_CWORD={len(words) - 1}; _barometer; printf "%s\\n" "${{COMPREPLY[@]}}"', script],
            capture_output=True, text=True, check=True)
        self.assertEqual(done.stderr, "")
        return set(done.stdout.split())

    def test_bash_completes_commands_options_and_values(self):
        self.assertLessEqual({"read", "evaluate", "transcript", "pack", "completion"}, self.complete("barometer", ""))
        self.assertEqual(self.complete("barometer", "pack", "sh"), {"show"})
        self.assertEqual(self.complete("barometer", "read", "--res"), {"--resume"})
        self.assertIn("html", self.complete("barometer", "read", "--format", ""))
        self.assertEqual(self.complete("barometer", "read", "--format", "=", "ht"), {"html"})
        self.assertEqual(self.complete("barometer", "read", "-p", ""), {"own-pack"})
        self.assertEqual(self.complete("barometer", "completion", ""), {"bash", "zsh", "fish"})
        self.assertEqual(self.complete("barometer", "read", ""), set(), "here the shell completes files")

    def test_every_long_option_is_in_every_script(self):
        for shell in ("bash", "zsh", "fish"):
            script = run("completion", shell).out.decode()
            for _, text in commands():
                for group in long_options(text):
                    for name in group.strip(",").split(","):
                        self.assertIn(f"-l {name[2:]}" if shell == "fish" else name, script)

    def test_scripts_are_sound(self):
        for shell in ("bash", "zsh", "fish"):
            with self.subTest(shell):
                script = self.file(f"completion.{shell}", run("completion", shell).out)
                if not shutil.which(shell):
                    self.skipTest(f"{shell} is not installed")
                done = subprocess.run([shell, "-n", script], capture_output=True, text=True)
                self.assertEqual((done.returncode, done.stderr), (0, ""))


class Examples(Case):
    def test_exchange_lines_are_objects(self):
        lines = (ROOT / "examples/exchanges.jsonl").read_text().splitlines()
        for line in lines:
            self.assertLessEqual({"id", "question", "answer", "context"}, set(json.loads(line)))

    def test_links_in_the_documents_lead_somewhere(self):
        for document in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("src/*/README.md")]:
            for target in re.findall(r"\]\(([^)#\s]+)", document.read_text()):
                if "://" not in target:
                    with self.subTest(f"{document.name}: {target}"):
                        self.assertTrue((document.parent / target).exists())


if __name__ == "__main__":
    main()
