#!/usr/bin/env python3
"""Counts which letters follow which in the source forms of the shipped glossaries, for `stet romanize --to-original`.

    Glossaries/.make/letter_groups.py > Sources/CStetData/letter-groups.tsv

One row a language and two letters ("^" before a name begins): the letters that follow with their counts, "$" where the name ends.
"""
import collections
import re
import pathlib

root = pathlib.Path(__file__).resolve().parents[2]
words = collections.defaultdict(set)


def add(language, name):
    for word in re.split(r"[\s\-‐‑]+", name.strip().strip("\"'").lower()):
        word = word.replace("'", "’").replace("ʼ", "’")
        if word and all("Ѐ" <= c <= "ӿ" or c == "’" for c in word):
            words[language].add(word)


for path in sorted((root / "Glossaries").glob("*.yml")):
    for forms in re.findall(r"^\s+from: \{(.*)\}", path.read_text(encoding="utf-8"), re.M):
        for language, names in re.findall(r"(\w\w): (\[[^\]]*\]|[^,\]}]+)", forms):
            for name in names.strip("[]").split(","):
                add(language, name)
rows = (root / "Sources/CStetData/given-name-forms.tsv").read_text(encoding="utf-8").splitlines()[1:]
for row in rows:
    for language, name in zip(("uk", "ru", "be"), row.split("\t")):
        add(language, name)

print("language\tbefore\tcounts")
for language in ("uk", "ru", "be"):
    counts = collections.defaultdict(collections.Counter)
    for word in words[language]:
        padded = "^^" + word + "$"
        for i in range(2, len(padded)):
            counts[padded[i - 2:i]][padded[i]] += 1
    for before in sorted(counts):
        print(language, before, " ".join(f"{letter}{n}" for letter, n in sorted(counts[before].items())), sep="\t")
