"""Examples: one shape for all the material, whatever it came from.

Example = dict(
  id, part ("typed" | "spoken" | "written"), group (person, speaker or family: never split over train and test),
  question, context [[question, answer], ...], answer,
  verdict [p_insufficient, p_weak, p_mixed, p_strong] (share of raters), raters (how many),
  principle (the one it was rated for, None if none), others [principle, ...],
  mode, agency (None where not rated), star (set of letters, None where not rated), probes [kind, ...],
  spans [(begin, end, polarity "+"/"-", indicator id or "", mode or None, agency or None, principle)] in characters of answer)
"""
import glob
import hashlib
import json
import lzma
import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))
PRINCIPLES = [
    "customer-obsession", "ownership", "invent-and-simplify", "are-right-a-lot", "learn-and-be-curious",
    "hire-and-develop-the-best", "insist-on-the-highest-standards", "think-big", "bias-for-action", "frugality",
    "earn-trust", "dive-deep", "have-backbone-disagree-and-commit", "deliver-results",
    "strive-to-be-earths-best-employer", "success-and-scale-bring-broad-responsibility",
]
PROBES = [
    "what-else", "end-customer", "how-do-you-know", "which-details", "own-part", "how-measured", "better-than-accepted",
    "help-others", "side-effects", "after-the-decision", "what-would-you-do", "result", "what-changed", "with-less",
    "what-stopped-you",
]
VERDICTS = ["insufficient", "weak", "mixed", "strong"]
MODES = ["did", "would", "says"]
AGENCIES = ["mine", "ours", "other"]


def load_pack(name="amazon-2021"):
    """principle id -> (name, summary, [(indicator id, polarity sign, text)])"""
    import yaml  # here, so that the leak checks run without it
    folder = os.path.join(HERE, "..", "packs", name, "principles")
    pack = {}
    for principle in PRINCIPLES if name.startswith("amazon") else sorted(f[:-5] for f in os.listdir(folder)):
        with open(os.path.join(folder, principle + ".yaml"), encoding="utf-8") as file:
            tree = yaml.safe_load(file)
        pack[principle] = (
            tree["name"], tree["summary"].strip(),
            [(f"{principle}.{i['id']}", "+" if i["polarity"] == "supports" else "-", i["text"]) for i in tree["indicators"]])
    return pack


def _average_verdict(ratings):
    shares = [0.0] * 4
    for rating in ratings:
        shares[VERDICTS.index(rating["verdict"])] += 1 / len(ratings)
    return shares


def _majority(values):
    values = [v for v in values if v is not None]
    return max(sorted(set(values)), key=values.count) if values else None


def _rated(entry, ratings, part, group):
    spans = []
    for rating in ratings:
        for key, sign in (("for", "+"), ("against", "-")):
            if rating.get(key):
                begin, end = _place(entry["answer"], rating[key])
                spans.append((begin, end, sign, "", rating["mode"], rating.get("agency"), rating["principle"]))
        for other in rating.get("others") or []:
            if isinstance(other, dict) and other.get("quote"):
                begin, end = _place(entry["answer"], other["quote"])
                sign = "+" if str(other.get("polarity", "+"))[0] in "+sf" else "-"
                spans.append((begin, end, sign, "", rating["mode"], rating.get("agency"), other["principle"]))
    others = []
    for rating in ratings:
        for other in rating.get("others") or []:
            others.append(other["principle"] if isinstance(other, dict) else other)
    principle = _majority([r["principle"] for r in ratings])
    return dict(
        id=entry["id"], part=part, group=group, question=entry["question"], context=[], answer=entry["answer"],
        verdict=_average_verdict(ratings), raters=len(ratings), principle=principle,
        others=sorted({o for o in others if o in PRINCIPLES} - {principle}),
        principles=[r["principle"] for r in ratings],
        mode=_majority([r["mode"] for r in ratings]), agency=_majority([r.get("agency") for r in ratings]), star=None,
        probes=[r["probe"] for r in ratings if r.get("probe")],
        behaviours=[(r[k], r[k + "_behaviour"]) for r in ratings for k in ("for", "against") if r.get(k) and r.get(k + "_behaviour")],
        spans=[s for s in spans if s[0] >= 0], rater_spans=[
            [(*_place(entry["answer"], r[k]), "+" if k == "for" else "-") for k in ("for", "against") if r.get(k)]
            for r in ratings])


def _place(text, quote):
    begin = text.find(quote)
    return (begin, begin + len(quote)) if begin >= 0 else (-1, -1)


def load_real(corpora):
    """Typed and spoken answers with the ratings that came with them, and the pool with ours (data/spoken_ratings)."""
    examples = []
    for name, part, who in (("real_answers_dev.jsonl", "typed", "person"), ("spoken_dev.jsonl", "spoken", "speaker")):
        with open(os.path.join(corpora, name), encoding="utf-8") as file:
            for entry in map(json.loads, file):
                examples.append(_rated(entry, entry["ratings"], part, entry[who]))
    rated = {}
    for rating in pool_ratings():
        rated.setdefault(rating["id"], []).append(rating)
    with lzma.open(os.path.join(corpora, "spoken_pool.jsonl.xz"), "rt", encoding="utf-8") as file:
        for entry in map(json.loads, file):
            if entry["id"] in rated:
                ratings = [with_quotes(r, entry["answer"]) for r in rated[entry["id"]]]
                examples.append(_rated(entry, ratings, "pool", entry["speaker"]))
    return examples


