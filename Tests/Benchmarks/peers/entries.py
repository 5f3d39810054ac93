#!/usr/bin/env python3
"""Glossaries of any size with Ukrainian and Russian source forms: of real towns as far as they reach, of made-up ones beyond.

    entries.py COUNT FILE.yml
"""
import json
import pathlib
import random
import re
import sys
import unicodedata

from names import cities, is_latin

CYRILLIC = re.compile(r"[А-Яа-яЁёІіЇїЄєҐґ’\- ]+")
UKRAINIAN = re.compile(r"[ІіЇїЄєҐґ’]")
RUSSIAN = re.compile(r"[ЫыЭэЁёЪъ]")
# How the other language would mostly write the name. Only a stand-in with the right letters: what is measured is work.
TO_UKRAINIAN = str.maketrans({"и": "і", "ы": "и", "э": "е", "ё": "ьо", "ъ": "’", "И": "І", "Ы": "И", "Э": "Е", "Ё": "Йо"})
TO_RUSSIAN = str.maketrans({"и": "ы", "і": "и", "ї": "и", "є": "е", "ґ": "г", "’": "ъ", "И": "И", "І": "И", "Ї": "И", "Є": "Е", "Ґ": "Г"})
LATIN = dict(zip("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’", "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch  iu ia ".split(" ")))
ONSETS = "б в г д ж з к л м н п р с т х ч ш бр вл гр др зн кл кр мл пл пр ск сл ст тр хм".split()
ENDINGS = "івка енки ове ичі ин ськ не ець івці ани ки ив’я".split()


def latin(ukrainian):
    text = "".join(LATIN.get(c, c) for c in ukrainian.lower())
    return text[:1].upper() + text[1:]


def made_up(seed=1):
    """(term, Ukrainian, Russian) without end. Needs no package, and of Python only `random()`, which is the same in every version."""
    chance = random.Random(seed)

    def one_of(things):
        return things[int(chance.random() * len(things))]

    while True:
        stem = "".join(one_of(ONSETS) + one_of("аеиоуія") for _ in range(one_of((1, 2, 3))))
        name = (stem + one_of(ONSETS) + one_of(ENDINGS)).capitalize()
        yield latin(name), name, name.translate(TO_RUSSIAN).replace("ськ", "ск")


def real():
    """(term, Ukrainian, Russian) of towns that have a Cyrillic name, the largest first."""
    for town in cities():
        forms = [a for a in town["alternatenames"] if CYRILLIC.fullmatch(a) and a[0].isupper() and len(a) > 3]
        if not forms or not is_latin(town["name"]):
            continue
        ukrainian = next((f for f in forms if UKRAINIAN.search(f) and not RUSSIAN.search(f)), None)
        russian = next((f for f in forms if not UKRAINIAN.search(f)), None)
        if ukrainian is None and russian is None:  # Letters of both languages, or of a third.
            continue
        ukrainian = ukrainian or russian.translate(TO_UKRAINIAN)
        yield town["name"], unicodedata.normalize("NFC", ukrainian), russian or ukrainian.translate(TO_RUSSIAN)


def distinct(count, *sources):
    """So many rows, no two with one term."""
    rows, seen = [], set()
    for source in sources:
        for row in source:
            if len(rows) == count:
                return rows
            if row[0].lower() not in seen:
                seen.add(row[0].lower())
                rows.append(row)
    return rows


def entries(count):
    return distinct(count, real(), made_up())


def quoted(text):
    """As JSON has it, and YAML too."""
    return json.dumps(text, ensure_ascii=False)


def glossary(name, rows):
    """The text of a glossary file."""
    lines = [f"glossary: {name}\nlanguage: en\nentries:\n"]
    for term, ukrainian, russian in rows:
        lines.append(f"  - term: {quoted(term)}\n    from: {{uk: {quoted(ukrainian)}, ru: {quoted(russian)}}}\n    kind: place\n")
    return "".join(lines)


def write(count, path):
    path.write_text(glossary(path.stem, entries(count)), "utf-8")


if __name__ == "__main__":
    write(int(sys.argv[1]), pathlib.Path(sys.argv[2]))
