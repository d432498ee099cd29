"""barometer evaluate: figures with intervals, no text of an answer, errors that name the line."""
import json

from support import ROOT, Case, main, needs_model, run

LABELLED = ROOT / "examples/labelled.jsonl"


class Refusals(Case):
    def refuses(self, text, *fragments):
        path = self.file("labelled.jsonl", text)
        self.fails(run("evaluate", path), 2, "labelled.jsonl: ", *fragments)

    def test_a_fault_is_named_by_its_line_and_never_repeated(self):
        good = LABELLED.read_text().splitlines()[0]
        bad = json.loads(good)
        bad["ratings"][1]["for"] = "SECRET words"
        path = self.file("labelled.jsonl", good + "\n\n" + json.dumps(bad) + "\n")
        result = run("evaluate", path)
        self.fails(result, 2, "Line 3: rating 2:", "does not stand in the answer")
        self.assertNotIn("SECRET", result.said)

    def test_a_missing_file_is_not_found(self):
        self.fails(run("evaluate", self.folder / "none.jsonl"), 3, "none.jsonl")

    def test_labels_and_groups_are_needed(self):
        line = json.loads(LABELLED.read_text().splitlines()[0])
        self.refuses(json.dumps({key: line[key] for key in line if key != "group"}), "Line 1", '"group"')
        self.refuses(json.dumps({key: line[key] for key in line if key != "ratings"}), "Line 1", "labels are missing")


@needs_model
class Evaluate(Case):
    def evaluated(self, *arguments):
        result = run("evaluate", LABELLED, *arguments)
        self.assertEqual((result.code, result.said), (0, ""))
        return result.out.decode()

    def test_every_figure_has_its_n(self):
        report = json.loads(self.evaluated("--format", "json"))
        self.assertEqual(report["schema"], "barometer.evaluation/1")
        self.assertEqual([part["name"] for part in report["parts"]], ["all"])
        part = report["parts"][0]
        self.assertEqual((part["n"], part["groups"]), (6, 3))
        figures = {figure["id"]: figure for section in part["sections"] for figure in section["figures"]}
        self.assertLessEqual(
            {"auc_strong", "balanced_accuracy_strong", "auc_mixed_or_better", "kappa_with_mean_rater",
             "kappa_between_raters", "macro_f1", "principle_top_1", "principle_top_3", "span_recall", "span_precision",
             "span_between_raters", "probe_as_any_rater", "calibration_error", "risk_at_80"}, set(figures))
        for figure in figures.values():
            self.assertGreater(figure["n"], 0)
            if figure["interval"]:
                self.assertLessEqual(figure["interval"][0], figure["interval"][1])

    def test_the_same_seed_gives_the_same_report(self):
        once = self.evaluated("--robustness", "--format", "json", "--seed", "3")
        self.assertEqual(once, self.evaluated("--robustness", "--format", "json", "--seed", "3", "-j", "1"))
        self.assertGreaterEqual(len(json.loads(once)["robustness"]), 8)

    def test_no_text_of_an_answer_comes_out(self):
        answers = [json.loads(line)["answer"] for line in LABELLED.read_text().splitlines()]
        for form in ("terminal", "json", "markdown"):
            text = self.evaluated("--robustness", "--format", form)
            for answer in answers:
                for begin in range(0, len(answer) - 20, 10):
                    self.assertNotIn(answer[begin : begin + 20], text)

    def test_standard_input_and_a_file_to_write(self):
        target = self.folder / "figures.md"
        result = run("evaluate", "-", "-o", target, stdin=LABELLED.read_bytes())
        self.assertEqual((result.code, result.out, result.said), (0, b"", ""))
        self.assertIn("| Figure | all |", target.read_text())


if __name__ == "__main__":
    main()
