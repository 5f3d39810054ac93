"""Comparisons, as tables of Markdown."""
import statistics
import sys

import tools
from measure import side_by_side, spread


class Table:
    """One comparison: the first command, and how many times as long the others take, round by round.

    amount: megabytes or entries that every command deals with, or {name: amount}.
    base: a command that does nothing but start; what others do for an amount is told without it.
    """

    def __init__(self, title, commands, amount=None, unit="MB/s", base=None, limit=100):
        self.title, self.commands, self.amount, self.unit, self.base, self.limit = title, commands, amount, unit, base, limit

    def lines(self, rounds):
        left_out = tools.missing(self.commands)
        results = side_by_side({n: c for n, c in self.commands.items() if n not in left_out}, rounds, self.limit)
        for name, result in results.items():
            if tools.has_failed(self.commands[name], result.code):
                sys.exit(f"{name}: {' '.join(self.commands[name])} ended with {result.code}")
        yield f"\n### {self.title}\n"
        yield f"| | wall s | ± % | {self.unit} | peak MB | lines | × the first | ± % |"
        yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
        for name, result in results.items():
            wall = f"> {result.wall:.0f}" if result.stopped else f"{result.wall:.4f}" if result.wall < 1 else f"{result.wall:.2f}"
            yield (f"| {name} | {wall} | {result.spread:.0f} | {self.rate(name, results)} | {result.megabytes:.0f} | {result.lines} "
                   f"| {self.ratio(result, next(iter(results.values())))} |")
        if left_out:
            yield f"\nNot installed, left out: {', '.join(left_out)}."

    def ratio(self, result, first):
        """Median and spread; what ran only once has no spread."""
        if len(result.runs) != len(first.runs) or len(result.runs) < 2:
            return f"{result.wall / first.wall:.2f} | "
        ratios = [run.wall / other.wall for run, other in zip(result.runs, first.runs)]
        return f"{statistics.median(ratios):.2f} | {spread(ratios):.0f}"

    def rate(self, name, results):
        amount = self.amount.get(name) if isinstance(self.amount, dict) else self.amount
        if not amount:
            return ""
        seconds = max(results[name].wall - (results[self.base].wall if self.base else 0), 1e-6)
        return f"{amount / seconds:.1f}" if self.unit == "MB/s" else f"{seconds / amount * 1e6:.1f}"
