"""From a checkpoint to what the program loads: models/<name>/ with encoder (int8), tokenizer, heads, manifest, parity sample.

    python export.py --checkpoint FILE.pt --encoder DIR --out ../models/reader --version 0.1.0 [--calibration FILE.json]

The encoder is quantised after training: weights and activations to 8 bits, ranges taken from written exchanges.
"""
import argparse
import hashlib
import json
import math
import os

import nncf
import numpy as np
import openvino as ov
import torch
from openvino_tokenizers import convert_tokenizer
from transformers import AutoTokenizer

import data
from encode import MAX_ANSWER, MAX_PRINCIPLE, MAX_QUESTION, WordTokens
from model import SHARED, Reader
from train import Anchors, predict, prepare

LINEAR = {"token": "token_heads", "attend": "attend", "verdict": "verdict", "mode": "mode", "agency": "agency", "probe": "probe",
          "answer_shared": "answer_shared", "span_mode": "span_mode", "span_agency": "span_agency", "span_shared": "to_shared"}


class Bare(torch.nn.Module):
    def __init__(self, encoder):
        super().__init__()
        self.encoder = encoder

    def forward(self, input_ids, attention_mask, token_type_ids):
        return self.encoder(input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids).last_hidden_state


def feed(tokens, example):
    ids, types, *_ = tokens.exchange(example["question"], example["context"], example["answer"])
    row = np.array([ids], dtype=np.int64)
    return {"input_ids": row, "attention_mask": np.ones_like(row), "token_type_ids": np.array([types], dtype=np.int64)}


def parity_sample(model, tokens, calibration, count=24):
    """Written exchanges and what this model says of them in full precision: src/reader/parity_test.cpp holds the program to it."""
    pack = data.load_pack()
    anchors = Anchors(pack, tokens)
    chosen = sorted((e for e in data.load_written() if data.fold_of(e["group"]) == 0 and 12 <= len(e["answer"].split()) <= 150),
                    key=lambda e: hashlib.sha256(e["id"].encode()).hexdigest())[:count]
    lines = []
    for place, example in enumerate(chosen):
        named = place % 2 == 1
        prediction = predict(model, [prepare(example, tokens, example["principle"] if named else None)], anchors, autocast=False)[example["id"]]
        beyond = [platt(pair, logit) for pair, logit in zip(calibration["beyond"], prediction["beyond_logits"])]
        lines.append({
            "id": example["id"], "principle": example["principle"] if named else None, "context": example["context"],
            "question": example["question"], "answer": example["answer"], "beyond": [round(b, 4) for b in beyond],
            "relevance": {p: round(r, 4) for p, r in zip(data.PRINCIPLES, prediction["principles"])}})
    indicators = [{"principle": p, "supports": sign == "+", "text": text} for p in data.PRINCIPLES for _, sign, text in pack[p][2]]
    return {"indicators": indicators, "exchanges": lines}


def platt(pair, logit):
    return 1 / (1 + math.exp(-(pair[0] * logit + pair[1])))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--checkpoint", required=True)
    parser.add_argument("--encoder", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--version", required=True)
    parser.add_argument("--calibration")
    parser.add_argument("--full-precision", action="store_true", help="leave the encoder unquantised (for measuring what int8 costs)")
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)

    tokenizer = AutoTokenizer.from_pretrained(options.encoder)
    tokens = WordTokens(tokenizer)
    model = Reader.load(options.encoder, options.checkpoint)

    written = data.load_written()
    sample = [feed(tokens, e) for e in written[:: max(1, len(written) // 300)]]
    example = {k: torch.from_numpy(v) for k, v in sample[0].items()}
    graph = ov.convert_model(Bare(model.encoder), example_input=example)
    for port, name in zip(graph.inputs, ("input_ids", "attention_mask", "token_type_ids")):
        port.get_tensor().set_names({name})
    graph.reshape({port: [-1, -1] for port in graph.inputs})
    if not options.full_precision:
        graph = nncf.quantize(graph, nncf.Dataset(sample), model_type=nncf.ModelType.TRANSFORMER,
                              preset=nncf.QuantizationPreset.MIXED, subset_size=len(sample))
    ov.save_model(graph, os.path.join(options.out, "encoder.xml"), compress_to_fp16=True)
    words = convert_tokenizer(tokenizer, with_detokenizer=False, add_special_tokens=False)
    ov.save_model(words, os.path.join(options.out, "tokenizer.xml"))

    tensors, chunks, offset = {}, [], 0
    for name, attribute in LINEAR.items():
        layer = getattr(model, attribute)
        for kind in ("weight", "bias"):
            value = getattr(layer, kind)
            if value is None:
                continue
            flat = value.detach().float().numpy().ravel()
            tensors[f"{name}.{kind}"] = {"offset": offset, "count": int(flat.size), "shape": list(value.shape)}
            chunks.append(flat)
            offset += flat.size
    with open(os.path.join(options.out, "heads.bin"), "wb") as file:
        file.write(np.concatenate(chunks).astype("<f4").tobytes())

    calibration = {"beyond": [[1, 0]] * 3, "cuts": [0.5, 0.5, 0.5], "evidence_for": [1, 0], "evidence_against": [1, 0], "evidence_cuts": [0.5, 0.5]}
    if options.calibration:
        with open(options.calibration, encoding="utf-8") as file:
            calibration = json.load(file)
    with open(os.path.join(options.out, "parity.json"), "w", encoding="utf-8") as file:
        json.dump(parity_sample(model, tokens, calibration), file, ensure_ascii=False, indent=1)
        file.write("\n")
    with open(os.path.join(options.out, "encoder.bin"), "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    manifest = {
        "schema": 2, "version": f"barometer-reader {options.version} ({digest[:12]})", "encoder_sha256": digest,
        "width": model.encoder.config.hidden_size, "shared": SHARED, "scale": float(model.scale.detach()),
        "start_token": tokens.cls, "separator_token": tokens.sep, "max_question": MAX_QUESTION, "max_context": 48, "max_answer": MAX_ANSWER, "max_principle": MAX_PRINCIPLE,
        "calibration": calibration, "tensors": tensors}
    with open(os.path.join(options.out, "reader.json"), "w", encoding="utf-8") as file:
        json.dump(manifest, file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
