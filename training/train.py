"""Trains the reader's model.

    python train.py --corpora DIR --encoder DIR --out FILE.pt [--test-fold 0] [--epochs 4] [--without-written]

Exchanges teach all heads; every second step a handful of behaviours in words with spans that show them, or the contrary, teaches
the shared space what a behaviour's text means (Behaviours).

Splits by person, speaker or family (data.fold_of): the test fold is never seen; half of the next one chooses the epoch.
"""
import argparse
import json
import math
import random
import time

import numpy as np
import torch
from torch.nn import functional as F
from transformers import AutoTokenizer

import data
from augment import Mishearing, augmented
from encode import WordTokens
from metrics import part_of, summary
from model import Reader

PART_WEIGHT = {"typed": 2.0, "spoken": 1.0, "pool": 0.8}
COPIES = {"typed": 4}  # per epoch, each changed in its own way: few, and rated with the most care
BEHAVIOURS_EVERY = 2


def batches(items, budget, shuffle):
    """Groups of like length, at most `budget` tokens with padding."""
    steps = {}  # few distinct shapes: the kernels are made once for each
    for item in items:
        steps.setdefault(padded(len(item["ids"])), []).append(item)
    groups = []
    for length, same in sorted(steps.items()):
        if shuffle:
            random.shuffle(same)
        rows = max(1, budget // length)
        groups += [same[i:i + rows] for i in range(0, len(same), rows)]
    if shuffle:
        random.shuffle(groups)
    return groups


def padded(length):
    return (length + 31) // 32 * 32


def collate(group):
    longest = padded(max(len(x["ids"]) for x in group))
    ids = torch.zeros(len(group), longest, dtype=torch.long)
    mask, types, answer = torch.zeros_like(ids), torch.zeros_like(ids), torch.zeros_like(ids)
    for row, item in enumerate(group):
        n = len(item["ids"])
        ids[row, :n] = torch.tensor(item["ids"])
        mask[row, :n] = 1
        types[row, :n] = torch.tensor(item["types"])
        answer[row, item["answer_begin"]:item["answer_end"]] = 1
    return ids, mask, types, answer


def encode(model, ids, mask, types, frozen=0):
    """The first `frozen` layers keep their weights: nothing has to be remembered for their gradients."""
    with torch.set_grad_enabled(torch.is_grad_enabled() and not frozen):
        states = model.lower(ids, mask, types, frozen)
    return model.upper(states, mask, frozen)


def prepare(example, tokens, principle=None):
    """principle: the encoder hears that the exchange is for this one."""
    answer, spans = example["answer"], example["spans"]
    principle = (principle or "").replace("-", " ")
    ids, types, begin, end, places = tokens.exchange(example["question"], example["context"], answer, principle)
    item = dict(example=example, named=bool(principle), ids=ids, types=types, answer_begin=begin, answer_end=end, places=places, spans=[])
    for b, e, sign, indicator, mode, agency, principle in spans:
        inside = [p for p in places if p[2] < e and p[3] > b]
        if inside:
            item["spans"].append((inside[0][0], inside[-1][1], sign, indicator, mode, agency, principle))
    return item


def was_asked(example):
    """Did somebody choose the principle before the answer? In spoken text the rater chose it by the answer."""
    return bool(example["principle"]) and part_of(example) in ("typed", "written")


def name_for(example):
    """The principle to name in training, or none. Spoken answers without one get any: nothing is said of it there."""
    draw = random.random()
    if was_asked(example):
        return example["principle"] if draw < 0.45 else None
    return (example["principle"] or random.choice(data.PRINCIPLES)) if draw < 0.15 else None


def plain_item(tokens, text):
    """A text alone, seen as an answer without a question."""
    ids, types, begin, end = tokens.plain(text)
    return dict(ids=ids, types=types, answer_begin=begin, answer_end=end)


def means(model, items, frozen=0):
    """The mean of the words of each text, which model.span_shared places in the shared space. (items, H)"""
    ids, mask, types, answer = collate(items)
    states = encode(model, ids, mask, types, frozen)
    weights = answer.unsqueeze(-1).float()
    return (states.float() * weights).sum(1) / weights.sum(1)


class Anchors:
    """Where principles and indicators lie in the shared space, renewed now and then during training."""

    def __init__(self, pack, tokens):
        texts, self.owner, self.sign, self.names = [], [], [], []
        for index, principle in enumerate(pack):
            for name, sign, text in pack[principle][2]:
                self.names.append(name)
                texts.append(text)
                self.owner.append(index)
                self.sign.append(sign)
        self.items = [plain_item(tokens, text) for text in texts]
        self.owner = torch.tensor(self.owner)
        self.positive = torch.tensor([s == "+" for s in self.sign])

    def encode(self, model, autocast=True):
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=autocast):
            pooled = means(model, self.items)
        return model.span_shared(pooled)  # (indicators, D)



