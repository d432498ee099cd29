#!/usr/bin/env python3
"""Fails when a file includes from a module that src/CMakeLists.txt does not allow it to include from."""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
table = (root / "CMakeLists.txt").read_text()
allowed = {}
for name, body in re.findall(r"barometer_module\((\w+)(.*?)\)\n", table, re.S):
    allowed[name] = {name} | set(re.findall(r"barometer::(\w+)", body.split("TEST_LIBRARIES")[0]))

faults = 0
for path in sorted(root.rglob("*.[ch]pp")):
    module = path.relative_to(root).parts[0]
    for number, line in enumerate(path.read_text().splitlines(), 1):
        match = re.match(r'#include "(\w+)/', line)
        if not match or match[1] == "support" or module == "app":  # tests' own folder; the composition root
            continue
        if module not in allowed:
            print(f"{path}:{number}: folder {module} is not in src/CMakeLists.txt")
            faults += 1
        elif match[1] not in allowed[module] and not path.stem.endswith("_test"):
            print(f"{path}:{number}: {module} may not include {match[1]}")
            faults += 1
sys.exit(1 if faults else 0)
