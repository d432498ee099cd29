"""Figures on predictions, part by part. Intervals come from `barometer evaluate`; these are for choosing."""
import numpy as np
from sklearn.metrics import cohen_kappa_score, roc_auc_score

import data


def auc(truth, score):
    truth = np.asarray(truth)
    return float(roc_auc_score(truth, score)) if 0 < truth.sum() < len(truth) else float("nan")


def best_balanced(truth, score):
    """Balanced accuracy at the best cut: an upper bound, for comparing models only."""
    truth = np.asarray(truth)
    if not 0 < truth.sum() < len(truth):
        return float("nan")
    return max((np.mean(score[truth] >= c) + np.mean(score[~truth] < c)) / 2 for c in np.unique(score))


def part_of(example):
    return example["part"].split(":")[0]


def summary(predictions):
    texts, scores = [], []
    for part in ("typed", "spoken", "pool", "written"):
        rows = [p for p in predictions.values() if part_of(p["item"]["example"]) == part]
        if not rows:
            continue
        expected = np.array([data.expected_score(p["item"]["example"]["verdict"]) for p in rows])
        beyond = np.array([p["beyond"] for p in rows])
        predicted = beyond.sum(1)
        # Cut where the shares of this part's training ratings would be is not known here: round the expectation.
        kappa = cohen_kappa_score(np.round(expected + 1e-6), np.clip(np.round(predicted), 0, 3), weights="quadratic", labels=[0, 1, 2, 3])
        mixed, strong = auc(expected >= 1.5, predicted), auc(expected >= 2.5, predicted)
        named = [(p["principles"], p["item"]["example"]["principle"]) for p in rows if p["item"]["example"]["principle"]]
        ranks = [int(np.argsort(np.argsort(-np.array(s)))[data.PRINCIPLES.index(n)]) for s, n in named]
        probes = np.mean([data.PROBES[int(np.argmax(p["probe"]))] in p["item"]["example"]["probes"] for p in rows if p["item"]["example"]["probes"]])
        texts.append(f"{part}[{len(rows)}] mixed+ {mixed:.3f} strong {strong:.3f} ba {best_balanced(expected >= 2.5, predicted):.3f} qwk {kappa:.3f} "
                     f"top1 {np.mean(np.array(ranks) < 1):.2f} top3 {np.mean(np.array(ranks) < 3):.2f} probe {probes:.2f} span {span_recall(rows):.2f}")
        scores.append(np.nanmean([mixed, strong]))
    return float(np.mean(scores)), " | ".join(texts)


def span_recall(rows):
    """Share of raters' spans that the best stretch of like length touches with at least half of the shorter one."""
    hits, total = 0, 0
    for p in rows:
        token = np.array(p["token"])
        item = p["item"]
        for b, e, sign, *_ in item["spans"]:
            column = 0 if sign == "+" else 1
            score = token[item["answer_begin"]:item["answer_end"], column]
            width = min(18, len(score))
            if width == 0:
                continue
            sums = np.convolve(score, np.ones(width), "valid")
            first = int(sums.argmax()) + item["answer_begin"]
            overlap = min(first + width, e) - max(first, b)
            hits += overlap >= 0.5 * min(width, e - b)
            total += 1
    return hits / max(total, 1)
