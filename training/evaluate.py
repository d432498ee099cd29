"""What the built program says about a fold of labelled answers: figures with 95 % intervals by bootstrap over persons, speakers, families.

    python evaluate.py --corpora DIR --program FILE [--fold 0]

Prints a Markdown table. Reads every answer twice: told the principle (verdict, probe, quotes) and not told it (top 1, top 3).
"""
import argparse
import json
import subprocess
import tempfile

import numpy as np
from sklearn.metrics import cohen_kappa_score, roc_auc_score

import data
from metrics import part_of

ROUNDS = 400


def read(program, examples, tell):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", delete=False, encoding="utf-8") as file:
        for e in examples:
            line = {"id": e["id"], "context": e["context"], "question": e["question"], "answer": e["answer"]}
            if tell and e["principle"]:
                line["principle"] = e["principle"]
            file.write(json.dumps(line) + "\n")
    done = subprocess.run([program, "read", "--input-format", "exchanges", "--output-format", "json", file.name], capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def rows_of(examples, told, untold):
    rows = []
    for e, a, b in zip(examples, told, untold):
        first = a["readings"][0]
        answer = e["answer"].encode()
        assert all(answer[x["start"]:x["end"]].decode() == x["quote"] for x in first["evidence"]), "a quote is not verbatim"
        found = 0
        for begin, end, sign, *_ in e["spans"]:
            b0, b1 = len(e["answer"][:begin].encode()), len(e["answer"][:end].encode())
            found += any((x["polarity"] == "supports") == (sign == "+") and min(b1, x["end"]) - max(b0, x["start"]) >= 0.5 * min(b1 - b0, x["end"] - x["start"])
                         for x in first["evidence"])
        rank = [r["principle"] for r in b["readings"]].index(e["principle"]) if e["principle"] else -1
        rows.append(dict(group=e["group"], y=data.expected_score(e["verdict"]), score=first["score"], p=first["probability"],
                         v=data.VERDICTS.index(first["verdict"]), rank=rank, probe=a["probe"]["kind"] in e["probes"] if e["probes"] else None,
                         spans=len(e["spans"]), found=found))
    return rows


def figures(rows):
    y, score = np.array([r["y"] for r in rows]), np.array([r["score"] for r in rows])
    v, p = np.array([r["v"] for r in rows]), np.array([r["p"] for r in rows])
    strong, more = y >= 2.5, y >= 1.5
    ranks = np.array([r["rank"] for r in rows if r["rank"] >= 0])
    probes = [r["probe"] for r in rows if r["probe"] is not None]
    result = {}
    if 0 < more.sum() < len(y):
        result["AUC mixed or better"] = roc_auc_score(more, score)
    if 0 < strong.sum() < len(y):
        result["AUC strong"] = roc_auc_score(strong, score)
        result["balanced accuracy strong"] = (np.mean(v[strong] == 3) + np.mean(v[~strong] != 3)) / 2
    result["weighted kappa"] = cohen_kappa_score(np.round(y + 1e-6).astype(int), v, weights="quadratic", labels=[0, 1, 2, 3])
    if len(ranks):
        result["principle top 1"], result["principle top 3"] = np.mean(ranks < 1), np.mean(ranks < 3)
    result["probe as a rater's"] = np.mean(probes)
    result["raters' spans found"] = sum(r["found"] for r in rows) / max(1, sum(r["spans"] for r in rows))
    edges = np.quantile(p, np.linspace(0, 1, 6))
    bins = np.clip(np.searchsorted(edges, p, side="right") - 1, 0, 4)
    result["calibration error"] = sum(np.mean(bins == k) * abs(p[bins == k].mean() - more[bins == k].mean()) for k in range(5) if (bins == k).any())
    return result


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--corpora", required=True)
    parser.add_argument("--program", required=True)
    parser.add_argument("--fold", type=int, default=0)
    options = parser.parse_args()
    examples = [e for e in data.load_real(options.corpora) + data.load_written() if data.fold_of(e["group"]) == options.fold]
    rows = rows_of(examples, read(options.program, examples, True), read(options.program, examples, False))
    parts = ["typed", "spoken", "pool", "written"]
    random = np.random.default_rng(1)
    table = {}
    for part in parts:
        own = [r for r, e in zip(rows, examples) if part_of(e) == part]
        groups = {}
        for r in own:
            groups.setdefault(r["group"], []).append(r)
        names = sorted(groups)
        draws = [figures([r for name in random.choice(names, len(names)) for r in groups[name]]) for _ in range(ROUNDS)]
        table["n (groups)", part] = f"{len(own)} ({len(names)})"
        for key, value in figures(own).items():
            low, high = np.nanpercentile([d[key] for d in draws if key in d], [2.5, 97.5])
            table[key, part] = f"{value:.2f} [{low:.2f}, {high:.2f}]"
    keys = list(dict.fromkeys(key for key, _ in table))
    print("| Figure | " + " | ".join(parts) + " |\n| --- |" + " --- |" * len(parts))
    for key in keys:
        print(f"| {key} | " + " | ".join(table.get((key, part), "–") for part in parts) + " |")


if __name__ == "__main__":
    main()
