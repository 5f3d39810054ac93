"""Whole processes side by side: each round runs every command once, so that a busy machine slows all alike."""
import os
import statistics
import subprocess
import time


class Run:
    """What one command took: seconds of the wall clock and of processors, megabytes at its peak; None when it was stopped."""

    def __init__(self, command, limit):
        begin = time.perf_counter()
        with open(os.devnull, "wb") as null:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=null)
        self.lines, self.stopped = 0, False
        try:
            self._read(process, begin + limit)
        except BaseException:
            process.kill()
            raise
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.wall = time.perf_counter() - begin
        self.processor = usage.ru_utime + usage.ru_stime
        self.megabytes = usage.ru_maxrss / 1024
        self.code = process.returncode

    def _read(self, process, end):
        while block := process.stdout.read1(1 << 20):
            self.lines += block.count(b"\n")
            if time.perf_counter() > end:
                process.kill()
                self.stopped = True
                break


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
