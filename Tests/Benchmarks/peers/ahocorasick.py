#!/usr/bin/env python3
"""What a script would do with a library of Aho and Corasick's automaton: every wrong name as a whole word, on bytes.

    ahocorasick.py LIST.tsv PATH
"""
import bisect
import os
import sys

import ahocorasick_rs


def drafts(path):
    if os.path.isfile(path):
        yield path
    for folder, folders, files in os.walk(path):
        folders.sort()
        for name in sorted(files):
            yield os.path.join(folder, name)


def is_word(byte):
    return byte >= 0xC3 or byte == 0x5F or chr(byte).isalnum() and byte < 0x80


def main():
    rows = [line.rstrip("\n").split("\t") for line in open(sys.argv[1], encoding="utf-8")]
    automaton = ahocorasick_rs.BytesAhoCorasick([wrong.encode() for wrong, _ in rows], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    word = [is_word(byte) for byte in range(256)]
    for path in drafts(sys.argv[2]):
        text = open(path, "rb").read()
        lines = None
        for row, start, end in automaton.find_matches_as_indexes(text):
            if start and word[text[start - 1]] or end < len(text) and word[text[end]]:
                continue
            if lines is None:
                lines = [0] + [i + 1 for i, byte in enumerate(text) if byte == 10]
            line = bisect.bisect_right(lines, start) - 1
            print(f"{path}:{line + 1}:{start - lines[line] + 1}: {rows[row][0]} -> {rows[row][1]}")


main()
