#!/usr/bin/env python3
"""Stet and its peers on what make.py made: tables of times and ratios; --save keeps them in results/ with date and machine.

    run.py OUT --stet BINARY [--rounds 5] [--only PART,…] [--english DIR] [--huge] [--save] [--note TEXT]

Parts: names, checks, many, thread, draft, index, start, memory, threads, growth, entries, english. --huge adds what takes minutes: a text of
1 GB, a glossary of 1,000,000 entries.
"""
import argparse
import datetime
import os
import pathlib
import platform
import signal
import subprocess
import sys
import tempfile

from parts import NAMES, Parts

RESULTS = pathlib.Path(__file__).resolve().parent.parent / "results"


def machine():
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return f"{model}, {os.cpu_count()} cores, {memory:.0f} GB, {platform.system()} {platform.release()}"


def first_line(*command):
    try:
        return subprocess.run(command, capture_output=True, text=True).stdout.strip().split("\n")[0]
    except OSError:
        return ""


def versions(binary):
    linked = subprocess.run(["ldd", binary], capture_output=True, text=True).stdout
    runtime = "a dynamic Swift runtime, not what “make install” installs" if "libswift" in linked else "a static Swift runtime"
    codespell = first_line("codespell", "--version")
    peers = [first_line("typos", "--version"), f"codespell {codespell}" if codespell else "", first_line("rg", "--version")]
    stet = "stet " + first_line(binary, "--version").removeprefix("stet ")
    return "; ".join(filter(None, [f"{stet} with {runtime}", *peers])) + "."


def save(lines):
    """A day's second table is another file: a part measured again does not wipe out the whole."""
    RESULTS.mkdir(exist_ok=True)
    number = 1
    while True:
        path = RESULTS / f"{datetime.date.today()}{f'-{number}' if number > 1 else ''}.md"
        if not path.exists():
            break
        number += 1
    path.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"\nKept as {os.path.relpath(path)}", file=sys.stderr)


def arguments():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("out", type=pathlib.Path)
    options.add_argument("--stet", required=True)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--only", default="")
    options.add_argument("--huge", action="store_true", help="also a text of 1 GB and a glossary of 1,000,000 entries")
    options.add_argument("--english", type=pathlib.Path, help="a folder of plain English, for the part of that name: books, for example")
    options.add_argument("--note", default="")
    options.add_argument("--save", action="store_true", help="keep the tables in results/")
    given = options.parse_args()
    given.wanted = [part for part in given.only.split(",") if part] or NAMES
    if unknown := [part for part in given.wanted if part not in NAMES]:
        options.error(f"no such part: {', '.join(unknown)}; there are {', '.join(NAMES)}")
    if given.save and given.rounds < 5:
        options.error("what is kept is the median of 5 rounds at least")
    return given


def main():
    given = arguments()
    # Whoever stops it finds no gigabyte left behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    lines = []

    def tell(line):
        lines.append(line)
        print(line, flush=True)

    tell(f"# {datetime.date.today()}: {machine()}\n")
    tell(f"Medians of {given.rounds} rounds in which each command has its turn; ± is half the range between the quartiles. {given.note}".strip())
    tell(versions(given.stet))
    parts = Parts(given.out, given.stet, given.huge, given.english)
    # Nobody's kept indexes are used, and nobody's are pushed out. The round that warms up makes those that are needed.
    with tempfile.TemporaryDirectory() as cache:
        os.environ["XDG_CACHE_HOME"] = cache
        for part in given.wanted:
            for table in getattr(parts, part)():
                for line in table.lines(given.rounds):
                    tell(line)
    if given.save:
        save(lines)


if __name__ == "__main__":
    main()
