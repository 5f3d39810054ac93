#!/usr/bin/env python3
"""Makes what is measured, under OUT: tree/ (5,000 drafts), big.md (the same in one), draft.md (3 KB), and for each size of glossary
single-N.tsv (one word each, all that codespell and typos can express), full-N.tsv, their configurations for every tool, and
entries-N.yml (N names with Ukrainian and Russian source forms).

    make.py OUT [--mb 50] [--files 5000] [--sizes 100,1000,10000,100000] [--entries 1000,10000]
"""
import argparse
import pathlib

import entries
from names import variants
from prose import Prose


def write_lists(out, kind, size, pairs):
    rows = [p for p in pairs if kind == "full" or p[0].isalpha()][:size]
    (out / f"{kind}-{size}.tsv").write_text("".join(f"{w}\t{r}\n" for w, r in rows), "utf-8")
    (out / f"rg-{kind}-{size}.txt").write_text("".join(f"{w}\n" for w, _ in rows), "utf-8")
    terms = {}
    for wrong, right in rows:
        terms.setdefault(right, []).append(wrong)
    with open(out / f"stet-{kind}-{size}.yml", "w", encoding="utf-8") as file:
        file.write(f"glossary: stet-{kind}-{size}\nlanguage: en\nentries:\n")
        for right, wrong in terms.items():
            file.write(f"  - term: {entries.quoted(right)}\n    kind: place\n    forbid: [{', '.join(map(entries.quoted, wrong))}]\n")
    if kind == "single":
        (out / f"codespell-{size}.txt").write_text("".join(f"{w.lower()}->{r}\n" for w, r in rows), "utf-8")
        words = "".join(f"{entries.quoted(w.lower())} = {entries.quoted(r)}\n" for w, r in rows)
        (out / f"typos-{size}.toml").write_text("[default.extend-words]\n" + words, "utf-8")


def write_drafts(out, prose, size, count):
    (out / "draft.md").write_text(prose.document(2600), "utf-8")
    left = size
    with open(out / "big.md", "w", encoding="utf-8") as big:
        for number in range(count):
            text = prose.document(left / (count - number) * 0.93)
            left -= len(text.encode())
            folder = out / "tree" / f"{number // 100:02}"
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{number:04}.md").write_text(text, "utf-8")
            big.write(text + "\n")


def numbers(text):
    return [int(n) for n in text.split(",") if n]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("out", type=pathlib.Path)
    options.add_argument("--mb", type=float, default=50)
    options.add_argument("--files", type=int, default=5000)
    options.add_argument("--sizes", type=numbers, default=[100, 1_000, 10_000, 100_000])
    options.add_argument("--entries", type=numbers, default=[1_000, 10_000])
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    pairs = variants(2 * max(given.sizes + [100_000]))
    for size in given.sizes:
        for kind in ("single", "full"):
            write_lists(given.out, kind, size, pairs)
    for count in given.entries:
        entries.write(count, given.out / f"entries-{count}.yml")
    write_drafts(given.out, Prose(given.seed, pairs), int(given.mb * 1e6), given.files)


if __name__ == "__main__":
    main()
