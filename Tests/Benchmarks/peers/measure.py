"""Whole processes side by side: each round runs every command once, so that a busy machine slows all alike."""
import ast
import os
import pathlib
import statistics
import subprocess
import sys


class Launcher:
    """The small process that runs the commands, made when the first is to be run."""

    process = None

    @classmethod
    def run(cls, command, limit):
        if cls.process is None:
            script = pathlib.Path(__file__).with_name("launcher.py")
            cls.process = subprocess.Popen([sys.executable, "-I", "-S", str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        print(repr((command, dict(os.environ), limit)), file=cls.process.stdin, flush=True)
        answer = cls.process.stdout.readline()
        if not answer:
            sys.exit(f"{command[0]} could not be run")
        return ast.literal_eval(answer)


class Run:
    """What one command took: seconds of the wall clock and of processors, megabytes at its peak."""

    def __init__(self, command, limit):
        self.wall, self.processor, self.megabytes, self.lines, self.code, self.stopped = Launcher.run(command, limit)


def spread(values):
    """Half the range between the quartiles, in per cent of the median."""
    if len(values) < 2:
        return 0
    low, middle, high = statistics.quantiles(values, n=4)
    return (high - low) / 2 / middle * 100


class Result:
    """The runs of one command in the order of the rounds: medians, and how far they lie apart."""

    def __init__(self, runs):
        self.runs = runs
        walls = [run.wall for run in runs]
        self.wall = statistics.median(walls)
        self.megabytes = statistics.median(run.megabytes for run in runs)
        self.spread = spread(walls)
        self.lines, self.code = runs[-1].lines, runs[-1].code
        self.stopped = any(run.stopped for run in runs)


def side_by_side(commands, rounds=5, limit=100):
    """{name: Result} of {name: command}; one round to warm up is not counted. What takes longer than the limit runs once."""
    runs = {name: [] for name in commands}
    slow = set()
    for number in range(rounds + 1):
        for name, command in commands.items():
            if name in slow:
                continue
            run = Run(command, limit)
            if run.stopped or run.wall > limit / 5:
                slow.add(name)
                runs[name] = [run]
            elif number > 0:
                runs[name].append(run)
    return {name: Result(found) for name, found in runs.items()}
