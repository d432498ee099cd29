"""Words: what the reader hears. The same rule stands in src/reader/words.cpp; tests/cases/words holds both to it.

Punctuation, case and hesitations do not reach the encoder, so that the same speech gives the same reading whichever
recogniser wrote it down.
"""
import re

WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
HESITATIONS = frozenset({"um", "umm", "uh", "uhh", "uhm", "er", "erm", "hm", "hmm", "mm", "mhm"})


def words(text):
    """[(word in lower case, begin, end)] with offsets in characters; hesitations and immediate repetitions left out."""
    found = []
    for match in WORD.finditer(text):
        word = match[0].lower().replace("\u2019", "'")
        if word in HESITATIONS or (found and found[-1][0] == word and not word.isdigit()):
            continue
        found.append((word, match.start(), match.end()))
    return found
