#!/usr/bin/env python3
"""Warns of files over 600 lines and functions over 70. Never fails: length is advice."""
import pathlib
import re

MOST_FILE_LINES, MOST_FUNCTION_LINES = 600, 70
ROOT = pathlib.Path(__file__).resolve().parents[1]
# Formatted code ends a function at its own indentation, and opens it on a line that ends in "{" behind ")".
OPENING = re.compile(r"^( *)(?!.*\b(?:if|for|while|switch|catch|namespace|do|else)\b).*\).*\{$")


def long_functions(lines):
    index = 0
    while index < len(lines):
        opening = OPENING.match(lines[index])
        if opening:
            closing = opening[1] + "}"
            end = next((i for i in range(index + 1, len(lines)) if lines[i].rstrip(";) ,") == closing), index)
            if end - index + 1 > MOST_FUNCTION_LINES:
                yield index + 1, end - index + 1
                index = end
        index += 1


def main():
    for folder in ("src", "fuzz", "bench", "tests", "training", "tools"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix not in {".cpp", ".hpp", ".py", ".js", ".css"} or "node_modules" in path.parts:
                continue
            lines = path.read_text(encoding="utf-8").splitlines()
            name = path.relative_to(ROOT)
            if len(lines) > MOST_FILE_LINES:
                print(f"{name}:1: warning: {len(lines)} lines, more than {MOST_FILE_LINES}")
            if path.suffix in {".cpp", ".hpp"} and not path.stem.endswith("_test"):
                for line, length in long_functions(lines):
                    print(f"{name}:{line}: warning: a function of {length} lines, more than {MOST_FUNCTION_LINES}")


if __name__ == "__main__":
    main()
