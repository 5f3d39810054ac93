"""What is compared: one part or more for each row of goals."""
import contextlib
import os
import subprocess
import sys

from table import Table
from tools import HERE, aho_corasick, codespell, names_only, ripgrep, stet, typos


def megabytes(path):
    files = [path] if path.is_file() else [f for f in path.rglob("*") if f.is_file()]
    return sum(f.stat().st_size for f in files) / 1e6


def truncate_to_line(path):
    """Nothing ends in the middle of a letter."""
    with open(path, "r+b") as file:
        end = file.seek(0, os.SEEK_END)
        start = max(0, end - 65_536)
        file.seek(start)
        file.truncate(start + file.read().rfind(b"\n") + 1)


class Parts:
    """Each public method is a part and yields tables; what it makes for them is gone when the next part begins."""

    def __init__(self, out, binary, huge, english=None):
        self.out, self.binary, self.huge, self.english_text = out, binary, huge, english
        self.tree, self.big, self.page = out / "tree", out / "big.md", out / "draft.md"
        self.amount = megabytes(self.tree)
        self.nothing = out / "nothing.md"
        self.nothing.write_text("Nothing.\n", "utf-8")

    def _stet(self, *options, threads=2):
        return stet(self.binary, *map(str, options), threads=threads)

    def _only_names(self, size, threads=2):
        return names_only(self.binary, self.out / f"stet-full-{size}.yml", self.tree, threads)

    def _of_entries(self, *options, count=10_000):
        return self._stet("-g", self.out / f"entries-{count}.yml", *options)

    def names(self):
        yield Table("10,000 variants, 5,000 files, names only, 2 threads", {
            "stet": self._only_names(10_000), "typos": typos(self.out, 10_000, self.tree),
            "codespell": codespell(self.out, 10_000, self.tree), "ripgrep -f": ripgrep(self.out, 10_000, self.tree)}, self.amount)

    def checks(self):
        yield Table("the same with every check", {
            "stet": self._stet("-g", self.out / "stet-full-10000.yml", self.tree), "typos": typos(self.out, 10_000, self.tree)}, self.amount)

    def many(self):
        yield Table("100,000 variants, names only, 2 threads", {
            "stet": self._only_names(100_000), "typos": typos(self.out, 100_000, self.tree)}, self.amount)

    def thread(self):
        yield Table("10,000 variants, names only, 1 thread", {
            "stet": self._only_names(10_000, 1), "Aho-Corasick script": aho_corasick(self.out, 10_000, self.tree)}, self.amount)

    def draft(self):
        yield Table("a draft of 3 KB, 10,000 entries with Ukrainian and Russian originals", {
            "stet, index compiled": self._of_entries(self.page),
            "stet, index built anew": self._of_entries("--no-index-cache", self.page),
            "typos, 10,000 words": typos(self.out, 10_000, self.page)})

    def index(self):
        yield Table("the index of 10,000 entries from YAML", {
            "stet": self._of_entries("--no-index-cache", self.nothing), "stet, no glossary": self._stet(self.nothing)})

    def start(self):
        yield Table("a draft of 3 KB, no glossary, every check", {
            "stet": self._stet(self.page), "typos": ["typos", "--isolated", str(self.page)], "codespell": ["codespell", str(self.page)]})

    def memory(self):
        yield Table("memory: 10,000 entries, every check, 2 threads", {
            "5,000 files": self._of_entries(self.tree), "one file": self._of_entries(self.big)},
            {"5,000 files": self.amount, "one file": megabytes(self.big)})
        if self.huge:
            with self._text(1_000) as file:
                yield Table("memory: the same on one file of 1 GB", {"stet": self._of_entries(file)}, 1_000, limit=600)

    def threads(self):
        for title, target in (("5,000 files", self.tree), ("one file", self.big)):
            yield Table(f"2 threads and 1, every check: {title}", {
                "2 threads": self._stet(target), "1 thread": self._stet(target, threads=1)}, megabytes(target))

    def growth(self):
        """Everything from one file, so that nothing but its length differs."""
        sizes = [1, 10, 100] + ([1_000] if self.huge else [])
        with contextlib.ExitStack() as stack:
            files = {f"{size} MB": stack.enter_context(self._text(size)) for size in sizes}
            commands = {"start alone": self._stet(self.nothing)} | {name: self._stet(file) for name, file in files.items()}
            yield Table("growth with the text, every check, 2 threads, without the start", commands,
                        dict(zip(files, sizes)), base="start alone", limit=600 if self.huge else 100)

    def entries(self):
        counts = [100, 1_000, 10_000, 100_000] + ([1_000_000] if self.huge else [])
        with contextlib.ExitStack() as stack:
            files = {f"{count:,} entries": stack.enter_context(self._glossary(count)) for count in counts}
            commands = {"start alone": self._stet(self.nothing)} | {
                name: self._stet("--no-index-cache", "-g", file, self.nothing) for name, file in files.items()}
            yield Table("growth with the glossary: its index from YAML, 2 threads, without the start", commands,
                        dict(zip(files, counts)), "µs an entry", "start alone", limit=600 if self.huge else 100)

    def english(self):
        """Sound copy, in which next to nothing is found: what it takes to look. No package brings enough of it."""
        if self.english_text:
            yield Table("plain English, no glossary, every check, 1 thread", {"stet": self._stet(self.english_text, threads=1)}, megabytes(self.english_text))
        else:
            print("\nNo plain English: --english names a folder of it.", file=sys.stderr)

    @contextlib.contextmanager
    def _text(self, size):
        """So many megabytes of the one file, over and over if it must be, to the end of a line; deleted afterwards."""
        path = self.out / f"text-{size}.md"
        try:
            with open(path, "wb") as file:
                # By blocks: what this process holds at its peak is counted with every command it starts.
                while file.tell() < size * 1_000_000:
                    with open(self.big, "rb") as big:
                        while block := big.read(min(1 << 20, size * 1_000_000 - file.tell())):
                            file.write(block)
            truncate_to_line(path)
            yield path
        finally:
            path.unlink(missing_ok=True)

    @contextlib.contextmanager
    def _glossary(self, count):
        path = self.out / f"growth-{count}.yml"
        try:
            # In another process, for the same reason.
            subprocess.run([sys.executable, "-B", f"{HERE}/entries.py", str(count), str(path)], check=True)
            yield path
        finally:
            path.unlink(missing_ok=True)


NAMES = [name for name, value in vars(Parts).items() if callable(value) and not name.startswith("_")]
