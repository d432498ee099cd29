#!/usr/bin/env python3
"""Copies the case files of tests/cases/transcript into the corpus of the target that they concern.

Run it after adding cases. Inputs that a fuzzer found are kept; nothing is deleted."""
import pathlib
import re
import shutil
import zipfile

root = pathlib.Path(__file__).resolve().parent.parent
corpus = root / "fuzz" / "corpus"
table = (root / "src" / "transcript" / "importers.cpp").read_text()
ids = set(re.findall(r"^ *FORMAT\((\w+)\)", table, re.M))


def seed(target, name, source):
    folder = corpus / target
    folder.mkdir(parents=True, exist_ok=True)
    if isinstance(source, bytes):
        (folder / name).write_bytes(source)
    else:
        shutil.copyfile(source, folder / name)


for case in sorted((root / "tests" / "cases" / "transcript").iterdir()):
    for path in case.glob("in.*"):
        name = case.name + path.suffix
        target = case.name.split("-")[0]
        seed("any_format", name, path)
        if path.suffix in (".docx", ".zip"):
            seed("docx", name, path)
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as archive:
                    for part in archive.infolist():
                        if part.filename == "word/document.xml" and not part.flag_bits & 1:
                            try:
                                seed("docx", case.name + ".xml", archive.read(part))
                            except (zipfile.BadZipFile, zipfile.zlib.error):
                                pass
        elif target in ids:
            seed(target, name, path)
        if path.suffix == ".json":
            seed("located_json", name, path)
