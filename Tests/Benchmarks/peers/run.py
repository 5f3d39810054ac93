#!/usr/bin/env python3
"""Stet and its peers on what make.py made: a table of times and ratios, kept in results/ with the date and the machine.

    run.py OUT --stet BINARY [--rounds 5] [--only PART,…] [--note TEXT]

Parts: names, checks, many, thread, draft, start, threads, growth.
"""
import argparse
import datetime
import os
import pathlib
import platform

import tools
from measure import side_by_side


def megabytes(path):
    files = [path] if path.is_file() else [f for f in path.rglob("*") if f.is_file()]
    return sum(f.stat().st_size for f in files) / 1e6


class Table:
    """One comparison: Stet first, the others with how many times as long they take."""

    def __init__(self, title, commands, amount=None):
        self.title, self.commands, self.amount = title, commands, amount

    def lines(self, rounds):
        left_out = tools.missing(self.commands)
        results = side_by_side({n: c for n, c in self.commands.items() if n not in left_out}, rounds)
        first = next(iter(results.values()))
        yield f"\n### {self.title}\n"
        yield "| | wall s | ± % | MB/s | peak MB | lines | × the first |"
        yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
        for name, result in results.items():
            rate = f"{self.amount / result.wall:.1f}" if self.amount else ""
            wall = f"> {result.wall:.0f}" if result.stopped else f"{result.wall:.4f}" if result.wall < 1 else f"{result.wall:.2f}"
            yield f"| {name} | {wall} | {result.spread:.0f} | {rate} | {result.megabytes:.0f} | {result.lines} | {result.wall / first.wall:.2f} |"
        if left_out:
            yield f"\nNot installed, left out: {', '.join(left_out)}."


def parts(out, binary):
    tree, big, draft = out / "tree", out / "big.md", out / "draft.md"
    amount = megabytes(tree)

    def names(size, target, threads=2):
        return tools.names_only(binary, out / f"stet-full-{size}.yml", target, threads)

    yield "names", Table("10,000 variants, 5,000 files, names only, 2 threads", {
        "stet": names(10_000, tree), "typos": tools.typos(out, 10_000, tree), "codespell": tools.codespell(out, 10_000, tree),
        "ripgrep -f": tools.ripgrep(out, 10_000, tree)}, amount)
    yield "checks", Table("the same with every check", {
        "stet": tools.stet(binary, "-g", str(out / "stet-full-10000.yml"), str(tree)), "typos": tools.typos(out, 10_000, tree)}, amount)
    yield "many", Table("100,000 variants, names only, 2 threads", {
        "stet": names(100_000, tree), "typos": tools.typos(out, 100_000, tree)}, amount)
    yield "thread", Table("10,000 variants, names only, 1 thread", {
        "stet": names(10_000, tree, 1), "Aho-Corasick script": tools.aho_corasick(out, 10_000, tree)}, amount)
    yield "draft", Table("a draft of 3 KB, 10,000 entries with Ukrainian and Russian originals", {
        "stet": tools.stet(binary, "-g", str(out / "entries-10000.yml"), str(draft)),
        "stet, index built anew": tools.stet(binary, "--no-index-cache", "-g", str(out / "entries-10000.yml"), str(draft)),
        "typos, 10,000 words": tools.typos(out, 10_000, draft)})
    yield "start", Table("a draft of 3 KB, no glossary, every check", {
        "stet": tools.stet(binary, str(draft)), "typos": ["typos", "--isolated", str(draft)], "codespell": ["codespell", str(draft)]})
    yield "threads", Table("2 threads and 1, every check: a tree and one file", {
        "tree, 2": tools.stet(binary, str(tree)), "tree, 1": tools.stet(binary, str(tree), threads=1),
        "one file, 2": tools.stet(binary, str(big)), "one file, 1": tools.stet(binary, str(big), threads=1)}, amount)


def machine():
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
    return f"{model}, {os.cpu_count()} cores"


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("out", type=pathlib.Path)
    options.add_argument("--stet", required=True)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--only", default="")
    options.add_argument("--note", default="")
    options.add_argument("--save", action="store_true", help="keep the table in results/")
    given = options.parse_args()
    wanted = set(filter(None, given.only.split(",")))
    lines = [f"# {datetime.date.today()}: {machine()}", "", f"Medians of {given.rounds} runs, taken in turns. {given.note}".strip()]
    print("\n".join(lines), flush=True)
    for name, table in parts(given.out, given.stet):
        if wanted and name not in wanted:
            continue
        for line in table.lines(given.rounds):
            lines.append(line)
            print(line, flush=True)
    if given.save:
        folder = pathlib.Path(__file__).parent.parent / "results"
        folder.mkdir(exist_ok=True)
        (folder / f"{datetime.date.today()}.md").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
