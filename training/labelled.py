"""Labelled exchanges of a fold, for `barometer evaluate`. They hold the real texts: write them outside the repository.

    python labelled.py --corpora DIR --out FILE.jsonl [--fold 0 | --fold choose]

Of written exchanges only the balanced test split goes in (leak.py). "choose" takes what chose the epoch and the calibration.
"""
import argparse
import json
import lzma
import os

import data
import leak

FIELDS = ("verdict", "principle", "for", "against", "probe")


def ratings_by_id(corpora):
    """Ratings with their quotes, by the answer's id."""
    found = {}
    for name in ("real_answers_dev.jsonl", "spoken_dev.jsonl"):
        with open(os.path.join(corpora, name), encoding="utf-8") as file:
            for entry in map(json.loads, file):
                found[entry["id"]] = entry["ratings"]
    with lzma.open(os.path.join(corpora, "spoken_pool.jsonl.xz"), "rt", encoding="utf-8") as file:
        answers = {entry["id"]: entry["answer"] for entry in map(json.loads, file)}
    for rating in data.pool_ratings():
        found.setdefault(rating["id"], []).append(data.with_quotes(rating, answers[rating["id"]]))
    return found


def labelled(example, ratings):
    part = example["part"].split(":")[0]
    line = {"id": example["id"], "part": part, "group": example["group"], "context": example["context"],
            "question": example["question"], "answer": example["answer"]}
    if part != "written":
        return line | {"ratings": [{key: rating.get(key) for key in FIELDS} for rating in ratings[example["id"]]]}
    quotes = [{"quote": example["answer"][begin:end], "polarity": "supports" if sign == "+" else "contradicts"}
              for begin, end, sign, _, _, _, principle in example["spans"] if principle == example["principle"]]
    return line | {"principle": example["principle"], "verdict": data.VERDICTS[example["verdict"].index(max(example["verdict"]))],
                   "evidence": quotes, "probe": example["probes"][0]}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--corpora", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--fold", default="0")
    options = parser.parse_args()
    ratings, split, count = ratings_by_id(options.corpora), leak.load_split(), 0
    with open(options.out, "w", encoding="utf-8") as file:
        for example in data.load_real(options.corpora) + data.load_written():
            if options.fold == "choose":
                wanted = data.chooses(example["group"])
            else:
                wanted = data.fold_of(example["group"]) == int(options.fold)
                wanted = wanted and (not example["part"].startswith("written") or options.fold != "0" or example["id"] in split)
            if wanted:
                file.write(json.dumps(labelled(example, ratings), ensure_ascii=False) + "\n")
                count += 1
    print(f"{count} exchanges in {options.out}")


if __name__ == "__main__":
    main()
