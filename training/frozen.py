"""What a frozen base encoder knows: ridge regression on its layers, and what a part of the material teaches about another.

    python frozen.py --corpora DIR --encoder DIR

Prints AUC of mixed-or-better and of strong. First by layer, fitted to real ratings and measured over five folds of persons; length and
ten surface counts beside it, which a reader has to beat. Then leave-one-part-out, on one layer: fitted to every other part, and to
the part's own other folds.
"""
import argparse
import re

import numpy as np
import torch
from sklearn.linear_model import Ridge
from transformers import AutoModel, AutoTokenizer

import data
from encode import WordTokens
from metrics import auc, part_of
from train import batches, collate, prepare

PARTS = ("typed", "spoken", "pool", "written")
OF_LAYER = 8  # of leave-one-part-out: the best one for real text


@torch.no_grad()
def features(examples, encoder_folder):
    """{layer: [CLS] and the mean of the answer, (examples, 2H), standardised}"""
    tokens = WordTokens(AutoTokenizer.from_pretrained(encoder_folder))
    encoder = AutoModel.from_pretrained(encoder_folder).eval()
    place = {example["id"]: k for k, example in enumerate(examples)}
    layers = range(2, encoder.config.num_hidden_layers + 1, 2)
    found = {layer: np.zeros((len(examples), 2 * encoder.config.hidden_size), np.float32) for layer in layers}
    for group in batches([prepare(e, tokens) for e in examples], 6000, shuffle=False):
        ids, mask, types, answer = collate(group)
        states = encoder(input_ids=ids, attention_mask=mask, token_type_ids=types, output_hidden_states=True).hidden_states
        weights = answer.unsqueeze(-1).float()
        for layer in layers:
            pooled = torch.cat([states[layer][:, 0], (states[layer] * weights).sum(1) / weights.sum(1).clamp(min=1)], 1)
            found[layer][[place[item["example"]["id"]] for item in group]] = pooled.numpy()
    return {layer: standardised(rows) for layer, rows in found.items()}


def standardised(rows):
    return (rows - rows.mean(0)) / (rows.std(0) + 1e-6)


def surface(answer):
    words = re.findall(r"[a-z']+", answer.lower())
    share = lambda group: sum(w in group for w in words) / max(1, len(words))  # noqa: E731
    return [np.log(max(1, len(words))), share({"i", "i'm", "i've", "i'd", "my", "me"}), share({"we", "our", "us"}), share({"you", "your"}),
            share({"was", "were", "had", "did", "went", "got", "came", "told", "said"}), share({"would", "could", "should", "might"}),
            share({"think", "feel", "believe", "always", "usually"}), sum(w.endswith("ed") for w in words) / max(1, len(words)),
            sum(c.isdigit() for c in answer) / max(1, len(answer)), len(set(words)) / max(1, len(words))]


def fitted(rows, score, train, test):
    return Ridge(rows.shape[1]).fit(rows[train], score[train]).predict(rows[test])


def figures(score, predicted):
    return f"{auc(score >= 1.5, predicted):.3f} {auc(score >= 2.5, predicted):.3f}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--corpora", required=True)
    parser.add_argument("--encoder", required=True)
    options = parser.parse_args()
    examples = data.load_real(options.corpora) + data.load_written()
    score = np.array([data.expected_score(e["verdict"]) for e in examples])
    part = np.array([part_of(e) for e in examples])
    fold = np.array([data.fold_of(e["group"]) for e in examples])
    by_layer = features(examples, options.encoder)
    counts = standardised(np.array([surface(e["answer"]) for e in examples]))

    real = part != "written"
    compared = [("length", counts[:, :1], real), ("surface counts", counts, real), *((f"layer {k}", v, real) for k, v in by_layer.items()),
                (f"layer {OF_LAYER}, typed answers alone", by_layer[OF_LAYER], part == "typed")]
    print("fitted to real ratings, five folds: mixed or better, strong")
    for name, rows, material in compared:
        predicted = np.zeros(len(examples))
        for k in range(5):
            predicted[fold == k] = fitted(rows, score, (fold != k) & material, fold == k)
        print(f"  {name}: " + " | ".join(f"{p} {figures(score[part == p], predicted[part == p])}" for p in PARTS))

    print(f"leave one part out, layer {OF_LAYER}, test fold: fitted to all others | to its own other folds | to all")
    rows = by_layer[OF_LAYER]
    for left in PARTS:
        test, train = (part == left) & (fold == 0), fold != 0
        print(f"  {left}: " + " | ".join(figures(score[test], fitted(rows, score, chosen, test))
                                         for chosen in (train & (part != left), train & (part == left), train)))


if __name__ == "__main__":
    main()
