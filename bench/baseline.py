"""Throughput of the same encoder under sentence-transformers, for `make bench`.

    baseline.py ENCODER_FOLDER INTERVIEW.vtt

Encodes the candidate's answers (question and answer together, as the reader does) in full precision, batches by length.
Prints tokens per second: min, median, max of five rounds after a warm-up.
"""
import re
import sys
import time

import torch
from sentence_transformers import SentenceTransformer


def main(folder, interview):
    torch.set_num_threads(torch.get_num_threads())
    model = SentenceTransformer(folder, device="cpu")
    model.max_seq_length = 400
    texts, current, speaker = [], [], None
    for line in open(interview, encoding="utf-8"):
        match = re.match(r"(Interviewer|Candidate): (.*)", line)
        if not match:
            continue
        if match[1] == "Interviewer" and speaker == "Candidate":
            texts.append(" ".join(current))
            current = []
        speaker = match[1]
        current.append(match[2])
    texts.append(" ".join(current))
    tokens = sum(min(400, len(ids)) for ids in model.tokenizer(texts)["input_ids"])
    rates = []
    for round_number in range(6):
        started = time.perf_counter()
        model.encode(texts, batch_size=16, show_progress_bar=False)
        if round_number:
            rates.append(tokens / (time.perf_counter() - started))
    rates.sort()
    print(f"sentence-transformers: {tokens} tokens, tokens/s min {rates[0]:.0f} median {rates[2]:.0f} max {rates[-1]:.0f}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