def pool_ratings():
    for path in sorted(glob.glob(os.path.join(HERE, "data", "spoken_ratings", "*.jsonl"))):
        with open(path, encoding="utf-8") as file:
            yield from map(json.loads, file)


def with_quotes(rating, answer):
    """Ratings are kept with places instead of quotes, so that the texts stay out of the repository."""
    full = dict(rating)
    for key in ("for", "against"):
        full[key] = answer[rating[key][0]:rating[key][1]] if rating.get(key) else None
    full["others"] = [dict(o, quote=answer[o["quote"][0]:o["quote"][1]] if o.get("quote") else None) for o in rating["others"]]
    return full


def load_written():
    letters = {"s": 3, "m": 2, "w": 1, "i": 0}
    examples = []
    for path in sorted(glob.glob(os.path.join(HERE, "data", "exchanges", "*.jsonl"))):
        with open(path, encoding="utf-8") as file:
            for line in map(json.loads, file):
                verdict = [0.0] * 4
                verdict[letters[line["v"]]] = 1.0
                second = line.get("r2")  # a second, blind rating: verdict, mode, agency, probe
                if second:
                    verdict = [v / 2 for v in verdict]
                    verdict[letters[second[0]]] += 0.5
                spans = []
                for quote, sign, indicator, mode, agency in line["ev"]:
                    begin, end = _place(line["a"], quote)
                    if begin >= 0:
                        spans.append((begin, end, sign, indicator, mode, agency, indicator.split(".")[0] if indicator else line["p"]))
                examples.append(dict(
                    id=line["id"], part="written:" + line["id"].split("-")[0], group=line["fam"], question=line["q"],
                    context=line["c"], answer=line["a"], verdict=verdict, raters=2 if second else 1,
                    principle=line["p"], others=line["o"], principles=[line["p"]], mode=line["md"], agency=line["ag"],
                    star=set(line["star"]), probes=[line["pr"]] + ([second[3]] if second else []), spans=spans, rater_spans=[[(b, e, s) for b, e, s, *_ in spans]],
                    register=line["reg"], trade=line["tr"]))
    return examples


def load_behaviours(examples):
    """Spans with the behaviour they show, in words: what lets a new pack be read without training.

    Groups of dict(group, texts [a behaviour and, where written, its contrary], spans [(words, index of the text it shows or -1)]).
    From spans/o*.jsonl (behaviours of nobody's pack), s1 and s2 (indicators of amazon-2021) and the raters' own words for spoken
    answers among `examples`. s3 is held out.
    """
    groups = []
    for path in sorted(glob.glob(os.path.join(HERE, "data", "spans", "o*.jsonl"))):
        with open(path, encoding="utf-8") as file:
            for line in map(json.loads, file):
                spans = [(w, 0) for w in line["ps"]] + [(w, 1) for w in line["ms"]] + [(w, -1) for w in line["zs"]]
                groups.append(dict(group=line["id"], texts=[line["plus"], line["minus"]], spans=spans))
    texts = {name: text for _, _, indicators in load_pack().values() for name, _, text in indicators}
    found = {}
    for name in ("s1.jsonl", "s2.jsonl"):
        with open(os.path.join(HERE, "data", "spans", name), encoding="utf-8") as file:
            topic = ""
            for line in map(json.loads, file):
                topic = line["i"] or topic  # lines that show nothing stand behind those of their topic
                shows = line["i"] and line["s"] != "0" and line["ag"] == "mine" and line["md"] != "would"
                found.setdefault(topic, []).append((line["a"], 0 if shows else -1))
    groups += [dict(group=name, texts=[texts[name]], spans=spans) for name, spans in found.items()]
    for example in examples:
        for quote, behaviour in example.get("behaviours", []):
            groups.append(dict(group=example["group"], texts=[behaviour], spans=[(quote, 0)]))
    return groups


def unseen_behaviour(group, test_fold=0):
    """Is this pair of behaviours kept for the test? (Indicators of the pack and the raters' words are not: their speakers are.)"""
    return len(group["texts"]) == 2 and fold_of(group["group"]) == test_fold


def fold_of(group, folds=5, salt="barometer-1"):
    """Which fold a person, speaker or family belongs to: a hash, so that new material never moves old one."""
    return int(hashlib.sha256(f"{salt}:{group}".encode()).hexdigest(), 16) % folds


def chooses(group, test_fold=0):
    """Half of the fold after the test fold: it chooses the epoch and fits the calibration, and trains nothing."""
    return fold_of(group) == (test_fold + 1) % 5 and fold_of(group, 2, "barometer-choose") == 0


def expected_score(verdict):
    return sum(share * value for value, share in enumerate(verdict))


def normalised_question(text):
    return re.sub(r"\s+", " ", text).strip()
