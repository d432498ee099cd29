"""Writes tests/cases/words/cases.jsonl: what words.py hears in awkward texts. The C++ side is held to it."""
import json
import os
import random

from words import words

TEXTS = [
    "", "um", "So, um, I-I called. Twice!", "I don\u2019t know, it's the nurses' list", "'quoted' and ''double''", "3.5 kg at 6.40, 1,200 \u20ac",
    "d\u00e9j\u00e0 vu \u2014 na\u00efve caf\u00e9", "\u00dcBER stra\u00dfe \u0130stanbul", "the the THE end", "1 1 2 2", "a_b c-d e/f", "\u4f60\u597d \u4e16\u754c ok",
    "\U0001F600 smile\U0001F600d", "x\u0301y combining", "Mrs. O'Brien-Smith\u2019s", "e.g. i.e. U.S.", "\ttabs\nand\r\nbreaks", "\u00bd \u00b2 \u2167 ok", "don''t", "rock'n'roll", "9am 10pm",
    "&#39;entity&#39; &amp;", "\u0440\u0443\u0441\u0441\u043a\u0438\u0439 \u0442\u0435\u043a\u0441\u0442", "\u0391\u0392\u0393 \u03a3", "uh UM Hmm Mhm er",
]


def main():
    random.seed(1)
    pieces = ["I", "we", "Um", "'", "\u2019", " ", " ", ".", "n't", "-", "\u00e9", "7", "\u4f60", "\U0001F600", "the", "The", "_", "\n"]
    texts = TEXTS + ["".join(random.choice(pieces) for _ in range(random.randrange(40))) for _ in range(60)]
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tests", "cases", "words", "cases.jsonl")
    with open(path, "w", encoding="utf-8") as file:
        for text in texts:
            heard = [[word, len(text[:b].encode()), len(text[:e].encode())] for word, b, e in words(text)]
            file.write(json.dumps({"text": text, "words": heard}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
