"""What a finished process has cost, by the operating system's own account."""

import os
import statistics
import subprocess
import sys
import time


def run(command):
    """Seconds of wall and processor time, and the highest memory in MiB, of one command.

    Memory has a floor of some 12 MiB, that of this program, which starts the command.
    """
    start = time.perf_counter()
    process = os.posix_spawnp(
        command[0], command, os.environ,
        file_actions=[(os.POSIX_SPAWN_OPEN, place, os.devnull, os.O_WRONLY, 0) for place in (1, 2)])
    _, status, usage = os.wait4(process, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"failed: {' '.join(map(str, command))}")
    return {"wall": time.perf_counter() - start, "cpu": usage.ru_utime + usage.ru_stime,
            "memory": usage.ru_maxrss / 1024}


def in_turn(runs, *sides):
    """Runs A B A B … after one uncounted round; a side is a function from the round to a result."""
    rounds = [[side(number) for side in sides] for number in range(runs + 1)][1:]
    return list(zip(*rounds))


def median(results, figure):
    return statistics.median(result[figure] for result in results)


def ratio(ours, theirs, figure):
    """The median of the ratios round by round, which a busy machine disturbs least."""
    return statistics.median(a[figure] / max(b[figure], 1e-9) for a, b in zip(ours, theirs))


def first_line(command):
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return text.strip().splitlines()[0]


def machine():
    """The processor and the memory, for the head of a table."""
    model, memory = "unknown processor", ""
    if os.path.exists("/proc/cpuinfo"):
        with open("/proc/cpuinfo") as file:
            model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), model)
        with open("/proc/meminfo") as file:
            memory = f", {int(file.readline().split()[1]) / 1048576:.0f} GiB"
    return f"{os.cpu_count()} × {model}{memory}"
