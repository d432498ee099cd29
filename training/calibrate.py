"""Fits what lies between the heads' logits and the words people read, on answers that training did not see.

    python calibrate.py --corpora DIR --encoder DIR --checkpoint FILE.pt --out calibration.json [--test-fold 0]

- beyond: Platt's map (1999) for each step of the verdict, every part of the material with weight by the root of its size;
- cuts: where a step counts as taken: the last one by balanced accuracy of strong against the rest; then the first two together by the
  quadratic weighted kappa with the mean rating; mean over the parts;
- evidence: Platt's map from the mean logit of a sentence to the chance that a rater quoted it, and the highest cut that keeps a share
  of the sentences that raters quoted (EVIDENCE_RECALL): people can overlook a quote too many, but not see one too few.
"""
import argparse
import json
import re

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import cohen_kappa_score
from transformers import AutoTokenizer

import data
from encode import WordTokens
from metrics import part_of
from model import Reader
from train import Anchors, both_ways, predict


EVIDENCE_RECALL = 0.7


def logit(p):
    p = np.clip(p, 1e-6, 1 - 1e-6)
    return np.log(p / (1 - p))


def platt(scores, labels, weights):
    model = LogisticRegression(C=1e4, max_iter=1000).fit(scores[:, None], labels, sample_weight=weights)
    return [float(model.coef_[0, 0]), float(model.intercept_[0])]


def soft_platt(scores, shares, weights):
    """Shares of raters count as that much of a yes and a no."""
    return platt(np.concatenate([scores, scores]), np.concatenate([np.ones(len(scores)), np.zeros(len(scores))]),
                 np.concatenate([weights * shares, weights * (1 - shares)]) + 1e-9)


def apply(pair, scores):
    return 1 / (1 + np.exp(-(pair[0] * scores + pair[1])))


def sentence_ranges(answer):
    """Sentences of at most 28 words, much as src/text/segment.cpp cuts them."""
    for match in re.finditer(r"[^.?!\n]+[.?!]*", answer):
        begin, text = match.start(), match[0]
        pieces = list(re.finditer(r"\S+", text))
        if not pieces:
            continue
        parts = -(-len(pieces) // 21) if len(pieces) > 28 else 1
        step = -(-len(pieces) // parts)
        for first in range(0, len(pieces), step):
            last = min(first + step, len(pieces)) - 1
            yield begin + pieces[first].start(), begin + pieces[last].end()


def verdicts(calibrated, cuts):
    """The last step that is taken, as in src/reader/judge.cpp."""
    return ((calibrated >= np.array(cuts)) * np.array([1, 2, 3])).max(1)


def verdict_cuts(calibrated, shares, parts, names):
    """calibrated, shares: (N, 3) and (N, 4); see the head of this file"""
    def balanced(cut):
        said, truth = calibrated[:, 2] >= cut, shares[:, 3] >= 0.5
        enough = [p for p in names if min((truth & (parts == p)).sum(), (~truth & (parts == p)).sum()) >= 5]
        return np.mean([(said[truth & (parts == p)].mean() + (~said[~truth & (parts == p)]).mean()) / 2 for p in enough])

    def kappa(cuts):
        said, rated = verdicts(calibrated, cuts), np.floor(shares @ np.arange(4) + 0.5).astype(int)
        return np.mean([cohen_kappa_score(rated[parts == p], said[parts == p], weights="quadratic", labels=[0, 1, 2, 3]) for p in names])

    grid = np.arange(0.1, 0.9, 0.02)
    strong = max(grid, key=balanced)
    first, second = max(((a, b) for a in grid[::2] for b in grid[::2]), key=lambda pair: kappa((*pair, strong)))
    cuts = [round(float(c), 3) for c in (first, second, strong)]
    print(f"cuts {cuts}: balanced accuracy of strong {balanced(strong):.3f}, weighted kappa {kappa(cuts):.3f}, means over the parts")
    return cuts


def evidence_rows(predictions):
    rows = {"+": [], "-": []}
    for p in predictions:
        item, example, token = p["item"], p["item"]["example"], np.array(p["token"])
        if not example["spans"] and example["verdict"][0] < 1:
            continue
        for begin, end in sentence_ranges(example["answer"]):
            inside = [place for place in item["places"] if place[2] < end and place[3] > begin]
            if not inside:
                continue
            words = [token[b:e].mean(0) for b, e, *_ in inside]
            for column, sign in enumerate("+-"):
                hit = any(s[2] == sign and min(s[1], end) - max(s[0], begin) >= 0.5 * min(end - begin, s[1] - s[0]) for s in example["spans"])
                rows[sign].append((float(np.mean([w[column] for w in words])), hit, part_of(example)))
    return rows


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--corpora", required=True)
    parser.add_argument("--encoder", required=True)
    parser.add_argument("--checkpoint", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--test-fold", type=int, default=0)
    options = parser.parse_args()
    tokens = WordTokens(AutoTokenizer.from_pretrained(options.encoder))
    model = Reader.load(options.encoder, options.checkpoint)
    anchors = Anchors(data.load_pack(), tokens)
    examples = [e for e in data.load_real(options.corpora) + data.load_written() if data.chooses(e["group"], options.test_fold)]
    predictions = list(predict(model, both_ways(examples, tokens), anchors).values())

    parts = np.array([part_of(p["item"]["example"]) for p in predictions])
    names, counts = np.unique(parts, return_counts=True)
    weights = np.array([1 / np.sqrt(counts[list(names).index(part)]) for part in parts])
    weights *= len(weights) / weights.sum()
    shares = np.array([p["item"]["example"]["verdict"] for p in predictions])
    logits = logit(np.array([p["beyond"] for p in predictions]))
    result = {"beyond": []}
    calibrated = []
    for step in range(3):
        pair = soft_platt(logits[:, step], shares[:, step + 1:].sum(1), weights)
        result["beyond"].append(pair)
        calibrated.append(apply(pair, logits[:, step]))
    result["cuts"] = verdict_cuts(np.stack(calibrated, 1), shares, parts, names)
    cuts = []
    for sign, key in (("+", "evidence_for"), ("-", "evidence_against")):
        rows = evidence_rows(predictions)[sign]
        scores, hits = np.array([r[0] for r in rows]), np.array([r[1] for r in rows])
        result[key] = platt(scores, hits, np.ones(len(rows)))
        probability = apply(result[key], scores)
        cut = max(c for c in np.arange(0.02, 0.7, 0.02) if (probability[hits] >= c).mean() >= EVIDENCE_RECALL)
        cuts.append(round(float(cut), 3))
        kept = probability >= cut
        print(f"evidence {sign}: base rate {hits.mean():.3f}, cut {cut:.2f}: recall {kept[hits].mean():.3f}, precision {hits[kept].mean():.3f}")
    result["evidence_cuts"] = cuts
    with open(options.out, "w", encoding="utf-8") as file:
        json.dump(result, file, indent=1)


if __name__ == "__main__":
    main()
