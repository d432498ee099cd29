#!/usr/bin/env python3
"""Writes an hour of interview (WebVTT, 9,000 words) out of the written exchanges: the same every time.

    make_interview.py EXCHANGES_FOLDER OUT.vtt [WORDS]
"""
import glob
import json
import sys


def clock(seconds):
    return f"{int(seconds // 3600):02}:{int(seconds // 60 % 60):02}:{seconds % 60:06.3f}"


def main(folder, out, wanted=9000):
    lines = []
    for path in sorted(glob.glob(folder + "/*.jsonl")):
        with open(path, encoding="utf-8") as file:
            lines += [json.loads(line) for line in file]
    lines = [line for line in lines if len(line["a"].split()) >= 60 and line["v"] != "i"]
    step = 37  # co-prime with the number of lines in practice: a spread over writers and topics
    text, words, at, index = ["WEBVTT\n"], 0, 0.0, 0
    seen = set()
    while words < wanted:
        line = lines[index % len(lines)]
        index += step
        if line["fam"] in seen:
            index += 1
            continue
        seen.add(line["fam"])
        for speaker, said in (("Interviewer", line["q"]), ("Candidate", line["a"])):
            spoken = said.split()
            for begin in range(0, len(spoken), 14):  # cues of a few seconds, as recorders cut them
                piece = " ".join(spoken[begin:begin + 14])
                length = 0.4 * len(piece.split())
                text.append(f"\n{clock(at)} --> {clock(at + length)}\n{speaker}: {piece}\n")
                at += length
            words += len(spoken)
    with open(out, "w", encoding="utf-8") as file:
        file.write("".join(text))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:]))
