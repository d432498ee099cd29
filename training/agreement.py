"""Agreement between raters of the pool, over answers with two ratings.

    python agreement.py
"""
import glob
import json
import os

import numpy as np
from sklearn.metrics import cohen_kappa_score

import data


def main():
    ratings = {}
    for path in sorted(glob.glob(os.path.join(data.HERE, "data", "spoken_ratings", "*.jsonl"))):
        with open(path, encoding="utf-8") as file:
            for rating in map(json.loads, file):
                ratings.setdefault(rating["id"], []).append(rating)
    pairs = [r[:2] for r in ratings.values() if len(r) > 1]
    first, second = ([data.VERDICTS.index(p[k]["verdict"]) for p in pairs] for k in (0, 1))
    named = [p for p in pairs if p[0]["principle"] and p[1]["principle"]]
    print(f"{sum(map(len, ratings.values()))} ratings of {len(ratings)} answers, {len(pairs)} with two")
    print(f"verdict: quadratic weighted kappa {cohen_kappa_score(first, second, weights='quadratic', labels=[0, 1, 2, 3]):.3f}, same {np.mean(np.equal(first, second)):.3f}")
    print(f"anything to judge: kappa {cohen_kappa_score(np.array(first) > 0, np.array(second) > 0):.3f}")
    print(f"strong: kappa {cohen_kappa_score(np.array(first) == 3, np.array(second) == 3):.3f}")
    for key, rows in (("principle", named), ("mode", pairs), ("agency", pairs), ("probe", pairs)):
        print(f"{key}: same {np.mean([p[0][key] == p[1][key] for p in rows]):.3f} of {len(rows)}")
    both = [(p[0]["for"], p[1]["for"]) for p in pairs if p[0]["for"] and p[1]["for"]]
    print(f"span for: overlap in {np.mean([min(a[1], b[1]) > max(a[0], b[0]) for a, b in both]):.3f} of {len(both)} where both quote")


if __name__ == "__main__":
    main()
