"""The same job for every tool: report each wrong name of a list, with its place."""
import shutil
import sys

HERE = __file__.rsplit("/", 1)[0]


def stet(binary, *options, threads=2):
    return [binary, "lint", "--no-config", "-f", "jsonl", "-j", str(threads), *options]


def names_only(binary, glossary, target, threads=2):
    return stet(binary, "--select", "forbidden-term,name-variant", "-g", str(glossary), str(target), threads=threads)


def typos(out, size, target, threads=2):
    return ["typos", "-j", str(threads), "--isolated", "-c", str(out / f"typos-{size}.toml"), "--format", "brief", str(target)]


def codespell(out, size, target):
    return ["codespell", "-D", str(out / f"codespell-{size}.txt"), str(target)]


def ripgrep(out, size, target, threads=2):
    return ["rg", f"-j{threads}", "--no-heading", "--column", "-n", "-o", "-F", "-w", "-f", str(out / f"rg-single-{size}.txt"), str(target)]


def aho_corasick(out, size, target):
    return [sys.executable, f"{HERE}/ahocorasick.py", str(out / f"full-{size}.tsv"), str(target)]


def missing(commands):
    """The names of tools that are not installed; they are left out and said so."""
    return [name for name, command in commands.items() if shutil.which(command[0]) is None]


def has_failed(command, code):
    """Whether Stet could not do what was asked: the time it took for that is worth nothing. The peers’ codes are their own affair."""
    return command[1:2] == ["lint"] and code not in (0, 1, -9)