def principle_logits(shared, anchors, owner, scale):
    """Best indicators of each principle: a soft maximum over them. (B, principles)"""
    similarity = scale * shared @ anchors.T
    return torch.stack([torch.logsumexp(similarity[:, owner == p], 1) - math.log(int((owner == p).sum()))
                        for p in range(len(data.PRINCIPLES))], 1)


class Behaviours:
    """Behaviours in words and spans that show them, from data.load_behaviours: a few groups a step.

    Both sides are encoded with their gradients. Among the rest of the handful a span has to find its text, the contrary one beside it
    too, and a text its spans, among them those of its topic that show nothing (InfoNCE both ways; van den Oord et al. 2018).
    """

    def __init__(self, groups, tokens, texts_a_step=16):
        self.tokens, self.texts = tokens, texts_a_step
        # Half of a handful from groups with spans for and against, written for this; half from the raters' own words for real speech.
        self.kinds = [[g for g in groups if len(g["spans"]) > 1], [g for g in groups if len(g["spans"]) == 1]]
        self.waiting = [[], []]

    def draw(self):
        """texts, spans [(words, number of the text it shows or -1)]"""
        texts, spans = [], []
        while len(texts) < self.texts:
            kind = int(len(texts) >= self.texts // 2)
            if not self.waiting[kind]:
                self.waiting[kind] = random.sample(self.kinds[kind], len(self.kinds[kind]))
            group = self.waiting[kind].pop()
            for shown in range(-1, len(group["texts"])):
                known = [s for s in group["spans"] if s[1] == shown]
                for words, index in random.sample(known, min(len(known), 1 if shown < 0 else 2)):
                    spans.append((words, len(texts) + index if index >= 0 else -1))
            texts += group["texts"]
        return texts, spans

    def loss(self, model, frozen):
        texts, spans = self.draw()
        found = model.span_shared(means(model, [plain_item(self.tokens, text) for text in texts + [words for words, _ in spans]], frozen))
        similarity = model.scale * found[len(texts):] @ found[:len(texts)].T  # (spans, texts)
        shown = torch.tensor([index for _, index in spans])
        known = shown >= 0
        to_text = F.cross_entropy(similarity[known], shown[known])
        right = shown[:, None] == torch.arange(len(texts))[None]
        to_span = torch.logsumexp(similarity, 0) - torch.logsumexp(similarity.masked_fill(~right, -1e4), 0)
        return to_text + to_span.mean()


def losses(model, group, anchors, vectors, frozen):
    ids, mask, types, answer = collate(group)
    states = encode(model, ids, mask, types, frozen)
    out = model.heads(states.float(), answer)
    examples = [x["example"] for x in group]
    weight = torch.tensor([PART_WEIGHT.get(e["part"], 0.8) for e in examples])
    shares = torch.tensor([e["verdict"] for e in examples])
    beyond = torch.stack([shares[:, k + 1:].sum(1) for k in range(3)], 1)
    parts = {"verdict": (F.binary_cross_entropy_with_logits(out["verdict"], beyond, reduction="none").sum(1) * weight).mean()}

    def classes(head, names, key):
        rows = [i for i, e in enumerate(examples) if e[key] is not None]
        if rows:
            target = torch.tensor([names.index(examples[i][key]) for i in rows])
            parts[key] = F.cross_entropy(out[head][rows], target) * 0.3
    classes("mode", data.MODES, "mode")
    classes("agency", data.AGENCIES, "agency")

    rows = [i for i, e in enumerate(examples) if e["probes"]]
    if rows:
        target = torch.zeros(len(rows), len(data.PROBES))
        for k, i in enumerate(rows):
            for probe in examples[i]["probes"]:
                target[k, data.PROBES.index(probe)] += 1 / len(examples[i]["probes"])
        parts["probe"] = F.cross_entropy(out["probe"][rows], target) * 0.4

    # The principle: by the text of its indicators; other principles with evidence share a part of the target.
    rows = [i for i, e in enumerate(examples) if e["principle"] and not group[i]["named"]]
    if rows:
        target = torch.zeros(len(rows), len(data.PRINCIPLES))
        for k, i in enumerate(rows):
            named = [p for p in examples[i]["principles"] if p]
            for principle in named:
                target[k, data.PRINCIPLES.index(principle)] += 1 / len(named)
            for other in examples[i]["others"]:
                target[k, data.PRINCIPLES.index(other)] += 0.25
        target = target / target.sum(1, keepdim=True)
        logits = principle_logits(out["shared"][rows], vectors, anchors.owner, model.scale)
        parts["principle"] = F.cross_entropy(logits, target) * 0.6

    # Token heads.
    target = torch.zeros(*ids.shape, 2)
    for row, item in enumerate(group):
        for b, e, sign, *_ in item["spans"]:
            target[row, b:e, 0 if sign == "+" else 1] = 1
    token = F.binary_cross_entropy_with_logits(out["token"][..., :2], target, reduction="none", pos_weight=torch.tensor([2.0, 4.0])).sum(-1)
    rated = torch.tensor([1.0 if (e["spans"] or e["verdict"][0] == 1) else 0.0 for e in examples]).unsqueeze(1)
    parts["token"] = (token * answer * rated).sum() / (answer * rated).sum().clamp(min=1) * 1.5
    rows = [i for i, e in enumerate(examples) if e["star"] is not None]
    if rows:  # letters are known per answer only: the best tokens have to show the part
        logits = out["token"][rows][..., 2:].masked_fill(answer[rows].unsqueeze(-1) == 0, -1e4)
        top = logits.topk(min(6, logits.shape[1]), dim=1).values.mean(1)
        letters = torch.tensor([[float(letter in examples[i]["star"]) for letter in "STAR"] for i in rows])
        parts["star"] = F.binary_cross_entropy_with_logits(top, letters) * 0.5

    # Spans meet the indicators they show; where only the principle is known, any of its indicators of that sign.
    spans = [(row, b, e, sign, indicator, mode, agency, principle) for row, item in enumerate(group)
             for b, e, sign, indicator, mode, agency, principle in item["spans"] if principle]
    if spans:
        pooled = model.pool_spans(states.float(), [s[:3] for s in spans])
        similarity = model.scale * model.span_shared(pooled) @ vectors.T
        right = torch.zeros_like(similarity)
        for k, (_, _, _, sign, indicator, _, _, principle) in enumerate(spans):
            if indicator in anchors.names:
                right[k, anchors.names.index(indicator)] = 1
            else:
                right[k] = ((anchors.owner == data.PRINCIPLES.index(principle)) & (anchors.positive == (sign == "+"))).float()
        chance = torch.logsumexp(similarity.masked_fill(right == 0, -1e4), 1) - torch.logsumexp(similarity, 1)
        parts["span"] = -chance.mean() * 0.5
        for head, names, key in ((model.span_mode, data.MODES, 5), (model.span_agency, data.AGENCIES, 6)):
            known = [k for k, s in enumerate(spans) if s[key]]
            if known:
                parts[f"span_{key}"] = F.cross_entropy(head(pooled[known]), torch.tensor([names.index(spans[k][key]) for k in known])) * 0.2
    return parts


@torch.no_grad()
def predict(model, items, anchors, budget=6000, autocast=True):
    """By id. Items of both kinds, named and not, may be given: principles come from those that nobody named."""
    model.eval()
    vectors = anchors.encode(model, autocast)
    predictions = {}
    for group in batches(items, budget, shuffle=False):
        ids, mask, types, answer = collate(group)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=autocast):
            states = encode(model, ids, mask, types).float()
        out = model.heads(states, answer)
        principles = principle_logits(out["shared"], vectors, anchors.owner, model.scale).softmax(1)
        for row, item in enumerate(group):
            predictions[item["example"]["id"], item["named"]] = dict(
                beyond=out["verdict"][row].sigmoid().tolist(), beyond_logits=out["verdict"][row].tolist(), principles=principles[row].tolist(),
                probe=out["probe"][row].softmax(0).tolist(), mode=out["mode"][row].softmax(0).tolist(),
                agency=out["agency"][row].softmax(0).tolist(), token=out["token"][row].tolist(), item=item)
    merged = {}
    for (name, named), prediction in predictions.items():
        unnamed = predictions.get((name, False))
        if named and unnamed:
            prediction["principles"] = unnamed["principles"]
        if named or (name, True) not in predictions:
            merged[name] = prediction
    return merged


