"""The training material against its own rules: places, families, leaks. Needs nothing but Python."""
import collections
import json
import os
import re
import sys
import unittest

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
sys.path.insert(0, os.path.join(ROOT, "training"))

import augment  # noqa: E402
import data  # noqa: E402
import leak  # noqa: E402

WRITTEN = data.load_written()
RUN = 12  # words in a row that two answers of different folds may not share


def runs(text):
    words = re.findall(r"[a-z0-9']+", text.lower())
    return {" ".join(words[i:i + RUN]) for i in range(len(words) - RUN + 1)}


class Written(unittest.TestCase):
    def test_ids_are_unique_and_enough(self):
        self.assertGreater(len(WRITTEN), 2500)
        self.assertEqual(len({e["id"] for e in WRITTEN}), len(WRITTEN))

    def test_quotes_stand_in_their_answers(self):
        for example in WRITTEN:
            for begin, end, sign, *_ in example["spans"]:
                self.assertTrue(0 <= begin < end <= len(example["answer"]), example["id"])
                self.assertIn(sign, "+-")

    def test_fields_are_of_the_known_kinds(self):
        for example in WRITTEN:
            self.assertIn(example["principle"], data.PRINCIPLES, example["id"])
            self.assertIn(example["mode"], data.MODES, example["id"])
            self.assertIn(example["agency"], data.AGENCIES, example["id"])
            self.assertTrue(set(example["probes"]) <= set(data.PROBES), example["id"])

    def test_a_family_lies_in_one_fold(self):
        folds = collections.defaultdict(set)
        for example in WRITTEN:
            folds[example["group"]].add(data.fold_of(example["group"]))
        self.assertTrue(all(len(f) == 1 for f in folds.values()))

    def test_no_answer_of_the_test_fold_is_repeated_in_the_others(self):
        elsewhere = collections.defaultdict(set)
        for example in WRITTEN:
            if data.fold_of(example["group"]) != 0:
                for run in runs(example["answer"]):
                    elsewhere[run].add(example["id"])
        shared = {(e["id"], other) for e in WRITTEN if data.fold_of(e["group"]) == 0
                  for run in runs(e["answer"]) for other in elsewhere.get(run, ())}
        self.assertEqual(shared, set())


class Leaks(unittest.TestCase):
    def test_neither_length_nor_function_words_tell_the_verdict(self):
        train = [e for e in WRITTEN if data.fold_of(e["group"]) != 0]
        test = [e for e in WRITTEN if data.fold_of(e["group"]) == 0]
        ids = leak.load_split()
        self.assertTrue(ids <= {e["id"] for e in test})
        kept = [i for i, e in enumerate(test) if e["id"] in ids]
        self.assertGreater(len(kept), 0.6 * len(test))
        for key, value in leak.figures(test, leak.blind_scores(train, test), kept).items():
            self.assertLess(value, leak.MOST, key)

    def test_the_blind_classifier_sees_a_planted_leak(self):
        def example(number):
            strong = number % 3 == 0
            return dict(answer="I did it, and then I did it again. " * (9 if strong else 2), verdict=[0, 1 - strong, 0, strong])
        rows = [example(i) for i in range(90)]
        found = leak.figures(rows, leak.blind_scores(rows, rows), range(90))
        self.assertGreater(found["length", "strong"], 0.95)


class Augmenting(unittest.TestCase):
    def test_nothing_that_robustness_is_measured_by_is_trained_on(self):
        with open(os.path.join(ROOT, "src", "service", "perturbation_words.cpp"), encoding="utf-8") as file:
            measured = {re.sub(r"\W+", " ", s).strip().lower() for s in re.findall(r'"([^"]{20,})"', file.read())}
        self.assertGreater(len(measured), 10)
        trained = {re.sub(r"\W+", " ", s).strip().lower() for s in augment.FILLERS + augment.ORDERS}
        self.assertEqual(measured & trained, set())

    def test_spans_still_lie_in_the_answer(self):
        mishear = augment.Mishearing(WRITTEN)
        for example in WRITTEN[:600]:
            changed = augment.augmented(example, mishear)
            for begin, end, *_ in changed["spans"]:
                self.assertTrue(0 <= begin <= end <= len(changed["answer"]), example["id"])


class Behaviours(unittest.TestCase):
    def setUp(self):
        folder = os.path.join(data.HERE, "data", "spans")
        self.pairs = []
        for name in sorted(n for n in os.listdir(folder) if n.startswith("o")):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                self.pairs += map(json.loads, file)

    def test_every_pair_has_spans_for_against_and_neither(self):
        self.assertGreaterEqual(len(self.pairs), 570)
        for pair in self.pairs:
            self.assertTrue(len(pair["ps"]) >= 4 and len(pair["ms"]) >= 4 and pair["zs"], pair["id"])
            self.assertNotEqual(pair["plus"], pair["minus"], pair["id"])

    def test_no_span_stands_twice(self):
        counts = collections.Counter(s for pair in self.pairs for s in pair["ps"] + pair["ms"] + pair["zs"])
        self.assertEqual([s for s, count in counts.items() if count > 1], [])

    def test_no_behaviour_is_an_indicator_of_the_held_out_pack(self):
        folder = os.path.join(ROOT, "packs", "harbour-authority", "principles")
        held = "".join(open(os.path.join(folder, name), encoding="utf-8").read() for name in os.listdir(folder))
        for pair in self.pairs:
            for text in (pair["plus"], pair["minus"]):
                self.assertNotIn(text.rstrip("."), held, pair["id"])

    def test_a_fifth_is_kept_for_the_test(self):
        kept = sum(data.unseen_behaviour(dict(group=p["id"], texts=[p["plus"], p["minus"]])) for p in self.pairs)
        self.assertTrue(0.12 < kept / len(self.pairs) < 0.28, kept)
        self.assertFalse(data.unseen_behaviour(dict(group=self.pairs[0]["id"], texts=["one"])))


class Ratings(unittest.TestCase):
    def test_ratings_of_real_text_hold_places_not_words(self):
        folder = os.path.join(data.HERE, "data", "spoken_ratings")
        for name in sorted(os.listdir(folder)):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                for line in file:
                    for key in ("for", "against"):
                        self.assertRegex(line, rf'"{key}": (null|\[\d+, \d+\])', name)


if __name__ == "__main__":
    unittest.main()
