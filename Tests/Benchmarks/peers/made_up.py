#!/usr/bin/env python3
"""What the instruction counts are taken on, made under OUT from Examples/ and from nothing: it needs no package, and is the same on
every machine. entries.yml has 1,000 towns with Ukrainian and Russian source forms, scan.txt is 1 MB with some of their names, right and
wrong, megabyte.txt 1 MB with none.

    made_up.py OUT
"""
import pathlib
import sys

from entries import distinct, glossary, made_up

EXAMPLES = pathlib.Path(__file__).resolve().parents[3] / "Examples"
MEGABYTE = 1_000_000


def wrong(term):
    """Nearer to the Russian name, as old maps have it."""
    return term.replace("H", "G").replace("h", "g").replace("iv", "ov")


def repeated(page, names=None):
    """The page until there is a megabyte of it, each time with the next names before it."""
    text, size = [], 0
    while size < MEGABYTE:
        text.append((f"The road goes from {next(names)} to {next(names)}.\n\n" if names else "") + page + "\n")
        size += len(text[-1].encode())
    return "".join(text)


def round_and_round(rows):
    while True:
        for term, _, _ in rows:
            yield term
            yield wrong(term)


def main():
    out = pathlib.Path(sys.argv[1])
    clean = (EXAMPLES / "clean-report.txt").read_text("utf-8")
    page = (EXAMPLES / "damaged-report.txt").read_text("utf-8")
    rows = distinct(1_000, made_up())
    (out / "entries.yml").write_text(glossary("entries", rows), "utf-8")
    (out / "scan.txt").write_text(repeated(clean, round_and_round(rows)), "utf-8")
    (out / "megabyte.txt").write_text(repeated(clean + page), "utf-8")


if __name__ == "__main__":
    main()
