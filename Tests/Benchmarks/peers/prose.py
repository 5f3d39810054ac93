"""English-like prose by word frequency, with names of a glossary strewn in: the same for the same seed and packages."""
import random
import re

# Of a hundred words, so many are a wrong name, a right one, and a name in Cyrillic.
WRONG, RIGHT, CYRILLIC = 1.7, 1.7, 0.2
NAMES_IN_CYRILLIC = ("Київ", "Харків", "Дніпро", "Одеса", "Полтава", "Черкаси")


class Prose:
    """Documents of sentences of 6 to 28 words, with the marks of newsroom copy: curly quotes, dashes, possessives."""

    def __init__(self, seed, pairs):
        from wordfreq import top_n_list, word_frequency

        self.random = random.Random(seed)
        words = [w for w in top_n_list("en", 30000) if re.fullmatch(r"[a-z]+(?:'[a-z]+)?", w)]
        self.words = [w.replace("'", "’") for w in words]
        self.weights = [word_frequency(w, "en") for w in words]
        self.pairs = pairs
        self.drawn = []

    def word(self):
        if not self.drawn:
            self.drawn = self.random.choices(self.words, self.weights, k=4096)
        return self.drawn.pop()

    def name(self):
        """Half of the names come from the first hundred rows, so that hits grow with the glossary but not as fast as it."""
        reach = self.random.choice((100, 100, 100, 100, 1_000, 1_000, 10_000, 100_000))
        return self.pairs[self.random.randrange(min(reach, len(self.pairs)))]

    def token(self):
        draw = self.random.random() * 100
        if draw < WRONG:
            return self.name()[0]
        if draw < WRONG + RIGHT:
            return self.name()[1]
        if draw < WRONG + RIGHT + CYRILLIC:
            return self.random.choice(NAMES_IN_CYRILLIC)
        return self.word()

    def sentence(self):
        chance = self.random.random
        words = [self.token() for _ in range(self.random.randint(6, 28))]
        for i in range(len(words) - 1):
            draw = chance()
            if draw < 0.06:
                words[i] += ","
            elif draw < 0.07:
                words[i] += " —"
            elif draw < 0.09:
                words[i] += "’s"
        text = " ".join(words)
        text = text[0].upper() + text[1:]
        return f"“{text},” he said." if chance() < 0.15 else text + self.random.choice("....?")

    def paragraph(self):
        return " ".join(self.sentence() for _ in range(self.random.randint(2, 6)))

    def document(self, size):
        """Markdown of at least `size` bytes."""
        parts, have = ["# " + self.sentence()], 0
        while have < size:
            parts.append(self.paragraph())
            have += len(parts[-1].encode()) + 2
        return "\n\n".join(parts) + "\n"