def both_ways(examples, tokens):
    return [prepare(e, tokens) for e in examples] + [prepare(e, tokens, e["principle"]) for e in examples if was_asked(e)]


class Average:
    """Exponential mean of the weights over the steps: calmer than the last ones (Polyak and Juditsky 1992)."""

    def __init__(self, model, decay=0.997):
        self.decay, self.steps = decay, 0
        self.state = {k: v.detach().clone() for k, v in model.state_dict().items()}

    def update(self, model):
        self.steps += 1
        keep = min(self.decay, self.steps / (self.steps + 20))
        for name, value in model.state_dict().items():
            if value.is_floating_point():
                self.state[name].lerp_(value.detach(), 1 - keep)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--corpora", required=True)
    parser.add_argument("--encoder", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--test-fold", type=int, default=0)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=8e-5)
    parser.add_argument("--budget", type=int, default=3000, help="tokens in a batch")
    parser.add_argument("--layers", type=int, help="keep only the encoder's first layers")
    parser.add_argument("--frozen-layers", type=int, default=0, help="the first layers keep their weights")
    parser.add_argument("--without-written", action="store_true")
    parser.add_argument("--as-is", action="store_true", help="without the changes of augment.py")
    parser.add_argument("--start", help="a checkpoint to go on from (made with the same folds)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    random.seed(options.seed), np.random.seed(options.seed), torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)

    tokens = WordTokens(AutoTokenizer.from_pretrained(options.encoder))
    examples = data.load_real(options.corpora) + ([] if options.without_written else data.load_written())
    fold = {e["id"]: data.fold_of(e["group"]) for e in examples}
    chooses = {e["id"]: data.chooses(e["group"], options.test_fold) for e in examples}
    train = [e for e in examples if fold[e["id"]] != options.test_fold and not chooses[e["id"]]]
    chosen = both_ways([e for e in examples if chooses[e["id"]]], tokens)
    test = both_ways([e for e in examples if fold[e["id"]] == options.test_fold], tokens)
    print(f"train {len(train)}  choose {len(chosen)}  test {len(test)}", flush=True)

    model = Reader(options.encoder, options.layers)
    if options.start:
        model.load_state_dict(torch.load(options.start, weights_only=True)["state"])
    anchors = Anchors(data.load_pack(), tokens)
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    body = [p for n, p in model.named_parameters() if n.startswith("encoder.") and "embeddings" not in n]
    for name, parameter in model.named_parameters():
        if "embeddings" in name:
            parameter.requires_grad = False
    frozen = options.frozen_layers
    for layer in model.encoder.encoder.layer[:frozen]:
        for parameter in layer.parameters():
            parameter.requires_grad = False
    mishear = Mishearing(train)

    behaviours = Behaviours([g for g in data.load_behaviours(train) if not data.unseen_behaviour(g, options.test_fold)], tokens)
    print("behaviours, written and real:", *map(len, behaviours.kinds), flush=True)

    def fresh_items():
        copies = [e for e in train for _ in range(COPIES.get(part_of(e), 1))]
        changed = copies if options.as_is else [augmented(e, mishear) for e in copies]
        return [prepare(e, tokens, name_for(e)) for e in changed]

    optimiser = torch.optim.AdamW([{"params": [p for p in body if p.requires_grad], "lr": options.rate}, {"params": heads, "lr": options.rate * 12}], weight_decay=0.02)
    steps = round(options.epochs * 1.03 * len(batches(fresh_items(), options.budget, True)))
    average = Average(model)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1, (s + 1) / (0.08 * steps)) * max(0.02, 1 - s / steps))
    best, best_state, step, started = -1.0, None, 0, time.time()
    for epoch in range(options.epochs):
        model.train()
        sums, counts = {}, {}
        for group in batches(fresh_items(), options.budget, True):
            if step % 100 == 0:
                with torch.no_grad():
                    model.eval()
                    vectors = anchors.encode(model)
                    model.train()
            with torch.autocast("cpu", dtype=torch.bfloat16):
                parts = losses(model, group, anchors, vectors, frozen)
                if step % BEHAVIOURS_EVERY == 0:
                    parts["behaviour"] = behaviours.loss(model, frozen)
            loss = sum(parts.values())
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            average.update(model)
            step += 1
            for name, value in parts.items():
                sums[name] = sums.get(name, 0.0) + float(value.detach())
                counts[name] = counts.get(name, 0) + 1
            if step % 50 == 0:
                print(f"  step {step}/{steps} {time.time() - started:.0f}s", flush=True)
        line = f"epoch {epoch + 1}/{options.epochs} {time.time() - started:.0f}s " + " ".join(f"{k} {v / counts[k]:.3f}" for k, v in sums.items())
        print(line, flush=True)
        now = {k: v.clone() for k, v in model.state_dict().items()}
        model.load_state_dict(average.state)
        score, text = summary(predict(model, chosen, anchors))
        print("  choose", text, flush=True)
        if score > best:
            best, best_state = score, {k: v.clone() for k, v in average.state.items()}
            torch.save({"state": best_state, "options": vars(options)}, options.out)
        model.load_state_dict(now)
    model.load_state_dict(best_state)
    if test:
        _, text = summary(predict(model, test, anchors))
        print("  test  ", text, flush=True)
    print(json.dumps({"seconds": round(time.time() - started), "steps": step}))


if __name__ == "__main__":
    main()
