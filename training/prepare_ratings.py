"""Turns raters' files into data/spoken_ratings: the same ratings with places instead of quotes, so no sentence of the pool is kept.

    python prepare_ratings.py CORPORA RATED_FOLDER...     one output file per rater (the folder's name)
"""
import glob
import json
import lzma
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def main(corpora, folders):
    with lzma.open(os.path.join(corpora, "spoken_pool.jsonl.xz"), "rt", encoding="utf-8") as file:
        answers = {entry["id"]: entry["answer"] for entry in map(json.loads, file)}

    def place(identity, quote):
        begin = answers[identity].find(quote) if quote else -1
        return [begin, begin + len(quote)] if begin >= 0 else None

    out = os.path.join(HERE, "data", "spoken_ratings")
    os.makedirs(out, exist_ok=True)
    for folder in folders:
        rater = os.path.basename(folder.rstrip("/"))
        kept = 0
        with open(os.path.join(out, f"rater_{rater.lower()}.jsonl"), "w", encoding="utf-8") as file:
            for path in sorted(glob.glob(os.path.join(folder, "batch_*.jsonl"))):
                with open(path, encoding="utf-8") as batch:
                    for rating in map(json.loads, filter(str.strip, batch)):
                        identity = rating["id"]
                        line = {
                            "id": identity, "rater": rater, "principle": rating["principle"], "verdict": rating["verdict"],
                            "mode": rating["mode"], "agency": rating["agency"],
                            "for": place(identity, rating["for"]), "for_behaviour": rating["for_behaviour"],
                            "against": place(identity, rating["against"]), "against_behaviour": rating["against_behaviour"],
                            "others": [{"principle": o["principle"], "polarity": o["polarity"], "quote": place(identity, o.get("quote")),
                                        "behaviour": o.get("behaviour")} for o in rating["others"]],
                            "probe": rating["probe"], "confidence": rating["confidence"]}
                        file.write(json.dumps(line, ensure_ascii=False) + "\n")
                        kept += 1
        print(rater, kept)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
