#!/usr/bin/env python3
"""Fails when building an invented journal of 100 articles takes more work or memory than recorded.

    gate.py FASCICLE [--record]

Work is counted in instructions, by callgrind, and memory is the peak of a plain build, the lowest
of three; both on one processor, so that they come out alike each time. gate.txt holds the figures
and what they depend on beside the program: with another processor, compiler or valgrind they are
printed and not compared. They may differ by 3 % either way: what has become cheaper is recorded as
well, or the next change could waste it again.
"""

import os
import pathlib
import subprocess
import sys
import tempfile

from measure import first_line, machine, run

HERE = pathlib.Path(__file__).resolve().parent
RECORDED = HERE / "gate.txt"
TOLERANCE = 0.03


def measured(fascicle):
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory(prefix="fascicle-gate-") as folder:
        subprocess.run([sys.executable, HERE / "corpus.py", "--articles", "100", folder], check=True)
        # Some versions of valgrind give up on the debugging information of a program of this size.
        subprocess.run(["strip", "-o", f"{folder}/program", fascicle], check=True)
        fascicle = f"{folder}/program"
        build = lambda name: [fascicle, "build", "--source", f"{folder}/fascicle", "--output", f"{folder}/{name}"]
        memory = min(run(build(f"site{number}"))["memory"] for number in range(3))
        counted = subprocess.run(
            ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *build("counted")],
            capture_output=True, text=True)
        if counted.returncode != 0:
            sys.exit(f"failed under valgrind:\n{counted.stderr}")
    total = next(line for line in counted.stderr.splitlines() if "Collected" in line)
    return {"instructions": int(total.split(":")[1].split()[0]), "memory-kib": round(memory * 1024)}


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    figures = measured(sys.argv[1])
    versions = [first_line([tool, "--version"]) for tool in ("swift", "valgrind")]
    about = "# " + ", ".join(["100 articles", machine(), *versions])
    if "--record" in sys.argv:
        lines = [f"{name} {value}" for name, value in figures.items()]
        RECORDED.write_text("\n".join([about, *lines]) + "\n")
        print("recorded: " + ", ".join(lines))
        return
    lines = RECORDED.read_text().splitlines() if RECORDED.exists() else []
    if lines and lines[0] != about:
        print(*(f"{name}: {value}, not compared" for name, value in figures.items()), sep="\n")
        print(f"recorded with: {lines[0][2:]}\nhere:          {about[2:]}")
        return
    recorded = {name: int(value) for name, value in (line.split() for line in lines if line[0] != "#")}
    failed = False
    for name, value in figures.items():
        if name not in recorded:
            print(f"{name}: {value}, nothing recorded")
            failed = True
            continue
        change = value / recorded[name] - 1
        isOff = abs(change) > TOLERANCE
        failed |= isOff
        print(f"{name}: {value}, recorded {recorded[name]}, {change:+.1%}{' ← more than 3 %' if isOff else ''}")
    if failed:
        sys.exit("If the change is meant, record the new figures with 'make bench-gate RECORD=1' and say why in the commit.")


main()
