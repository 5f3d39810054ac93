"""Runs one command after the other for measure.py and says what each took.

A process of its own, and a small one: the system never reports less memory of a child than its parent had when it was made. It is asked
line by line with a command, its environment and a limit in seconds; it answers with what `run` returns, both as Python writes them.
"""
import os
import sys
import time

# Read into again and again: new room for each piece of fifty megabytes would make this process a large one.
block = bytearray(1 << 20)


def run(command, environment, limit):
    """Seconds of the wall clock and of processors, megabytes at its peak, lines printed, exit code, whether it was stopped."""
    begin = time.perf_counter()
    output, theirs = os.pipe()
    actions = [(os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0), (os.POSIX_SPAWN_DUP2, theirs, 1),
               (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]
    process = os.posix_spawnp(command[0], command, environment, file_actions=actions)
    os.close(theirs)
    lines, stopped = 0, False
    try:
        while length := os.readv(output, [block]):
            lines += block.count(b"\n", 0, length)
            if time.perf_counter() > begin + limit:
                stopped = True
                break
    finally:
        os.close(output)
        if stopped or sys.exc_info()[0]:
            os.kill(process, 9)
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - begin
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, lines, os.waitstatus_to_exitcode(status), stopped


for line in sys.stdin:
    print(repr(run(*eval(line))), flush=True)
