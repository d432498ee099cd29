"""Do single spans meet the indicators they were written for? For the default pack, for a pack that training never saw, and for
pairs of behaviours that training never saw.

    python spans.py --encoder DIR --checkpoint FILE.pt
"""
import argparse
import json
import os

import torch
from transformers import AutoTokenizer

import data
from encode import WordTokens
from model import Reader
from train import Anchors, batches, collate, encode, means, plain_item, prepare

SETS = {"amazon-2021": ("s1.jsonl", "s2.jsonl"), "harbour-authority": ("s3.jsonl",)}


def load(names):
    """Spans that show their indicator as the candidate's own: the others are for other questions."""
    for name in names:
        with open(os.path.join(data.HERE, "data", "spans", name), encoding="utf-8") as file:
            for line in map(json.loads, file):
                if line["i"] and line["s"] != "0" and line["ag"] == "mine" and line["md"] != "would":
                    yield line


@torch.no_grad()
def measure(model, tokens, pack_name, names):
    pack = data.load_pack(pack_name)
    anchors = Anchors(pack, tokens)
    vectors = anchors.encode(model, autocast=False)
    lines = list(load(names))
    items = [prepare(dict(question="", context=[], answer=line["a"], spans=[], line=line), tokens) for line in lines]
    hits = dict.fromkeys(("principle first", "principle among three", "indicator first", "indicator among five", "polarity of the first"), 0)
    for group in batches(items, 6000, shuffle=False):
        ids, mask, types, answer = collate(group)
        states = encode(model, ids, mask, types)
        spans = [(row, item["answer_begin"], item["answer_end"]) for row, item in enumerate(group)]
        similarity = model.scale * model.span_shared(model.pool_spans(states, spans)) @ vectors.T
        for row, item in enumerate(group):
            line, order = item["example"]["line"], similarity[row].argsort(descending=True).tolist()
            sums = torch.stack([torch.logsumexp(similarity[row][anchors.owner == p], 0) for p in range(len(pack))])
            principles = [list(pack)[p] for p in sums.argsort(descending=True).tolist()]
            hits["principle first"] += principles[0] == line["p"]
            hits["principle among three"] += line["p"] in principles[:3]
            hits["indicator first"] += anchors.names[order[0]] == line["i"]
            hits["indicator among five"] += line["i"] in [anchors.names[k] for k in order[:5]]
            hits["polarity of the first"] += bool(anchors.positive[order[0]]) == (line["s"] == "+")
    print(f"{pack_name}: {len(lines)} spans, {len(pack)} principles, {len(anchors.names)} indicators")
    for name, count in hits.items():
        print(f"  {name}: {count / len(lines):.3f}")


@torch.no_grad()
def measure_unseen(model, tokens, test_fold=0):
    """Behaviours kept out of training: does a span find its own among all of them, and its own before its contrary?"""
    groups = [g for g in data.load_behaviours([]) if data.unseen_behaviour(g, test_fold)]
    behaviours = [text for group in groups for text in group["texts"]]
    spans = [(words, 2 * k + shown) for k, group in enumerate(groups) for words, shown in group["spans"] if shown >= 0]
    found = torch.cat([model.span_shared(means(model, [plain_item(tokens, text)])) for text in behaviours + [words for words, _ in spans]])
    texts, shown = found[:len(behaviours)], found[len(behaviours):]
    similarity = shown @ texts.T
    own = similarity[range(len(spans)), [k for _, k in spans]]
    contrary = similarity[range(len(spans)), [k ^ 1 for _, k in spans]]
    rank = (similarity > own[:, None]).sum(1)
    topic = torch.maximum(own, contrary)
    print(f"behaviours unseen: {len(spans)} spans, {len(groups)} pairs")
    for name, hits in (("own behaviour or its contrary first", (similarity > topic[:, None]).sum(1) == 0), ("behaviour first", rank < 1),
                       ("behaviour among five", rank < 5), ("own before its contrary", own > contrary)):
        print(f"  {name}: {hits.float().mean():.3f}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--encoder", required=True)
    parser.add_argument("--checkpoint", required=True)
    options = parser.parse_args()
    tokens = WordTokens(AutoTokenizer.from_pretrained(options.encoder))
    model = Reader.load(options.encoder, options.checkpoint)
    for pack, names in SETS.items():
        measure(model, tokens, pack, names)
    measure_unseen(model, tokens)


if __name__ == "__main__":
    main()
